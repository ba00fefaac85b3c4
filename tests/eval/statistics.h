// Intervals for the tables: bootstrap over clips, from a fixed stream.
#pragma once

#include <string>
#include <vector>

namespace pieria::eval {

struct Estimate
{
    double mean = 0;
    double low = 0; ///< 95 % bootstrap interval
    double high = 0;
    std::size_t n = 0;
};

[[nodiscard]] Estimate bootstrapMean(const std::vector<double>& values);
[[nodiscard]] double median(std::vector<double> values);

/// "93.1 % [89.0, 96.5] n=120" for rates; plain numbers otherwise.
[[nodiscard]] std::string asRate(const Estimate& estimate);
[[nodiscard]] std::string asNumber(const Estimate& estimate);

/// "machine: 2 cores, <model name>; threads 2".
[[nodiscard]] std::string machineLine(int threads);

} // namespace pieria::eval
