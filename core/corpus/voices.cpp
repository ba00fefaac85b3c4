#include "core/corpus/voices.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace pieria {

namespace {

using Programs = std::span<const int>;

constexpr int kJazzLeads[] = { 66, 65, 56, 59, 11, 26, 0, 71, 73, 57 };
constexpr int kJazzChords[] = { 0, 26, 4, 11, 1, 16 };
constexpr int kJazzBasses[] = { 32, 32, 35, 43 };
constexpr int kSwingLeads[] = { 71, 56, 66, 65, 57, 59, 11, 0 };
constexpr int kBluesLeads[] = { 22, 27, 66, 26, 0, 29, 16, 65 };
constexpr int kBluesChords[] = { 0, 16, 27, 3, 4, 25 };
constexpr int kRockLeads[] = { 30, 29, 27, 16, 81, 66, 0, 80 };
constexpr int kRockChords[] = { 27, 29, 25, 16, 0, 30, 28 };
constexpr int kRockBasses[] = { 33, 34, 33, 36 };
constexpr int kPopLeads[] = { 73, 0, 80, 27, 53, 4, 65, 81, 48, 11 };
constexpr int kPopChords[] = { 0, 4, 25, 27, 5, 24, 88 };
constexpr int kBalladLeads[] = { 40, 73, 0, 68, 48, 65, 24, 42, 4, 69, 11 };
constexpr int kBalladChords[] = { 0, 4, 24, 25, 46, 5, 48 };
constexpr int kFolkLeads[] = { 110, 21, 73, 78, 22, 25, 105, 75, 15, 109, 74 };
constexpr int kFolkChords[] = { 25, 24, 21, 105, 15, 0, 46 };
constexpr int kCountryLeads[] = { 110, 25, 22, 27, 105, 0, 21 };
constexpr int kCountryChords[] = { 25, 27, 105, 0, 24 };
constexpr int kLatinLeads[] = { 73, 56, 24, 66, 11, 0, 64, 57, 75, 12 };
constexpr int kLatinChords[] = { 24, 0, 26, 25, 4, 11 };
constexpr int kLatinBasses[] = { 32, 33, 35 };
constexpr int kBossaLeads[] = { 73, 66, 24, 11, 53, 0, 26, 71, 64 };
constexpr int kTangoLeads[] = { 23, 40, 21, 0, 42, 73 };
constexpr int kTangoChords[] = { 0, 24, 21, 23, 48 };
constexpr int kWaltzLeads[] = { 40, 21, 73, 0, 71, 48, 68, 24 };
constexpr int kWaltzChords[] = { 0, 48, 24, 46, 21, 25 };
constexpr int kMarchLeads[] = { 72, 56, 71, 61, 73, 57, 60 };
constexpr int kMarchChords[] = { 61, 58, 60, 0, 57, 71 };
constexpr int kMarchBasses[] = { 58, 43, 32, 57 };
constexpr int kPolkaLeads[] = { 21, 71, 56, 40, 110, 73 };
constexpr int kRagLeads[] = { 0, 3, 71, 105, 56, 1 };
constexpr int kRagChords[] = { 0, 3, 105, 25 };
constexpr int kHymnLeads[] = { 19, 52, 73, 40, 20, 68, 60, 0 };
constexpr int kHymnChords[] = { 19, 20, 0, 48, 52 };
constexpr int kLullabyLeads[] = { 10, 73, 8, 11, 46, 40, 24, 75, 0 };
constexpr int kLullabyChords[] = { 24, 46, 0, 8, 10, 11 };
constexpr int kNewAgeLeads[] = { 75, 73, 0, 77, 88, 46, 42, 11, 79, 107 };
constexpr int kNewAgeChords[] = { 0, 46, 88, 24, 89, 11, 48 };
constexpr int kFunkLeads[] = { 65, 7, 56, 27, 66, 80, 16, 61, 4 };
constexpr int kFunkChords[] = { 27, 7, 4, 16, 28, 61 };
constexpr int kFunkBasses[] = { 36, 37, 33, 38 };
constexpr int kDiscoLeads[] = { 48, 61, 80, 56, 73, 65, 81, 55 };
constexpr int kElectroLeads[] = { 81, 80, 87, 84, 88, 98, 85, 86 };
constexpr int kElectroChords[] = { 90, 81, 88, 4, 50, 95, 16 };
constexpr int kElectroBasses[] = { 38, 39, 87, 33 };
constexpr int kCaribbeanLeads[] = { 114, 73, 56, 24, 12, 65 };
constexpr int kCaribbeanChords[] = { 27, 114, 24, 0, 16 };
constexpr int kArabicLeads[] = { 104, 40, 111, 68, 75, 71, 105 };
constexpr int kArabicChords[] = { 24, 25, 104, 48, 0, 15 };
constexpr int kShowLeads[] = { 48, 71, 40, 56, 68, 60, 73, 0, 61 };
constexpr int kShowChords[] = { 0, 48, 46, 61, 11 };
constexpr int kGypsyLeads[] = { 40, 25, 71, 21, 110, 26 };
constexpr int kGypsyChords[] = { 25, 24, 26, 0 };
constexpr int kAnyBass[] = { 32, 33, 32, 35, 34 };
constexpr int kAnyLead[] = { 0, 4, 6, 8, 9, 10, 11, 12, 13, 15, 16, 18, 19, 21, 22, 23, 24, 25, 26,
    27, 29, 40, 41, 42, 46, 48, 52, 53, 56, 57, 58, 59, 60, 61, 64, 65, 66, 67, 68, 69, 70, 71, 72,
    73, 74, 75, 77, 78, 79, 80, 81, 84, 87, 88, 104, 105, 106, 107, 108, 109, 110, 111, 114 };

constexpr TuneManner manner(
    double density, double syncopation, double dotted, double rests, bool blue = false)
{
    return { density, syncopation, dotted, false, blue, rests };
}

constexpr StyleVoices kGeneral { "", kPopLeads, kPopChords, kAnyBass, manner(1.2, 0.3, 0.2, 0.3) };

constexpr StyleVoices kFamilies[] = {
    { "jazz", kJazzLeads, kJazzChords, kJazzBasses, manner(1.5, 0.5, 0.1, 0.45) },
    { "cool jazz", kJazzLeads, kJazzChords, kJazzBasses, manner(1.3, 0.5, 0.1, 0.5) },
    { "bebop", kJazzLeads, kJazzChords, kJazzBasses, manner(1.9, 0.5, 0.0, 0.4) },
    { "swing", kSwingLeads, kJazzChords, kJazzBasses, manner(1.3, 0.6, 0.1, 0.4) },
    { "dixieland", kSwingLeads, kRagChords, kMarchBasses, manner(1.4, 0.5, 0.1, 0.25) },
    { "jazz manouche", kGypsyLeads, kGypsyChords, kJazzBasses, manner(1.6, 0.4, 0.1, 0.3) },
    { "blues", kBluesLeads, kBluesChords, kAnyBass, manner(1.3, 0.4, 0.1, 0.6, true) },
    { "boogie woogie", kBluesLeads, kBluesChords, kAnyBass, manner(1.3, 0.5, 0.1, 0.5, true) },
    { "rock", kRockLeads, kRockChords, kRockBasses, manner(1.2, 0.4, 0.2, 0.4, true) },
    { "rock and roll", kRockLeads, kRockChords, kAnyBass, manner(1.3, 0.4, 0.1, 0.4, true) },
    { "pop", kPopLeads, kPopChords, kRockBasses, manner(1.3, 0.4, 0.2, 0.35) },
    { "ballad", kBalladLeads, kBalladChords, kAnyBass, manner(1.1, 0.2, 0.35, 0.35) },
    { "soul", kFunkLeads, kFunkChords, kRockBasses, manner(1.2, 0.5, 0.2, 0.45) },
    { "rhythm and blues", kFunkLeads, kPopChords, kRockBasses, manner(1.3, 0.5, 0.2, 0.45, true) },
    { "funk", kFunkLeads, kFunkChords, kFunkBasses, manner(1.5, 0.8, 0.2, 0.6, true) },
    { "disco", kDiscoLeads, kFunkChords, kRockBasses, manner(1.2, 0.5, 0.2, 0.35) },
    { "folk", kFolkLeads, kFolkChords, kAnyBass, manner(1.4, 0.1, 0.3, 0.2) },
    { "celtic", kFolkLeads, kFolkChords, kAnyBass, manner(1.7, 0.05, 0.2, 0.1) },
    { "country", kCountryLeads, kCountryChords, kAnyBass, manner(1.3, 0.2, 0.2, 0.3) },
    { "western", kCountryLeads, kCountryChords, kAnyBass, manner(1.4, 0.3, 0.1, 0.3) },
    { "bluegrass", kCountryLeads, kCountryChords, kAnyBass, manner(1.8, 0.1, 0.1, 0.15) },
    { "bossa nova", kBossaLeads, kLatinChords, kLatinBasses, manner(1.2, 0.7, 0.3, 0.4) },
    { "samba", kLatinLeads, kLatinChords, kLatinBasses, manner(1.4, 0.7, 0.1, 0.3) },
    { "salsa", kLatinLeads, kLatinChords, kLatinBasses, manner(1.3, 0.7, 0.1, 0.4) },
    { "mambo", kLatinLeads, kLatinChords, kLatinBasses, manner(1.3, 0.6, 0.1, 0.4) },
    { "cha-cha", kLatinLeads, kLatinChords, kLatinBasses, manner(1.3, 0.5, 0.1, 0.4) },
    { "rumba", kLatinLeads, kLatinChords, kLatinBasses, manner(1.2, 0.5, 0.2, 0.35) },
    { "bolero", kLatinLeads, kLatinChords, kLatinBasses, manner(1.2, 0.3, 0.3, 0.35) },
    { "merengue", kLatinLeads, kLatinChords, kLatinBasses, manner(1.7, 0.4, 0.1, 0.3) },
    { "calypso", kCaribbeanLeads, kCaribbeanChords, kAnyBass, manner(1.4, 0.6, 0.1, 0.25) },
    { "ska", kCaribbeanLeads, kRockChords, kRockBasses, manner(1.3, 0.4, 0.1, 0.3) },
    { "tango", kTangoLeads, kTangoChords, kJazzBasses, manner(1.4, 0.3, 0.4, 0.25) },
    { "waltz", kWaltzLeads, kWaltzChords, kJazzBasses, manner(0.95, 0.1, 0.25, 0.2) },
    { "march", kMarchLeads, kMarchChords, kMarchBasses, manner(1.5, 0.1, 0.5, 0.15) },
    { "polka", kPolkaLeads, kFolkChords, kMarchBasses, manner(1.9, 0.05, 0.2, 0.1) },
    { "ragtime", kRagLeads, kRagChords, kMarchBasses, manner(2.1, 0.8, 0.2, 0.1) },
    { "hymn", kHymnLeads, kHymnChords, kJazzBasses, manner(0.95, 0.0, 0.25, 0.1) },
    { "gospel", kHymnLeads, kBalladChords, kAnyBass, manner(1.2, 0.3, 0.3, 0.3, true) },
    { "spiritual", kHymnLeads, kBalladChords, kAnyBass, manner(1.1, 0.3, 0.3, 0.25) },
    { "lullaby", kLullabyLeads, kLullabyChords, kJazzBasses, manner(1.0, 0.0, 0.2, 0.2) },
    { "new age", kNewAgeLeads, kNewAgeChords, kAnyBass, manner(0.9, 0.1, 0.2, 0.4) },
    { "arabic", kArabicLeads, kArabicChords, kAnyBass, manner(1.5, 0.3, 0.3, 0.3) },
    { "trance", kElectroLeads, kElectroChords, kElectroBasses, manner(1.5, 0.6, 0.4, 0.2) },
    { "show tune", kShowLeads, kShowChords, kJazzBasses, manner(1.2, 0.2, 0.3, 0.25) },
};

struct Range
{
    int first; ///< programs [first, last]
    int last;
    int low;
    int high;
};

constexpr Range kRanges[]
    = { { 0, 5, 62, 86 }, { 6, 7, 58, 82 }, { 8, 8, 67, 91 }, { 9, 10, 69, 93 }, { 11, 12, 57, 82 },
          { 13, 14, 65, 89 }, { 15, 15, 60, 84 }, { 16, 20, 57, 82 }, { 21, 21, 60, 86 },
          { 22, 23, 60, 84 }, { 24, 26, 55, 79 }, { 27, 31, 57, 82 }, { 32, 39, 36, 58 },
          { 40, 40, 60, 88 }, { 41, 41, 53, 77 }, { 42, 42, 46, 70 }, { 43, 43, 34, 55 },
          { 44, 51, 58, 82 }, { 52, 55, 57, 79 }, { 56, 56, 58, 80 }, { 57, 57, 46, 68 },
          { 58, 58, 36, 58 }, { 59, 59, 58, 80 }, { 60, 60, 50, 72 }, { 61, 63, 56, 78 },
          { 64, 64, 60, 84 }, { 65, 65, 56, 79 }, { 66, 66, 50, 73 }, { 67, 67, 43, 65 },
          { 68, 68, 61, 85 }, { 69, 69, 55, 77 }, { 70, 70, 43, 65 }, { 71, 71, 57, 82 },
          { 72, 72, 74, 98 }, { 73, 75, 64, 88 }, { 76, 77, 60, 84 }, { 78, 79, 70, 93 },
          { 80, 87, 58, 82 }, { 88, 103, 58, 80 }, { 104, 107, 57, 80 }, { 108, 108, 60, 84 },
          { 109, 109, 60, 80 }, { 110, 110, 60, 86 }, { 111, 111, 60, 81 }, { 114, 114, 60, 84 } };

int drawFrom(Programs programs, NoiseSequence& dice)
{
    // The first ones twice as often as the last.
    const double mark = dice.uniform();
    const auto index = static_cast<std::size_t>(
        static_cast<double>(programs.size()) * (0.65 * mark + 0.35 * mark * mark));
    return programs[std::min(index, programs.size() - 1)];
}

double meanPitch(const Track& track)
{
    double sum = 0;
    for (const Note& note : track.notes) {
        sum += note.pitch;
    }
    return track.notes.empty() ? 60 : sum / static_cast<double>(track.notes.size());
}

/// Moves a whole track by octaves until its mean lies within the instrument's range.
void fitRegister(Track& track, int low, int high)
{
    const double mean = meanPitch(track);
    const int octaves = mean < low ? static_cast<int>(std::ceil((low - mean) / 12))
        : mean > high              ? -static_cast<int>(std::ceil((mean - high) / 12))
                                   : 0;
    const auto fits = [octaves](const Note& note) {
        const int pitch = note.pitch + 12 * octaves;
        return pitch >= 24 && pitch <= 108;
    };
    if (octaves != 0 && std::all_of(track.notes.begin(), track.notes.end(), fits)) {
        for (Note& note : track.notes) {
            note.pitch = static_cast<std::uint8_t>(note.pitch + 12 * octaves);
        }
    }
}

} // namespace

const StyleVoices& voicesOf(std::string_view family)
{
    const auto found = std::find_if(std::begin(kFamilies), std::end(kFamilies),
        [family](const StyleVoices& voices) { return voices.family == family; });
    return found != std::end(kFamilies) ? *found : kGeneral;
}

int drawLead(const StyleVoices& voices, NoiseSequence& dice)
{
    return dice.chance(0.78) ? drawFrom(voices.leads, dice)
                             : kAnyLead[dice.below(std::size(kAnyLead))];
}

std::pair<int, int> melodicRange(int program)
{
    for (const Range& range : kRanges) {
        if (program >= range.first && program <= range.last) {
            return { range.low, range.high };
        }
    }
    return { 58, 82 };
}

void substituteVoices(Score& score, const StyleVoices& voices, NoiseSequence& dice)
{
    for (Track& track : score.tracks) {
        const bool chordal = track.slot == Slot::Chords || track.slot == Slot::Comp;
        if (track.slot == Slot::Bass && dice.chance(0.35)) {
            track.program = drawFrom(voices.basses, dice);
        } else if (chordal && dice.chance(0.35)) {
            track.program = drawFrom(voices.chords, dice);
            const auto [low, high] = melodicRange(track.program);
            fitRegister(track, low - 10, high);
        } else if (track.slot == Slot::Pad && dice.chance(0.3)) {
            constexpr int kPads[] = { 48, 49, 50, 89, 52, 88, 91, 95, 16, 94 };
            track.program = kPads[dice.below(std::size(kPads))];
        } else if ((track.slot == Slot::Counter || track.slot == Slot::Extra)
            && dice.chance(0.25)) {
            track.program = drawFrom(voices.leads, dice);
            const auto [low, high] = melodicRange(track.program);
            fitRegister(track, low - 4, high);
        }
    }
}

TuneManner mannerAt(const StyleVoices& voices, double bpm, Metre metre, bool swung)
{
    TuneManner result = voices.manner;
    result.swung = swung;
    const double felt = metre == Metre { 2, 4 } ? bpm : bpm * 0.95;
    result.density *= std::clamp(1.35 - (felt - 70) / 230, 0.6, 1.4);
    if (swung) {
        result.dotted = 0; // a dotted cell would fight the triplets
    }
    return result;
}

} // namespace pieria
