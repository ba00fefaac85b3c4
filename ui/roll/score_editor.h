// The stage for music: ruler with sections and loop, chords, a lane a track, the piano roll of the
// selected track, velocities and the energy curve, all on one time axis.
#pragma once

#include "ui/roll/roll_state.h"

#include <QWidget>

#include <memory>

class QScrollBar;
class QStackedWidget;

namespace pieria::ui {

class NoteGrid;
class RollToolbar;
class TrackPanel;

class ScoreEditor : public QWidget
{
    Q_OBJECT
public:
    ScoreEditor(Document& document, Player& player, QWidget* parent = nullptr);
    ~ScoreEditor() override;

    [[nodiscard]] RollState& state() { return *m_state; }
    /// Where the focus goes when the stage gets it.
    [[nodiscard]] QWidget* mainView() const;
    /// The commands of the editor for menus and the palette: object names "roll.select-all",
    /// "roll.quantise", ...; the keys are handled by the roll itself and only shown here.
    [[nodiscard]] QList<QAction*> commands() const;

Q_SIGNALS:
    /// "Make this part again": one slot of a take, everything else kept.
    void remakeSlotRequested(const pieria::TakeId& take, pieria::Slot slot);
    /// "Make these bars again", from 1, inclusive.
    void remakeBarsRequested(const pieria::TakeId& take, int firstBar, int lastBar);
    /// A note to be heard once.
    void auditionRequested(int program, bool drums, int pitch, int velocity);
    /// A sentence for the status line.
    void message(const QString& sentence);
    /// The button of the empty stage.
    void promptRequested();

private:
    void build();
    void buildCommands();
    void showStage();
    void syncScrollBar();

    std::unique_ptr<RollState> m_state;
    QStackedWidget* m_pages = nullptr;
    RollToolbar* m_toolbar = nullptr;
    TrackPanel* m_tracks = nullptr;
    NoteGrid* m_grid = nullptr;
    QScrollBar* m_timeBar = nullptr;
    QList<QAction*> m_commands;
};

} // namespace pieria::ui
