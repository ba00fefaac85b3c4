#include "core/corpus/music_corpus.h"

#include "core/base/log.h"
#include "core/corpus/child_process.h"
#include "core/corpus/corpus_folder.h"
#include "core/corpus/energy.h"
#include "core/corpus/groove_pieces.h"
#include "core/corpus/mutopia.h"
#include "core/corpus/procedural_pieces.h"
#include "core/corpus/tune_pieces.h"

#include <cmath>
#include <functional>
#include <optional>

namespace pieria {

namespace {

constexpr int kFewestCaptions = 6;
constexpr int kMostCaptions = 10;
constexpr int kTriesPerPiece = 4; ///< before a source counts as exhausted

struct Source
{
    std::string name;
    int pieces = 0;
    std::function<Result<std::vector<MadePiece>>(std::uint64_t)> make;
};

class Run
{
public:
    Run(const MusicCorpusRequest& request, WordList words, CorpusWriter writer, JobContext& context)
        : m_request(request)
        , m_words(std::move(words))
        , m_writer(std::move(writer))
        , m_context(context)
    {
    }

    /// False when cancelled.
    Result<bool> take(const Source& source)
    {
        int made = 0;
        const auto limit = static_cast<std::uint64_t>(source.pieces) * kTriesPerPiece;
        for (std::uint64_t index = 0; made < source.pieces && index < limit; ++index) {
            if (m_context.cancelled()) {
                return false;
            }
            auto pieces = source.make(index);
            if (!pieces) {
                return tl::unexpected(pieces.error());
            }
            for (MadePiece& piece : *pieces) {
                if (auto status = write(std::move(piece)); !status) {
                    return tl::unexpected(status.error());
                }
                ++made;
            }
            m_context.report({ "making " + source.name + " pieces",
                static_cast<double>(m_summary.pieces), static_cast<double>(m_request.pieces) });
        }
        return true;
    }

    Result<CorpusSummary> finish(const AssignmentLoss& loss)
    {
        if (auto status = m_writer.finish(); !status) {
            return tl::unexpected(status.error());
        }
        m_summary.lostNotes = loss.notes;
        m_summary.lostTracks = loss.tracks;
        return m_summary;
    }

private:
    Status write(MadePiece piece)
    {
        if (!keepsInvariants(piece.score)) {
            ++m_summary.rejected;
            log(LogLevel::Debug, "pieria.corpus", "rejected " + piece.line.id);
            return {};
        }
        NoiseSequence dice(Noise(m_request.seed, "corpus/captions/" + piece.line.id));
        piece.line.energy = barEnergies(piece.score);
        piece.facts.energies = piece.line.energy;
        const int count
            = kFewestCaptions + static_cast<int>(dice.below(kMostCaptions - kFewestCaptions + 1));
        piece.line.captions = makeCaptions(piece.score, piece.facts, m_words, count, dice);
        tally(piece);
        return m_writer.add(std::move(piece.line), piece.score);
    }

    void tally(const MadePiece& piece)
    {
        ++m_summary.pieces;
        ++m_summary.bySource[std::string(sourceName(piece.line.source))];
        ++m_summary.bySplit[std::string(splitName(piece.line.split))];
        ++m_summary.byStyle[piece.line.style];
        m_summary.bars += piece.score.length / piece.score.metre().ticksPerBar();
        m_summary.hours += piece.score.tempo.secondsAt(piece.score.length).value() / 3600;
        m_summary.captions += static_cast<std::int64_t>(piece.line.captions.size());
        for (const Track& track : piece.score.tracks) {
            m_summary.notes += static_cast<std::int64_t>(track.notes.size());
        }
    }

    const MusicCorpusRequest& m_request;
    WordList m_words;
    CorpusWriter m_writer;
    JobContext& m_context;
    CorpusSummary m_summary;
};

int share(const MusicCorpusRequest& request, double part)
{
    const CorpusMix& mix = request.mix;
    const double sum = mix.grooves + mix.tunes + mix.mutopia + mix.procedural;
    return sum > 0 ? static_cast<int>(std::lround(request.pieces * part / sum)) : 0;
}

} // namespace

Result<Outcome<CorpusSummary>> makeMusicCorpus(
    const MusicCorpusRequest& request, JobContext& context)
{
    auto words = WordList::load(request.resources / "synonyms.jsonl");
    if (!words) {
        return tl::unexpected(words.error());
    }
    const auto progressions = readProgressions(request.resources / "progressions.jsonl");
    if (!progressions) {
        return tl::unexpected(progressions.error());
    }
    const auto heldOut = HeldOut::load(request.resources / "held_out.json");
    if (!heldOut) {
        return tl::unexpected(heldOut.error());
    }
    const auto scratch = ScratchFolder::make();
    if (!scratch) {
        return tl::unexpected(scratch.error());
    }
    std::vector<GrooveFile> grooves;
    if (request.mix.grooves > 0 || request.mix.tunes > 0) {
        auto library = readGrooveLibrary(request.mma, scratch->path(), request.grooveFiles);
        if (!library) {
            return tl::unexpected(library.error());
        }
        grooves = std::move(*library);
    }
    auto writer = CorpusWriter::create(request.folder);
    if (!writer) {
        return tl::unexpected(writer.error());
    }
    AssignmentLoss loss;
    const MakerTools tools { request.seed, { request.mma, scratch->path(), request.cache }, grooves,
        *progressions, *heldOut };
    std::vector<Source> sources;
    sources.push_back({ "groove", share(request, request.mix.grooves),
        [&](std::uint64_t index) { return makeGroovePiece(tools, index, loss); } });
    std::vector<LeadSheet> tunes;
    if (request.mix.tunes > 0) {
        auto read = readTunes(request.data, request.seed);
        if (!read) {
            return tl::unexpected(read.error());
        }
        tunes = std::move(*read);
        sources.push_back({ "tune", share(request, request.mix.tunes),
            [&](std::uint64_t index) { return makeTunePiece(tools, tunes, index, loss); } });
    }
    std::optional<MutopiaCollection> mutopia;
    if (request.mix.mutopia > 0) {
        auto opened = MutopiaCollection::open(request.data / "mutopia");
        if (!opened) {
            return tl::unexpected(opened.error());
        }
        mutopia = std::move(*opened);
        sources.push_back({ "mutopia", share(request, request.mix.mutopia),
            [&](std::uint64_t index) { return mutopia->make(tools, index); } });
    }
    sources.push_back({ "procedural", share(request, request.mix.procedural),
        [&](std::uint64_t index) -> Result<std::vector<MadePiece>> {
            return makeProceduralPiece(tools, index);
        } });
    Run run(request, std::move(*words), std::move(*writer), context);
    for (const Source& source : sources) {
        const auto going = run.take(source);
        if (!going) {
            return tl::unexpected(going.error());
        }
        if (!*going) {
            return Outcome<CorpusSummary>(Cancelled {});
        }
    }
    auto summary = run.finish(loss);
    if (!summary) {
        return tl::unexpected(summary.error());
    }
    if (mutopia) {
        summary->mutopia = mutopia->coverage();
    }
    return Outcome<CorpusSummary>(std::move(*summary));
}

} // namespace pieria
