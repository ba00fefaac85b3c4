// What the user chose, kept between sessions, with one default for each key; changes are told at
// once so that they apply live.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace pieria::ui {

namespace keys {
inline constexpr const char* kTheme = "look/theme"; ///< "system", "dark", "light", "high-contrast"
inline constexpr const char* kScale = "look/scale"; ///< 0.75 to 2
inline constexpr const char* kReducedMotion = "look/reduced-motion";
inline constexpr const char* kLanguage = "look/language"; ///< "system", "en", "de", ...
inline constexpr const char* kDevice = "audio/device"; ///< its name; empty: the default one
inline constexpr const char* kBuffer = "audio/buffer-frames";
inline constexpr const char* kAutosave = "files/autosave";
inline constexpr const char* kRecent = "files/recent";
inline constexpr const char* kTourDone = "shell/tour-done";
inline constexpr const char* kGeometry = "shell/geometry";
inline constexpr const char* kLayout = "shell/layout";
inline constexpr const char* kShortcuts = "shortcuts"; ///< a map of action id to keys
} // namespace keys

class Settings : public QObject
{
    Q_OBJECT
public:
    /// Kept in `file`; empty: the user's configuration folder.
    explicit Settings(const QString& file = {}, QObject* parent = nullptr);

    [[nodiscard]] QVariant value(const QString& key) const; ///< else the key's default
    void setValue(const QString& key, const QVariant& value);

    [[nodiscard]] QStringList recent() const; ///< project folders, newest first
    void addRecent(const QString& folder);
    void removeRecent(const QString& folder);

    /// The preferences of the dialog as JSON; not what belongs to this machine (recent files,
    /// layout).
    [[nodiscard]] QByteArray exportJson() const;
    /// Unknown keys and values of a wrong kind are left out; false when it is not such a file.
    [[nodiscard]] bool importJson(const QByteArray& json);
    /// Back to the defaults; recent files and layout stay.
    void reset();
    /// The keys the dialog and the export know.
    [[nodiscard]] static QStringList preferenceKeys();
    [[nodiscard]] static QVariant defaultOf(const QString& key);

Q_SIGNALS:
    void changed(const QString& key);

private:
    QSettings m_store;
};

} // namespace pieria::ui
