#include "core/corpus/mma_performer.h"

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/corpus/child_process.h"
#include "core/score/midi.h"

#include <algorithm>

namespace pieria {

namespace {

constexpr std::uintmax_t kMaxMidi = std::uintmax_t { 16 } << 20;
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

/// The MIDI bytes mma makes of a text, from the cache where it has played it before.
Result<std::string> midiOf(const MmaRunner& mma, const std::string& text, const std::string& file)
{
    const std::filesystem::path kept
        = mma.cache.empty() ? std::filesystem::path() : mma.cache / (sha256(text) + ".mid");
    std::error_code ignored;
    if (!kept.empty() && std::filesystem::exists(kept, ignored)) {
        return readFile(kept, kMaxMidi);
    }
    if (const auto written = writeFileAtomically(mma.scratch / "piece.mma", text); !written) {
        return tl::unexpected(written.error());
    }
    std::filesystem::remove(mma.scratch / "piece.mid", ignored);
    const auto child
        = runChild({ mma.program, "-f", "piece.mid", "piece.mma" }, mma.scratch, kLimit);
    if (!child) {
        return tl::unexpected(child.error());
    }
    auto bytes = readFile(mma.scratch / "piece.mid", kMaxMidi);
    if (child->exitCode != 0 || !bytes) {
        return fail(ErrorCode::Unavailable,
            "mma could not play the groove file " + file
                + "; reinstall the package mma and try again.",
            child->output);
    }
    if (!kept.empty()) {
        if (const auto written = writeFileAtomically(kept, *bytes); !written) {
            return tl::unexpected(written.error());
        }
    }
    return bytes;
}

Result<Score> play(const MmaRunner& mma, const Arrangement& arrangement)
{
    const auto bytes = midiOf(mma, mmaText(arrangement), std::string(arrangement.file->row->file));
    return bytes ? readMidi(*bytes) : Result<Score>(tl::unexpected(bytes.error()));
}

} // namespace

Result<Score> performArrangement(
    const MmaRunner& mma, const Arrangement& arrangement, AssignmentLoss* loss)
{
    auto chords = chordsOf(arrangement);
    if (!chords) {
        return tl::unexpected(chords.error());
    }
    const auto played = play(mma, arrangement);
    if (!played) {
        return tl::unexpected(played.error());
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
