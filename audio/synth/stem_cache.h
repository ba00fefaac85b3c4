// Dry stems that were rendered before, so that only touched tracks are rendered again.
#pragma once

#include "audio/synth/frame_file.h"
#include "audio/synth/note_events.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace pieria::audio {

/// Everything a dry stem depends on, as a hash: the slot's tracks, tempo, length, loop and the
/// SoundFont; not the strip.
[[nodiscard]] std::string stemKey(const Score& score, Slot slot, LoopMode loop, Humanise humanise,
    std::int64_t frames, const std::filesystem::path& soundFont);

struct CachedStem
{
    FrameFile file;
    int stolenVoices = 0;
};

class StemCache
{
public:
    /// Makes the folder. `mostBytes` is kept to by trim().
    [[nodiscard]] static Result<StemCache> open(
        std::filesystem::path folder, std::uintmax_t mostBytes);
    /// A stem of exactly `frames`; none when it is not there (or is damaged).
    [[nodiscard]] std::optional<CachedStem> find(const std::string& key, std::int64_t frames) const;
    /// A new file to render into; not found until it is put.
    [[nodiscard]] Result<FrameFile> create() const;
    /// Names the file, after which find() sees it.
    Status put(FrameFile& file, const std::string& key, int stolenVoices) const;
    /// Removes the stems used longest ago until the rest fits.
    void trim() const;

private:
    StemCache(std::filesystem::path folder, std::uintmax_t mostBytes);
    std::filesystem::path m_folder;
    std::uintmax_t m_mostBytes;
};

} // namespace pieria::audio
