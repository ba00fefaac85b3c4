// The table of the window's actions, and the menus made from it.
#include "ui/common/command_palette.h"
#include "ui/common/widgets.h"
#include "ui/library/takes_panel.h"
#include "ui/prompt/prompt_panel.h"
#include "ui/roll/score_editor.h"
#include "ui/shell/about.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QDockWidget>
#include <QMenuBar>
#include <QStatusBar>

namespace pieria::ui {

void MainWindow::buildActions()
{
    addFileActions();
    addEditActions();
    addCreateActions();
    addViewActions();
    addHelpActions();
    QMap<QString, QString> custom;
    const QVariantMap saved = m_settings.value(QString::fromLatin1(keys::kShortcuts)).toMap();
    for (auto it = saved.cbegin(); it != saved.cend(); ++it) {
        custom[it.key()] = it.value().toString();
    }
    m_actions->applyCustomShortcuts(custom);
    for (const QString& id : m_actions->ids()) {
        addAction(m_actions->find(id));
    }
}

void MainWindow::addFileActions()
{
    const QString file = tr("File");
    ActionRegistry& a = *m_actions;
    a.add({ "file.new", tr("&New project"), file, QKeySequence::New, "new" }, this,
        [this] { newProject(); });
    a.add({ "file.open", tr("&Open..."), file, QKeySequence::Open, "folder" }, this,
        [this] { openDialog(); });
    a.add({ "file.save", tr("&Save"), file, QKeySequence::Save, "save" }, this, [this] { save(); });
    a.add({ "file.save-as", tr("Save &as..."), file, QKeySequence("Ctrl+Shift+S"), {} }, this,
        [this] { saveAs(); });
    a.add({ "file.share", tr("S&hare as one file..."), file, {}, "share" }, this,
        [this] { share(); });
    a.add(
        { "file.import", tr("&Import notes or takes..."), file, QKeySequence("Ctrl+I"), "import" },
        this, [this] { importDialog(); });
    a.add({ "file.export", tr("&Export..."), file, QKeySequence("Ctrl+E"), "export",
              tr("Audio, stems, MIDI or a take file") },
        this, [this] {
            if (const ProjectTake* take = m_document->currentTake()) {
                exportTake(take->take.id);
            } else {
                statusBar()->showMessage(tr("There is no take to export yet"), 6000);
            }
        });
    a.add(
        { "file.quit", tr("&Quit"), file, QKeySequence("Ctrl+Q"), {} }, this, [this] { close(); });
}

void MainWindow::addEditActions()
{
    const QString edit = tr("Edit");
    ActionRegistry& a = *m_actions;
    QUndoStack& stack = m_document->undoStack();
    QAction* undo = a.add({ "edit.undo", tr("&Undo"), edit, QKeySequence::Undo, "undo" }, this,
        [&stack] { stack.undo(); });
    QAction* redo = a.add({ "edit.redo", tr("&Redo"), edit, QKeySequence("Ctrl+Shift+Z"), "redo" },
        this, [&stack] { stack.redo(); });
    const auto refresh = [this, undo, redo, &stack] {
        undo->setEnabled(stack.canUndo());
        redo->setEnabled(stack.canRedo());
        undo->setText(stack.canUndo() ? tr("&Undo %1").arg(stack.undoText()) : tr("&Undo"));
        redo->setText(stack.canRedo() ? tr("&Redo %1").arg(stack.redoText()) : tr("&Redo"));
    };
    connect(&stack, &QUndoStack::indexChanged, this, refresh);
    connect(&stack, &QUndoStack::cleanChanged, this, refresh);
    refresh();
    a.add({ "edit.rename", tr("Re&name take"), edit, {}, "pencil" }, m_takes,
        [this] { m_takes->renameChosen(); });
    a.add({ "edit.star", tr("S&tar take"), edit, QKeySequence("Ctrl+B"), "star" }, m_takes,
        [this] { m_takes->starChosen(); });
    a.add({ "edit.duplicate", tr("&Duplicate take"), edit, QKeySequence("Ctrl+Shift+D"),
              "duplicate" },
        m_takes, [this] { m_takes->duplicateChosen(); });
    a.add({ "edit.delete", tr("De&lete take"), edit, QKeySequence("Ctrl+Backspace"), "trash" },
        m_takes, [this] { m_takes->deleteChosen(); });
    a.add({ "edit.preferences", tr("&Preferences..."), edit, QKeySequence("Ctrl+,"), "settings" },
        this, [this] { showPreferences(); });
}

void MainWindow::addCreateActions()
{
    const QString create = tr("Create");
    ActionRegistry& a = *m_actions;
    // The prompt field handles Ctrl+Enter itself; here it works from everywhere else.
    a.add({ "create.generate", tr("&Generate"), create, QKeySequence("Ctrl+Return"), "sparkle",
              tr("What the big button of the prompt does") },
        m_prompt, [this] { m_prompt->submit(); });
    a.add({ "create.front", tr("Enqueue at the &front"), create, QKeySequence("Ctrl+Shift+Return"),
              "front" },
        m_prompt, [this] { m_prompt->submit(QueuePlace::Front); });
    a.add({ "create.vary", tr("&Vary"), create, QKeySequence("Ctrl+Alt+Return"), "shuffle",
              tr("The same request with another seed") },
        m_prompt, [this] { m_prompt->vary(); });
    const auto withTake = [this](auto use) {
        if (const ProjectTake* take = m_document->currentTake()) {
            use(*take);
        }
    };
    a.add({ "create.extend", tr("&Extend by 8 bars"), create, {}, "extend" }, this, [=, this] {
        withTake([this](const ProjectTake& take) { runTask(taskOn(take, MusicTask::Extend)); });
    });
    a.add({ "create.recall", tr("&Recall the request"), create, QKeySequence("Ctrl+R"), "recall" },
        this, [=, this] {
            withTake([this](const ProjectTake& take) { m_prompt->setRequest(take.take.request); });
        });
    a.add({ "create.remix", tr("Re&mix"), create, QKeySequence("Ctrl+Shift+R"), "remix" }, this,
        [=, this] {
            withTake([this](const ProjectTake& take) { m_prompt->remix(take.take.request); });
        });
    a.add({ "create.render", tr("Render the take &now"), create, {}, "wave" }, this,
        [this] { m_player->renderNow(); });
    a.add({ "jobs.cancel-active", tr("Cancel the &active job"), create, QKeySequence("Ctrl+."),
              "close" },
        this, [this] { m_queue->cancelActive(); });
    a.add({ "jobs.cancel-queued", tr("Cancel &queued jobs"), create, {}, {} }, this,
        [this] { m_queue->cancelQueued(); });
    a.add({ "jobs.cancel-all", tr("Cancel a&ll jobs"), create, QKeySequence("Ctrl+Shift+."), {} },
        this, [this] { m_queue->cancelAll(); });
}

void MainWindow::addViewActions()
{
    const QString view = tr("View");
    ActionRegistry& a = *m_actions;
    a.add({ "view.palette", tr("&Search actions..."), view, QKeySequence("Ctrl+K"), "search" },
        this, [this] { m_palette->popUp(); });
    a.find("view.palette")->setShortcuts({ QKeySequence("Ctrl+K"), QKeySequence("Ctrl+Shift+P") });
    a.add({ "view.focus-prompt", tr("Go to the &prompt"), view, QKeySequence("Ctrl+L"), "pencil" },
        this, [this] {
            m_docks[QStringLiteral("prompt")]->show();
            m_docks[QStringLiteral("prompt")]->raise();
            m_prompt->focusPrompt();
        });
    a.add({ "view.focus-stage", tr("Go to the s&tage"), view, QKeySequence("Ctrl+Shift+L"), {} },
        this, [this] { m_editor->mainView()->setFocus(Qt::ShortcutFocusReason); });
    for (auto it = m_docks.cbegin(); it != m_docks.cend(); ++it) {
        QDockWidget* dock = it.value();
        a.add({ "view.show-" + it.key(), tr("Show %1").arg(dock->windowTitle()), view, {}, {} },
            dock, [dock] {
                dock->show();
                dock->raise();
            });
    }
    a.add({ "view.theme-dark", tr("&Dark theme"), view, {}, "theme" }, this,
        [this] { m_settings.setValue(QString::fromLatin1(keys::kTheme), QStringLiteral("dark")); });
    a.add({ "view.theme-light", tr("&Light theme"), view, {}, "theme" }, this, [this] {
        m_settings.setValue(QString::fromLatin1(keys::kTheme), QStringLiteral("light"));
    });
    a.add({ "view.theme-contrast", tr("&High contrast"), view, {}, "theme" }, this, [this] {
        m_settings.setValue(QString::fromLatin1(keys::kTheme), QStringLiteral("high-contrast"));
    });
    a.add({ "view.full-screen", tr("&Full screen"), view, QKeySequence("F11"), {} }, this,
        [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    a.add({ "view.reset-layout", tr("&Reset layout"), view, {}, "layout" }, this,
        [this] { resetLayout(); });
}

void MainWindow::addHelpActions()
{
    const QString help = tr("Help");
    ActionRegistry& a = *m_actions;
    a.add({ "help.models", tr("&Models..."), help, {}, "model" }, this, [this] { showModels(); });
    a.add({ "help.tour", tr("Show the &tour"), help, {}, "help" }, this, [this] { showTour(); });
    a.add({ "help.offline", tr("&Offline and private"), help, {}, "offline" }, this,
        [this] { showOfflinePage(this); });
    a.add({ "help.about", tr("&About Pieria"), help, {}, "info" }, this,
        [this] { showAboutPage(this, m_player->deviceName()); });
}

void MainWindow::buildMenus()
{
    const auto fill = [this](QMenu* menu, const QStringList& ids) {
        for (const QString& id : ids) {
            if (id == QLatin1String("-")) {
                menu->addSeparator();
            } else {
                menu->addAction(m_actions->find(id));
            }
        }
    };
    QMenu* file = menuBar()->addMenu(tr("&File"));
    fill(file, { "file.new", "file.open" });
    m_recentMenu = file->addMenu(tr("Open &recent"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, [this] { fillRecent(); });
    fill(file,
        { "-", "file.save", "file.save-as", "file.share", "-", "file.import", "file.export", "-",
            "file.quit" });
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    fill(edit, { "edit.undo", "edit.redo", "-" });
    for (QAction* command : m_editor->commands()) {
        edit->addAction(command);
    }
    fill(edit,
        { "-", "edit.rename", "edit.star", "edit.duplicate", "edit.delete", "-",
            "edit.preferences" });
    fill(menuBar()->addMenu(tr("&Create")),
        { "create.generate", "create.front", "create.vary", "-", "create.extend", "create.recall",
            "create.remix", "create.render", "-", "jobs.cancel-active", "jobs.cancel-queued",
            "jobs.cancel-all" });
    QMenu* view = menuBar()->addMenu(tr("&View"));
    fill(view, { "view.palette", "view.focus-prompt", "view.focus-stage", "-" });
    QMenu* panels = view->addMenu(tr("&Panels"));
    for (QDockWidget* dock : std::as_const(m_docks)) {
        panels->addAction(dock->toggleViewAction());
    }
    fill(view,
        { "view.reset-layout", "-", "view.theme-dark", "view.theme-light", "view.theme-contrast",
            "-", "view.full-screen" });
    fill(menuBar()->addMenu(tr("&Help")),
        { "help.models", "help.tour", "-", "help.offline", "help.about" });
    auto* search = makeButton(tr("Search actions   Ctrl+K"), QStringLiteral("search"), menuBar());
    search->setProperty("kind", "flat");
    search->setAccessibleName(tr("Search actions"));
    menuBar()->setCornerWidget(search, Qt::TopRightCorner);
    connect(search, &QPushButton::clicked, this, [this] { m_palette->popUp(); });
}

} // namespace pieria::ui
