#include "support/json.h"

nlohmann::json pith::test::parsed(std::string_view text) {
  return nlohmann::json::parse(text);
}

std::string Catch::StringMaker<nlohmann::json>::convert(const nlohmann::json& json) {
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}
