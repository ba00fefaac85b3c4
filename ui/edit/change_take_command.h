// One value of one take changes. Subclasses say where the value is and how it is applied.
#pragma once

#include "ui/edit/document.h"

#include <QUndoCommand>

#include <algorithm>
#include <utility>

namespace pieria::ui {

/// A fresh number for one gesture: commands with the same one become a single undo step.
[[nodiscard]] int makeMergeId();
inline constexpr int kNoMerge = -1;

/// The numbers QUndoCommand::id() tells the commands apart by.
enum class CommandKind { SetScore = 1, SetMix, SetPlan, Rename, Star };

template <class Value> class ChangeTakeCommand : public QUndoCommand
{
public:
    ChangeTakeCommand(Document& document, TakeId take, Value value, const QString& text,
        CommandKind kind, int mergeId)
        : QUndoCommand(text)
        , m_document(document)
        , m_take(std::move(take))
        , m_new(std::move(value))
        , m_kind(kind)
        , m_mergeId(mergeId)
    {
    }

    /// The old value is read here, not when the command is made: the take may have changed since.
    void redo() override
    {
        const auto& takes = m_document.project().takes;
        const auto found = std::find_if(takes.begin(), takes.end(),
            [&](const ProjectTake& entry) { return entry.take.id == m_take; });
        if (found == takes.end()) {
            setObsolete(true);
            return;
        }
        m_old = read(*found);
        setObsolete(m_old == m_new);
        apply(m_document, m_take, m_new);
    }
    void undo() override { apply(m_document, m_take, m_old); }

    [[nodiscard]] int id() const override
    {
        return m_mergeId == kNoMerge ? kNoMerge : static_cast<int>(m_kind);
    }
    bool mergeWith(const QUndoCommand* command) override
    {
        const auto* other = dynamic_cast<const ChangeTakeCommand*>(command);
        if (other == nullptr || other->m_mergeId != m_mergeId || other->m_take != m_take) {
            return false;
        }
        m_new = other->m_new;
        setText(other->text());
        setObsolete(m_old == m_new);
        return true;
    }

protected:
    [[nodiscard]] virtual Value read(const ProjectTake& take) const = 0;
    virtual void apply(Document& document, const TakeId& take, const Value& value) const = 0;

private:
    Document& m_document;
    TakeId m_take;
    Value m_old {};
    Value m_new;
    CommandKind m_kind;
    int m_mergeId;
};

} // namespace pieria::ui
