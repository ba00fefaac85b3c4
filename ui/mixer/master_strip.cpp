#include "ui/mixer/master_strip.h"

#include "ui/common/widgets.h"
#include "ui/edit/set_mix_command.h"
#include "ui/mixer/drag_number.h"
#include "ui/mixer/level_meter.h"
#include "ui/mixer/value_control.h"
#include "ui/player/stage_colors.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace pieria::ui {

MasterStrip::MasterStrip(Document& document, Player& player, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_player(player)
{
    setAccessibleName(tr("Master"));
    setFixedWidth(theme().grid(31));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(
        theme().grid(2), theme().grid(7), theme().grid(2), theme().grid(1.5));
    column->setSpacing(theme().grid(1));
    m_loudness = makeLabel(QString(), nullptr, this);
    m_loudness->setFont(theme().figureFont());
    m_loudness->setAccessibleName(tr("Loudness"));
    m_peak = makeLabel(QString(), "muted", this);
    m_peak->setFont(theme().figureFont());
    m_peak->setAccessibleName(tr("Highest peak"));
    column->addWidget(m_loudness);
    column->addWidget(m_peak);

    auto* body = new QHBoxLayout;
    body->setSpacing(theme().grid(1));
    const ValueRange range { -60, 6, 0.5, 0, 1, tr(" dB") };
    m_volume = new Fader(tr("Listening volume"), range, this);
    m_meter = new LevelMeter(tr("Master level"), this);
    m_meter->setFixedWidth(theme().grid(5));
    body->addWidget(m_volume);
    body->addWidget(m_meter);
    body->addStretch();
    column->addLayout(body, 1);
    m_volumeNumber = new DragNumber(tr("Listening volume in decibels"), range, this);
    m_volumeNumber->setPlain(true);
    column->addWidget(m_volumeNumber, 0, Qt::AlignLeft);
    const auto setVolume = [this](double decibels) {
        m_player.setVolume(Decibels(decibels));
        m_volume->setValue(decibels);
        m_volumeNumber->setValue(decibels);
    };
    connect(m_volume, &ValueControl::changed, this, setVolume);
    connect(m_volumeNumber, &DragNumber::changing, this, setVolume);
    connect(m_volumeNumber, &DragNumber::committed, this, setVolume);

    m_level = new QCheckBox(tr("Level to"), this);
    m_level->setAccessibleName(tr("Level the mix to a loudness"));
    m_level->setToolTip(tr("Brings the mix to this loudness; peaks stay below -1 dBTP"));
    m_target = new DragNumber(tr("Loudness target"), { -30, -6, 0.5, -14, 1, tr(" LUFS") }, this);
    m_target->setPlain(true);
    column->addWidget(m_level);
    column->addWidget(m_target, 0, Qt::AlignLeft);
    connect(m_level, &QCheckBox::clicked, this, [this](bool on) {
        if (const ProjectTake* take = m_document.currentTake()) {
            Mix mix = take->take.mix;
            mix.loudness = on ? std::optional(m_target->value()) : std::nullopt;
            setMix(mix, on ? tr("Level the Mix") : tr("Leave the Level"));
        }
    });
    connect(m_target, &DragNumber::committed, this, [this](double lufs) {
        if (const ProjectTake* take = m_document.currentTake()) {
            Mix mix = take->take.mix;
            mix.loudness = lufs;
            setMix(mix, tr("Change Loudness"));
        }
    });
    connect(&m_player, &Player::meterChanged, this, [this](const audio::Meter& meter) {
        m_meter->setLevels(meter.peak, meter.rms);
        const double held = std::max(m_meter->held()[0], m_meter->held()[1]);
        m_peak->setText(held > kScaleFloor ? tr("peak %1").arg(QLocale().toString(held, 'f', 1))
                                           : tr("peak -"));
    });
    connect(&m_player, &Player::loudnessChanged, this, &MasterStrip::refresh);
    connect(&theme(), &Theme::changed, this, [this] { update(); });
    refresh();
}

QSize MasterStrip::minimumSizeHint() const
{
    return { theme().grid(31), theme().grid(54) };
}

void MasterStrip::setMix(const Mix& mix, const QString& text)
{
    const ProjectTake* take = m_document.currentTake();
    if (mix != take->take.mix) {
        m_document.undoStack().push(new SetMixCommand(m_document, take->take.id, mix, text));
    }
}

void MasterStrip::refresh()
{
    const ProjectTake* take = m_document.currentTake();
    m_level->setEnabled(take != nullptr);
    m_target->setEnabled(take != nullptr && take->take.mix.loudness.has_value());
    if (take != nullptr) {
        m_level->setChecked(take->take.mix.loudness.has_value());
        m_target->setValue(take->take.mix.loudness.value_or(m_target->value()));
    }
    const auto lufs = m_player.loudness();
    m_loudness->setText(lufs ? tr("%1 LUFS").arg(QLocale().toString(*lufs, 'f', 1)) : tr("- LUFS"));
    if (m_peak->text().isEmpty()) {
        m_peak->setText(tr("peak -"));
    }
    m_volume->setValue(m_player.volume().value());
    m_volumeNumber->setValue(m_player.volume().value());
}

void MasterStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const StageColors c = stageColors();
    painter.fillRect(rect(), mixed(c.panel, c.raised, 0.5));
    painter.fillRect(0, 0, 1, height(), c.line);
    painter.fillRect(0, 0, width(), theme().grid(0.75), c.accent);
    QFont font = theme().bodyFont();
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(c.text);
    painter.drawText(QRect(theme().grid(2), theme().grid(1.5), width(), theme().grid(5)),
        Qt::AlignVCenter | Qt::AlignLeft, tr("Master"));
}

} // namespace pieria::ui
