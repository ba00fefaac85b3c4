#include "ui/wave/fft.h"

#include <cmath>
#include <numbers>
#include <utility>

namespace pieria::ui {

namespace {

/// exp(-2 pi i k / n) for the first half of the circle, kept per thread.
const std::vector<std::complex<float>>& roots(std::size_t n)
{
    thread_local std::vector<std::complex<float>> table;
    if (table.size() != n / 2) {
        table.resize(n / 2);
        for (std::size_t k = 0; k < n / 2; ++k) {
            const double angle
                = -2 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(n);
            table[k] = { static_cast<float>(std::cos(angle)), static_cast<float>(std::sin(angle)) };
        }
    }
    return table;
}

} // namespace

void transform(std::vector<std::complex<float>>& data)
{
    const std::size_t n = data.size();
    for (std::size_t i = 1, j = 0; i < n; ++i) {
        std::size_t bit = n >> 1;
        for (; (j & bit) != 0; bit >>= 1) {
            j ^= bit;
        }
        j ^= bit;
        if (i < j) {
            std::swap(data[i], data[j]);
        }
    }
    const auto& w = roots(n);
    for (std::size_t size = 2; size <= n; size *= 2) {
        const std::size_t half = size / 2;
        const std::size_t stride = n / size;
        for (std::size_t start = 0; start < n; start += size) {
            for (std::size_t k = 0; k < half; ++k) {
                const auto odd = data[start + k + half] * w[k * stride];
                data[start + k + half] = data[start + k] - odd;
                data[start + k] += odd;
            }
        }
    }
}

} // namespace pieria::ui
