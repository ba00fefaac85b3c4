#include "ui/roll/track_outliner.h"

#include "ui/common/widgets.h"
#include "ui/edit/set_mix_command.h"
#include "ui/player/stage_colors.h"
#include "ui/roll/instrument_menu.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <cmath>

namespace pieria::ui {

namespace {

enum Column { Name, Instrument, Notes, Mute, Solo };

/// A round mark in a track's colour.
QIcon dot(const QColor& color)
{
    QPixmap pixmap(32, 32);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(8, 8), 4.5, 4.5);
    return QIcon(pixmap);
}

} // namespace

TrackOutliner::TrackOutliner(RollState& state, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
{
    auto* column = new QVBoxLayout(this);
    setGrid(*column, 2, 1);
    m_filter = new QLineEdit(this);
    m_filter->setPlaceholderText(tr("Filter tracks"));
    m_filter->setAccessibleName(tr("Filter tracks"));
    m_filter->setClearButtonEnabled(true);
    column->addWidget(m_filter);
    m_tree = new QTreeWidget(this);
    m_tree->setAccessibleName(tr("Tracks"));
    m_tree->setColumnCount(5);
    m_tree->setHeaderLabels(
        { tr("Track"), tr("Instrument"), tr("Notes"), tr("M", "mute"), tr("S", "solo") });
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    QHeaderView* header = m_tree->header();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(theme().grid(6));
    header->setSectionResizeMode(Name, QHeaderView::Stretch);
    header->setSectionResizeMode(Instrument, QHeaderView::Stretch);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const int figure : { Notes, Mute, Solo }) {
        header->setSectionResizeMode(figure, QHeaderView::ResizeToContents);
    }
    column->addWidget(m_tree, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &TrackOutliner::filter);
    connect(m_tree, &QTreeWidget::itemClicked, this, &TrackOutliner::onClicked);
    connect(m_tree, &QTreeWidget::itemActivated, this, &TrackOutliner::onClicked);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item != nullptr && !m_filling) {
            m_state.setTrack(item->data(Name, Qt::UserRole).toULongLong());
        }
    });
    connect(m_tree, &QWidget::customContextMenuRequested, this, &TrackOutliner::showMenu);
    connect(&m_state, &RollState::scoreChanged, this, &TrackOutliner::fill);
    connect(&m_state, &RollState::trackChanged, this, &TrackOutliner::fill);
    connect(&m_state.document(), &Document::mixChanged, this, &TrackOutliner::fill);
    connect(&theme(), &Theme::changed, this, &TrackOutliner::fill);
    fill();
}

/// Where both do not fit, the name matters more than the instrument.
void TrackOutliner::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_tree->setColumnHidden(Instrument, width() < theme().grid(90));
}

void TrackOutliner::fill()
{
    m_filling = true;
    const StageColors c = stageColors();
    const auto& tracks = m_state.score().tracks;
    const ProjectTake* take = m_state.document().currentTake();
    while (m_tree->topLevelItemCount() > static_cast<int>(tracks.size())) {
        delete m_tree->takeTopLevelItem(m_tree->topLevelItemCount() - 1);
    }
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        const Track& track = tracks[i];
        QTreeWidgetItem* item = m_tree->topLevelItem(static_cast<int>(i));
        if (item == nullptr) {
            item = new QTreeWidgetItem(m_tree);
        }
        const QString name = track.name.empty() ? slotTitle(track.slot) : toQt(track.name);
        item->setData(Name, Qt::UserRole, QVariant::fromValue<qulonglong>(i));
        item->setIcon(Name, dot(trackColor(track.slot)));
        item->setText(Name, name);
        item->setToolTip(
            Name, tr("%1: %2, %3").arg(slotTitle(track.slot), name, instrumentName(track)));
        item->setText(Instrument, instrumentName(track));
        item->setForeground(Instrument, c.muted);
        item->setText(Notes, QString::number(track.notes.size()));
        item->setTextAlignment(Notes, Qt::AlignRight | Qt::AlignVCenter);
        item->setForeground(Notes, c.muted);
        const Strip strip = take != nullptr && m_state.isEditable()
            ? take->take.mix.strips[slotIndex(track.slot)]
            : Strip {};
        const auto flag = [&](int column, bool on, const QString& letter, const QColor& lit) {
            item->setText(column, letter);
            item->setTextAlignment(column, Qt::AlignCenter);
            item->setForeground(column, on ? lit : mixed(c.panel, c.muted, 0.5));
            QFont font = theme().bodyFont();
            font.setBold(on);
            item->setFont(column, font);
        };
        flag(Mute, strip.mute, tr("M", "mute"), c.info);
        flag(Solo, strip.solo, tr("S", "solo"), c.warn);
        item->setToolTip(Mute, strip.mute ? tr("Muted") : tr("Mute"));
        item->setToolTip(Solo, strip.solo ? tr("Solo") : tr("Solo is off"));
        if (i == m_state.track()) {
            m_tree->setCurrentItem(item);
        }
    }
    filter(m_filter->text());
    m_filling = false;
}

void TrackOutliner::filter(const QString& text)
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = m_tree->topLevelItem(i);
        const bool fits = item->text(Name).contains(text, Qt::CaseInsensitive)
            || item->text(Instrument).contains(text, Qt::CaseInsensitive)
            || item->toolTip(Name).contains(text, Qt::CaseInsensitive);
        item->setHidden(!fits);
    }
}

void TrackOutliner::onClicked(QTreeWidgetItem* item, int column)
{
    const auto index = item->data(Name, Qt::UserRole).toULongLong();
    m_state.setTrack(index);
    const ProjectTake* take = m_state.document().currentTake();
    if ((column != Mute && column != Solo) || take == nullptr || !m_state.isEditable()) {
        return;
    }
    Mix mix = take->take.mix;
    Strip& strip = mix.strips[slotIndex(take->take.score.tracks[index].slot)];
    bool& flag = column == Mute ? strip.mute : strip.solo;
    flag = !flag;
    const QString text = column == Mute ? (flag ? tr("Mute") : tr("Unmute"))
                                        : (flag ? tr("Solo") : tr("Solo Off"));
    m_state.document().undoStack().push(
        new SetMixCommand(m_state.document(), take->take.id, mix, text));
}

void TrackOutliner::showMenu(const QPoint& at)
{
    QTreeWidgetItem* item = m_tree->itemAt(at);
    if (item == nullptr || !m_state.isEditable()) {
        return;
    }
    const auto index = item->data(Name, Qt::UserRole).toULongLong();
    const Track& track = m_state.score().tracks[index];
    QMenu menu(this);
    menu.addAction(tr("Make this part again"), this, [this, slot = track.slot] {
        if (m_state.takeId() != nullptr) {
            Q_EMIT remakeSlotRequested(TakeId(*m_state.takeId()), slot);
        }
    });
    QMenu* instruments = menu.addMenu(tr("Instrument"));
    fillInstrumentMenu(*instruments, track, [this, index](int program) {
        m_state.commitScore(withProgram(m_state.score(), index, program), tr("Change Instrument"));
    });
    menu.exec(m_tree->viewport()->mapToGlobal(at));
}

} // namespace pieria::ui
