#include "ui/common/empty_state.h"

#include "ui/common/widgets.h"

namespace pieria::ui {

EmptyState::EmptyState(const QString& icon, const QString& title, const QString& sentence,
    const QString& button, QWidget* parent)
    : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    setGrid(*layout, 3, 2);
    layout->addStretch(1);
    auto* picture = makeLabel({}, nullptr, this);
    picture->setPixmap(Theme::icon(icon, IconTone::Muted).pixmap(theme().grid(6)));
    picture->setAlignment(Qt::AlignCenter);
    connect(&theme(), &Theme::changed, picture, [picture, icon] {
        picture->setPixmap(Theme::icon(icon, IconTone::Muted).pixmap(theme().grid(6)));
    });
    layout->addWidget(picture);
    auto* heading = makeLabel(title, "heading", this);
    heading->setAlignment(Qt::AlignCenter);
    heading->setWordWrap(true);
    layout->addWidget(heading);
    auto* text = makeLabel(sentence, "muted", this);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    layout->addWidget(text);
    if (!button.isEmpty()) {
        auto* start = makeButton(button, {}, this);
        layout->addSpacing(theme().grid(1));
        layout->addWidget(start, 0, Qt::AlignCenter);
        connect(start, &QPushButton::clicked, this, &EmptyState::activated);
    }
    layout->addStretch(2);
    setAccessibleName(title);
}

} // namespace pieria::ui
