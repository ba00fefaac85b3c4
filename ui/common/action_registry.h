// Every action of the window by id: menus, palette, shortcuts and tests read the same table.
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>

namespace pieria::ui {

struct ActionSpec
{
    QString id; ///< "file.save": stable, used in settings
    QString text; ///< translated, with the menu's mnemonic
    QString category; ///< translated: "File"
    QKeySequence shortcut = {}; ///< the default; may be empty
    QString icon = {}; ///< a name of resources/icons
    QString hint = {}; ///< translated; one sentence for the status line and the palette
};

class ActionRegistry : public QObject
{
    Q_OBJECT
public:
    explicit ActionRegistry(QObject* parent = nullptr);

    /// `run` is called while `context` lives. An id is added once.
    QAction* add(const ActionSpec& spec, QObject* context, std::function<void()> run);
    /// An on/off action; `run` hears the new state.
    QAction* addToggle(const ActionSpec& spec, QObject* context, std::function<void(bool)> run);

    [[nodiscard]] QAction* find(const QString& id) const; ///< null when unknown
    [[nodiscard]] QStringList ids() const; ///< in the order they were added
    [[nodiscard]] QString category(const QString& id) const;
    [[nodiscard]] QKeySequence defaultShortcut(const QString& id) const;
    /// The action other than `id` that has this shortcut; empty when it is free.
    [[nodiscard]] QString holderOf(const QKeySequence& keys, const QString& id) const;
    void setShortcut(const QString& id, const QKeySequence& keys);
    void resetShortcuts();

    /// Only what differs from the defaults: id to portable text.
    [[nodiscard]] QMap<QString, QString> customShortcuts() const;
    /// Unknown ids are kept for actions that are added later.
    void applyCustomShortcuts(const QMap<QString, QString>& shortcuts);

Q_SIGNALS:
    void shortcutsChanged();

private:
    struct Entry
    {
        QAction* action = nullptr;
        QString category;
        QKeySequence defaultShortcut;
    };
    QAction* insert(const ActionSpec& spec);
    QMap<QString, Entry> m_entries;
    QStringList m_order;
    QMap<QString, QString> m_custom;
};

/// The text without mnemonic and trailing dots, as the palette shows it.
[[nodiscard]] QString plainActionText(const QAction& action);

} // namespace pieria::ui
