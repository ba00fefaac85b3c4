// Counter-based noise: Philox-4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as
// easy as 1, 2, 3", SC11). The n-th number of a stream depends on (seed, stream, n) alone, so it is
// the same on every machine, for every thread count, and changing one factor leaves all others
// untouched.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace pieria {

/// One Philox-4x32-10 block.
[[nodiscard]] std::array<std::uint32_t, 4> philox4x32(
    std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key);

/// Names a stochastic factor ("slot/bass"); FNV-1a, stable for ever.
[[nodiscard]] std::uint64_t streamOf(std::string_view factor, std::uint64_t index = 0);

/// Random access to one stream. A value type; copying it copies nothing but two words.
class Noise
{
public:
    Noise(std::uint64_t seed, std::uint64_t stream);
    Noise(std::uint64_t seed, std::string_view factor, std::uint64_t index = 0);

    [[nodiscard]] std::uint32_t bits(std::uint64_t n) const;
    /// Uniform in (0, 1), 32 bits of it.
    [[nodiscard]] double uniform(std::uint64_t n) const;
    /// Standard normal: Box-Muller in double on a pair of uniforms, rounded to float at the end, so
    /// that a last-bit difference between C libraries all but never shows.
    [[nodiscard]] float normal(std::uint64_t n) const;
    void fillNormal(std::uint64_t first, std::span<float> out) const;
    /// Uniform integer in [0, bound); bound > 0.
    [[nodiscard]] std::uint32_t below(std::uint64_t n, std::uint32_t bound) const;

private:
    std::uint64_t m_seed;
    std::uint64_t m_stream;
};

/// A Noise read in order: for makers of data, where position does not matter.
class NoiseSequence
{
public:
    explicit NoiseSequence(Noise noise)
        : m_noise(noise)
    {
    }
    double uniform() { return m_noise.uniform(m_next++); }
    float normal() { return m_noise.normal(m_next++); }
    std::uint32_t below(std::uint32_t bound) { return m_noise.below(m_next++, bound); }
    bool chance(double p) { return uniform() < p; }

private:
    Noise m_noise;
    std::uint64_t m_next = 0;
};

} // namespace pieria
