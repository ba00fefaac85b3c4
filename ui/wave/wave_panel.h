// What sounds, as a picture: waveform or spectrogram of the mix of what is on the stage.
#pragma once

#include "ui/player/player.h"

#include <QWidget>

class QStackedWidget;
class QToolButton;

namespace pieria::ui {

class SpectrogramView;
class WaveStore;
class WaveView;

class WavePanel : public QWidget
{
    Q_OBJECT
public:
    explicit WavePanel(Player& player, QWidget* parent = nullptr);
    [[nodiscard]] WaveView& wave() { return *m_wave; }
    [[nodiscard]] SpectrogramView& spectrogram() { return *m_spectrogram; }
    [[nodiscard]] WaveStore& store() { return *m_store; }
    void showSpectrogram(bool on);

private:
    WaveStore* m_store = nullptr;
    QStackedWidget* m_pages = nullptr;
    WaveView* m_wave = nullptr;
    SpectrogramView* m_spectrogram = nullptr;
    QToolButton* m_waveButton = nullptr;
    QToolButton* m_spectrogramButton = nullptr;
};

} // namespace pieria::ui
