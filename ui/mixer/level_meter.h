// A meter: peak with hold, RMS inside it, a clip light that stays until it is clicked.
#pragma once

#include <QElapsedTimer>
#include <QWidget>

#include <array>

namespace pieria::ui {

/// dB to the height of a fader or meter, 0 to 1: even around 0 dB, pressed together below -30.
[[nodiscard]] double scaleOf(double decibels);
[[nodiscard]] double decibelsAt(double scale);
inline constexpr double kScaleTop = 12; ///< dB at 1
inline constexpr double kScaleFloor = -60; ///< dB at 0: silence

class LevelMeter : public QWidget
{
    Q_OBJECT
public:
    explicit LevelMeter(const QString& name, QWidget* parent = nullptr);
    /// Linear levels of left and right.
    void setLevels(const std::array<float, 2>& peak, const std::array<float, 2>& rms);
    /// Without audio to measure: what the notes do, drawn hollow.
    void setActivity(float level);
    [[nodiscard]] bool isClipped() const { return m_clipped; }
    [[nodiscard]] std::array<double, 2> held() const { return m_held; } ///< dB
    [[nodiscard]] std::array<double, 2> rms() const { return m_rms; } ///< dB
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void clippedChanged(bool clipped);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void paintBar(QPainter& painter, const QRectF& bar, std::size_t channel) const;

    std::array<double, 2> m_peak; ///< dB, falls slowly
    std::array<double, 2> m_rms;
    std::array<double, 2> m_held;
    std::array<qint64, 2> m_heldAt {};
    bool m_clipped = false;
    bool m_hollow = false;
    QElapsedTimer m_clock;
    qint64 m_last = 0;
};

} // namespace pieria::ui
