#include "core/base/noise.h"

#include <cmath>
#include <numbers>

namespace pieria {

namespace {

constexpr std::uint32_t kM0 = 0xD2511F53u;
constexpr std::uint32_t kM1 = 0xCD9E8D57u;
constexpr std::uint32_t kW0 = 0x9E3779B9u;
constexpr std::uint32_t kW1 = 0xBB67AE85u;

std::uint32_t high(std::uint64_t x)
{
    return static_cast<std::uint32_t>(x >> 32);
}

std::uint32_t low(std::uint64_t x)
{
    return static_cast<std::uint32_t>(x);
}

std::array<std::uint32_t, 4> block(std::uint64_t seed, std::uint64_t stream, std::uint64_t index)
{
    return philox4x32(
        { low(index), high(index), low(stream), high(stream) }, { low(seed), high(seed) });
}

double toUniform(std::uint32_t bits)
{
    return (static_cast<double>(bits) + 0.5) * 0x1p-32;
}

} // namespace

std::array<std::uint32_t, 4> philox4x32(
    std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key)
{
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t p0 = static_cast<std::uint64_t>(kM0) * counter[0];
        const std::uint64_t p1 = static_cast<std::uint64_t>(kM1) * counter[2];
        counter
            = { high(p1) ^ counter[1] ^ key[0], low(p1), high(p0) ^ counter[3] ^ key[1], low(p0) };
        key[0] += kW0;
        key[1] += kW1;
    }
    return counter;
}

std::uint64_t streamOf(std::string_view factor, std::uint64_t index)
{
    std::uint64_t hash = 0xcbf29ce484222325ull;
    const auto add = [&hash](std::uint8_t byte) { hash = (hash ^ byte) * 0x100000001b3ull; };
    for (const char c : factor) {
        add(static_cast<std::uint8_t>(c));
    }
    for (int i = 0; i < 8; ++i) {
        add(static_cast<std::uint8_t>(index >> (8 * i)));
    }
    return hash;
}

Noise::Noise(std::uint64_t seed, std::uint64_t stream)
    : m_seed(seed)
    , m_stream(stream)
{
}

Noise::Noise(std::uint64_t seed, std::string_view factor, std::uint64_t index)
    : Noise(seed, streamOf(factor, index))
{
}

std::uint32_t Noise::bits(std::uint64_t n) const
{
    return block(m_seed, m_stream, n / 4)[n % 4];
}

double Noise::uniform(std::uint64_t n) const
{
    return toUniform(bits(n));
}

float Noise::normal(std::uint64_t n) const
{
    float value = 0;
    fillNormal(n, { &value, 1 });
    return value;
}

void Noise::fillNormal(std::uint64_t first, std::span<float> out) const
{
    // Numbers 2k and 2k+1 of the stream are the cosine and sine of one Box-Muller pair.
    std::array<std::uint32_t, 4> words {};
    std::uint64_t loaded = ~std::uint64_t { 0 };
    for (std::size_t i = 0; i < out.size(); ++i) {
        const std::uint64_t n = first + i;
        if (n / 4 != loaded) {
            loaded = n / 4;
            words = block(m_seed, m_stream, loaded);
        }
        const std::size_t pair = (n % 4) & ~std::uint64_t { 1 };
        const double radius = std::sqrt(-2.0 * std::log(toUniform(words[pair])));
        const double angle = 2.0 * std::numbers::pi * toUniform(words[pair + 1]);
        out[i] = static_cast<float>(radius * (n % 2 == 0 ? std::cos(angle) : std::sin(angle)));
    }
}

std::uint32_t Noise::below(std::uint64_t n, std::uint32_t bound) const
{
    return static_cast<std::uint32_t>((static_cast<std::uint64_t>(bits(n)) * bound) >> 32);
}

} // namespace pieria
