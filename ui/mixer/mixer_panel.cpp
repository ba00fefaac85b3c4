#include "ui/mixer/mixer_panel.h"

#include "ui/common/widgets.h"
#include "ui/mixer/channel_strip.h"
#include "ui/mixer/level_meter.h"
#include "ui/mixer/master_strip.h"
#include "ui/mixer/note_activity.h"
#include "ui/mixer/value_access.h"

#include <QHBoxLayout>
#include <QScrollArea>

#include <algorithm>
#include <set>
#include <utility>

namespace pieria::ui {

MixerPanel::MixerPanel(Document& document, Player& player, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_player(player)
{
    installStageAccess();
    setAccessibleName(tr("Mixer"));
    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(tr("Strips"));
    auto* content = new QWidget;
    content->setProperty("plain", true);
    m_row = new QHBoxLayout(content);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    m_empty = makeLabel(tr("The strips of a take appear here."), "muted", content);
    m_empty->setAlignment(Qt::AlignCenter);
    m_row->addWidget(m_empty);
    m_row->addStretch();
    scroll->setWidget(content);
    m_master = new MasterStrip(document, player, this);
    outer->addWidget(scroll, 1);
    outer->addWidget(m_master);
    connect(&m_document, &Document::currentTakeChanged, this, &MixerPanel::rebuild);
    connect(&m_document, &Document::projectReplaced, this, &MixerPanel::rebuild);
    const auto onTake = [this](const TakeId& id) {
        const ProjectTake* take = m_document.currentTake();
        if (take != nullptr && take->take.id == id) {
            refresh();
        }
    };
    connect(&m_document, &Document::mixChanged, this, onTake);
    connect(&m_document, &Document::scoreChanged, this, onTake);
    connect(&m_player, &Player::meterChanged, this, &MixerPanel::updateMeters);
    connect(&theme(), &Theme::changed, this, &MixerPanel::rebuild);
    rebuild();
}

void MixerPanel::setStemLevel(StemLevel level)
{
    m_stemLevel = std::move(level);
}

ChannelStrip* MixerPanel::strip(Slot slot) const
{
    const auto found = std::find_if(m_strips.begin(), m_strips.end(),
        [slot](const ChannelStrip* strip) { return strip->slot() == slot; });
    return found == m_strips.end() ? nullptr : *found;
}

void MixerPanel::rebuild()
{
    for (ChannelStrip* strip : m_strips) {
        strip->hide();
        strip->deleteLater();
    }
    m_strips.clear();
    std::set<Slot> slots;
    if (const ProjectTake* take = m_document.currentTake()) {
        for (const Track& track : take->take.score.tracks) {
            slots.insert(track.slot);
        }
    }
    for (const Slot slot : slots) {
        auto* strip = new ChannelStrip(m_document, slot, m_row->parentWidget());
        connect(strip, &ChannelStrip::chosen, this, &MixerPanel::trackChosen);
        connect(strip, &ChannelStrip::eqToggled, this, [this](bool open) {
            m_eqOpen = open;
            for (ChannelStrip* each : m_strips) {
                each->setEqOpen(open);
            }
        });
        strip->setEqOpen(m_eqOpen);
        m_row->insertWidget(static_cast<int>(m_strips.size()), strip);
        m_strips.push_back(strip);
    }
    m_empty->setVisible(m_strips.empty());
    m_master->refresh();
}

void MixerPanel::refresh()
{
    std::set<Slot> slots;
    for (const Track& track : m_document.currentTake()->take.score.tracks) {
        slots.insert(track.slot);
    }
    const bool same = slots.size() == m_strips.size()
        && std::all_of(m_strips.begin(), m_strips.end(),
            [&](const ChannelStrip* strip) { return slots.contains(strip->slot()); });
    if (!same) {
        rebuild();
        return;
    }
    for (ChannelStrip* strip : m_strips) {
        strip->refresh();
    }
    m_master->refresh();
}

void MixerPanel::updateMeters()
{
    const ProjectTake* take = m_document.currentTake();
    if (take == nullptr || !isVisible()) {
        return;
    }
    const bool playing = m_player.isPlaying();
    const Tick tick = m_player.positionTick();
    for (ChannelStrip* strip : m_strips) {
        const auto level
            = m_stemLevel ? m_stemLevel(strip->slot(), m_player.position()) : std::nullopt;
        if (level) {
            const float shown = playing ? *level : 0.0F;
            strip->meter().setLevels({ shown, shown }, { shown * 0.7F, shown * 0.7F });
        } else {
            strip->meter().setActivity(
                playing ? noteActivity(take->take.score, take->take.mix, strip->slot(), tick) : 0);
        }
    }
}

} // namespace pieria::ui
