#include "ui/prompt/prompt_panel.h"

#include "ui/common/failure_line.h"
#include "ui/common/fold.h"
#include "ui/common/value_slider.h"
#include "ui/common/widgets.h"
#include "ui/prompt/chip_bar.h"
#include "ui/prompt/length_field.h"
#include "ui/prompt/prompt_editor.h"
#include "ui/prompt/seed_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QInputDialog>
#include <QMenu>
#include <QScrollArea>
#include <QSpinBox>

#include <cmath>

namespace pieria::ui {

namespace {

constexpr int kReadDelayMs = 120; // after the last letter

QLabel* fieldLabel(const QString& text, QWidget* field)
{
    QLabel* label = makeLabel(text, "muted");
    label->setBuddy(field);
    return label;
}

} // namespace

PromptPanel::PromptPanel(JobQueue& queue, const ModelRegistry& models, QWidget* parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_models(models)
{
    setProperty("kind", "panel");
    setAccessibleName(tr("Prompt"));
    build();
    m_readDelay.setSingleShot(true);
    m_readDelay.setInterval(kReadDelayMs);
    connect(&m_readDelay, &QTimer::timeout, this, [this] { read(); });
    connect(m_prompt, &QPlainTextEdit::textChanged, this, [this] {
        m_readDelay.start();
        updateButton();
    });
    connect(&m_queue, &JobQueue::jobAdded, this, [this] { updateButton(); });
    connect(&m_queue, &JobQueue::jobChanged, this, [this] { updateButton(); });
    read();
    setTask({});
}

void PromptPanel::build()
{
    auto* content = new QWidget;
    content->setProperty("kind", "panel");
    auto* layout = new QVBoxLayout(content);
    setGrid(*layout, 3, 2);
    m_prompt = new PromptEditor(content);
    m_prompt->setMaximumHeight(theme().grid(28)); // five lines; more scroll
    layout->addWidget(m_prompt);
    m_chips = new ChipBar(content);
    layout->addWidget(m_chips);
    m_notes = makeLabel({}, "warn", content);
    m_notes->setWordWrap(true);
    m_notes->setFont(theme().smallFont());
    layout->addWidget(m_notes);
    layout->addWidget(m_task = buildTask());
    buildFields(*layout);
    layout->addStretch(1);

    auto* scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Fields of the prompt"));
    auto* outer = new QVBoxLayout(this);
    setGrid(*outer, 0, 0);
    outer->addWidget(scroll, 1);
    buildFoot(*outer);

    connect(m_prompt, &PromptEditor::submitted, this, [this] { submit(); });
    connect(m_negative, &PromptEditor::submitted, this, [this] { submit(); });
    connect(m_prompt, &PromptEditor::left, this, &PromptPanel::leaveRequested);
    connect(m_negative, &PromptEditor::left, this, &PromptPanel::leaveRequested);
    connect(m_chips, &ChipBar::changed, this, [this](const Chip& chip, const QString& words) {
        m_prompt->replaceBytes(chip.begin, chip.end, words);
        read();
    });
}

QWidget* PromptPanel::buildTask()
{
    auto* card = new QFrame;
    card->setProperty("kind", "notice");
    auto* row = new QHBoxLayout(card);
    setGrid(*row, 1, 2);
    m_taskText = makeLabel({}, nullptr, card);
    m_taskText->setWordWrap(true);
    auto* leave = makeIconButton(QStringLiteral("close"), tr("Compose a new piece instead"), card);
    row->addWidget(m_taskText, 1);
    row->addWidget(leave, 0, Qt::AlignTop);
    connect(leave, &QToolButton::clicked, this, [this] { setTask({}); });
    return card;
}

void PromptPanel::buildFields(QVBoxLayout& layout)
{
    auto* tools = new QHBoxLayout;
    tools->setSpacing(theme().grid(1));
    auto* examples = makeIconButton(QStringLiteral("book"), tr("Example prompts"));
    auto* exampleMenu = new QMenu(examples);
    for (const QString& words : examplePrompts()) {
        exampleMenu->addAction(words, this, [this, words] { setPrompt(words); });
    }
    examples->setMenu(exampleMenu);
    examples->setPopupMode(QToolButton::InstantPopup);
    examples->setText(tr("Examples"));
    examples->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto* presets = makeIconButton(QStringLiteral("list"), tr("Presets"));
    m_presetMenu = new QMenu(presets);
    presets->setMenu(m_presetMenu);
    presets->setPopupMode(QToolButton::InstantPopup);
    presets->setText(tr("Presets"));
    presets->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_presetMenu, &QMenu::aboutToShow, this, [this] { fillPresets(); });
    tools->addWidget(examples);
    tools->addWidget(presets);
    tools->addStretch();
    layout.addLayout(tools);

    m_negative = new PromptEditor;
    m_negative->setAccessibleName(tr("Negative prompt"));
    m_negative->setPlaceholderText(tr("what it should not be: drums, fast"));
    m_negative->setMinimumHeight(theme().grid(14));
    m_negative->setMaximumHeight(theme().grid(18));
    m_negativeFold = new Fold(tr("Negative"), m_negative);
    layout.addWidget(m_negativeFold);
    connect(m_negative, &QPlainTextEdit::textChanged, this, [this] { updateSummaries(); });

    m_seed = new SeedField;
    m_variations = new QSpinBox;
    m_variations->setRange(1, 16);
    m_variations->setPrefix(QStringLiteral("x "));
    m_variations->setAccessibleName(tr("Variations"));
    m_variations->setToolTip(tr("How many pieces, each with the next seed"));
    m_length = new LengthField;
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(theme().grid(3));
    form->setVerticalSpacing(theme().grid(2));
    form->addRow(fieldLabel(tr("&Seed"), m_seed), m_seed);
    form->addRow(fieldLabel(tr("Varia&tions"), m_variations), m_variations);
    form->addRow(fieldLabel(tr("&Length"), m_length), m_length);
    layout.addLayout(form);
    connect(m_variations, &QSpinBox::valueChanged, this, [this] { updateButton(); });
    connect(m_seed, &SeedField::changed, this, [this] { updateButton(); });

    m_advanced = new Fold(tr("Advanced"), buildAdvanced());
    layout.addWidget(m_advanced);
    updateSummaries();
}

QWidget* PromptPanel::buildAdvanced()
{
    auto* box = new QWidget;
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(theme().grid(3));
    form->setVerticalSpacing(theme().grid(2));
    m_model = new QComboBox;
    m_model->setAccessibleName(tr("Model"));
    fillModels();
    m_guidance = new ValueSlider(tr("Guidance"), { 0, 20, 0.5, 3, 1, {} });
    m_steps = new ValueSlider(tr("Steps"), { 1, 200, 1, 20, 0, {} });
    m_loop = new QCheckBox(tr("Ends where it begins"));
    m_loop->setAccessibleName(tr("Make a seamless loop"));
    form->addRow(fieldLabel(tr("&Model"), m_model), m_model);
    form->addRow(fieldLabel(tr("&Guidance"), m_guidance), m_guidance);
    form->addRow(fieldLabel(tr("Ste&ps"), m_steps), m_steps);
    form->addRow(fieldLabel(tr("L&oop"), m_loop), m_loop);
    connect(m_guidance, &ValueSlider::valueChanged, this, [this] { updateSummaries(); });
    connect(m_steps, &ValueSlider::valueChanged, this, [this] { updateSummaries(); });
    connect(m_loop, &QCheckBox::toggled, this, [this] { updateSummaries(); });
    return box;
}

void PromptPanel::buildFoot(QVBoxLayout& layout)
{
    auto* foot = new QWidget(this);
    auto* column = new QVBoxLayout(foot);
    setGrid(*column, 3, 2);
    m_failure = new FailureLine(foot);
    m_go = makeButton({}, QString(), foot);
    m_go->setProperty("kind", "primary");
    m_go->setIcon(Theme::icon(QStringLiteral("sparkle"), IconTone::OnAccent));
    m_go->setMinimumHeight(theme().grid(9));
    m_go->setToolTip(tr("Ctrl+Enter"));
    m_go->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_more = makeIconButton(QStringLiteral("chevron-down"), tr("Other ways to start"), foot);
    m_more->setProperty("kind", QVariant());
    m_more->setFixedHeight(theme().grid(9));
    auto* menu = new QMenu(m_more);
    menu->addAction(tr("Add at the &end of the queue"), this, [this] { submit(QueuePlace::End); });
    menu->addAction(
        tr("Add at the &front of the queue"), this, [this] { submit(QueuePlace::Front); });
    menu->addAction(tr("&Vary: the same with another seed"), this, [this] { vary(); });
    menu->addSeparator();
    menu->addAction(tr("Clear the &prompt"), this, [this] {
        m_prompt->selectAll(); // so that Ctrl+Z in the field brings the words back
        m_prompt->insertPlainText(QString());
    });
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().grid(1));
    row->addWidget(m_go, 1);
    row->addWidget(m_more);
    column->addWidget(m_failure);
    column->addLayout(row);
    layout.addWidget(makeLine(this));
    layout.addWidget(foot);
    connect(m_go, &QPushButton::clicked, this, [this] { submit(); });
}

MusicRequest PromptPanel::request() const
{
    MusicRequest request = m_base;
    request.prompt = fromQt(m_prompt->toPlainText());
    request.negative = fromQt(m_negative->toPlainText());
    request.seed = m_seed->seed();
    request.model = fromQt(m_model->currentData().toString());
    request.guidance = m_guidance->value();
    request.steps = static_cast<int>(std::lround(m_steps->value()));
    request.loop = m_loop->isChecked();
    m_length->apply(request);
    return request;
}

void PromptPanel::setRequest(const MusicRequest& request)
{
    setPrompt(toQt(request.prompt));
    m_negative->setPlainText(toQt(request.negative));
    m_negativeFold->setOpen(!request.negative.empty());
    m_seed->setSeed(request.seed);
    m_seed->setLocked(true);
    m_model->setCurrentIndex(std::max(0, m_model->findData(toQt(request.model))));
    m_guidance->setValue(request.guidance);
    m_steps->setValue(request.steps);
    m_loop->setChecked(request.loop);
    m_length->setFrom(request);
    setTask(request);
}

void PromptPanel::setPrompt(const QString& prompt)
{
    if (prompt == m_prompt->toPlainText()) {
        return;
    }
    m_prompt->selectAll(); // replaced as an edit, so that Ctrl+Z in the field brings back what was
                           // there
    m_prompt->insertPlainText(prompt);
    read();
}

void PromptPanel::setSeed(std::uint64_t seed)
{
    m_seed->setSeed(seed);
    m_seed->setLocked(true);
}

void PromptPanel::remix(MusicRequest request)
{
    request.seed = m_seed->seed();
    setRequest(request);
    m_seed->setLocked(false);
    m_seed->roll();
}

int PromptPanel::variations() const
{
    return m_variations->value();
}

void PromptPanel::focusPrompt()
{
    m_prompt->setFocus(Qt::ShortcutFocusReason);
}

QString PromptPanel::actionText() const
{
    const bool busy = [this] {
        for (const JobInfo& job : m_queue.jobs()) {
            if (job.lane == Lane::Compute
                && (job.state == JobState::Running || job.state == JobState::Queued)) {
                return true;
            }
        }
        return false;
    }();
    const int n = variations();
    switch (m_base.task) {
    case MusicTask::Extend:
        return busy ? tr("Enqueue extension") : tr("Extend by %n bars", nullptr, m_base.extendBars);
    case MusicTask::Inpaint:
        return busy ? tr("Enqueue bars %1-%2").arg(m_base.firstBar).arg(m_base.lastBar)
                    : tr("Make bars %1-%2 again").arg(m_base.firstBar).arg(m_base.lastBar);
    case MusicTask::RemakeSlot:
        return busy ? tr("Enqueue new part") : tr("Make this part again");
    case MusicTask::Compose:
        break;
    }
    if (busy) {
        return n > 1 ? tr("Enqueue %n", nullptr, n) : tr("Enqueue");
    }
    if (m_lastOrdered) {
        MusicRequest now = request();
        now.seed = m_lastOrdered->seed;
        if (now == *m_lastOrdered) {
            return n > 1 ? tr("Vary %n times", nullptr, n) : tr("Vary");
        }
    }
    return n > 1 ? tr("Generate %n", nullptr, n) : tr("Generate");
}

void PromptPanel::submit(QueuePlace place)
{
    m_failure->clear();
    const MusicRequest now = request();
    Q_EMIT generateRequested(now, variations(), place);
    m_lastOrdered = now;
    m_seed->advance();
    updateButton();
}

void PromptPanel::vary()
{
    m_seed->roll();
    submit();
}

void PromptPanel::setTask(const MusicRequest& request)
{
    m_base = request;
    const bool special = request.task != MusicTask::Compose;
    m_task->setVisible(special);
    if (request.task == MusicTask::Extend) {
        m_taskText->setText(tr("Extends the take by %n bars", nullptr, request.extendBars));
    } else if (request.task == MusicTask::Inpaint) {
        m_taskText->setText(
            tr("Makes bars %1-%2 of the take again").arg(request.firstBar).arg(request.lastBar));
    } else if (request.task == MusicTask::RemakeSlot) {
        m_taskText->setText(tr("Makes one part of the take again: %1")
                .arg(QString::fromUtf8(slotName(request.slot).data())));
    }
    m_length->setEnabled(!special);
    updateButton();
}

void PromptPanel::read()
{
    m_readDelay.stop();
    const MusicReading reading = readMusicPrompt(fromQt(m_prompt->toPlainText()));
    m_chips->setChips(reading.chips);
    QStringList notes;
    for (const std::string& note : reading.notes) {
        notes << toQt(note);
    }
    if (!reading.unknownWords.empty()) {
        QStringList words;
        for (const std::string& word : reading.unknownWords) {
            words << tr("\"%1\"", "a word in quotation marks").arg(toQt(word));
        }
        notes << tr("Not in the word list, so it only colours the mood: %1")
                     .arg(words.join(QStringLiteral(", ")));
    }
    m_notes->setText(notes.join(QLatin1Char('\n')));
    m_notes->setVisible(!notes.isEmpty());
    updateButton();
}

void PromptPanel::updateButton()
{
    const QString text = actionText();
    if (m_go->text() != text) {
        m_go->setText(text);
        m_go->setAccessibleName(text);
    }
}

void PromptPanel::updateSummaries()
{
    m_negativeFold->setSummary(m_negative->toPlainText().simplified().left(24));
    if (m_advanced == nullptr) {
        return;
    }
    QStringList set;
    if (m_guidance->value() != 3) {
        set << tr("guidance %1").arg(m_guidance->value());
    }
    if (std::lround(m_steps->value()) != 20) {
        set << tr("%n steps", nullptr, static_cast<int>(m_steps->value()));
    }
    if (m_loop->isChecked()) {
        set << tr("loop");
    }
    m_advanced->setSummary(set.join(QStringLiteral(", ")));
}

void PromptPanel::fillModels()
{
    m_model->clear();
    m_model->addItem(tr("Shipped model"), QString());
    for (const InstalledModel& model : m_models.list()) {
        if (model.card.kind == "music" && model.origin == ModelOrigin::User && !model.problem) {
            m_model->addItem(toQt(model.card.name), toQt(model.id));
        }
    }
}

void PromptPanel::fillPresets()
{
    m_presetMenu->clear();
    const QStringList names = m_presets.names();
    for (const QString& name : names) {
        QMenu* menu = m_presetMenu->addMenu(name);
        menu->addAction(tr("&Use"), this, [this, name] {
            if (auto request = m_presets.load(name)) {
                remix(*request);
            } else {
                m_failure->show(request.error());
            }
        });
        menu->addAction(tr("Replace with what is &shown"), this, [this, name] {
            if (const Status saved = m_presets.save(name, request()); !saved) {
                m_failure->show(saved.error());
            }
        });
        menu->addAction(tr("&Rename..."), this,
            [this, name] { askPresetName(tr("Rename preset"), name, true); });
        menu->addAction(tr("&Export..."), this, [this, name] {
            const QString file = QFileDialog::getSaveFileName(
                this, tr("Export preset"), name + QStringLiteral(".json"), tr("Presets (*.json)"));
            if (!file.isEmpty()) {
                if (const Status done = m_presets.exportTo(name, fromQt(file)); !done) {
                    m_failure->show(done.error());
                }
            }
        });
        menu->addAction(tr("&Delete"), this, [this, name] {
            if (const Status done = m_presets.remove(name); !done) {
                m_failure->show(done.error());
            }
        });
    }
    if (!names.isEmpty()) {
        m_presetMenu->addSeparator();
    }
    m_presetMenu->addAction(
        tr("&Save as preset..."), this, [this] { askPresetName(tr("Save preset"), {}, false); });
    m_presetMenu->addAction(tr("&Import..."), this, [this] {
        const QString file
            = QFileDialog::getOpenFileName(this, tr("Import preset"), {}, tr("Presets (*.json)"));
        if (!file.isEmpty()) {
            if (const auto name = m_presets.importFrom(fromQt(file)); !name) {
                m_failure->show(name.error());
            }
        }
    });
}

void PromptPanel::askPresetName(const QString& title, const QString& initial, bool renames)
{
    bool ok = false;
    const QString name
        = QInputDialog::getText(this, title, tr("Name"), QLineEdit::Normal, initial, &ok);
    if (!ok) {
        return;
    }
    const Status done = renames ? m_presets.rename(initial, name) : m_presets.save(name, request());
    if (!done) {
        m_failure->show(done.error());
    }
}

QStringList examplePrompts()
{
    // Written in the language the prompt's grammar reads.
    return {
        QStringLiteral("slow bossa nova in D minor at 92 bpm with nylon guitar and flute, 32 bars"),
        QStringLiteral(
            "bright swing in F major with piano, double bass and trumpet, with an intro"),
        QStringLiteral("dreamy ambient pads in A minor, no drums, one minute"),
        QStringLiteral("deep house at 122 bpm with electric piano, building up"),
        QStringLiteral("sad waltz for solo piano in C minor"),
        QStringLiteral("energetic drum and bass at 172 bpm in E minor"),
        QStringLiteral("lo-fi beat at 78 bpm with vibraphone and warm bass"),
        QStringLiteral("baroque strings in G major, 16 bars, with an ending"),
    };
}

} // namespace pieria::ui
