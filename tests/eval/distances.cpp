#include "tests/eval/distances.h"

#include "tests/eval/statistics.h"

#include <algorithm>
#include <cmath>

namespace pieria::eval {

namespace {

constexpr std::size_t kGram = 8;

double squaredDistance(const std::vector<double>& a, const std::vector<double>& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
}

} // namespace

double kernelDistance(const Features& reference, const Features& other)
{
    if (reference.size() < 2 || other.size() < 2) {
        return 0;
    }
    std::vector<double> distances;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        for (std::size_t j = i + 1; j < reference.size(); ++j) {
            distances.push_back(squaredDistance(reference[i], reference[j]));
        }
    }
    const double width = median(distances);
    const auto kernel = [&](const std::vector<double>& a, const std::vector<double>& b) {
        return std::exp(-squaredDistance(a, b) / (2 * width));
    };
    const auto within = [&](const Features& set) {
        double sum = 0;
        for (std::size_t i = 0; i < set.size(); ++i) {
            for (std::size_t j = 0; j < set.size(); ++j) {
                sum += i == j ? 0.0 : kernel(set[i], set[j]);
            }
        }
        const auto n = static_cast<double>(set.size());
        return sum / (n * (n - 1));
    };
    double across = 0;
    for (const auto& a : reference) {
        for (const auto& b : other) {
            across += kernel(a, b);
        }
    }
    across /= static_cast<double>(reference.size()) * static_cast<double>(other.size());
    return within(reference) + within(other) - 2 * across;
}

NGrams melodicNGrams(const Score& score)
{
    NGrams grams;
    for (const Track& track : score.tracks) {
        if (track.slot != Slot::Lead && track.slot != Slot::Counter) {
            continue;
        }
        std::vector<Note> line;
        for (const Note& note : track.notes) {
            if (line.empty() || line.back().onset != note.onset) {
                line.push_back(note);
            } else {
                line.back() = note; // the upper voice carries the tune
            }
        }
        std::vector<std::string> steps;
        for (std::size_t i = 1; i < line.size(); ++i) {
            const Tick gap = (line[i].onset - line[i - 1].onset + 12) / 24;
            steps.push_back(std::to_string(gap) + "/"
                + std::to_string(line[i].pitch - line[i - 1].pitch) + " ");
        }
        for (std::size_t i = 0; i + kGram <= steps.size(); ++i) {
            std::string gram;
            for (std::size_t k = 0; k < kGram; ++k) {
                gram += steps[i + k];
            }
            grams.insert(gram);
        }
    }
    return grams;
}

double overlap(const NGrams& grams, const NGrams& known)
{
    if (grams.empty()) {
        return 0;
    }
    const auto shared = std::count_if(
        grams.begin(), grams.end(), [&](const std::string& gram) { return known.contains(gram); });
    return static_cast<double>(shared) / static_cast<double>(grams.size());
}

} // namespace pieria::eval
