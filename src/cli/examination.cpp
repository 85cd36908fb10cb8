#include "cli/examination.h"

#include <filesystem>
#include <functional>
#include <optional>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "base/error.h"
#include "cli/decks/decks.h"
#include "cli/decks/diagnosis.h"
#include "cli/files/history_file.h"
#include "cli/history/repair.h"
#include "cli/printable.h"
#include "cli/settings/config.h"
#include "cli/settings/encoder_choice.h"
#include "grading/grader.h"
#include "history/store.h"
#include "models/e5_encoder.h"

namespace pith::cli {
namespace {

Finding examine_config(const Context& context, Config& config) {
  const auto file = context.paths.config / "config.yaml";
  try {
    config = load_config(file);
    return {"configuration", std::filesystem::exists(file)
                                 ? file.string()
                                 : context.tr.format("{} (none; defaults)", file.string())};
  } catch (const Error& error) {
    return {"configuration", file.string(), error.what()};
  }
}

Finding examine_decks(const Context& context, std::vector<std::string>& skipped) {
  try {
    const auto collection = load_decks(context);
    std::size_t items = 0;
    for (const auto& deck : collection.decks) {
      items += deck.items.size();
    }
    skipped = collection.skipped;
    std::erase_if(skipped, [&](const std::string& file) {
      return std::filesystem::path(file).parent_path() == context.paths.shipped_decks / "practice";
    });
    std::string fault;
    for (const auto& diagnostic : collection.diagnostics) {
      if (diagnostic.severity == deck::Severity::error) {
        fault += (fault.empty() ? "" : "\n") + headline(diagnostic, context.tr);
      }
    }
    return {"decks",
            context.tr.format("{} with {}; yours go to {}",
                              context.tr.count(collection.decks.size(), "deck"),
                              context.tr.count(items, "item"), own_deck_folder(context).string()),
            fault};
  } catch (const Error& error) {
    return {"decks", context.tr("no decks"), error.what()};
  }
}

Finding examine_shipped(const Context& context) {
  const auto& folder = context.paths.shipped_decks;
  std::error_code ignored;
  return {"shipped decks", folder.string(),
          std::filesystem::is_directory(folder, ignored)
              ? ""
              : "the folder is not there: pith is installed in part; install it again",
          done};
}

/// Whether the folder, or the one that it would be made in, takes files.
bool takes_files(const std::filesystem::path& path) {
  std::error_code ignored;
  auto folder = std::filesystem::absolute(path, ignored);
  while (std::filesystem::symlink_status(folder, ignored).type() ==
             std::filesystem::file_type::not_found &&
         folder.has_relative_path()) {
    folder = folder.parent_path();
  }
  return std::filesystem::is_directory(folder, ignored) &&
         ::faccessat(AT_FDCWD, folder.c_str(), W_OK | X_OK, AT_EACCESS) == 0;
}

/// Whether the file, if there is one, and its folder, or what it would be made in, may be written.
bool may_write(const std::filesystem::path& path) {
  std::error_code ignored;
  const bool may = !std::filesystem::exists(path, ignored) ||
                   ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
  return may && takes_files(std::filesystem::absolute(path, ignored).parent_path());
}

Finding examine_history(const Context& context) {
  const auto file = history_file(context);
  auto fault = remedy_for_lost(file);
  if (!may_write(file)) {
    fault += (fault.empty() ? "" : "\n") +
             fmt::format(
                 "cannot write to the history {}: check the rights of the file and its folder, or "
                 "name another one with --db",
                 file.string());
  }
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) {
    return {"history",
            context.tr.format("{} (none yet: the first answer creates it)", file.string()), fault,
            storage};
  }
  try {
    const history::History history(file, {.read_only = true});
    if (const auto note = history.note(); !note.empty()) {
      fault += (fault.empty() ? "" : "\n") + note;
    }
    const auto complaints = history.check();
    for (const auto& complaint : complaints) {
      fault += (fault.empty() ? "" : "\n") + complaint;
    }
    fault += complaints.empty() ? "" : "\n`pith doctor --repair` saves what can be read";
    return {
        "history",
        context.tr.format("{}, {} bytes", file.string(), std::filesystem::file_size(file, ignored)),
        fault, storage};
  } catch (const Error& error) {
    return {"history", file.string(), error.what(), storage};
  }
}

Finding examine_cache(const Context& context) {
  const auto& folder = context.paths.cache;
  return {"cache", folder.string(),
          takes_files(folder) ? ""
                              : fmt::format("cannot keep anything in the cache folder {}: pith is "
                                            "slower without it; check its rights, or set "
                                            "XDG_CACHE_HOME to another one",
                                            folder.string()),
          done};
}

/// What the configuration says about the encoder; empty where it leaves the choice to pith.
std::string encoder_in_force(const Config& config, const text::Messages& tr) {
  return config.encoder == "endpoint" ? tr("the endpoint, as configured")
         : config.encoder == "none"   ? tr("none, as configured: grading goes by words")
                                      : "";
}

Finding examine_encoder(const Context& context, const Config& config) {
  const auto state = models::examine_e5(models::e5_weights_in(context.paths.share));
  if (auto in_force = encoder_in_force(config, context.tr); !in_force.empty()) {
    return {"encoder", std::move(in_force), state.size > 0 ? state.fault : "", done};
  }
  if (!state.fault.empty()) {
    return {"encoder",
            state.built_in ? context.tr("built in, not usable: grading goes by words")
                           : context.tr("none: grading goes by words"),
            state.fault, done};
  }
  return {"encoder", context.tr.format("e5 ({}), {}", state.cpu, state.path.string())};
}

/// `use` is what commands do with the endpoint before they start; it asks no server.
Finding examine_endpoint(const char* what, const std::optional<Endpoint>& endpoint,
                         const text::Messages& tr, const std::function<void()>& use) {
  Finding finding{what, endpoint ? tr.format("{} at {} (not asked now)", one_line(endpoint->model),
                                             one_line(endpoint->url))
                                 : tr("not configured; nothing is sent anywhere")};
  try {
    use();
  } catch (const UsageError& error) {
    finding.fault = error.what();
  }
  return finding;
}

Finding examine_encoder_endpoint(const Context& context, const Config& config) {
  return examine_endpoint("endpoint", config.endpoint, context.tr, [&] {
    if (config.endpoint || config.encoder == "endpoint") {
      (void)choose_encoder({.encoder = "endpoint"}, config, context.paths, [](const auto&) {});
    }
  });
}

Finding examine_judge(const Context& context, const Config& config) {
  return examine_endpoint("judge", config.judge, context.tr, [&] {
    if (config.judge) {
      (void)choose_judge({.judge = true}, config, [](const auto&) {});
    }
  });
}

Finding examine_screen(const Screen& screen, const text::Messages& tr) {
  const auto kind = screen.out_is_terminal ? tr("terminal") : tr("no terminal");
  return {"screen", tr.format("{}, {} columns, colour {}, Unicode marks {}", kind, screen.columns,
                              screen.color ? tr("on") : tr("off"),
                              screen.unicode ? tr("on") : tr("off (the locale is not UTF-8)"))};
}

}  // namespace

Examination examine(const Context& context) {
  Config config;
  Examination all;
  auto& findings = all.findings;
  findings.push_back(
      {"pith", context.tr.format("{}, grader {}", PITH_VERSION, grading::kGraderVersion)});
  findings.push_back(examine_config(context, config));
  findings.push_back(examine_decks(context, all.skipped));
  findings.push_back(examine_shipped(context));
  findings.push_back(examine_history(context));
  findings.push_back(examine_cache(context));
  findings.push_back(examine_encoder(context, config));
  findings.push_back(examine_encoder_endpoint(context, config));
  findings.push_back(examine_judge(context, config));
  findings.push_back(examine_screen(context.screen, context.tr));
  return all;
}

}  // namespace pith::cli
