// All preferences on searchable pages; every change applies at once.
#pragma once

#include "ui/common/action_registry.h"
#include "ui/player/player.h"
#include "ui/preferences/settings.h"

#include <QDialog>

#include <vector>

class QFormLayout;
class QLineEdit;
class QListWidget;
class QStackedWidget;
class QTreeWidget;

namespace pieria::ui {

class FailureLine;

class PreferencesDialog : public QDialog
{
    Q_OBJECT
public:
    PreferencesDialog(
        Settings& settings, ActionRegistry& actions, Player& player, QWidget* parent = nullptr);
    /// Shows only what matches; empty shows all.
    void setFilter(const QString& text);
    /// Labels of the rows that are shown, for tests.
    [[nodiscard]] QStringList shownRows() const;

private:
    struct Row
    {
        int page = 0;
        QString label;
        QWidget* caption = nullptr;
        QWidget* field = nullptr;
    };
    QFormLayout* addPage(const QString& icon, const QString& title);
    void addRow(QFormLayout& form, const QString& label, QWidget* field);
    void buildLook();
    void buildAudio();
    void buildFiles();
    void buildShortcuts();
    void fillShortcuts();
    void exportFile();
    void importFile();

    Settings& m_settings;
    ActionRegistry& m_actions;
    Player& m_player;
    QLineEdit* m_search = nullptr;
    QListWidget* m_pages = nullptr;
    QStackedWidget* m_stack = nullptr;
    QTreeWidget* m_shortcuts = nullptr;
    FailureLine* m_failure = nullptr;
    std::vector<Row> m_rows;
};

} // namespace pieria::ui
