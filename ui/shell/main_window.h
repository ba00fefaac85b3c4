// The window: docks, menus, status line, and the threads that tie the panels together.
#pragma once

#include "ui/common/action_registry.h"
#include "ui/common/studio_services.h"
#include "ui/edit/document.h"
#include "ui/jobs/job_queue.h"
#include "ui/player/player.h"
#include "ui/preferences/settings.h"
#include "ui/prompt/studio_jobs.h"
#include "ui/shell/project_controller.h"
#include "ui/shell/studio.h"

#include <QMainWindow>
#include <QMap>

class QDockWidget;
class QLabel;
class QMenu;

namespace pieria::ui {

class CommandPalette;
class FailureLine;
class HistoryPanel;
class JobsPanel;
class PromptPanel;
class ScoreEditor;
class TakesPanel;
class Tour;

class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// Both must outlive the window.
    MainWindow(StudioServices& services, Settings& settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Files of the command line, recovery, the example and the tour: what a start brings.
    void start(const StudioOptions& options);

    [[nodiscard]] Document& document() { return *m_document; }
    [[nodiscard]] JobQueue& jobs() { return *m_queue; }
    [[nodiscard]] Player& player() { return *m_player; }
    [[nodiscard]] ProjectController& projects() { return *m_project; }
    [[nodiscard]] ActionRegistry& actions() { return *m_actions; }
    [[nodiscard]] PromptPanel& prompt() { return *m_prompt; }
    [[nodiscard]] TakesPanel& takes() { return *m_takes; }
    [[nodiscard]] StudioJobs& studioJobs() { return *m_studioJobs; }
    [[nodiscard]] CommandPalette& palette() { return *m_palette; }

    /// Opens a project, a shared project, a take or a MIDI file by what it is.
    void openPath(const std::filesystem::path& path);
    void resetLayout();
    void showTour();
    /// A failure in place, below the menus.
    void showFailure(const Failure& failure);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildPanels(StudioServices& services);
    void buildDocks();
    QDockWidget* addDock(
        const QString& id, const QString& title, QWidget* content, Qt::DockWidgetArea area);
    void connectPanels();
    void buildActions();
    void buildMenus();
    void addFileActions();
    void addEditActions();
    void addCreateActions();
    void addViewActions();
    void addHelpActions();
    void applyLook();
    void applyAudioSettings();
    void updateTitle();
    void fillRecent();
    void newProject();
    void openDialog();
    bool save();
    bool saveAs();
    void share();
    void importDialog();
    void exportTake(const TakeId& take);
    void showPreferences();
    void showModels();

    void runTask(const MusicRequest& request);
    void offerRecovery();
    void openExample();
    [[nodiscard]] bool mayLeaveProject();
    [[nodiscard]] bool report(const Status& status);

    StudioServices m_services;
    Settings& m_settings;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<JobQueue> m_queue;
    std::unique_ptr<ProjectController> m_project;
    std::unique_ptr<Player> m_player;
    std::unique_ptr<StudioJobs> m_studioJobs;
    std::unique_ptr<ActionRegistry> m_actions;

    PromptPanel* m_prompt = nullptr;
    HistoryPanel* m_history = nullptr;
    TakesPanel* m_takes = nullptr;
    JobsPanel* m_jobsPanel = nullptr;
    ScoreEditor* m_editor = nullptr;
    QWidget* m_stage = nullptr;
    FailureLine* m_failure = nullptr;
    CommandPalette* m_palette = nullptr;
    QLabel* m_statusNote = nullptr;
    QMenu* m_recentMenu = nullptr;
    QMap<QString, QDockWidget*> m_docks;
    QByteArray m_defaultLayout;
    bool m_closing = false;
};

} // namespace pieria::ui
