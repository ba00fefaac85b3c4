#include "ui/preferences/settings.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

namespace pieria::ui {

namespace {

constexpr int kRecentKept = 12;

const QMap<QString, QVariant>& defaults()
{
    static const QMap<QString, QVariant> table {
        { QString::fromLatin1(keys::kTheme), QStringLiteral("dark") },
        { QString::fromLatin1(keys::kScale), 1.0 },
        { QString::fromLatin1(keys::kReducedMotion), false },
        { QString::fromLatin1(keys::kLanguage), QStringLiteral("system") },
        { QString::fromLatin1(keys::kDevice), QString() },
        { QString::fromLatin1(keys::kBuffer), 512 },
        { QString::fromLatin1(keys::kAutosave), true },
        { QString::fromLatin1(keys::kShortcuts), QVariantMap() },
    };
    return table;
}

/// Text files of settings keep everything as text: back to the kind the default has.
QVariant likeDefault(const QString& key, QVariant value)
{
    const auto found = defaults().constFind(key);
    if (found != defaults().constEnd() && value.isValid()) {
        value.convert(found->metaType());
    }
    return value;
}

} // namespace

Settings::Settings(const QString& file, QObject* parent)
    : QObject(parent)
    , m_store(file.isEmpty() ? QSettings(QSettings::IniFormat, QSettings::UserScope,
                                   QStringLiteral("pieria"), QStringLiteral("pieria"))
                                   .fileName()
                             : file,
          QSettings::IniFormat)
{
}

QVariant Settings::value(const QString& key) const
{
    return likeDefault(key, m_store.value(key, defaultOf(key)));
}

void Settings::setValue(const QString& key, const QVariant& value)
{
    if (m_store.contains(key) ? this->value(key) == value : defaultOf(key) == value) {
        return;
    }
    m_store.setValue(key, value);
    m_store.sync();
    Q_EMIT changed(key);
}

QStringList Settings::recent() const
{
    return m_store.value(QString::fromLatin1(keys::kRecent)).toStringList();
}

void Settings::addRecent(const QString& folder)
{
    QStringList list = recent();
    list.removeAll(folder);
    list.prepend(folder);
    setValue(QString::fromLatin1(keys::kRecent), list.mid(0, kRecentKept));
}

void Settings::removeRecent(const QString& folder)
{
    QStringList list = recent();
    list.removeAll(folder);
    setValue(QString::fromLatin1(keys::kRecent), list);
}

QByteArray Settings::exportJson() const
{
    QJsonObject values;
    for (const QString& key : preferenceKeys()) {
        values.insert(key, QJsonValue::fromVariant(value(key)));
    }
    const QJsonObject file { { QStringLiteral("pieria-preferences"), 1 },
        { QStringLiteral("values"), values } };
    return QJsonDocument(file).toJson();
}

bool Settings::importJson(const QByteArray& json)
{
    const QJsonObject file = QJsonDocument::fromJson(json).object();
    if (file.value(QStringLiteral("pieria-preferences")).toInt() != 1) {
        return false;
    }
    const QJsonObject values = file.value(QStringLiteral("values")).toObject();
    for (const QString& key : preferenceKeys()) {
        const QVariant given = values.value(key).toVariant();
        if (values.contains(key) && given.canConvert(defaultOf(key).metaType())) {
            setValue(key, likeDefault(key, given));
        }
    }
    return true;
}

void Settings::reset()
{
    for (const QString& key : preferenceKeys()) {
        setValue(key, defaultOf(key));
    }
}

QStringList Settings::preferenceKeys()
{
    return defaults().keys();
}

QVariant Settings::defaultOf(const QString& key)
{
    return defaults().value(key);
}

} // namespace pieria::ui
