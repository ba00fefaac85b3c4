#include "tests/eval/music_eval.h"

#include "core/base/noise.h"
#include "core/base/paths.h"
#include "core/corpus/chord_estimate.h"
#include "core/corpus/corpus_folder.h"
#include "core/engine/music_generator.h"
#include "core/prompt/music_planner.h"
#include "core/score/midi.h"
#include "tests/eval/adherence.h"
#include "tests/eval/distances.h"
#include "tests/eval/listening.h"
#include "tests/eval/score_features.h"
#include "tests/eval/statistics.h"
#include "tests/eval/style_classifier.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <map>
#include <set>

namespace pieria::eval {

namespace {

constexpr std::size_t kChoices = 4;
constexpr int kLeastExamples = 8; ///< pieces of a style in training before it may be asked for

struct RealPiece
{
    std::string style;
    Split split = Split::Train;
    std::vector<double> features;
    Score score;
};

Result<std::vector<RealPiece>> realPieces(const std::filesystem::path& folder)
{
    const Result<MusicCorpus> corpus = MusicCorpus::open(folder);
    if (!corpus) {
        return tl::unexpected(corpus.error());
    }
    std::vector<RealPiece> pieces;
    for (std::size_t i = 0; i < corpus->size(); ++i) {
        Result<MusicCorpus::Piece> piece = corpus->piece(i);
        if (!piece) {
            return tl::unexpected(piece.error());
        }
        if (canComposeIn(piece->score.metre())) {
            pieces.push_back({ piece->line.style, piece->line.split, scoreFeatures(piece->score),
                std::move(piece->score) });
        }
    }
    return pieces;
}

/// The true style and three others, drawn from a stream of its own.
std::vector<std::string> choicesFor(
    const std::string& style, const std::vector<std::string>& styles, std::uint64_t index)
{
    NoiseSequence random(Noise(5, "choices", index));
    std::vector<std::string> choices { style };
    while (choices.size() < std::min(kChoices, styles.size())) {
        const std::string& other = styles[random.below(static_cast<std::uint32_t>(styles.size()))];
        if (std::find(choices.begin(), choices.end(), other) == choices.end()) {
            choices.push_back(other);
        }
    }
    return choices;
}

void line(const char* name, const std::string& value, const char* aim)
{
    std::printf("%-44s %-36s %s\n", name, value.c_str(), aim);
}

void push(std::vector<double>& values, const std::optional<bool>& value)
{
    if (value) {
        values.push_back(*value ? 1 : 0);
    }
}

void push(std::vector<double>& values, const std::optional<double>& value)
{
    if (value) {
        values.push_back(*value);
    }
}

struct Columns
{
    std::vector<double> tempo, key, keyWeight, named, jaccard, without, style, acc1, acc2, newness;
    Features features;
    double cpuSeconds = 0;
    int beatless = 0;
};

std::vector<double> keyRateOfReal(const std::vector<RealPiece>& pieces)
{
    std::vector<double> rate;
    for (const RealPiece& piece : pieces) {
        const Mode mode = piece.score.key().mode;
        if (piece.split == Split::Test && (mode == Mode::Major || mode == Mode::Minor)) {
            rate.push_back(
                keyAgreement(piece.score.key(), estimateKey(piece.score)) == 1.0 ? 1 : 0);
        }
    }
    return rate;
}

void report(const Columns& c, const StyleClassifier& judge, const std::vector<RealPiece>& real,
    const NGrams& known)
{
    std::vector<double> realStyle;
    std::vector<double> realNewness;
    Features heldOut;
    Features trained;
    for (std::size_t i = 0; i < real.size(); ++i) {
        const RealPiece& piece = real[i];
        const auto& styles = judge.styles();
        const bool judged = std::find(styles.begin(), styles.end(), piece.style) != styles.end();
        if (piece.split == Split::Test) {
            heldOut.push_back(judge.normalised(piece.features));
            realNewness.push_back(1 - overlap(melodicNGrams(piece.score), known));
            if (judged) {
                realStyle.push_back(
                    judge.choose(piece.features, choicesFor(piece.style, styles, i)) == piece.style
                        ? 1
                        : 0);
            }
        } else if (piece.split == Split::Train && trained.size() < 400) {
            trained.push_back(judge.normalised(piece.features));
        }
    }
    const std::size_t half = heldOut.size() / 2;
    const Features first(heldOut.begin(), heldOut.begin() + static_cast<std::ptrdiff_t>(half));
    const Features second(heldOut.begin() + static_cast<std::ptrdiff_t>(half), heldOut.end());
    line("tempo exact (MIDI)", asRate(bootstrapMean(c.tempo)), "aim 100 %");
    line("tempo Acc1 (audio)", asRate(bootstrapMean(c.acc1)), "aim >= 95 %");
    line("tempo Acc2 (audio)", asRate(bootstrapMean(c.acc2)), "");
    line("  pieces without a beat, not counted", std::to_string(c.beatless), "");
    line("key exact (notes)", asRate(bootstrapMean(c.key)), "aim >= 90 %");
    line("  the estimator on held-out real pieces", asRate(bootstrapMean(keyRateOfReal(real))), "");
    line("key, MIREX weight", asRate(bootstrapMean(c.keyWeight)), "");
    line("named instruments that sound", asRate(bootstrapMean(c.named)), "");
    line(
        "instruments, Jaccard (whole band named)", asRate(bootstrapMean(c.jaccard)), "aim >= 90 %");
    line("\"no X\" obeyed", asRate(bootstrapMean(c.without)), "aim 100 %");
    const Estimate generated = bootstrapMean(c.style);
    const Estimate actual = bootstrapMean(realStyle);
    line("style, 4-way choice", asRate(generated), "chance 25 %");
    line("  on held-out real pieces", asRate(actual), "");
    char ratio[64];
    std::snprintf(
        ratio, sizeof ratio, "%.1f %%", actual.mean > 0 ? 100 * generated.mean / actual.mean : 0.0);
    line("  relative to real", ratio, "aim >= 85 %");
    char distance[64];
    std::snprintf(distance, sizeof distance, "%.5f", kernelDistance(heldOut, c.features));
    line("KAD to held-out real (score features)", distance, "");
    std::snprintf(distance, sizeof distance, "%.5f", kernelDistance(first, second));
    line("  real against real, two halves", distance, "");
    std::snprintf(distance, sizeof distance, "%.5f", kernelDistance(heldOut, trained));
    line("  training pieces against held-out", distance, "");
    line("melodic 8-grams not in training", asRate(bootstrapMean(c.newness)), "");
    line("  of held-out real pieces", asRate(bootstrapMean(realNewness)), "");
}

} // namespace

Status evaluateMusic(const MusicEvalOptions& options)
{
    const Result<std::vector<RealPiece>> real = realPieces(options.corpus);
    if (!real) {
        return tl::unexpected(real.error());
    }
    std::map<std::string, int> count;
    std::vector<LabelledFeatures> examples;
    NGrams known;
    for (const RealPiece& piece : *real) {
        if (piece.split == Split::Train) {
            ++count[piece.style];
            known.merge(melodicNGrams(piece.score));
        }
    }
    for (const RealPiece& piece : *real) {
        if (piece.split == Split::Train && count[piece.style] >= kLeastExamples) {
            examples.push_back({ piece.style, piece.features });
        }
    }
    if (examples.empty()) {
        return fail(ErrorCode::InvalidInput, "The corpus is too small to judge styles with.");
    }
    const StyleClassifier judge(examples);
    const Result<std::vector<HeldOutPrompt>> prompts = heldOutPrompts(
        resourcesFolder() / "corpus" / "synonyms.jsonl", judge.styles(), options.prompts);
    if (!prompts) {
        return tl::unexpected(prompts.error());
    }
    EngineSettings settings;
    settings.models = resourcesFolder() / "models";
    settings.threads = options.threads;
    Result<std::unique_ptr<MusicGenerator>> generator = makeMusicGenerator(settings);
    if (!generator) {
        return tl::unexpected(generator.error());
    }
    Columns columns;
    QuietContext quiet;
    for (std::size_t i = 0; i < prompts->size(); ++i) {
        const HeldOutPrompt& prompt = (*prompts)[i];
        MusicRequest request;
        request.prompt = prompt.text;
        request.seed = prompt.seed;
        request.bars = options.bars;
        const std::clock_t before = std::clock();
        Result<Outcome<Take>> made = (*generator)->generate(request, nullptr, quiet);
        columns.cpuSeconds += static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
        if (!made) {
            std::printf("prompt %zu failed: %s (%s)\n", i, made.error().sentence.c_str(),
                prompt.text.c_str());
            columns.tempo.push_back(0);
            continue;
        }
        const std::string midi = writeMidi(std::get<Take>(*made).score);
        const Result<Score> score = readMidi(midi);
        if (!score) {
            return tl::unexpected(score.error());
        }
        if (!options.keep.empty()) {
            char name[32];
            std::snprintf(name, sizeof name, "%03zu.mid", i);
            if (Status status = writeMidiFile(*score, options.keep / name); !status) {
                return status;
            }
        }
        const Adherence a = adherence(prompt, *score);
        push(columns.tempo, a.tempo);
        push(columns.key, a.key);
        push(columns.keyWeight, a.keyWeight);
        push(columns.named, a.named);
        push(columns.jaccard, a.jaccard);
        push(columns.without, a.without);
        const std::vector<double> features = scoreFeatures(*score);
        columns.features.push_back(judge.normalised(features));
        columns.style.push_back(
            judge.choose(features, choicesFor(prompt.style, judge.styles(), i)) == prompt.style
                ? 1
                : 0);
        const NGrams grams = melodicNGrams(*score);
        if (!grams.empty()) {
            columns.newness.push_back(1 - overlap(grams, known));
        }
        if (static_cast<int>(i) < options.audio && prompt.bpm) {
            const Result<std::optional<double>> heard = heardTempo(*score, *prompt.bpm);
            if (!heard) {
                return tl::unexpected(heard.error());
            }
            if (!*heard) {
                ++columns.beatless;
            } else {
                columns.acc1.push_back(sameTempo(**heard, *prompt.bpm) ? 1 : 0);
                columns.acc2.push_back(sameTempoOrMultiple(**heard, *prompt.bpm) ? 1 : 0);
            }
        }
        std::fprintf(stderr, "\r%zu of %zu", i + 1, prompts->size());
    }
    std::fprintf(stderr, "\n");
    std::printf("%s\nprompts %zu (held-out synonyms), %d bars each; reference: %s\n\n",
        machineLine(options.threads).c_str(), prompts->size(), options.bars,
        options.corpus.c_str());
    report(columns, judge, *real, known);
    std::printf("\nCPU seconds per piece, notes alone: %.2f\n",
        columns.cpuSeconds / static_cast<double>(prompts->size()));
    return {};
}

} // namespace pieria::eval
