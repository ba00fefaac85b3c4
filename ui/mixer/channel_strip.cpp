#include "ui/mixer/channel_strip.h"

#include "ui/common/widgets.h"
#include "ui/edit/set_mix_command.h"
#include "ui/mixer/drag_number.h"
#include "ui/mixer/level_meter.h"
#include "ui/mixer/value_control.h"
#include "ui/player/stage_colors.h"
#include "ui/roll/instrument_menu.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <memory>

namespace pieria::ui {

ChannelStrip::ChannelStrip(Document& document, Slot slot, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_slot(slot)
{
    setFixedWidth(theme().grid(21));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(
        theme().grid(1.5), theme().grid(11), theme().grid(1.5), theme().grid(1.5));
    column->setSpacing(theme().grid(0.5));

    m_eqButton = new QToolButton(this);
    m_eqButton->setText(tr("EQ"));
    m_eqButton->setCheckable(true);
    m_eqButton->setProperty("kind", "flat");
    m_eqButton->setFont(theme().smallFont());
    m_eqButton->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_eqButton->setStyleSheet(QStringLiteral("QToolButton { padding: 0; min-height: 14px; }"));
    column->addWidget(m_eqButton);
    m_eq = new QWidget(this);
    auto* bands = new QVBoxLayout(m_eq);
    bands->setContentsMargins(0, 0, 0, 0);
    bands->setSpacing(theme().grid(0.5));
    const ValueRange decibels { -12, 12, 0.5, 0, 1, tr(" dB") };
    addRow(*bands, tr("Hi"), tr("Treble"), decibels, &Strip::high, tr("Change EQ"));
    addRow(*bands, tr("Mid"), tr("Middle"), decibels, &Strip::mid, tr("Change EQ"));
    addRow(*bands, tr("Lo"), tr("Bass"), decibels, &Strip::low, tr("Change EQ"));
    column->addWidget(m_eq);
    m_eq->hide();
    connect(m_eqButton, &QToolButton::clicked, this, &ChannelStrip::eqToggled);

    addRow(*column, tr("Rev"), tr("Reverb send"), { 0, 1, 0.05, Strip {}.reverb, 2, {} },
        &Strip::reverb, tr("Change Reverb"));
    addRow(*column, tr("Pan"), tr("Pan"), { -1, 1, 0.05, 0, 2, {} }, &Strip::pan, tr("Change Pan"));

    auto* body = new QHBoxLayout;
    body->setSpacing(theme().grid(0.5));
    const ValueRange gain { -60, 12, 0.5, 0, 1, tr(" dB") };
    auto* fader = new Fader(tr("Gain"), gain, this);
    m_meter = new LevelMeter(tr("Level"), this);
    body->addWidget(fader);
    body->addWidget(m_meter);
    body->addStretch();
    column->addSpacing(theme().grid(1));
    column->addLayout(body, 1);
    auto* number = new DragNumber(tr("Gain in decibels"), gain, this);
    number->setPlain(true);
    column->addWidget(number, 0, Qt::AlignHCenter);
    bind({ &Strip::gain, fader, number }, tr("Change Gain"));

    const StageColors c = stageColors();
    auto* toggles = new QHBoxLayout;
    toggles->setSpacing(theme().grid(1));
    m_mute = addToggle(tr("M", "mute"), tr("Mute"), &Strip::mute, c.info, tr("Mute"));
    m_solo = addToggle(tr("S", "solo"), tr("Solo"), &Strip::solo, c.warn, tr("Solo"));
    toggles->addWidget(m_mute);
    toggles->addWidget(m_solo);
    column->addLayout(toggles);
    refresh();
}

QSize ChannelStrip::minimumSizeHint() const
{
    return { theme().grid(21), theme().grid(54) };
}

const Strip* ChannelStrip::strip() const
{
    const ProjectTake* take = m_document.currentTake();
    return take == nullptr ? nullptr : &take->take.mix.strips[slotIndex(m_slot)];
}

void ChannelStrip::addRow(QVBoxLayout& column, const QString& label, const QString& name,
    const ValueRange& range, double Strip::* value, const QString& undo)
{
    auto* parent = column.parentWidget();
    auto* head = new QHBoxLayout;
    head->setSpacing(0);
    auto* text = makeLabel(label, "muted", parent);
    text->setFont(theme().smallFont());
    auto* number = new DragNumber(tr("%1, number").arg(name), range, parent);
    number->setPlain(true);
    head->addWidget(text);
    head->addStretch();
    head->addWidget(number);
    auto* bar = new MiniBar(name, range, parent);
    column.addLayout(head);
    column.addWidget(bar);
    bind({ value, bar, number }, undo);
}

void ChannelStrip::bind(const Binding& binding, const QString& undo)
{
    m_bindings.push_back(binding);
    // The number of the running gesture: all changes until the next one are one undo step.
    auto gesture = std::make_shared<int>(kNoMerge);
    connect(binding.control, &ValueControl::begun, this, [gesture] { *gesture = makeMergeId(); });
    connect(binding.control, &ValueControl::changed, this,
        [this, gesture, value = binding.value, undo](
            double to) { set(value, to, undo, *gesture); });
    connect(binding.number, &DragNumber::changing, this,
        [control = binding.control](double to) { control->setValue(to); });
    connect(binding.number, &DragNumber::committed, this,
        [this, value = binding.value, undo](double to) { set(value, to, undo, kNoMerge); });
}

void ChannelStrip::set(double Strip::* value, double to, const QString& undo, int mergeId)
{
    const ProjectTake* take = m_document.currentTake();
    if (take == nullptr) {
        return;
    }
    Mix mix = take->take.mix;
    mix.strips[slotIndex(m_slot)].*value = to;
    if (mix != take->take.mix) {
        m_document.undoStack().push(
            new SetMixCommand(m_document, take->take.id, mix, undo, mergeId));
    }
}

QToolButton* ChannelStrip::addToggle(const QString& letter, const QString& name, bool Strip::* flag,
    const QColor& lit, const QString& undo)
{
    auto* button = new QToolButton(this);
    button->setText(letter);
    button->setCheckable(true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setStyleSheet(
        QStringLiteral("QToolButton { padding: 0; min-height: 18px; border-radius: 3px; }"
                       "QToolButton:checked { background: %1; color: %2; border-color: %1; }")
            .arg(lit.name(),
                contrastRatio(lit, Qt::black) > 7 ? QStringLiteral("#111")
                                                  : QStringLiteral("#fff")));
    connect(button, &QToolButton::clicked, this, [this, flag, undo](bool on) {
        const ProjectTake* take = m_document.currentTake();
        if (take == nullptr) {
            return;
        }
        Mix mix = take->take.mix;
        mix.strips[slotIndex(m_slot)].*flag = on;
        m_document.undoStack().push(
            new SetMixCommand(m_document, take->take.id, mix, on ? undo : tr("%1 Off").arg(undo)));
    });
    return button;
}

void ChannelStrip::setEqOpen(bool open)
{
    m_eqButton->setChecked(open);
    m_eq->setVisible(open);
}

void ChannelStrip::refresh()
{
    const Strip* values = strip();
    if (values == nullptr) {
        return;
    }
    for (const Binding& binding : m_bindings) {
        binding.control->setValue(values->*binding.value);
        binding.number->setValue(values->*binding.value);
    }
    m_mute->setChecked(values->mute);
    m_solo->setChecked(values->solo);
    const bool flat = values->low == 0 && values->mid == 0 && values->high == 0;
    m_eqButton->setText(flat ? tr("EQ") : tr("EQ on"));
    for (const Track& track : m_document.currentTake()->take.score.tracks) {
        if (track.slot == m_slot) {
            m_name = track.name.empty() ? slotTitle(m_slot) : toQt(track.name);
            m_instrument = instrumentName(track);
            break;
        }
    }
    setAccessibleName(tr("Strip of %1").arg(m_name));
    setToolTip(m_instrument);
    update();
}

void ChannelStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const StageColors c = stageColors();
    painter.fillRect(rect(), c.panel);
    painter.fillRect(width() - 1, 0, 1, height(), c.line);
    painter.fillRect(0, 0, width() - 1, theme().grid(0.75), trackColor(m_slot));
    const QRect head(
        theme().grid(2), theme().grid(1.5), width() - theme().grid(4), theme().grid(5));
    QFont font = theme().bodyFont();
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(c.text);
    painter.drawText(head, Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(m_name, Qt::ElideRight, head.width()));
    painter.setFont(theme().smallFont());
    painter.setPen(c.muted);
    painter.drawText(head.translated(0, theme().grid(4.25)), Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(m_instrument, Qt::ElideRight, head.width()));
}

void ChannelStrip::mousePressEvent(QMouseEvent*)
{
    Q_EMIT chosen(m_slot);
}

} // namespace pieria::ui
