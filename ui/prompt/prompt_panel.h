// Where a piece is asked for: words, what was understood of them, and the exact fields.
#pragma once

#include "core/engine/model_registry.h"
#include "core/engine/music_request.h"
#include "ui/jobs/job_queue.h"
#include "ui/prompt/preset_store.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace pieria::ui {

class ChipBar;
class FailureLine;
class Fold;
class LengthField;
class PromptEditor;
class SeedField;
class ValueSlider;

class PromptPanel : public QWidget
{
    Q_OBJECT
public:
    PromptPanel(JobQueue& queue, const ModelRegistry& models, QWidget* parent = nullptr);

    /// Everything the panel says, ready to be run.
    [[nodiscard]] MusicRequest request() const;
    /// Recall: all fields, the task included.
    void setRequest(const MusicRequest& request);
    void setPrompt(const QString& prompt);
    void setSeed(std::uint64_t seed); ///< and locks it
    /// All but the seed.
    void remix(MusicRequest request);
    [[nodiscard]] int variations() const;
    void focusPrompt();
    /// What the big button says and does.
    [[nodiscard]] QString actionText() const;
    void submit(QueuePlace place = QueuePlace::End);
    /// Orders the shown request again with another seed.
    void vary();
    [[nodiscard]] FailureLine& failure() { return *m_failure; }

Q_SIGNALS:
    void generateRequested(
        const pieria::MusicRequest& request, int variations, pieria::ui::QueuePlace place);
    void leaveRequested(); ///< Esc: the stage gets the focus

private:
    void build();
    [[nodiscard]] QWidget* buildAdvanced();
    [[nodiscard]] QWidget* buildTask();
    void buildFields(QVBoxLayout& layout);
    void buildFoot(QVBoxLayout& layout);
    void read();
    void updateButton();
    void updateSummaries();
    void fillPresets();
    void fillModels();
    void askPresetName(const QString& title, const QString& initial, bool renames);
    void setTask(const MusicRequest& request);

    JobQueue& m_queue;
    const ModelRegistry& m_models;
    PresetStore m_presets;
    QTimer m_readDelay;
    MusicRequest m_base; ///< what the fields do not show: task, source, styles, explicit controls
    std::optional<MusicRequest> m_lastOrdered;

    PromptEditor* m_prompt = nullptr;
    ChipBar* m_chips = nullptr;
    QLabel* m_notes = nullptr;
    QWidget* m_task = nullptr;
    QLabel* m_taskText = nullptr;
    Fold* m_negativeFold = nullptr;
    PromptEditor* m_negative = nullptr;
    SeedField* m_seed = nullptr;
    QSpinBox* m_variations = nullptr;
    LengthField* m_length = nullptr;
    Fold* m_advanced = nullptr;
    QComboBox* m_model = nullptr;
    ValueSlider* m_guidance = nullptr;
    ValueSlider* m_steps = nullptr;
    QCheckBox* m_loop = nullptr;
    QMenu* m_presetMenu = nullptr;
    QPushButton* m_go = nullptr;
    QToolButton* m_more = nullptr;
    FailureLine* m_failure = nullptr;
};

/// Prompts that show what can be asked for.
[[nodiscard]] QStringList examplePrompts();

} // namespace pieria::ui
