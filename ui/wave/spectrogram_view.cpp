#include "ui/wave/spectrogram_view.h"

#include "ui/wave/color_map.h"
#include "ui/wave/spectrogram_tile.h"

#include <QPainter>

#include <cmath>

namespace pieria::ui {

SpectrogramView::SpectrogramView(Player& player, WaveStore& store, QWidget* parent)
    : AudioView(player, store, parent)
{
    setAccessibleName(tr("Spectrogram"));
    connect(&m_store, &WaveStore::tilesChanged, this, [this] { update(); });
    connect(&m_player, &Player::lengthChanged, this, [this] { update(); });
}

double SpectrogramView::yOf(double hertz) const
{
    const QRect content = contentRect();
    return content.bottom() + 1 - heightOf(hertz) * content.height();
}

void SpectrogramView::paintContent(QPainter& painter, const QRect& area)
{
    const QRect content = contentRect();
    painter.fillRect(area, spectrumColor(0));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const auto first = static_cast<std::int64_t>(std::max(0.0, frameAt(area.left())) / kTileFrames);
    const auto last
        = static_cast<std::int64_t>(std::max(0.0, frameAt(area.right() + 1)) / kTileFrames);
    for (std::int64_t index = first; index <= last; ++index) {
        const QImage* tile = m_store.tile(index);
        if (tile == nullptr) {
            continue;
        }
        // A column stands for the sound around its frame, half a hop to either side.
        const double left = xAt(static_cast<double>(index * kTileFrames - kTileHop / 2));
        const double wide = static_cast<double>(kTileFrames) / framesPerPixel();
        painter.drawImage(QRectF(left, content.top(), wide, content.height()), *tile);
    }
    painter.setFont(theme().smallFont());
    for (const double hertz : { 100.0, 1000.0, 10000.0 }) {
        const double y = yOf(hertz);
        painter.fillRect(QRectF(area.left(), y, area.width(), 1), QColor(255, 255, 255, 40));
        painter.setPen(QColor(255, 255, 255, 190));
        const QString text = hertz < 1000 ? tr("%1 Hz").arg(hertz) : tr("%1 kHz").arg(hertz / 1000);
        painter.drawText(
            QRectF(width() - 64, y - 15, 58, 14), Qt::AlignRight | Qt::AlignBottom, text);
    }
}

} // namespace pieria::ui
