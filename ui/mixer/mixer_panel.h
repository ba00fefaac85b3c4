// A strip for every slot that plays in the take on the stage, and the master with its meter.
#pragma once

#include "ui/edit/document.h"
#include "ui/player/player.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QHBoxLayout;
class QLabel;

namespace pieria::ui {

class ChannelStrip;
class MasterStrip;

/// Level of one stem at a place of the piece, linear; nothing when no stem is known.
using StemLevel = std::function<std::optional<float>(Slot slot, Frames position)>;

class MixerPanel : public QWidget
{
    Q_OBJECT
public:
    MixerPanel(Document& document, Player& player, QWidget* parent = nullptr);
    /// Where the strips' meters read the stems; without it they show what the notes do.
    void setStemLevel(StemLevel level);
    [[nodiscard]] ChannelStrip* strip(Slot slot) const; ///< null when it is not shown

Q_SIGNALS:
    void trackChosen(pieria::Slot slot); ///< the name of a strip was clicked

private:
    void rebuild();
    void refresh();
    void updateMeters();

    Document& m_document;
    Player& m_player;
    StemLevel m_stemLevel;
    QHBoxLayout* m_row = nullptr;
    QLabel* m_empty = nullptr;
    std::vector<ChannelStrip*> m_strips;
    MasterStrip* m_master = nullptr;
    bool m_eqOpen = false;
};

} // namespace pieria::ui
