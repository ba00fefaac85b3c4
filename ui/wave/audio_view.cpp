#include "ui/wave/audio_view.h"

#include "core/engine/score_renderer.h"
#include "ui/player/time_text.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace pieria::ui {

namespace {

constexpr double kClosest = 2; ///< frames a pixel at the closest zoom
constexpr double kDragStart = 4;

/// "0:05", with tenths when the ruler is that fine.
QString tickText(double seconds, double step)
{
    const int minutes = static_cast<int>(seconds / 60 + 1e-9);
    const double rest = seconds - minutes * 60;
    const int decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
    const QString number = QString::number(rest, 'f', decimals);
    const auto digits = decimals == 0 ? 2 : decimals + 3;
    return QStringLiteral("%1:%2").arg(minutes).arg(number, digits, QLatin1Char('0'));
}

} // namespace

AudioView::AudioView(Player& player, WaveStore& store, QWidget* parent)
    : QWidget(parent)
    , m_player(player)
    , m_store(store)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setToolTip(tr("Click to go there, drag to loop, Ctrl+wheel to zoom"));
    connect(&m_player, &Player::positionChanged, this, &AudioView::onPosition);
    connect(&m_player, &Player::lengthChanged, this, &AudioView::onLength);
    connect(&m_player, &Player::sourceChanged, this, &AudioView::onLength);
    connect(&m_player, &Player::loopChanged, this, [this] { update(); });
    connect(&theme(), &Theme::changed, this, [this] { update(); });
}

double AudioView::length() const
{
    return std::max(1.0, static_cast<double>(m_player.length().value()));
}

double AudioView::xAt(double frame) const
{
    return (frame - m_first) / m_framesPerPixel;
}

double AudioView::frameAt(double x) const
{
    return m_first + x * m_framesPerPixel;
}

QRect AudioView::contentRect() const
{
    return rect().adjusted(0, theme().grid(4.5), 0, 0);
}

QSize AudioView::minimumSizeHint() const
{
    return { 120, theme().grid(16) };
}

// The stretch in view.

void AudioView::clampRange()
{
    const double widest = length() * 1.01 / std::max(1, width());
    if (m_fitted) {
        m_framesPerPixel = widest;
        m_first = 0;
    }
    m_framesPerPixel = std::clamp(m_framesPerPixel, std::min(kClosest, widest), widest);
    const double inView = width() * m_framesPerPixel;
    m_first = std::clamp(m_first, 0.0, std::max(0.0, length() * 1.01 - inView));
    Q_EMIT rangeChanged(m_first, m_framesPerPixel, m_fitted);
    update();
}

void AudioView::setRange(double firstFrame, double framesPerPixel)
{
    if (firstFrame != m_first || framesPerPixel != m_framesPerPixel) {
        m_fitted = false;
        m_first = firstFrame;
        m_framesPerPixel = framesPerPixel;
        clampRange();
    }
}

void AudioView::zoom(double factor, double aroundX)
{
    m_fitted = false;
    const double frame = frameAt(aroundX);
    const double widest = length() * 1.01 / std::max(1, width());
    m_framesPerPixel = std::clamp(m_framesPerPixel / factor, std::min(kClosest, widest), widest);
    m_fitted = m_framesPerPixel >= widest;
    m_first = frame - aroundX * m_framesPerPixel;
    clampRange();
}

void AudioView::fit()
{
    m_fitted = true;
    clampRange();
}

void AudioView::onLength()
{
    clampRange();
}

void AudioView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    clampRange();
}

void AudioView::onPosition()
{
    const double x = xAt(static_cast<double>(m_player.position().value()));
    if (m_player.isPlaying() && !m_fitted && !m_press && (x < 0 || x > width() * 0.96)) {
        m_first += (x - width() * 0.08) * m_framesPerPixel;
        clampRange();
        return;
    }
    for (const double at : { m_lastPlayhead, x }) {
        if (at > -8 && at < width() + 8) {
            update(static_cast<int>(at) - 7, 0, 15, height());
        }
    }
    m_lastPlayhead = x;
}

// Painting.

void AudioView::paintRuler(QPainter& painter, const QRect& area) const
{
    const StageColors c = stageColors();
    const QRect row(0, 0, width(), contentRect().top());
    painter.fillRect(row.intersected(area), c.panel);
    painter.setFont(theme().smallFont());
    static constexpr std::array<double, 14> kSteps { 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10,
        15, 30, 60, 300 };
    const double room = painter.fontMetrics().horizontalAdvance(QStringLiteral("00:00.00")) + 14.0;
    const auto wide = [&](double seconds) { return seconds * kSampleRate / m_framesPerPixel; };
    double step = kSteps.back();
    for (const double s : kSteps) {
        if (wide(s) >= room) {
            step = s;
            break;
        }
    }
    const double first
        = std::floor(std::max(0.0, frameAt(area.left() - room)) / kSampleRate / step);
    const double last = std::min(frameAt(area.right() + 1), length()) / kSampleRate / step;
    for (double i = first; i <= last; i += 1) {
        const double x = std::floor(xAt(i * step * kSampleRate));
        painter.fillRect(QRectF(x, row.top() + 4, 1, row.height() - 4), c.gridBar);
        painter.setPen(c.muted);
        painter.drawText(QRectF(x + 4, row.top(), room, row.height()), Qt::AlignVCenter,
            tickText(i * step, step));
    }
    painter.fillRect(0, row.bottom(), width(), 1, c.line);
}

void AudioView::paintLoop(QPainter& painter) const
{
    const auto& loop = m_loopDraft ? m_loopDraft : m_player.loop();
    if (!loop) {
        return;
    }
    const StageColors c = stageColors();
    const double left = xAt(static_cast<double>(m_player.framesAt(loop->begin).value()));
    const double right = xAt(static_cast<double>(m_player.framesAt(loop->end).value()));
    const QColor ink = loop->enabled ? c.accent : c.muted;
    QColor wash = ink;
    wash.setAlphaF(0.10F);
    const QRect body = contentRect();
    painter.fillRect(QRectF(left, body.top(), right - left, body.height()), wash);
    painter.fillRect(QRectF(left, body.top() - 4, right - left, 3), ink);
    for (const double x : { left, right - 1 }) {
        painter.fillRect(QRectF(x, body.top() - 4, 1, body.height() + 4), ink);
    }
}

void AudioView::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const StageColors c = stageColors();
    const QRect area = event->rect();
    painter.fillRect(area, c.background);
    painter.save();
    const QRect content = contentRect().intersected(area);
    painter.setClipRect(content);
    paintContent(painter, content);
    painter.restore();
    paintRuler(painter, area);
    paintLoop(painter);
    // What is still being made.
    const double known = xAt(static_cast<double>(m_player.available().value()));
    const double end = xAt(length());
    if (known < end - 1 && m_player.score() != nullptr) {
        painter.fillRect(QRectF(known, contentRect().top(), end - known, contentRect().height()),
            QBrush(mixed(c.background, c.muted, 0.25), Qt::BDiagPattern));
    }
    const double x = xAt(static_cast<double>(m_player.position().value()));
    painter.fillRect(QRectF(std::floor(x), 0, 1.5, height()), c.playhead);
    if (hasFocus()) {
        painter.setPen(c.focus);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

// Input.

LoopRegion AudioView::dragged(double x) const
{
    const auto tick = [this](double at) {
        const double frame = std::clamp(frameAt(at), 0.0, length());
        return m_player.tickAt(Frames(static_cast<std::int64_t>(frame)));
    };
    const Tick a = tick(*m_press);
    const Tick b = tick(x);
    return { std::min(a, b), std::max(a, b), true };
}

void AudioView::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() == Qt::MiddleButton) {
        m_pan = event->position().x();
    } else if (event->button() == Qt::LeftButton && m_player.score() != nullptr) {
        m_press = event->position().x();
    }
}

void AudioView::mouseMoveEvent(QMouseEvent* event)
{
    const double x = event->position().x();
    if (m_pan) {
        m_fitted = false;
        m_first -= (x - *m_pan) * m_framesPerPixel;
        m_pan = x;
        clampRange();
    } else if (m_press && (m_loopDraft || std::abs(x - *m_press) > kDragStart)) {
        m_loopDraft = dragged(x);
        update();
    }
}

void AudioView::mouseReleaseEvent(QMouseEvent* event)
{
    m_pan.reset();
    if (!m_press) {
        return;
    }
    if (m_loopDraft) {
        const LoopRegion loop = dragged(event->position().x());
        m_loopDraft.reset();
        if (loop.end > loop.begin) {
            m_player.setLoop(loop);
        }
    } else {
        const double frame = std::clamp(frameAt(event->position().x()), 0.0, length());
        m_player.seek(Frames(std::llround(frame)));
    }
    m_press.reset();
    update();
}

void AudioView::mouseDoubleClickEvent(QMouseEvent*)
{
    // Leaves a loop by double-clicking into it.
    if (m_player.loop() && m_player.loop()->enabled) {
        m_player.setLoopEnabled(false);
    }
}

void AudioView::wheelEvent(QWheelEvent* event)
{
    const QPoint turn = event->pixelDelta().isNull() ? event->angleDelta() : event->pixelDelta();
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        zoom(std::exp2(turn.y() / 360.0), event->position().x());
    } else {
        const int by = turn.x() != 0 ? turn.x() : turn.y();
        m_first -= by * m_framesPerPixel;
        m_fitted = m_fitted && by == 0;
        clampRange();
    }
    event->accept();
}

void AudioView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        m_player.nudge(event->modifiers().testFlag(Qt::ShiftModifier) ? -4 : -1);
        return;
    case Qt::Key_Right:
        m_player.nudge(event->modifiers().testFlag(Qt::ShiftModifier) ? 4 : 1);
        return;
    case Qt::Key_Home:
        m_player.seek(Frames(0));
        return;
    case Qt::Key_End:
        m_player.seek(m_player.length());
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(1.4, xAt(static_cast<double>(m_player.position().value())));
        return;
    case Qt::Key_Minus:
        zoom(0.7, xAt(static_cast<double>(m_player.position().value())));
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace pieria::ui
