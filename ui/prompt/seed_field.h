// The seed with its lock (keep it) and its dice (another one now).
#pragma once

#include <QWidget>

#include <cstdint>

class QLineEdit;
class QToolButton;

namespace pieria::ui {

class SeedField : public QWidget
{
    Q_OBJECT
public:
    explicit SeedField(QWidget* parent = nullptr);
    [[nodiscard]] std::uint64_t seed() const;
    void setSeed(std::uint64_t seed);
    [[nodiscard]] bool isLocked() const;
    void setLocked(bool locked);
    /// A fresh seed, unless it is locked. Called after each result was ordered.
    void advance();
    void roll(); ///< the dice: a fresh seed in any case

Q_SIGNALS:
    void changed();

private:
    QLineEdit* m_text = nullptr;
    QToolButton* m_lock = nullptr;
};

} // namespace pieria::ui
