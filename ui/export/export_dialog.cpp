#include "ui/export/export_dialog.h"

#include "ui/common/failure_line.h"
#include "ui/common/value_slider.h"
#include "ui/common/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QGridLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QStandardPaths>

#include <algorithm>
#include <cmath>
#include <system_error>

namespace pieria::ui {

namespace {

QString formatText(audio::AudioFormat format)
{
    switch (format) {
    case audio::AudioFormat::Wav16:
        return ExportDialog::tr("WAV, 16 bit");
    case audio::AudioFormat::Wav24:
        return ExportDialog::tr("WAV, 24 bit");
    case audio::AudioFormat::WavFloat:
        return ExportDialog::tr("WAV, 32 bit float");
    case audio::AudioFormat::Flac16:
        return ExportDialog::tr("FLAC, 16 bit");
    case audio::AudioFormat::Flac24:
        return ExportDialog::tr("FLAC, 24 bit");
    case audio::AudioFormat::Ogg:
        return ExportDialog::tr("OGG Vorbis");
    case audio::AudioFormat::Opus:
        return ExportDialog::tr("Opus");
    case audio::AudioFormat::Mp3:
        return ExportDialog::tr("MP3");
    }
    return {};
}

QString fileName(const QString& title)
{
    QString name;
    for (const QChar letter : title.simplified().left(60)) {
        name
            += letter.isLetterOrNumber() || letter == QLatin1Char('-') || letter == QLatin1Char(' ')
            ? letter
            : QLatin1Char('_');
    }
    return name.isEmpty() ? QStringLiteral("take") : name;
}

QLabel* caption(const QString& text)
{
    return makeLabel(text, "muted");
}

} // namespace

ExportDialog::ExportDialog(const ProjectTake& take, AssetStore assets,
    std::shared_ptr<SharedRenderer> renderer, JobQueue& queue,
    const std::optional<LoopRegion>& loop, QWidget* parent)
    : QDialog(parent)
    , m_take(take.take)
    , m_assets(std::move(assets))
    , m_renderer(std::move(renderer))
    , m_queue(queue)
    , m_loop(loop)
{
    setWindowTitle(tr("Export \"%1\"").arg(toQt(m_take.title)));
    build();
    refresh();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::build()
{
    m_folder = new QLineEdit(QStandardPaths::writableLocation(QStandardPaths::MusicLocation));
    m_folder->setAccessibleName(tr("Folder"));
    auto* browse = makeIconButton(QStringLiteral("folder"), tr("Choose the folder"));
    auto* folderRow = new QHBoxLayout;
    folderRow->addWidget(m_folder, 1);
    folderRow->addWidget(browse);
    m_name = new QLineEdit(fileName(toQt(m_take.title)));
    m_name->setAccessibleName(tr("File name"));
    m_preset = new QComboBox;
    m_preset->setAccessibleName(tr("Preset"));
    m_preset->addItems({ tr("Custom"), tr("Listen anywhere: MP3"), tr("Archive: FLAC and take"),
        tr("Mix elsewhere: stems and MIDI") });
    auto* head = new QFormLayout;
    head->setHorizontalSpacing(theme().grid(3));
    head->addRow(caption(tr("Folder")), folderRow);
    head->addRow(caption(tr("Name")), m_name);
    head->addRow(caption(tr("Preset")), m_preset);

    auto* columns = new QHBoxLayout;
    columns->setSpacing(theme().grid(6));
    columns->addWidget(buildFormats());
    auto* right = new QVBoxLayout;
    right->setSpacing(theme().grid(3));
    right->addWidget(buildSound());
    right->addWidget(buildTags());
    right->addStretch();
    columns->addLayout(right, 1);

    m_files = makeLabel({}, "muted");
    m_files->setWordWrap(true);
    m_warning = makeLabel({}, "warn");
    m_warning->setWordWrap(true);
    m_progress = new QProgressBar;
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_progress->hide();
    m_failure = new FailureLine;
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_go = buttons->addButton(tr("Export"), QDialogButtonBox::ActionRole);
    m_go->setProperty("kind", "primary");
    m_go->setDefault(true);

    auto* layout = new QVBoxLayout(this);
    setGrid(*layout, 5, 3);
    layout->addLayout(head);
    layout->addWidget(makeLine());
    layout->addLayout(columns);
    layout->addWidget(makeLine());
    layout->addWidget(m_files);
    layout->addWidget(m_warning);
    layout->addWidget(m_failure);
    layout->addWidget(m_progress);
    layout->addWidget(buttons);
    setMinimumWidth(theme().grid(150));

    connect(browse, &QToolButton::clicked, this, [this] {
        const QString folder
            = QFileDialog::getExistingDirectory(this, tr("Folder"), m_folder->text());
        if (!folder.isEmpty()) {
            m_folder->setText(folder);
        }
    });
    connect(m_preset, &QComboBox::activated, this, [this](int row) {
        ExportOptions o = options();
        if (row == 1) {
            o.formats = { audio::AudioFormat::Mp3 };
            o.stems = o.midi = o.take = false;
        } else if (row == 2) {
            o.formats = { audio::AudioFormat::Flac24 };
            o.take = true;
            o.stems = o.midi = false;
        } else if (row == 3) {
            o.formats = { audio::AudioFormat::Wav24 };
            o.stems = o.midi = true;
            o.take = false;
        }
        setOptions(o);
    });
    connect(m_go, &QPushButton::clicked, this, [this] { run(); });
    connect(buttons, &QDialogButtonBox::rejected, this, [this] { reject(); });
    connect(m_folder, &QLineEdit::textChanged, this, [this] { refresh(); });
    connect(m_name, &QLineEdit::textChanged, this, [this] { refresh(); });
    connect(&m_queue, &JobQueue::jobChanged, this, [this](const JobId& id) {
        const auto info = m_job == id ? m_queue.job(id) : std::nullopt;
        if (info) {
            m_progress->setValue(static_cast<int>(std::lround(info->progress.fraction() * 1000)));
        }
    });
}

QWidget* ExportDialog::buildFormats()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    setGrid(*column, 0, 1);
    column->addWidget(makeLabel(tr("Files"), "heading"));
    for (const audio::AudioFormat format : audio::kAudioFormats) {
        auto* check = new QCheckBox(formatText(format));
        check->setAccessibleName(formatText(format));
        check->setChecked(format == audio::AudioFormat::Wav24);
        column->addWidget(check);
        m_formats.emplace_back(format, check);
        connect(check, &QCheckBox::toggled, this, [this] { refresh(); });
    }
    column->addSpacing(theme().grid(1));
    const auto add = [&](const QString& text) {
        auto* check = new QCheckBox(text);
        check->setAccessibleName(text);
        column->addWidget(check);
        connect(check, &QCheckBox::toggled, this, [this] { refresh(); });
        return check;
    };
    m_stems = add(tr("Stems, a WAV for each part"));
    m_midi = add(tr("Notes as MIDI"));
    m_takeFile = add(tr("Take file for Pieria"));
    column->addStretch();
    return box;
}

QWidget* ExportDialog::buildSound()
{
    auto* box = new QWidget;
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(theme().grid(3));
    form->addRow(makeLabel(tr("Sound"), "heading"));
    m_range = new QComboBox;
    m_range->setAccessibleName(tr("Range"));
    m_range->addItem(tr("The whole piece"));
    if (m_loop) {
        m_range->addItem(tr("The loop region"));
    }
    m_rate = new QComboBox;
    m_rate->setAccessibleName(tr("Sample rate"));
    for (const int rate : { 44100, 48000, 96000 }) {
        m_rate->addItem(tr("%L1 Hz").arg(rate), rate);
    }
    m_rate->setCurrentIndex(1);
    m_normalise = new QCheckBox(tr("Bring to a loudness"));
    m_normalise->setAccessibleName(tr("Normalise"));
    m_normalise->setChecked(m_take.mix.loudness.has_value());
    m_loudness = new ValueSlider(
        tr("Loudness"), { -30, -6, 0.5, m_take.mix.loudness.value_or(-14), 1, tr(" LUFS") });
    m_quality = new ValueSlider(tr("Quality of OGG, Opus, MP3"), { 0, 1, 0.05, 0.6, 2, {} });
    form->addRow(caption(tr("Range")), m_range);
    form->addRow(caption(tr("Sample rate")), m_rate);
    form->addRow(caption(tr("Normalise")), m_normalise);
    form->addRow(QString(), m_loudness);
    form->addRow(caption(tr("Quality")), m_quality);
    connect(m_normalise, &QCheckBox::toggled, m_loudness, &QWidget::setEnabled);
    m_loudness->setEnabled(m_normalise->isChecked());
    return box;
}

QWidget* ExportDialog::buildTags()
{
    auto* box = new QWidget;
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(theme().grid(3));
    form->addRow(makeLabel(tr("Tags"), "heading"));
    m_title = new QLineEdit(toQt(m_take.title));
    m_title->setAccessibleName(tr("Title"));
    m_artist = new QLineEdit;
    m_artist->setAccessibleName(tr("Artist"));
    m_tagPrompt = new QCheckBox(tr("Prompt, seed and model"));
    m_tagPrompt->setAccessibleName(tr("Write prompt, seed and model into the file"));
    m_tagPrompt->setChecked(true);
    form->addRow(caption(tr("Title")), m_title);
    form->addRow(caption(tr("Artist")), m_artist);
    form->addRow(caption(tr("Origin")), m_tagPrompt);
    return box;
}

ExportOptions ExportDialog::options() const
{
    ExportOptions options;
    options.folder = fromQt(m_folder->text());
    options.name = fromQt(m_name->text().simplified());
    for (const auto& [format, check] : m_formats) {
        if (check->isChecked()) {
            options.formats.push_back(format);
        }
    }
    options.stems = m_stems->isChecked();
    options.midi = m_midi->isChecked();
    options.take = m_takeFile->isChecked();
    options.sampleRate = m_rate->currentData().toInt();
    options.quality = m_quality->value();
    options.range = m_range->currentIndex() == 1 ? m_loop : std::nullopt;
    options.loudness = m_normalise->isChecked() ? std::optional(m_loudness->value()) : std::nullopt;
    options.tagPrompt = m_tagPrompt->isChecked();
    options.title = m_title->text();
    options.artist = m_artist->text();
    return options;
}

void ExportDialog::setOptions(const ExportOptions& options)
{
    m_folder->setText(toQt(options.folder.string()));
    m_name->setText(toQt(options.name));
    for (const auto& [format, check] : m_formats) {
        check->setChecked(std::find(options.formats.begin(), options.formats.end(), format)
            != options.formats.end());
    }
    m_stems->setChecked(options.stems);
    m_midi->setChecked(options.midi);
    m_takeFile->setChecked(options.take);
}

void ExportDialog::refresh()
{
    if (m_go == nullptr) {
        return;
    }
    const ExportOptions now = options();
    const auto files = plannedFiles(now, m_take);
    QStringList names;
    QStringList existing;
    std::error_code error;
    for (const auto& file : files) {
        names << toQt(file.filename().string());
        if (std::filesystem::exists(file, error)) {
            existing << names.back();
        }
    }
    m_files->setText(names.isEmpty() ? tr("Choose at least one kind of file.")
                                     : tr("Writes: %1").arg(names.join(QStringLiteral(", "))));
    m_warning->setText(tr("Will be replaced: %1").arg(existing.join(QStringLiteral(", "))));
    m_warning->setVisible(!existing.isEmpty());
    m_go->setText(existing.isEmpty() ? tr("Export") : tr("Export and replace"));
    const bool nameIsFine = !now.name.empty() && !m_name->text().contains(QLatin1Char('/'));
    m_go->setEnabled(!files.empty() && nameIsFine && !now.folder.empty() && !m_job);
}

void ExportDialog::run()
{
    if (m_job || !m_go->isEnabled()) {
        return;
    }
    m_failure->clear();
    const auto job
        = [options = options(), take = m_take, renderer = m_renderer](
              JobContext& context) { return runExport(options, take, *renderer, context); };
    const std::string title = fromQt(tr("Exporting \"%1\"").arg(toQt(m_take.title)));
    setBusy(true);
    m_job = m_queue.add(makeOrder([=] { return makeJob(title, Lane::Io, job); }, this,
        [this](const Result<Outcome<std::any>>& result) {
            m_job.reset();
            setBusy(false);
            if (!result) {
                m_failure->show(result.error());
            } else if (!std::holds_alternative<Cancelled>(*result)) {
                accept();
            }
        }));
    refresh();
}

void ExportDialog::setBusy(bool busy)
{
    m_progress->setVisible(busy);
    m_progress->setValue(0);
    refresh();
}

void ExportDialog::reject()
{
    if (m_job) {
        m_queue.cancel(*m_job);
        return;
    }
    QDialog::reject();
}

} // namespace pieria::ui
