#include "ui/jobs/job_row.h"

#include "ui/common/failure_line.h"
#include "ui/common/widgets.h"
#include "ui/jobs/job_list_model.h"

#include <QProgressBar>

#include <cmath>

namespace pieria::ui {

namespace {

constexpr int kBarSteps = 1000;
constexpr double kBarAfterSeconds = 0.15; // a bar that flashes up and away tells nothing

struct Mark
{
    QString icon;
    IconTone tone;
};

Mark markOf(JobState state)
{
    switch (state) {
    case JobState::Running:
        return { QStringLiteral("sparkle"), IconTone::Accent };
    case JobState::Finished:
        return { QStringLiteral("check"), IconTone::Muted };
    case JobState::Failed:
        return { QStringLiteral("failure"), IconTone::Bad };
    case JobState::Cancelled:
        return { QStringLiteral("close"), IconTone::Muted };
    case JobState::Queued:
        break;
    }
    return { QStringLiteral("jobs"), IconTone::Muted };
}

} // namespace

JobRow::JobRow(JobQueue& queue, const JobId& id, QWidget* parent)
    : QFrame(parent)
    , m_queue(queue)
    , m_id(id)
    , m_mark(makeLabel({}, nullptr, this))
    , m_title(makeLabel({}, nullptr, this))
    , m_status(makeLabel({}, "muted", this))
    , m_bar(new QProgressBar(this))
    , m_front(makeIconButton(QStringLiteral("front"), tr("Run next"), this))
    , m_up(makeIconButton(QStringLiteral("up"), tr("Sooner"), this))
    , m_down(makeIconButton(QStringLiteral("down"), tr("Later"), this))
    , m_retry(makeIconButton(QStringLiteral("retry"), tr("Try again"), this))
    , m_cancel(makeIconButton(QStringLiteral("close"), tr("Cancel"), this))
    , m_failure(new FailureLine(this))
{
    m_bar->setRange(0, kBarSteps);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(4);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme().grid(1));
    words->addWidget(m_title);
    words->addWidget(m_bar);
    words->addWidget(m_status);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().grid(1));
    row->addWidget(m_mark, 0, Qt::AlignTop);
    row->addSpacing(theme().grid(1));
    row->addLayout(words, 1);
    for (QToolButton* button : { m_front, m_up, m_down, m_retry, m_cancel }) {
        row->addWidget(button, 0, Qt::AlignTop);
    }
    auto* layout = new QVBoxLayout(this);
    setGrid(*layout, 2, 1);
    layout->addLayout(row);
    layout->addWidget(m_failure);
    connect(m_front, &QToolButton::clicked, this, [this] { m_queue.moveToFront(m_id); });
    connect(m_up, &QToolButton::clicked, this, [this] { m_queue.move(m_id, -1); });
    connect(m_down, &QToolButton::clicked, this, [this] { m_queue.move(m_id, 1); });
    connect(m_retry, &QToolButton::clicked, this, [this] { m_queue.retry(m_id); });
    connect(m_cancel, &QToolButton::clicked, this, [this] { m_queue.cancel(m_id); });
}

void JobRow::update(const JobInfo& info)
{
    const QString status = JobListModel::statusText(info);
    m_title->setText(info.title);
    m_title->setToolTip(info.title);
    m_status->setText(status);
    setAccessibleName(info.title);
    setAccessibleDescription(status);
    m_bar->setAccessibleName(tr("Progress of %1").arg(info.title));
    m_bar->setValue(static_cast<int>(std::lround(info.progress.fraction() * kBarSteps)));
    m_bar->setVisible(info.state == JobState::Running && info.elapsed.value() >= kBarAfterSeconds);
    m_cancel->setEnabled(!info.cancelling);
    if (m_shown == info.state) {
        return;
    }
    m_shown = info.state;
    const bool queued = info.state == JobState::Queued;
    m_front->setVisible(queued);
    m_up->setVisible(queued);
    m_down->setVisible(queued);
    m_retry->setVisible(info.state == JobState::Failed || info.state == JobState::Cancelled);
    m_cancel->setVisible(queued || info.state == JobState::Running);
    const Mark mark = markOf(info.state);
    m_mark->setPixmap(Theme::icon(mark.icon, mark.tone).pixmap(theme().grid(4)));
    if (info.failure) {
        m_failure->show(*info.failure);
    } else {
        m_failure->clear();
    }
}

} // namespace pieria::ui
