// A small in-place Fourier transform for pictures (radix 2; analysis proper is in audio/analysis).
#pragma once

#include <complex>
#include <vector>

namespace pieria::ui {

/// X[k] = sum x[n] exp(-2 pi i k n / N); the size is a power of two.
void transform(std::vector<std::complex<float>>& data);

} // namespace pieria::ui
