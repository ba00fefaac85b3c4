// Changes the sample rate (libsoxr, very high quality).
#pragma once

#include "core/base/result.h"

#include <memory>
#include <span>
#include <vector>

namespace pieria::audio {

class Resampler
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Resampler>> create(
        int channels, double fromRate, double toRate);
    virtual ~Resampler() = default;
    /// What comes out for the next frames; it lags a little behind.
    [[nodiscard]] virtual Result<std::vector<float>> process(std::span<const float> interleaved)
        = 0;
    /// The rest.
    [[nodiscard]] virtual Result<std::vector<float>> finish() = 0;
};

} // namespace pieria::audio
