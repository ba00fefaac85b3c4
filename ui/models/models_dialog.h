// The models at hand: what they are, what may be done with them, whether they are whole.
#pragma once

#include "core/engine/model_registry.h"
#include "ui/jobs/job_queue.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace pieria::ui {

class FailureLine;

class ModelsDialog : public QDialog
{
    Q_OBJECT
public:
    ModelsDialog(const ModelRegistry& registry, JobQueue& queue, QWidget* parent = nullptr);
    void importFolder(const QString& folder);
    void verifyChosen();
    void removeChosen();

private:
    void fill();
    void showChosen();
    [[nodiscard]] std::optional<InstalledModel> chosen() const;
    void run(const QString& title, std::function<Result<Outcome<InstalledModel>>(JobContext&)> work,
        const QString& done);

    const ModelRegistry& m_registry;
    JobQueue& m_queue;
    std::vector<InstalledModel> m_models;
    QLineEdit* m_filter = nullptr;
    QListWidget* m_list = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_facts = nullptr;
    QPlainTextEdit* m_licence = nullptr;
    QPushButton* m_verify = nullptr;
    QPushButton* m_remove = nullptr;
    FailureLine* m_failure = nullptr;
};

/// A sentence when the model needs more memory than this computer has free; empty otherwise.
[[nodiscard]] QString memoryHint(std::uint64_t needed, std::uint64_t free);
[[nodiscard]] std::uint64_t freeMemory(); ///< bytes, from the system; 0 when unknown

} // namespace pieria::ui
