// Whole files: limits, errors as sentences, and a write that a kill cannot tear.
#include "core/base/file.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sys/wait.h>
#include <unistd.h>

using namespace pieria;
namespace fs = std::filesystem;

class FileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = m_dir->path().toStdString();
    }

    void thereAndBack()
    {
        const fs::path path = m_folder / "a" / "b" / "file";
        const std::string bytes("with\0zero\n", 10);
        QVERIFY(writeFileAtomically(path, bytes).has_value());
        QCOMPARE(*readFile(path), bytes);
        QVERIFY(writeFileAtomically(path, "").has_value());
        QCOMPARE(*readFile(path), std::string());
        QCOMPARE(filesIn(path.parent_path()), 1);
    }

    void limitsAndErrors()
    {
        const fs::path path = m_folder / "file";
        QVERIFY(writeFileAtomically(path, "12345").has_value());
        QVERIFY(readFile(path, 5).has_value());
        QCOMPARE(readFile(path, 4).error().code, ErrorCode::InvalidInput);
        QCOMPARE(readFile(m_folder / "none").error().code, ErrorCode::NotFound);
        QCOMPARE(readFile(m_folder).error().code, ErrorCode::InvalidInput);
        QVERIFY(!writeFileAtomically(path / "below", "x").has_value());
        QVERIFY(!writeFileAtomically(m_folder, "x").has_value());
        QCOMPARE(*readFile(path), std::string("12345"));
    }

    void aRefusedWriteLeavesNothingBehind()
    {
        fs::create_directories(m_folder / "taken" / "full");
        QVERIFY(!writeFileAtomically(m_folder / "taken", "x").has_value());
        QCOMPARE(filesIn(m_folder), 0);
    }

    void publishes()
    {
        std::ofstream(m_folder / "temporary") << "streamed";
        QVERIFY(publishFile(m_folder / "temporary", m_folder / "target").has_value());
        QCOMPARE(*readFile(m_folder / "target"), std::string("streamed"));
        QVERIFY(!fs::exists(m_folder / "temporary"));
        QVERIFY(!publishFile(m_folder / "temporary", m_folder / "target").has_value());
        QCOMPARE(*readFile(m_folder / "target"), std::string("streamed"));
    }

    /// A child writes "aaaa...", "bbbb..." over and over; wherever it dies, the file is one of
    /// them.
    void killedWhileWriting()
    {
        const fs::path path = m_folder / "file";
        QVERIFY(writeFileAtomically(path, std::string(200'000, 'z')).has_value());
        for (int round = 0; round < 25; ++round) {
            const pid_t child = ::fork();
            if (child == 0) {
                for (int i = 0;; ++i) {
                    static_cast<void>(writeFileAtomically(
                        path, std::string(200'000, static_cast<char>('a' + i % 25))));
                }
            }
            QVERIFY(child > 0);
            ::usleep(static_cast<useconds_t>(500 + 700 * round));
            ::kill(child, SIGKILL);
            int status = 0;
            ::waitpid(child, &status, 0);
            const Result<std::string> bytes = readFile(path);
            QVERIFY(bytes.has_value());
            QCOMPARE(*bytes, std::string(200'000, bytes->front()));
        }
    }

private:
    static int filesIn(const fs::path& folder)
    {
        int count = 0;
        for (const auto& entry : fs::directory_iterator(folder)) {
            count += entry.is_regular_file() ? 1 : 0;
        }
        return count;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_folder;
};

QTEST_GUILESS_MAIN(FileTest)
#include "file_test.moc"
