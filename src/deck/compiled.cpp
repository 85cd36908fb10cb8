#include "deck/compiled.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <vector>

namespace pith::deck {
namespace {

constexpr std::string_view kMagic = "pith deck 1\n";

/// What is stored of each type, in this order: the one place to change with the type.
template <typename Archive>
void fields(Archive& a, Position& p) {
  a(p.line, p.column);
}
template <typename Archive>
void fields(Archive& a, Diagnostic& d) {
  a(d.severity, d.file, d.at, d.message, d.hint, d.source_line);
}
template <typename Archive>
void fields(Archive& a, Point& p) {
  a(p.id, p.name, p.detail, p.accept, p.reject, p.weight, p.group, p.was, p.at);
}
template <typename Archive>
void fields(Archive& a, Choice& c) {
  a(c.text, c.correct);
}
template <typename Archive>
void fields(Archive& a, ClozePart& c) {
  a(c.text, c.point, c.hint);
}
template <typename Archive>
void fields(Archive& a, NumberAnswer& n) {
  a(n.value, n.tolerance);
}
template <typename Archive>
void fields(Archive& a, Sample& s) {
  a(s.answer, s.hits, s.at);
}
template <typename Archive>
void fields(Archive& a, Settings& s) {
  a(s.pass, s.time_limit, s.desired_retention, s.new_per_day);
}
template <typename Archive>
void fields(Archive& a, Item& i) {
  a(i.deck, i.id, i.id_given, i.kind, i.language, i.question, i.points, i.choices, i.cloze,
    i.number, i.explanation, i.example, i.hints, i.tags, i.was, i.samples, i.settings, i.at);
}
template <typename Archive>
void fields(Archive& a, Deck& d) {
  a(d.id, d.title, d.language, d.description, d.author, d.source, d.license, d.tags, d.was, d.path,
    d.at, d.items);
}
template <typename Archive>
void fields(Archive& a, ReadResult& r) {
  a(r.deck, r.diagnostics);
}

template <typename Value>
concept Plain = std::is_arithmetic_v<Value> || std::is_enum_v<Value>;

class Writer {
 public:
  template <typename... Values>
  void operator()(Values&... values) {
    (write(values), ...);
  }
  std::string bytes;

 private:
  template <Plain Value>
  void write(const Value& value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void write(std::string& text) {
    write(text.size());
    bytes += text;
  }
  void write(std::chrono::seconds& time) { write(time.count()); }
  template <typename Value>
  void write(std::vector<Value>& list) {
    write(list.size());
    for (auto& each : list) {
      write(each);
    }
  }
  template <typename Value>
  void write(std::optional<Value>& value) {
    write(value.has_value());
    if (value) {
      write(*value);
    }
  }
  template <typename Value>
  requires(!Plain<Value>) void write(Value& value) { fields(*this, value); }
};

/// Reads what a Writer wrote; whatever else it is given, it stays within the bytes.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  template <typename... Values>
  void operator()(Values&... values) {
    (read(values), ...);
  }
  /// Whether everything was there, and nothing more.
  [[nodiscard]] bool complete() const { return sound_ && bytes_.empty(); }

 private:
  template <Plain Value>
  void read(Value& value) {
    if (bytes_.size() < sizeof value) {
      sound_ = false;
      bytes_ = {};
      return;
    }
    std::memcpy(&value, bytes_.data(), sizeof value);
    bytes_.remove_prefix(sizeof value);
  }
  /// A number of elements, each of which takes a byte at least.
  std::size_t read_size() {
    std::size_t size = 0;
    read(size);
    sound_ = sound_ && size <= bytes_.size();
    return sound_ ? size : 0;
  }
  void read(std::string& text) {
    const auto size = read_size();
    text = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
  }
  void read(std::chrono::seconds& time) {
    std::chrono::seconds::rep count = 0;
    read(count);
    time = std::chrono::seconds(count);
  }
  template <typename Value>
  void read(std::vector<Value>& list) {
    const auto size = read_size();
    list.reserve(std::min<std::size_t>(size, 64));
    for (std::size_t i = 0; sound_ && i < size; ++i) {
      read(list.emplace_back());
    }
  }
  template <typename Value>
  void read(std::optional<Value>& value) {
    std::uint8_t there = 0;
    read(there);
    sound_ = sound_ && there <= 1;
    if (sound_ && there == 1) {
      read(value.emplace());
    }
  }
  template <typename Value>
  void read(Value& value) {
    fields(*this, value);
  }

  std::string_view bytes_;
  bool sound_ = true;
};

/// FNV-1a: enough to notice a file that was cut or damaged.
std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : bytes) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  }
  return hash;
}

}  // namespace

std::string compiled(const ReadResult& read) {
  auto copy = read;
  Writer writer;
  writer(copy);
  auto sum = checksum(writer.bytes);
  Writer head;
  head(sum);
  return std::string(kMagic) + head.bytes + writer.bytes;
}

std::optional<ReadResult> from_compiled(std::string_view bytes) {
  std::uint64_t sum = 0;
  if (!bytes.starts_with(kMagic) || bytes.size() < kMagic.size() + sizeof sum) {
    return std::nullopt;
  }
  bytes.remove_prefix(kMagic.size());
  std::memcpy(&sum, bytes.data(), sizeof sum);
  bytes.remove_prefix(sizeof sum);
  if (checksum(bytes) != sum) {
    return std::nullopt;
  }
  Reader reader(bytes);
  ReadResult read;
  reader(read);
  return reader.complete() ? std::optional(std::move(read)) : std::nullopt;
}

}  // namespace pith::deck
