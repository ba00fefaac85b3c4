#include "ui/roll/track_panel.h"

#include "ui/player/stage_colors.h"
#include "ui/roll/track_header.h"
#include "ui/roll/track_lanes.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace pieria::ui {

namespace {

constexpr int kRowsInView = 8;

} // namespace

TrackPanel::TrackPanel(RollState& state, int headerWidth, int rightMargin, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_headerWidth(headerWidth)
    , m_rowHeight(theme().grid(6.5))
{
    setAccessibleName(tr("Tracks"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 1);
    row->setSpacing(0);
    m_heads = new QWidget(this);
    m_heads->setFixedWidth(headerWidth);
    m_lanes = new TrackLanes(state, this);
    m_bar = new QScrollBar(Qt::Vertical, this);
    m_bar->setFixedWidth(rightMargin);
    row->addWidget(m_heads);
    row->addWidget(m_lanes, 1);
    row->addWidget(m_bar);
    connect(m_bar, &QScrollBar::valueChanged, this, &TrackPanel::layoutRows);
    connect(m_lanes, &TrackLanes::verticalWheel, this,
        [this](int pixels) { m_bar->setValue(m_bar->value() - pixels); });
    connect(&m_state, &RollState::scoreChanged, this, &TrackPanel::refresh);
    connect(&m_state, &RollState::trackChanged, this, &TrackPanel::refresh);
    connect(&m_state.document(), &Document::mixChanged, this, &TrackPanel::refresh);
    connect(&theme(), &Theme::changed, this, [this] {
        m_rowHeight = theme().grid(6.5);
        rebuild();
    });
    rebuild();
}

QSize TrackPanel::sizeHint() const
{
    const auto rows = std::clamp<int>(static_cast<int>(m_headers.size()), 1, kRowsInView);
    return { 600, rows * m_rowHeight + 1 };
}

TrackHeader* TrackPanel::header(std::size_t track) const
{
    return track < m_headers.size() ? m_headers[track] : nullptr;
}

void TrackPanel::refresh()
{
    if (m_headers.size() != m_state.score().tracks.size()) {
        rebuild();
        return;
    }
    for (TrackHeader* header : m_headers) {
        header->refresh();
    }
}

void TrackPanel::rebuild()
{
    for (TrackHeader* header : m_headers) {
        header->hide();
        header->deleteLater();
    }
    m_headers.clear();
    for (std::size_t i = 0; i < m_state.score().tracks.size(); ++i) {
        auto* header = new TrackHeader(m_state, i, m_heads);
        connect(header, &TrackHeader::remakeRequested, this, &TrackPanel::remakeSlotRequested);
        header->show();
        m_headers.push_back(header);
    }
    setFixedHeight(sizeHint().height());
    layoutRows();
    updateGeometry();
}

void TrackPanel::layoutRows()
{
    const int content = static_cast<int>(m_headers.size()) * m_rowHeight;
    m_bar->setRange(0, std::max(0, content - (height() - 1)));
    m_bar->setPageStep(std::max(1, height()));
    m_bar->setSingleStep(m_rowHeight);
    const int offset = m_bar->value();
    for (std::size_t i = 0; i < m_headers.size(); ++i) {
        m_headers[i]->setGeometry(
            0, static_cast<int>(i) * m_rowHeight - offset, m_headerWidth, m_rowHeight);
    }
    m_lanes->setRows(m_rowHeight, offset);
}

void TrackPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layoutRows();
}

void TrackPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const StageColors c = stageColors();
    painter.fillRect(rect(), c.panel);
    painter.fillRect(0, height() - 1, width(), 1, c.line);
}

} // namespace pieria::ui
