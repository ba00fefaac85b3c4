#include "ui/roll/score_editor.h"

#include "ui/common/empty_state.h"
#include "ui/mixer/value_access.h"
#include "ui/roll/chord_lane.h"
#include "ui/roll/energy_lane.h"
#include "ui/roll/lane_label.h"
#include "ui/roll/note_grid.h"
#include "ui/roll/piano_keys.h"
#include "ui/roll/roll_side.h"
#include "ui/roll/roll_toolbar.h"
#include "ui/roll/ruler_view.h"
#include "ui/roll/track_panel.h"
#include "ui/roll/velocity_lane.h"

#include <QAction>
#include <QGridLayout>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <cmath>

namespace pieria::ui {

namespace {

constexpr int kRight = 10; ///< room for the scroll bars at the right

} // namespace

ScoreEditor::ScoreEditor(Document& document, Player& player, QWidget* parent)
    : QWidget(parent)
    , m_state(std::make_unique<RollState>(document, player))
{
    installStageAccess();
    setAccessibleName(tr("Score"));
    build();
    buildCommands();
    connect(m_state.get(), &RollState::scoreChanged, this, &ScoreEditor::showStage);
    connect(m_state.get(), &RollState::axisChanged, this, &ScoreEditor::syncScrollBar);
    connect(m_state.get(), &RollState::auditioned, this, [this](const Note& note) {
        if (const Track* track = m_state->currentTrack()) {
            Q_EMIT auditionRequested(
                track->program, track->slot == Slot::Drums, note.pitch, note.velocity);
        }
    });
    connect(&player, &Player::positionChanged, this, [this] {
        if (m_state->follow() && m_state->player().isPlaying() && isVisible()) {
            m_state->reveal(m_state->player().positionTick());
        }
    });
    showStage();
    syncScrollBar();
}

ScoreEditor::~ScoreEditor() = default;

void ScoreEditor::build()
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_pages = new QStackedWidget(this);
    outer->addWidget(m_pages);
    auto* empty = new EmptyState(QStringLiteral("music"), tr("Nothing on the stage yet"),
        tr("Describe a piece in the prompt and press Generate, or drop a MIDI file here. Its notes "
           "appear here, ready to edit."),
        tr("Go to the prompt"), m_pages);
    connect(empty, &EmptyState::activated, this, &ScoreEditor::promptRequested);
    m_pages->addWidget(empty);

    auto* page = new QWidget(m_pages);
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    const int head = theme().grid(56);
    RollState& state = *m_state;
    m_toolbar = new RollToolbar(state, page);
    auto* ruler = new RulerView(state, page);
    ruler->setFixedHeight(ruler->sizeHint().height());
    auto* chords = new ChordLane(state, page);
    chords->setFixedHeight(chords->sizeHint().height());
    m_tracks = new TrackPanel(state, head, kRight, page);
    m_grid = new NoteGrid(state, page);
    m_grid->setMinimumHeight(theme().grid(24));
    auto* keys = new PianoKeys(state, *m_grid, page);
    auto* side = new RollSide(state, *keys, page);
    side->setFixedWidth(head);
    auto* velocities = new VelocityLane(state, page);
    velocities->setFixedHeight(velocities->sizeHint().height());
    auto* energy = new EnergyLane(state, page);
    energy->setFixedHeight(energy->sizeHint().height());
    auto* pitchBar = new QScrollBar(Qt::Vertical, page);
    pitchBar->setFixedWidth(kRight);
    pitchBar->setAccessibleName(tr("Scroll through the pitches"));
    m_timeBar = new QScrollBar(Qt::Horizontal, page);
    m_timeBar->setAccessibleName(tr("Scroll through the piece"));
    m_timeBar->setFixedHeight(kRight);

    const auto label = [&](const QString& text, const QString& hint = {}) {
        auto* widget = new LaneLabel(text, hint, page);
        widget->setFixedWidth(head);
        return widget;
    };
    grid->addWidget(m_toolbar, 0, 0, 1, 3);
    grid->addWidget(label(tr("Sections"), tr("Loop")), 1, 0);
    grid->addWidget(ruler, 1, 1, 1, 2);
    grid->addWidget(label(tr("Chords")), 2, 0);
    grid->addWidget(chords, 2, 1, 1, 2);
    grid->addWidget(m_tracks, 3, 0, 1, 3);
    grid->addWidget(side, 4, 0);
    grid->addWidget(m_grid, 4, 1);
    grid->addWidget(pitchBar, 4, 2);
    grid->addWidget(label(tr("Velocity")), 5, 0);
    grid->addWidget(velocities, 5, 1, 1, 2);
    grid->addWidget(label(tr("Energy"), tr("played and planned")), 6, 0);
    grid->addWidget(energy, 6, 1, 1, 2);
    grid->addWidget(m_timeBar, 7, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(4, 1);
    m_pages->addWidget(page);

    const auto syncPitch = [this, pitchBar] {
        const QSignalBlocker quiet(pitchBar);
        pitchBar->setPageStep(m_grid->height());
        pitchBar->setSingleStep(static_cast<int>(m_grid->rowHeight()));
        pitchBar->setRange(
            0, std::max(0, static_cast<int>(m_grid->contentHeight()) - m_grid->height()));
        pitchBar->setValue(static_cast<int>(m_grid->scrollY()));
    };
    connect(m_grid, &NoteGrid::rowsChanged, this, syncPitch);
    connect(pitchBar, &QScrollBar::valueChanged, m_grid, [this](int y) { m_grid->setScrollY(y); });
    connect(m_timeBar, &QScrollBar::valueChanged, this, [this](int tick) {
        m_state->setAxis({ m_state->axis().pixelsPerTick, static_cast<double>(tick) });
    });
    connect(m_grid, &NoteGrid::quantiseRequested, m_toolbar, &RollToolbar::openQuantise);
    connect(m_toolbar, &RollToolbar::quantiseChosen, m_grid, &NoteGrid::quantiseSelected);
    const auto remakeBars = [this](int first, int last) {
        if (m_state->takeId() != nullptr) {
            Q_EMIT remakeBarsRequested(TakeId(*m_state->takeId()), first, last);
        }
    };
    const auto remakeSlot = [this](Slot slot) {
        if (m_state->takeId() != nullptr) {
            Q_EMIT remakeSlotRequested(TakeId(*m_state->takeId()), slot);
        }
    };
    connect(ruler, &RulerView::remakeBarsRequested, this, remakeBars);
    connect(m_grid, &NoteGrid::remakeBarsRequested, this, remakeBars);
    connect(m_tracks, &TrackPanel::remakeSlotRequested, this, remakeSlot);
    connect(side, &RollSide::remakeSlotRequested, this, remakeSlot);
    setTabOrder(m_toolbar, m_tracks);
    setTabOrder(m_tracks, m_grid);
}

void ScoreEditor::buildCommands()
{
    const auto add = [this](const char* id, const QString& text, auto call) {
        auto* action = new QAction(text, this);
        action->setObjectName(QLatin1String(id));
        connect(action, &QAction::triggered, this, call);
        m_commands.append(action);
    };
    add("roll.select-all", tr("Select All Notes"), [this] { m_state->selectAll(); });
    add("roll.cut", tr("Cut Notes"), [this] { m_grid->cutSelected(); });
    add("roll.copy", tr("Copy Notes"), [this] { m_grid->copySelected(); });
    add("roll.paste", tr("Paste Notes"), [this] { m_grid->paste(); });
    add("roll.duplicate", tr("Duplicate Notes"), [this] { m_grid->duplicate(); });
    add("roll.delete", tr("Delete Notes"), [this] { m_grid->deleteSelected(); });
    add("roll.quantise", tr("Quantise..."), [this] { m_toolbar->openQuantise(); });
    add("roll.octave-up", tr("Transpose Notes an Octave Up"), [this] { m_grid->transpose(12); });
    add("roll.octave-down", tr("Transpose Notes an Octave Down"),
        [this] { m_grid->transpose(-12); });
    add("roll.pencil", tr("Draw or Select Notes"),
        [this] { m_state->setTool(m_state->tool() == Tool::Draw ? Tool::Select : Tool::Draw); });
    add("roll.fit", tr("Show the Whole Piece"), [this] { m_state->fit(); });
    add("roll.zoom-in", tr("Zoom In"), [this] { m_state->zoom(1.4, m_grid->width() / 2.0); });
    add("roll.zoom-out", tr("Zoom Out"), [this] { m_state->zoom(0.7, m_grid->width() / 2.0); });
    add("roll.follow", tr("Follow the Playhead"),
        [this] { m_state->setFollow(!m_state->follow()); });
}

QWidget* ScoreEditor::mainView() const
{
    return m_grid;
}

QList<QAction*> ScoreEditor::commands() const
{
    return m_commands;
}

void ScoreEditor::showStage()
{
    const bool any = m_state->player().score() != nullptr;
    m_pages->setCurrentIndex(any ? 1 : 0);
    for (QAction* action : m_commands) {
        action->setEnabled(any);
    }
}

void ScoreEditor::syncScrollBar()
{
    const QSignalBlocker quiet(m_timeBar);
    const TimeAxis& axis = m_state->axis();
    const double inView = m_state->viewWidth() / axis.pixelsPerTick;
    const double end = static_cast<double>(m_state->scrollEnd()) * 1.02;
    m_timeBar->setPageStep(std::max(1, static_cast<int>(inView)));
    m_timeBar->setSingleStep(static_cast<int>(kTicksPerBeat));
    m_timeBar->setRange(0, std::max(0, static_cast<int>(std::ceil(end - inView))));
    m_timeBar->setValue(static_cast<int>(axis.origin));
}

} // namespace pieria::ui
