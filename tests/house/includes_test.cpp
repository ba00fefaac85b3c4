// The arrow of the house, app -> ui -> {render, audio} -> core, and the one place of every heavy
// library.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <functional>
#include <vector>

namespace {

struct Line
{
    QString file; ///< relative to the root
    QString include; ///< what stands between the quotes or brackets
};

QStringList sourceFiles(const QString& room)
{
    QStringList files;
    const QDir root(PIERIA_SOURCE_DIR);
    QDirIterator walk(
        root.filePath(room), { "*.h", "*.cpp" }, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        files << root.relativeFilePath(walk.next());
    }
    files.sort();
    return files;
}

QString contentOf(const QString& relative)
{
    QFile file(QDir(PIERIA_SOURCE_DIR).filePath(relative));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

std::vector<Line> includesOf(const QString& relative)
{
    static const QRegularExpression pattern(
        "^\\s*#\\s*include\\s*[\"<]([^\">]+)[\">]", QRegularExpression::MultilineOption);
    std::vector<Line> lines;
    auto matches = pattern.globalMatch(contentOf(relative));
    while (matches.hasNext()) {
        lines.push_back({ relative, matches.next().captured(1) });
    }
    return lines;
}

/// Which rooms a room may include.
const QMap<QString, QStringList> kArrow {
    { "core", { "core" } },
    { "audio", { "core", "audio" } },
    { "render", { "core", "render" } },
    { "ui", { "core", "audio", "render", "ui" } },
    { "app", { "core", "audio", "render", "ui", "app" } },
};

const QStringList kRooms { "core", "audio", "render", "ui", "app", "tests" };

/// Heavy headers and the only folders that may see them.
struct Door
{
    QRegularExpression header;
    QRegularExpression allowed;
};

std::vector<Door> doors()
{
    return {
        { QRegularExpression("^(torch|ATen|c10)/"), QRegularExpression("^core/models/") },
        { QRegularExpression("^core/models/"),
            QRegularExpression("^core/(models/|engine/[a-z_]+\\.cpp$)") },
        { QRegularExpression("^portaudio\\.h|^alsa/"), QRegularExpression("^audio/device/") },
        { QRegularExpression("^fluidsynth"), QRegularExpression("^audio/synth/") },
        { QRegularExpression("^sndfile"), QRegularExpression("^audio/file/") },
        { QRegularExpression("^assimp/"), QRegularExpression("^core/mesh/") },
        { QRegularExpression("^(epoxy|GL)/"), QRegularExpression("^render/gl/") },
        { QRegularExpression("^CLI/"), QRegularExpression("^app/") },
        { QRegularExpression("^Q[A-Z]"), QRegularExpression("^(ui|app)/") },
        { QRegularExpression("^ui/"), QRegularExpression("^(ui|app)/") },
    };
}

} // namespace

class IncludesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void roomsFollowTheArrow()
    {
        int seen = 0;
        for (auto room = kArrow.begin(); room != kArrow.end(); ++room) {
            for (const QString& file : sourceFiles(room.key())) {
                for (const Line& line : includesOf(file)) {
                    const QString target = line.include.section('/', 0, 0);
                    if (!kRooms.contains(target) || !line.include.contains('/')) {
                        continue;
                    }
                    ++seen;
                    QVERIFY2(room.value().contains(target),
                        qPrintable(QString("%1 includes %2").arg(file, line.include)));
                }
            }
        }
        QVERIFY(seen > 100);
    }

    void heavyLibrariesHaveOneDoor()
    {
        for (auto room = kArrow.begin(); room != kArrow.end(); ++room) {
            for (const QString& file : sourceFiles(room.key())) {
                for (const Line& line : includesOf(file)) {
                    for (const Door& door : doors()) {
                        if (door.header.match(line.include).hasMatch()) {
                            QVERIFY2(door.allowed.match(file).hasMatch(),
                                qPrintable(QString("%1 includes %2").arg(file, line.include)));
                        }
                    }
                }
            }
        }
    }

    void sourcesArePlain()
    {
        static const QRegularExpression socket(
            "#\\s*include\\s*<(sys/socket\\.h|netinet/|QtNetwork|QTcp|QUdp|QNetwork)");
        for (const QString& room : kRooms) {
            for (const QString& file : sourceFiles(room)) {
                const QString text = contentOf(file);
                const bool ascii = std::all_of(
                    text.begin(), text.end(), [](QChar c) { return c.unicode() < 128; });
                QVERIFY2(ascii, qPrintable(file + " is not plain ASCII"));
                QVERIFY2(!text.contains(QRegularExpression("[ \\t]\\n")),
                    qPrintable(file + " has trailing space"));
                QVERIFY2(text.endsWith('\n'), qPrintable(file + " does not end with a line feed"));
                if (file.endsWith(".h")) {
                    QVERIFY2(
                        text.contains("#pragma once"), qPrintable(file + " lacks #pragma once"));
                }
                if (room != "tests") {
                    QVERIFY2(!text.contains(socket), qPrintable(file + " opens the network"));
                    QVERIFY2(!text.contains("TODO") && !text.contains("FIXME"),
                        qPrintable(file + " is not finished"));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(IncludesTest)
#include "includes_test.moc"
