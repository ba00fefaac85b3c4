#include "core/corpus/chord_estimate.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pieria {

namespace {

using Chroma = std::array<double, 12>;

struct Window
{
    Chroma chroma {};
    double total = 0;
    int lowest = 128;
};

struct Template
{
    ChordQuality quality;
    double bias; ///< simpler chords win ties
};

constexpr std::array<Template, 8> kTemplates { { { ChordQuality::Major, 0.06 },
    { ChordQuality::Minor, 0.05 }, { ChordQuality::Dominant7, 0.0 },
    { ChordQuality::Minor7, -0.03 }, { ChordQuality::Major7, -0.04 },
    { ChordQuality::Diminished, 0.0 }, { ChordQuality::HalfDiminished7, -0.03 },
    { ChordQuality::Diminished7, -0.02 } } };

Tick stepOf(Metre metre)
{
    const Tick bar = metre.ticksPerBar();
    return metre.numerator % 2 == 0 && metre != Metre { 2, 4 } ? bar / 2 : bar;
}

std::vector<Window> windowsOf(const Score& score, Tick step)
{
    std::vector<Window> windows(static_cast<std::size_t>((score.length + step - 1) / step));
    for (const Track& track : score.tracks) {
        if (track.slot == Slot::Drums) {
            continue;
        }
        for (const Note& note : track.notes) {
            for (Tick at = note.onset; at < std::min(score.length, note.onset + note.duration);) {
                const Tick end = std::min(note.onset + note.duration, (at / step + 1) * step);
                Window& window = windows[static_cast<std::size_t>(at / step)];
                window.chroma[note.pitch % 12] += static_cast<double>(end - at);
                window.total += static_cast<double>(end - at);
                window.lowest = std::min<int>(window.lowest, note.pitch);
                at = end;
            }
        }
    }
    return windows;
}

double fit(const Window& window, int root, ChordQuality quality)
{
    const unsigned mask = chordMask(quality);
    double inside = 0;
    int members = 0;
    int present = 0;
    for (int interval = 0; interval < 12; ++interval) {
        if (((mask >> interval) & 1u) != 0) {
            const double share
                = window.chroma[static_cast<std::size_t>((root + interval) % 12)] / window.total;
            inside += share;
            ++members;
            present += share > 0.04 ? 1 : 0;
        }
    }
    const double rootShare = window.chroma[static_cast<std::size_t>(root)] / window.total;
    const double missing = 0.16 * (members - present);
    const double bass = window.lowest % 12 == root ? 0.12 : 0;
    return inside + 0.15 * rootShare + bass - missing;
}

double correlation(const Chroma& a, const Chroma& b)
{
    double meanA = 0;
    double meanB = 0;
    for (std::size_t i = 0; i < 12; ++i) {
        meanA += a[i] / 12;
        meanB += b[i] / 12;
    }
    double ab = 0;
    double aa = 1e-9;
    double bb = 1e-9;
    for (std::size_t i = 0; i < 12; ++i) {
        ab += (a[i] - meanA) * (b[i] - meanB);
        aa += (a[i] - meanA) * (a[i] - meanA);
        bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return ab / std::sqrt(aa * bb);
}

Chroma soundingChroma(const Score& score)
{
    Chroma chroma {};
    for (const Track& track : score.tracks) {
        for (const Note& note : track.notes) {
            chroma[note.pitch % 12]
                += track.slot == Slot::Drums ? 0 : static_cast<double>(note.duration);
        }
    }
    return chroma;
}

double keyFit(const Chroma& chroma, Key key)
{
    constexpr Chroma kMajor { 6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29,
        2.88 };
    constexpr Chroma kMinor { 6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34,
        3.17 };
    Chroma rotated {};
    for (std::size_t i = 0; i < 12; ++i) {
        rotated[i] = chroma[(i + static_cast<std::size_t>(key.tonic)) % 12];
    }
    return correlation(rotated, key.mode == Mode::Major ? kMajor : kMinor);
}

constexpr double kClearlyAnother = 0.12;

} // namespace

std::vector<Chord> estimateChords(const Score& score)
{
    const Tick step = stepOf(score.metre());
    const std::vector<Window> windows = windowsOf(score, step);
    std::vector<Chord> chords;
    for (std::size_t i = 0; i < windows.size(); ++i) {
        const Window& window = windows[i];
        if (window.total <= 0) {
            continue;
        }
        Chord best;
        double bestFit = -1;
        for (int root = 0; root < 12; ++root) {
            for (const Template& shape : kTemplates) {
                const double value = fit(window, root, shape.quality) + shape.bias;
                if (value > bestFit) {
                    bestFit = value;
                    best = { static_cast<Tick>(i) * step, root, shape.quality, root };
                }
            }
        }
        const int low = window.lowest % 12;
        const unsigned mask = chordMask(best.quality);
        best.bass = ((mask >> ((low - best.root + 12) % 12)) & 1u) != 0 ? low : best.root;
        const bool same = !chords.empty() && chords.back().root == best.root
            && chords.back().quality == best.quality;
        if (!same) {
            chords.push_back(best);
        }
    }
    if (chords.empty()) {
        chords.push_back({ 0, score.key().tonic, ChordQuality::Major, score.key().tonic });
    }
    chords.front().onset = 0;
    return chords;
}

Key estimateKey(const Score& score)
{
    const Chroma chroma = soundingChroma(score);
    Key best;
    double bestFit = -2;
    for (int tonic = 0; tonic < 12; ++tonic) {
        for (const Mode mode : { Mode::Major, Mode::Minor }) {
            const double value = keyFit(chroma, { tonic, mode });
            if (value > bestFit) {
                bestFit = value;
                best = { tonic, mode };
            }
        }
    }
    return best;
}

Key checkedKey(const Score& score, Key printed)
{
    const Chroma chroma = soundingChroma(score);
    const Key heard = estimateKey(score);
    return keyFit(chroma, heard) - keyFit(chroma, printed) > kClearlyAnother ? heard : printed;
}

} // namespace pieria
