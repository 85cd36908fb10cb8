#include <fmt/format.h>

#include "base/error.h"
#include "cli/settings/config.h"
#include "cli/settings/small_file.h"

namespace pith::cli {
namespace {

/// The bytes of a configuration; empty if it is no file.
std::optional<std::string> text_of_file(const std::filesystem::path& file) {
  std::error_code error;
  return std::filesystem::equivalent(file, "/dev/null", error)
             ? std::optional(std::string())
             : read_small_file(file, kLargestConfig);
}

}  // namespace

Config load_config(const std::filesystem::path& file) {
  std::error_code missing;
  if (!std::filesystem::exists(file, missing)) {
    return {};
  }
  const auto bytes = text_of_file(file);
  if (!bytes) {
    throw StorageError(fmt::format(
        "cannot read the configuration {}: check that it is a readable file", file.string()));
  }
  auto result = parse_config(*bytes, file.string());
  if (!result.diagnostics.empty()) {
    std::string message = "the configuration has mistakes:";
    for (const auto& d : result.diagnostics) {
      message += fmt::format("\n{}:{}:{}: {}{}", d.file, d.at.line, d.at.column, d.message,
                             d.hint.empty() ? "" : " (" + d.hint + ")");
    }
    throw InvalidInput(message);
  }
  return std::move(result.config);
}

Config readable_config(const std::filesystem::path& file) {
  return parse_config(text_of_file(file).value_or(""), file.string()).config;
}

}  // namespace pith::cli
