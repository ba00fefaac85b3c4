#include "audio/analysis/spectrum.h"

#include <fftw3.h>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <numbers>

namespace pieria::audio {

namespace {

/// Only executing a plan is thread-safe in FFTW.
std::mutex& plannerMutex()
{
    static std::mutex mutex;
    return mutex;
}

} // namespace

struct Spectrum::Plan
{
    explicit Plan(std::size_t size)
        : in(fftwf_alloc_real(size))
        , out(fftwf_alloc_complex(size / 2 + 1))
    {
        const std::lock_guard lock(plannerMutex());
        plan = fftwf_plan_dft_r2c_1d(static_cast<int>(size), in, out, FFTW_ESTIMATE);
    }
    ~Plan()
    {
        {
            const std::lock_guard lock(plannerMutex());
            fftwf_destroy_plan(plan);
        }
        fftwf_free(in);
        fftwf_free(out);
    }
    Plan(const Plan&) = delete;
    Plan& operator=(const Plan&) = delete;
    float* in;
    fftwf_complex* out;
    fftwf_plan plan = nullptr;
};

Spectrum::Spectrum(std::size_t size)
    : m_size(size)
    , m_window(size)
    , m_magnitudes(size / 2 + 1)
    , m_plan(std::make_unique<Plan>(size))
{
    for (std::size_t i = 0; i < size; ++i) {
        const double phase
            = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(size);
        m_window[i]
            = static_cast<float>((0.5 - 0.5 * std::cos(phase)) * 4.0 / static_cast<double>(size));
    }
}

Spectrum::~Spectrum() = default;

std::span<const float> Spectrum::magnitudes(std::span<const float> block)
{
    for (std::size_t i = 0; i < m_size; ++i) {
        m_plan->in[i] = i < block.size() ? block[i] * m_window[i] : 0.0f;
    }
    fftwf_execute(m_plan->plan);
    for (std::size_t i = 0; i < m_magnitudes.size(); ++i) {
        const auto& bin = m_plan->out[i];
        m_magnitudes[i] = std::sqrt(bin[0] * bin[0] + bin[1] * bin[1]);
    }
    return m_magnitudes;
}

std::vector<float> toMono(std::span<const float> interleaved, int channels)
{
    const auto step = static_cast<std::size_t>(std::max(channels, 1));
    std::vector<float> mono(interleaved.size() / step);
    for (std::size_t i = 0; i < mono.size(); ++i) {
        float sum = 0;
        for (std::size_t c = 0; c < step; ++c) {
            sum += interleaved[i * step + c];
        }
        mono[i] = sum / static_cast<float>(step);
    }
    return mono;
}

std::size_t blockCount(std::size_t samples, std::size_t hop)
{
    return samples == 0 ? 0 : (samples - 1) / hop + 1;
}

void forEachBlock(std::span<const float> mono, Spectrum& spectrum, std::size_t hop,
    const std::function<void(std::size_t, std::span<const float>)>& visit)
{
    std::vector<float> block(spectrum.size());
    const auto half = static_cast<std::int64_t>(spectrum.size() / 2);
    for (std::size_t column = 0; column < blockCount(mono.size(), hop); ++column) {
        const std::int64_t start = static_cast<std::int64_t>(column * hop) - half;
        for (std::size_t i = 0; i < block.size(); ++i) {
            const std::int64_t at = start + static_cast<std::int64_t>(i);
            const bool isInside = at >= 0 && at < static_cast<std::int64_t>(mono.size());
            block[i] = isInside ? mono[static_cast<std::size_t>(at)] : 0.0f;
        }
        visit(column, spectrum.magnitudes(block));
    }
}

} // namespace pieria::audio
