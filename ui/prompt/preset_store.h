// Requests kept by name, one small JSON file each: easy to share and to look at.
#pragma once

#include "core/base/result.h"
#include "core/engine/music_request.h"

#include <QString>
#include <QStringList>

#include <filesystem>

namespace pieria::ui {

class PresetStore
{
public:
    /// Default: "presets" below the user's data.
    explicit PresetStore(std::filesystem::path folder = {});
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] Result<MusicRequest> load(const QString& name) const;
    /// Replaces one of the same name. Seed, source take and task are not part of a preset.
    Status save(const QString& name, MusicRequest request) const;
    Status rename(const QString& from, const QString& to) const;
    Status remove(const QString& name) const;
    Status exportTo(const QString& name, const std::filesystem::path& file) const;
    /// The name it got.
    [[nodiscard]] Result<QString> importFrom(const std::filesystem::path& file) const;

private:
    [[nodiscard]] Result<std::filesystem::path> fileOf(const QString& name) const;
    std::filesystem::path m_folder;
};

} // namespace pieria::ui
