// The line at the foot of the window: transport buttons, time, bars, tempo, key, loudness, device.
#pragma once

#include "ui/player/player.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace pieria::ui {

class GlyphButton;

class TransportBar : public QWidget
{
    Q_OBJECT
public:
    TransportBar(Document& document, Player& player, QWidget* parent = nullptr);

Q_SIGNALS:
    /// A sentence for the status line: a device that could not be opened.
    void failed(const QString& sentence);
    void preferencesRequested(); ///< "Audio settings..." of the device menu

private:
    void build();
    void addButtons(QHBoxLayout& row);
    void addReadings(QHBoxLayout& row);
    void updateState();
    void updateTime();
    void updatePiece();
    void updateDevice();
    void fillDeviceMenu();

    Document& m_document;
    Player& m_player;
    GlyphButton* m_play = nullptr;
    GlyphButton* m_loop = nullptr;
    GlyphButton* m_compare = nullptr;
    QLabel* m_time = nullptr;
    QLabel* m_length = nullptr;
    QLabel* m_bar = nullptr;
    QLabel* m_tempo = nullptr;
    QLabel* m_key = nullptr;
    QLabel* m_loudness = nullptr;
    QLabel* m_stale = nullptr;
    QToolButton* m_device = nullptr;
    QMenu* m_deviceMenu = nullptr;
};

} // namespace pieria::ui
