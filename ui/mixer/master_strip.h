// The end of the mixer: volume of listening, peak and RMS with hold, clip light, loudness target.
#pragma once

#include "ui/player/player.h"

#include <QWidget>

class QCheckBox;
class QLabel;

namespace pieria::ui {

class DragNumber;
class Fader;
class LevelMeter;

class MasterStrip : public QWidget
{
    Q_OBJECT
public:
    MasterStrip(Document& document, Player& player, QWidget* parent = nullptr);
    [[nodiscard]] LevelMeter& meter() { return *m_meter; }
    void refresh();
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void setMix(const Mix& mix, const QString& text);

    Document& m_document;
    Player& m_player;
    LevelMeter* m_meter = nullptr;
    Fader* m_volume = nullptr;
    DragNumber* m_volumeNumber = nullptr;
    QLabel* m_peak = nullptr;
    QLabel* m_loudness = nullptr;
    QCheckBox* m_level = nullptr;
    DragNumber* m_target = nullptr;
};

} // namespace pieria::ui
