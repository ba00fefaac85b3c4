#include "ui/roll/roll_side.h"

#include "ui/common/widgets.h"
#include "ui/player/stage_colors.h"
#include "ui/roll/instrument_menu.h"
#include "ui/roll/piano_keys.h"
#include "ui/roll/pitch_name.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace pieria::ui {

RollSide::RollSide(RollState& state, PianoKeys& keys, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_keys(keys)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_card = new QWidget(this);
    auto* column = new QVBoxLayout(m_card);
    column->setContentsMargins(theme().grid(3), theme().grid(2), theme().grid(1), theme().grid(2));
    column->setSpacing(theme().grid(0.5));
    m_name = makeLabel(QString(), "heading", m_card);
    m_count = makeLabel(QString(), "muted", m_card);
    m_range = makeLabel(QString(), "muted", m_card);
    for (QLabel* label : { m_name, m_count, m_range }) {
        label->setFont(theme().smallFont());
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addSpacing(theme().grid(2));
    m_remake = makeButton(tr("Make again"), {}, m_card);
    m_remake->setFont(theme().smallFont());
    m_remake->setStyleSheet(QStringLiteral("QPushButton { padding: 3px 6px; }"));
    m_remake->setToolTip(tr("Compose this part again; all others stay"));
    column->addWidget(m_remake, 0, Qt::AlignLeft);
    column->addStretch();
    row->addWidget(m_card, 1);
    row->addWidget(&m_keys);
    connect(m_remake, &QPushButton::clicked, this, [this] {
        if (const Track* track = m_state.currentTrack()) {
            Q_EMIT remakeSlotRequested(track->slot);
        }
    });
    connect(&m_state, &RollState::trackChanged, this, &RollSide::refresh);
    connect(&m_state, &RollState::scoreChanged, this, &RollSide::refresh);
    connect(&theme(), &Theme::changed, this, [this] { update(); });
    refresh();
}

void RollSide::refresh()
{
    const Track* track = m_state.currentTrack();
    m_remake->setEnabled(track != nullptr && m_state.isEditable());
    if (track == nullptr) {
        m_name->clear();
        m_count->clear();
        m_range->clear();
        return;
    }
    const bool drums = track->slot == Slot::Drums;
    // Drum names need the room more than the figures do.
    m_keys.setFixedWidth(theme().grid(drums ? 28 : 15));
    m_name->setText(slotTitle(track->slot));
    m_count->setText(noteCountText(track->notes.size()));
    m_range->setVisible(!drums && !track->notes.empty());
    if (!track->notes.empty()) {
        const auto [low, high] = std::minmax_element(track->notes.begin(), track->notes.end(),
            [](const Note& a, const Note& b) { return a.pitch < b.pitch; });
        const Key key = m_state.score().key();
        m_range->setText(
            QStringLiteral("%1 - %2").arg(pitchName(low->pitch, key), pitchName(high->pitch, key)));
    }
}

void RollSide::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), stageColors().panel);
}

} // namespace pieria::ui
