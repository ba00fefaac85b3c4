#include "core/score/midi.h"
#include "tests/support/fake_studio.h"
#include "ui/common/command_palette.h"
#include "ui/common/failure_line.h"
#include "ui/common/theme.h"
#include "ui/edit/set_score_command.h"
#include "ui/prompt/prompt_panel.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProcess>
#include <QScreen>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <csignal>
#include <unistd.h>

using namespace pieria;
using namespace pieria::ui;

namespace {

struct Studio
{
    test::FakeGenerator generator;
    test::FakeRenderer renderer;
    std::unique_ptr<audio::AudioEngine> engine = audio::AudioEngine::create();
    ModelRegistry models = ModelRegistry::standard();
    StudioServices services { generator, renderer, *engine, models };
    Settings settings;
    MainWindow window { services, settings };
    Studio() { window.show(); }
    void generate(const char* prompt)
    {
        window.prompt().setPrompt(QString::fromUtf8(prompt));
        window.prompt().submit();
    }
    [[nodiscard]] std::size_t takes() { return window.document().project().takes.size(); }
};

bool isControl(const QWidget* widget)
{
    return qobject_cast<const QAbstractButton*>(widget) != nullptr
        || qobject_cast<const QLineEdit*>(widget) != nullptr
        || qobject_cast<const QPlainTextEdit*>(widget) != nullptr
        || qobject_cast<const QComboBox*>(widget) != nullptr
        || qobject_cast<const QAbstractSpinBox*>(widget) != nullptr
        || (qobject_cast<const QAbstractSlider*>(widget) != nullptr
            && !widget->inherits("QScrollBar"));
}

/// Parts that Qt makes inside a control of ours speak through it.
bool isInner(const QWidget* widget)
{
    const QWidget* parent = widget->parentWidget();
    return widget->objectName().startsWith(QLatin1String("qt_"))
        || qobject_cast<const QAbstractSpinBox*>(parent) != nullptr
        || qobject_cast<const QComboBox*>(parent) != nullptr
        || qobject_cast<const QLineEdit*>(parent) != nullptr || widget->inherits("QTabBar")
        || (parent != nullptr
            && (parent->inherits("QTabBar") || parent->inherits("QMenuBar")
                || parent->inherits("QToolBar")));
}

std::filesystem::path savedProject()
{
    return QDir::tempPath().toStdString() + "/Survivor.pieria";
}

/// What the process that is killed does: makes a take, edits it, undoes and does it again, saves,
/// edits on, waits for the autosave, dies.
int crash()
{
    Studio studio;
    studio.generate("a tune that must survive");
    if (!QTest::qWaitFor([&] { return studio.takes() == 1; }, 20000)) {
        return 2;
    }
    Document& document = studio.window.document();
    Score edited = document.currentTake()->take.score;
    const Score made = edited;
    edited.tracks[0].notes.resize(1);
    document.undoStack().push(
        new SetScoreCommand(document, document.currentTake()->take.id, edited));
    document.undoStack().undo();
    if (document.currentTake()->take.score != made) {
        return 5;
    }
    document.undoStack().redo();
    if (!studio.window.projects().saveAs(savedProject())) {
        return 6;
    }
    edited.title = "after the save";
    document.undoStack().push(
        new SetScoreCommand(document, document.currentTake()->take.id, edited));
    bool saved = false;
    QObject::connect(&studio.window.projects(), &ProjectController::autosaved, &studio.window,
        [&] { saved = true; });
    if (!QTest::qWaitFor([&] { return saved; }, 20000)) {
        return 3;
    }
    kill(getpid(), SIGKILL);
    return 4;
}

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void promptToTakeEditUndoSaveReopen();
    void killedWorkIsRecovered();
    void variationsHaveDistinctSeeds();
    void escapeKeepsTheWords();
    void failureIsALineWithARetry();
    void droppedMidiIsATakeAndUrlsAreRefused();
    void everyActionHasIdTextAndNoSharedShortcut();
    void paletteFindsActions();
    void controlsHaveNames();
    void themesApplyLive();
    void pictures();
};

void MainWindowTest::promptToTakeEditUndoSaveReopen()
{
    Studio studio;
    studio.generate("slow bossa nova in D minor");
    QTRY_COMPARE_WITH_TIMEOUT(studio.takes(), std::size_t { 1 }, 20000);
    Document& document = studio.window.document();
    QCOMPARE(document.project().history.size(), std::size_t { 1 });
    QVERIFY(document.project().history[0].take.has_value());
    QVERIFY(studio.window.projects().assets().contains(*document.currentTake()->audio));
    document.undoStack().undo();
    QCOMPARE(studio.takes(), std::size_t { 0 });
    document.undoStack().redo();
    QCOMPARE(studio.takes(), std::size_t { 1 });
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.path().toStdString() + "/Song.pieria";
    QVERIFY(studio.window.projects().saveAs(file).has_value());
    QVERIFY(!studio.window.projects().isModified());
    const Project saved = document.project();
    studio.window.projects().newProject();
    QCOMPARE(studio.takes(), std::size_t { 0 });
    QVERIFY(studio.window.projects().open(file).has_value());
    QVERIFY(document.project().takes == saved.takes);
    QVERIFY(document.project().history == saved.history);
}

void MainWindowTest::killedWorkIsRecovered()
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), { QStringLiteral("--crash") });
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    Studio studio;
    const auto offers = studio.window.projects().recoverable();
    QCOMPARE(offers.size(), std::size_t { 1 });
    QVERIFY(offers[0].crashed);
    QVERIFY(offers[0].everSaved);
    QVERIFY(studio.window.projects().recover(offers[0], RecoveryChoice::Recover).has_value());
    QCOMPARE(studio.takes(), std::size_t { 1 });
    const ProjectTake& take = *studio.window.document().currentTake();
    QCOMPARE(take.take.title, std::string("a tune that must survive"));
    QCOMPARE(take.take.score.tracks[0].notes.size(), std::size_t { 1 });
    QCOMPARE(take.take.score.title, std::string("after the save"));
    QVERIFY(take.audio.has_value());
    QVERIFY(studio.window.projects().assets().contains(*take.audio));
    QVERIFY(studio.window.projects().isModified());
    studio.window.projects().discard();
}

void MainWindowTest::variationsHaveDistinctSeeds()
{
    Studio studio;
    MusicRequest request;
    request.prompt = "x";
    request.seed = 7;
    studio.window.studioJobs().generate(request, 3);
    QTRY_COMPARE_WITH_TIMEOUT(studio.takes(), std::size_t { 3 }, 20000);
    QSet<quint64> seeds;
    for (const ProjectTake& take : studio.window.document().project().takes) {
        seeds.insert(take.take.request.seed);
    }
    QCOMPARE(seeds, (QSet<quint64> { 7, 8, 9 }));
}

void MainWindowTest::escapeKeepsTheWords()
{
    Studio studio;
    auto* field = studio.window.prompt().findChild<QPlainTextEdit*>();
    field->setFocus();
    QTest::keyClicks(field, "a waltz");
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(field->toPlainText(), QString("a waltz"));
    QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(studio.takes(), std::size_t { 1 }, 20000);
    QCOMPARE(field->toPlainText(), QString("a waltz"));
}

void MainWindowTest::failureIsALineWithARetry()
{
    Studio studio;
    studio.generator.fails = true;
    studio.generate("x");
    QTRY_COMPARE_WITH_TIMEOUT(studio.window.jobs().jobs().front().state, JobState::Failed, 20000);
    bool shown = false;
    for (const auto* line : studio.window.findChildren<FailureLine*>()) {
        shown = shown || line->sentence().contains("toy model");
    }
    QVERIFY(shown);
    studio.generator.fails = false;
    QVERIFY(studio.window.jobs().retry(studio.window.jobs().jobs().front().id));
    QTRY_COMPARE_WITH_TIMEOUT(studio.takes(), std::size_t { 1 }, 20000);
}

void MainWindowTest::droppedMidiIsATakeAndUrlsAreRefused()
{
    Studio studio;
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.path().toStdString() + "/tune.mid";
    QVERIFY(writeMidiFile(test::toyScore(1, 4), file).has_value());
    QMimeData mime;
    mime.setUrls({ QUrl::fromLocalFile(QString::fromStdString(file.string())),
        QUrl("https://example.org/a.mid") });
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&studio.window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&studio.window, &drop);
    QCOMPARE(studio.takes(), std::size_t { 1 });
    bool refused = false;
    for (const auto* line : studio.window.findChildren<FailureLine*>()) {
        refused = refused || line->sentence().contains("offline");
    }
    QVERIFY(refused);
}

void MainWindowTest::everyActionHasIdTextAndNoSharedShortcut()
{
    Studio studio;
    const ActionRegistry& actions = studio.window.actions();
    QVERIFY(actions.ids().size() > 30);
    QMap<QString, QString> holders;
    for (const QString& id : actions.ids()) {
        const QAction& action = *actions.find(id);
        QVERIFY2(
            !plainActionText(action).isEmpty() && !actions.category(id).isEmpty(), qPrintable(id));
        for (const QKeySequence& keys : action.shortcuts()) {
            const QString text = keys.toString();
            QVERIFY2(!holders.contains(text),
                qPrintable(id + " and " + holders.value(text) + ": " + text));
            holders[text] = id;
        }
    }
}

void MainWindowTest::paletteFindsActions()
{
    Studio studio;
    studio.window.palette().popUp();
    studio.window.palette().setFilter("rst lay");
    QVERIFY(!studio.window.palette().shownIds().isEmpty());
    QCOMPARE(studio.window.palette().shownIds().front(), QString("view.reset-layout"));
    studio.window.palette().setFilter("zzzz");
    QVERIFY(studio.window.palette().shownIds().isEmpty());
}

void MainWindowTest::controlsHaveNames()
{
    Studio studio;
    QStringList nameless;
    for (const QWidget* widget : studio.window.findChildren<QWidget*>()) {
        if (isControl(widget) && !isInner(widget) && widget->accessibleName().isEmpty()) {
            nameless << QString("%1 in %2")
                            .arg(widget->metaObject()->className(),
                                widget->parentWidget()->metaObject()->className());
        }
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join("; ")));
}

void MainWindowTest::themesApplyLive()
{
    Studio studio;
    for (const char* id : { "light", "high-contrast", "dark" }) {
        studio.settings.setValue(keys::kTheme, QString(id));
        QCOMPARE(themeId(theme().name()), QString(id));
        QCOMPARE(QApplication::palette().color(QPalette::Window), theme().colors().panel);
    }
}

/// Pictures for people to look at, where PIERIA_PICTURES says.
void MainWindowTest::pictures()
{
    const QString folder = qEnvironmentVariable("PIERIA_PICTURES");
    if (folder.isEmpty()) {
        QSKIP("PIERIA_PICTURES names no folder");
    }
    Studio studio;
    for (const QSize size : { QSize(1366, 768), QSize(1600, 900) }) {
        studio.window.resize(size);
        studio.window.resetLayout();
        QTest::qWait(300);
        studio.window.grab().save(QString("%1/empty-%2.png").arg(folder).arg(size.width()));
    }
    studio.generator.stepTime = std::chrono::milliseconds(400);
    studio.generate(
        "slow bossa nova in D minor at 92 bpm with nylon guitar and flute, no piano, 32 bars");
    QTest::qWait(1200);
    studio.window.grab().save(folder + "/working.png");
    QTRY_COMPARE_WITH_TIMEOUT(studio.takes(), std::size_t { 1 }, 30000);
    QTest::qWait(1500);
    for (const char* id : { "dark", "light", "high-contrast" }) {
        studio.settings.setValue(keys::kTheme, QString(id));
        QTest::qWait(500);
        studio.window.grab().save(QString("%1/piece-%2.png").arg(folder, id));
    }
    studio.settings.setValue(keys::kTheme, QString("dark"));
    studio.window.palette().popUp();
    QTest::qWait(200);
    studio.window.grab().save(folder + "/palette.png");
    studio.window.palette().hide();
    studio.window.showTour();
    QTest::qWait(200);
    studio.window.grab().save(folder + "/tour.png");
}

int main(int count, char** arguments)
{
    QApplication application(count, arguments);
    if (count > 1 && qstrcmp(arguments[1], "--crash") == 0) {
        return crash();
    }
    MainWindowTest test;
    return QTest::qExec(&test, count, arguments);
}
#include "main_window_test.moc"
