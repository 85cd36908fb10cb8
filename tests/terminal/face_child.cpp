// A session at the terminal, for the scenes of face_test.cpp:
//   face_child DECK [--repeats] [--ask-always] [--no-feedback] [--no-undo] [--lines]
//     [--full] [--intervals] [--pause|--exam-time] [--closes]
// Points are hit iff their names stand in the answer, half if a question mark follows. At the end
// it prints how the session ended and what is in the log: item, answer, automatic > final verdict
// and rating of each point. With --full the disk takes nothing until SIGUSR1; from
// SIGUSR2 on it takes nothing either. With every SIGALRM an hour passes. With --closes all of it
// has half an hour.
#include <array>
#include <chrono>
#include <csignal>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include "grading/verdict.h"
#include "session/scene.h"
#include "terminal/face.h"
#include "terminal/tty_stream.h"

namespace {

using namespace pith;

std::string log_line(const history::LoggedAnswer& logged) {
  auto line = fmt::format("{} [{}]", logged.item.item, logged.answer.text);
  for (const auto& point : logged.answer.points) {
    line += fmt::format(" {}>{}:{}", grading::name_of(point.automatic).front(),
                        grading::name_of(point.verdict).front(), static_cast<int>(point.rating));
  }
  return line + (logged.answer.time_over ? " late" : "");
}

struct Plan {
  session::SessionOptions session;
  terminal::FaceOptions face;
  bool lines = false;
  bool full = false;
};

Plan read_plan(const std::vector<std::string>& options) {
  Plan plan;
  plan.face.ask_below = 0.0;
  for (const auto& option : options) {
    if (option == "--repeats") {
      plan.session.repeats = 4;
    } else if (option == "--ask-always") {
      plan.face.ask_below = 2.0;
    } else if (option == "--no-feedback") {
      plan.face.feedback = false;
    } else if (option == "--no-undo") {
      plan.face.may.undo = false;
    } else if (option == "--intervals") {
      plan.face.intervals = true;
    } else if (option == "--pause") {
      plan.face.may.pause = true;
    } else if (option == "--exam-time") {
      plan.session.may_pause = false;
    } else if (option == "--closes") {
      plan.session.time = std::chrono::minutes{30};
    } else if (option == "--lines") {
      plan.lines = true;
    } else if (option == "--full") {
      plan.full = true;
    }
  }
  return plan;
}

void limit_files_to(rlim_t bytes) {
  ::setrlimit(RLIMIT_FSIZE, std::array{rlimit{bytes, RLIM_INFINITY}}.data());
}

void fill_disk() {
  limit_files_to(0);
}

volatile std::sig_atomic_t hours = 0;

/// The scene's clock, with the hours that have passed.
history::When later(history::When when) {
  when.time += std::chrono::hours{hours};
  return when;
}

void heed_signals() {
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGUSR1, [](int) { limit_files_to(RLIM_INFINITY); });
  std::signal(SIGUSR2, [](int) { fill_disk(); });
  std::signal(SIGALRM, [](int) { hours = hours + 1; });
}

session::SessionOptions options_for(const test::Scene& scene, session::SessionOptions options) {
  options.wishes = scene.wishes;
  options.find_item = [&](const history::ItemId& id) { return scene.find(id); };
  return options;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const auto plan = read_plan({arguments.begin() + 1, arguments.end()});
  test::Scene scene(arguments.at(0));
  session::Session session(
      scene.history(), scene.due(), test::graded_by_name, [&] { return later(scene.now()); },
      options_for(scene, plan.session));
  terminal::Tty tty(STDIN_FILENO, STDOUT_FILENO,
                    plan.lines ? terminal::Tty::Mode::lines : terminal::Tty::Mode::raw);
  const terminal::Style style(false, true);
  terminal::LineEditor editor(tty, style, {});
  terminal::TtyStream out(tty);
  terminal::TextView view(out, style,
                          {.columns = [&] { return tty.size().columns; },
                           .rows = [&] { return tty.size().rows; },
                           .interactive = true,
                           .feedback = plan.face.feedback});
  heed_signals();
  if (plan.full) {
    fill_disk();
  }
  auto face = plan.face;
  if (const auto all = session.options().time) {
    face.is_over = [&session, all = *all] { return session.elapsed() >= all; };
  }
  const auto ending = terminal::Face(session, editor, view, style, face).run();
  out << (ending == terminal::Face::Ending::over ? "over\n" : "interrupted\n");
  for (const auto& logged : scene.history().answers()) {
    out << log_line(logged) << '\n';
  }
  return ending == terminal::Face::Ending::over ? 0 : 130;
}
