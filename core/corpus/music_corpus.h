// The maker of training music: reproducible from a seed, captioned from what is true of each piece.
#pragma once

#include "core/base/result.h"
#include "core/corpus/mutopia.h"
#include "core/job/job.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace pieria {

/// Shares of the four sources; they need not sum to one.
struct CorpusMix
{
    double grooves = 0.55;
    double tunes = 0.20;
    double mutopia = 0.15;
    double procedural = 0.10;
};

struct MusicCorpusRequest
{
    std::filesystem::path resources; ///< resources/corpus: held_out, progressions, synonyms
    std::filesystem::path data; ///< folders mutopia, nottingham, openewld; unused without them
    std::filesystem::path folder = "training/corpus/music";
    std::uint64_t seed = 1;
    int pieces = 2000;
    CorpusMix mix;
    std::string mma = "mma"; ///< the program that plays the grooves
    std::filesystem::path cache; ///< keeps what mma played for the next run; may be empty
    std::vector<std::string> grooveFiles; ///< only these; all when empty
};

struct CorpusSummary
{
    int pieces = 0;
    std::map<std::string, int> bySource;
    std::map<std::string, int> bySplit;
    std::map<std::string, int> byStyle;
    std::int64_t bars = 0;
    std::int64_t notes = 0;
    double hours = 0; ///< played at its own tempi
    int lostTracks = 0; ///< for want of a slot
    int lostNotes = 0; ///< beyond six a frame, and those of lost tracks
    int rejected = 0; ///< drawn, but breaking a promise of the corpus
    std::int64_t captions = 0;
    MutopiaCoverage mutopia;
};

/// Writes pieces.jsonl and scores.pack (see corpus_folder.h). Same request and mma, same bytes.
/// NotFound when a source that the mix asks for is missing (mma, a data folder).
[[nodiscard]] Result<Outcome<CorpusSummary>> makeMusicCorpus(
    const MusicCorpusRequest& request, JobContext& context);

} // namespace pieria
