// The spectrogram: log frequency upwards, level as colour over a range of 90 dB.
#pragma once

#include "ui/wave/audio_view.h"

namespace pieria::ui {

class SpectrogramView : public AudioView
{
    Q_OBJECT
public:
    SpectrogramView(Player& player, WaveStore& store, QWidget* parent = nullptr);
    [[nodiscard]] double yOf(double hertz) const;

protected:
    void paintContent(QPainter& painter, const QRect& area) override;
};

} // namespace pieria::ui
