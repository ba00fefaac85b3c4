#include "ui/edit/document.h"

#include <algorithm>
#include <utility>

namespace pieria::ui {

struct Document::State
{
    Project project;
    QUndoStack stack;

    [[nodiscard]] std::vector<ProjectTake>::iterator find(const TakeId& id)
    {
        return std::find_if(project.takes.begin(), project.takes.end(),
            [&](const ProjectTake& entry) { return entry.take.id == id; });
    }
    /// Assigns and tells whether anything changed; a take that is gone changes nothing.
    template <class Value, class Access>
    [[nodiscard]] bool assign(const TakeId& id, Access access, Value value)
    {
        const auto found = find(id);
        if (found == project.takes.end() || access(*found) == value) {
            return false;
        }
        access(*found) = std::move(value);
        return true;
    }
};

Document::Document(QObject* parent)
    : QObject(parent)
    , m_state(std::make_unique<State>())
{
    m_state->project.id = makeUuid();
}

Document::~Document() = default;

const Project& Document::project() const
{
    return m_state->project;
}

QUndoStack& Document::undoStack()
{
    return m_state->stack;
}

const ProjectTake* Document::currentTake() const
{
    if (!m_state->project.current) {
        return nullptr;
    }
    const auto found = m_state->find(*m_state->project.current);
    return found == m_state->project.takes.end() ? nullptr : &*found;
}

void Document::setProject(Project project)
{
    m_state->stack.clear();
    m_state->project = std::move(project);
    Q_EMIT projectReplaced();
    Q_EMIT historyChanged();
    Q_EMIT currentTakeChanged();
}

void Document::applyInsertTake(std::size_t position, ProjectTake take)
{
    auto& takes = m_state->project.takes;
    const TakeId id = take.take.id;
    const auto at = std::min(position, takes.size());
    takes.insert(takes.begin() + static_cast<std::ptrdiff_t>(at), std::move(take));
    Q_EMIT takeInserted(id);
    Q_EMIT modified();
}

void Document::applyRemoveTake(const TakeId& id)
{
    auto& takes = m_state->project.takes;
    const auto found = m_state->find(id);
    if (found == takes.end()) {
        return;
    }
    const auto index = static_cast<std::size_t>(found - takes.begin());
    const bool wasCurrent = m_state->project.current == id;
    takes.erase(found);
    Q_EMIT takeRemoved(id);
    if (wasCurrent) {
        // The neighbour that slid into the place, else the one before it.
        setCurrentTake(takes.empty()
                ? std::optional<TakeId>()
                : std::optional<TakeId>(takes[std::min(index, takes.size() - 1)].take.id));
    }
    Q_EMIT modified();
}

void Document::applyScore(const TakeId& id, Score score)
{
    if (m_state->assign(
            id, [](ProjectTake& t) -> Score& { return t.take.score; }, std::move(score))) {
        Q_EMIT scoreChanged(id);
        Q_EMIT modified();
    }
}

void Document::applyMix(const TakeId& id, Mix mix)
{
    if (m_state->assign(id, [](ProjectTake& t) -> Mix& { return t.take.mix; }, std::move(mix))) {
        Q_EMIT mixChanged(id);
        Q_EMIT modified();
    }
}

void Document::applyPlan(const TakeId& id, MusicPlan plan)
{
    if (m_state->assign(
            id, [](ProjectTake& t) -> MusicPlan& { return t.take.plan; }, std::move(plan))) {
        Q_EMIT takeInfoChanged(id);
        Q_EMIT modified();
    }
}

void Document::applyTitle(const TakeId& id, std::string title)
{
    if (m_state->assign(
            id, [](ProjectTake& t) -> std::string& { return t.take.title; }, std::move(title))) {
        Q_EMIT takeInfoChanged(id);
        Q_EMIT modified();
    }
}

void Document::applyStar(const TakeId& id, bool starred)
{
    if (m_state->assign(id, [](ProjectTake& t) -> bool& { return t.starred; }, starred)) {
        Q_EMIT takeInfoChanged(id);
        Q_EMIT modified();
    }
}

void Document::setCurrentTake(std::optional<TakeId> id)
{
    if (id && m_state->find(*id) == m_state->project.takes.end()) {
        id.reset();
    }
    if (m_state->project.current != id) {
        m_state->project.current = std::move(id);
        Q_EMIT currentTakeChanged();
        Q_EMIT modified();
    }
}

void Document::setTakeAudio(const TakeId& id, std::optional<AssetId> audio)
{
    if (m_state->assign(
            id, [](ProjectTake& t) -> std::optional<AssetId>& { return t.audio; },
            std::move(audio))) {
        Q_EMIT takeAudioChanged(id);
        Q_EMIT modified();
    }
}

void Document::addHistory(HistoryEntry entry)
{
    m_state->project.history.push_back(std::move(entry));
    Q_EMIT historyChanged();
    Q_EMIT modified();
}

void Document::setHistoryTake(std::size_t index, const TakeId& take)
{
    auto& history = m_state->project.history;
    if (index < history.size() && history[index].take != take) {
        history[index].take = take;
        Q_EMIT historyChanged();
        Q_EMIT modified();
    }
}

void Document::setHistoryStar(std::size_t index, bool starred)
{
    auto& history = m_state->project.history;
    if (index < history.size() && history[index].starred != starred) {
        history[index].starred = starred;
        Q_EMIT historyChanged();
        Q_EMIT modified();
    }
}

void Document::removeHistory(std::size_t index)
{
    auto& history = m_state->project.history;
    if (index < history.size()) {
        history.erase(history.begin() + static_cast<std::ptrdiff_t>(index));
        Q_EMIT historyChanged();
        Q_EMIT modified();
    }
}

void Document::setView(const std::string& key, const std::string& value)
{
    auto& view = m_state->project.view;
    const auto found = view.find(key);
    if (found == view.end() || found->second != value) {
        view[key] = value;
        Q_EMIT modified();
    }
}

} // namespace pieria::ui
