#include "ui/roll/chord_lane.h"

#include "ui/player/time_text.h"
#include "ui/roll/inline_edit.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace pieria::ui {

ChordLane::ChordLane(RollState& state, QWidget* parent)
    : TimeView(state, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Chords"));
    setToolTip(tr("Double-click to write a chord, such as Dm7 or G/B"));
    connect(&m_state, &RollState::scoreChanged, this, [this] {
        if (m_chosen >= static_cast<int>(m_state.score().chords.size())) {
            m_chosen = -1;
        }
    });
}

QSize ChordLane::sizeHint() const
{
    return { 400, theme().grid(6) };
}

QRectF ChordLane::boxOf(int index) const
{
    const auto& chords = m_state.score().chords;
    const auto i = static_cast<std::size_t>(index);
    const Tick end = i + 1 < chords.size() ? chords[i + 1].onset : m_state.score().length;
    const double left = xAt(chords[i].onset);
    return { left + 1, 2, std::max(2.0, xAt(end) - left - 2), height() - 5.0 };
}

void ChordLane::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const StageColors c = stageColors();
    painter.fillRect(event->rect(), c.background);
    drawGrid(painter, event->rect(), GridDetail::Bars);
    painter.setFont(theme().smallFont());
    painter.setRenderHint(QPainter::Antialiasing);
    const auto& chords = m_state.score().chords;
    for (int i = 0; i < static_cast<int>(chords.size()); ++i) {
        const QRectF box = boxOf(i);
        if (box.right() < event->rect().left() || box.left() > event->rect().right()) {
            continue;
        }
        const Chord& chord = chords[static_cast<std::size_t>(i)];
        const bool chosen = i == m_chosen;
        if (box.width() >= 4) {
            painter.setPen(chosen ? QPen(c.accentText, 1.2) : QPen(Qt::NoPen));
            painter.setBrush(mixed(c.background, c.text, 0.09));
            painter.drawRoundedRect(box, 3, 3);
        }
        QRectF inside = box.adjusted(5, 0, -2, 0);
        inside.setLeft(std::max(inside.left(), 5.0));
        const QString name = QString::fromStdString(chordName(chord));
        if (painter.fontMetrics().horizontalAdvance(name) <= inside.width() + 1) {
            painter.setPen(chord.quality == ChordQuality::None ? c.muted : c.text);
            painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft, name);
        }
    }
    drawEnd(painter, event->rect());
    drawPlayhead(painter);
    if (hasFocus()) {
        painter.setPen(c.focus);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -2));
    }
    painter.fillRect(0, height() - 1, width(), 1, c.line);
}

int ChordLane::chordAt(double x) const
{
    const auto& chords = m_state.score().chords;
    const auto tick = static_cast<Tick>(std::floor(tickAt(x)));
    const auto next = std::upper_bound(chords.begin(), chords.end(), tick,
        [](Tick at, const Chord& chord) { return at < chord.onset; });
    return tick >= m_state.score().length ? -1 : static_cast<int>(next - chords.begin()) - 1;
}

void ChordLane::choose(int index)
{
    m_chosen = index;
    if (index >= 0) {
        const Chord& chord = m_state.score().chords[static_cast<std::size_t>(index)];
        setAccessibleDescription(tr("%1 at bar %2")
                .arg(QString::fromStdString(chordName(chord)),
                    barBeatText(m_state.score(), chord.onset)));
        m_state.reveal(chord.onset);
    }
    update();
}

void ChordLane::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        setFocus(Qt::MouseFocusReason);
        choose(chordAt(event->position().x()));
    }
}

void ChordLane::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!m_state.isEditable()) {
        return;
    }
    const double x = event->position().x();
    const Score& score = m_state.score();
    const auto tick = static_cast<Tick>(tickAt(x));
    if (tick < 0 || tick >= score.length) {
        return;
    }
    // On the beat under the pointer: the chord that starts there, or a new one.
    const Tick beat = beatTicksAt(score, tick);
    const Tick bar = barSpanAt(score, tick).begin;
    const Tick onset = bar + (tick - bar) / beat * beat;
    const int index = chordAt(x);
    const bool wide = index >= 0 && boxOf(index).width() < xAt(2 * beat) - xAt(0);
    if (index >= 0
        && (wide || score.chords[static_cast<std::size_t>(index)].onset >= onset
            || x - boxOf(index).left() < 40)) {
        editChord(index);
    } else {
        editNewChord(onset);
    }
}

void ChordLane::openEditor(const QRect& place, Tick onset, const QString& text)
{
    new InlineEdit(this, place, tr("Chord"), text,
        tr("Write a chord such as C, Dm7, F#dim, G7sus4 or A/E."),
        [this, onset](const QString& in) {
            auto chord = chordFromName(in.trimmed().toStdString());
            if (!chord) {
                return false;
            }
            chord->onset = onset;
            m_state.commitScore(withChord(m_state.score(), *chord), tr("Change Chord"));
            return true;
        });
}

void ChordLane::editChord(int index)
{
    const Chord& chord = m_state.score().chords[static_cast<std::size_t>(index)];
    choose(index);
    openEditor(boxOf(index).toRect().adjusted(0, -1, 0, 1), chord.onset,
        QString::fromStdString(chordName(chord)));
}

void ChordLane::editNewChord(Tick onset)
{
    openEditor(QRect(static_cast<int>(xAt(onset)), 1, 80, height() - 3), onset, QString());
}

void ChordLane::removeChord(int index)
{
    if (index >= 0 && m_state.isEditable()) {
        m_state.commitScore(
            withoutChord(m_state.score(), static_cast<std::size_t>(index)), tr("Delete Chord"));
        choose(std::min(index, static_cast<int>(m_state.score().chords.size()) - 1));
    }
}

void ChordLane::contextMenuEvent(QContextMenuEvent* event)
{
    const int index = chordAt(event->pos().x());
    if (index < 0 || !m_state.isEditable()) {
        return;
    }
    choose(index);
    QMenu menu(this);
    menu.addAction(tr("Change chord..."), this, [this, index] { editChord(index); });
    menu.addAction(tr("Delete chord"), this, [this, index] { removeChord(index); });
    menu.exec(event->globalPos());
}

void ChordLane::keyPressEvent(QKeyEvent* event)
{
    const int count = static_cast<int>(m_state.score().chords.size());
    switch (event->key()) {
    case Qt::Key_Left:
        choose(count == 0 ? -1 : std::max(0, m_chosen - 1));
        return;
    case Qt::Key_Right:
        choose(count == 0 ? -1 : std::min(count - 1, m_chosen + 1));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        if (m_chosen >= 0 && m_state.isEditable()) {
            editChord(m_chosen);
        }
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        removeChord(m_chosen);
        return;
    default:
        TimeView::keyPressEvent(event);
    }
}

} // namespace pieria::ui
