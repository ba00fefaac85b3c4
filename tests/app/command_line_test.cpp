// The built program as a shell sees it: versions, help, wrong usage.
#include "tests/support/program_run.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace pieria::tests;

class CommandLineTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void versionNamesWhatIsLoaded()
    {
        const Run version = run({ "--version" });
        QCOMPARE(version.code, 0);
        QVERIFY(version.out.startsWith("pieria "));
        QVERIFY(version.out.contains("LibTorch "));
        QVERIFY(version.out.contains(QByteArray("Qt ") + qVersion()));
        const QRegularExpression blas("BLAS \\S.*\\(/.*\\.so.*\\)");
        QVERIFY2(blas.match(QString::fromUtf8(version.out)).hasMatch(), version.out.constData());
    }

    void helpFitsAPage_data()
    {
        QTest::addColumn<QStringList>("verb");
        for (const char* verb : { "", "music", "models", "models list", "models verify",
                 "models licence", "models import", "models import-text", "models remove",
                 "corpus music", "train music" }) {
            QTest::newRow(*verb == '\0' ? "program" : verb)
                << QString(verb).split(' ', Qt::SkipEmptyParts);
        }
    }
    void helpFitsAPage()
    {
        QFETCH(const QStringList, verb);
        const Run help = run(verb + QStringList { "--help" });
        QCOMPARE(help.code, 0);
        QVERIFY(help.err.isEmpty());
        QVERIFY(help.out.contains("Usage:"));
        for (const QByteArray& line : help.out.split('\n')) {
            QVERIFY2(QString::fromUtf8(line).size() <= 100, line.constData());
        }
        if (verb.size() == 2 || verb == QStringList { "music" }) {
            for (const char* option : { "--seed", "--threads", "--device", "--style", "--steps",
                     "--guidance", "--json" }) {
                QVERIFY2(help.out.contains(option), option);
            }
        }
    }

    void wrongUsageIsTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const QStringList& arguments) {
            QTest::newRow(qPrintable(arguments.join(' '))) << arguments;
        };
        const QString out = "-ox.wav";
        row({ "sing" });
        row({ "--nonsense" });
        row({ "models" });
        row({ "models", "licence" });
        row({ "music" });
        row({ "music", "jazz" }); // where to?
        row({ "music", out }); // what?
        row({ "music", "jazz", "-o", "x.aiff" });
        row({ "music", "jazz", out, "--bars", "0" });
        row({ "music", "jazz", out, "--bars", "eight" });
        row({ "music", "jazz", out, "--bars", "8", "--seconds", "9" });
        row({ "music", "jazz", out, "--tempo", "-5" });
        row({ "music", "jazz", out, "--key", "H" });
        row({ "music", "jazz", out, "--metre", "7/3" });
        row({ "music", "jazz", out, "--instruments", "flute,zzqxy" });
        row({ "music", "jazz", out, "--seed", "-1" });
        row({ "music", "jazz", out, "--seed", "99999999999999999999" });
        row({ "music", "jazz", out, "--seed", "7x" });
        row({ "music", "jazz", out, "--style", "mine:5" });
        row({ "music", "jazz", out, "--guidance", "21" });
        row({ "music", "jazz", out, "--steps", "0" });
        row({ "music", "jazz", out, "--steps", "201" });
        row({ "music", "jazz", out, "--threads", "0" });
        row({ "music", "jazz", out, "--device", "toaster" });
        row({ "music", "jazz", out, "--bits", "12" });
        row({ "music", "jazz", "-ox.mp3", "--bits", "16" });
        row({ "music", "jazz", out, "--variations", "0" });
        row({ "music", out, "--extend", "4" }); // of what?
        row({ "music", out, "--from", "a.take", "--extend", "4", "--inpaint", "1-2" });
        row({ "music", out, "--from", "a.take", "--inpaint", "5-2" });
        row({ "music", out, "--from", "a.take", "--inpaint", "0-2" });
        row({ "music", out, "--from", "a.take", "--remake", "kazoo" });
        row({ "music", "jazz", out, "--from", "a.take" }); // a prompt, but nothing to make
        row({ "train", "music" });
        row({ "train", "music", "everything" });
        row({ "corpus", "music", "--pieces", "0" });
    }
    void wrongUsageIsTwo()
    {
        QFETCH(const QStringList, arguments);
        const Run plain = run(arguments, m_folder.path());
        QVERIFY(!plain.crashed);
        QCOMPARE(plain.code, 2);
        QVERIFY(plain.out.isEmpty());
        QVERIFY(!plain.err.isEmpty());
        QVERIFY(QDir(m_folder.path()).isEmpty());
    }

    void wrongUsageIsSaidInJsonToo()
    {
        const Run json = run({ "music", "jazz", "-ox.wav", "--bars", "0", "--json" });
        QCOMPARE(json.code, 2);
        QVERIFY2(json.isJsonLines(), json.out.constData());
        QCOMPARE(json.json().last()["type"].toString(), QString("error"));
        QCOMPARE(json.json().last()["code"].toString(), QString("Usage"));
    }
};

int main(int count, char** arguments)
{
    // Each row starts the program, which loads LibTorch: a busy machine needs its time.
    qputenv("QTEST_FUNCTION_TIMEOUT", "1500000");
    const QCoreApplication application(count, arguments);
    CommandLineTest test;
    return QTest::qExec(&test, count, arguments);
}
#include "command_line_test.moc"
