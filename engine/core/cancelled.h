#pragma once

namespace kernelscope {

// Thrown by a computation whose stop token asked it to end. No error: nobody waits for its result any more.
struct Cancelled {};

}  // namespace kernelscope
