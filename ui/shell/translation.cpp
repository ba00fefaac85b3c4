#include "ui/shell/translation.h"

#include "core/base/paths.h"
#include "ui/common/widgets.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace pieria::ui {

namespace {

QString folder()
{
    return toQt((resourcesFolder() / "translations").string());
}

} // namespace

void installTranslation(QCoreApplication& application, const Settings& settings)
{
    const QString chosen = settings.value(QString::fromLatin1(keys::kLanguage)).toString();
    const QLocale locale = chosen == QLatin1String("system") ? QLocale::system() : QLocale(chosen);
    QLocale::setDefault(locale);
    auto* ours = new QTranslator(&application);
    if (ours->load(locale, QStringLiteral("pieria"), QStringLiteral("_"), folder())) {
        QCoreApplication::installTranslator(ours);
    }
    auto* qt = new QTranslator(&application);
    if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(qt);
    }
}

QStringList shippedLanguages()
{
    QStringList codes { QStringLiteral("en") };
    for (const QString& file : QDir(folder()).entryList({ QStringLiteral("pieria_*.qm") })) {
        codes << file.mid(7).chopped(3);
    }
    return codes;
}

} // namespace pieria::ui
