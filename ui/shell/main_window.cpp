#include "ui/shell/main_window.h"

#include "core/base/paths.h"
#include "ui/common/command_palette.h"
#include "ui/common/failure_line.h"
#include "ui/common/widgets.h"
#include "ui/jobs/jobs_panel.h"
#include "ui/library/takes_panel.h"
#include "ui/mixer/mixer_panel.h"
#include "ui/player/transport_bar.h"
#include "ui/player/transport_keys.h"
#include "ui/prompt/history_panel.h"
#include "ui/prompt/prompt_panel.h"
#include "ui/roll/score_editor.h"
#include "ui/roll/selection_inspector.h"
#include "ui/roll/track_outliner.h"
#include "ui/shell/dock.h"
#include "ui/shell/tour.h"
#include "ui/wave/wave_panel.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QMessageBox>
#include <QMimeData>
#include <QStatusBar>
#include <QTabBar>
#include <QToolBar>

#include <algorithm>

namespace pieria::ui {

namespace {

QString key(const char* name)
{
    return QString::fromLatin1(name);
}

} // namespace

MainWindow::MainWindow(StudioServices& services, Settings& settings, QWidget* parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_settings(settings)
    , m_document(std::make_unique<Document>())
    , m_queue(std::make_unique<JobQueue>())
    , m_project(std::make_unique<ProjectController>(*m_document, *m_queue, settings))
    , m_player(std::make_unique<Player>(*m_document, services.engine))
    , m_studioJobs(std::make_unique<StudioJobs>(
          services, *m_document, *m_queue, *m_player, [this] { return m_project->assets(); }))
    , m_actions(std::make_unique<ActionRegistry>())
{
    applyLook();
    setObjectName(QStringLiteral("studio"));
    setAccessibleName(tr("Pieria"));
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    if (theme().reducedMotion()) {
        setDockOptions(dockOptions() & ~AnimatedDocks);
    }
    m_player->setHooks(m_studioJobs->hooks());
    buildPanels(services);
    buildDocks();
    buildActions();
    buildMenus();
    connectPanels();
    new TransportKeys(*m_player, this);
    m_palette = new CommandPalette(*m_actions, this);
    resize(1440, 860);
    m_defaultLayout = saveState();
    restoreGeometry(m_settings.value(key(keys::kGeometry)).toByteArray());
    if (!restoreState(m_settings.value(key(keys::kLayout)).toByteArray())) {
        resetLayout();
    }
    applyAudioSettings();
    updateTitle();
}

MainWindow::~MainWindow()
{
    m_queue->shutDown();
    m_player->stop();
    // The panels look at the document and the player: they go first, and hear nothing of the end.
    m_document->undoStack().disconnect(this);
    m_document->disconnect(this);
    m_project->disconnect(this);
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
}

void MainWindow::buildPanels(StudioServices& services)
{
    m_prompt = new PromptPanel(*m_queue, services.models);
    m_history = new HistoryPanel(*m_document);
    m_takes = new TakesPanel(*m_document, *m_player);
    m_jobsPanel = new JobsPanel(*m_queue);
    m_editor = new ScoreEditor(*m_document, *m_player);
    m_failure = new FailureLine;
    m_stage = new QWidget;
    m_stage->setProperty("kind", "stage");
    m_stage->setAccessibleName(tr("Stage"));
    auto* column = new QVBoxLayout(m_stage);
    setGrid(*column, 0, 0);
    column->addWidget(m_failure);
    column->addWidget(m_editor, 1);
    setCentralWidget(m_stage);

    auto* bar = new QWidget;
    bar->setProperty("kind", "panel");
    auto* row = new QVBoxLayout(bar);
    setGrid(*row, 0, 0);
    auto* transport = new TransportBar(*m_document, *m_player);
    row->addWidget(transport);
    auto* transportDock = new QToolBar(tr("Transport"), this);
    transportDock->setObjectName(QStringLiteral("transport"));
    transportDock->setMovable(false);
    transportDock->addWidget(bar);
    transport->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addToolBar(Qt::BottomToolBarArea, transportDock);
    connect(transport, &TransportBar::failed, this,
        [this](const QString& sentence) { m_failure->showNotice(sentence); });
    connect(transport, &TransportBar::preferencesRequested, this, [this] { showPreferences(); });

    m_statusNote = makeLabel({}, "muted");
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addPermanentWidget(m_statusNote);
}

QDockWidget* MainWindow::addDock(
    const QString& id, const QString& title, QWidget* content, Qt::DockWidgetArea area)
{
    QDockWidget* dock = makeDock(id, title, content, this);
    addDockWidget(area, dock);
    m_docks[id] = dock;
    return dock;
}

void MainWindow::buildDocks()
{
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    addDock(QStringLiteral("prompt"), tr("Prompt"), m_prompt, Qt::LeftDockWidgetArea);
    addDock(QStringLiteral("history"), tr("History"), m_history, Qt::LeftDockWidgetArea);
    addDock(QStringLiteral("outliner"), tr("Tracks"), new TrackOutliner(m_editor->state()),
        Qt::RightDockWidgetArea);
    addDock(QStringLiteral("inspector"), tr("Inspector"), new SelectionInspector(m_editor->state()),
        Qt::RightDockWidgetArea);
    addDock(QStringLiteral("takes"), tr("Takes"), m_takes, Qt::BottomDockWidgetArea);
    addDock(
        QStringLiteral("wave"), tr("Waveform"), new WavePanel(*m_player), Qt::BottomDockWidgetArea);
    auto* mixer = new MixerPanel(*m_document, *m_player);
    connect(mixer, &MixerPanel::trackChosen, m_editor, [this](Slot slot) {
        const auto& tracks = m_editor->state().score().tracks;
        const auto found = std::find_if(tracks.begin(), tracks.end(),
            [slot](const Track& track) { return track.slot == slot; });
        if (found != tracks.end()) {
            m_editor->state().setTrack(static_cast<std::size_t>(found - tracks.begin()));
        }
    });
    addDock(QStringLiteral("mixer"), tr("Mixer"), mixer, Qt::BottomDockWidgetArea);
    addDock(QStringLiteral("jobs"), tr("Jobs"), m_jobsPanel, Qt::BottomDockWidgetArea);
    tabifyDockWidget(m_docks[QStringLiteral("prompt")], m_docks[QStringLiteral("history")]);
    tabifyDockWidget(m_docks[QStringLiteral("wave")], m_docks[QStringLiteral("mixer")]);
    m_docks[QStringLiteral("prompt")]->raise();
    m_docks[QStringLiteral("wave")]->raise();
}

void MainWindow::resetLayout()
{
    restoreState(m_defaultLayout);
    const auto dock = [this](const char* id) { return m_docks[QString::fromLatin1(id)]; };
    for (QDockWidget* each : std::as_const(m_docks)) {
        each->setFloating(false);
        each->show();
    }
    const int wide = width();
    resizeDocks({ dock("prompt"), dock("outliner") }, { theme().grid(78), theme().grid(62) },
        Qt::Horizontal);
    resizeDocks({ dock("outliner"), dock("inspector") }, { theme().grid(68), theme().grid(56) },
        Qt::Vertical);
    resizeDocks({ dock("takes"), dock("wave"), dock("jobs") },
        { wide * 26 / 100, wide * 48 / 100, wide * 26 / 100 }, Qt::Horizontal);
    resizeDocks({ dock("takes"), dock("wave"), dock("jobs") },
        { theme().grid(52), theme().grid(52), theme().grid(52) }, Qt::Vertical);
    dock("prompt")->raise();
    dock("wave")->raise();
}

void MainWindow::connectPanels()
{
    connect(m_prompt, &PromptPanel::generateRequested, m_studioJobs.get(), &StudioJobs::generate);
    connect(m_prompt, &PromptPanel::leaveRequested, this,
        [this] { m_editor->mainView()->setFocus(Qt::OtherFocusReason); });
    const auto focusPrompt
        = [this] { m_actions->find(QStringLiteral("view.focus-prompt"))->trigger(); };
    connect(m_editor, &ScoreEditor::promptRequested, this, focusPrompt);
    connect(m_takes, &TakesPanel::promptRequested, this, focusPrompt);
    connect(m_editor, &ScoreEditor::message, this,
        [this](const QString& sentence) { statusBar()->showMessage(sentence, 6000); });
    connect(m_editor, &ScoreEditor::remakeSlotRequested, this, [this](const TakeId& id, Slot slot) {
        if (const ProjectTake* take = findTake(m_document->project(), id)) {
            MusicRequest request = taskOn(*take, MusicTask::RemakeSlot);
            request.slot = slot;
            runTask(request);
        }
    });
    connect(m_editor, &ScoreEditor::remakeBarsRequested, this,
        [this](const TakeId& id, int first, int last) {
            if (const ProjectTake* take = findTake(m_document->project(), id)) {
                MusicRequest request = taskOn(*take, MusicTask::Inpaint);
                request.firstBar = first;
                request.lastBar = last;
                runTask(request);
            }
        });
    const auto recall = [this](const MusicRequest& request) { m_prompt->setRequest(request); };
    const auto remix = [this](const MusicRequest& request) { m_prompt->remix(request); };
    connect(m_takes, &TakesPanel::recallRequested, this, recall);
    connect(m_takes, &TakesPanel::remixRequested, this, remix);
    connect(m_takes, &TakesPanel::taskRequested, this, [this](const auto& r) { runTask(r); });
    connect(
        m_takes, &TakesPanel::exportRequested, this, [this](const TakeId& id) { exportTake(id); });
    connect(m_history, &HistoryPanel::recallRequested, this, recall);
    connect(m_history, &HistoryPanel::remixRequested, this, remix);
    connect(m_history, &HistoryPanel::promptRequested, m_prompt, &PromptPanel::setPrompt);
    connect(m_history, &HistoryPanel::seedRequested, m_prompt,
        [this](quint64 seed) { m_prompt->setSeed(seed); });
    connect(m_history, &HistoryPanel::takeRequested, this,
        [this](const TakeId& id) { m_document->setCurrentTake(id); });
    connect(m_studioJobs.get(), &StudioJobs::failed, this,
        [this](const Failure& failure, const JobId& job) {
            m_failure->show(failure, tr("Try again"), [this, job] { m_queue->retry(job); });
        });
    connect(m_studioJobs.get(), &StudioJobs::takeFinished, this,
        [this] { statusBar()->showMessage(tr("The take is ready"), 6000); });
    connect(m_project.get(), &ProjectController::folderChanged, this, [this] { updateTitle(); });
    connect(m_project.get(), &ProjectController::modifiedChanged, this, [this] { updateTitle(); });
    connect(m_project.get(), &ProjectController::autosaveFailed, this,
        [this](const QString& sentence) { m_failure->showNotice(sentence); });
    connect(&m_settings, &Settings::changed, this, [this](const QString& changed) {
        if (changed.startsWith(QLatin1String("look/"))) {
            applyLook();
        } else if (changed.startsWith(QLatin1String("audio/"))) {
            applyAudioSettings();
        }
    });
}

void MainWindow::applyLook()
{
    const QString id = m_settings.value(key(keys::kTheme)).toString();
    const bool darkSystem = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    const ThemeName fallback = darkSystem ? ThemeName::Dark : ThemeName::Light;
    theme().apply(themeFromId(id).value_or(fallback),
        m_settings.value(key(keys::kScale)).toDouble(),
        m_settings.value(key(keys::kReducedMotion)).toBool());
}

void MainWindow::applyAudioSettings()
{
    const QString wanted = m_settings.value(key(keys::kDevice)).toString();
    int index = -1;
    for (const audio::DeviceInfo& device : m_player->devices()) {
        if (toQt(device.name) == wanted) {
            index = device.index;
        }
    }
    // No device is a normal state: the transport bar says so.
    static_cast<void>(m_player->openDevice(index, m_settings.value(key(keys::kBuffer)).toInt()));
}

void MainWindow::updateTitle()
{
    setWindowTitle(tr("%1[*] - Pieria", "title of the window").arg(m_project->title()));
    setWindowModified(m_project->isModified());
    m_statusNote->setText(m_project->wasSaved() ? toQt(m_project->folder().string())
                                                : tr("Not saved yet; kept safe by autosave"));
}

void MainWindow::runTask(const MusicRequest& request)
{
    m_studioJobs->generate(request);
}

void MainWindow::showFailure(const Failure& failure)
{
    m_failure->show(failure);
}

bool MainWindow::report(const Status& status)
{
    if (!status) {
        m_failure->show(status.error());
    }
    return status.has_value();
}

void MainWindow::showTour()
{
    auto* tour = new Tour(*this,
        { { m_docks[QStringLiteral("prompt")], tr("Say what you want to hear"),
              tr("Mood, style, tempo, key, instruments, length. What is understood appears as "
                 "chips below; Ctrl+Enter makes the piece.") },
            { m_stage, tr("See and edit every note"),
                tr("The piece appears here while it is being made. Draw, move and delete notes; "
                   "Ctrl+Z always works.") },
            { m_docks[QStringLiteral("takes")], tr("Nothing is lost"),
                tr("Each result is a take. Compare two of them, star the best, extend it or make "
                   "some bars again.") },
            { m_docks[QStringLiteral("wave")], tr("Listen and mix"),
                tr("Space plays and pauses. Each part has its own strip in the mixer; File, "
                   "Export brings it all out.") } });
    connect(tour, &Tour::finished, this, [this] {
        m_settings.setValue(key(keys::kTourDone), true);
        m_editor->mainView()->setFocus(Qt::OtherFocusReason);
    });
    tour->begin();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_closing && !mayLeaveProject()) {
        event->ignore();
        return;
    }
    if (!m_closing && !m_queue->isIdle()) {
        const auto answer = QMessageBox::question(this, tr("Jobs are running"),
            tr("Stop what is running and close? What is finished is kept."),
            QMessageBox::Close | QMessageBox::Cancel, QMessageBox::Close);
        if (answer != QMessageBox::Close) {
            event->ignore();
            return;
        }
    }
    m_closing = true;
    m_player->stop();
    m_settings.setValue(key(keys::kGeometry), saveGeometry());
    m_settings.setValue(key(keys::kLayout), saveState());
    m_queue->shutDown();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    for (const QUrl& url : event->mimeData()->urls()) {
        if (!url.isLocalFile()) {
            m_failure->showNotice(tr(
                "Pieria works offline and opens no web addresses. Save the file to this computer "
                "and drop it from there."));
            continue;
        }
        openPath(fromQt(url.toLocalFile()));
    }
    event->acceptProposedAction();
}

} // namespace pieria::ui
