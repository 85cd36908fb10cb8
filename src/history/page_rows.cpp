#include "history/page_rows.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <utility>

#include "history/byte_reader.h"

// https://www.sqlite.org/fileformat2.html
namespace pith::history {
namespace {

constexpr std::size_t kUsualPage = 4096;
constexpr std::size_t kFileHeader = 100;
constexpr std::size_t kMostFields = 100;
constexpr std::size_t kMostReading = 4;  // times the size of the file

constexpr int kDeepest = 20;  // SQLite's own bound on the pages that lead to a row

enum class PageKind : std::uint8_t {
  index_branch = 0x02,
  table_branch = 0x05,
  index_leaf = 0x0A,
  table_leaf = 0x0D
};

/// A value of a record by its serial type; empty for types that are never written.
std::optional<Field> field_of(std::uint64_t type, ByteReader& body) {
  constexpr std::array<std::size_t, 7> kSizes = {0, 1, 2, 3, 4, 6, 8};
  constexpr std::uint64_t kReal = 7;
  constexpr std::uint64_t kZero = 8;
  constexpr std::uint64_t kOne = 9;
  constexpr std::uint64_t kBlob = 12;
  if (type == 0) {
    return Field();
  }
  if (type < kSizes.size()) {
    return Field(body.integer(kSizes.at(type)));
  }
  if (type == kReal) {
    return Field(std::bit_cast<double>(body.integer(sizeof(double))));
  }
  if (type == kZero || type == kOne) {
    return Field(static_cast<std::int64_t>(type - kZero));
  }
  if (type < kBlob) {
    return std::nullopt;
  }
  const std::string bytes(body.take((type - kBlob) / 2));
  return type % 2 == 0 ? Field(Blob{bytes}) : Field(bytes);
}

/// The fields of a record; empty unless they fill it.
std::optional<std::vector<Field>> fields_of(std::string_view record) {
  ByteReader whole(record);
  const auto head_size = whole.varint();
  const auto begin = record.size() - whole.left();
  if (!whole.good() || head_size < begin || head_size > record.size()) {
    return std::nullopt;
  }
  ByteReader head(record.substr(begin, head_size - begin));
  ByteReader body(record.substr(head_size));
  std::vector<Field> fields;
  while (head.left() > 0) {
    auto field = field_of(head.varint(), body);
    if (!field || !head.good() || !body.good() || fields.size() == kMostFields) {
      return std::nullopt;
    }
    fields.push_back(*std::move(field));
  }
  return body.left() == 0 ? std::optional(std::move(fields)) : std::nullopt;
}

/// The pages of a file.
class Pages {
 public:
  explicit Pages(std::string_view file) : file_(file), budget_(file.size() * kMostReading) {
    constexpr std::size_t kSizeAt = 16;
    ByteReader header(file);
    header.take(kSizeAt);
    const auto told = header.count(2);
    header.take(2);
    const auto reserved = header.count(1);
    const auto size = told == 1 ? std::size_t{65536} : told;
    if (header.good() && file.starts_with("SQLite format 3") && size >= 512 &&
        std::has_single_bit(size)) {
      size_ = size;
      room_ = size - reserved;
    }
  }

  [[nodiscard]] std::size_t count() const { return file_.size() / size_; }

  /// Follows what leads to the last row, from page to page.
  [[nodiscard]] LastRow last_row(std::size_t root) const {
    LastRow last;
    auto page = root;
    for (int depth = 0; depth < kDeepest && page != 0 && page <= count(); ++depth) {
      const auto step = last_on((page - 1) * size_);
      if (!step || step->number < last.number) {
        break;
      }
      last.number = step->number;
      page = step->next;
      last.certain = page == 0;
    }
    return last;
  }

  /// Tells of the rows on a page, counted from 0.
  void for_each_row_on(std::size_t page, const std::function<void(const PageRow&)>& take) {
    const auto bytes = file_.substr(page * size_, size_);
    ByteReader header(bytes.substr(page == 0 ? kFileHeader : 0));
    const auto kind = static_cast<PageKind>(header.count(1));
    if (kind != PageKind::table_leaf && kind != PageKind::index_leaf &&
        kind != PageKind::index_branch) {
      return;
    }
    header.take(2);
    const auto cells = header.count(2);
    header.take(kind == PageKind::index_branch ? 7 : 3);
    for (std::size_t i = 0; i < cells && header.good(); ++i) {
      const auto at = header.count(2);
      if (const auto row = at < bytes.size() ? row_at(bytes.substr(at), kind) : std::nullopt) {
        take(*row);
      }
    }
  }

 private:
  /// The last number on a page of a table, and the page with those behind it; none behind a leaf.
  struct LastOnPage {
    std::int64_t number = 0;
    std::size_t next = 0;
  };

  [[nodiscard]] std::optional<LastOnPage> last_on(std::size_t begin) const {
    const auto bytes = file_.substr(begin, size_);
    ByteReader header(bytes);
    const auto kind = static_cast<PageKind>(header.count(1));
    if (kind != PageKind::table_leaf && kind != PageKind::table_branch) {
      return std::nullopt;
    }
    const bool leads_on = kind == PageKind::table_branch;
    header.take(2);
    const auto cells = header.count(2);
    header.take(3);
    const auto next = leads_on ? header.count(4) : 0;
    if (cells == 0) {
      return leads_on ? std::nullopt : std::optional(LastOnPage());
    }
    header.take(2 * (cells - 1));
    ByteReader cell(bytes.substr(std::min(header.count(2), bytes.size())));
    static_cast<void>(leads_on ? cell.count(4) : cell.varint());
    const auto number = static_cast<std::int64_t>(cell.varint());
    const bool sound = header.good() && cell.good() && leads_on == (next != 0);
    return sound ? std::optional(LastOnPage{number, next}) : std::nullopt;
  }

  std::optional<PageRow> row_at(std::string_view cell, PageKind kind) {
    ByteReader reader(cell);
    reader.take(kind == PageKind::index_branch ? 4 : 0);
    const auto size = reader.varint();
    PageRow row;
    if (kind == PageKind::table_leaf) {
      row.rowid = static_cast<std::int64_t>(reader.varint());
    }
    const auto record = size <= file_.size() ? payload(reader, size, kind) : std::nullopt;
    auto fields = record ? fields_of(*record) : std::nullopt;
    if (!fields) {
      return std::nullopt;
    }
    row.fields = *std::move(fields);
    return row;
  }

  /// What a page itself keeps of a payload that is too large for it.
  [[nodiscard]] std::size_t kept_here(std::size_t size, PageKind kind) const {
    const auto most = kind == PageKind::table_leaf ? room_ - 35 : (room_ - 12) * 64 / 255 - 23;
    if (size <= most) {
      return size;
    }
    const auto least = (room_ - 12) * 32 / 255 - 23;
    const auto kept = least + (size - least) % (room_ - 4);
    return kept <= most ? kept : least;
  }

  std::optional<std::string> payload(ByteReader& cell, std::size_t size, PageKind kind) {
    if (size > budget_) {
      return std::nullopt;
    }
    budget_ -= size;
    const auto here = kept_here(size, kind);
    std::string bytes(cell.take(here));
    auto next = here < size ? cell.count(4) : 0;
    while (cell.good() && bytes.size() < size) {
      if (next == 0 || next > count()) {
        return std::nullopt;
      }
      ByteReader page(file_.substr((next - 1) * size_, size_));
      next = page.count(4);
      bytes += page.take(std::min(size - bytes.size(), room_ - 4));
    }
    return cell.good() ? std::optional(std::move(bytes)) : std::nullopt;
  }

  std::string_view file_;
  std::size_t budget_;
  std::size_t size_ = kUsualPage;
  std::size_t room_ = kUsualPage;  ///< What a page has for its content.
};

}  // namespace

void for_each_row(std::string_view file, const std::function<void(const PageRow&)>& take) {
  Pages pages(file);
  for (std::size_t page = 0; page < pages.count(); ++page) {
    pages.for_each_row_on(page, take);
  }
}

LastRow last_row(std::string_view file, std::size_t root) {
  return Pages(file).last_row(root);
}

}  // namespace pith::history
