// What all parts of the score editor share: the track and notes that are selected, the grid they
// snap to, the stretch of time in view, and the one way in which edits reach the document.
#pragma once

#include "ui/edit/document.h"
#include "ui/player/player.h"
#include "ui/roll/score_edits.h"
#include "ui/roll/time_axis.h"

#include <QObject>

#include <optional>

namespace pieria::ui {

enum class Tool { Select, Draw };

class RollState : public QObject
{
    Q_OBJECT
public:
    RollState(Document& document, Player& player, QObject* parent = nullptr);

    [[nodiscard]] Document& document() const { return m_document; }
    [[nodiscard]] Player& player() const { return m_player; }

    /// What is shown: a piece in the making, else the current take's; an empty score without one.
    [[nodiscard]] const Score& score() const;
    /// A take is on the stage and no piece in the making covers it.
    [[nodiscard]] bool isEditable() const;
    [[nodiscard]] const TakeId* takeId() const;

    // Selection; view state, not undoable.
    [[nodiscard]] std::size_t track() const { return m_track; }
    void setTrack(std::size_t track);
    [[nodiscard]] const Track* currentTrack() const; ///< null when the score has none
    [[nodiscard]] const NoteKeys& selection() const { return m_selection; }
    void setSelection(NoteKeys selection);
    void selectAll();

    // What the roll shows: while a drag runs, the notes it would leave.
    [[nodiscard]] const std::vector<Note>& shownNotes() const;
    [[nodiscard]] const NoteKeys& shownSelection() const;
    void setDraft(std::optional<NotesEdit> draft);
    [[nodiscard]] bool hasDraft() const { return m_draft.has_value(); }

    // Edits: one undo step each, plan included; equal results make no step.
    void commitNotes(NotesEdit edit, const QString& text, int mergeId = -1);
    void commitScore(Score score, const QString& text, int mergeId = -1);

    // The grid.
    [[nodiscard]] Tick snap() const { return m_snap; } ///< 0: off
    void setSnap(Tick snap);
    [[nodiscard]] Tick gridStep() const; ///< snap, or a sixteenth when it is off
    [[nodiscard]] Tick snapped(double tick) const; ///< nearest
    [[nodiscard]] Tick snappedDown(double tick) const;
    [[nodiscard]] Tool tool() const { return m_tool; }
    void setTool(Tool tool);
    [[nodiscard]] bool follow() const { return m_follow; }
    void setFollow(bool follow);

    // Time in view.
    [[nodiscard]] const TimeAxis& axis() const { return m_axis; }
    void setAxis(TimeAxis axis);
    void setViewWidth(int pixels);
    [[nodiscard]] int viewWidth() const { return m_viewWidth; }
    void zoom(double factor, double aroundX);
    void scrollBy(double pixels);
    void fit(); ///< the whole piece
    void reveal(Tick tick); ///< scrolls only when it is out of view
    [[nodiscard]] Tick scrollEnd() const; ///< how far one can scroll

Q_SIGNALS:
    void scoreChanged(); ///< other notes to show: an edit, another take, a growing draft
    void trackChanged();
    void selectionChanged();
    void draftChanged();
    void axisChanged();
    void settingsChanged(); ///< snap, tool, follow
    void auditioned(const pieria::Note& note); ///< to be heard once, on the selected track

private:
    void onStageChanged();
    void onScoreChanged(const TakeId& id);

    Document& m_document;
    Player& m_player;
    Score m_empty;
    std::size_t m_track = 0;
    NoteKeys m_selection;
    std::optional<NotesEdit> m_draft;
    std::optional<TakeId> m_shownTake;
    Tick m_snap = kTicksPerBeat / 4;
    Tool m_tool = Tool::Select;
    bool m_follow = true;
    TimeAxis m_axis;
    int m_viewWidth = 800;
    bool m_fitted = false;
};

} // namespace pieria::ui
