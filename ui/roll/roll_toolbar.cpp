#include "ui/roll/roll_toolbar.h"

#include "ui/common/widgets.h"
#include "ui/mixer/drag_number.h"
#include "ui/player/glyph_button.h"
#include "ui/player/stage_colors.h"
#include "ui/roll/quantise_popup.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>

namespace pieria::ui {

RollToolbar::RollToolbar(RollState& state, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme().grid(2), theme().grid(1), theme().grid(2), theme().grid(1));
    row->setSpacing(theme().grid(1));
    addTools(*row);
    row->addSpacing(theme().grid(3));
    addPiece(*row);
    row->addStretch();
    addZoom(*row);
    connect(&m_state, &RollState::settingsChanged, this, &RollToolbar::refresh);
    connect(&m_state, &RollState::scoreChanged, this, &RollToolbar::refresh);
    connect(&theme(), &Theme::changed, this, [this] { update(); });
    refresh();
}

void RollToolbar::addTools(QHBoxLayout& row)
{
    m_select = new GlyphButton(Glyph::Pointer, tr("Select and move notes"), this);
    m_draw = new GlyphButton(Glyph::Pencil, tr("Draw notes (B)"), this);
    for (GlyphButton* button : { m_select, m_draw }) {
        button->setCheckable(true);
        row.addWidget(button);
    }
    connect(m_select, &QToolButton::clicked, this, [this] {
        m_state.setTool(Tool::Select);
        refresh();
    });
    connect(m_draw, &QToolButton::clicked, this, [this] {
        m_state.setTool(Tool::Draw);
        refresh();
    });
    row.addSpacing(theme().grid(2));
    row.addWidget(makeLabel(tr("Grid"), "muted", this));
    m_snap = new QComboBox(this);
    m_snap->setAccessibleName(tr("Grid that notes snap to"));
    m_snap->addItem(tr("off"), 0);
    for (const GridStep& step : gridSteps()) {
        m_snap->addItem(step.name, QVariant::fromValue<qlonglong>(step.ticks));
    }
    row.addWidget(m_snap);
    connect(m_snap, &QComboBox::activated, this,
        [this] { m_state.setSnap(static_cast<Tick>(m_snap->currentData().toLongLong())); });
    m_quantise = new QToolButton(this);
    m_quantise->setText(tr("Quantise..."));
    m_quantise->setAccessibleName(tr("Quantise notes (Q)"));
    m_quantise->setToolTip(tr("Pull notes to the grid (Q)"));
    row.addWidget(m_quantise);
    connect(m_quantise, &QToolButton::clicked, this, &RollToolbar::openQuantise);
}

void RollToolbar::addPiece(QHBoxLayout& row)
{
    m_tempo = new DragNumber(tr("Tempo"), { 30, 300, 1, 120, 1, tr(" bpm") }, this);
    m_tempo->setToolTip(tr("Tempo: drag or type; the pitch stays"));
    // A drag changes the tempo once, when it ends: a tempo change renders everything again.
    connect(m_tempo, &DragNumber::committed, this, [this](double bpm) {
        m_state.commitScore(withTempo(m_state.score(), bpm), tr("Change Tempo"));
        refresh();
    });
    m_key = new QToolButton(this);
    m_key->setPopupMode(QToolButton::InstantPopup);
    m_key->setAccessibleName(tr("Key: transposes the piece"));
    m_key->setToolTip(tr("Key: choosing another transposes the piece"));
    auto* menu = new QMenu(m_key);
    m_key->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &RollToolbar::fillKeyMenu);
    m_metre = makeLabel(QString(), "muted", this);
    m_metre->setAccessibleName(tr("Metre"));
    row.addWidget(m_tempo);
    row.addWidget(m_key);
    row.addWidget(m_metre);
}

void RollToolbar::addZoom(QHBoxLayout& row)
{
    m_follow = new GlyphButton(Glyph::Follow, tr("Follow the playhead"), this);
    m_follow->setCheckable(true);
    connect(m_follow, &QToolButton::clicked, this, [this](bool on) { m_state.setFollow(on); });
    auto* out = new GlyphButton(Glyph::Minus, tr("Zoom out (-)"), this);
    auto* in = new GlyphButton(Glyph::Plus, tr("Zoom in (+)"), this);
    auto* all = new GlyphButton(Glyph::Fit, tr("Show the whole piece"), this);
    connect(
        out, &QToolButton::clicked, this, [this] { m_state.zoom(0.7, m_state.viewWidth() / 2.0); });
    connect(
        in, &QToolButton::clicked, this, [this] { m_state.zoom(1.4, m_state.viewWidth() / 2.0); });
    connect(all, &QToolButton::clicked, this, [this] { m_state.fit(); });
    for (GlyphButton* button : { m_follow, out, in, all }) {
        row.addWidget(button);
    }
}

void RollToolbar::refresh()
{
    m_select->setChecked(m_state.tool() == Tool::Select);
    m_draw->setChecked(m_state.tool() == Tool::Draw);
    m_follow->setChecked(m_state.follow());
    const QSignalBlocker quiet(m_snap);
    m_snap->setCurrentIndex(
        std::max(0, m_snap->findData(QVariant::fromValue<qlonglong>(m_state.snap()))));
    const Score& score = m_state.score();
    m_tempo->setValue(score.tempo.bpmAt(0));
    m_key->setText(toQt(keyName(score.key())));
    m_metre->setText(toQt(metreName(score.metre())));
    const bool editable = m_state.isEditable();
    for (QWidget* widget : { static_cast<QWidget*>(m_tempo), static_cast<QWidget*>(m_key),
             static_cast<QWidget*>(m_quantise), static_cast<QWidget*>(m_draw) }) {
        widget->setEnabled(editable);
    }
}

void RollToolbar::fillKeyMenu()
{
    QMenu* menu = m_key->menu();
    menu->clear();
    const Key key = m_state.score().key();
    for (int tonic = 0; tonic < 12; ++tonic) {
        QAction* action = menu->addAction(toQt(keyName({ tonic, key.mode })));
        action->setCheckable(true);
        action->setChecked(tonic == key.tonic);
        connect(action, &QAction::triggered, this, [this, tonic] {
            m_state.commitScore(transposedTo(m_state.score(), tonic), tr("Change Key"));
        });
    }
}

void RollToolbar::openQuantise()
{
    if (!m_state.isEditable()) {
        return;
    }
    auto* popup = new QuantisePopup(m_state.gridStep(), this);
    connect(popup, &QuantisePopup::accepted, this, &RollToolbar::quantiseChosen);
    popup->adjustSize();
    popup->move(m_quantise->mapToGlobal(QPoint(0, m_quantise->height() + 2)));
    popup->show();
}

void RollToolbar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const StageColors c = stageColors();
    painter.fillRect(rect(), c.panel);
    painter.fillRect(0, height() - 1, width(), 1, c.line);
}

} // namespace pieria::ui
