#include "core/corpus/melody.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>

namespace pieria {

namespace {

constexpr unsigned kOnTonic = 1u << 0;
constexpr unsigned kOnTonicOrThird = (1u << 0) | (1u << 3) | (1u << 4);
constexpr unsigned kHalfClose
    = (1u << 2) | (1u << 7) | (1u << 11) | (1u << 5) | (1u << 4) | (1u << 3);

/// A stretch of the piece with one tune.
struct Stretch
{
    std::string label;
    Tick start = 0;
    int bars = 0;
    bool last = false;
};

/// What a section keeps between its returns.
struct Tune
{
    std::string letters; ///< one a unit: "abac"
    std::map<char, std::vector<RhythmNote>> rhythms;
    std::map<char, std::vector<int>> intervals; ///< of the unit when first sung
    std::uint32_t taste = 0;
    double level = 0; ///< shift of the contour in semitones
};

std::vector<Stretch> stretchesOf(const Score& score)
{
    const Tick bar = score.metre().ticksPerBar();
    std::vector<Stretch> result;
    for (std::size_t i = 0; i < score.sections.size(); ++i) {
        const Section& section = score.sections[i];
        const Tick end = i + 1 < score.sections.size() ? score.sections[i + 1].onset : score.length;
        const int bars = static_cast<int>((end - section.onset) / bar);
        if (section.label == "fill" && !result.empty()) {
            result.back().bars += bars;
        } else {
            result.push_back({ section.label, section.onset, bars, false });
        }
    }
    if (!result.empty()) {
        result.back().last = true;
    }
    return result;
}

int unitBars(Metre metre, int bars)
{
    if (metre == Metre { 2, 4 } && bars % 4 == 0) {
        return 4;
    }
    return bars % 2 == 0 ? 2 : 1;
}

Tune drawTune(Metre metre, int bars, const TuneManner& manner, NoiseSequence& dice)
{
    constexpr std::array<std::string_view, 5> kForms { "abac", "aabc", "abab", "aaac", "abcd" };
    Tune tune;
    const std::string form(kForms[dice.below(dice.chance(0.85) ? 4 : 5)]);
    const int units = (bars + unitBars(metre, bars) - 1) / unitBars(metre, bars);
    for (int i = 0; i < units; ++i) {
        tune.letters += form[static_cast<std::size_t>(i % 4)];
    }
    for (const char letter : { 'a', 'b', 'c', 'd' }) {
        const bool breathes = letter == 'b' || dice.chance(manner.rests);
        tune.rhythms[letter] = drawRhythm(
            metre, unitBars(metre, bars), manner, breathes ? UnitEnd::Breath : UnitEnd::Open, dice);
    }
    tune.taste = dice.below(1u << 30);
    return tune;
}

double metricWeight(Tick inBar, Metre metre)
{
    if (inBar == 0) {
        return 2;
    }
    if (metre == Metre { 6, 8 }) {
        return inBar == metre.ticksPerBar() / 2 ? 1.6 : 0.2;
    }
    if (metre == Metre { 4, 4 } && inBar == 2 * kTicksPerBeat) {
        return 1.6;
    }
    return inBar % kTicksPerBeat == 0 ? 1 : 0;
}

/// An arch over the stretch with a smaller one over every unit, in semitones around the centre.
double contour(double inStretch, double inUnit, double width)
{
    const double large = std::sin(3.14159265 * std::min(1.0, inStretch * 1.15)) - 0.4;
    const double small = std::sin(3.14159265 * inUnit) - 0.5;
    return width * (0.22 * large + 0.14 * small);
}

unsigned cadenceOf(bool finalUnit, bool lastStretch, bool middle)
{
    if (finalUnit) {
        return lastStretch ? kOnTonic : kOnTonicOrThird;
    }
    return middle ? kHalfClose : 0;
}

class Singer
{
public:
    Singer(const Score& score, const MelodyRequest& request)
        : m_score(score)
        , m_request(request)
    {
    }

    std::vector<Note> sing(NoiseSequence& dice)
    {
        for (const Stretch& stretch : stretchesOf(m_score)) {
            if (stretch.label == "intro" && !m_request.inIntro) {
                continue;
            }
            if (stretch.label == "ending") {
                singEnding(stretch);
                continue;
            }
            auto [entry, fresh] = m_tunes.try_emplace(
                stretch.label + std::to_string(unitBars(m_score.metre(), stretch.bars)));
            if (fresh) {
                entry->second = drawTune(m_score.metre(), stretch.bars, m_request.manner, dice);
                entry->second.level = m_tunes.size() > 1 ? 1.5 + 2 * dice.uniform() : 0;
            }
            singStretch(stretch, entry->second, dice);
        }
        return std::move(m_notes);
    }

private:
    void singStretch(const Stretch& stretch, Tune& tune, NoiseSequence& dice)
    {
        const Metre metre = m_score.metre();
        const int perUnit = unitBars(metre, stretch.bars);
        const Tick unit = perUnit * metre.ticksPerBar();
        const int units = stretch.bars / perUnit;
        std::vector<PitchSlot> slots;
        std::vector<RhythmNote> rhythm;
        std::vector<std::size_t> starts;
        for (int i = 0; i < units; ++i) {
            const bool closes = i + 1 == units;
            const bool middle = !closes && units >= 4 && i == units / 2 - 1;
            const char letter = tune.letters[static_cast<std::size_t>(i) % tune.letters.size()];
            std::vector<RhythmNote> notes = tune.rhythms[letter];
            if (closes) {
                notes = closingOf(tune, metre, perUnit, dice);
            }
            starts.push_back(slots.size());
            const auto motif = tune.intervals.find(letter);
            for (std::size_t k = 0; k < notes.size(); ++k) {
                const Tick at = stretch.start + i * unit + notes[k].onset;
                PitchSlot slot;
                slot.chord = chordAt(m_score, at);
                slot.weight = metricWeight(notes[k].onset % metre.ticksPerBar(), metre);
                slot.gap = notes[k].gap;
                const double inUnit
                    = static_cast<double>(notes[k].onset) / static_cast<double>(unit);
                slot.target = centre() + tune.level
                    + contour((i + inUnit) / units, inUnit, m_request.high - m_request.low);
                if (!closes && motif != tune.intervals.end() && k > 0 && k < motif->second.size()) {
                    slot.motifInterval = motif->second[k];
                }
                if (k + 1 == notes.size()) {
                    slot.cadence = cadenceOf(closes, stretch.last, middle);
                }
                slots.push_back(slot);
                rhythm.push_back({ at, notes[k].gap });
            }
        }
        NoiseSequence taste(Noise(tune.taste, "melody/taste"));
        const PitchRules rules { m_score.key(), m_request.low, m_request.high,
            m_request.manner.blue };
        const std::vector<int> line = findPitches(slots, rules, taste);
        remember(tune, line, starts);
        write(rhythm, slots, line, dice);
    }

    std::vector<RhythmNote> closingOf(Tune& tune, Metre metre, int bars, NoiseSequence& dice) const
    {
        auto [entry, fresh] = tune.rhythms.try_emplace('z');
        if (fresh) {
            entry->second = drawRhythm(metre, bars, m_request.manner, UnitEnd::Close, dice);
        }
        return entry->second;
    }

    static void remember(
        Tune& tune, const std::vector<int>& line, const std::vector<std::size_t>& starts)
    {
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : line.size();
            std::vector<int> steps { 0 };
            for (std::size_t k = starts[i] + 1; k < end; ++k) {
                steps.push_back(line[k] - line[k - 1]);
            }
            tune.intervals.try_emplace(tune.letters[i % tune.letters.size()], std::move(steps));
        }
    }

    void singEnding(const Stretch& stretch)
    {
        if (m_notes.empty() || stretch.bars < 1) {
            return;
        }
        const int before = m_notes.back().pitch;
        int best = before;
        for (int pitch = m_request.low; pitch <= m_request.high; ++pitch) {
            const bool tonic = (pitch - m_score.key().tonic + 120) % 12 == 0;
            const bool bestIsTonic = (best - m_score.key().tonic + 120) % 12 == 0;
            if (tonic && (!bestIsTonic || std::abs(pitch - before) < std::abs(best - before))) {
                best = pitch;
            }
        }
        const Tick bar = m_score.metre().ticksPerBar();
        const Tick at = stretch.start + (stretch.bars - 1) * bar;
        m_notes.push_back({ at, bar - kTicksPerFrame, static_cast<std::uint8_t>(best),
            static_cast<std::uint8_t>(m_request.velocity) });
    }

    void write(const std::vector<RhythmNote>& rhythm, const std::vector<PitchSlot>& slots,
        const std::vector<int>& line, NoiseSequence& dice)
    {
        for (std::size_t i = 0; i < line.size(); ++i) {
            const Tick begin = placed(rhythm[i].onset);
            const Tick end = placed(rhythm[i].onset + rhythm[i].gap);
            const Tick gap = std::max<Tick>(kTicksPerFrame / 2, end - begin);
            const Tick length = gap <= kTicksPerBeat / 2 ? gap * 9 / 10 : gap - kTicksPerFrame / 4;
            const double accent
                = 4 * slots[i].weight + 0.35 * (line[i] - centre()) + 5 * (dice.uniform() - 0.5);
            const int velocity = std::clamp(
                m_request.velocity - 4 + static_cast<int>(std::lround(accent)), 40, 124);
            m_notes.push_back({ begin, std::max<Tick>(6, length),
                static_cast<std::uint8_t>(line[i]), static_cast<std::uint8_t>(velocity) });
        }
    }

    [[nodiscard]] Tick placed(Tick tick) const
    {
        return m_request.manner.swung && m_score.metre().denominator == 4 ? swungTick(tick) : tick;
    }
    [[nodiscard]] double centre() const { return 0.5 * (m_request.low + m_request.high); }

    const Score& m_score;
    const MelodyRequest& m_request;
    std::map<std::string, Tune> m_tunes;
    std::vector<Note> m_notes;
};

/// Cost of a guide tone: thirds and sevenths colour, roots and fifths only fill.
double guideCost(int pitch, const Chord& chord)
{
    const int interval = ((pitch - chord.root) % 12 + 12) % 12;
    return interval == 3 || interval == 4 || interval == 10 || interval == 11 ? 0 : 1.5;
}

} // namespace

const Chord& chordAt(const Score& score, Tick tick)
{
    const auto after = std::upper_bound(score.chords.begin(), score.chords.end(), tick,
        [](Tick value, const Chord& chord) { return value < chord.onset; });
    return after == score.chords.begin() ? score.chords.front() : *std::prev(after);
}

std::vector<Note> writeMelody(const Score& score, const MelodyRequest& request, NoiseSequence& dice)
{
    return score.chords.empty() ? std::vector<Note> {} : Singer(score, request).sing(dice);
}

std::vector<Note> writeCounterLine(const Score& score, int low, int high, NoiseSequence& dice)
{
    std::vector<Note> notes;
    double before = 0.5 * (low + high) + 4 * (dice.uniform() - 0.5);
    const Tick bar = score.metre().ticksPerBar();
    for (std::size_t i = 0; i < score.chords.size(); ++i) {
        const Chord& chord = score.chords[i];
        const Tick end = i + 1 < score.chords.size() ? score.chords[i + 1].onset : score.length;
        int best = -1;
        double bestCost = 1e9;
        for (int pitch = low; pitch <= high; ++pitch) {
            if (!isChordTone(pitch, chord)) {
                continue;
            }
            const double cost = guideCost(pitch, chord) + 0.5 * std::abs(pitch - before)
                + 0.05 * std::abs(pitch - 0.5 * (low + high)) + 0.4 * dice.uniform();
            if (cost < bestCost) {
                bestCost = cost;
                best = pitch;
            }
        }
        for (Tick at = chord.onset; best >= 0 && at < end; at += 2 * bar) {
            const Tick length = std::min(end - at, 2 * bar) - kTicksPerFrame / 2;
            notes.push_back({ at, std::max<Tick>(kTicksPerFrame, length),
                static_cast<std::uint8_t>(best), 74 });
        }
        before = best >= 0 ? best : before;
    }
    return notes;
}

} // namespace pieria
