// How long the piece shall be: as the prompt says, in bars, or in time.
#pragma once

#include "core/engine/music_request.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace pieria::ui {

class LengthField : public QWidget
{
    Q_OBJECT
public:
    explicit LengthField(QWidget* parent = nullptr);
    void apply(MusicRequest& request) const;
    void setFrom(const MusicRequest& request);

Q_SIGNALS:
    void changed();

private:
    enum Unit { AsPrompt, Bars, InSeconds };
    void updateRange();
    QComboBox* m_unit = nullptr;
    QSpinBox* m_number = nullptr;
};

} // namespace pieria::ui
