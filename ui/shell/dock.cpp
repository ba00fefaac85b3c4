#include "ui/shell/dock.h"

#include "ui/common/widgets.h"

namespace pieria::ui {

namespace {

class DockTitle final : public QFrame
{
public:
    DockTitle(const QString& title, QDockWidget* dock)
        : QFrame(dock)
    {
        setProperty("kind", "panel");
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(theme().grid(3), theme().grid(1), theme().grid(1), theme().grid(1));
        row->setSpacing(0);
        auto* label = makeLabel(title.toUpper(), "muted", this);
        label->setFont(theme().headingFont());
        row->addWidget(label, 1);
        auto* floating = makeIconButton(
            QStringLiteral("layout"), QDockWidget::tr("Float %1").arg(title), this);
        auto* close
            = makeIconButton(QStringLiteral("close"), QDockWidget::tr("Hide %1").arg(title), this);
        for (QToolButton* button : { floating, close }) {
            button->setIconSize(QSize(theme().grid(3), theme().grid(3)));
            row->addWidget(button);
        }
        QObject::connect(floating, &QToolButton::clicked, dock,
            [dock] { dock->setFloating(!dock->isFloating()); });
        QObject::connect(close, &QToolButton::clicked, dock, [dock] { dock->hide(); });
        QObject::connect(
            &theme(), &Theme::changed, label, [label] { label->setFont(theme().headingFont()); });
    }
};

} // namespace

QDockWidget* makeDock(const QString& id, const QString& title, QWidget* content, QWidget* parent)
{
    auto* dock = new QDockWidget(title, parent);
    dock->setObjectName(id);
    dock->setAccessibleName(title);
    dock->setWidget(content);
    dock->setTitleBarWidget(new DockTitle(title, dock));
    return dock;
}

} // namespace pieria::ui
