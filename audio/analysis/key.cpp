#include "audio/analysis/key.h"

#include "audio/analysis/spectrum.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace pieria::audio {

namespace {

constexpr std::size_t kFftSize = 16384;
constexpr std::size_t kHop = 8192;
constexpr double kLowest = 26; ///< A0 less half a semitone
constexpr double kHighest = 4310; ///< C8 and half a semitone
constexpr Chroma kMajor { 6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88 };
constexpr Chroma kMinor { 6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17 };

struct Partial
{
    double pitch; ///< MIDI, fractional
    double level;
};

/// Peaks of one spectrum, with the frequency between bins.
void collectPeaks(std::span<const float> bins, double hertzPerBin, std::vector<Partial>& peaks)
{
    const auto first = static_cast<std::size_t>(std::max(kLowest / hertzPerBin, 1.0));
    const auto last = std::min(static_cast<std::size_t>(kHighest / hertzPerBin), bins.size() - 2);
    for (std::size_t i = first; i <= last; ++i) {
        const float a = bins[i - 1];
        const float b = bins[i];
        const float c = bins[i + 1];
        if (b < 1e-5f || b <= a || b < c) {
            continue;
        }
        const double shift = 0.5 * (a - c) / (a - 2 * b + c);
        const double hertz = (static_cast<double>(i) + shift) * hertzPerBin;
        peaks.push_back({ 69 + 12 * std::log2(hertz / 440), std::log1p(1000.0 * b) });
    }
}

/// Offset of the tuning from A = 440 Hz in semitones, -0.5 to 0.5: the circular mean.
double tuningOf(const std::vector<Partial>& peaks)
{
    double x = 0;
    double y = 0;
    for (const Partial& peak : peaks) {
        x += peak.level * std::cos(2 * std::numbers::pi * peak.pitch);
        y += peak.level * std::sin(2 * std::numbers::pi * peak.pitch);
    }
    return std::atan2(y, x) / (2 * std::numbers::pi);
}

double correlation(const Chroma& chroma, const Chroma& profile, int tonic)
{
    double meanA = 0;
    double meanB = 0;
    for (std::size_t i = 0; i < 12; ++i) {
        meanA += chroma[i] / 12;
        meanB += profile[i] / 12;
    }
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (std::size_t i = 0; i < 12; ++i) {
        const double a = chroma[(i + static_cast<std::size_t>(tonic)) % 12] - meanA;
        const double b = profile[i] - meanB;
        ab += a * b;
        aa += a * a;
        bb += b * b;
    }
    return aa > 0 ? ab / std::sqrt(aa * bb) : 0;
}

} // namespace

Chroma chromaOf(std::span<const float> mono, double sampleRate)
{
    Spectrum spectrum(kFftSize);
    std::vector<Partial> peaks;
    const double hertzPerBin = sampleRate / kFftSize;
    forEachBlock(mono, spectrum, kHop,
        [&](std::size_t, std::span<const float> bins) { collectPeaks(bins, hertzPerBin, peaks); });
    const double tuning = tuningOf(peaks);
    Chroma chroma {};
    for (const Partial& peak : peaks) {
        const auto pitch = std::lround(peak.pitch - tuning);
        // Upper partials fall on other pitch classes: they count for less.
        const double weight = std::exp2(-std::max(peak.pitch - 60, 0.0) / 24);
        chroma[static_cast<std::size_t>((pitch % 12 + 12) % 12)] += weight * peak.level;
    }
    return chroma;
}

Chroma chromaOf(const Score& score)
{
    Chroma chroma {};
    for (const Track& track : score.tracks) {
        if (track.slot == Slot::Drums) {
            continue;
        }
        for (const Note& note : track.notes) {
            chroma[note.pitch % 12u] += static_cast<double>(note.duration);
        }
    }
    return chroma;
}

KeyEstimate estimateKey(const Chroma& chroma)
{
    KeyEstimate best;
    best.correlation = -2;
    double second = -2;
    for (int tonic = 0; tonic < 12; ++tonic) {
        for (const Mode mode : { Mode::Major, Mode::Minor }) {
            const double r = correlation(chroma, mode == Mode::Major ? kMajor : kMinor, tonic);
            if (r > best.correlation) {
                second = best.correlation;
                best.key = { tonic, mode };
                best.correlation = r;
            } else {
                second = std::max(second, r);
            }
        }
    }
    best.margin = best.correlation - second;
    return best;
}

} // namespace pieria::audio
