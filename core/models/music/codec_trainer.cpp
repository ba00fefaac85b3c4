#include "core/models/music/codec_trainer.h"

#include "core/base/noise.h"
#include "core/models/music/training_run.h"
#include "core/models/tensor_io.h"
#include "core/score/onset_match.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace pieria::models {

namespace {

constexpr double kLatentNoise = 0.08;
constexpr double kNoiseWarmUp = 1500;

/// The different beats of the training pieces, drawn with the square root of how often they occur.
class BeatPool
{
public:
    void add(const CodedBeat& beat) { ++m_count[beat]; }
    void close()
    {
        double total = 0;
        for (const auto& [beat, count] : m_count) {
            total += std::sqrt(static_cast<double>(count));
            m_beats.push_back(&beat);
            m_cumulative.push_back(total);
        }
    }
    [[nodiscard]] std::size_t size() const { return m_beats.size(); }
    [[nodiscard]] const CodedBeat& draw(NoiseSequence& random) const
    {
        const double at = random.uniform() * m_cumulative.back();
        const auto found = std::upper_bound(m_cumulative.begin(), m_cumulative.end(), at);
        const auto index = std::min<std::size_t>(
            static_cast<std::size_t>(found - m_cumulative.begin()), m_beats.size() - 1);
        return *m_beats[index];
    }

private:
    std::map<CodedBeat, int> m_count;
    std::vector<const CodedBeat*> m_beats;
    std::vector<double> m_cumulative;
};

/// Keeps the grid's rules: one note a cell, at most six a frame.
CodedBeat tidy(CodedBeat beat)
{
    std::sort(beat.begin(), beat.end());
    CodedBeat kept;
    std::array<int, kFramesPerBeat> inFrame {};
    for (const CodedNote& note : beat) {
        const bool doubled
            = !kept.empty() && kept.back().frame == note.frame && kept.back().row == note.row;
        if (!doubled && inFrame[note.frame] < kNotesPerFrame) {
            kept.push_back(note);
            ++inFrame[note.frame];
        }
    }
    return kept;
}

/// Beats nobody wrote, so that the codec holds more than its corpus: moved in pitch or time,
/// thinned, overlaid.
CodedBeat vary(const CodedBeat& source, BeatKind kind, const BeatPool& pool, NoiseSequence& random)
{
    CodedBeat beat = source;
    if (random.chance(0.25)) {
        const CodedBeat& other = pool.draw(random);
        beat.insert(beat.end(), other.begin(), other.end());
        beat = tidy(std::move(beat));
    }
    if (kind == BeatKind::Pitched && random.chance(0.6)) {
        const int shift = static_cast<int>(random.below(25)) - 12;
        for (CodedNote& note : beat) {
            note.row = static_cast<std::uint8_t>(std::clamp(note.row + shift, 0, kGridPitches - 1));
        }
    }
    if (random.chance(0.25)) {
        std::erase_if(beat, [&](const CodedNote&) { return random.chance(0.3); });
    }
    if (random.chance(0.15)) {
        const auto shift = static_cast<int>(random.below(kFramesPerBeat));
        for (CodedNote& note : beat) {
            note.frame = static_cast<std::uint8_t>((note.frame + shift) % kFramesPerBeat);
        }
    }
    if (random.chance(0.1)) {
        for (CodedNote& note : beat) {
            note.micro = static_cast<std::int8_t>(static_cast<int>(random.below(24)) - 12);
        }
    }
    if (random.chance(0.2)) {
        for (CodedNote& note : beat) {
            if (random.chance(0.3)) {
                const int step = static_cast<int>(random.below(9)) - 4;
                note.row
                    = static_cast<std::uint8_t>(std::clamp(note.row + step, 0, kGridPitches - 1));
            }
        }
    }
    return tidy(std::move(beat));
}

std::vector<CodedBeat> drawBatch(
    const BeatPool& pool, BeatKind kind, int size, NoiseSequence& random)
{
    // Drum beats are dense already; laid over each other they soon say more than a latent can hold.
    const double plain = kind == BeatKind::Drums ? 0.75 : 0.5;
    std::vector<CodedBeat> beats;
    for (int i = 0; i < size; ++i) {
        const CodedBeat& beat = pool.draw(random);
        beats.push_back(random.chance(plain) ? beat : vary(beat, kind, pool, random));
    }
    return beats;
}

BeatBatch batchOf(const std::vector<CodedBeat>& beats)
{
    std::vector<const CodedBeat*> pointers;
    for (const CodedBeat& beat : beats) {
        pointers.push_back(&beat);
    }
    return makeBeatBatch(pointers);
}

/// Normalisation from what the training pieces really hold, empty beats of playing slots included.
void measureNormalisation(ScoreCodec& codec, const std::vector<const TrainingPiece*>& pieces)
{
    constexpr std::size_t kEnough = 20000;
    const torch::NoGradGuard guard;
    torch::Tensor mean = torch::zeros({ 2, kBeatChannels });
    torch::Tensor deviation = torch::ones({ 2, kBeatChannels });
    for (const BeatKind kind : { BeatKind::Drums, BeatKind::Pitched }) {
        std::vector<const CodedBeat*> beats;
        for (const TrainingPiece* piece : pieces) {
            for (const Slot slot : kSlots) {
                if (beatKind(slot) != kind || !piece->plan.slots[slotIndex(slot)].on) {
                    continue;
                }
                for (int bar = 0; bar < piece->grid.bars; ++bar) {
                    for (int beat = 0; beat < piece->grid.beatsPerBar; ++beat) {
                        beats.push_back(&piece->grid.at(bar, slot, beat));
                    }
                }
            }
        }
        if (beats.size() < 2) {
            continue;
        }
        if (beats.size() > kEnough) {
            std::vector<const CodedBeat*> spread;
            for (std::size_t i = 0; i < kEnough; ++i) {
                spread.push_back(beats[i * beats.size() / kEnough]);
            }
            beats = std::move(spread);
        }
        const torch::Tensor latents = codec->of(kind)->encode(makeBeatBatch(beats));
        const auto row = static_cast<std::int64_t>(kind);
        mean[row] = latents.mean(0);
        deviation[row] = latents.std(0).clamp_min(0.05);
    }
    codec->setNormalisation(mean, deviation);
}

std::vector<const TrainingPiece*> ofSplit(
    const std::vector<TrainingPiece>& pieces, Split split, std::size_t most)
{
    std::vector<const TrainingPiece*> chosen;
    for (const TrainingPiece& piece : pieces) {
        if (piece.split == split) {
            chosen.push_back(&piece);
        }
    }
    if (chosen.size() > most) {
        std::vector<const TrainingPiece*> spread;
        for (std::size_t i = 0; i < most; ++i) {
            spread.push_back(chosen[i * chosen.size() / most]);
        }
        chosen = std::move(spread);
    }
    return chosen;
}

/// Checkpoint, held-out score and the averaged weights for use.
Status keepCodec(TrainingRun& run, ScoreCodec& codec,
    const std::vector<const TrainingPiece*>& train, const std::vector<const TrainingPiece*>& held,
    const std::filesystem::path& out)
{
    if (Status status = run.saveCheckpoint(); !status) {
        return status;
    }
    const EmaScope scope(*codec, run.average());
    measureNormalisation(codec, train);
    const CodecScore score = scoreCodec(codec, held);
    const Status logged = run.log({ { "valid_f1", score.all }, { "valid_drums_f1", score.drums },
        { "valid_pitched_f1", score.pitched } });
    if (!logged) {
        return logged;
    }
    return writeTensors(out / "codec.safetensors", inHalf(tensorsOf(*codec)),
        { { "step", std::to_string(run.step()) } });
}

} // namespace

CodecScore scoreCodec(
    ScoreCodec& codec, const std::vector<const TrainingPiece*>& pieces, double noise)
{
    OnsetMatch drums;
    OnsetMatch pitched;
    const Noise stream(1, "codec-score");
    std::uint64_t next = 0;
    for (const TrainingPiece* piece : pieces) {
        torch::Tensor latents = codec->encode(piece->grid);
        if (noise > 0) {
            torch::Tensor added = torch::empty_like(latents);
            stream.fillNormal(
                next, { added.data_ptr<float>(), static_cast<std::size_t>(added.numel()) });
            next += static_cast<std::uint64_t>(added.numel());
            latents = latents + noise * added;
        }
        std::array<bool, kSlotCount> on {};
        for (const Slot slot : kSlots) {
            on[slotIndex(slot)] = piece->plan.slots[slotIndex(slot)].on;
        }
        const ScoreGrid decoded = codec->decode(latents, piece->grid.beatsPerBar, on);
        for (const Slot slot : kSlots) {
            const OnsetMatch match = matchOnsets(piece->notes[slotIndex(slot)],
                notesFromGrid(decoded, slot, piece->plan.key, piece->plan.metre));
            (slot == Slot::Drums ? drums : pitched) += match;
        }
    }
    CodecScore score;
    score.pieces = static_cast<int>(pieces.size());
    score.drums = drums.f1();
    score.pitched = pitched.f1();
    OnsetMatch all = drums;
    all += pitched;
    score.all = all.f1();
    return score;
}

Result<Outcome<TrainOutcome>> trainCodec(const MusicTrainRequest& request, JobContext& context)
{
    at::set_num_threads(request.threads);
    torch::manual_seed(static_cast<std::uint64_t>(request.seed));
    const Result<std::vector<TrainingPiece>> pieces = loadTrainingPieces(request.corpus, context);
    if (!pieces) {
        return tl::unexpected(pieces.error());
    }
    const auto train = ofSplit(*pieces, Split::Train, pieces->size());
    auto held = ofSplit(*pieces, Split::Valid, 60);
    if (train.empty()) {
        return fail(ErrorCode::InvalidInput, "The corpus holds no training pieces.");
    }
    std::array<BeatPool, 2> pools;
    for (const TrainingPiece* piece : train) {
        for (const Slot slot : kSlots) {
            if (!piece->plan.slots[slotIndex(slot)].on) {
                continue;
            }
            for (int bar = 0; bar < piece->grid.bars; ++bar) {
                for (int beat = 0; beat < piece->grid.beatsPerBar; ++beat) {
                    pools[static_cast<std::size_t>(beatKind(slot))].add(
                        piece->grid.at(bar, slot, beat));
                }
            }
        }
    }
    for (BeatPool& pool : pools) {
        pool.close();
        if (pool.size() == 0) {
            return fail(ErrorCode::InvalidInput, "The corpus holds no drums or no pitched notes.");
        }
    }
    ScoreCodec codec;
    TrainingOptions options;
    options.folder = request.out;
    options.name = "codec";
    options.warmStart = request.models / "music" / "codec.safetensors";
    options.learningRate = request.learningRate > 0 ? request.learningRate : 1.5e-3;
    options.hours = request.hours;
    options.steps = request.steps;
    Result<std::unique_ptr<TrainingRun>> started = TrainingRun::start(*codec, options);
    if (!started) {
        return tl::unexpected(started.error());
    }
    TrainingRun& run = **started;
    NoiseSequence random(
        Noise(request.seed, "codec-batches", static_cast<std::uint64_t>(run.step())));
    torch::manual_seed(request.seed + static_cast<std::uint64_t>(run.step()));
    context.report({ "codec: " + std::to_string(pools[0].size()) + " drum beats, "
            + std::to_string(pools[1].size()) + " pitched beats",
        0, 1 });
    bool cancelled = false;
    while (!run.finished() && !cancelled) {
        // Little noise first, so that the latents find a use before they must be robust.
        const double noise
            = kLatentNoise * std::min(1.0, static_cast<double>(run.step()) / kNoiseWarmUp);
        torch::Tensor total;
        std::array<BeatCodecLoss, 2> losses;
        for (const BeatKind kind : { BeatKind::Drums, BeatKind::Pitched }) {
            const auto index = static_cast<std::size_t>(kind);
            const BeatBatch batch = batchOf(drawBatch(pools[index], kind, request.batch, random));
            losses[index]
                = codec->of(kind)->loss(batch, noise * torch::randn({ batch.size, kBeatChannels }));
            total = total.defined() ? total + losses[index].total : losses[index].total;
        }
        run.update(total);
        cancelled = context.cancelled();
        if (run.step() % 50 == 0) {
            context.preview(LossPoint { run.step(), total.item<double>() });
            const Status logged = run.log({ { "loss", total.item<double>() },
                { "drum_onset", losses[0].onset }, { "drum_micro", losses[0].micro },
                { "onset", losses[1].onset }, { "micro", losses[1].micro },
                { "duration", losses[1].duration }, { "velocity", losses[1].velocity } });
            if (!logged) {
                return tl::unexpected(logged.error());
            }
            context.report({ "training the codec, step " + std::to_string(run.step()),
                std::min(run.secondsRun(), request.hours * 3600), request.hours * 3600 });
        }
        if (run.step() % 1000 == 0 || run.finished() || cancelled) {
            if (Status status = keepCodec(run, codec, train, held, request.out); !status) {
                return tl::unexpected(status.error());
            }
        }
    }
    if (cancelled) {
        return Cancelled {};
    }
    const EmaScope scope(*codec, run.average());
    measureNormalisation(codec, train);
    const CodecScore score = scoreCodec(codec, ofSplit(*pieces, Split::Test, 200));
    TrainOutcome outcome;
    outcome.step = run.step();
    outcome.weights = request.out / "codec.safetensors";
    outcome.metrics = { { "test onset F1", score.all }, { "test drums onset F1", score.drums },
        { "test pitched onset F1", score.pitched } };
    return outcome;
}

} // namespace pieria::models
