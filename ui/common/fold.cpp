#include "ui/common/fold.h"

#include "ui/common/widgets.h"

namespace pieria::ui {

Fold::Fold(const QString& title, QWidget* content, QWidget* parent)
    : QWidget(parent)
    , m_title(title)
    , m_button(new QToolButton(this))
    , m_content(content)
{
    m_button->setProperty("kind", "flat");
    m_button->setCheckable(true);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setIconSize(QSize(theme().grid(3), theme().grid(3)));
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* layout = new QVBoxLayout(this);
    setGrid(*layout, 0, 1);
    layout->addWidget(m_button);
    layout->addWidget(content);
    connect(m_button, &QToolButton::toggled, this, [this](bool open) {
        m_content->setVisible(open);
        updateTitle();
        Q_EMIT toggled(open);
    });
    m_content->setVisible(false);
    updateTitle();
}

void Fold::setOpen(bool open)
{
    m_button->setChecked(open);
}

bool Fold::isOpen() const
{
    return m_button->isChecked();
}

void Fold::setSummary(const QString& summary)
{
    m_summary = summary;
    updateTitle();
}

void Fold::updateTitle()
{
    m_button->setIcon(
        Theme::icon(isOpen() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
            IconTone::Muted));
    const bool tell = !isOpen() && !m_summary.isEmpty();
    m_button->setText(tell
            ? tr("%1: %2", "title of a fold: what is set in it").arg(m_title, m_summary)
            : m_title);
    m_button->setAccessibleName(m_title);
}

} // namespace pieria::ui
