#include "ui/common/svg_icon.h"

#include "core/base/paths.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace pieria::ui {

namespace {

QString iconFolder()
{
    return QString::fromStdString((resourcesFolder() / "icons").string());
}

QByteArray drawing(const QString& name)
{
    static QHash<QString, QByteArray> cache;
    const auto found = cache.constFind(name);
    if (found != cache.constEnd()) {
        return *found;
    }
    QFile file(iconFolder() + QLatin1Char('/') + name + QStringLiteral(".svg"));
    QByteArray bytes;
    if (file.open(QIODevice::ReadOnly)) {
        bytes = file.readAll();
    }
    cache.insert(name, bytes);
    return bytes;
}

class TintedEngine final : public QIconEngine
{
public:
    TintedEngine(QString name, IconTone tone)
        : m_name(std::move(name))
        , m_tone(tone)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const QByteArray svg = drawing(m_name);
        if (svg.isEmpty()) {
            return;
        }
        QSvgRenderer renderer(tintSvg(svg, color(mode, state)));
        renderer.render(painter, QRectF(rect));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return result;
    }
    [[nodiscard]] QIconEngine* clone() const override { return new TintedEngine(m_name, m_tone); }

private:
    [[nodiscard]] QColor color(QIcon::Mode mode, QIcon::State state) const
    {
        const Palette& p = theme().colors();
        if (mode == QIcon::Disabled) {
            return mixed(p.panel, theme().toneColor(m_tone), 0.38);
        }
        if (state == QIcon::On && m_tone != IconTone::OnAccent) {
            return p.accentText;
        }
        return theme().toneColor(m_tone);
    }

    QString m_name;
    IconTone m_tone;
};

} // namespace

QIcon makeSvgIcon(const QString& name, IconTone tone)
{
    return QIcon(new TintedEngine(name, tone));
}

QStringList iconNames()
{
    QStringList names;
    for (const QString& file : QDir(iconFolder()).entryList({ QStringLiteral("*.svg") })) {
        names << file.chopped(4);
    }
    return names;
}

QByteArray tintSvg(QByteArray svg, const QColor& color)
{
    return svg.replace("#000", color.name().toLatin1());
}

} // namespace pieria::ui
