// Counter-based noise as tensors: always made on the CPU in float32, so that a seed means the same
// piece on every machine, thread count and device.
#pragma once

#include "core/base/noise.h"
#include "core/models/torch.h"

#include <cstdint>

namespace pieria::models {

/// Standard normal deviates number first, first + 1, ... of the stream, row-major, float32, CPU.
[[nodiscard]] torch::Tensor normalTensor(
    const Noise& noise, torch::IntArrayRef shape, std::uint64_t first = 0);

} // namespace pieria::models
