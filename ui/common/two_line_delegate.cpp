#include "ui/common/two_line_delegate.h"

#include "ui/common/theme.h"

#include <QPainter>
#include <QWidget>

namespace pieria::ui {

void TwoLineDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Palette& p = theme().colors();
    const int unit = theme().grid(1);
    QRect row = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? mixed(p.panel, p.accent, 0.22) : mixed(p.panel, p.text, 0.06));
        painter->drawRoundedRect(row.adjusted(unit, 1, -unit, -1), 4, 4);
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && selected) {
        painter->setPen(QPen(p.focus, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(
            QRectF(row.adjusted(unit, 1, -unit, -1)).adjusted(.5, .5, -.5, -.5), 4, 4);
    }
    if (index.data(MarkRole).toBool()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(p.accent);
        painter->drawRoundedRect(
            QRect(row.left() + unit, row.top() + 2 * unit, 3, row.height() - 4 * unit), 1.5, 1.5);
    }
    row.adjust(3 * unit, unit, -3 * unit, -unit);
    const QString badge = index.data(BadgeRole).toString();
    if (!badge.isEmpty()) {
        painter->setFont(theme().headingFont());
        painter->setPen(p.accentText);
        painter->drawText(row, Qt::AlignRight | Qt::AlignTop, badge);
        row.setRight(row.right() - 5 * unit);
    }
    if (index.data(StarRole).toBool()) {
        const QRect star(
            row.right() - 3 * unit, row.top(), 3 * unit + unit / 2, 3 * unit + unit / 2);
        Theme::icon(QStringLiteral("star-filled"), IconTone::Accent).paint(painter, star);
        row.setRight(row.right() - 5 * unit);
    }
    const QFont body = theme().bodyFont();
    const QFont small = theme().smallFont();
    painter->setFont(body);
    painter->setPen(p.text);
    painter->drawText(row, Qt::AlignLeft | Qt::AlignTop,
        QFontMetrics(body).elidedText(
            index.data(Qt::DisplayRole).toString(), Qt::ElideRight, row.width()));
    painter->setFont(small);
    painter->setPen(selected ? p.text : p.muted);
    painter->drawText(row, Qt::AlignLeft | Qt::AlignBottom,
        QFontMetrics(small).elidedText(
            index.data(SecondLineRole).toString(), Qt::ElideRight, row.width()));
    painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    const int lines
        = QFontMetrics(theme().bodyFont()).height() + QFontMetrics(theme().smallFont()).height();
    return { 80, lines + theme().grid(3) };
}

void TwoLineDelegate::updateEditorGeometry(
    QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int unit = theme().grid(1);
    editor->setGeometry(option.rect.adjusted(2 * unit, unit, -2 * unit, -unit));
}

} // namespace pieria::ui
