// What sounds, as a picture: waveform or spectrogram of the mix of the take on the stage.
#pragma once

#include "ui/player/player.h"

#include <QWidget>

class QStackedWidget;

namespace pieria::ui {

class SpectrogramView;
class WaveView;

class WavePanel : public QWidget
{
    Q_OBJECT
public:
    explicit WavePanel(Player& player, QWidget* parent = nullptr);
    [[nodiscard]] WaveView& wave() { return *m_wave; }
    [[nodiscard]] SpectrogramView& spectrogram() { return *m_spectrogram; }

private:
    QStackedWidget* m_pages = nullptr;
    WaveView* m_wave = nullptr;
    SpectrogramView* m_spectrogram = nullptr;
};

} // namespace pieria::ui
