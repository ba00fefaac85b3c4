// Runs the built program ($PIERIA_BINARY) as a shell would, for tests of the command line.
#pragma once

#include <QByteArray>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <algorithm>

namespace pieria::tests {

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

inline Run run(const QStringList& arguments, const QString& folder = QDir::tempPath())
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

} // namespace pieria::tests
