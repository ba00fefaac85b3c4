#include "ui/mixer/level_meter.h"

#include "ui/player/stage_colors.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace pieria::ui {

namespace {

constexpr qint64 kHoldMs = 1500;
constexpr double kFallPerSecond = 26; ///< dB, as quick as a PPM of type I falls
constexpr double kSilence = -120;
constexpr float kClip = 1.0F;

double toDecibels(float linear)
{
    return linear > 1e-6F ? 20 * std::log10(double(linear)) : kSilence;
}

} // namespace

double scaleOf(double decibels)
{
    // Two straight pieces that meet at -30 dB: one sixth of the way for the lower 30 dB.
    decibels = std::clamp(decibels, kScaleFloor, kScaleTop);
    return decibels < -30 ? (decibels + 60) / 30 * 0.16 : 0.16 + (decibels + 30) / 42 * 0.84;
}

double decibelsAt(double scale)
{
    scale = std::clamp(scale, 0.0, 1.0);
    return scale < 0.16 ? scale / 0.16 * 30 - 60 : (scale - 0.16) / 0.84 * 42 - 30;
}

LevelMeter::LevelMeter(const QString& name, QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(name);
    setToolTip(tr("%1: peak and RMS; click to clear the clip light").arg(name));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    m_peak.fill(kSilence);
    m_rms.fill(kSilence);
    m_held.fill(kSilence);
    m_clock.start();
}

QSize LevelMeter::sizeHint() const
{
    return { theme().grid(3.5), theme().grid(24) };
}

void LevelMeter::setLevels(const std::array<float, 2>& peak, const std::array<float, 2>& rms)
{
    const qint64 now = m_clock.elapsed();
    const double fall = static_cast<double>(now - m_last) / 1000 * kFallPerSecond;
    m_last = now;
    m_hollow = false;
    bool over = false;
    for (std::size_t c = 0; c < 2; ++c) {
        const double level = toDecibels(peak[c]);
        m_peak[c] = std::max(level, m_peak[c] - fall);
        m_rms[c] = toDecibels(rms[c]);
        if (level >= m_held[c] || now - m_heldAt[c] > kHoldMs) {
            m_held[c] = std::max(level, m_peak[c]);
            m_heldAt[c] = now;
        }
        over = over || peak[c] >= kClip;
    }
    if (over && !m_clipped) {
        m_clipped = true;
        Q_EMIT clippedChanged(true);
    }
    setAccessibleDescription(m_peak[0] <= kScaleFloor && m_peak[1] <= kScaleFloor
            ? tr("silent")
            : tr("%1 dB").arg(QLocale().toString(std::max(m_held[0], m_held[1]), 'f', 1)));
    update();
}

void LevelMeter::setActivity(float level)
{
    setLevels({ level, level }, { 0, 0 });
    m_hollow = true;
}

void LevelMeter::paintBar(QPainter& painter, const QRectF& bar, std::size_t channel) const
{
    const StageColors c = stageColors();
    painter.fillRect(bar, mixed(c.background, c.text, 0.06));
    const auto yOf
        = [&](double decibels) { return bar.bottom() - bar.height() * scaleOf(decibels); };
    const auto fill = [&](double from, double to, const QColor& color) {
        const double top = yOf(to);
        const double bottom = yOf(from);
        if (bottom > top) {
            painter.fillRect(QRectF(bar.left(), top, bar.width(), bottom - top), color);
        }
    };
    struct Zone
    {
        double from;
        double to;
        QColor color;
    };
    const Zone zones[]
        = { { kScaleFloor, -12, c.good }, { -12, -3, c.warn }, { -3, kScaleTop, c.bad } };
    for (const Zone& zone : zones) {
        const QColor peak
            = m_hollow ? mixed(c.background, c.muted, 0.4) : mixed(c.background, zone.color, 0.55);
        fill(zone.from, std::min(m_peak[channel], zone.to), peak);
        if (!m_hollow) {
            fill(zone.from, std::min(m_rms[channel], zone.to), zone.color);
        }
    }
    if (m_held[channel] > kScaleFloor && !m_hollow) {
        painter.fillRect(QRectF(bar.left(), yOf(m_held[channel]), bar.width(), 1.5),
            m_held[channel] > -3 ? c.bad : c.text);
    }
}

void LevelMeter::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const StageColors c = stageColors();
    const double light = theme().grid(1);
    painter.fillRect(
        QRectF(0, 0, width(), light), m_clipped ? c.bad : mixed(c.background, c.text, 0.10));
    const double wide = (width() - 1) / 2.0;
    const double top = light + 2;
    paintBar(painter, QRectF(0, top, wide, height() - top), 0);
    paintBar(painter, QRectF(wide + 1, top, wide, height() - top), 1);
    const double zero = top + (height() - top) * (1 - scaleOf(0));
    painter.fillRect(QRectF(0, zero, width(), 1), mixed(c.background, c.text, 0.35));
}

void LevelMeter::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_clipped) {
        m_clipped = false;
        Q_EMIT clippedChanged(false);
        update();
    }
}

} // namespace pieria::ui
