#include "audio/file/resampler.h"

#include <cmath>
#include <soxr.h>

namespace pieria::audio {

namespace {

struct SoxrDeleter
{
    void operator()(soxr* state) const { soxr_delete(state); }
};

class SoxrResampler final : public Resampler
{
public:
    SoxrResampler(soxr_t state, int channels, double ratio)
        : m_state(state)
        , m_channels(static_cast<std::size_t>(channels))
        , m_ratio(ratio)
    {
    }
    Result<std::vector<float>> process(std::span<const float> interleaved) override
    {
        return run(interleaved.data(), interleaved.size() / m_channels);
    }
    Result<std::vector<float>> finish() override
    {
        std::vector<float> rest;
        while (true) {
            auto more = run(nullptr, kFlushFrames);
            if (!more) {
                return more;
            }
            if (more->empty()) {
                return rest;
            }
            rest.insert(rest.end(), more->begin(), more->end());
        }
    }

private:
    static constexpr std::size_t kFlushFrames = 4096;

    Result<std::vector<float>> run(const float* in, std::size_t frames)
    {
        const double expected = std::ceil(static_cast<double>(frames) * m_ratio);
        std::vector<float> out((static_cast<std::size_t>(expected) + 4096) * m_channels);
        std::size_t used = 0;
        std::size_t made = 0;
        std::size_t total = 0;
        do {
            const float* from = in ? in + used * m_channels : nullptr;
            std::size_t taken = 0;
            const soxr_error_t error = soxr_process(m_state.get(), from, in ? frames - used : 0,
                &taken, out.data() + total * m_channels, out.size() / m_channels - total, &made);
            if (error) {
                return fail(ErrorCode::Internal,
                    "The sample rate could not be changed: export at 48000 Hz.", error);
            }
            used += taken;
            total += made;
        } while (in && used < frames);
        out.resize(total * m_channels);
        return out;
    }

    std::unique_ptr<soxr, SoxrDeleter> m_state;
    std::size_t m_channels;
    double m_ratio;
};

} // namespace

Result<std::unique_ptr<Resampler>> Resampler::create(int channels, double fromRate, double toRate)
{
    soxr_error_t error = nullptr;
    const auto io = soxr_io_spec(SOXR_FLOAT32_I, SOXR_FLOAT32_I);
    const auto quality = soxr_quality_spec(SOXR_VHQ, 0);
    const auto threads = soxr_runtime_spec(1);
    soxr_t state = soxr_create(
        fromRate, toRate, static_cast<unsigned>(channels), &error, &io, &quality, &threads);
    if (error || !state) {
        return fail(ErrorCode::Unsupported,
            "The sample rate could not be changed: export at 48000 Hz.", error ? error : "");
    }
    return std::make_unique<SoxrResampler>(state, channels, toRate / fromRate);
}

} // namespace pieria::audio
