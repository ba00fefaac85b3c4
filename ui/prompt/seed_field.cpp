#include "ui/prompt/seed_field.h"

#include "ui/common/widgets.h"

#include <QLineEdit>
#include <QRandomGenerator>
#include <QRegularExpressionValidator>

namespace pieria::ui {

SeedField::SeedField(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_lock(makeIconButton(QStringLiteral("unlock"), tr("Keep this seed"), this))
{
    auto* dice = makeIconButton(QStringLiteral("dice"), tr("Another seed"), this);
    m_text->setAccessibleName(tr("Seed"));
    m_text->setFont(theme().figureFont());
    m_text->setToolTip(tr("The same request with the same seed gives the same piece"));
    m_text->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{1,19}")), m_text));
    m_lock->setCheckable(true);
    auto* row = new QHBoxLayout(this);
    setGrid(*row, 0, 1);
    row->addWidget(m_text, 1);
    row->addWidget(m_lock);
    row->addWidget(dice);
    setFocusProxy(m_text);
    connect(m_lock, &QToolButton::toggled, this, [this](bool on) {
        m_lock->setIcon(
            Theme::icon(on ? QStringLiteral("lock") : QStringLiteral("unlock"), IconTone::Muted));
    });
    connect(dice, &QToolButton::clicked, this, [this] { roll(); });
    connect(m_text, &QLineEdit::textChanged, this, [this] { Q_EMIT changed(); });
    roll();
}

std::uint64_t SeedField::seed() const
{
    return m_text->text().toULongLong();
}

void SeedField::setSeed(std::uint64_t seed)
{
    m_text->setText(QString::number(seed));
}

bool SeedField::isLocked() const
{
    return m_lock->isChecked();
}

void SeedField::setLocked(bool locked)
{
    m_lock->setChecked(locked);
}

void SeedField::advance()
{
    if (!isLocked()) {
        roll();
    }
}

void SeedField::roll()
{
    // Four digits are enough to find another piece, and can be read out to a friend.
    setSeed(static_cast<std::uint64_t>(QRandomGenerator::global()->bounded(1, 10000)));
}

} // namespace pieria::ui
