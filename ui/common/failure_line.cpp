#include "ui/common/failure_line.h"

#include "ui/common/widgets.h"

#include <QClipboard>
#include <QGuiApplication>

#include <utility>

namespace pieria::ui {

FailureLine::FailureLine(QWidget* parent)
    : QFrame(parent)
    , m_icon(makeLabel({}, nullptr, this))
    , m_sentence(makeLabel({}, nullptr, this))
    , m_detail(makeLabel({}, "muted", this))
    , m_fix(makeButton({}, {}, this))
    , m_more(makeLinkButton(tr("Details"), this))
    , m_copy(makeLinkButton(tr("Copy"), this))
    , m_close(makeIconButton(QStringLiteral("close"), tr("Dismiss"), this))
{
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setWordWrap(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setFont(theme().smallFont());
    m_copy->setAccessibleName(tr("Copy the details"));
    m_more->setAccessibleName(tr("Show or hide the details"));
    m_fix->setAccessibleName(tr("Remedy"));
    auto* top = new QHBoxLayout;
    top->setSpacing(theme().grid(2));
    top->addWidget(m_icon, 0, Qt::AlignTop);
    top->addWidget(m_sentence, 1);
    top->addWidget(m_close, 0, Qt::AlignTop);
    auto* links = new QHBoxLayout;
    links->setSpacing(theme().grid(1));
    links->addWidget(m_fix);
    links->addWidget(m_more);
    links->addWidget(m_copy);
    links->addStretch();
    auto* layout = new QVBoxLayout(this);
    setGrid(*layout, 2, 1);
    layout->addLayout(top);
    layout->addWidget(m_detail);
    layout->addLayout(links);
    connect(m_close, &QToolButton::clicked, this, &FailureLine::clear);
    connect(m_more, &QPushButton::clicked, this,
        [this] { m_detail->setVisible(!m_detail->isVisible()); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(
            m_sentence->text() + QLatin1Char('\n') + m_detail->text());
    });
    connect(m_fix, &QPushButton::clicked, this, [this] {
        if (m_onFix) {
            m_onFix();
        }
        clear();
    });
    hide();
}

void FailureLine::present(const char* kind, const QString& icon, const QString& sentence)
{
    setStyleProperty(*this, "kind", kind);
    m_icon->setPixmap(
        Theme::icon(icon, qstrcmp(kind, "failure") == 0 ? IconTone::Bad : IconTone::Text)
            .pixmap(theme().grid(4)));
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    m_detail->hide();
    QFrame::show();
}

void FailureLine::show(const Failure& failure, const QString& fixText, std::function<void()> fix)
{
    m_detail->setText(toQt(failure.detail));
    m_more->setVisible(!failure.detail.empty());
    m_copy->setVisible(!failure.detail.empty());
    m_fix->setVisible(!fixText.isEmpty());
    m_fix->setText(fixText);
    m_fix->setAccessibleName(fixText);
    m_onFix = std::move(fix);
    present("failure", QStringLiteral("failure"), toQt(failure.sentence));
}

void FailureLine::showNotice(const QString& sentence)
{
    m_more->hide();
    m_copy->hide();
    m_fix->hide();
    present("notice", QStringLiteral("info"), sentence);
}

void FailureLine::clear()
{
    m_onFix = nullptr;
    hide();
}

QString FailureLine::sentence() const
{
    return isHidden() ? QString() : m_sentence->text();
}

} // namespace pieria::ui
