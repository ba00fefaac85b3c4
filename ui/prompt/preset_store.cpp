#include "ui/prompt/preset_store.h"

#include "core/base/file.h"
#include "core/base/paths.h"
#include "core/project/request_json.h"
#include "ui/common/widgets.h"

#include <QCoreApplication>

#include <algorithm>
#include <system_error>

namespace pieria::ui {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t kLargest = 1 << 20;
constexpr qsizetype kLongestName = 80;

QString say(const char* text)
{
    return QCoreApplication::translate("PresetStore", text);
}

} // namespace

PresetStore::PresetStore(fs::path folder)
    : m_folder(folder.empty() ? userDataFolder() / "presets" : std::move(folder))
{
}

Result<fs::path> PresetStore::fileOf(const QString& name) const
{
    const QString clean = name.simplified();
    if (clean.isEmpty() || clean.size() > kLongestName || clean.startsWith(QLatin1Char('.'))
        || clean.contains(QLatin1Char('/')) || clean.contains(QChar(0))) {
        return fail(ErrorCode::InvalidInput,
            fromQt(say("A preset needs a name of 1 to 80 letters, without \"/\" and without a dot "
                       "in front.")));
    }
    return m_folder / (fromQt(clean) + ".json");
}

QStringList PresetStore::names() const
{
    QStringList names;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(m_folder, error)) {
        if (entry.path().extension() == ".json") {
            names << toQt(entry.path().stem().string());
        }
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}

Result<MusicRequest> PresetStore::load(const QString& name) const
{
    const auto file = fileOf(name);
    if (!file) {
        return tl::make_unexpected(file.error());
    }
    const auto text = readFile(*file, kLargest);
    if (!text) {
        return tl::make_unexpected(text.error());
    }
    return requestFromJson(*text);
}

Status PresetStore::save(const QString& name, MusicRequest request) const
{
    const auto file = fileOf(name);
    if (!file) {
        return tl::make_unexpected(file.error());
    }
    request.seed = 0;
    request.task = MusicTask::Compose;
    request.sourceTake.clear();
    return writeFileAtomically(*file, requestToJson(request) + "\n");
}

Status PresetStore::rename(const QString& from, const QString& to) const
{
    const auto source = fileOf(from);
    const auto target = fileOf(to);
    if (!source || !target) {
        return tl::make_unexpected(source ? target.error() : source.error());
    }
    std::error_code error;
    if (fs::exists(*target, error)) {
        return fail(ErrorCode::InvalidInput,
            fromQt(say("There is a preset of that name already. Choose another one.")));
    }
    fs::rename(*source, *target, error);
    if (error) {
        return fail(
            ErrorCode::Io, fromQt(say("The preset could not be renamed.")), error.message());
    }
    return {};
}

Status PresetStore::remove(const QString& name) const
{
    const auto file = fileOf(name);
    std::error_code error;
    if (!file || !fs::remove(*file, error)) {
        return fail(ErrorCode::NotFound, fromQt(say("There is no preset of that name.")));
    }
    return {};
}

Status PresetStore::exportTo(const QString& name, const fs::path& file) const
{
    const auto request = load(name);
    if (!request) {
        return tl::make_unexpected(request.error());
    }
    return writeFileAtomically(file, requestToJson(*request) + "\n");
}

Result<QString> PresetStore::importFrom(const fs::path& file) const
{
    const auto text = readFile(file, kLargest);
    if (!text) {
        return tl::make_unexpected(text.error());
    }
    const auto request = requestFromJson(*text);
    if (!request) {
        return tl::make_unexpected(request.error());
    }
    const QString wanted = toQt(file.stem().string());
    QString name = wanted;
    for (int n = 2; names().contains(name); ++n) {
        name = wanted + QStringLiteral(" %1").arg(n);
    }
    if (const Status saved = save(name, *request); !saved) {
        return tl::make_unexpected(saved.error());
    }
    return name;
}

} // namespace pieria::ui
