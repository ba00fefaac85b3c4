#include "ui/common/command_palette.h"

#include "ui/common/action_registry.h"
#include "ui/common/fuzzy_match.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace pieria::ui {

namespace {

constexpr int kIdRole = Qt::UserRole;
constexpr int kCategoryRole = Qt::UserRole + 1;
constexpr int kKeysRole = Qt::UserRole + 2;

/// Category, name, and the shortcut at the right edge.
class CommandDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const Palette& p = theme().colors();
        const bool on = index.flags().testFlag(Qt::ItemIsEnabled);
        QRect row = option.rect;
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(mixed(p.panel, p.accent, 0.22));
            painter->drawRoundedRect(row.adjusted(2, 0, -2, 0), 4, 4);
        }
        row.adjust(theme().grid(3), 0, -theme().grid(3), 0);
        const QString category = index.data(kCategoryRole).toString();
        painter->setFont(theme().bodyFont());
        painter->setPen(p.muted);
        painter->drawText(row, Qt::AlignVCenter | Qt::AlignLeft, category);
        const int indent = theme().grid(22);
        painter->setPen(on ? p.text : mixed(p.panel, p.text, 0.38));
        painter->drawText(row.adjusted(indent, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
            index.data(Qt::DisplayRole).toString());
        painter->setPen(p.muted);
        painter->setFont(theme().smallFont());
        painter->drawText(row, Qt::AlignVCenter | Qt::AlignRight, index.data(kKeysRole).toString());
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return { 100, theme().grid(7) };
    }
};

} // namespace

CommandPalette::CommandPalette(ActionRegistry& registry, QWidget* window)
    : QFrame(window)
    , m_registry(registry)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setProperty("kind", "overlay");
    setAccessibleName(tr("Command palette"));
    setObjectName(QStringLiteral("commandPalette"));
    m_search->setPlaceholderText(tr("Search actions"));
    m_search->setAccessibleName(tr("Search actions"));
    m_search->setClearButtonEnabled(false);
    m_list->setAccessibleName(tr("Matching actions"));
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    m_search->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this] { refill(); });
    connect(m_list, &QListWidget::itemClicked, this, [this] { runCurrent(); });
    hide();
}

void CommandPalette::popUp()
{
    m_focusBefore = QApplication::focusWidget();
    m_search->clear();
    refill();
    const int width = std::min(theme().grid(150), parentWidget()->width() - theme().grid(8));
    const int height = std::min(theme().grid(100), parentWidget()->height() - theme().grid(24));
    resize(width, height);
    move((parentWidget()->width() - width) / 2, theme().grid(10));
    show();
    raise();
    m_search->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::setFilter(const QString& text)
{
    m_search->setText(text);
}

QStringList CommandPalette::shownIds() const
{
    QStringList ids;
    for (int i = 0; i < m_list->count(); ++i) {
        ids << m_list->item(i)->data(kIdRole).toString();
    }
    return ids;
}

void CommandPalette::refill()
{
    struct Hit
    {
        QString id;
        int score = 0;
    };
    std::vector<Hit> hits;
    for (const QString& id : m_registry.ids()) {
        const QAction& action = *m_registry.find(id);
        const QString text = m_registry.category(id) + QLatin1Char(' ') + plainActionText(action);
        const auto whole = fuzzyScore(m_search->text(), text);
        const auto name = fuzzyScore(m_search->text(), plainActionText(action));
        if (!action.isVisible() || (!whole && !name)) {
            continue;
        }
        const auto recency = m_recent.indexOf(id);
        const int bonus = recency < 0 ? 0 : std::max(0, 6 - static_cast<int>(recency));
        hits.push_back({ id, std::max(whole.value_or(-1000), name.value_or(-1000) + 4) + bonus });
    }
    std::stable_sort(
        hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.score > b.score; });
    m_list->clear();
    for (const Hit& hit : hits) {
        const QAction& action = *m_registry.find(hit.id);
        auto* item = new QListWidgetItem(plainActionText(action), m_list);
        item->setData(kIdRole, hit.id);
        item->setData(kCategoryRole, m_registry.category(hit.id));
        item->setData(kKeysRole, action.shortcut().toString(QKeySequence::NativeText));
        item->setToolTip(action.statusTip());
        if (!action.isEnabled()) {
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
        }
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::runCurrent()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (item == nullptr || !item->flags().testFlag(Qt::ItemIsEnabled)) {
        return;
    }
    const QString id = item->data(kIdRole).toString();
    m_recent.removeAll(id);
    m_recent.prepend(id);
    dismiss();
    m_registry.find(id)->trigger();
}

void CommandPalette::dismiss()
{
    hide();
    if (m_focusBefore != nullptr) {
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int row = m_list->currentRow();
        switch (key->key()) {
        case Qt::Key_Escape:
            dismiss();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            runCurrent();
            return true;
        case Qt::Key_Down:
            m_list->setCurrentRow(std::min(row + 1, m_list->count() - 1));
            return true;
        case Qt::Key_Up:
            m_list->setCurrentRow(std::max(row - 1, 0));
            return true;
        default:
            break;
        }
    }
    if (watched == m_search && event->type() == QEvent::FocusOut) {
        hide();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace pieria::ui
