#include "tests/eval/statistics.h"

#include "core/base/noise.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <thread>

namespace pieria::eval {

Estimate bootstrapMean(const std::vector<double>& values)
{
    Estimate estimate;
    estimate.n = values.size();
    if (values.empty()) {
        return estimate;
    }
    const auto meanOf = [&](auto pick) {
        double sum = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            sum += values[pick(i)];
        }
        return sum / static_cast<double>(values.size());
    };
    estimate.mean = meanOf([](std::size_t i) { return i; });
    constexpr int kResamples = 2000;
    NoiseSequence random(Noise(1, "bootstrap"));
    std::vector<double> means;
    for (int i = 0; i < kResamples; ++i) {
        means.push_back(meanOf([&](std::size_t) -> std::size_t {
            return random.below(static_cast<std::uint32_t>(values.size()));
        }));
    }
    std::sort(means.begin(), means.end());
    estimate.low = means[static_cast<std::size_t>(kResamples * 0.025)];
    estimate.high = means[static_cast<std::size_t>(kResamples * 0.975)];
    return estimate;
}

double median(std::vector<double> values)
{
    if (values.empty()) {
        return 0;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::string asRate(const Estimate& e)
{
    std::array<char, 96> text {};
    std::snprintf(text.data(), text.size(), "%5.1f %% [%.1f, %.1f] n=%zu", 100 * e.mean,
        100 * e.low, 100 * e.high, e.n);
    return text.data();
}

std::string asNumber(const Estimate& e)
{
    std::array<char, 96> text {};
    std::snprintf(text.data(), text.size(), "%.4f [%.4f, %.4f] n=%zu", e.mean, e.low, e.high, e.n);
    return text.data();
}

std::string machineLine(int threads)
{
    std::ifstream info("/proc/cpuinfo");
    std::string line;
    std::string model = "unknown processor";
    while (std::getline(info, line)) {
        if (line.rfind("model name", 0) == 0) {
            model = line.substr(line.find(':') + 2);
            break;
        }
    }
    return "machine: " + std::to_string(std::thread::hardware_concurrency()) + " cores, " + model
        + "; threads " + std::to_string(threads);
}

} // namespace pieria::eval
