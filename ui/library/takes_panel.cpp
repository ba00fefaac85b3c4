#include "ui/library/takes_panel.h"

#include "ui/common/empty_state.h"
#include "ui/common/two_line_delegate.h"
#include "ui/common/widgets.h"
#include "ui/edit/insert_take_command.h"
#include "ui/edit/remove_take_command.h"
#include "ui/edit/rename_take_command.h"
#include "ui/edit/star_take_command.h"

#include <QDrag>
#include <QInputDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QStackedWidget>

#include <algorithm>
#include <cmath>

namespace pieria::ui {

namespace {

QString summary(const Take& take)
{
    const Score& score = take.score;
    const auto bars = std::max<std::size_t>(barLines(score).size(), 1) - 1;
    return TakesPanel::tr("%1   %2 bars   %3 bpm   %4", "length, bars, tempo, key of a take")
        .arg(clockText(score.tempo.secondsAt(score.length).value()))
        .arg(bars)
        .arg(std::lround(score.tempo.bpmAt(0)))
        .arg(toQt(keyName(score.key())));
}

} // namespace

MusicRequest taskOn(const ProjectTake& take, MusicTask task)
{
    MusicRequest request = take.take.request;
    request.task = task;
    request.sourceTake = take.take.id.text();
    request.extendBars = 8;
    ++request.seed;
    return request;
}

TakesPanel::TakesPanel(Document& document, Player& player, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_player(player)
    , m_filter(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
{
    setProperty("kind", "panel");
    setAccessibleName(tr("Takes"));
    m_filter->setPlaceholderText(tr("Filter takes"));
    m_filter->setAccessibleName(tr("Filter takes"));
    m_filter->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Takes, newest first"));
    m_list->setItemDelegate(new TwoLineDelegate(m_list));
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* a = makeIconButton(QStringLiteral("compare"), tr("Compare as A"), this);
    a->setText(tr("A", "side of a comparison"));
    a->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto* b = makeIconButton(QStringLiteral("compare"), tr("Compare as B"), this);
    b->setText(tr("B", "side of a comparison"));
    b->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto* star = makeIconButton(QStringLiteral("star"), tr("Star"), this);
    auto* more = makeIconButton(QStringLiteral("more"), tr("More"), this);
    auto* head = new QHBoxLayout;
    setGrid(*head, 2, 1);
    head->addWidget(m_filter, 1);
    head->addWidget(a);
    head->addWidget(b);
    head->addWidget(star);
    head->addWidget(more);
    auto* empty = new EmptyState(QStringLiteral("take"), tr("No takes yet"),
        tr("Every result becomes a take here. Drop a .mid file to bring your own."),
        tr("Write a prompt"));
    m_pages->addWidget(empty);
    m_pages->addWidget(m_list);
    auto* layout = new QVBoxLayout(this);
    setGrid(*layout, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_pages, 1);

    connect(empty, &EmptyState::activated, this, &TakesPanel::promptRequested);
    connect(a, &QToolButton::clicked, this, [this] { setCompare('A'); });
    connect(b, &QToolButton::clicked, this, [this] { setCompare('B'); });
    connect(star, &QToolButton::clicked, this, [this] { starChosen(); });
    connect(more, &QToolButton::clicked, this,
        [this, more] { showMenu(more->mapToGlobal(QPoint(0, more->height()))); });
    connect(m_filter, &QLineEdit::textChanged, this, [this] { fill(); });
    connect(m_list, &QWidget::customContextMenuRequested, this,
        [this](const QPoint& at) { showMenu(m_list->mapToGlobal(at)); });
    connect(m_list, &QListWidget::itemChanged, this,
        [this](QListWidgetItem* item) { onItemEdited(item); });
    connect(m_list, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item != nullptr && !m_filling) {
            m_document.setCurrentTake(TakeId(fromQt(item->data(Qt::UserRole).toString())));
        }
    });
    connect(m_list, &QListWidget::itemActivated, this, [this] { m_player.togglePlay(); });
    for (const auto signal : { &Document::takeInserted, &Document::takeRemoved,
             &Document::takeInfoChanged, &Document::scoreChanged }) {
        connect(&m_document, signal, this, [this] { fill(); });
    }
    connect(&m_document, &Document::projectReplaced, this, [this] { fill(); });
    connect(&m_document, &Document::currentTakeChanged, this, [this] { fill(); });
    connect(&m_player, &Player::compareChanged, this, [this] { fill(); });
    fill();
}

void TakesPanel::fill()
{
    if (m_filling) {
        return;
    }
    m_filling = true;
    m_list->clear();
    const auto& takes = m_document.project().takes;
    for (auto it = takes.rbegin(); it != takes.rend(); ++it) {
        const QString title = toQt(it->take.title);
        if (!title.contains(m_filter->text(), Qt::CaseInsensitive)) {
            continue;
        }
        auto* item = new QListWidgetItem(title, m_list);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        describe(*item, *it);
        if (m_document.project().current == it->take.id) {
            m_list->setCurrentItem(item);
        }
    }
    m_pages->setCurrentIndex(takes.empty() ? 0 : 1);
    m_filling = false;
}

void TakesPanel::describe(QListWidgetItem& item, const ProjectTake& entry) const
{
    item.setData(Qt::UserRole, toQt(entry.take.id.text()));
    item.setData(TwoLineDelegate::SecondLineRole, summary(entry.take));
    item.setData(Qt::AccessibleDescriptionRole, summary(entry.take));
    item.setData(TwoLineDelegate::StarRole, entry.starred);
    item.setData(TwoLineDelegate::MarkRole, m_document.project().current == entry.take.id);
    QString badge;
    badge += m_player.compareA() == entry.take.id ? tr("A", "side of a comparison") : QString();
    badge += m_player.compareB() == entry.take.id ? tr("B", "side of a comparison") : QString();
    item.setData(TwoLineDelegate::BadgeRole, badge);
    QStringList tip { toQt(entry.take.request.prompt) };
    for (const std::string& note : entry.take.notes) {
        tip << toQt(note);
    }
    item.setToolTip(tip.join(QLatin1Char('\n')).trimmed());
}

const ProjectTake* TakesPanel::chosen() const
{
    return m_document.currentTake();
}

void TakesPanel::onItemEdited(QListWidgetItem* item)
{
    const QString title = item->text().simplified();
    if (m_filling || title.isEmpty()) {
        return;
    }
    const TakeId id(fromQt(item->data(Qt::UserRole).toString()));
    m_document.undoStack().push(new RenameTakeCommand(m_document, id, fromQt(title)));
}

void TakesPanel::renameChosen()
{
    if (m_list->currentItem() != nullptr) {
        m_list->editItem(m_list->currentItem());
    }
}

void TakesPanel::starChosen()
{
    if (const ProjectTake* take = chosen()) {
        m_document.undoStack().push(new StarTakeCommand(m_document, take->take.id, !take->starred,
            take->starred ? tr("Remove Star") : tr("Star Take")));
    }
}

void TakesPanel::duplicateChosen()
{
    if (const ProjectTake* take = chosen()) {
        ProjectTake copy = *take;
        copy.take.id = TakeId::make();
        copy.take.title = fromQt(tr("%1 (copy)").arg(toQt(take->take.title)));
        m_document.undoStack().push(
            new InsertTakeCommand(m_document, std::move(copy), tr("Duplicate Take")));
    }
}

void TakesPanel::deleteChosen()
{
    if (const ProjectTake* take = chosen()) {
        m_document.undoStack().push(new RemoveTakeCommand(m_document, take->take.id));
    }
}

void TakesPanel::setCompare(char side)
{
    if (const ProjectTake* take = chosen()) {
        const TakeId id = take->take.id;
        const auto other = [&](std::optional<TakeId> was) {
            return was == id ? std::nullopt : was; // a take is not compared with itself
        };
        m_player.setCompare(side == 'A' ? id : other(m_player.compareA()),
            side == 'B' ? id : other(m_player.compareB()));
    }
}

void TakesPanel::addTasks(QMenu& menu, const ProjectTake& entry)
{
    QMenu* extend = menu.addMenu(tr("&Extend"));
    for (const int bars : { 4, 8, 16, 32 }) {
        extend->addAction(tr("By %n bars", nullptr, bars), this, [this, entry, bars] {
            MusicRequest request = taskOn(entry, MusicTask::Extend);
            request.extendBars = bars;
            Q_EMIT taskRequested(request);
        });
    }
    QMenu* remake = menu.addMenu(tr("&Make a part again"));
    for (const Slot slot : kSlots) {
        const bool plays = std::any_of(entry.take.score.tracks.begin(),
            entry.take.score.tracks.end(), [&](const Track& track) { return track.slot == slot; });
        if (plays) {
            remake->addAction(QString::fromUtf8(slotName(slot).data()), this, [this, entry, slot] {
                MusicRequest request = taskOn(entry, MusicTask::RemakeSlot);
                request.slot = slot;
                Q_EMIT taskRequested(request);
            });
        }
    }
    const std::vector<Tick> bars = barLines(entry.take.score);
    QString text = tr("Make &bars again (select them with the loop)");
    MusicRequest request = taskOn(entry, MusicTask::Inpaint);
    const auto& loop = m_player.loop();
    if (loop && bars.size() > 1) {
        const auto barAt = [&](Tick tick) {
            return static_cast<int>(
                std::upper_bound(bars.begin(), bars.end() - 1, tick) - bars.begin());
        };
        request.firstBar = barAt(loop->begin);
        request.lastBar = std::max(request.firstBar, barAt(loop->end - 1));
        text = tr("Make &bars %1-%2 again").arg(request.firstBar).arg(request.lastBar);
    }
    QAction* inpaint
        = menu.addAction(text, this, [this, request] { Q_EMIT taskRequested(request); });
    inpaint->setEnabled(loop.has_value());
}

void TakesPanel::showMenu(const QPoint& at)
{
    const ProjectTake* take = chosen();
    if (take == nullptr) {
        return;
    }
    const ProjectTake entry = *take;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(
        tr("&Recall its request"), this, [=, this] { Q_EMIT recallRequested(entry.take.request); });
    menu->addAction(tr("Remi&x"), this, [=, this] { Q_EMIT remixRequested(entry.take.request); });
    menu->addSeparator();
    addTasks(*menu, entry);
    menu->addSeparator();
    menu->addAction(tr("Compare as &A"), this, [this] { setCompare('A'); });
    menu->addAction(tr("Compare as B"), this, [this] { setCompare('B'); });
    menu->addSeparator();
    menu->addAction(
        entry.starred ? tr("Remove &star") : tr("&Star"), this, [this] { starChosen(); });
    menu->addAction(tr("Re&name"), this, [this] { renameChosen(); });
    menu->addAction(tr("&Duplicate"), this, [this] { duplicateChosen(); });
    menu->addAction(tr("Ex&port..."), this, [=, this] { Q_EMIT exportRequested(entry.take.id); });
    menu->addSeparator();
    menu->addAction(tr("De&lete"), this, [this] { deleteChosen(); });
    menu->popup(at);
}

} // namespace pieria::ui
