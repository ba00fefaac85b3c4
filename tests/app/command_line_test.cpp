// The built program as a shell sees it: exit codes, standard output, standard error.
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

namespace {

struct Run
{
    int code = -1;
    bool crashed = false;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QList<QJsonObject> json() const
    {
        QList<QJsonObject> lines;
        for (const QByteArray& line : out.split('\n')) {
            if (!line.isEmpty()) {
                const QJsonDocument document = QJsonDocument::fromJson(line);
                lines.append(document.object());
            }
        }
        return lines;
    }
    /// Every line of standard output is one JSON object with a type.
    [[nodiscard]] bool isJsonLines() const
    {
        const QList<QJsonObject> lines = json();
        return !lines.isEmpty() && out.endsWith('\n')
            && std::all_of(lines.begin(), lines.end(),
                [](const QJsonObject& line) { return line["type"].isString(); });
    }
};

Run run(const QStringList& arguments, const QString& folder = QDir::tempPath())
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(qEnvironmentVariable("PIERIA_BINARY"), arguments);
    Run result;
    if (!process.waitForFinished(300'000)) {
        process.kill();
        process.waitForFinished();
        result.crashed = true;
        return result;
    }
    result.crashed = process.exitStatus() != QProcess::NormalExit;
    result.code = process.exitCode();
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}

} // namespace

class CommandLineTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("cannot write");
        }
        return file.fileName();
    }

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

    void modelsAreListed()
    {
        const Run list = run({ "models", "list", "--json" });
        QCOMPARE(list.code, 0);
        QVERIFY(list.isJsonLines());
        const QJsonObject result = list.json().last();
        QCOMPARE(result["type"].toString(), QString("result"));
        QStringList ids;
        for (const QJsonValue& model : result["models"].toArray()) {
            ids.append(model["id"].toString());
            QVERIFY(model["usable"].toBool());
            QCOMPARE(model["origin"].toString(), QString("shipped"));
        }
        QVERIFY(ids.contains("text"));
        QVERIFY(run({ "models", "list" }).out.contains("Apache-2.0"));
    }

    void modelsAreVerified()
    {
        const Run verify = run({ "models", "verify", "text", "--json" });
        QCOMPARE(verify.code, 0);
        QVERIFY(verify.isJsonLines());
        const QList<QJsonObject> lines = verify.json();
        QVERIFY(lines.size() > 1);
        QCOMPARE(lines.first()["type"].toString(), QString("progress"));
        QVERIFY(run({ "models", "licence", "text" }).out.contains("Apache License"));
    }

    void unknownModelsAreOneSentence()
    {
        for (const QStringList& verb : { QStringList { "models", "verify", "nothing" },
                 QStringList { "models", "licence", "nothing" },
                 QStringList { "models", "remove", "nothing" } }) {
            const Run plain = run(verb);
            QCOMPARE(plain.code, 1);
            QVERIFY(plain.out.isEmpty());
            QVERIFY(plain.err.startsWith("pieria: There is no model called nothing"));
            QCOMPARE(plain.err.count('\n'), 1);
            const Run json = run(verb + QStringList { "--json" });
            QCOMPARE(json.code, 1);
            QVERIFY(json.err.isEmpty());
            const QJsonObject last = json.json().last();
            QCOMPARE(last["type"].toString(), QString("error"));
            QCOMPARE(last["code"].toString(), QString("NotFound"));
            QVERIFY(last["message"].toString().contains("nothing"));
        }
        QCOMPARE(run({ "models", "remove", "text" }).code, 1); // shipped models stay
    }

    void modelsAreImportedAndRemoved()
    {
        QDir(m_folder.path()).mkdir("mine");
        const QByteArray text = "Do what you like.\n";
        write("mine/LICENSE.txt", text);
        const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
        const QJsonObject license { { "name", "LICENSE.txt" }, { "size", text.size() },
            { "sha256", QString::fromLatin1(hash) } };
        const QJsonObject card { { "id", "mine" }, { "name", "Mine" }, { "kind", "test" },
            { "version", "1" }, { "licence", "CC0-1.0" },
            { "licenceFiles", QJsonArray { "LICENSE.txt" } }, { "files", QJsonArray { license } } };
        write("mine/card.json", QJsonDocument(card).toJson());
        const Run imported = run({ "models", "import", path("mine") });
        QVERIFY2(imported.code == 0, imported.err.constData());
        QVERIFY(run({ "models", "list" }).out.contains("mine"));
        QCOMPARE(run({ "models", "import", path("mine") }).code, 1); // it is there
        QCOMPARE(run({ "models", "remove", "mine" }).code, 0);
        QVERIFY(!run({ "models", "list" }).out.contains("mine"));
        write("mine/LICENSE.txt", "Something else altogether, of another size.\n");
        QCOMPARE(run({ "models", "import", path("mine") }).code, 1);
        QDir(path("mine")).removeRecursively();
    }

    void hostileTakesAreOneSentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("not a take");
        QTest::newRow("zip start") << QByteArray("PK\x03\x04garbage");
        QTest::newRow("empty zip") << QByteArray("PK\x05\x06", 4) + QByteArray(18, '\0');
        QTest::newRow("zeros") << QByteArray(100'000, '\0');
    }
    void hostileTakesAreOneSentence()
    {
        QFETCH(const QByteArray, bytes);
        const QString file = write("hostile.take", bytes);
        for (const QStringList& task : { QStringList(), QStringList { "--extend", "4" } }) {
            const Run result
                = run(QStringList { "music", "--from", file, "--midi", path("x.mid") } + task);
            QVERIFY(!result.crashed);
            QCOMPARE(result.code, 1);
            QVERIFY(result.err.startsWith("pieria: "));
            QCOMPARE(result.err.count('\n'), 1);
            QVERIFY(!QFile::exists(path("x.mid")));
        }
        QFile::remove(file);
    }

    void missingTakesAreOneSentence()
    {
        const Run result
            = run({ "music", "--from", path("nowhere.take"), "--midi", path("x.mid"), "--json" });
        QCOMPARE(result.code, 1);
        QVERIFY(result.isJsonLines());
        QCOMPARE(result.json().last()["code"].toString(), QString("NotFound"));
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
