#include "ui/roll/energy_lane.h"

#include "ui/edit/set_plan_command.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace pieria::ui {

EnergyLane::EnergyLane(RollState& state, QWidget* parent)
    : TimeView(state, parent)
{
    setAccessibleName(tr("Energy curve"));
    setToolTip(tr("Columns: how busy each bar is. Line: the plan; drag it, then make bars again"));
    connect(&m_state, &RollState::scoreChanged, this, &EnergyLane::refresh);
    connect(&m_state.document(), &Document::takeInfoChanged, this, [this] { update(); });
    refresh();
}

QSize EnergyLane::sizeHint() const
{
    return { 400, theme().grid(9) };
}

void EnergyLane::refresh()
{
    m_draft.reset();
    m_lines = barLines(m_state.score());
    m_played = barEnergy(m_state.score());
    update();
}

const std::vector<float>& EnergyLane::planned() const
{
    static const std::vector<float> kNone;
    if (m_draft) {
        return *m_draft;
    }
    const ProjectTake* take = m_state.document().currentTake();
    return take == nullptr || !m_state.isEditable() ? kNone : take->take.plan.energy;
}

double EnergyLane::yAt(float energy) const
{
    return height() - 2 - (height() - 6) * static_cast<double>(std::clamp(energy, 0.0F, 1.0F));
}

void EnergyLane::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const StageColors c = stageColors();
    const QRect area = event->rect();
    painter.fillRect(area, c.background);
    drawGrid(painter, area, GridDetail::Bars);
    const QColor column = mixed(c.background, c.info, 0.38);
    QPainterPath path;
    const auto& plan = planned();
    for (std::size_t bar = 0; bar + 1 < m_lines.size(); ++bar) {
        const double left = xAt(m_lines[bar]);
        const double right = xAt(m_lines[bar + 1]);
        if (bar < m_played.size() && right >= area.left() && left <= area.right()) {
            const double y = yAt(m_played[bar]);
            painter.fillRect(
                QRectF(left + 1, y, std::max(1.0, right - left - 1), height() - y), column);
        }
        if (bar < plan.size()) {
            const QPointF at((left + right) / 2, yAt(plan[bar]));
            path.elementCount() == 0 ? path.moveTo(at) : path.lineTo(at);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.accentText, 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setRenderHint(QPainter::Antialiasing, false);
    drawEnd(painter, area);
    drawPlayhead(painter);
    painter.fillRect(area.left(), 0, area.width(), 1, c.line);
}

void EnergyLane::dragTo(const QPointF& at)
{
    const auto tick = static_cast<Tick>(tickAt(at.x()));
    const auto next = std::upper_bound(m_lines.begin(), m_lines.end(), tick);
    const auto bar = static_cast<int>(next - m_lines.begin()) - 1;
    if (bar < 0 || bar >= static_cast<int>(m_draft->size())) {
        return;
    }
    const double value = (height() - 2 - at.y()) / std::max(1, height() - 6);
    const int from = m_lastBar < 0 ? bar : std::min(bar, m_lastBar);
    const int to = m_lastBar < 0 ? bar : std::max(bar, m_lastBar);
    for (int i = from; i <= to; ++i) {
        (*m_draft)[static_cast<std::size_t>(i)] = static_cast<float>(std::clamp(value, 0.0, 1.0));
    }
    m_lastBar = bar;
    update();
}

void EnergyLane::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_state.isEditable() || m_lines.size() < 2) {
        return;
    }
    std::vector<float> plan = planned();
    // A take without a plan (an import) starts from what it plays.
    plan.insert(plan.end(),
        m_played.begin() + static_cast<std::ptrdiff_t>(std::min(plan.size(), m_played.size())),
        m_played.end());
    plan.resize(m_lines.size() - 1);
    m_draft = std::move(plan);
    m_lastBar = -1;
    dragTo(event->position());
}

void EnergyLane::mouseMoveEvent(QMouseEvent* event)
{
    if (m_draft) {
        dragTo(event->position());
    }
}

void EnergyLane::mouseReleaseEvent(QMouseEvent*)
{
    if (!m_draft) {
        return;
    }
    const ProjectTake* take = m_state.document().currentTake();
    if (take != nullptr && m_state.isEditable()) {
        MusicPlan plan = take->take.plan;
        plan.energy = *m_draft;
        m_draft.reset();
        m_state.document().undoStack().push(new SetPlanCommand(
            m_state.document(), take->take.id, std::move(plan), tr("Draw Energy")));
    }
    m_draft.reset();
    update();
}

} // namespace pieria::ui
