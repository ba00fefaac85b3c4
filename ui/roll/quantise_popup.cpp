#include "ui/roll/quantise_popup.h"

#include "ui/common/value_slider.h"
#include "ui/common/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QPushButton>

namespace pieria::ui {

std::vector<GridStep> gridSteps()
{
    const auto triplet = [](const char* of) {
        return QCoreApplication::translate("GridSteps", "%1 triplet").arg(QLatin1String(of));
    };
    return { { kTicksPerBeat * 4, QStringLiteral("1/1") },
        { kTicksPerBeat * 2, QStringLiteral("1/2") }, { kTicksPerBeat, QStringLiteral("1/4") },
        { kTicksPerBeat / 2, QStringLiteral("1/8") }, { kTicksPerBeat / 3, triplet("1/8") },
        { kTicksPerBeat / 4, QStringLiteral("1/16") }, { kTicksPerBeat / 6, triplet("1/16") },
        { kTicksPerBeat / 8, QStringLiteral("1/32") } };
}

QuantisePopup::QuantisePopup(Tick grid, QWidget* parent)
    : QFrame(parent, Qt::Popup)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("kind", "overlay");
    setAccessibleName(tr("Quantise"));
    auto* form = new QFormLayout(this);
    setGrid(*form, 3, 2);
    m_grid = new QComboBox(this);
    m_grid->setAccessibleName(tr("Grid"));
    for (const GridStep& step : gridSteps()) {
        m_grid->addItem(step.name, QVariant::fromValue<qlonglong>(step.ticks));
    }
    m_grid->setCurrentIndex(std::max(0, m_grid->findData(QVariant::fromValue<qlonglong>(grid))));
    m_strength = new ValueSlider(tr("Strength"), { 0, 100, 5, 100, 0, QStringLiteral(" %") }, this);
    m_swing = new ValueSlider(tr("Swing"), { 0, 75, 5, 0, 0, QStringLiteral(" %") }, this);
    m_strength->setValue(100);
    m_ends = new QCheckBox(tr("Ends of notes, too"), this);
    auto* apply = makeButton(tr("Quantise"), {}, this);
    apply->setProperty("kind", "primary");
    apply->setDefault(true);
    form->addRow(tr("Grid"), m_grid);
    form->addRow(tr("Strength"), m_strength);
    form->addRow(tr("Swing"), m_swing);
    form->addRow(QString(), m_ends);
    form->addRow(QString(), apply);
    setMinimumWidth(theme().grid(80));
    connect(apply, &QPushButton::clicked, this, [this] {
        Q_EMIT accepted(settings());
        close();
    });
    m_grid->setFocus();
}

Quantise QuantisePopup::settings() const
{
    return { static_cast<Tick>(m_grid->currentData().toLongLong()), m_strength->value() / 100,
        m_swing->value() / 100, m_ends->isChecked() };
}

} // namespace pieria::ui
