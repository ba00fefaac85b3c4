#include "core/engine/music_generator.h"

#include "core/base/paths.h"
#include "core/engine/model_registry.h"
#include "core/engine/music_tasks.h"
#include "core/models/music/latent_generator.h"
#include "core/models/music/music_model.h"
#include "core/models/single_thread.h"
#include "core/models/text/style_match.h"
#include "core/prompt/music_planner.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

namespace pieria {

namespace {

constexpr int kAttempts = 3;
constexpr const char* kShippedModel = "music";

ScoreLatents toLatents(const torch::Tensor& tensor)
{
    const torch::Tensor flat = tensor.contiguous();
    ScoreLatents latents;
    latents.bars = static_cast<int>(flat.size(0));
    latents.channels = models::kBarChannels;
    const float* data = flat.data_ptr<float>();
    latents.values.assign(data, data + flat.numel());
    return latents;
}

/// The source's own latents where it has them (never coded twice), else its notes coded now.
torch::Tensor sourceLatents(models::ScoreCodec& codec, const Take& source, int bars)
{
    torch::Tensor latents = torch::zeros({ bars, kSlotCount, models::kBarChannels });
    torch::Tensor own;
    const auto expected = static_cast<std::size_t>(std::max(0, source.latents.bars)) * kSlotCount
        * models::kBarChannels;
    if (source.latents.channels == models::kBarChannels && source.latents.values.size() == expected
        && expected > 0) {
        own = torch::tensor(source.latents.values)
                  .view({ source.latents.bars, kSlotCount, models::kBarChannels });
    } else {
        own = codec->encode(toGrid(source.score));
    }
    const std::int64_t shared = std::min<std::int64_t>(bars, own.size(0));
    latents.slice(0, 0, shared).copy_(own.slice(0, 0, shared));
    return latents;
}

class Generator final : public MusicGenerator
{
public:
    Generator(EngineSettings settings, MusicPlanner planner)
        : m_settings(std::move(settings))
        , m_planner(std::move(planner))
    {
    }

    [[nodiscard]] Result<Outcome<Take>> generate(
        const MusicRequest& request, const Take* source, JobContext& context) override
    {
        const std::lock_guard lock(m_mutex);
        try {
            return run(request, source, context);
        } catch (const std::bad_alloc&) {
            return fail(ErrorCode::OutOfMemory,
                "There is not enough memory for this piece; ask for fewer bars.");
        } catch (const std::exception& error) {
            return fail(ErrorCode::Internal,
                "The music model stopped on an unexpected error; please report it with the log.",
                error.what());
        }
    }

private:
    struct Loaded
    {
        std::string id;
        models::MusicModel music;
        models::TextEncoder text;
        std::vector<std::string> styles; ///< families the planner knows
    };

    [[nodiscard]] Status load(const std::string& id, JobContext& context)
    {
        if (m_loaded && m_loaded->id == id) {
            return {};
        }
        context.report({ "loading the music model", 0, 1 });
        const Result<InstalledModel> installed
            = ModelRegistry(m_settings.models, userDataFolder() / "models").find(id);
        if (!installed) {
            return tl::unexpected(installed.error());
        }
        if (installed->card.kind != "music") {
            return fail(ErrorCode::InvalidInput,
                "The model \"" + id + "\" does not write music; see \"pieria models list\".");
        }
        Result<models::MusicModel> music = models::loadMusicModel(installed->folder);
        if (!music) {
            return tl::unexpected(music.error());
        }
        Result<models::TextEncoder> text = models::TextEncoder::load(m_settings.models / "text");
        if (!text) {
            return tl::unexpected(text.error());
        }
        std::vector<std::string> names;
        for (const auto& [name, prior] : m_planner.styles()) {
            names.push_back(name);
        }
        m_loaded.emplace(Loaded { id, std::move(*music), std::move(*text), std::move(names) });
        return {};
    }

    [[nodiscard]] Result<Outcome<Take>> run(
        const MusicRequest& request, const Take* source, JobContext& context)
    {
        if (Status status = checkMusicRequest(request, source); !status) {
            return tl::unexpected(status.error());
        }
        if (Status status = load(request.model.empty() ? kShippedModel : request.model, context);
            !status) {
            return tl::unexpected(status.error());
        }
        const models::SingleThread single;
        const MusicReading reading = readMusicPrompt(request.prompt);
        const std::optional<std::string> suggested = reading.controls.styles.empty()
            ? models::suggestedStyle(m_loaded->text.words(), request.prompt, m_loaded->styles)
            : std::nullopt;
        Result<MusicJob> job = planMusicJob(m_planner, request, reading, source, suggested);
        if (!job) {
            return tl::unexpected(job.error());
        }
        models::LatentRequest latents = latentRequest(request, *job, source);
        std::array<bool, kSlotCount> on {};
        for (const Slot slot : kSlots) {
            on[slotIndex(slot)] = job->plan.slots[slotIndex(slot)].on;
        }
        const int beats = gridBeatsPerBar(job->plan.metre);
        const Tick barTicks = job->plan.metre.ticksPerBar();
        torch::Tensor finished;
        Score score;
        for (int attempt = 0; attempt < kAttempts; ++attempt) {
            const auto onStep = [&](const models::StepReport& step) {
                context.report({ stageText(step, job->plan.bars), static_cast<double>(step.done),
                    static_cast<double>(step.total) });
                return context.cancelled() ? models::Go::Stop : models::Go::On;
            };
            const auto onBars = [&](const torch::Tensor& made, int bar) {
                if (attempt > 0 || bar >= job->plan.bars) {
                    return;
                }
                const ScoreGrid grid
                    = m_loaded->music.codec->decode(made.slice(0, 0, bar), beats, on);
                // The last bar may still be answered by what follows it: its notes are final, its
                // tails are not.
                context.preview(ScoreDraft { assembleScore(*job, grid, source), bar * barTicks });
            };
            const Outcome<torch::Tensor> made
                = models::generateLatents(m_loaded->music.denoiser, latents, onStep, onBars);
            if (std::holds_alternative<Cancelled>(made)) {
                return Cancelled {};
            }
            finished = std::get<torch::Tensor>(made);
            score = assembleScore(*job, m_loaded->music.codec->decode(finished, beats, on), source);
            const std::vector<Slot> silent = silentSlots(*job, score);
            if (silent.empty()) {
                break;
            }
            remakeOnly(latents, finished, silent);
        }
        Take take;
        take.id = TakeId::make();
        take.request = request;
        take.plan = job->plan;
        take.latents = toLatents(finished);
        take.title = titleOf(request, source);
        score.title = take.title;
        take.score = std::move(score);
        if (source != nullptr) {
            take.mix = source->mix;
        }
        take.notes = reading.notes;
        take.notes.insert(take.notes.end(), job->notes.begin(), job->notes.end());
        context.report({ "finished", 1, 1 });
        return take;
    }

    [[nodiscard]] static std::string stageText(const models::StepReport& step, int bars)
    {
        return "writing " + std::to_string(bars) + (bars == 1 ? " bar" : " bars") + ", step "
            + std::to_string(step.done + 1) + " of " + std::to_string(step.total);
    }

    [[nodiscard]] models::LatentRequest latentRequest(
        const MusicRequest& request, const MusicJob& job, const Take* source)
    {
        models::LatentRequest latents;
        latents.plan = job.plan;
        latents.text = m_loaded->text.encode(request.prompt);
        if (!request.negative.empty()) {
            latents.negative = m_loaded->text.encode(request.negative);
        }
        if (source != nullptr) {
            latents.known = sourceLatents(m_loaded->music.codec, *source, job.plan.bars);
            latents.keep = torch::zeros({ job.plan.bars, kSlotCount }, torch::kBool);
            for (int bar = 0; bar < job.plan.bars; ++bar) {
                for (const Slot slot : kSlots) {
                    latents.keep[bar][static_cast<std::int64_t>(slotIndex(slot))]
                        = job.kept(bar, slot);
                }
            }
        }
        latents.seed = request.seed;
        latents.steps = request.steps;
        latents.guidance = request.guidance;
        latents.threads = m_settings.threads;
        return latents;
    }

    /// Everything is known now but the slots that came out silent; they draw from another stream.
    static void remakeOnly(models::LatentRequest& latents, const torch::Tensor& finished,
        const std::vector<Slot>& slots)
    {
        const torch::Tensor before = latents.keep;
        latents.known = finished;
        latents.keep = torch::ones({ finished.size(0), kSlotCount }, torch::kBool);
        for (const Slot slot : slots) {
            const auto column = static_cast<std::int64_t>(slotIndex(slot));
            if (before.defined()) {
                latents.keep.select(1, column).copy_(before.select(1, column));
            } else {
                latents.keep.select(1, column).fill_(false);
            }
            ++latents.attempt[slotIndex(slot)];
        }
    }

    EngineSettings m_settings;
    MusicPlanner m_planner;
    std::optional<Loaded> m_loaded;
    std::mutex m_mutex;
};

} // namespace

Result<std::unique_ptr<MusicGenerator>> makeMusicGenerator(const EngineSettings& settings)
{
    if (settings.device != "cpu" && settings.device != "cuda") {
        return fail(ErrorCode::InvalidInput,
            "The device must be cpu or cuda, not \"" + settings.device + "\".");
    }
    Result<MusicPlanner> planner = MusicPlanner::load(resourcesFolder() / "corpus");
    if (!planner) {
        return tl::unexpected(planner.error());
    }
    return std::make_unique<Generator>(settings, std::move(*planner));
}

} // namespace pieria
