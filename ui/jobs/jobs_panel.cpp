#include "ui/jobs/jobs_panel.h"

#include "ui/common/empty_state.h"
#include "ui/common/widgets.h"
#include "ui/jobs/job_row.h"

#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>

namespace pieria::ui {

JobsPanel::JobsPanel(JobQueue& queue, QWidget* parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_model(queue)
    , m_summary(makeLabel({}, "muted", this))
    , m_cancel(makeIconButton(QStringLiteral("close"), tr("Cancel jobs"), this))
    , m_clear(makeIconButton(QStringLiteral("trash"), tr("Clear ended jobs"), this))
    , m_pages(new QStackedWidget(this))
{
    setProperty("kind", "panel");
    setAccessibleName(tr("Jobs"));
    auto* menu = new QMenu(m_cancel);
    menu->addAction(tr("Cancel &active"), this, [this] { m_queue.cancelActive(); });
    menu->addAction(tr("Cancel &queued"), this, [this] { m_queue.cancelQueued(); });
    menu->addAction(tr("Cancel &all"), this, [this] { m_queue.cancelAll(); });
    m_cancel->setMenu(menu);
    m_cancel->setPopupMode(QToolButton::InstantPopup);
    connect(m_clear, &QToolButton::clicked, this, [this] { m_queue.clearEnded(); });

    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme().grid(2), theme().grid(1), theme().grid(1), 0);
    head->addWidget(m_summary, 1);
    head->addWidget(m_cancel);
    head->addWidget(m_clear);

    auto* list = new QWidget;
    list->setProperty("kind", "panel");
    m_rows = new QVBoxLayout(list);
    setGrid(*m_rows, 0, 0);
    m_rows->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAccessibleName(tr("List of jobs"));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pages->addWidget(new EmptyState(QStringLiteral("jobs"), tr("Nothing is running"),
        tr("Pieces in the making, renders and exports appear here with the time they still "
           "need.")));
    m_pages->addWidget(scroll);

    auto* layout = new QVBoxLayout(this);
    setGrid(*layout, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_pages, 1);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] { rebuild(); });
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex& first, const QModelIndex& last) {
            refresh(first.row(), last.row());
        });
    rebuild();
}

void JobsPanel::rebuild()
{
    // Widgets that stay keep the focus of the keyboard.
    std::vector<JobRow*> old = std::move(m_widgets);
    m_widgets.clear();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const JobId id = m_model.job(row)->id;
        const auto found = std::find_if(old.begin(), old.end(),
            [&](const JobRow* widget) { return widget != nullptr && widget->id() == id; });
        JobRow* widget = found == old.end() ? new JobRow(m_queue, id, this) : *found;
        if (found != old.end()) {
            *found = nullptr;
        }
        m_rows->removeWidget(widget);
        m_rows->insertWidget(row, widget);
        m_widgets.push_back(widget);
        widget->show();
    }
    for (JobRow* gone : old) {
        if (gone != nullptr) {
            gone->hide();
            gone->deleteLater();
        }
    }
    refresh(0, m_model.rowCount() - 1);
}

void JobsPanel::refresh(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        m_widgets[static_cast<std::size_t>(row)]->update(*m_model.job(row));
    }
    updateHead();
}

void JobsPanel::updateHead()
{
    int running = 0;
    int queued = 0;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const JobState state = m_model.job(row)->state;
        running += state == JobState::Running ? 1 : 0;
        queued += state == JobState::Queued ? 1 : 0;
    }
    m_pages->setCurrentIndex(m_model.rowCount() == 0 ? 0 : 1);
    m_summary->setText(running + queued == 0 ? tr("Idle")
                                             : tr("%n running", nullptr, running)
                + (queued > 0 ? tr(", %n waiting", nullptr, queued) : QString()));
    m_summary->setVisible(m_model.rowCount() > 0);
    m_cancel->setVisible(m_model.rowCount() > 0);
    m_cancel->setEnabled(running + queued > 0);
    m_clear->setVisible(m_model.rowCount() > 0);
    m_clear->setEnabled(m_model.rowCount() > running + queued);
}

} // namespace pieria::ui
