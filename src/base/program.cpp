#include "base/program.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <string_view>
#include <utility>

#include <sys/wait.h>
#include <unistd.h>

namespace pith::base {
namespace {

/// Pointers to the texts and a null behind them, as programs get their words.
std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (auto& text : texts) {
    pointers.push_back(text.data());
  }
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

Program::Program(std::vector<std::string> words) : words_(std::move(words)) {
  ::posix_spawnattr_init(&attributes_);
  ::posix_spawn_file_actions_init(&streams_);
}

Program::~Program() {
  ::posix_spawn_file_actions_destroy(&streams_);
  ::posix_spawnattr_destroy(&attributes_);
}

void Program::open(int stream, const std::string& file, int flags) {
  ::posix_spawn_file_actions_addopen(&streams_, stream, file.c_str(), flags, 0);
}

void Program::use(int stream, int descriptor) {
  ::posix_spawn_file_actions_adddup2(&streams_, descriptor, stream);
}

void Program::have_usual(std::initializer_list<int> signals) {
  sigset_t usual;
  ::sigemptyset(&usual);
  for (const int number : signals) {
    ::sigaddset(&usual, number);
  }
  ::posix_spawnattr_setsigdefault(&attributes_, &usual);
  ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
}

void Program::suggest_variable(std::string variable) {
  variables_.push_back(std::move(variable));
}

std::optional<pid_t> Program::start() {
  if (words_.empty()) {
    return std::nullopt;
  }
  const auto words = pointers_to(words_);
  const auto variables = environment();
  pid_t process = 0;
  const int failed =
      ::posix_spawnp(&process, words[0], &streams_, &attributes_, words.data(), variables.data());
  return failed == 0 ? std::optional(process) : std::nullopt;
}

std::vector<char*> Program::environment() {
  std::vector<char*> all;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    all.push_back(*variable);
  }
  for (auto& suggested : variables_) {
    const auto name = std::string_view(suggested).substr(0, suggested.find('=') + 1);
    const auto is_there = [&](const char* other) {
      return std::string_view(other).starts_with(name);
    };
    if (std::ranges::none_of(all, is_there)) {
      all.push_back(suggested.data());
    }
  }
  all.push_back(nullptr);
  return all;
}

std::optional<int> status_at_end(pid_t process) {
  int status = 0;
  while (::waitpid(process, &status, 0) < 0) {
    if (errno != EINTR) {
      return std::nullopt;
    }
  }
  return status;
}

}  // namespace pith::base
