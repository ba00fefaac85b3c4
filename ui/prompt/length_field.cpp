#include "ui/prompt/length_field.h"

#include "ui/common/widgets.h"

#include <QComboBox>
#include <QSpinBox>

#include <cmath>

namespace pieria::ui {

LengthField::LengthField(QWidget* parent)
    : QWidget(parent)
    , m_unit(new QComboBox(this))
    , m_number(new QSpinBox(this))
{
    m_unit->addItems({ tr("as the prompt says"), tr("bars"), tr("seconds") });
    m_unit->setAccessibleName(tr("Unit of the length"));
    m_number->setAccessibleName(tr("Length"));
    auto* row = new QHBoxLayout(this);
    setGrid(*row, 0, 1);
    row->addWidget(m_number);
    row->addWidget(m_unit, 1);
    setFocusProxy(m_unit);
    connect(m_unit, &QComboBox::currentIndexChanged, this, [this] {
        updateRange();
        Q_EMIT changed();
    });
    connect(m_number, &QSpinBox::valueChanged, this, [this] { Q_EMIT changed(); });
    updateRange();
}

void LengthField::updateRange()
{
    const int unit = m_unit->currentIndex();
    m_number->setVisible(unit != AsPrompt);
    const QSignalBlocker block(m_number);
    if (unit == Bars) {
        m_number->setRange(1, 1024);
        m_number->setValue(16);
    } else {
        m_number->setRange(2, 1800);
        m_number->setValue(45);
    }
}

void LengthField::apply(MusicRequest& request) const
{
    request.bars.reset();
    request.length.reset();
    if (m_unit->currentIndex() == Bars) {
        request.bars = m_number->value();
    } else if (m_unit->currentIndex() == InSeconds) {
        request.length = Seconds(m_number->value());
    }
}

void LengthField::setFrom(const MusicRequest& request)
{
    m_unit->setCurrentIndex(request.bars ? Bars : request.length ? InSeconds : AsPrompt);
    if (request.bars) {
        m_number->setValue(*request.bars);
    } else if (request.length) {
        m_number->setValue(static_cast<int>(std::lround(request.length->value())));
    }
}

} // namespace pieria::ui
