#include "ui/wave/wave_view.h"

#include <QPainter>

#include <cmath>

namespace pieria::ui {

WaveView::WaveView(Player& player, WaveStore& store, QWidget* parent)
    : AudioView(player, store, parent)
{
    setAccessibleName(tr("Waveform"));
    connect(&m_store, &WaveStore::peaksChanged, this, [this] { update(); });
}

void WaveView::paintContent(QPainter& painter, const QRect& area)
{
    const StageColors c = stageColors();
    const QColor peak = mixed(c.background, c.info, c.dark ? 0.55 : 0.50);
    const QColor body = mixed(c.background, c.info, c.dark ? 0.95 : 0.90);
    const QRect content = contentRect();
    const double half = content.height() / 4.0;
    const PeakPyramid& peaks = m_store.peaks();
    // A column a device pixel: sharp at every scale.
    const double pixel = 1.0 / devicePixelRatioF();
    for (std::size_t channel = 0; channel < 2; ++channel) {
        const double middle = content.top() + half * (channel == 0 ? 1.0 : 3.0);
        painter.fillRect(QRectF(area.left(), std::floor(middle), area.width(), 1), c.gridBeat);
        const double room = half - 2;
        for (double x = area.left(); x <= area.right() + 1; x += pixel) {
            const double from = frameAt(x);
            const double to = frameAt(x + pixel);
            if (from < 0 || from >= static_cast<double>(peaks.frames())) {
                continue;
            }
            const PeakBin bin = peaks.range(static_cast<std::int64_t>(from),
                std::max(static_cast<std::int64_t>(to), static_cast<std::int64_t>(from) + 1));
            const double high = std::min(1.0, double(bin.high[channel]));
            const double low = std::max(-1.0, double(bin.low[channel]));
            painter.fillRect(
                QRectF(x, middle - high * room, pixel, std::max(pixel, (high - low) * room)), peak);
            const double rms = std::min(1.0, std::sqrt(double(bin.power[channel])));
            const double top = std::min(high, rms);
            const double bottom = std::max(low, -rms);
            if (top > bottom) {
                painter.fillRect(
                    QRectF(x, middle - top * room, pixel, (top - bottom) * room), body);
            }
            if (bin.high[channel] >= 1.0F || bin.low[channel] <= -1.0F) {
                painter.fillRect(QRectF(x, middle - half, pixel, 3), c.bad);
            }
        }
    }
    painter.fillRect(QRectF(area.left(), content.top() + 2 * half, area.width(), 1), c.line);
}

} // namespace pieria::ui
