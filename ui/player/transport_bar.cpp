#include "ui/player/transport_bar.h"

#include "core/engine/score_renderer.h"
#include "ui/player/glyph_button.h"
#include "ui/player/stage_colors.h"
#include "ui/player/time_text.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace pieria::ui {

namespace {

Seconds seconds(Frames frames)
{
    return Seconds(static_cast<double>(frames.value()) / kSampleRate);
}

/// A label whose width does not change with its digits.
QLabel* makeReading(QWidget* parent, const QString& name, const QString& widest)
{
    auto* label = new QLabel(parent);
    label->setFont(theme().figureFont());
    label->setAccessibleName(name);
    label->setToolTip(name);
    label->setMinimumWidth(label->fontMetrics().horizontalAdvance(widest) + 4);
    return label;
}

QWidget* makeDivider(QWidget* parent)
{
    auto* line = new QWidget(parent);
    line->setFixedSize(1, 16);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    return line;
}

} // namespace

TransportBar::TransportBar(Document& document, Player& player, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_player(player)
{
    setAccessibleName(tr("Transport"));
    build();
    connect(&m_player, &Player::stateChanged, this, &TransportBar::updateState);
    connect(&m_player, &Player::loopChanged, this, &TransportBar::updateState);
    connect(&m_player, &Player::compareChanged, this, &TransportBar::updateState);
    connect(&m_player, &Player::positionChanged, this, &TransportBar::updateTime);
    connect(&m_player, &Player::lengthChanged, this, &TransportBar::updateTime);
    connect(&m_player, &Player::sourceChanged, this, &TransportBar::updatePiece);
    connect(&m_player, &Player::previewChanged, this, &TransportBar::updatePiece);
    connect(&m_player, &Player::loudnessChanged, this, &TransportBar::updatePiece);
    connect(&m_player, &Player::staleChanged, this, &TransportBar::updatePiece);
    connect(&m_player, &Player::deviceChanged, this, &TransportBar::updateDevice);
    connect(&m_player, &Player::underrunsChanged, this, &TransportBar::updateDevice);
    connect(&m_document, &Document::scoreChanged, this, &TransportBar::updatePiece);
    updateState();
    updatePiece();
    updateDevice();
}

void TransportBar::build()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(4);
    addButtons(*row);
    row->addSpacing(8);
    addReadings(*row);
}

void TransportBar::addButtons(QHBoxLayout& row)
{
    const auto add = [&](Glyph glyph, const QString& name) {
        auto* button = new GlyphButton(glyph, name, this);
        row.addWidget(button);
        return button;
    };
    auto* toStart = add(Glyph::ToStart, tr("To the start"));
    m_play = add(Glyph::Play, tr("Play (Space)"));
    auto* stop = add(Glyph::Stop, tr("Stop"));
    m_loop = add(Glyph::Loop, tr("Loop"));
    m_loop->setCheckable(true);
    m_compare = add(Glyph::Compare, tr("Switch between A and B"));
    connect(toStart, &QToolButton::clicked, this, [this] { m_player.seek(Frames(0)); });
    connect(m_play, &QToolButton::clicked, this, [this] { m_player.togglePlay(); });
    connect(stop, &QToolButton::clicked, this, [this] { m_player.stop(); });
    connect(m_loop, &QToolButton::clicked, this, [this](bool on) { m_player.setLoopEnabled(on); });
    connect(m_compare, &QToolButton::clicked, this, [this] { m_player.toggleCompare(); });
}

void TransportBar::addReadings(QHBoxLayout& row)
{
    m_time = makeReading(this, tr("Position"), QStringLiteral("00:00.000"));
    m_time->setFont(theme().largeFigureFont());
    m_length = makeReading(this, tr("Length"), QStringLiteral("/ 00:00.000"));
    m_length->setForegroundRole(QPalette::PlaceholderText);
    m_bar = makeReading(this, tr("Bar and beat"), tr("bar %1").arg(QStringLiteral("000.0")));
    m_tempo = makeReading(this, tr("Tempo"), tr("%1 bpm").arg(QStringLiteral("000.0")));
    m_key = makeReading(this, tr("Key"), QStringLiteral("B-flat minor"));
    m_loudness = makeReading(this, tr("Loudness of the mix"), QStringLiteral("-00.0 LUFS"));
    m_stale = makeReading(this, tr("Rendering"), QString());
    m_stale->setText(tr("updating the sound..."));
    m_stale->setForegroundRole(QPalette::PlaceholderText);
    m_device = new QToolButton(this);
    m_device->setAutoRaise(true);
    m_device->setPopupMode(QToolButton::InstantPopup);
    m_device->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_device->setAccessibleName(tr("Output device"));
    m_deviceMenu = new QMenu(m_device);
    m_device->setMenu(m_deviceMenu);
    connect(m_deviceMenu, &QMenu::aboutToShow, this, &TransportBar::fillDeviceMenu);

    row.addWidget(m_time);
    row.addWidget(m_length);
    for (QLabel* label : { m_bar, m_tempo, m_key, m_loudness }) {
        row.addSpacing(6);
        row.addWidget(makeDivider(this));
        row.addSpacing(6);
        row.addWidget(label);
    }
    row.addStretch();
    row.addWidget(m_stale);
    row.addWidget(m_device);
}

void TransportBar::updateState()
{
    const bool playing = m_player.isPlaying();
    m_play->setGlyph(
        playing ? Glyph::Pause : Glyph::Play, playing ? tr("Pause (Space)") : tr("Play (Space)"));
    const auto& loop = m_player.loop();
    m_loop->setChecked(loop && loop->enabled);
    m_compare->setVisible(m_player.canCompare());
}

void TransportBar::updateTime()
{
    m_time->setText(timeText(seconds(m_player.position())));
    m_length->setText(QStringLiteral("/ %1").arg(timeText(seconds(m_player.length()))));
    const Score* score = m_player.score();
    if (score == nullptr) {
        m_bar->setText(tr("bar %1").arg(QStringLiteral("-")));
        return;
    }
    const Tick tick = m_player.positionTick();
    m_bar->setText(tr("bar %1").arg(barBeatText(*score, tick)));
    m_tempo->setText(tr("%1 bpm").arg(QLocale().toString(score->tempo.bpmAt(tick), 'g', 4)));
}

void TransportBar::updatePiece()
{
    const Score* score = m_player.score();
    const bool any = score != nullptr;
    for (QWidget* widget : { static_cast<QWidget*>(m_play), static_cast<QWidget*>(m_loop) }) {
        widget->setEnabled(any);
    }
    m_tempo->setText(any ? m_tempo->text() : QStringLiteral("-"));
    m_key->setText(any ? QString::fromStdString(keyName(score->key())) : QStringLiteral("-"));
    const auto lufs = m_player.loudness();
    m_loudness->setText(
        lufs ? tr("%1 LUFS").arg(QLocale().toString(*lufs, 'f', 1)) : QStringLiteral("- LUFS"));
    const ProjectTake* take = m_document.currentTake();
    m_stale->setVisible(take != nullptr && m_player.isStale(take->take.id));
    updateTime();
}

void TransportBar::updateDevice()
{
    const StageColors c = stageColors();
    QString text;
    QColor ink = c.muted;
    switch (m_player.deviceState()) {
    case audio::DeviceState::None:
        text = tr("out: no device");
        break;
    case audio::DeviceState::Ready:
        text = tr("out: %1").arg(m_player.deviceName());
        break;
    case audio::DeviceState::Lost:
        text = tr("out: lost - reconnect");
        ink = c.bad;
        break;
    }
    if (const auto count = m_player.underruns(); count > 0) {
        text += QLatin1String("  ")
            + (count == 1 ? tr("1 dropout") : tr("%n dropouts", nullptr, static_cast<int>(count)));
    }
    m_device->setText(text);
    QPalette palette = m_device->palette();
    palette.setColor(QPalette::ButtonText, ink);
    m_device->setPalette(palette);
    m_device->setToolTip(tr("Output device: choose, reconnect, test"));
}

void TransportBar::fillDeviceMenu()
{
    m_deviceMenu->clear();
    const auto report = [this](const Status& status) {
        if (!status) {
            Q_EMIT failed(QString::fromStdString(status.error().sentence));
        }
    };
    const auto devices = m_player.devices();
    auto* group = new QActionGroup(m_deviceMenu);
    for (const auto& device : devices) {
        QAction* action = m_deviceMenu->addAction(QString::fromStdString(device.name));
        action->setCheckable(true);
        action->setChecked(action->text() == m_player.deviceName()
            && m_player.deviceState() == audio::DeviceState::Ready);
        group->addAction(action);
        connect(action, &QAction::triggered, this,
            [this, report, index = device.index] { report(m_player.openDevice(index)); });
    }
    if (devices.empty()) {
        m_deviceMenu->addAction(tr("No output device found"))->setEnabled(false);
    }
    m_deviceMenu->addSeparator();
    connect(m_deviceMenu->addAction(tr("Look for devices again")), &QAction::triggered, this,
        [this, report] { report(m_player.reconnect()); });
    QAction* tone = m_deviceMenu->addAction(tr("Play a test tone"));
    tone->setEnabled(m_player.deviceState() == audio::DeviceState::Ready);
    connect(tone, &QAction::triggered, this, [this] { m_player.playTestTone(); });
    connect(m_deviceMenu->addAction(tr("Audio settings...")), &QAction::triggered, this,
        &TransportBar::preferencesRequested);
}

} // namespace pieria::ui
