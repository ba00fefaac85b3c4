#include "ui/prompt/history_panel.h"

#include "ui/common/empty_state.h"
#include "ui/common/fuzzy_match.h"
#include "ui/common/two_line_delegate.h"
#include "ui/common/widgets.h"
#include "ui/prompt/studio_jobs.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QStackedWidget>

namespace pieria::ui {

namespace {

QString describe(const HistoryEntry& entry)
{
    QStringList parts { HistoryPanel::tr("seed %1").arg(entry.request.seed) };
    if (!entry.request.negative.empty()) {
        parts << HistoryPanel::tr("not %1").arg(toQt(entry.request.negative));
    }
    if (entry.request.bars) {
        parts << HistoryPanel::tr("%n bars", nullptr, *entry.request.bars);
    }
    if (!entry.take) {
        parts << HistoryPanel::tr("no result");
    }
    return parts.join(QStringLiteral("   "));
}

} // namespace

HistoryPanel::HistoryPanel(Document& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_search(new QLineEdit(this))
    , m_starred(makeIconButton(QStringLiteral("star"), tr("Starred only"), this))
    , m_list(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
{
    setProperty("kind", "panel");
    setAccessibleName(tr("History"));
    m_search->setPlaceholderText(tr("Search prompts"));
    m_search->setAccessibleName(tr("Search prompts"));
    m_search->setClearButtonEnabled(true);
    m_starred->setCheckable(true);
    m_list->setItemDelegate(new TwoLineDelegate(m_list));
    m_list->setAccessibleName(tr("Requests, newest first"));
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto* head = new QHBoxLayout;
    setGrid(*head, 2, 1);
    head->addWidget(m_search, 1);
    head->addWidget(m_starred);
    auto* foot = new QHBoxLayout;
    setGrid(*foot, 2, 1);
    auto* recall = makeButton(tr("Recall"), QStringLiteral("recall"), this);
    recall->setToolTip(tr("Everything back into the prompt"));
    auto* remix = makeButton(tr("Remix"), QStringLiteral("remix"), this);
    remix->setToolTip(tr("Everything but the seed"));
    auto* more = makeIconButton(QStringLiteral("more"), tr("More"), this);
    foot->addWidget(recall);
    foot->addWidget(remix);
    foot->addStretch();
    foot->addWidget(more);
    m_pages->addWidget(new EmptyState(QStringLiteral("history"), tr("No requests yet"),
        tr("What you ask for is kept here. Recall one, or remix it with another seed.")));
    m_pages->addWidget(m_list);
    auto* layout = new QVBoxLayout(this);
    setGrid(*layout, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_pages, 1);
    layout->addLayout(foot);

    connect(&m_document, &Document::historyChanged, this, [this] { fill(); });
    connect(&m_document, &Document::projectReplaced, this, [this] { fill(); });
    connect(m_search, &QLineEdit::textChanged, this, [this] { fill(); });
    connect(m_starred, &QToolButton::toggled, this, [this] { fill(); });
    connect(m_list, &QListWidget::itemActivated, this, [this] {
        withCurrent([this](auto, const auto& entry) { Q_EMIT recallRequested(entry.request); });
    });
    connect(m_list, &QWidget::customContextMenuRequested, this,
        [this](const QPoint& at) { showMenu(m_list->mapToGlobal(at)); });
    connect(recall, &QPushButton::clicked, this, [this] {
        withCurrent([this](auto, const auto& entry) { Q_EMIT recallRequested(entry.request); });
    });
    connect(remix, &QPushButton::clicked, this, [this] {
        withCurrent([this](auto, const auto& entry) { Q_EMIT remixRequested(entry.request); });
    });
    connect(more, &QToolButton::clicked, this,
        [this, more] { showMenu(more->mapToGlobal(QPoint(0, more->height()))); });
    connect(m_list, &QListWidget::currentRowChanged, this, [recall, remix, more](int row) {
        for (QWidget* button : { static_cast<QWidget*>(recall), static_cast<QWidget*>(remix),
                 static_cast<QWidget*>(more) }) {
            button->setEnabled(row >= 0);
        }
    });
    fill();
}

void HistoryPanel::setFilter(const QString& text)
{
    m_search->setText(text);
}

int HistoryPanel::shownCount() const
{
    return m_list->count();
}

void HistoryPanel::fill()
{
    const auto chosen = currentIndex();
    m_list->clear();
    const auto& history = m_document.project().history;
    for (std::size_t i = history.size(); i-- > 0;) {
        const HistoryEntry& entry = history[i];
        const QString words = toQt(entry.request.prompt + " " + entry.request.negative);
        const bool matches
            = m_search->text().isEmpty() || words.contains(m_search->text(), Qt::CaseInsensitive);
        if (!matches || (m_starred->isChecked() && !entry.starred)) {
            continue;
        }
        auto* item = new QListWidgetItem(requestTitle(entry.request), m_list);
        item->setToolTip(toQt(entry.request.prompt));
        item->setData(Qt::UserRole, static_cast<qulonglong>(i));
        item->setData(TwoLineDelegate::SecondLineRole, describe(entry));
        item->setData(TwoLineDelegate::StarRole, entry.starred);
        if (chosen == i) {
            m_list->setCurrentItem(item);
        }
    }
    if (m_list->currentRow() < 0) {
        m_list->setCurrentRow(m_list->count() > 0 ? 0 : -1);
    }
    Q_EMIT m_list->currentRowChanged(m_list->currentRow());
    m_pages->setCurrentIndex(history.empty() ? 0 : 1);
}

std::optional<std::size_t> HistoryPanel::currentIndex() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return item == nullptr
        ? std::nullopt
        : std::optional(static_cast<std::size_t>(item->data(Qt::UserRole).toULongLong()));
}

void HistoryPanel::withCurrent(const std::function<void(std::size_t, const HistoryEntry&)>& use)
{
    const auto index = currentIndex();
    if (index && *index < m_document.project().history.size()) {
        const HistoryEntry entry = m_document.project().history[*index];
        use(*index, entry);
    }
}

void HistoryPanel::showMenu(const QPoint& at)
{
    withCurrent([&](std::size_t index, const HistoryEntry& entry) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(
            tr("&Recall all"), this, [=, this] { Q_EMIT recallRequested(entry.request); });
        menu->addAction(tr("Recall &prompt"), this,
            [=, this] { Q_EMIT promptRequested(toQt(entry.request.prompt)); });
        menu->addAction(
            tr("Recall &seed"), this, [=, this] { Q_EMIT seedRequested(entry.request.seed); });
        menu->addAction(tr("Re&mix"), this, [=, this] { Q_EMIT remixRequested(entry.request); });
        if (entry.take) {
            menu->addAction(
                tr("Show its &take"), this, [=, this] { Q_EMIT takeRequested(*entry.take); });
        }
        menu->addSeparator();
        menu->addAction(entry.starred ? tr("Remove s&tar") : tr("S&tar"), this,
            [=, this] { m_document.setHistoryStar(index, !entry.starred); });
        menu->addAction(tr("&Forget"), this, [=, this] { m_document.removeHistory(index); });
        menu->popup(at);
    });
}

} // namespace pieria::ui
