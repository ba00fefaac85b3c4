// From requests to takes: orders generation and rendering, shows what grows, and puts finished
// takes into the document by undo commands.
#pragma once

#include "ui/common/studio_services.h"
#include "ui/edit/document.h"
#include "ui/jobs/job_queue.h"
#include "ui/player/player.h"
#include "ui/prompt/render_steps.h"

#include <QObject>

#include <functional>
#include <map>

namespace pieria::ui {

class StudioJobs : public QObject
{
    Q_OBJECT
public:
    /// `assets` gives the store of the project that is open when a job is ordered.
    StudioJobs(StudioServices services, Document& document, JobQueue& queue, Player& player,
        std::function<AssetStore()> assets, QObject* parent = nullptr);

    /// One job per variation, with seeds request.seed, +1, +2...; each enters the history at once.
    void generate(MusicRequest request, int variations = 1, QueuePlace place = QueuePlace::End);
    /// Renders a take again after an edit; an older render of it is given up.
    void render(const TakeId& take);
    /// A file of notes becomes a take.
    Status importMidi(const std::filesystem::path& file);
    Status importTake(const std::filesystem::path& file);
    /// What Player needs: opens assets, renders on demand.
    [[nodiscard]] PlayerHooks hooks();
    [[nodiscard]] std::shared_ptr<SharedRenderer> renderer() const { return m_renderer; }

Q_SIGNALS:
    void takeFinished(const pieria::TakeId& id);
    /// A job ended badly; the retry is in the jobs panel, too.
    void failed(const pieria::Failure& failure, const pieria::JobId& job);
    void message(const QString& sentence);

private:
    void order(const MusicRequest& request, QueuePlace place);
    void onPreview(const std::any& value);
    void onMade(const Result<Outcome<std::any>>& result, const MusicRequest& request);
    void insert(Take take, const QString& text);

    StudioServices m_services;
    Document& m_document;
    JobQueue& m_queue;
    Player& m_player;
    std::function<AssetStore()> m_assets;
    std::shared_ptr<SharedRenderer> m_renderer;
    std::map<TakeId, JobId> m_renders;
    StagePreview m_preview;
};

/// A short title of a request for lists: its words, else what it does.
[[nodiscard]] QString requestTitle(const MusicRequest& request);

} // namespace pieria::ui
