// Loudness and true peak as ITU-R BS.1770-4 and EBU R 128 say, by libebur128 (4x oversampling).
#pragma once

#include <memory>
#include <span>

namespace pieria::audio {

struct Loudness
{
    double integrated = -70; ///< LUFS; -70 for silence
    double truePeak = -120; ///< dBTP; -120 for silence
};

/// Stereo at 48 kHz, block by block.
class LoudnessMeter
{
public:
    LoudnessMeter();
    ~LoudnessMeter();
    LoudnessMeter(const LoudnessMeter&) = delete;
    LoudnessMeter& operator=(const LoudnessMeter&) = delete;
    void add(std::span<const float> interleaved);
    [[nodiscard]] Loudness result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

[[nodiscard]] Loudness measureLoudness(std::span<const float> interleaved);

} // namespace pieria::audio
