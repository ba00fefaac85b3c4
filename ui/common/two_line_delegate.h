// Rows of two lines: a title, a muted second line, a star and a mark on the left for the row that
// counts ("on the stage").
#pragma once

#include <QStyledItemDelegate>

namespace pieria::ui {

class TwoLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role { SecondLineRole = Qt::UserRole + 100, StarRole, MarkRole, BadgeRole };
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
};

} // namespace pieria::ui
