#include "ui/shell/project_controller.h"

#include "core/base/log.h"
#include "core/project/share.h"
#include "ui/common/widgets.h"

#include <atomic>
#include <mutex>
#include <set>
#include <system_error>
#include <utility>

namespace pieria::ui {

namespace fs = std::filesystem;

namespace {

/// The same work, whatever is selected or zoomed.
bool sameWork(const Project& a, const Project& b)
{
    return a.id == b.id && a.title == b.title && a.takes == b.takes && a.history == b.history;
}

fs::path freeName(const fs::path& wanted)
{
    fs::path candidate = wanted;
    std::error_code error;
    for (int n = 2; fs::exists(candidate, error); ++n) {
        candidate = wanted.parent_path()
            / (wanted.stem().string() + " " + std::to_string(n) + wanted.extension().string());
    }
    return candidate;
}

} // namespace

/// Writes are one at a time, and an autosave that a save has overtaken is dropped: it would bring
/// an old state back as a recovery.
struct ProjectController::Writer
{
    std::mutex mutex;
    std::atomic<std::uint64_t> epoch { 0 }; ///< rises with every save, open and new
};

ProjectController::ProjectController(
    Document& document, JobQueue& queue, Settings& settings, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_queue(queue)
    , m_settings(settings)
    , m_writer(std::make_shared<Writer>())
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(kAutosaveQuietMs);
    m_latest.setSingleShot(true);
    m_latest.setInterval(kAutosaveLatestMs);
    connect(&m_quiet, &QTimer::timeout, this, [this] { startAutosave(); });
    connect(&m_latest, &QTimer::timeout, this, [this] { startAutosave(); });
    connect(&m_document, &Document::modified, this, [this] { onModified(); });
    newProject();
}

ProjectController::~ProjectController()
{
    ++m_writer->epoch;
    const std::lock_guard lock(m_writer->mutex);
    if (wasSaved() && !m_modified) {
        if (const Status done = collectAssets(m_folder); !done) {
            log(LogLevel::Warning, "pieria.project", done.error().sentence);
        }
    } else if (!wasSaved() && !m_modified) {
        m_lock.reset();
        std::error_code error;
        fs::remove_all(m_folder, error);
    }
}

QString ProjectController::title() const
{
    return wasSaved() ? projectName(m_folder) : tr("Untitled");
}

Status ProjectController::enter(Project project, fs::path folder, bool saved)
{
    std::optional<ProjectLock> lock;
    if (m_folder != folder) {
        auto acquired = ProjectLock::acquire(folder);
        if (!acquired) {
            return tl::make_unexpected(acquired.error());
        }
        lock = std::move(*acquired);
    }
    ++m_writer->epoch;
    m_quiet.stop();
    m_latest.stop();
    if (lock) {
        m_lock = std::move(lock);
    }
    m_folder = std::move(folder);
    m_saved = saved ? std::optional(project) : std::nullopt;
    m_entering = true;
    m_document.setProject(std::move(project));
    m_entering = false;
    setModified(false);
    if (saved) {
        m_settings.addRecent(toQt(m_folder.string()));
    }
    Q_EMIT folderChanged();
    return {};
}

void ProjectController::newProject()
{
    Project project;
    project.id = makeUuid();
    fs::path folder = unsavedProjectsFolder() / (project.id + ".pieria");
    if (const Status entered = enter(std::move(project), std::move(folder), false); !entered) {
        log(LogLevel::Error, "pieria.project", entered.error().sentence);
    }
}

Status ProjectController::open(const fs::path& given)
{
    const fs::path folder = given.filename() == "project.json" ? given.parent_path() : given;
    auto project = loadProject(folder);
    if (!project) {
        return tl::make_unexpected(project.error());
    }
    return enter(std::move(*project), folder, true);
}

Status ProjectController::openShared(const fs::path& archive)
{
    const fs::path folder = freeName(archive.parent_path() / (archive.stem().string() + ".pieria"));
    if (Status unpacked = unpackProject(archive, folder); !unpacked) {
        return unpacked;
    }
    return open(folder);
}

Status ProjectController::openExample(const fs::path& folder)
{
    auto project = loadProject(folder);
    if (!project) {
        return tl::make_unexpected(project.error());
    }
    project->id = makeUuid();
    const fs::path own = unsavedProjectsFolder() / (project->id + ".pieria");
    const AssetStore from(ProjectPaths { folder }.assets());
    const AssetStore to(ProjectPaths { own }.assets());
    for (ProjectTake& take : project->takes) {
        if (take.audio) {
            if (auto copied = to.putFile(from.path(*take.audio)); !copied) {
                take.audio.reset(); // it can be rendered again
            }
        }
    }
    return enter(std::move(*project), own, false);
}

Status ProjectController::write(const fs::path& folder, const fs::path& from)
{
    ++m_writer->epoch;
    const std::lock_guard lock(m_writer->mutex);
    return saveProject(m_document.project(), folder, from);
}

Status ProjectController::save()
{
    if (Status written = write(m_folder, {}); !written) {
        return written;
    }
    m_quiet.stop();
    m_latest.stop();
    m_saved = m_document.project();
    m_document.undoStack().setClean();
    setModified(false);
    return {};
}

Status ProjectController::saveAs(const fs::path& folder)
{
    if (folder == m_folder) {
        return save();
    }
    auto lock = ProjectLock::acquire(folder);
    if (!lock) {
        return tl::make_unexpected(lock.error());
    }
    if (Status written = write(folder, m_folder); !written) {
        return written;
    }
    const fs::path before = m_folder;
    const bool scratch = !wasSaved();
    m_lock = std::move(*lock);
    m_folder = folder;
    m_quiet.stop();
    m_latest.stop();
    m_saved = m_document.project();
    m_document.undoStack().setClean();
    setModified(false);
    m_settings.addRecent(toQt(m_folder.string()));
    std::error_code error;
    if (scratch) {
        fs::remove_all(before, error);
    } else if (const Status removed = removeAutosave(before); !removed) {
        log(LogLevel::Warning, "pieria.project", removed.error().sentence);
    }
    Q_EMIT folderChanged();
    return {};
}

Status ProjectController::share(const fs::path& archive)
{
    if (!wasSaved()) {
        return fail(ErrorCode::InvalidInput, "Save the project first, then share it.");
    }
    if (m_modified) {
        if (Status saved = save(); !saved) {
            return saved;
        }
    }
    return packProject(m_folder, archive);
}

void ProjectController::discard()
{
    ++m_writer->epoch;
    m_quiet.stop();
    m_latest.stop();
    const std::lock_guard lock(m_writer->mutex);
    if (wasSaved()) {
        if (const Status removed = removeAutosave(m_folder); !removed) {
            log(LogLevel::Warning, "pieria.project", removed.error().sentence);
        }
    } else {
        std::error_code error;
        fs::remove_all(m_folder, error);
    }
    setModified(false);
}

std::vector<RecoveryOffer> ProjectController::recoverable() const
{
    std::vector<fs::path> known;
    for (const QString& folder : m_settings.recent()) {
        known.emplace_back(fromQt(folder));
    }
    std::vector<RecoveryOffer> offers = findRecoverable(known);
    std::erase_if(offers, [this](const RecoveryOffer& offer) { return offer.folder == m_folder; });
    return offers;
}

Status ProjectController::recover(const RecoveryOffer& offer, RecoveryChoice choice)
{
    if (choice == RecoveryChoice::OpenSaved) {
        if (Status removed = removeAutosave(offer.folder); !removed) {
            return removed;
        }
        return open(offer.folder);
    }
    auto project = loadAutosave(offer.folder);
    if (!project) {
        return tl::make_unexpected(project.error());
    }
    if (choice == RecoveryChoice::KeepBoth && offer.everSaved) {
        const fs::path copy = freeName(offer.folder.parent_path()
            / (offer.folder.stem().string() + " (" + fromQt(tr("recovered")) + ").pieria"));
        if (Status saved = saveProject(*project, copy, offer.folder); !saved) {
            return saved;
        }
        if (Status removed = removeAutosave(offer.folder); !removed) {
            return removed;
        }
        m_settings.addRecent(toQt(offer.folder.string()));
        return open(copy);
    }
    std::optional<Project> onDisk;
    if (offer.everSaved) {
        if (auto saved = loadProject(offer.folder)) {
            onDisk = std::move(*saved);
        }
    }
    if (Status entered = enter(std::move(*project), offer.folder, offer.everSaved); !entered) {
        return entered;
    }
    if (offer.everSaved) {
        m_saved = onDisk ? *onDisk : Project {};
    }
    setModified(true);
    return {};
}

void ProjectController::onModified()
{
    if (m_entering) {
        return;
    }
    const bool empty
        = !m_saved && m_document.project().takes.empty() && m_document.project().history.empty();
    setModified(m_saved ? !sameWork(*m_saved, m_document.project()) : !empty);
    if (!m_settings.value(QString::fromLatin1(keys::kAutosave)).toBool()) {
        return;
    }
    m_quiet.start();
    if (!m_latest.isActive()) {
        m_latest.start();
    }
}

void ProjectController::startAutosave()
{
    m_quiet.stop();
    m_latest.stop();
    const auto project = std::make_shared<const Project>(m_document.project());
    const auto writer = m_writer;
    const auto epoch = writer->epoch.load();
    const fs::path folder = m_folder;
    const auto run = [=](JobContext&) -> Result<Outcome<std::any>> {
        const std::lock_guard lock(writer->mutex);
        if (writer->epoch != epoch) {
            return Outcome<std::any>(Cancelled {});
        }
        if (const Status done = autosaveProject(*project, folder); !done) {
            return tl::make_unexpected(done.error());
        }
        return Outcome<std::any>(std::any(true));
    };
    const std::string title = fromQt(tr("Autosave"));
    JobOrder order = makeOrder([=] { return makeJob(title, Lane::Io, run); }, this,
        [this](const Result<Outcome<std::any>>& result) {
            if (!result) {
                Q_EMIT autosaveFailed(toQt(result.error().sentence));
            } else if (!std::holds_alternative<Cancelled>(*result)) {
                Q_EMIT autosaved();
            }
        });
    order.background = true;
    m_queue.add(std::move(order), QueuePlace::Front);
}

Status ProjectController::autosaveNow()
{
    m_quiet.stop();
    m_latest.stop();
    ++m_writer->epoch;
    const std::lock_guard lock(m_writer->mutex);
    return autosaveProject(m_document.project(), m_folder);
}

void ProjectController::setModified(bool modified)
{
    if (m_modified != modified) {
        m_modified = modified;
        Q_EMIT modifiedChanged(modified);
    }
}

QString projectName(const fs::path& folder)
{
    return toQt(folder.stem().string());
}

} // namespace pieria::ui
