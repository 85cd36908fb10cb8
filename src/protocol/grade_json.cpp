#include "protocol/grade_json.h"

#include <nlohmann/json.hpp>

#include "grading/grader.h"
#include "grading/reason.h"
#include "grading/verdict.h"

namespace pith::protocol {
namespace {

using Json = nlohmann::ordered_json;

Json evidence_json(const std::optional<grading::Span>& span, std::string_view answer) {
  if (!span) {
    return nullptr;
  }
  return {{"begin", span->begin},
          {"end", span->end},
          {"text", answer.substr(span->begin, span->end - span->begin)}};
}

Json point_json(const deck::Point& point, const grading::PointResult& result,
                std::string_view answer) {
  return {{"id", point.id},
          {"name", point.name},
          {"weight", point.weight},
          {"verdict", grading::name_of(result.verdict)},
          {"credit", result.credit},
          {"confidence", result.confidence},
          {"evidence", evidence_json(result.evidence, answer)},
          {"reason",
           {{"code", result.reason.code},
            {"args", result.reason.args},
            {"text", grading::text_of(result.reason)}}}};
}

}  // namespace

nlohmann::ordered_json grade_json(const deck::Item& item, std::string_view answer,
                                  const grading::Grade& grade, const std::string& encoder) {
  Json points = Json::array();
  for (std::size_t p = 0; p < grade.points.size(); ++p) {
    points.push_back(point_json(item.points[p], grade.points[p], answer));
  }
  Json json = {{"item", deck::full_id(item)},
               {"score", grade.score},
               {"points", std::move(points)},
               {"grader", {{"version", grading::kGraderVersion}, {"encoder", encoder}}}};
  if (grade.cut) {
    json["cut"] = true;
  }
  return json;
}

}  // namespace pith::protocol
