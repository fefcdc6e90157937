#pragma once
// A mailbox of one value between two threads: one writer, one reader, neither ever waits, the newest wins.
// Three slots and one atomic byte: bits 0-1 are the slot in the middle, bit 2 says that it is fresh.

#include <atomic>
#include <cstdint>
#include <memory>

namespace kernelscope {

template <typename T>
class LatestValue {
 public:
  // Writer's side. Replaces a value that nobody took.
  void publish(std::shared_ptr<const T> value) {
    slots_[writerSlot_] = std::move(value);
    const std::uint8_t before =
        middle_.exchange(static_cast<std::uint8_t>(writerSlot_ | kFresh), std::memory_order_acq_rel);
    writerSlot_ = before & kSlotMask;
  }

  // Writer's side: whether the reader has taken the last value (or nothing was published yet).
  bool taken() const { return (middle_.load(std::memory_order_acquire) & kFresh) == 0; }

  // Reader's side: whether there is a value that was not taken yet.
  bool waits() const { return (middle_.load(std::memory_order_acquire) & kFresh) != 0; }

  // Reader's side: the newest value if there is one that was not taken yet, else null.
  std::shared_ptr<const T> take() {
    if ((middle_.load(std::memory_order_acquire) & kFresh) == 0) return nullptr;
    const std::uint8_t before = middle_.exchange(readerSlot_, std::memory_order_acq_rel);
    readerSlot_ = before & kSlotMask;
    return std::move(slots_[readerSlot_]);
  }

 private:
  static constexpr std::uint8_t kSlotMask = 3;
  static constexpr std::uint8_t kFresh = 4;
  std::shared_ptr<const T> slots_[3];
  std::uint8_t writerSlot_ = 0;
  std::atomic<std::uint8_t> middle_{1};
  std::uint8_t readerSlot_ = 2;
};

}  // namespace kernelscope
