// The waveform: peaks of both channels, the RMS inside them brighter.
#pragma once

#include "ui/wave/audio_view.h"

namespace pieria::ui {

class WaveView : public AudioView
{
    Q_OBJECT
public:
    WaveView(Player& player, WaveStore& store, QWidget* parent = nullptr);

protected:
    void paintContent(QPainter& painter, const QRect& area) override;
};

} // namespace pieria::ui
