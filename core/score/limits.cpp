#include "core/score/limits.h"

#include <string>

namespace pieria {

namespace {

Status tooMuch(const std::string& what)
{
    return fail(ErrorCode::InvalidInput, "The piece " + what + "; cut it into shorter pieces.");
}

} // namespace

Status checkSize(const Score& score)
{
    const Tick longestBar = Metre { 255, 1 }.ticksPerBar();
    if (score.length > kMaxPieceTicks + longestBar
        || score.tempo.secondsAt(score.length).value() > kMaxPieceSeconds) {
        return tooMuch("is longer than four hours");
    }
    if (barLines(score).size() > kMaxPieceBars) {
        return tooMuch("has more than 50,000 bars");
    }
    std::size_t notes = 0;
    for (const Track& track : score.tracks) {
        notes += track.notes.size();
    }
    if (notes > kMaxNotes || score.tracks.size() > kMaxTracks) {
        return tooMuch("has more notes or tracks than Pieria can hold");
    }
    const std::size_t marks = score.tempo.changes().size() + score.metres.size() + score.keys.size()
        + score.sections.size() + score.chords.size();
    if (marks > kMaxMarks) {
        return tooMuch("has more than 50,000 tempo changes, chords and sections");
    }
    return {};
}

} // namespace pieria
