#include "ui/roll/track_header.h"

#include "ui/edit/set_mix_command.h"
#include "ui/player/stage_colors.h"
#include "ui/roll/inline_edit.h"
#include "ui/roll/instrument_menu.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace pieria::ui {

namespace {

QToolButton* makeToggle(
    QWidget* parent, const QString& letter, const QString& name, const QColor& lit)
{
    auto* button = new QToolButton(parent);
    button->setText(letter);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setCheckable(true);
    button->setFont(theme().smallFont());
    button->setFocusPolicy(Qt::TabFocus);
    button->setFixedSize(theme().grid(4.5), theme().grid(4.5));
    const StageColors c = stageColors();
    button->setStyleSheet(
        QStringLiteral("QToolButton { padding: 0; min-height: 0; border-radius: 3px; background: "
                       "transparent; border: 1px solid %1; color: %2; }"
                       "QToolButton:hover { background: %3; }"
                       "QToolButton:focus { border-color: %6; }"
                       "QToolButton:checked { background: %4; color: %5; border-color: %4; }")
            .arg(c.line.name(), c.muted.name(), c.raised.name(), lit.name(),
                contrastRatio(lit, Qt::black) > 7 ? QStringLiteral("#111") : QStringLiteral("#fff"),
                c.focus.name()));
    return button;
}

} // namespace

TrackHeader::TrackHeader(RollState& state, std::size_t track, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_track(track)
{
    setFocusPolicy(Qt::StrongFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme().grid(3), 0, theme().grid(1.5), 0);
    row->setSpacing(theme().grid(1));
    m_name = new QLabel(this);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_instrument = new QToolButton(this);
    m_instrument->setProperty("kind", "flat");
    m_instrument->setPopupMode(QToolButton::InstantPopup);
    m_instrument->setFont(theme().smallFont());
    m_instrument->setFocusPolicy(Qt::TabFocus);
    m_instrument->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    const StageColors c = stageColors();
    m_instrument->setStyleSheet(
        QStringLiteral("QToolButton { padding: 0 2px; min-height: 0; text-align: left; color: %1; "
                       "background: transparent; border: 1px solid transparent; }"
                       "QToolButton:hover { color: %2; }"
                       "QToolButton:focus { border-color: %3; }")
            .arg(c.muted.name(), c.text.name(), c.focus.name()));
    auto* menu = new QMenu(m_instrument);
    m_instrument->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        if (value() != nullptr) {
            fillInstrumentMenu(*menu, *value(), [this](int program) { chooseInstrument(program); });
        }
    });
    m_mute = makeToggle(this, tr("M", "mute"), tr("Mute"), c.info);
    m_solo = makeToggle(this, tr("S", "solo"), tr("Solo"), c.warn);
    connect(m_mute, &QToolButton::clicked, this,
        [this] { toggleStrip(&Strip::mute, m_mute->isChecked() ? tr("Mute") : tr("Unmute")); });
    connect(m_solo, &QToolButton::clicked, this,
        [this] { toggleStrip(&Strip::solo, m_solo->isChecked() ? tr("Solo") : tr("Solo Off")); });
    row->addWidget(m_name, 3);
    row->addWidget(m_instrument, 2);
    row->addWidget(m_mute);
    row->addWidget(m_solo);
    refresh();
}

const Track* TrackHeader::value() const
{
    const auto& tracks = m_state.score().tracks;
    return m_track < tracks.size() ? &tracks[m_track] : nullptr;
}

void TrackHeader::refresh()
{
    const Track* track = value();
    if (track == nullptr) {
        return;
    }
    QString name = QString::fromStdString(track->name);
    if (name.isEmpty()) {
        name = slotTitle(track->slot);
    }
    m_title = name;
    m_name->setToolTip(name);
    QFont font = theme().bodyFont();
    font.setWeight(m_state.track() == m_track ? QFont::DemiBold : QFont::Normal);
    m_name->setFont(font);
    const QString instrument = instrumentName(*track);
    // A track that is called like its instrument says so once; the menu is in the context menu too.
    m_instrument->setVisible(instrument.compare(name, Qt::CaseInsensitive) != 0);
    m_instrument->setAccessibleName(tr("Instrument of %1").arg(name));
    m_instrument->setToolTip(tr("%1 - choose another instrument").arg(instrument));
    setAccessibleName(tr("Track %1, %2").arg(name, instrument));
    const ProjectTake* take = m_state.document().currentTake();
    const bool editable = m_state.isEditable() && take != nullptr;
    if (editable) {
        const Strip& strip = take->take.mix.strips[slotIndex(track->slot)];
        m_mute->setChecked(strip.mute);
        m_solo->setChecked(strip.solo);
    }
    for (QToolButton* button : { m_mute, m_solo, m_instrument }) {
        button->setEnabled(editable);
    }
    elide();
    update();
}

void TrackHeader::elide()
{
    const Track* track = value();
    if (track == nullptr) {
        return;
    }
    layout()->activate();
    m_name->setText(m_name->fontMetrics().elidedText(m_title, Qt::ElideRight, m_name->width()));
    m_instrument->setText(m_instrument->fontMetrics().elidedText(
        instrumentName(*track), Qt::ElideRight, m_instrument->width() - theme().grid(2)));
}

void TrackHeader::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    elide();
}

void TrackHeader::toggleStrip(bool Strip::* flag, const QString& text)
{
    const ProjectTake* take = m_state.document().currentTake();
    if (take == nullptr || value() == nullptr) {
        return;
    }
    Mix mix = take->take.mix;
    Strip& strip = mix.strips[slotIndex(value()->slot)];
    strip.*flag = !(strip.*flag);
    m_state.document().undoStack().push(
        new SetMixCommand(m_state.document(), take->take.id, mix, text));
}

void TrackHeader::chooseInstrument(int program)
{
    m_state.commitScore(withProgram(m_state.score(), m_track, program), tr("Change Instrument"));
}

void TrackHeader::remove()
{
    Score score = m_state.score();
    if (m_track < score.tracks.size()) {
        score.tracks.erase(score.tracks.begin() + static_cast<std::ptrdiff_t>(m_track));
        m_state.commitScore(std::move(score), tr("Delete Track"));
    }
}

void TrackHeader::rename()
{
    if (value() == nullptr || !m_state.isEditable()) {
        return;
    }
    new InlineEdit(this, QRect(theme().grid(2), 2, width() / 2, height() - 4), tr("Track name"),
        m_title, tr("Give the track a name."), [this](const QString& text) {
            Score score = m_state.score();
            if (text.trimmed().isEmpty() || m_track >= score.tracks.size()) {
                return false;
            }
            score.tracks[m_track].name = text.trimmed().toStdString();
            normalise(score);
            m_state.commitScore(std::move(score), tr("Rename Track"));
            return true;
        });
}

void TrackHeader::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const StageColors c = stageColors();
    const bool current = m_state.track() == m_track;
    painter.fillRect(rect(), current ? c.raised : c.panel);
    if (const Track* track = value()) {
        painter.fillRect(0, 0, theme().grid(1), height() - 1, trackColor(track->slot));
    }
    painter.fillRect(0, height() - 1, width(), 1, mixed(c.panel, c.line, 0.6));
    painter.fillRect(width() - 1, 0, 1, height(), c.line);
    if (hasFocus()) {
        painter.setPen(c.focus);
        painter.drawRect(rect().adjusted(0, 0, -2, -2));
    }
}

void TrackHeader::mousePressEvent(QMouseEvent* event)
{
    m_state.setTrack(m_track);
    QWidget::mousePressEvent(event);
}

void TrackHeader::mouseDoubleClickEvent(QMouseEvent*)
{
    rename();
}

void TrackHeader::contextMenuEvent(QContextMenuEvent* event)
{
    const Track* track = value();
    if (track == nullptr || !m_state.isEditable()) {
        return;
    }
    QMenu menu(this);
    menu.addAction(tr("Make this part again"), this,
        [this, slot = track->slot] { Q_EMIT remakeRequested(slot); });
    QMenu* instruments = menu.addMenu(tr("Instrument"));
    fillInstrumentMenu(*instruments, *track, [this](int program) { chooseInstrument(program); });
    menu.addSeparator();
    menu.addAction(tr("Rename...") + QStringLiteral("\tF2"), this, &TrackHeader::rename);
    menu.addAction(tr("Delete track"), this, &TrackHeader::remove);
    menu.exec(event->globalPos());
}

void TrackHeader::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_state.setTrack(m_track);
        return;
    case Qt::Key_F2:
        rename();
        return;
    case Qt::Key_M:
        m_mute->click();
        return;
    case Qt::Key_S:
        m_solo->click();
        return;
    case Qt::Key_Up:
        m_state.setTrack(m_state.track() == 0 ? 0 : m_state.track() - 1);
        return;
    case Qt::Key_Down:
        m_state.setTrack(m_state.track() + 1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace pieria::ui
