#include "ui/shell/tour.h"

#include "ui/common/widgets.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace pieria::ui {

Tour::Tour(QWidget& window, std::vector<TourStep> steps)
    : QWidget(&window)
    , m_steps(std::move(steps))
    , m_card(new QFrame(this))
    , m_count(makeLabel({}, "muted", m_card))
    , m_title(makeLabel({}, "heading", m_card))
    , m_text(makeLabel({}, nullptr, m_card))
    , m_next(makeButton({}, {}, m_card))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Tour"));
    setFocusPolicy(Qt::StrongFocus);
    m_card->setProperty("kind", "overlay");
    m_text->setWordWrap(true);
    m_next->setProperty("kind", "primary");
    auto* skip = makeButton(tr("Skip the tour"), {}, m_card);
    skip->setProperty("kind", "flat");
    auto* row = new QHBoxLayout;
    row->addWidget(skip);
    row->addStretch();
    row->addWidget(m_next);
    auto* layout = new QVBoxLayout(m_card);
    setGrid(*layout, 4, 2);
    layout->addWidget(m_count);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(theme().grid(2));
    layout->addLayout(row);
    connect(m_next, &QPushButton::clicked, this, [this] { next(); });
    connect(skip, &QPushButton::clicked, this, [this] { leave(); });
    window.installEventFilter(this);
}

void Tour::begin()
{
    m_step = 0;
    show();
    raise();
    place();
    m_next->setFocus(Qt::OtherFocusReason);
}

void Tour::next()
{
    if (++m_step >= static_cast<int>(m_steps.size())) {
        leave();
        return;
    }
    place();
}

void Tour::leave()
{
    Q_EMIT finished();
    close();
}

QRect Tour::spot() const
{
    const QWidget& target = *m_steps[static_cast<std::size_t>(m_step)].target;
    return { mapFromGlobal(target.mapToGlobal(QPoint(0, 0))), target.size() };
}

void Tour::place()
{
    setGeometry(parentWidget()->rect());
    const TourStep& step = m_steps[static_cast<std::size_t>(m_step)];
    const bool last = m_step + 1 == static_cast<int>(m_steps.size());
    m_count->setText(tr("%1 of %2", "step of the tour").arg(m_step + 1).arg(m_steps.size()));
    m_title->setText(step.title);
    m_text->setText(step.text);
    m_next->setText(last ? tr("Start") : tr("Next"));
    m_next->setAccessibleName(m_next->text());
    m_card->setFixedWidth(theme().grid(84));
    m_text->setFixedWidth(theme().grid(76));
    m_card->adjustSize();
    const QRect where = spot();
    const int gap = theme().grid(4);
    QPoint at(where.right() + gap, where.top() + gap);
    if (at.x() + m_card->width() > width() - gap) {
        at.setX(where.left() - gap - m_card->width());
    }
    if (at.x() < gap) { // a wide target: inside it
        at = QPoint(
            where.center().x() - m_card->width() / 2, where.center().y() - m_card->height() / 2);
    }
    if (at.y() + m_card->height() > height() - gap) {
        at.setY(std::max(gap, height() - gap - m_card->height()));
    }
    m_card->move(at);
    update();
}

void Tour::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shade;
    shade.addRect(rect());
    QPainterPath hole;
    hole.addRoundedRect(QRectF(spot()).adjusted(1, 1, -1, -1), 6, 6);
    painter.fillPath(shade.subtracted(hole), QColor(0, 0, 0, 150));
    painter.setPen(QPen(theme().colors().accent, 2));
    painter.drawPath(hole);
}

void Tour::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        leave();
    } else if (event->key() == Qt::Key_Right) {
        next();
    } else {
        QWidget::keyPressEvent(event);
    }
}

bool Tour::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && watched == parentWidget()) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace pieria::ui
