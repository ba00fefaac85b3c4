// Short-time spectra (fftw3f), the ground of spectrogram, tempo and key.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace pieria::audio {

/// Magnitudes of real blocks of one size; not thread-safe, but any number may exist.
class Spectrum
{
public:
    /// `size` even; a Hann window is applied, scaled so that a sine of amplitude 1 in the middle of
    /// a bin has magnitude 1.
    explicit Spectrum(std::size_t size);
    ~Spectrum();
    Spectrum(const Spectrum&) = delete;
    Spectrum& operator=(const Spectrum&) = delete;
    /// size / 2 + 1 values, valid until the next call.
    [[nodiscard]] std::span<const float> magnitudes(std::span<const float> block);
    [[nodiscard]] std::size_t size() const { return m_size; }

private:
    struct Plan;
    std::size_t m_size;
    std::vector<float> m_window;
    std::vector<float> m_magnitudes;
    std::unique_ptr<Plan> m_plan;
};

/// The mean of the channels.
[[nodiscard]] std::vector<float> toMono(std::span<const float> interleaved, int channels = 2);

/// Calls `visit(column, magnitudes)` for blocks centred on multiples of `hop`; zeros outside.
void forEachBlock(std::span<const float> mono, Spectrum& spectrum, std::size_t hop,
    const std::function<void(std::size_t column, std::span<const float> magnitudes)>& visit);

/// Number of columns of forEachBlock.
[[nodiscard]] std::size_t blockCount(std::size_t samples, std::size_t hop);

} // namespace pieria::audio
