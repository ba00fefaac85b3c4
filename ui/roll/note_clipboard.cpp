#include "ui/roll/note_clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>

#include <algorithm>
#include <optional>

namespace pieria::ui {

namespace {

constexpr qsizetype kMaxBytes = 8 * 1024 * 1024;
constexpr Tick kMaxTicks = 96 * 4 * 50'000;

QString format()
{
    return QStringLiteral("application/x-pieria-notes+json");
}

std::optional<Note> noteFrom(const QJsonValue& value)
{
    const QJsonArray row = value.toArray();
    if (row.size() != 4) {
        return std::nullopt;
    }
    const auto onset = static_cast<Tick>(row[0].toDouble(-1));
    const auto duration = static_cast<Tick>(row[1].toDouble(0));
    const int pitch = row[2].toInt(-1);
    const int velocity = row[3].toInt(0);
    if (onset < 0 || onset > kMaxTicks || duration < 1 || duration > kMaxTicks || pitch < 0
        || pitch > 127 || velocity < 1 || velocity > 127) {
        return std::nullopt;
    }
    return Note { onset, duration, static_cast<std::uint8_t>(pitch),
        static_cast<std::uint8_t>(velocity) };
}

} // namespace

void putOnClipboard(const NoteClip& clip)
{
    QJsonArray rows;
    for (const Note& note : clip.notes) {
        rows.append(QJsonArray { static_cast<double>(note.onset),
            static_cast<double>(note.duration), note.pitch, note.velocity });
    }
    const QJsonObject object { { QStringLiteral("span"), static_cast<double>(clip.span) },
        { QStringLiteral("notes"), rows } };
    auto* data = new QMimeData;
    data->setData(format(), QJsonDocument(object).toJson(QJsonDocument::Compact));
    QGuiApplication::clipboard()->setMimeData(data);
}

NoteClip notesOnClipboard()
{
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    if (data == nullptr || !data->hasFormat(format())) {
        return {};
    }
    const QByteArray bytes = data->data(format());
    if (bytes.size() > kMaxBytes) {
        return {};
    }
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    NoteClip clip;
    clip.span = std::clamp<Tick>(
        static_cast<Tick>(object[QLatin1String("span")].toDouble()), 1, kMaxTicks);
    for (const auto& row : object[QLatin1String("notes")].toArray()) {
        if (const auto note = noteFrom(row)) {
            clip.notes.push_back(*note);
        }
    }
    return clip;
}

} // namespace pieria::ui
