// Projects and files: what the window asks before it calls the controller.
#include "core/base/paths.h"
#include "ui/common/failure_line.h"
#include "ui/common/widgets.h"
#include "ui/export/export_dialog.h"
#include "ui/models/models_dialog.h"
#include "ui/preferences/preferences_dialog.h"
#include "ui/shell/main_window.h"

#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <system_error>

namespace pieria::ui {

namespace fs = std::filesystem;

void MainWindow::start(const StudioOptions& options)
{
    if (!options.files.isEmpty()) {
        for (const QString& file : options.files) {
            openPath(fromQt(file));
        }
        return;
    }
    offerRecovery();
    const bool fresh = !m_settings.value(QString::fromLatin1(keys::kTourDone)).toBool()
        && m_settings.recent().isEmpty() && m_document->project().takes.empty();
    if (options.firstStart && fresh) {
        openExample();
        showTour();
    }
}

void MainWindow::openExample()
{
    std::error_code error;
    std::vector<fs::path> examples;
    for (const auto& entry : fs::directory_iterator(resourcesFolder() / "examples", error)) {
        if (fs::exists(ProjectPaths { entry.path() }.file(), error)) {
            examples.push_back(entry.path());
        }
    }
    if (!examples.empty()) {
        std::sort(examples.begin(), examples.end());
        if (report(m_project->openExample(examples.front())) && m_document->currentTake() != nullptr
            && !m_document->currentTake()->audio) {
            m_player->renderNow();
        }
    }
}

void MainWindow::offerRecovery()
{
    for (const RecoveryOffer& offer : m_project->recoverable()) {
        QMessageBox box(this);
        box.setWindowTitle(tr("Recover your work"));
        box.setText(tr("\"%1\" was not closed properly. There is work in it that no save holds.")
                .arg(offer.everSaved ? projectName(offer.folder) : toQt(offer.title)));
        QPushButton* recover = box.addButton(tr("&Recover"), QMessageBox::AcceptRole);
        QPushButton* saved = nullptr;
        QPushButton* both = nullptr;
        if (offer.everSaved) {
            saved = box.addButton(tr("&Open saved"), QMessageBox::ActionRole);
            both = box.addButton(tr("&Keep both"), QMessageBox::ActionRole);
        }
        QPushButton* later = box.addButton(tr("&Later"), QMessageBox::RejectRole);
        box.setDefaultButton(recover);
        box.exec();
        if (box.clickedButton() == later) {
            continue;
        }
        const RecoveryChoice choice = saved != nullptr && box.clickedButton() == saved
            ? RecoveryChoice::OpenSaved
            : both != nullptr && box.clickedButton() == both ? RecoveryChoice::KeepBoth
                                                             : RecoveryChoice::Recover;
        static_cast<void>(report(m_project->recover(offer, choice)));
        return;
    }
}

bool MainWindow::mayLeaveProject()
{
    if (!m_project->isModified()) {
        return true;
    }
    const auto answer = QMessageBox::question(this, tr("Save your work?"),
        tr("\"%1\" has changes that are not saved.").arg(m_project->title()),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    if (answer == QMessageBox::Save) {
        return save();
    }
    if (answer == QMessageBox::Discard) {
        m_project->discard();
    }
    return answer == QMessageBox::Discard;
}

void MainWindow::openPath(const fs::path& path)
{
    const QString suffix = toQt(path.extension().string()).toLower();
    std::error_code error;
    if (suffix == QLatin1String(".mid") || suffix == QLatin1String(".midi")) {
        static_cast<void>(report(m_studioJobs->importMidi(path)));
    } else if (suffix == QLatin1String(".take")) {
        static_cast<void>(report(m_studioJobs->importTake(path)));
    } else if (suffix == QLatin1String(".pieriaz")) {
        if (mayLeaveProject()) {
            static_cast<void>(report(m_project->openShared(path)));
        }
    } else if (suffix == QLatin1String(".pieria") || path.filename() == "project.json"
        || fs::exists(ProjectPaths { path }.file(), error)) {
        if (mayLeaveProject() && !report(m_project->open(path))) {
            m_settings.removeRecent(toQt(path.string()));
        }
    } else {
        m_failure->showNotice(
            tr("\"%1\" is none of the files Pieria opens: projects (.pieria, .pieriaz), takes "
               "(.take) and notes (.mid).")
                .arg(toQt(path.filename().string())));
    }
}

void MainWindow::newProject()
{
    if (mayLeaveProject()) {
        m_player->stop();
        m_project->newProject();
    }
}

void MainWindow::openDialog()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Open"), {},
        tr("Everything Pieria opens (project.json *.pieriaz *.take *.mid *.midi);;All files (*)"));
    if (!file.isEmpty()) {
        openPath(fromQt(file));
    }
}

bool MainWindow::save()
{
    return m_project->wasSaved() ? report(m_project->save()) : saveAs();
}

bool MainWindow::saveAs()
{
    QString name = QFileDialog::getSaveFileName(this, tr("Save project as"),
        m_project->title() + QStringLiteral(".pieria"), tr("Projects (*.pieria)"));
    if (name.isEmpty()) {
        return false;
    }
    if (!name.endsWith(QLatin1String(".pieria"))) {
        name += QStringLiteral(".pieria");
    }
    return report(m_project->saveAs(fromQt(name)));
}

void MainWindow::share()
{
    if (!m_project->wasSaved() && !saveAs()) {
        return;
    }
    const QString name = QFileDialog::getSaveFileName(this, tr("Share as one file"),
        m_project->title() + QStringLiteral(".pieriaz"), tr("Shared projects (*.pieriaz)"));
    if (!name.isEmpty() && report(m_project->share(fromQt(name)))) {
        m_failure->showNotice(tr("The project is in %1").arg(name));
    }
}

void MainWindow::importDialog()
{
    const QStringList files = QFileDialog::getOpenFileNames(
        this, tr("Import"), {}, tr("Notes and takes (*.mid *.midi *.take)"));
    for (const QString& file : files) {
        openPath(fromQt(file));
    }
}

void MainWindow::exportTake(const TakeId& id)
{
    if (const ProjectTake* take = findTake(m_document->project(), id)) {
        ExportDialog dialog(
            *take, m_project->assets(), m_studioJobs->renderer(), *m_queue, m_player->loop(), this);
        dialog.exec();
    }
}

void MainWindow::showPreferences()
{
    PreferencesDialog dialog(m_settings, *m_actions, *m_player, this);
    dialog.exec();
}

void MainWindow::showModels()
{
    ModelsDialog dialog(m_services.models, *m_queue, this);
    dialog.exec();
}

void MainWindow::fillRecent()
{
    m_recentMenu->clear();
    for (const QString& folder : m_settings.recent()) {
        m_recentMenu
            ->addAction(
                projectName(fromQt(folder)), this, [this, folder] { openPath(fromQt(folder)); })
            ->setStatusTip(folder);
    }
    m_recentMenu->addSeparator();
    m_recentMenu->addAction(tr("&Example project"), this, [this] {
        if (mayLeaveProject()) {
            openExample();
        }
    });
}

} // namespace pieria::ui
