#include "exchange/sync/folder_reading.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/fnv.h"
#include "exchange/sync/segment.h"

namespace pith::exchange {
namespace {

using history::Event;
using history::SeenSegment;
using history::SyncState;

/// What was known of a file of this name.
const SeenSegment* known_of(const SyncState& state, const std::string& name) {
  const auto known = std::find_if(state.segments.begin(), state.segments.end(),
                                  [&](const SeenSegment& it) { return it.name == name; });
  return known == state.segments.end() ? nullptr : &*known;
}

/// Whether the bytes begin with all that the file held before.
bool goes_on(const SeenSegment& before, std::string_view bytes) {
  const auto size = static_cast<std::size_t>(before.size);
  return bytes.size() >= size && base::fnv1a(bytes.substr(0, size)) == before.hash;
}

bool is_named_as_segment(std::string_view name) {
  return name.starts_with(kSegmentPrefix) && name.ends_with(kSegmentSuffix);
}

/// A file of which nothing is whole: the beginning of one, or what is left of one.
void name_ruin(std::string_view bytes, const std::string& name, SyncReport& report) {
  report.incomplete.push_back(name);
  if (bytes.find('\n') != std::string_view::npos) {
    report.damaged.push_back(name);
  }
}

void name_faults(const SegmentState& segment, const std::string& name, SyncReport& report) {
  if (segment.damaged > 0) {
    report.incomplete.push_back(name);
  }
  if (segment.spoilt()) {
    report.damaged.push_back(name);
  }
  if (segment.newer > 0) {
    report.newer.push_back(name);
  }
}

}  // namespace

void FolderReading::read(const SharedFolder& folder, const SyncState& state, SyncReport& report,
                         const std::function<void(Batch)>& take) {
  for (auto file : folder.files()) {
    const auto* known = known_of(state, file.name);
    if (known != nullptr && known->sound && look_alike(*known, file)) {
      seen.push_back(*known);
      untouched.insert(file.name);
      continue;
    }
    const auto bytes = folder.read(file.name);
    lost = lost || (known != nullptr && !goes_on(*known, bytes));
    if (auto batch = batch_of(bytes, file, report)) {
      seen.push_back(std::move(file));
      take(*std::move(batch));
    }
  }
}

std::optional<Batch> FolderReading::batch_of(std::string_view bytes, SeenSegment& file,
                                             SyncReport& report) {
  Batch batch;
  const auto segment = read_segment(
      bytes, {[&](Event event) { batch.events.push_back(std::move(event)); },
              [&](history::Content content) { batch.contents.push_back(std::move(content)); }});
  if (!segment) {
    if (is_named_as_segment(file.name)) {
      name_ruin(bytes, file.name, report);
    }
    return std::nullopt;
  }
  if (segment->device) {
    ++report.files[*segment->device];
  }
  name_faults(*segment, file.name, report);
  for (const Event& event : batch.events) {
    ids.insert(event.stamp.id);
  }
  file.size = std::ssize(bytes);
  file.hash = base::fnv1a(bytes);
  file.sound = segment->sound();
  return batch;
}

}  // namespace pith::exchange
