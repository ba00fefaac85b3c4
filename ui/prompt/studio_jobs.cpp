#include "ui/prompt/studio_jobs.h"

#include "audio/synth/levels.h"
#include "core/project/take_file.h"
#include "core/score/midi.h"
#include "ui/common/widgets.h"
#include "ui/edit/insert_take_command.h"
#include "ui/prompt/sub_context.h"

#include <algorithm>
#include <utility>

namespace pieria::ui {

namespace {

constexpr double kRenderFrom = 0.7; // share of the job that writing the notes takes
constexpr int kLongestTitle = 60;

struct MadeTake
{
    ProjectTake take;
    double loudness = 0;
    std::shared_ptr<audio::GrowingSource> source;
};

using Answer = Result<Outcome<std::any>>;

Answer makeTake(const MusicRequest& request, const std::optional<Take>& source,
    MusicGenerator& generator, SharedRenderer& renderer, const AssetStore& assets,
    JobContext& context)
{
    SubContext writing(context, 0, kRenderFrom);
    auto made = generator.generate(request, source ? &*source : nullptr, writing);
    if (!made) {
        return tl::make_unexpected(made.error());
    }
    if (std::holds_alternative<Cancelled>(*made)) {
        return Outcome<std::any>(Cancelled {});
    }
    MadeTake result;
    result.take.take = std::move(std::get<Take>(*made));
    Take& take = result.take.take;
    if (!source) {
        take.mix = audio::defaultMix(take.score);
    }
    if (take.title.empty()) {
        take.title = fromQt(requestTitle(request));
    }
    result.source = audio::GrowingSource::create();
    context.preview(ScoreDraft { take.score, take.score.length });
    context.preview(AudioPreview { result.source });
    SubContext rendering(context, kRenderFrom, 1);
    auto rendered = renderTake(take, renderer, assets, *result.source, rendering);
    if (!rendered) {
        return tl::make_unexpected(rendered.error());
    }
    if (std::holds_alternative<Cancelled>(*rendered)) {
        return Outcome<std::any>(Cancelled {});
    }
    const auto& sound = std::get<RenderedTake>(*rendered);
    result.take.audio = sound.audio;
    result.loudness = sound.loudness;
    take.notes.insert(take.notes.end(), sound.notes.begin(), sound.notes.end());
    return Outcome<std::any>(std::any(std::move(result)));
}

} // namespace

StudioJobs::StudioJobs(StudioServices services, Document& document, JobQueue& queue, Player& player,
    std::function<AssetStore()> assets, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_document(document)
    , m_queue(queue)
    , m_player(player)
    , m_assets(std::move(assets))
    , m_renderer(std::make_shared<SharedRenderer>(services.renderer))
{
}

void StudioJobs::generate(MusicRequest request, int variations, QueuePlace place)
{
    std::vector<MusicRequest> requests;
    for (int i = 0; i < std::max(1, variations); ++i) {
        requests.push_back(request);
        ++request.seed;
    }
    if (place == QueuePlace::Front) {
        std::reverse(requests.begin(), requests.end()); // each one goes before the last
    }
    for (const MusicRequest& one : requests) {
        order(one, place);
    }
}

void StudioJobs::order(const MusicRequest& request, QueuePlace place)
{
    std::optional<Take> source;
    if (!request.sourceTake.empty()) {
        if (const ProjectTake* found = findTake(m_document.project(), TakeId(request.sourceTake))) {
            source = found->take;
        }
    }
    m_document.addHistory({ request, std::nullopt, false });
    const auto job = [request, source, renderer = m_renderer, assets = m_assets(),
                         &generator = m_services.generator](JobContext& context) {
        return makeTake(request, source, generator, *renderer, assets, context);
    };
    const std::string title = fromQt(requestTitle(request));
    const auto id = std::make_shared<JobId>();
    *id = m_queue.add(
        makeOrder([=] { return makeJob(title, Lane::Compute, job); }, this,
            [this, request, id, project = m_document.project().id](const Answer& result) {
                if (!result) {
                    m_player.endPreview();
                    m_preview = {};
                    Q_EMIT failed(result.error(), *id);
                } else if (m_document.project().id == project) {
                    onMade(result, request);
                }
            },
            [this](const std::any& value) { onPreview(value); }),
        place);
}

void StudioJobs::onPreview(const std::any& value)
{
    if (const auto* draft = std::any_cast<ScoreDraft>(&value)) {
        m_preview.score = draft->score;
        m_preview.finishedUntil = draft->finishedUntil;
    } else if (const auto* sound = std::any_cast<AudioPreview>(&value)) {
        m_preview.source = sound->source;
    } else {
        return;
    }
    m_player.setPreview(m_preview);
}

void StudioJobs::onMade(const Answer& result, const MusicRequest& request)
{
    m_preview = {};
    if (std::holds_alternative<Cancelled>(*result)) {
        m_player.endPreview();
        return;
    }
    const auto& made = std::any_cast<const MadeTake&>(std::get<std::any>(*result));
    const TakeId id = made.take.take.id;
    m_player.offerSource(id, made.source);
    m_document.undoStack().push(
        new InsertTakeCommand(m_document, made.take, tr("Add \"%1\"").arg(requestTitle(request))));
    m_player.endPreview();
    m_player.setLoudness(id, made.loudness);
    const auto& history = m_document.project().history;
    for (std::size_t i = history.size(); i-- > 0;) {
        if (!history[i].take && history[i].request == request) {
            m_document.setHistoryTake(i, id);
            break;
        }
    }
    Q_EMIT takeFinished(id);
}

void StudioJobs::render(const TakeId& id)
{
    const ProjectTake* found = findTake(m_document.project(), id);
    if (found == nullptr) {
        return;
    }
    if (const auto running = m_renders.find(id); running != m_renders.end()) {
        m_queue.cancel(running->second);
    }
    const auto source = audio::GrowingSource::create();
    const auto run = [take = found->take, source, renderer = m_renderer, assets = m_assets()](
                         JobContext& context) -> Answer {
        auto rendered = renderTake(take, *renderer, assets, *source, context);
        if (!rendered) {
            return tl::make_unexpected(rendered.error());
        }
        if (std::holds_alternative<Cancelled>(*rendered)) {
            return Outcome<std::any>(Cancelled {});
        }
        return Outcome<std::any>(std::any(std::get<RenderedTake>(*rendered)));
    };
    const std::string title = fromQt(tr("Rendering \"%1\"").arg(toQt(found->take.title)));
    const auto job = std::make_shared<JobId>();
    *job = m_queue.add(makeOrder([=] { return makeJob(title, Lane::Io, run); }, this,
        [this, id, job, source, score = found->take.score, mix = found->take.mix](
            const Answer& result) {
            if (const auto mine = m_renders.find(id);
                mine != m_renders.end() && mine->second == *job) {
                m_renders.erase(mine);
            }
            if (!result) {
                Q_EMIT failed(result.error(), *job);
                return;
            }
            const ProjectTake* now = findTake(m_document.project(), id);
            if (std::holds_alternative<Cancelled>(*result) || now == nullptr
                || now->take.score != score || now->take.mix != mix) {
                return; // edited since: another render is due
            }
            const auto& sound = std::any_cast<const RenderedTake&>(std::get<std::any>(*result));
            m_player.offerSource(id, source);
            m_player.setLoudness(id, sound.loudness);
            m_document.setTakeAudio(id, sound.audio);
        }));
    m_renders[id] = *job;
}

Status StudioJobs::importMidi(const std::filesystem::path& file)
{
    auto score = readMidiFile(file);
    if (!score) {
        return tl::make_unexpected(score.error());
    }
    Take take;
    take.id = TakeId::make();
    take.title = score->title.empty() ? file.stem().string() : score->title;
    take.score = std::move(*score);
    take.plan.bpm = take.score.tempo.bpmAt(0);
    take.plan.key = take.score.key();
    take.plan.metre = take.score.metre();
    take.plan.bars = static_cast<int>(barLines(take.score).size()) - 1;
    for (const Track& track : take.score.tracks) {
        take.plan.slots[slotIndex(track.slot)] = { true, track.program };
    }
    take.plan.sections = take.score.sections;
    take.plan.chords = take.score.chords;
    take.notes.push_back(fromQt(tr("Imported from %1").arg(toQt(file.filename().string()))));
    insert(std::move(take), tr("Import %1").arg(toQt(file.filename().string())));
    return {};
}

Status StudioJobs::importTake(const std::filesystem::path& file)
{
    auto take = readTake(file);
    if (!take) {
        return tl::make_unexpected(take.error());
    }
    take->id = TakeId::make();
    insert(std::move(*take), tr("Import %1").arg(toQt(file.filename().string())));
    return {};
}

void StudioJobs::insert(Take take, const QString& text)
{
    const TakeId id = take.id;
    m_document.undoStack().push(
        new InsertTakeCommand(m_document, { std::move(take), std::nullopt, false }, text));
    render(id);
}

PlayerHooks StudioJobs::hooks()
{
    PlayerHooks hooks;
    hooks.openAsset
        = [this](const AssetId& id) { return audio::openFileSource(m_assets().path(id).string()); };
    hooks.assetPath = [this](const AssetId& id) { return m_assets().path(id); };
    hooks.render = [this](const TakeId& id) { render(id); };
    return hooks;
}

QString requestTitle(const MusicRequest& request)
{
    const QString words = toQt(request.prompt).simplified();
    switch (request.task) {
    case MusicTask::Extend:
        return StudioJobs::tr("Extend by %n bars", nullptr, request.extendBars);
    case MusicTask::Inpaint:
        return StudioJobs::tr("Make bars %1-%2 again").arg(request.firstBar).arg(request.lastBar);
    case MusicTask::RemakeSlot:
        return StudioJobs::tr("Make the %1 again")
            .arg(QString::fromUtf8(slotName(request.slot).data()));
    case MusicTask::Compose:
        break;
    }
    if (words.isEmpty()) {
        return StudioJobs::tr("Improvisation %1").arg(request.seed);
    }
    return words.size() > kLongestTitle ? words.left(kLongestTitle - 1) + QChar(0x2026) : words;
}

} // namespace pieria::ui
