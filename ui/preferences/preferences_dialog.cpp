#include "ui/preferences/preferences_dialog.h"

#include "core/base/file.h"
#include "ui/common/failure_line.h"
#include "ui/common/value_slider.h"
#include "ui/common/widgets.h"
#include "ui/shell/translation.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QStackedWidget>
#include <QTreeWidget>

namespace pieria::ui {

namespace {

QString key(const char* name)
{
    return QString::fromLatin1(name);
}

} // namespace

PreferencesDialog::PreferencesDialog(
    Settings& settings, ActionRegistry& actions, Player& player, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_actions(actions)
    , m_player(player)
    , m_search(new QLineEdit(this))
    , m_pages(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_failure(new FailureLine(this))
{
    setWindowTitle(tr("Preferences"));
    m_search->setPlaceholderText(tr("Search preferences"));
    m_search->setAccessibleName(tr("Search preferences"));
    m_search->setClearButtonEnabled(true);
    m_pages->setAccessibleName(tr("Pages"));
    m_pages->setFixedWidth(theme().grid(40));
    buildLook();
    buildAudio();
    buildFiles();
    buildShortcuts();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* reset = buttons->addButton(tr("Reset all"), QDialogButtonBox::ResetRole);
    auto* exports = buttons->addButton(tr("Export..."), QDialogButtonBox::ActionRole);
    auto* imports = buttons->addButton(tr("Import..."), QDialogButtonBox::ActionRole);
    auto* left = new QVBoxLayout;
    left->addWidget(m_search);
    left->addWidget(m_pages, 1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(theme().grid(4));
    columns->addLayout(left);
    columns->addWidget(m_stack, 1);
    auto* layout = new QVBoxLayout(this);
    setGrid(*layout, 4, 3);
    layout->addLayout(columns, 1);
    layout->addWidget(m_failure);
    layout->addWidget(buttons);
    m_search->setFixedWidth(theme().grid(40));
    resize(theme().grid(190), theme().grid(130));
    connect(m_pages, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& t) { setFilter(t); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(reset, &QPushButton::clicked, this, [this] {
        m_settings.reset();
        m_actions.resetShortcuts();
        fillShortcuts();
    });
    connect(exports, &QPushButton::clicked, this, [this] { exportFile(); });
    connect(imports, &QPushButton::clicked, this, [this] { importFile(); });
    m_pages->setCurrentRow(0);
}

QFormLayout* PreferencesDialog::addPage(const QString& icon, const QString& title)
{
    new QListWidgetItem(Theme::icon(icon, IconTone::Muted), title, m_pages);
    auto* page = new QWidget;
    page->setAccessibleName(title);
    auto* form = new QFormLayout(page);
    setGrid(*form, 0, 3);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(theme().grid(4));
    form->addRow(makeLabel(title, "heading"));
    m_stack->addWidget(page);
    return form;
}

void PreferencesDialog::addRow(QFormLayout& form, const QString& label, QWidget* field)
{
    QLabel* caption = makeLabel(label, "muted");
    caption->setBuddy(field);
    if (field->accessibleName().isEmpty()) {
        field->setAccessibleName(label);
    }
    form.addRow(caption, field);
    m_rows.push_back({ m_stack->count() - 1, label, caption, field });
}

void PreferencesDialog::buildLook()
{
    QFormLayout* form = addPage(QStringLiteral("theme"), tr("Look"));
    auto* themes = new QComboBox;
    themes->addItem(tr("As the system"), QStringLiteral("system"));
    themes->addItem(tr("Dark"), QStringLiteral("dark"));
    themes->addItem(tr("Light"), QStringLiteral("light"));
    themes->addItem(tr("High contrast"), QStringLiteral("high-contrast"));
    auto* scale = new ValueSlider(
        tr("Size of text and controls"), { 0.75, 2, 0.05, 1, 2, QStringLiteral(" x") });
    auto* motion = new QCheckBox(tr("No animations"));
    auto* language = new QComboBox;
    language->addItem(tr("As the system"), QStringLiteral("system"));
    for (const QString& code : shippedLanguages()) {
        language->addItem(QLocale(code).nativeLanguageName(), code);
    }
    addRow(*form, tr("Theme"), themes);
    addRow(*form, tr("Size"), scale);
    addRow(*form, tr("Reduced motion"), motion);
    addRow(*form, tr("Language (from the next start)"), language);
    const auto load = [=, this] {
        themes->setCurrentIndex(themes->findData(m_settings.value(key(keys::kTheme))));
        scale->setValue(m_settings.value(key(keys::kScale)).toDouble());
        motion->setChecked(m_settings.value(key(keys::kReducedMotion)).toBool());
        language->setCurrentIndex(
            std::max(0, language->findData(m_settings.value(key(keys::kLanguage)))));
    };
    load();
    connect(&m_settings, &Settings::changed, this, load);
    connect(themes, &QComboBox::activated, this,
        [=, this] { m_settings.setValue(key(keys::kTheme), themes->currentData()); });
    connect(scale, &ValueSlider::valueChanged, this,
        [this](double v) { m_settings.setValue(key(keys::kScale), v); });
    connect(motion, &QCheckBox::toggled, this,
        [this](bool on) { m_settings.setValue(key(keys::kReducedMotion), on); });
    connect(language, &QComboBox::activated, this,
        [=, this] { m_settings.setValue(key(keys::kLanguage), language->currentData()); });
}

void PreferencesDialog::buildAudio()
{
    QFormLayout* form = addPage(QStringLiteral("wave"), tr("Sound"));
    auto* device = new QComboBox;
    device->addItem(tr("The system's default"), QString());
    for (const audio::DeviceInfo& info : m_player.devices()) {
        device->addItem(toQt(info.name), toQt(info.name));
    }
    auto* buffer = new QComboBox;
    for (const int frames : { 128, 256, 512, 1024, 2048 }) {
        buffer->addItem(tr("%1 frames, %2 ms").arg(frames).arg(frames / 48.0, 0, 'f', 1), frames);
    }
    auto* state = makeLabel({}, "muted");
    state->setWordWrap(true);
    auto* tone = makeButton(tr("Play a test tone"), QStringLiteral("play"));
    addRow(*form, tr("Output device"), device);
    addRow(*form, tr("Buffer"), buffer);
    addRow(*form, tr("State"), state);
    addRow(*form, tr("Test tone"), tone);
    const auto load = [=, this] {
        device->setCurrentIndex(
            std::max(0, device->findData(m_settings.value(key(keys::kDevice)))));
        buffer->setCurrentIndex(buffer->findData(m_settings.value(key(keys::kBuffer))));
        const bool ready = m_player.deviceState() == audio::DeviceState::Ready;
        state->setText(ready ? tr("Playing through %1").arg(m_player.deviceName())
                             : tr("No sound device. Everything works; nothing is heard."));
        tone->setEnabled(ready);
    };
    load();
    connect(&m_settings, &Settings::changed, this, load);
    connect(&m_player, &Player::deviceChanged, this, load);
    connect(device, &QComboBox::activated, this,
        [=, this] { m_settings.setValue(key(keys::kDevice), device->currentData()); });
    connect(buffer, &QComboBox::activated, this,
        [=, this] { m_settings.setValue(key(keys::kBuffer), buffer->currentData()); });
    connect(tone, &QPushButton::clicked, this, [this] { m_player.playTestTone(); });
}

void PreferencesDialog::buildFiles()
{
    QFormLayout* form = addPage(QStringLiteral("save"), tr("Files"));
    auto* autosave = new QCheckBox(tr("2 seconds after the last change, 15 after the first"));
    addRow(*form, tr("Autosave"), autosave);
    const auto load
        = [=, this] { autosave->setChecked(m_settings.value(key(keys::kAutosave)).toBool()); };
    load();
    connect(&m_settings, &Settings::changed, this, load);
    connect(autosave, &QCheckBox::toggled, this,
        [this](bool on) { m_settings.setValue(key(keys::kAutosave), on); });
}

void PreferencesDialog::buildShortcuts()
{
    QFormLayout* form = addPage(QStringLiteral("keyboard"), tr("Shortcuts"));
    m_shortcuts = new QTreeWidget;
    m_shortcuts->setColumnCount(2);
    m_shortcuts->setHeaderLabels({ tr("Action"), tr("Shortcut") });
    m_shortcuts->setRootIsDecorated(false);
    m_shortcuts->header()->setStretchLastSection(false);
    m_shortcuts->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_shortcuts->setAccessibleName(tr("Actions and their shortcuts"));
    auto* edit = new QKeySequenceEdit;
    edit->setAccessibleName(tr("New shortcut"));
    auto* clear = makeButton(tr("Remove"));
    auto* original = makeButton(tr("Default"));
    auto* row = new QHBoxLayout;
    row->addWidget(edit, 1);
    row->addWidget(clear);
    row->addWidget(original);
    form->addRow(m_shortcuts);
    form->addRow(row);
    const auto chosen = [this] {
        const auto* item = m_shortcuts->currentItem();
        return item == nullptr ? QString() : item->data(0, Qt::UserRole).toString();
    };
    const auto assign = [=, this](const QString& id, const QKeySequence& keySequence) {
        const QString holder = m_actions.holderOf(keySequence, id);
        if (!holder.isEmpty()) {
            m_failure->showNotice(tr("%1 belongs to \"%2\". Remove it there first.")
                    .arg(keySequence.toString(QKeySequence::NativeText),
                        plainActionText(*m_actions.find(holder))));
            return;
        }
        m_failure->clear();
        m_actions.setShortcut(id, keySequence);
        QVariantMap map;
        const auto custom = m_actions.customShortcuts();
        for (auto it = custom.cbegin(); it != custom.cend(); ++it) {
            map[it.key()] = it.value();
        }
        m_settings.setValue(key(keys::kShortcuts), map);
        fillShortcuts();
    };
    connect(m_shortcuts, &QTreeWidget::currentItemChanged, this, [=, this] {
        if (const QAction* action = m_actions.find(chosen())) {
            edit->setKeySequence(action->shortcut());
        }
    });
    connect(edit, &QKeySequenceEdit::editingFinished, this, [=, this] {
        const QAction* action = m_actions.find(chosen());
        if (action != nullptr && action->shortcut() != edit->keySequence()) {
            assign(chosen(), edit->keySequence());
        }
    });
    connect(clear, &QPushButton::clicked, this, [=] { assign(chosen(), {}); });
    connect(original, &QPushButton::clicked, this,
        [=, this] { assign(chosen(), m_actions.defaultShortcut(chosen())); });
    fillShortcuts();
}

void PreferencesDialog::fillShortcuts()
{
    const QString chosen = m_shortcuts->currentItem() == nullptr
        ? QString()
        : m_shortcuts->currentItem()->data(0, Qt::UserRole).toString();
    m_shortcuts->clear();
    for (const QString& id : m_actions.ids()) {
        const QAction& action = *m_actions.find(id);
        auto* item = new QTreeWidgetItem(m_shortcuts,
            { m_actions.category(id) + QStringLiteral(": ") + plainActionText(action),
                action.shortcut().toString(QKeySequence::NativeText) });
        item->setData(0, Qt::UserRole, id);
        if (id == chosen) {
            m_shortcuts->setCurrentItem(item);
        }
    }
    m_shortcuts->resizeColumnToContents(1);
}

void PreferencesDialog::setFilter(const QString& text)
{
    const auto matches = [&](const QString& label) {
        return text.isEmpty() || label.contains(text, Qt::CaseInsensitive);
    };
    std::vector<bool> pageHits(static_cast<std::size_t>(m_stack->count()), text.isEmpty());
    for (const Row& row : m_rows) {
        const bool shown = matches(row.label) || matches(m_pages->item(row.page)->text());
        row.caption->setVisible(shown);
        row.field->setVisible(shown);
        pageHits[static_cast<std::size_t>(row.page)]
            = pageHits[static_cast<std::size_t>(row.page)] || shown;
    }
    for (int i = 0; i < m_shortcuts->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = m_shortcuts->topLevelItem(i);
        const bool shown = matches(item->text(0)) || matches(item->text(1));
        item->setHidden(!shown);
        pageHits.back() = pageHits.back() || shown;
    }
    int first = -1;
    for (int page = m_pages->count() - 1; page >= 0; --page) {
        const bool hit = pageHits[static_cast<std::size_t>(page)];
        m_pages->item(page)->setHidden(!hit);
        first = hit ? page : first;
    }
    if (first >= 0 && m_pages->currentItem() != nullptr && m_pages->currentItem()->isHidden()) {
        m_pages->setCurrentRow(first);
    }
}

QStringList PreferencesDialog::shownRows() const
{
    QStringList rows;
    for (const Row& row : m_rows) {
        if (!row.field->isHidden()) {
            rows << row.label;
        }
    }
    return rows;
}

void PreferencesDialog::exportFile()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Export preferences"),
        QStringLiteral("pieria-preferences.json"), tr("Preferences (*.json)"));
    if (file.isEmpty()) {
        return;
    }
    const QByteArray json = m_settings.exportJson();
    if (const Status done = writeFileAtomically(fromQt(file), json.toStdString()); !done) {
        m_failure->show(done.error());
    }
}

void PreferencesDialog::importFile()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Import preferences"), {}, tr("Preferences (*.json)"));
    if (file.isEmpty()) {
        return;
    }
    const auto bytes = readFile(fromQt(file), 1 << 20);
    if (!bytes) {
        m_failure->show(bytes.error());
    } else if (!m_settings.importJson(QByteArray::fromStdString(*bytes))) {
        m_failure->showNotice(tr("This is not a file of Pieria preferences."));
    }
}

} // namespace pieria::ui
