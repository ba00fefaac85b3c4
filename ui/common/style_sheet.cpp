#include "ui/common/style_sheet.h"

#include "core/base/paths.h"
#include "ui/common/svg_icon.h"
#include "ui/common/theme.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace pieria::ui {

namespace {

/// Tokens are written @name; longer names come first so that none is a prefix of another.
constexpr const char* kSheet = R"(
* { outline: none; }
QMainWindow, QDialog { background: @background; }
QMainWindow::separator { background: @background; width: 4px; height: 4px; }
QMainWindow::separator:hover { background: @hoverline; }
QWidget { color: @text; }
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: 4px 6px; }

QMenuBar { background: @background; padding: 2px 4px; }
QMenuBar::item { background: transparent; padding: 5px 9px; border-radius: 4px; }
QMenuBar::item:selected { background: @raised; }
QMenu { background: @panel; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @hover; }
QMenu::item:disabled { color: @faint; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }

QDockWidget { background: @panel; titlebar-close-icon: none; }
QStatusBar { background: @background; color: @muted; }
QStatusBar::item { border: none; }

QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @muted; padding: 6px 12px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:hover:!selected { color: @text; }
QTabBar::tab:focus { background: @hover; }
QTabWidget::pane { border: none; border-top: 1px solid @line; background: @panel; }

QPushButton, QToolButton { background: @raised; border: 1px solid @line; border-radius: 4px;
  padding: 5px 10px; min-height: 16px; }
QToolButton { padding: 4px; }
QPushButton:hover, QToolButton:hover { background: @hover; border-color: @hoverline; }
QPushButton:pressed, QToolButton:pressed { background: @pressed; }
QPushButton:checked, QToolButton:checked { background: @checked; border-color: @accent; color: @accentText; }
QPushButton:disabled, QToolButton:disabled { color: @faint; background: @panel; border-color: @line; }
QPushButton:focus, QToolButton:focus { border-color: @focus; }
QPushButton[kind="primary"] { background: @accent; color: @onAccent; border-color: @accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: @primaryhover; border-color: @primaryhover; }
QPushButton[kind="primary"]:pressed { background: @primarypressed; }
QPushButton[kind="primary"]:disabled { background: @raised; color: @faint; border-color: @line; }
QPushButton[kind="primary"]:focus { border: 2px solid @text; padding: 4px 9px; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: @info; padding: 2px 4px; text-align: left; }
QPushButton[kind="link"]:hover { color: @text; }
QPushButton[kind="link"]:focus { border-color: @focus; }
QToolButton[kind="flat"], QPushButton[kind="flat"] { background: transparent; border-color: transparent; }
QToolButton[kind="flat"]:hover, QPushButton[kind="flat"]:hover { background: @hover; }
QToolButton[kind="flat"]:focus, QPushButton[kind="flat"]:focus { border-color: @focus; }
QToolButton[kind="flat"]:checked { background: @checked; border-color: transparent; }
QToolButton[kind="flat"]:checked:focus { border-color: @focus; }
QToolButton[kind="chip"] { background: @raised; border: 1px solid @line; border-radius: 10px; padding: 2px 8px; }
QToolButton[kind="chip"]:hover { border-color: @hoverline; background: @hover; }
QToolButton[kind="chip"]:focus { border-color: @focus; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[popupMode="1"] { padding-right: 18px; }
QToolButton::menu-button { border: none; width: 16px; }
QPushButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QKeySequenceEdit {
  background: @field; border: 1px solid @line; border-radius: 4px; padding: 4px 6px;
  selection-background-color: @accent; selection-color: @onAccent; min-height: 16px; }
QPlainTextEdit, QTextEdit { padding: 4px; }
QLineEdit:hover, QPlainTextEdit:hover, QSpinBox:hover, QDoubleSpinBox:hover, QComboBox:hover { border-color: @hoverline; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus,
QKeySequenceEdit:focus, QListView:focus, QTreeView:focus, QTableView:focus, QAbstractScrollArea[ring="true"]:focus { border: 1px solid @focus; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled { color: @faint; background: @panel; }
QLineEdit[invalid="true"], QSpinBox[invalid="true"] { border-color: @bad; }
QComboBox { padding-right: 20px; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url("@icons/chevron-down.svg"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @panel; border: 1px solid @line; padding: 4px; outline: none; }
QComboBox QAbstractItemView::item { min-height: 22px; padding: 2px 6px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: @hover; color: @text; }
QSpinBox, QDoubleSpinBox { padding-right: 18px; }
QSpinBox::up-button, QDoubleSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right; width: 16px; border: none; margin: 1px 1px 0 0; }
QSpinBox::down-button, QDoubleSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right; width: 16px; border: none; margin: 0 1px 1px 0; }
QSpinBox::up-button:hover, QDoubleSpinBox::up-button:hover, QSpinBox::down-button:hover, QDoubleSpinBox::down-button:hover { background: @hover; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url("@icons/chevron-up.svg"); width: 9px; height: 9px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url("@icons/chevron-down.svg"); width: 9px; height: 9px; }

QCheckBox, QRadioButton { spacing: 8px; padding: 2px; border: 1px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border-color: @focus; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid @hoverline; border-radius: 3px; background: @field; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url("@icons/check-on.svg"); }
QCheckBox::indicator:disabled { background: @panel; border-color: @line; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @hoverline; border-radius: 8px; background: @field; }
QRadioButton::indicator:checked { background: @accent; border-color: @accent; }

QSlider { min-height: 20px; min-width: 20px; border: 1px solid transparent; border-radius: 4px; }
QSlider:focus { border-color: @focus; }
QSlider::groove:horizontal { height: 4px; background: @line; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::handle:horizontal { background: @text; width: 12px; height: 12px; margin: -4px 0; border-radius: 6px; }
QSlider::groove:vertical { width: 4px; background: @line; border-radius: 2px; }
QSlider::add-page:vertical { background: @accent; border-radius: 2px; }
QSlider::handle:vertical { background: @text; width: 12px; height: 12px; margin: 0 -4px; border-radius: 6px; }
QSlider::handle:hover { background: @accentText; }
QSlider::sub-page:disabled, QSlider::add-page:vertical:disabled { background: @line; }

QProgressBar { background: @line; border: none; border-radius: 2px; min-height: 4px; max-height: 4px; text-align: center; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }

QListView, QTreeView, QTableView { background: @panel; border: 1px solid transparent; alternate-background-color: @panel; outline: none; show-decoration-selected: 1; }
QListView::item, QTreeView::item, QTableView::item { padding: 4px 6px; border: none; }
QListView::item { border-radius: 4px; }
QListView::item:hover, QTreeView::item:hover { background: @hover; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected { background: @selection; color: @text; }
QHeaderView { background: @panel; }
QHeaderView::section { background: @panel; color: @muted; border: none; border-bottom: 1px solid @line; padding: 4px 6px; }
QTreeView::branch { background: transparent; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[plain="true"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @hoverline; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }

QSplitter::handle { background: @background; }
QSplitter::handle:hover { background: @hoverline; }
QGroupBox { border: none; margin-top: 20px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: @muted; }

QLabel { background: transparent; }
QLabel[tone="muted"] { color: @muted; }
QLabel[tone="bad"] { color: @bad; }
QLabel[tone="warn"] { color: @warn; }
QLabel[tone="good"] { color: @good; }
QLabel[tone="accent"] { color: @accentText; }
QLabel[tone="heading"] { color: @text; font-weight: 600; }
QFrame[kind="line"] { background: @line; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="card"] { background: @raised; border: 1px solid @line; border-radius: 6px; }
QFrame[kind="bar"] { background: @panel; border: none; border-bottom: 1px solid @line; }
QFrame[kind="panel"], QWidget[kind="panel"] { background: @panel; }
QFrame[kind="stage"], QWidget[kind="stage"] { background: @background; }
QFrame[kind="overlay"] { background: @panel; border: 1px solid @hoverline; border-radius: 8px; }
QFrame[kind="failure"] { background: @badwash; border: 1px solid @bad; border-radius: 4px; }
QFrame[kind="notice"] { background: @infowash; border: 1px solid @info; border-radius: 4px; }
)";

/// QSS takes pictures by file name only: the few it needs are written in the theme's colours into
/// the cache folder.
QString tintedIcons(const Theme& theme)
{
    const QString folder = QString::fromStdString((cacheFolder() / "icons").string())
        + QLatin1Char('/') + themeId(theme.name());
    QDir().mkpath(folder);
    const auto write = [&](const QString& from, const QString& to, const QColor& color) {
        QFile source(QString::fromStdString((resourcesFolder() / "icons").string())
            + QLatin1Char('/') + from + QStringLiteral(".svg"));
        QFile target(folder + QLatin1Char('/') + to + QStringLiteral(".svg"));
        if (source.open(QIODevice::ReadOnly) && target.open(QIODevice::WriteOnly)) {
            target.write(tintSvg(source.readAll(), color));
        }
    };
    const Palette& p = theme.colors();
    write(QStringLiteral("chevron-down"), QStringLiteral("chevron-down"), p.muted);
    write(QStringLiteral("chevron-up"), QStringLiteral("chevron-up"), p.muted);
    write(QStringLiteral("check"), QStringLiteral("check-on"), p.onAccent);
    return folder;
}

} // namespace

QString buildStyleSheet(const Theme& theme)
{
    const Palette& p = theme.colors();
    const bool strong = theme.name() == ThemeName::HighContrast;
    const QList<std::pair<QString, QString>> tokens {
        { QStringLiteral("@primarypressed"), mixed(p.accent, p.onAccent, 0.22).name() },
        { QStringLiteral("@primaryhover"), mixed(p.accent, QColor(Qt::white), 0.16).name() },
        { QStringLiteral("@background"), p.background.name() },
        { QStringLiteral("@accentText"), p.accentText.name() },
        { QStringLiteral("@selection"), mixed(p.panel, p.accent, strong ? 0.4 : 0.22).name() },
        { QStringLiteral("@hoverline"), mixed(p.line, p.text, 0.28).name() },
        { QStringLiteral("@infowash"), mixed(p.panel, p.info, 0.12).name() },
        { QStringLiteral("@onAccent"), p.onAccent.name() },
        { QStringLiteral("@badwash"), mixed(p.panel, p.bad, 0.12).name() },
        { QStringLiteral("@checked"), mixed(p.raised, p.accent, 0.18).name() },
        { QStringLiteral("@pressed"), mixed(p.raised, p.background, 0.5).name() },
        { QStringLiteral("@raised"), p.raised.name() },
        { QStringLiteral("@accent"), p.accent.name() },
        { QStringLiteral("@panel"), p.panel.name() },
        { QStringLiteral("@muted"), p.muted.name() },
        { QStringLiteral("@hover"), mixed(p.raised, p.text, strong ? 0.25 : 0.08).name() },
        { QStringLiteral("@faint"), mixed(p.panel, p.text, strong ? 0.6 : 0.38).name() },
        { QStringLiteral("@focus"), p.focus.name() },
        { QStringLiteral("@field"), mixed(p.panel, p.background, 0.6).name() },
        { QStringLiteral("@icons"), tintedIcons(theme) },
        { QStringLiteral("@line"), p.line.name() },
        { QStringLiteral("@text"), p.text.name() },
        { QStringLiteral("@info"), p.info.name() },
        { QStringLiteral("@good"), p.good.name() },
        { QStringLiteral("@warn"), p.warn.name() },
        { QStringLiteral("@bad"), p.bad.name() },
    };
    QString sheet = QString::fromLatin1(kSheet);
    for (const auto& [token, value] : tokens) {
        sheet.replace(token, value);
    }
    return sheet;
}

} // namespace pieria::ui
