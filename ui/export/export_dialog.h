// Everything a take can be taken away as, at once; what would be overwritten is said before.
#pragma once

#include "ui/export/export_plan.h"
#include "ui/jobs/job_queue.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace pieria::ui {

class FailureLine;
class ValueSlider;

class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(const ProjectTake& take, AssetStore assets,
        std::shared_ptr<SharedRenderer> renderer, JobQueue& queue,
        const std::optional<LoopRegion>& loop, QWidget* parent = nullptr);
    ~ExportDialog() override;

    [[nodiscard]] ExportOptions options() const;
    void setOptions(const ExportOptions& options);
    void run();

protected:
    void reject() override;

private:
    void build();
    [[nodiscard]] QWidget* buildFormats();
    [[nodiscard]] QWidget* buildSound();
    [[nodiscard]] QWidget* buildTags();
    void refresh();
    void setBusy(bool busy);

    Take m_take;
    AssetStore m_assets;
    std::shared_ptr<SharedRenderer> m_renderer;
    JobQueue& m_queue;
    std::optional<LoopRegion> m_loop;
    std::optional<JobId> m_job;
    QLineEdit* m_folder = nullptr;
    QLineEdit* m_name = nullptr;
    QComboBox* m_preset = nullptr;
    std::vector<std::pair<audio::AudioFormat, QCheckBox*>> m_formats;
    QCheckBox* m_stems = nullptr;
    QCheckBox* m_midi = nullptr;
    QCheckBox* m_takeFile = nullptr;
    QComboBox* m_rate = nullptr;
    QComboBox* m_range = nullptr;
    QCheckBox* m_normalise = nullptr;
    ValueSlider* m_loudness = nullptr;
    ValueSlider* m_quality = nullptr;
    QCheckBox* m_tagPrompt = nullptr;
    QLineEdit* m_title = nullptr;
    QLineEdit* m_artist = nullptr;
    QLabel* m_files = nullptr;
    QLabel* m_warning = nullptr;
    QProgressBar* m_progress = nullptr;
    FailureLine* m_failure = nullptr;
    QPushButton* m_go = nullptr;
};

} // namespace pieria::ui
