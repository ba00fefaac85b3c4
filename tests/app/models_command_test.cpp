// `pieria models`, and what the program says of files and models it cannot use.
#include "tests/support/program_run.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using namespace pieria::tests;

class ModelsCommandTest : public QObject
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
    ModelsCommandTest test;
    return QTest::qExec(&test, count, arguments);
}
#include "models_command_test.moc"
