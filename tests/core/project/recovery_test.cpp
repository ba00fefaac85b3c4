// Locks, offers to recover, and the promise that a killed save never costs a project.
#include "core/project/project_file.h"
#include "core/project/recovery.h"
#include "tests/support/random_project.h"

#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <sys/wait.h>
#include <unistd.h>

using namespace pieria;
namespace fs = std::filesystem;

namespace {

/// State number `i` of the save loop.
Project stateOf(std::uint64_t i)
{
    Project project = test::randomProject(i % 16, 2);
    project.title = "State " + std::to_string(i);
    return project;
}

std::uint64_t numberOf(const Project& project)
{
    return std::strtoull(project.title.c_str() + 6, nullptr, 10);
}

/// Runs `body` in a child process that never returns from it.
template <class Body> pid_t inChild(const Body& body)
{
    const pid_t child = ::fork();
    if (child == 0) {
        body();
        ::_exit(0);
    }
    return child;
}

void killAndWait(pid_t child)
{
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
}

} // namespace

class RecoveryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_folder = fs::path(m_home->path().toStdString()) / "Song.pieria";
        qputenv("XDG_DATA_HOME", m_home->filePath("data").toUtf8());
    }

    void oneAtATime()
    {
        QCOMPARE(lockState(m_folder), LockState::Free);
        Result<ProjectLock> lock = ProjectLock::acquire(m_folder);
        QVERIFY(lock.has_value());
        QCOMPARE(lockState(m_folder), LockState::Alive);
        const Result<ProjectLock> second = ProjectLock::acquire(m_folder);
        QVERIFY(!second);
        QVERIFY(second.error().sentence.find("process " + std::to_string(::getpid()))
            != std::string::npos);
        QCOMPARE(lockState(m_folder), LockState::Alive);
        ProjectLock moved = std::move(*lock);
        QCOMPARE(lockState(m_folder), LockState::Alive);
        moved.release();
        QCOMPARE(lockState(m_folder), LockState::Free);
        QVERIFY(ProjectLock::acquire(m_folder).has_value());
    }

    void aDeadLockIsTakenOver()
    {
        lockInDeadChild();
        QCOMPARE(lockState(m_folder), LockState::Dead);
        QVERIFY(ProjectLock::acquire(m_folder).has_value());
    }

    void offers()
    {
        Project project = stateOf(1);
        QVERIFY(saveProject(project, m_folder).has_value());
        QVERIFY(!recoveryFor(m_folder));
        lockInDeadChild();
        QVERIFY(!recoveryFor(m_folder)); // crashed, but nothing was lost
        project.title = "Unsaved work";
        QVERIFY(autosaveProject(project, m_folder).has_value());
        const auto offer = recoveryFor(m_folder);
        QVERIFY(offer.has_value());
        QCOMPARE(offer->title, std::string("Unsaved work"));
        QVERIFY(offer->crashed);
        QVERIFY(offer->everSaved);
        {
            const Result<ProjectLock> lock = ProjectLock::acquire(m_folder);
            QVERIFY(!recoveryFor(m_folder)); // somebody works on it
        }
        QVERIFY(recoveryFor(m_folder).has_value());
        QVERIFY(saveProject(*loadAutosave(m_folder), m_folder).has_value());
        QVERIFY(!recoveryFor(m_folder));
    }

    void projectsThatWereNeverSaved()
    {
        const fs::path folder = unsavedProjectsFolder() / "one.pieria";
        QVERIFY(autosaveProject(stateOf(3), folder).has_value());
        const std::vector<RecoveryOffer> offers = findRecoverable({ m_folder, m_folder / "gone" });
        QCOMPARE(offers.size(), std::size_t { 1 });
        QCOMPARE(offers[0].folder, folder);
        QVERIFY(!offers[0].everSaved);
        QCOMPARE(*loadAutosave(folder), stateOf(3));
    }

    void anAutosaveThatIsOlderIsNoOffer()
    {
        Project project = stateOf(1);
        QVERIFY(autosaveProject(project, m_folder).has_value());
        project.title = "Saved since";
        const fs::path kept = m_folder.parent_path() / "kept.json";
        fs::copy_file(ProjectPaths { m_folder }.autosaveFile(), kept);
        QVERIFY(saveProject(project, m_folder).has_value());
        fs::rename(kept, ProjectPaths { m_folder }.autosaveFile());
        fs::last_write_time(ProjectPaths { m_folder }.autosaveFile(),
            fs::last_write_time(ProjectPaths { m_folder }.file()) - std::chrono::seconds(5));
        QVERIFY(!recoveryFor(m_folder));
    }

    /// Kills a process fifty times at another moment of its saves: the project always loads, and is
    /// a state that was written, never older than the one before.
    void killedWhileSaving()
    {
        std::uint64_t seen = 0;
        QVERIFY(saveProject(stateOf(0), m_folder).has_value());
        for (int round = 0; round < 50; ++round) {
            int done[2] = { -1, -1 };
            QCOMPARE(::pipe(done), 0);
            const pid_t child = inChild([&] {
                for (std::uint64_t i = seen + 1;; ++i) {
                    if (!autosaveProject(stateOf(i), m_folder) || !saveProject(stateOf(i), m_folder)
                        || ::write(done[1], "x", 1) != 1) {
                        ::_exit(1);
                    }
                }
            });
            QVERIFY(child > 0);
            char saved = 0;
            QCOMPARE(::read(done[0], &saved, 1), ssize_t { 1 });
            ::usleep(static_cast<useconds_t>(431 * round));
            ::close(done[0]);
            ::close(done[1]);
            killAndWait(child);
            const Result<Project> loaded = loadProject(m_folder);
            QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().sentence.c_str());
            const std::uint64_t number = numberOf(*loaded);
            QVERIFY(number > seen);
            QCOMPARE(*loaded, stateOf(number));
            seen = number;
            if (const Result<Project> autosaved = loadAutosave(m_folder)) {
                QCOMPARE(*autosaved, stateOf(numberOf(*autosaved)));
            } else {
                QCOMPARE(autosaved.error().code, ErrorCode::NotFound);
            }
            QVERIFY(collectAssets(m_folder).has_value());
        }
        QVERIFY(seen >= 50);
    }

private:
    void lockInDeadChild()
    {
        const pid_t child = inChild([this] {
            const Result<ProjectLock> lock = ProjectLock::acquire(m_folder);
            ::kill(::getpid(), SIGKILL);
        });
        int status = 0;
        ::waitpid(child, &status, 0);
    }

    std::unique_ptr<QTemporaryDir> m_home;
    fs::path m_folder;
};

QTEST_GUILESS_MAIN(RecoveryTest)
#include "recovery_test.moc"
