// The head of a track's lane: colour, name, instrument, mute, solo, make again.
#pragma once

#include "ui/roll/roll_state.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace pieria::ui {

class TrackHeader : public QWidget
{
    Q_OBJECT
public:
    TrackHeader(RollState& state, std::size_t track, QWidget* parent = nullptr);
    [[nodiscard]] std::size_t track() const { return m_track; }
    void refresh();
    void rename();

Q_SIGNALS:
    void remakeRequested(pieria::Slot slot);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] const Track* value() const;
    void toggleStrip(bool Strip::* flag, const QString& text);
    void chooseInstrument(int program);
    void remove();
    void elide();

    RollState& m_state;
    std::size_t m_track;
    QString m_title; ///< the name in full
    QLabel* m_name = nullptr;
    QToolButton* m_instrument = nullptr;
    QToolButton* m_mute = nullptr;
    QToolButton* m_solo = nullptr;
};

} // namespace pieria::ui
