#include "ui/roll/selection_inspector.h"

#include "ui/common/widgets.h"
#include "ui/mixer/drag_number.h"
#include "ui/player/time_text.h"
#include "ui/roll/instrument_menu.h"
#include "ui/roll/pitch_name.h"

#include <QFormLayout>
#include <QLocale>
#include <QMenu>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace pieria::ui {

namespace {

QLabel* addHeading(QFormLayout& form, const QString& text)
{
    auto* label = makeLabel(text, "heading");
    label->setContentsMargins(0, theme().grid(2), 0, theme().grid(0.5));
    form.addRow(label);
    return label;
}

void addText(QFormLayout& form, const QString& name, const QString& value, bool wrap = false)
{
    auto* label = makeLabel(value);
    label->setWordWrap(wrap);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAccessibleName(name);
    form.addRow(makeLabel(name, "muted"), label);
}

struct Spread
{
    double least = 0;
    double most = 0;
    double mean = 0;
};

template <class Get> Spread spreadOf(const std::vector<Note>& notes, const Get& get)
{
    Spread spread { 1e18, -1e18, 0 };
    for (const Note& note : notes) {
        const double value = get(note);
        spread.least = std::min(spread.least, value);
        spread.most = std::max(spread.most, value);
        spread.mean += value / static_cast<double>(notes.size());
    }
    return spread;
}

} // namespace

SelectionInspector::SelectionInspector(RollState& state, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setAccessibleName(tr("Values of the selection"));
    column->addWidget(m_scroll);
    connect(&m_state, &RollState::selectionChanged, this, &SelectionInspector::schedule);
    connect(&m_state, &RollState::trackChanged, this, &SelectionInspector::schedule);
    connect(&m_state, &RollState::scoreChanged, this, &SelectionInspector::schedule);
    connect(&m_state.document(), &Document::takeInfoChanged, this, &SelectionInspector::schedule);
    connect(&theme(), &Theme::changed, this, &SelectionInspector::schedule);
    rebuild();
}

/// Once per turn of the event loop: a selection by rubber band changes many times in a row.
void SelectionInspector::schedule()
{
    if (!m_scheduled) {
        m_scheduled = true;
        QTimer::singleShot(0, this, &SelectionInspector::rebuild);
    }
}

void SelectionInspector::rebuild()
{
    m_scheduled = false;
    const QWidget* focus = focusWidget();
    const QString focused = focus == nullptr ? QString() : focus->accessibleName();
    auto* content = new QWidget;
    content->setProperty("plain", true);
    auto* form = new QFormLayout(content);
    setGrid(*form, 3, 1.5);
    form->setHorizontalSpacing(theme().grid(3));
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    if (!m_state.selection().empty()) {
        addNotes(*form);
    }
    if (m_state.currentTrack() != nullptr) {
        addTrack(*form);
    }
    if (m_state.document().currentTake() != nullptr) {
        addTake(*form);
    } else {
        form->addRow(makeLabel(tr("Nothing is selected."), "muted"));
    }
    m_scroll->setWidget(content);
    // The same field keeps the focus, so that arrow keys go on working on it.
    if (!focused.isEmpty()) {
        for (auto* field : content->findChildren<DragNumber*>()) {
            if (field->accessibleName() == focused) {
                field->setFocus(Qt::OtherFocusReason);
            }
        }
    }
}

void SelectionInspector::addNotes(QFormLayout& form)
{
    const Track& track = *m_state.currentTrack();
    const auto notes = pick(track.notes, m_state.selection());
    if (notes.empty()) {
        return;
    }
    const Score& score = m_state.score();
    addHeading(form,
        notes.size() == 1 ? tr("Note %1").arg(soundName(track, notes.front().pitch, score.key()))
                          : noteCountText(notes.size()));
    const BarBeat at = barBeatAt(score, notes.front().onset);
    addText(
        form, tr("Starts"), tr("bar %1, beat %2 + %3 ticks").arg(at.bar).arg(at.beat).arg(at.rest));
    const bool editable = m_state.isEditable();
    const auto addNumber = [&](const QString& name, const ValueRange& range, double value,
                               bool mixedValues, auto apply) {
        auto* number = new DragNumber(name, range);
        number->setValue(value);
        number->setEnabled(editable);
        if (mixedValues) {
            number->setToolTip(
                tr("%1: the notes differ; this is their mean and moves them alike").arg(name));
        }
        connect(number, &DragNumber::committed, this, apply);
        form.addRow(makeLabel(mixedValues ? tr("%1 (mixed)").arg(name) : name, "muted"), number);
    };
    const Spread velocity = spreadOf(notes, [](const Note& n) { return double(n.velocity); });
    const double loud = std::round(velocity.mean);
    addNumber(tr("Velocity"), { 1, 127, 1, 90, 0, {} }, loud, velocity.least != velocity.most,
        [this, loud](double to) {
            const int by = static_cast<int>(std::lround(to - loud));
            m_state.commitNotes(changeVelocities(m_state.currentTrack()->notes, m_state.selection(),
                                    [by](const Note& note) { return note.velocity + by; }),
                tr("Change Velocity"));
        });
    const Spread length
        = spreadOf(notes, [](const Note& n) { return static_cast<double>(n.duration); });
    const double beats = std::round(length.mean / kTicksPerBeat * 100) / 100;
    addNumber(tr("Length"), { 0.01, 64, 0.25, 1, 2, tr(" beats") }, beats,
        length.least != length.most, [this, beats](double to) {
            const auto by = static_cast<Tick>(std::llround((to - beats) * kTicksPerBeat));
            m_state.commitNotes(
                resizeNotes(m_state.currentTrack()->notes, m_state.selection(), by, 1),
                tr("Resize Notes"));
        });
    const Spread pitch = spreadOf(notes, [](const Note& n) { return double(n.pitch); });
    const double middle = std::round(pitch.mean);
    addNumber(tr("Pitch"), { 0, 127, 1, 60, 0, {} }, middle, pitch.least != pitch.most,
        [this, middle](double to) {
            m_state.commitNotes(
                moveNotes(m_state.currentTrack()->notes, m_state.selection(), 0,
                    static_cast<int>(std::lround(to - middle)), m_state.score().length),
                tr("Transpose Notes"));
        });
}

void SelectionInspector::addTrack(QFormLayout& form)
{
    const Track& track = *m_state.currentTrack();
    addHeading(
        form, tr("Track %1").arg(track.name.empty() ? slotTitle(track.slot) : toQt(track.name)));
    addText(form, tr("Role"), slotTitle(track.slot));
    auto* instrument = new QToolButton;
    instrument->setText(instrumentName(track));
    instrument->setAccessibleName(tr("Instrument"));
    instrument->setPopupMode(QToolButton::InstantPopup);
    instrument->setEnabled(m_state.isEditable());
    auto* menu = new QMenu(instrument);
    instrument->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        if (const Track* now = m_state.currentTrack()) {
            fillInstrumentMenu(*menu, *now, [this](int program) {
                m_state.commitScore(withProgram(m_state.score(), m_state.track(), program),
                    tr("Change Instrument"));
            });
        }
    });
    form.addRow(makeLabel(tr("Instrument"), "muted"), instrument);
    addText(form, tr("Notes"), QString::number(track.notes.size()));
    const ProjectTake* take = m_state.document().currentTake();
    if (take == nullptr || !m_state.isEditable()) {
        return;
    }
    const Strip& strip = take->take.mix.strips[slotIndex(track.slot)];
    addText(form, tr("Level"),
        tr("%1 dB, pan %2")
            .arg(QLocale().toString(strip.gain, 'f', 1), QLocale().toString(strip.pan, 'f', 2)));
    const SlotPlan& plan = take->take.plan.slots[slotIndex(track.slot)];
    if (plan.on && plan.program != track.program) {
        auto* reset = makeLinkButton(tr("Back to the planned instrument"));
        connect(reset, &QPushButton::clicked, this, [this, program = plan.program] {
            m_state.commitScore(
                withProgram(m_state.score(), m_state.track(), program), tr("Reset Instrument"));
        });
        form.addRow(QString(), reset);
    }
}

void SelectionInspector::addTake(QFormLayout& form)
{
    const Take& take = m_state.document().currentTake()->take;
    const Score& score = take.score;
    addHeading(form, tr("Take %1").arg(toQt(take.title)));
    if (!take.request.prompt.empty()) {
        addText(form, tr("Made from"),
            QStringLiteral("\u201c%1\u201d").arg(toQt(take.request.prompt)), true);
        if (!take.request.negative.empty()) {
            addText(form, tr("Without"), toQt(take.request.negative), true);
        }
        addText(form, tr("Seed"), QString::number(take.request.seed));
    }
    const int bars = std::max(0, static_cast<int>(barLines(score).size()) - 1);
    addText(form, tr("Length"),
        (bars == 1 ? tr("1 bar, %1") : tr("%n bars, %1", nullptr, bars))
            .arg(timeText(score.tempo.secondsAt(score.length))));
    auto* tempo = new DragNumber(
        tr("Tempo"), { 30, 300, 1, take.request.bpm.value_or(120), 1, tr(" bpm") });
    tempo->setValue(score.tempo.bpmAt(0));
    tempo->setEnabled(m_state.isEditable());
    connect(tempo, &DragNumber::committed, this, [this](double bpm) {
        m_state.commitScore(withTempo(m_state.score(), bpm), tr("Change Tempo"));
    });
    form.addRow(makeLabel(tr("Tempo"), "muted"), tempo);
    addText(form, tr("Key"), toQt(keyName(score.key())));
    addText(form, tr("Metre"), toQt(metreName(score.metre())));
    if (!take.plan.style.empty()) {
        addText(form, tr("Style"), toQt(take.plan.style));
    }
    for (const std::string& note : take.notes) {
        auto* label = makeLabel(toQt(note), "muted");
        label->setWordWrap(true);
        form.addRow(label);
    }
}

} // namespace pieria::ui
