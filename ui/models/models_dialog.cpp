#include "ui/models/models_dialog.h"

#include "ui/common/failure_line.h"
#include "ui/common/two_line_delegate.h"
#include "ui/common/widgets.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMessageBox>
#include <QPlainTextEdit>

#include <fstream>

namespace pieria::ui {

namespace {

QString bytesText(std::uint64_t bytes)
{
    return QLocale().formattedDataSize(static_cast<qint64>(bytes));
}

} // namespace

std::uint64_t freeMemory()
{
    std::ifstream file("/proc/meminfo");
    std::string name;
    std::uint64_t kilobytes = 0;
    std::string unit;
    while (file >> name >> kilobytes >> unit) {
        if (name == "MemAvailable:") {
            return kilobytes * 1024;
        }
    }
    return 0;
}

QString memoryHint(std::uint64_t needed, std::uint64_t free)
{
    if (needed == 0 || free == 0 || needed <= free) {
        return {};
    }
    return ModelsDialog::tr(
        "Needs %1 of memory; %2 are free. Close other programs before you use it.")
        .arg(bytesText(needed), bytesText(free));
}

ModelsDialog::ModelsDialog(const ModelRegistry& registry, JobQueue& queue, QWidget* parent)
    : QDialog(parent)
    , m_registry(registry)
    , m_queue(queue)
    , m_filter(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_summary(makeLabel({}, "muted", this))
    , m_facts(makeLabel({}, nullptr, this))
    , m_licence(new QPlainTextEdit(this))
    , m_verify(makeButton(tr("Verify"), QStringLiteral("check"), this))
    , m_remove(makeButton(tr("Delete..."), QStringLiteral("trash"), this))
    , m_failure(new FailureLine(this))
{
    setWindowTitle(tr("Models"));
    m_filter->setPlaceholderText(tr("Filter models"));
    m_filter->setAccessibleName(tr("Filter models"));
    m_list->setItemDelegate(new TwoLineDelegate(m_list));
    m_list->setAccessibleName(tr("Models"));
    m_list->setFixedWidth(theme().grid(64));
    m_facts->setWordWrap(true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_licence->setReadOnly(true);
    m_licence->setTabChangesFocus(true);
    m_licence->setAccessibleName(tr("Licence"));
    auto* imports = makeButton(tr("Import..."), QStringLiteral("import"), this);
    imports->setToolTip(tr("Copies a folder with a card.json into your models"));
    auto* left = new QVBoxLayout;
    left->addWidget(m_filter);
    left->addWidget(m_list, 1);
    left->addWidget(m_summary);
    m_filter->setFixedWidth(theme().grid(64));
    auto* actions = new QHBoxLayout;
    actions->addWidget(m_verify);
    actions->addWidget(m_remove);
    actions->addStretch();
    actions->addWidget(imports);
    auto* right = new QVBoxLayout;
    right->setSpacing(theme().grid(3));
    right->addWidget(m_facts);
    right->addWidget(m_licence, 1);
    right->addLayout(actions);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(theme().grid(4));
    columns->addLayout(left);
    columns->addLayout(right, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* layout = new QVBoxLayout(this);
    setGrid(*layout, 4, 3);
    layout->addLayout(columns, 1);
    layout->addWidget(m_failure);
    layout->addWidget(buttons);
    resize(theme().grid(200), theme().grid(130));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_filter, &QLineEdit::textChanged, this, [this] { fill(); });
    connect(m_list, &QListWidget::currentRowChanged, this, [this] { showChosen(); });
    connect(m_verify, &QPushButton::clicked, this, [this] { verifyChosen(); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const auto model = chosen();
        const auto answer = QMessageBox::question(this, tr("Delete the model?"),
            tr("\"%1\" is deleted from this computer. Pieces that were made with it stay; they "
               "cannot be made again without it.")
                .arg(model ? toQt(model->card.name) : QString()),
            QMessageBox::Yes | QMessageBox::Cancel, QMessageBox::Cancel);
        if (answer == QMessageBox::Yes) {
            removeChosen();
        }
    });
    connect(imports, &QPushButton::clicked, this, [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of the model"));
        if (!folder.isEmpty()) {
            importFolder(folder);
        }
    });
    fill();
}

void ModelsDialog::fill()
{
    m_models = m_registry.list();
    m_list->clear();
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < m_models.size(); ++i) {
        const InstalledModel& model = m_models[i];
        total += model.card.size();
        const QString name = toQt(model.card.name.empty() ? model.id : model.card.name);
        if (!name.contains(m_filter->text(), Qt::CaseInsensitive)) {
            continue;
        }
        auto* item = new QListWidgetItem(name, m_list);
        item->setData(Qt::UserRole, static_cast<qulonglong>(i));
        item->setData(TwoLineDelegate::SecondLineRole,
            model.problem
                ? toQt(model.problem->sentence)
                : tr("%1   %2   %3", "kind, size, origin of a model")
                      .arg(toQt(model.card.kind), bytesText(model.card.size()),
                          model.origin == ModelOrigin::Shipped ? tr("shipped") : tr("yours")));
    }
    m_summary->setText(tr("%n models, %1 on disk", nullptr, static_cast<int>(m_models.size()))
            .arg(bytesText(total)));
    m_list->setCurrentRow(m_list->count() > 0 ? 0 : -1);
    showChosen();
}

std::optional<InstalledModel> ModelsDialog::chosen() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return item == nullptr
        ? std::nullopt
        : std::optional(m_models[static_cast<std::size_t>(item->data(Qt::UserRole).toULongLong())]);
}

void ModelsDialog::showChosen()
{
    const auto model = chosen();
    m_verify->setEnabled(model.has_value());
    m_remove->setEnabled(model && model->origin == ModelOrigin::User);
    m_licence->clear();
    if (!model) {
        m_facts->setText(tr("No model matches. Import a folder that holds a card.json."));
        return;
    }
    const ModelCard& card = model->card;
    QStringList lines { toQt(card.description) };
    if (model->problem) {
        lines << toQt(model->problem->sentence);
    }
    lines << tr("Licence: %1").arg(toQt(card.licence)) << tr("Trained on: %1").arg(toQt(card.data))
          << tr("%1 on disk, %2 in memory, %L3 parameters")
                 .arg(bytesText(card.size()), bytesText(card.memory))
                 .arg(card.parameters);
    if (const QString hint = memoryHint(card.memory, freeMemory()); !hint.isEmpty()) {
        lines << hint;
    }
    m_facts->setText(lines.join(QStringLiteral("\n\n")));
    if (const auto text = m_registry.licenceText(model->id)) {
        m_licence->setPlainText(toQt(*text));
    }
}

void ModelsDialog::run(const QString& title,
    std::function<Result<Outcome<InstalledModel>>(JobContext&)> work, const QString& done)
{
    m_failure->clear();
    const auto job = [work = std::move(work)](JobContext& context) -> Result<Outcome<std::any>> {
        auto result = work(context);
        if (!result) {
            return tl::make_unexpected(result.error());
        }
        if (std::holds_alternative<Cancelled>(*result)) {
            return Outcome<std::any>(Cancelled {});
        }
        return Outcome<std::any>(std::any(true));
    };
    m_queue.add(makeOrder([job, title] { return makeJob(fromQt(title), Lane::Io, job); }, this,
        [this, done](const Result<Outcome<std::any>>& result) {
            fill();
            if (!result) {
                m_failure->show(result.error());
            } else if (!std::holds_alternative<Cancelled>(*result)) {
                m_failure->showNotice(done);
            }
        }));
}

void ModelsDialog::importFolder(const QString& folder)
{
    run(
        tr("Importing a model"),
        [registry = m_registry, path = std::filesystem::path(fromQt(folder))](
            JobContext& context) { return registry.import(path, context); },
        tr("The model is imported. Read its licence before you use it."));
}

void ModelsDialog::verifyChosen()
{
    if (const auto model = chosen()) {
        run(
            tr("Verifying \"%1\"").arg(toQt(model->card.name)),
            [registry = m_registry, id = model->id](
                JobContext& context) { return registry.verify(id, context); },
            tr("Every file of the model is as it should be."));
    }
}

void ModelsDialog::removeChosen()
{
    if (const auto model = chosen()) {
        if (const Status done = m_registry.remove(model->id); !done) {
            m_failure->show(done.error());
        }
        fill();
    }
}

} // namespace pieria::ui
