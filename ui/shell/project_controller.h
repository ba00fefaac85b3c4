// The open project and its folder: new, open, save, autosave, recovery. Asks nobody anything; the
// window asks and calls.
#pragma once

#include "core/project/project_file.h"
#include "core/project/recovery.h"
#include "ui/edit/document.h"
#include "ui/jobs/job_queue.h"
#include "ui/preferences/settings.h"

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <memory>
#include <optional>

namespace pieria::ui {

enum class RecoveryChoice { Recover, OpenSaved, KeepBoth };

class ProjectController : public QObject
{
    Q_OBJECT
public:
    static constexpr int kAutosaveQuietMs = 2000; ///< after the last change
    static constexpr int kAutosaveLatestMs = 15000; ///< after the first change

    /// All must outlive the controller. Starts with a new project.
    ProjectController(
        Document& document, JobQueue& queue, Settings& settings, QObject* parent = nullptr);
    /// Waits for an autosave that is being written; collects unused assets of a saved project.
    ~ProjectController() override;

    /// Where the project lives; a never-saved one lives below the user's data.
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
    [[nodiscard]] AssetStore assets() const
    {
        return AssetStore(ProjectPaths { m_folder }.assets());
    }
    [[nodiscard]] bool wasSaved() const { return m_saved.has_value(); }
    /// There is work that no save holds.
    [[nodiscard]] bool isModified() const { return m_modified; }
    [[nodiscard]] QString title() const;

    void newProject();
    /// A folder Name.pieria, or its project.json.
    Status open(const std::filesystem::path& folder);
    /// Unpacks a .pieriaz beside itself ("Name.pieria", numbered when taken) and opens it.
    Status openShared(const std::filesystem::path& archive);
    /// A copy of a shipped example: a new, never-saved project.
    Status openExample(const std::filesystem::path& folder);
    Status save(); ///< only when wasSaved()
    Status saveAs(const std::filesystem::path& folder);
    /// Saves if needed, then packs.
    Status share(const std::filesystem::path& archive);
    /// The work was thrown away knowingly: nothing to recover next time.
    void discard();

    [[nodiscard]] std::vector<RecoveryOffer> recoverable() const;
    Status recover(const RecoveryOffer& offer, RecoveryChoice choice);

    /// Writes the autosave now and waits for it.
    Status autosaveNow();

Q_SIGNALS:
    void folderChanged();
    void modifiedChanged(bool modified);
    void autosaved();
    /// An autosave that did not work: told, not asked.
    void autosaveFailed(const QString& sentence);

private:
    struct Writer;
    void onModified();
    void startAutosave();
    void setModified(bool modified);
    Status enter(Project project, std::filesystem::path folder, bool saved);
    Status write(const std::filesystem::path& folder, const std::filesystem::path& from);

    Document& m_document;
    JobQueue& m_queue;
    Settings& m_settings;
    std::filesystem::path m_folder;
    std::optional<ProjectLock> m_lock;
    std::optional<Project> m_saved; ///< as it is on disk
    bool m_modified = false;
    bool m_entering = false;
    QTimer m_quiet;
    QTimer m_latest;
    std::shared_ptr<Writer> m_writer;
};

/// "Name" of ".../Name.pieria".
[[nodiscard]] QString projectName(const std::filesystem::path& folder);

} // namespace pieria::ui
