#include "ui/prompt/chip_bar.h"

#include "ui/common/flow_layout.h"
#include "ui/common/widgets.h"

#include <QFrame>
#include <QLineEdit>
#include <QMenu>
#include <QWidgetAction>

namespace pieria::ui {

QString chipKindName(ChipKind kind)
{
    switch (kind) {
    case ChipKind::Tempo:
        return ChipBar::tr("Tempo");
    case ChipKind::Key:
        return ChipBar::tr("Key");
    case ChipKind::Metre:
        return ChipBar::tr("Metre");
    case ChipKind::Length:
        return ChipBar::tr("Length");
    case ChipKind::Instrument:
        return ChipBar::tr("Instrument");
    case ChipKind::Without:
        return ChipBar::tr("Without");
    case ChipKind::Structure:
        return ChipBar::tr("Structure");
    case ChipKind::Energy:
        return ChipBar::tr("Energy");
    case ChipKind::Style:
        return ChipBar::tr("Style");
    case ChipKind::Mood:
        return ChipBar::tr("Mood");
    case ChipKind::CannotDo:
        return ChipBar::tr("Cannot do");
    }
    return {};
}

QStringList chipSuggestions(ChipKind kind)
{
    // Words of the prompt's grammar, which reads English; they are not translated.
    const auto list
        = [](const char* words) { return QString::fromLatin1(words).split(QLatin1Char(',')); };
    switch (kind) {
    case ChipKind::Tempo:
        return list("60 bpm,80 bpm,92 bpm,110 bpm,128 bpm,140 bpm");
    case ChipKind::Key:
        return list("C major,G major,A minor,D minor,E minor,F major");
    case ChipKind::Metre:
        return list("4/4,3/4,6/8,2/4,5/4");
    case ChipKind::Length:
        return list("8 bars,16 bars,32 bars,64 bars,1 minute");
    case ChipKind::Instrument:
        return list("piano,nylon guitar,flute,strings,vibraphone,trumpet,electric piano");
    case ChipKind::Without:
        return list("no drums,no bass,no piano,no strings");
    case ChipKind::Structure:
        return list("with an intro,with an ending,with fills");
    case ChipKind::Energy:
        return list("calm,energetic,building up,fading out");
    case ChipKind::Style:
        return list("bossa nova,swing,waltz,house,ambient,lo-fi,rock,blues");
    case ChipKind::Mood:
        return list("happy,melancholic,dreamy,tense,warm");
    case ChipKind::CannotDo:
        break;
    }
    return {};
}

ChipBar::ChipBar(QWidget* parent)
    : QWidget(parent)
    , m_flow(new FlowLayout(this, theme().grid(1)))
{
    setAccessibleName(tr("Understood"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipBar::setChips(const std::vector<Chip>& chips)
{
    if (m_chips == chips) {
        return;
    }
    m_chips = chips;
    for (QWidget* widget : m_widgets) {
        m_flow->removeWidget(widget);
        widget->hide();
        widget->deleteLater(); // it may be the one whose click is being handled
    }
    m_widgets.clear();
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        m_widgets.push_back(makeChip(i));
        m_flow->addWidget(m_widgets.back());
        m_widgets.back()->show();
    }
    setVisible(!m_chips.empty());
    updateGeometry();
}

QWidget* ChipBar::makeChip(std::size_t index)
{
    const Chip& chip = m_chips[index];
    const QString text = toQt(chip.text);
    const bool cannot = chip.kind == ChipKind::CannotDo;
    auto* frame = new QFrame(this);
    auto* row = new QHBoxLayout(frame);
    setGrid(*row, 0, 0);
    auto* value = new QToolButton(frame);
    value->setProperty("kind", "chip");
    value->setText(text);
    value->setToolTip(tr("%1: click to change", "kind of a chip").arg(chipKindName(chip.kind)));
    value->setAccessibleName(
        tr("%1: %2", "kind of a chip: its value").arg(chipKindName(chip.kind), text));
    value->setFocusPolicy(Qt::StrongFocus);
    value->setEnabled(!cannot);
    if (cannot) {
        value->setIcon(Theme::icon(QStringLiteral("warning"), IconTone::Bad));
        value->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
    auto* remove
        = makeIconButton(QStringLiteral("close"), tr("Remove %1 from the prompt").arg(text), frame);
    remove->setIconSize(QSize(theme().grid(2.5), theme().grid(2.5)));
    row->addWidget(value);
    row->addWidget(remove);
    connect(value, &QToolButton::clicked, this, [this, index] { edit(index); });
    connect(remove, &QToolButton::clicked, this,
        [this, chip = m_chips[index]] { Q_EMIT changed(chip, QString()); });
    return frame;
}

void ChipBar::edit(std::size_t index)
{
    if (index >= m_chips.size()) {
        return;
    }
    const Chip chip = m_chips[index];
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* field = new QLineEdit(toQt(chip.text), menu);
    field->setAccessibleName(chipKindName(chip.kind));
    field->selectAll();
    auto* holder = new QWidgetAction(menu);
    holder->setDefaultWidget(field);
    menu->addAction(holder);
    menu->addSeparator();
    for (const QString& words : chipSuggestions(chip.kind)) {
        menu->addAction(words, this, [this, chip, words] { Q_EMIT changed(chip, words); });
    }
    connect(field, &QLineEdit::returnPressed, menu, [this, chip, field, menu] {
        menu->close();
        if (field->text() != toQt(chip.text)) {
            Q_EMIT changed(chip, field->text().simplified());
        }
    });
    const QWidget& widget = *m_widgets[index];
    menu->popup(widget.mapToGlobal(QPoint(0, widget.height())));
    field->setFocus(Qt::PopupFocusReason);
}

} // namespace pieria::ui
