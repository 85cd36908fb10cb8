#include "models/forward_encoder.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <system_error>

namespace pith::models {
namespace {

constexpr std::size_t kMostExpected = 512;  ///< Texts; beyond, the oldest wishes are dropped.

}  // namespace

ForwardEncoder::ForwardEncoder(std::unique_ptr<grading::SentenceEncoder> inner)
    : inner_(std::move(inner)) {}

ForwardEncoder::~ForwardEncoder() {
  {
    const std::lock_guard lock(access_);
    over_ = true;
    expected_.clear();
  }
  changed_.notify_all();
  if (worker_.joinable()) {
    worker_.join();
  }
}

void ForwardEncoder::expect(std::vector<std::string> texts) const {
  std::vector<Wish> wishes;
  wishes.reserve(texts.size());
  for (auto& text : texts) {
    wishes.push_back({{std::move(text)}, false});
  }
  put_first(std::move(wishes));
}

void ForwardEncoder::expect_reading(std::vector<std::vector<std::string>> texts) const {
  std::vector<Wish> wishes;
  wishes.reserve(texts.size());
  for (auto& parts : texts) {
    wishes.push_back({std::move(parts), true});
  }
  put_first(std::move(wishes));
}

void ForwardEncoder::put_first(std::vector<Wish> wishes) const {
  if (wishes.empty()) {
    return;
  }
  const std::lock_guard lock(access_);
  std::erase_if(expected_, [&](const Wish& wish) {
    return std::find(wishes.begin(), wishes.end(), wish) != wishes.end();
  });
  expected_.insert(expected_.begin(), std::make_move_iterator(wishes.begin()),
                   std::make_move_iterator(wishes.end()));
  if (expected_.size() > kMostExpected) {
    expected_.resize(kMostExpected);
  }
  if (!worker_.joinable()) {
    try {
      worker_ = std::thread([this] { work(); });
    } catch (const std::system_error&) {
      expected_.clear();  // No thread is to be had; encode() does without.
    }
  }
  changed_.notify_all();
}

void ForwardEncoder::work() const {
  std::unique_lock lock(access_);
  while (!over_) {
    if (expected_.empty()) {
      changed_.wait(lock);
      continue;
    }
    const auto wish = std::move(expected_.front());
    expected_.pop_front();
    busy_ = true;
    lock.unlock();
    bool failed = false;
    try {
      const std::vector<std::string_view> parts(wish.parts.begin(), wish.parts.end());
      if (wish.reading) {
        (void)inner_->read(parts);
      } else {
        (void)inner_->encode(parts);
      }
    } catch (const std::exception&) {
      failed = true;
    }
    lock.lock();
    busy_ = false;
    if (failed) {
      expected_.clear();
    }
    changed_.notify_all();
  }
}

void ForwardEncoder::stop_working_ahead() const {
  std::unique_lock lock(access_);
  expected_.clear();
  changed_.wait(lock, [this] { return !busy_; });
}

std::vector<std::vector<float>> ForwardEncoder::encode(
    std::span<const std::string_view> texts) const {
  stop_working_ahead();
  return inner_->encode(texts);
}

grading::Reading ForwardEncoder::read(std::span<const std::string_view> parts) const {
  stop_working_ahead();
  return inner_->read(parts);
}

}  // namespace pith::models
