// What waveform and spectrogram share: a time axis in seconds with a ruler, zoom, scrolling, click
// to seek, drag to loop, a playhead that is followed.
#pragma once

#include "ui/player/stage_colors.h"
#include "ui/wave/wave_store.h"

#include <QWidget>

#include <optional>

namespace pieria::ui {

class AudioView : public QWidget
{
    Q_OBJECT
public:
    AudioView(Player& player, WaveStore& store, QWidget* parent = nullptr);
    [[nodiscard]] double framesPerPixel() const { return m_framesPerPixel; }
    [[nodiscard]] double firstFrame() const { return m_first; }
    [[nodiscard]] double xAt(double frame) const;
    [[nodiscard]] double frameAt(double x) const;
    [[nodiscard]] QRect contentRect() const; ///< below the ruler
    void zoom(double factor, double aroundX);
    void fit();
    void setRange(double firstFrame, double framesPerPixel);
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rangeChanged(double firstFrame, double framesPerPixel, bool fitted);

protected:
    /// Paints the picture of the sound inside `area` (a part of contentRect()).
    virtual void paintContent(QPainter& painter, const QRect& area) = 0;
    void paintEvent(QPaintEvent* event) final;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    [[nodiscard]] double length() const;

    Player& m_player;
    WaveStore& m_store;

private:
    void clampRange();
    void onLength();
    void onPosition();
    void paintRuler(QPainter& painter, const QRect& area) const;
    void paintLoop(QPainter& painter) const;
    [[nodiscard]] LoopRegion dragged(double x) const;

    double m_framesPerPixel = 512;
    double m_first = 0;
    bool m_fitted = true;
    double m_lastPlayhead = -1;
    std::optional<double> m_press;
    std::optional<LoopRegion> m_loopDraft;
    std::optional<double> m_pan;
};

} // namespace pieria::ui
