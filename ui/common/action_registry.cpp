#include "ui/common/action_registry.h"

#include "ui/common/theme.h"

#include <utility>

namespace pieria::ui {

ActionRegistry::ActionRegistry(QObject* parent)
    : QObject(parent)
{
}

QAction* ActionRegistry::insert(const ActionSpec& spec)
{
    Q_ASSERT(!m_entries.contains(spec.id));
    auto* action = new QAction(spec.text, this);
    action->setObjectName(spec.id);
    action->setShortcut(spec.shortcut);
    action->setStatusTip(spec.hint);
    if (!spec.icon.isEmpty()) {
        action->setIcon(Theme::icon(spec.icon, IconTone::Muted));
        action->setIconVisibleInMenu(true);
    }
    m_entries.insert(spec.id, { action, spec.category, spec.shortcut });
    m_order << spec.id;
    if (m_custom.contains(spec.id)) {
        action->setShortcut(QKeySequence(m_custom.value(spec.id), QKeySequence::PortableText));
    }
    return action;
}

QAction* ActionRegistry::add(const ActionSpec& spec, QObject* context, std::function<void()> run)
{
    QAction* action = insert(spec);
    connect(action, &QAction::triggered, context, [run = std::move(run)] { run(); });
    return action;
}

QAction* ActionRegistry::addToggle(
    const ActionSpec& spec, QObject* context, std::function<void(bool)> run)
{
    QAction* action = insert(spec);
    action->setCheckable(true);
    connect(action, &QAction::triggered, context, [run = std::move(run)](bool on) { run(on); });
    return action;
}

QAction* ActionRegistry::find(const QString& id) const
{
    return m_entries.value(id).action;
}

QStringList ActionRegistry::ids() const
{
    return m_order;
}

QString ActionRegistry::category(const QString& id) const
{
    return m_entries.value(id).category;
}

QKeySequence ActionRegistry::defaultShortcut(const QString& id) const
{
    return m_entries.value(id).defaultShortcut;
}

QString ActionRegistry::holderOf(const QKeySequence& keys, const QString& id) const
{
    if (keys.isEmpty()) {
        return {};
    }
    for (const QString& other : m_order) {
        if (other != id && m_entries[other].action->shortcuts().contains(keys)) {
            return other;
        }
    }
    return {};
}

void ActionRegistry::setShortcut(const QString& id, const QKeySequence& keys)
{
    QAction* action = find(id);
    if (action == nullptr) {
        return;
    }
    action->setShortcut(keys);
    if (keys == defaultShortcut(id)) {
        m_custom.remove(id);
    } else {
        m_custom[id] = keys.toString(QKeySequence::PortableText);
    }
    Q_EMIT shortcutsChanged();
}

void ActionRegistry::resetShortcuts()
{
    m_custom.clear();
    for (const Entry& entry : std::as_const(m_entries)) {
        entry.action->setShortcut(entry.defaultShortcut);
    }
    Q_EMIT shortcutsChanged();
}

QMap<QString, QString> ActionRegistry::customShortcuts() const
{
    return m_custom;
}

void ActionRegistry::applyCustomShortcuts(const QMap<QString, QString>& shortcuts)
{
    m_custom = shortcuts;
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        it->action->setShortcut(m_custom.contains(it.key())
                ? QKeySequence(m_custom.value(it.key()), QKeySequence::PortableText)
                : it->defaultShortcut);
    }
    Q_EMIT shortcutsChanged();
}

QString plainActionText(const QAction& action)
{
    QString text = action.text();
    text.remove(QLatin1Char('&'));
    while (text.endsWith(QLatin1Char('.')) || text.endsWith(QChar(0x2026))) {
        text.chop(1);
    }
    return text;
}

} // namespace pieria::ui
