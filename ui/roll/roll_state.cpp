#include "ui/roll/roll_state.h"

#include "ui/edit/change_take_command.h"
#include "ui/edit/set_plan_command.h"
#include "ui/edit/set_score_command.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace pieria::ui {

namespace {

constexpr double kMinPixelsPerTick = 0.002;
constexpr double kMaxPixelsPerTick = 8;

} // namespace

RollState::RollState(Document& document, Player& player, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_player(player)
{
    connect(&m_document, &Document::currentTakeChanged, this, &RollState::onStageChanged);
    connect(&m_document, &Document::projectReplaced, this, [this] {
        m_shownTake.reset();
        onStageChanged();
    });
    connect(&m_document, &Document::scoreChanged, this, &RollState::onScoreChanged);
    connect(&m_player, &Player::previewChanged, this, &RollState::onStageChanged);
    onStageChanged();
}

const Score& RollState::score() const
{
    const Score* shown = m_player.score();
    return shown == nullptr ? m_empty : *shown;
}

bool RollState::isEditable() const
{
    return !m_player.preview() && m_document.currentTake() != nullptr;
}

const TakeId* RollState::takeId() const
{
    const ProjectTake* take = m_document.currentTake();
    return take == nullptr ? nullptr : &take->take.id;
}

// Selection.

void RollState::setTrack(std::size_t track)
{
    if (track == m_track || track >= score().tracks.size()) {
        return;
    }
    m_draft.reset();
    m_track = track;
    m_selection.clear();
    Q_EMIT trackChanged();
    Q_EMIT selectionChanged();
}

const Track* RollState::currentTrack() const
{
    return m_track < score().tracks.size() ? &score().tracks[m_track] : nullptr;
}

void RollState::setSelection(NoteKeys selection)
{
    if (selection != m_selection) {
        m_selection = std::move(selection);
        Q_EMIT selectionChanged();
    }
}

void RollState::selectAll()
{
    NoteKeys all;
    for (const Note& note : shownNotes()) {
        all.insert(keyOf(note));
    }
    setSelection(std::move(all));
}

const std::vector<Note>& RollState::shownNotes() const
{
    static const std::vector<Note> kNone;
    if (m_draft) {
        return m_draft->notes;
    }
    const Track* track = currentTrack();
    return track == nullptr ? kNone : track->notes;
}

const NoteKeys& RollState::shownSelection() const
{
    return m_draft ? m_draft->selected : m_selection;
}

void RollState::setDraft(std::optional<NotesEdit> draft)
{
    if (m_draft != draft) {
        m_draft = std::move(draft);
        Q_EMIT draftChanged();
    }
}

// Edits.

void RollState::commitNotes(NotesEdit edit, const QString& text, int mergeId)
{
    const bool drafted = m_draft.has_value();
    m_draft.reset();
    if (!isEditable() || currentTrack() == nullptr) {
        return;
    }
    Score changed = withTrackNotes(score(), m_track, std::move(edit.notes));
    // Before the score changes, so that nobody sees notes without their selection.
    NoteKeys selected = existing(changed.tracks[m_track].notes, edit.selected);
    const bool same = changed == score();
    m_selection = std::move(selected);
    commitScore(std::move(changed), text, mergeId);
    if (same && drafted) {
        Q_EMIT draftChanged();
    }
    Q_EMIT selectionChanged();
}

void RollState::commitScore(Score changed, const QString& text, int mergeId)
{
    const ProjectTake* take = m_document.currentTake();
    if (!isEditable() || take == nullptr || changed == take->take.score) {
        return;
    }
    const TakeId id = take->take.id;
    MusicPlan plan = followedPlan(take->take.plan, take->take.score, changed);
    QUndoStack& stack = m_document.undoStack();
    if (plan == take->take.plan) {
        stack.push(new SetScoreCommand(m_document, id, std::move(changed), text, mergeId));
        return;
    }
    stack.beginMacro(text);
    stack.push(new SetScoreCommand(m_document, id, std::move(changed), text));
    stack.push(new SetPlanCommand(m_document, id, std::move(plan), text));
    stack.endMacro();
}

// The grid.

void RollState::setSnap(Tick snap)
{
    if (snap != m_snap) {
        m_snap = snap;
        Q_EMIT settingsChanged();
    }
}

Tick RollState::gridStep() const
{
    return m_snap > 0 ? m_snap : kTicksPerBeat / 4;
}

Tick RollState::snapped(double tick) const
{
    if (m_snap <= 0) {
        return std::llround(tick);
    }
    const auto step = static_cast<double>(m_snap);
    return std::llround(tick / step) * m_snap;
}

Tick RollState::snappedDown(double tick) const
{
    if (m_snap <= 0) {
        return static_cast<Tick>(std::floor(tick));
    }
    return static_cast<Tick>(std::floor(tick / static_cast<double>(m_snap))) * m_snap;
}

void RollState::setTool(Tool tool)
{
    if (tool != m_tool) {
        m_tool = tool;
        Q_EMIT settingsChanged();
    }
}

void RollState::setFollow(bool follow)
{
    if (follow != m_follow) {
        m_follow = follow;
        Q_EMIT settingsChanged();
    }
}

// Time in view.

Tick RollState::scrollEnd() const
{
    return std::max<Tick>(score().length, 4 * kTicksPerBeat);
}

void RollState::setAxis(TimeAxis axis)
{
    axis.pixelsPerTick = std::clamp(axis.pixelsPerTick, kMinPixelsPerTick, kMaxPixelsPerTick);
    const double inView = m_viewWidth / axis.pixelsPerTick;
    // A little air after the end, none before the start.
    const double last = std::max(0.0, static_cast<double>(scrollEnd()) * 1.02 - inView);
    axis.origin = std::clamp(axis.origin, 0.0, last);
    if (axis != m_axis) {
        m_axis = axis;
        Q_EMIT axisChanged();
    }
}

void RollState::setViewWidth(int pixels)
{
    if (pixels == m_viewWidth || pixels <= 0) {
        return;
    }
    m_viewWidth = pixels;
    if (m_fitted) {
        fit();
    } else {
        setAxis(m_axis);
    }
    Q_EMIT axisChanged();
}

void RollState::zoom(double factor, double aroundX)
{
    m_fitted = false;
    TimeAxis axis = m_axis;
    const double tick = axis.tickAt(aroundX);
    axis.pixelsPerTick
        = std::clamp(axis.pixelsPerTick * factor, kMinPixelsPerTick, kMaxPixelsPerTick);
    axis.origin = tick - aroundX / axis.pixelsPerTick;
    setAxis(axis);
}

void RollState::scrollBy(double pixels)
{
    TimeAxis axis = m_axis;
    axis.origin += pixels / axis.pixelsPerTick;
    setAxis(axis);
}

void RollState::fit()
{
    m_fitted = true;
    setAxis({ m_viewWidth / (static_cast<double>(scrollEnd()) * 1.01), 0 });
}

void RollState::reveal(Tick tick)
{
    const double x = m_axis.xAt(static_cast<double>(tick));
    if (x < 0 || x > m_viewWidth * 0.96) {
        TimeAxis axis = m_axis;
        axis.origin = static_cast<double>(tick) - m_viewWidth * 0.08 / axis.pixelsPerTick;
        setAxis(axis);
    }
}

// Listening.

void RollState::onStageChanged()
{
    m_draft.reset();
    const TakeId* id = takeId();
    const std::optional<TakeId> shown = id == nullptr ? std::nullopt : std::optional(*id);
    if (shown != m_shownTake) {
        m_shownTake = shown;
        m_selection.clear();
        m_fitted = true;
    }
    if (m_track >= score().tracks.size()) {
        m_track = 0;
    }
    m_selection = existing(shownNotes(), m_selection);
    Q_EMIT scoreChanged();
    Q_EMIT trackChanged();
    Q_EMIT selectionChanged();
    if (m_fitted) {
        fit();
    } else {
        setAxis(m_axis);
    }
}

void RollState::onScoreChanged(const TakeId& id)
{
    if (!m_shownTake || id != *m_shownTake) {
        return;
    }
    m_draft.reset();
    if (m_track >= score().tracks.size()) {
        m_track = 0;
        Q_EMIT trackChanged();
    }
    // After an undo some selected notes may be gone.
    NoteKeys left = existing(shownNotes(), m_selection);
    const bool fewer = left.size() != m_selection.size();
    m_selection = std::move(left);
    Q_EMIT scoreChanged();
    if (fewer) {
        Q_EMIT selectionChanged();
    }
    setAxis(m_axis);
}

} // namespace pieria::ui
