// The open project as a QObject: one undo stack, one signal per kind of change. Views listen, they
// never poll; every change but selection and view state goes through an undo command
// (ui/edit/*_command.h).
#pragma once

#include "core/project/project.h"

#include <QObject>
#include <QUndoStack>

#include <memory>
#include <optional>

namespace pieria::ui {

class Document : public QObject
{
    Q_OBJECT
public:
    explicit Document(QObject* parent = nullptr);
    ~Document() override;

    [[nodiscard]] const Project& project() const;
    [[nodiscard]] QUndoStack& undoStack();
    /// The take on the stage; null when there is none.
    [[nodiscard]] const ProjectTake* currentTake() const;

    /// Replaces the whole project (open, new, recover); clears the undo stack.
    void setProject(Project project);

    // Used by undo commands and by nobody else: they change the project and emit the signal.
    void applyInsertTake(std::size_t position, ProjectTake take);
    void applyRemoveTake(const TakeId& id);
    void applyScore(const TakeId& id, Score score);
    void applyMix(const TakeId& id, Mix mix);
    void applyPlan(const TakeId& id, MusicPlan plan);
    void applyTitle(const TakeId& id, std::string title);
    void applyStar(const TakeId& id, bool starred);

    // Not undoable.
    void setCurrentTake(std::optional<TakeId> id);
    /// The rendered mix of a take as it sounds now: follows from the score and the mix, so it is
    /// rendered again rather than undone.
    void setTakeAudio(const TakeId& id, std::optional<AssetId> audio);
    void addHistory(HistoryEntry entry);
    void setHistoryTake(std::size_t index, const TakeId& take);
    void setHistoryStar(std::size_t index, bool starred);
    void removeHistory(std::size_t index);
    void setView(const std::string& key, const std::string& value);

Q_SIGNALS:
    void projectReplaced();
    void takeInserted(const pieria::TakeId& id);
    void takeRemoved(const pieria::TakeId& id);
    void currentTakeChanged();
    void scoreChanged(
        const pieria::TakeId& id); ///< notes, programs, tempo, key, sections or chords
    void mixChanged(const pieria::TakeId& id);
    void takeInfoChanged(const pieria::TakeId& id); ///< title, star, plan
    void takeAudioChanged(const pieria::TakeId& id);
    void historyChanged();
    /// Anything that autosave must write.
    void modified();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace pieria::ui
