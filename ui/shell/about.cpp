#include "ui/shell/about.h"

#include "core/base/paths.h"
#include "ui/common/widgets.h"

#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QSysInfo>
#include <QThread>

namespace pieria::ui {

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("About", text);
}

void showPage(QWidget* parent, const QString& icon, const QString& title, const QString& text,
    const QString& toCopy = {})
{
    QDialog dialog(parent);
    dialog.setWindowTitle(title);
    auto* layout = new QVBoxLayout(&dialog);
    setGrid(*layout, 5, 4);
    auto* head = new QHBoxLayout;
    head->setSpacing(theme().grid(3));
    auto* picture = makeLabel({});
    picture->setPixmap(Theme::icon(icon, IconTone::Accent).pixmap(theme().grid(7)));
    head->addWidget(picture);
    head->addWidget(makeLabel(title, "heading"), 1);
    layout->addLayout(head);
    auto* body = makeLabel(text);
    body->setWordWrap(true);
    body->setMinimumWidth(theme().grid(110));
    body->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    body->setAccessibleName(title);
    layout->addWidget(body);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    if (!toCopy.isEmpty()) {
        auto* copy = buttons->addButton(say("Copy diagnostics"), QDialogButtonBox::ActionRole);
        QObject::connect(copy, &QPushButton::clicked, &dialog,
            [toCopy] { QGuiApplication::clipboard()->setText(toCopy); });
    }
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    layout->addWidget(buttons);
    dialog.exec();
}

} // namespace

void showOfflinePage(QWidget* parent)
{
    showPage(parent, QStringLiteral("offline"), say("Offline and private"),
        say("Everything runs on this computer. Pieria has no code that opens a network connection: "
            "no account, no telemetry, no update check, no download.\n\nYour prompts, pieces and "
            "settings stay in the folders you choose, in your data folder and in your settings "
            "file. Exported sound files carry the prompt and the seed as tags only when you tick "
            "it in the export dialog."));
}

QString diagnostics(const QString& device)
{
    return QStringLiteral(
        "Pieria %1\nQt %2\n%3, %4\nCPU threads: %5\nScreen scale: %6\nSound: %7\nResources: %8")
        .arg(QStringLiteral(PIERIA_VERSION), QString::fromLatin1(qVersion()),
            QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture())
        .arg(QThread::idealThreadCount())
        .arg(qGuiApp->devicePixelRatio())
        .arg(device.isEmpty() ? QStringLiteral("none") : device, toQt(resourcesFolder().string()));
}

void showAboutPage(QWidget* parent, const QString& device)
{
    const QString facts = diagnostics(device);
    showPage(parent, QStringLiteral("sparkle"),
        say("Pieria %1").arg(QStringLiteral(PIERIA_VERSION)),
        say("A studio for music and scenes on your own computer.\n\nFree software under the GNU "
            "General Public License, version 3 or later, without any warranty. Libraries, models, "
            "sounds and data are credited in CREDITS.md.")
            + QStringLiteral("\n\n") + facts,
        facts);
}

} // namespace pieria::ui
