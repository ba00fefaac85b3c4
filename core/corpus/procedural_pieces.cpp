#include "core/corpus/procedural_pieces.h"

#include "core/corpus/melody.h"
#include "core/corpus/melody_layer.h"
#include "core/corpus/procedural_styles.h"
#include "core/corpus/voices.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace pieria {

namespace {

constexpr Tick kStep = kTicksPerFrame;
constexpr int kSteps = 16;
constexpr Tick kBar = kSteps * kStep;
constexpr int kClosedHat = 42;
constexpr int kOpenHat = 46;
constexpr std::uint64_t kLots = 16; ///< of the sub-patterns one tests and one validates

using Row = std::string_view;

template <class T> const T& pick(std::span<const T> choices, NoiseSequence& dice)
{
    return choices[dice.below(static_cast<std::uint32_t>(choices.size()))];
}

int loudness(char step)
{
    return step == 'x' || step == 'X' ? 104 : step == 'o' ? 84 : 58;
}

/// What one piece draws from its style.
struct Draw
{
    Row kick, snare, hats, percussion, bass, stabs, arp;
    int kickPitch = 36;
    int snarePitch = 38;
    int percussionPitch = 70;
    double swing = 0;
    bool power = false;
};

Draw drawPatterns(const ProceduralStyle& style, NoiseSequence& dice)
{
    Draw draw;
    draw.kick = pick(style.kicks, dice);
    draw.snare = pick(style.snares, dice);
    draw.hats = pick(style.hats, dice);
    draw.percussion = pick(style.percussion, dice);
    draw.bass = pick(style.basses, dice);
    draw.stabs = pick(style.stabs, dice);
    draw.arp = pick(style.arps, dice);
    const bool other = dice.below(100) < static_cast<std::uint32_t>(style.clapChance);
    draw.snarePitch = other ? (style.kit == 0 ? 37 : 39) : 38;
    draw.kickPitch = style.deepDrum;
    draw.power = style.power;
    constexpr std::array<int, 5> kPercussion { 70, 54, 56, 63, 75 };
    draw.percussionPitch = kPercussion[dice.below(5)];
    draw.swing = style.swing;
    return draw;
}

/// The chords of the style's world first, then whatever is in a mode it likes.
const Progression& drawProgression(
    const std::vector<Progression>& all, const ProceduralStyle& world, NoiseSequence& dice)
{
    const std::string_view family = world.family;
    const bool electronic = !world.power && world.kit != 48;
    std::vector<double> weights;
    double sum = 0;
    for (const Progression& progression : all) {
        double weight = progression.bars() == 12 ? 0 : progression.mode == Mode::Major ? 0.5 : 1.2;
        for (const std::string& style : progression.styles) {
            const bool named = style.find(family) != std::string::npos
                || (electronic
                    && (style == "electronic" || style == "chillhop" || style == "synth pads"
                        || style == "downtempo"));
            weight = named ? std::max(weight, 8.0) : weight;
        }
        weights.push_back(weight);
        sum += weight;
    }
    double mark = dice.uniform() * sum;
    for (std::size_t i = 0; i < all.size(); ++i) {
        mark -= weights[i];
        if (mark < 0) {
            return all[i];
        }
    }
    return all.front();
}

std::vector<Chord> layOut(const Progression& progression, Key key, int chordBars, Tick length)
{
    std::vector<Chord> chords;
    Tick at = 0;
    while (at < length) {
        for (const Numeral& numeral : progression.chords) {
            if (at >= length) {
                break;
            }
            if (auto chord = chordFromName(chordSymbol(numeral, key))) {
                chord->onset = at;
                chords.push_back(*chord);
            }
            at += std::max<Tick>(kBar, static_cast<Tick>(numeral.bars) * kBar) * chordBars;
        }
    }
    return chords;
}

int nearest(int pitchClass, int around)
{
    const int up = ((pitchClass - around) % 12 + 12) % 12;
    return up <= 6 ? around + up : around + up - 12;
}

/// Chord tones, lowest first, around a centre.
std::vector<int> voicing(const Chord& chord, int around)
{
    std::vector<int> pitches;
    const unsigned mask = chordMask(chord.quality);
    for (int interval = 0; interval < 12; ++interval) {
        if (((mask >> interval) & 1u) != 0) {
            pitches.push_back(nearest(chord.root + interval, around));
        }
    }
    std::sort(pitches.begin(), pitches.end());
    return pitches;
}

std::vector<int> powerChord(const Chord& chord)
{
    const int root = nearest(chord.root, 45);
    return { root, root + 7, root + 12 };
}

class ProceduralBand
{
public:
    ProceduralBand(Score& score, const Draw& draw)
        : m_score(score)
        , m_draw(draw)
    {
    }

    void drums(Tick start, unsigned layers, Track& track) const
    {
        hits(start, (layers & kKick) != 0 ? m_draw.kick : Row {}, m_draw.kickPitch, track);
        hits(start, (layers & kSnare) != 0 ? m_draw.snare : Row {}, m_draw.snarePitch, track);
        hits(start, (layers & kPercussion) != 0 ? m_draw.percussion : Row {},
            m_draw.percussionPitch, track);
        if ((layers & kHats) != 0) {
            for (int i = 0; i < kSteps; ++i) {
                const char step = m_draw.hats[static_cast<std::size_t>(i)];
                if (step != '.') {
                    add(track, at(start, i), kStep, step == 'X' ? kOpenHat : kClosedHat,
                        loudness(step) - 14);
                }
            }
        }
    }

    /// Louder and denser towards the end of a build-up of `bars` bars.
    void roll(Tick start, int bar, int bars, Track& track) const
    {
        const double progress = static_cast<double>(bar) / bars;
        const int spacing = progress < 0.5 ? 4 : progress < 0.75 ? 2 : 1;
        for (int i = 0; i < kSteps; i += spacing) {
            const double rise = (bar + i / 16.0) / bars;
            add(track, at(start, i), kStep, 38, 52 + static_cast<int>(60 * rise));
        }
    }

    /// Toms downwards through the second half of a bar.
    void fill(Tick start, Track& track) const
    {
        constexpr std::array<int, 8> kToms { 38, 50, 48, 48, 47, 45, 45, 43 };
        for (int i = 0; i < 8; ++i) {
            add(track, at(start, 8 + i), kStep, kToms[static_cast<std::size_t>(i)], 78 + 3 * i);
        }
    }

    void crash(Tick start, Track& track) const { add(track, start, kStep, 49, 100); }

    void bass(Tick start, Track& track) const
    {
        for (int i = 0; i < kSteps; ++i) {
            const char step = m_draw.bass[static_cast<std::size_t>(i)];
            if (step == '.') {
                continue;
            }
            const Tick onset = at(start, i);
            const Chord& chord = chordAt(m_score, onset);
            const int root = nearest(chord.bass, 36);
            const int pitch = step == 'f' ? nearest(chord.root + 7, 40)
                : step == 'o'             ? root + 12
                : step == 's'             ? nearest(chord.root + 10, 36)
                                          : root;
            add(track, onset, gapAfter(m_draw.bass, i) * kStep - kStep / 4, pitch,
                i % 4 == 0 ? 100 : 90);
        }
    }

    void stabs(Tick start, bool shortNotes, Track& track) const
    {
        for (int i = 0; i < kSteps; ++i) {
            const char step = m_draw.stabs[static_cast<std::size_t>(i)];
            if (step == '.') {
                continue;
            }
            const Tick length = shortNotes ? kStep * 3 / 2 : gapAfter(m_draw.stabs, i) * kStep - 8;
            const Chord& chord = chordAt(m_score, at(start, i));
            for (const int pitch : m_draw.power ? powerChord(chord) : voicing(chord, 62)) {
                add(track, at(start, i), length, pitch, loudness(step) - 14);
            }
        }
    }

    void arp(Tick start, int centre, Track& track) const
    {
        for (int i = 0; i < kSteps; ++i) {
            const char step = m_draw.arp[static_cast<std::size_t>(i)];
            if (step == '.') {
                continue;
            }
            const std::vector<int> tones = voicing(chordAt(m_score, at(start, i)), centre);
            const auto index = static_cast<std::size_t>(step - '0');
            const int pitch
                = tones[index % tones.size()] + 12 * static_cast<int>(index / tones.size());
            add(track, at(start, i), gapAfter(m_draw.arp, i) * kStep - 4, pitch,
                i % 4 == 0 ? 88 : 76);
        }
    }

    /// Held chords from each change to the next within [start, end).
    void pad(Tick start, Tick end, Track& track) const
    {
        for (Tick from = start; from < end;) {
            Tick to = std::min(end, from + 4 * kBar);
            for (const Chord& chord : m_score.chords) {
                to = chord.onset > from ? std::min(to, chord.onset) : to;
            }
            for (const int pitch : voicing(chordAt(m_score, from), 60)) {
                add(track, from, to - from - 4, pitch, 66);
            }
            from = to;
        }
    }

private:
    [[nodiscard]] Tick at(Tick start, int step) const
    {
        return start + step * kStep + (step % 2 == 1 ? static_cast<Tick>(m_draw.swing) : 0);
    }

    static int gapAfter(Row row, int step)
    {
        int gap = 1;
        while (step + gap < kSteps && row[static_cast<std::size_t>(step + gap)] == '.') {
            ++gap;
        }
        return gap;
    }

    void hits(Tick start, Row row, int pitch, Track& track) const
    {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (row[i] != '.') {
                add(track, at(start, static_cast<int>(i)), kStep, pitch, loudness(row[i]));
            }
        }
    }

    static void add(Track& track, Tick onset, Tick length, int pitch, int velocity)
    {
        track.notes.push_back({ onset, std::max<Tick>(6, length),
            static_cast<std::uint8_t>(std::clamp(pitch, 0, 127)),
            static_cast<std::uint8_t>(std::clamp(velocity, 1, 127)) });
    }

    Score& m_score;
    const Draw& m_draw;
};

Track emptyTrack(Slot slot, int program)
{
    return { slot, program, std::string(slotName(slot)), {} };
}

/// The tune of the sections that have one.
Track leadTrack(const Score& score, const ProceduralStyle& style,
    std::span<const StyleSection> form, NoiseSequence& dice)
{
    Track track = emptyTrack(Slot::Lead, pick(style.leadPrograms, dice));
    MelodyRequest request;
    std::tie(request.low, request.high) = melodicRange(track.program);
    request.manner = { style.leadDensity, style.leadSyncopation, 0.2, false, false, 0.5 };
    request.velocity = 92;
    const std::vector<Note> tune = writeMelody(score, request, dice);
    Tick start = 0;
    for (const StyleSection& section : form) {
        const Tick end = start + section.bars * kBar;
        for (const Note& note : tune) {
            if ((section.layers & kLead) != 0 && note.onset >= start && note.onset < end) {
                track.notes.push_back(note);
            }
        }
        start = end;
    }
    return track;
}

void play(Score& score, const ProceduralStyle& style, std::span<const StyleSection> form,
    const Draw& draw, NoiseSequence& dice)
{
    const ProceduralBand band(score, draw);
    const bool shortStabs
        = dice.chance(0.5) && style.family != "lo-fi" && style.family != "ambient";
    const bool fills = style.kit == 0 || style.kit == 16;
    const int arpCentre = dice.chance(0.5) ? 72 : 64;
    Track drums = emptyTrack(Slot::Drums, style.kit);
    Track bass = emptyTrack(Slot::Bass, pick(style.bassPrograms, dice));
    Track stabs = emptyTrack(Slot::Chords, pick(style.stabPrograms, dice));
    Track pad = emptyTrack(Slot::Pad, pick(style.padPrograms, dice));
    Track arp = emptyTrack(Slot::Comp, pick(style.arpPrograms, dice));
    Tick start = 0;
    for (const StyleSection& section : form) {
        const Tick end = start + section.bars * kBar;
        for (int bar = 0; bar < section.bars; ++bar) {
            const Tick at = start + bar * kBar;
            band.drums(at, section.layers, drums);
            if ((section.layers & kRoll) != 0) {
                band.roll(at, bar, section.bars, drums);
            }
            if ((section.layers & kBass) != 0) {
                band.bass(at, bass);
            }
            if ((section.layers & kStabs) != 0) {
                band.stabs(at, shortStabs, stabs);
            }
            if ((section.layers & kArp) != 0) {
                band.arp(at, arpCentre, arp);
            }
        }
        if (section.label == "drop" || (fills && (section.layers & kSnare) != 0)) {
            band.crash(start, drums);
        }
        if (fills && (section.layers & kSnare) != 0 && section.bars >= 4 && dice.chance(0.6)) {
            band.fill(end - kBar, drums);
        }
        if ((section.layers & kPad) != 0) {
            band.pad(start, end, pad);
        }
        start = end;
    }
    for (Track* track : { &drums, &bass, &stabs, &arp, &pad }) {
        addTrack(score, std::move(*track));
    }
    addTrack(score, leadTrack(score, style, form, dice));
}

std::vector<std::string> drawMoods(const ProceduralStyle& style, NoiseSequence& dice)
{
    std::vector<std::string> moods { std::string(pick(style.moods, dice)) };
    const std::string second(pick(style.moods, dice));
    if (second != moods.front()) {
        moods.push_back(second);
    }
    return moods;
}

} // namespace

std::vector<MadePiece> makeProceduralPiece(const MakerTools& tools, std::uint64_t index)
{
    NoiseSequence dice(Noise(tools.seed, "corpus/procedural", index));
    // Electronic styles and bands take turns, each in the order of its table.
    const auto styles = index % 2 == 0 ? electronicStyles() : bandStyles();
    const ProceduralStyle& style = styles[index / 2 % styles.size()];
    const auto form = pick(style.forms, dice);
    const Draw draw = drawPatterns(style, dice);
    const Progression& progression = drawProgression(tools.progressions, style, dice);
    MadePiece piece;
    Score& score = piece.score;
    score.tempo
        = TempoMap(std::round(style.slowest + (style.fastest - style.slowest) * dice.uniform()));
    score.keys = { { 0, { static_cast<int>(dice.below(12)), progression.mode } } };
    for (const StyleSection& section : form) {
        score.sections.push_back({ score.length, std::string(section.label) });
        score.length += section.bars * kBar;
    }
    const int chordBars = dice.chance(0.6) ? style.chordBars : 1;
    score.chords = layOut(progression, score.key(), chordBars, score.length);
    play(score, style, form, draw, dice);
    normalise(score);
    piece.line.id = "p-" + std::string(style.family) + "-" + std::to_string(index);
    std::replace(piece.line.id.begin(), piece.line.id.end(), ' ', '-');
    piece.line.source = PieceSource::Procedural;
    piece.line.group
        = std::string(style.family) + "/" + std::string(draw.kick) + std::string(draw.bass);
    const std::uint64_t lot = (streamOf("split/" + piece.line.group) >> 24) % kLots;
    piece.line.split = lot == 0 ? Split::Test : lot == 1 ? Split::Valid : Split::Train;
    piece.line.style = style.family;
    piece.line.moods = drawMoods(style, dice);
    piece.facts.style = style.family;
    piece.facts.moods = piece.line.moods;
    piece.facts.machineDrums = style.kit == 24 || style.kit == 25;
    return cutIntoParts(std::move(piece), dice);
}

} // namespace pieria
