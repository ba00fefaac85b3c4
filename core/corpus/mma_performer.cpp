#include "core/corpus/mma_performer.h"

#include "core/base/file.h"
#include "core/corpus/child_process.h"
#include "core/score/midi.h"

#include <algorithm>

namespace pieria {

namespace {

constexpr auto kLimit = std::chrono::seconds(30);
constexpr Tick kDrumLength = kTicksPerFrame; ///< mma writes drum hits one tick long

Tick scaled(Tick tick, Tick ticksPerBeat)
{
    return (tick * ticksPerBeat + kTicksPerBeat / 2) / kTicksPerBeat;
}

std::vector<SourceTrack> sourcesOf(const Score& played, const GrooveRow& row, Tick length)
{
    std::vector<SourceTrack> sources;
    for (const Track& track : played.tracks) {
        SourceTrack source { track.name, track.program, track.slot == Slot::Drums, {} };
        for (const Note& note : track.notes) {
            Note moved = note;
            moved.onset = scaled(note.onset, row.ticksPerBeat);
            moved.duration = source.drums
                ? kDrumLength
                : std::max<Tick>(1, scaled(note.duration, row.ticksPerBeat));
            if (moved.onset < length) {
                moved.duration = std::min(moved.duration, length - moved.onset);
                source.notes.push_back(moved);
            }
        }
        sources.push_back(std::move(source));
    }
    return sources;
}

std::vector<Section> sectionsOf(const Arrangement& arrangement)
{
    std::vector<Section> sections;
    Tick at = 0;
    for (const ArrangedSection& section : arrangement.sections) {
        sections.push_back({ at, section.label });
        at += section.bars * arrangement.metre().ticksPerBar();
    }
    return sections;
}

Result<std::vector<Chord>> chordsOf(const Arrangement& arrangement)
{
    std::vector<Chord> chords;
    for (const SymbolAt& symbol : arrangement.chords) {
        auto chord = chordFromName(symbol.symbol);
        if (!chord) {
            return fail(ErrorCode::Internal,
                "The chord " + symbol.symbol + " cannot be read; correct it in its table.");
        }
        chord->onset = symbol.onset;
        const bool same = !chords.empty() && chords.back().root == chord->root
            && chords.back().quality == chord->quality && chords.back().bass == chord->bass;
        if (!same) {
            chords.push_back(*chord);
        }
    }
    return chords;
}

} // namespace

Result<Score> performArrangement(const std::string& mma, const std::filesystem::path& scratch,
    const Arrangement& arrangement, AssignmentLoss* loss)
{
    auto chords = chordsOf(arrangement);
    if (!chords) {
        return tl::unexpected(chords.error());
    }
    const auto written = writeFileAtomically(scratch / "piece.mma", mmaText(arrangement));
    if (!written) {
        return tl::unexpected(written.error());
    }
    std::error_code ignored;
    std::filesystem::remove(scratch / "piece.mid", ignored);
    const auto child = runChild({ mma, "-f", "piece.mid", "piece.mma" }, scratch, kLimit);
    if (!child) {
        return tl::unexpected(child.error());
    }
    auto played = readMidiFile(scratch / "piece.mid");
    if (child->exitCode != 0 || !played) {
        return fail(ErrorCode::Unavailable,
            "mma could not play the groove file " + std::string(arrangement.file->row->file)
                + "; reinstall the package mma and try again.",
            child->output);
    }
    Score score;
    score.tempo = TempoMap(arrangement.bpm);
    score.metres = { { 0, arrangement.metre() } };
    score.keys = { { 0, arrangement.key } };
    score.sections = sectionsOf(arrangement);
    score.chords = std::move(*chords);
    score.length = arrangement.length();
    score.tracks = assignSlots(sourcesOf(*played, *arrangement.file->row, score.length), loss);
    normalise(score);
    return score;
}

} // namespace pieria
