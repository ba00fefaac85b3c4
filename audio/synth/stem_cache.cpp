#include "audio/synth/stem_cache.h"

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/base/id.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <sys/stat.h>
#include <system_error>
#include <vector>

namespace pieria::audio {

namespace {

namespace fs = std::filesystem;

/// Raised whenever dry stems would sound different for the same score.
constexpr int kSynthVersion = 1;
constexpr auto kExtension = ".stem";
constexpr auto kUnfinished = ".part";
/// An unfinished file this old was left by a crash.
constexpr auto kAbandonedAfter = std::chrono::hours(24);

class KeyText
{
public:
    template <class... Numbers> void add(Numbers... numbers)
    {
        ((text += std::to_string(numbers) + ' '), ...);
    }
    std::string text;
};

void addTrack(KeyText& key, const Track& track)
{
    key.add(track.program, track.notes.size());
    for (const Note& note : track.notes) {
        key.add(note.onset, note.duration, int { note.pitch }, int { note.velocity });
    }
}

/// Name of a stem: key-stolen.stem
std::optional<int> stolenVoicesIn(const fs::path& path, const std::string& key)
{
    const std::string stem = path.stem().string();
    if (path.extension() != kExtension || !stem.starts_with(key + "-")) {
        return std::nullopt;
    }
    int stolen = 0;
    const char* first = stem.data() + key.size() + 1;
    const char* last = stem.data() + stem.size();
    const auto [end, error] = std::from_chars(first, last, stolen);
    return error == std::errc() && end == last ? std::optional(stolen) : std::nullopt;
}

/// Stems are not flushed to the disk one by one, so after a crash of the whole machine a file may
/// have its length but not its contents: only those of this boot are trusted.
std::string bootId()
{
    return readFile("/proc/sys/kernel/random/boot_id", 64).value_or(std::string());
}

struct Entry
{
    fs::path path;
    fs::file_time_type used;
    std::uintmax_t bytes = 0;
};

/// Space taken on disk: holes take none.
std::uintmax_t bytesOnDisk(const fs::path& path)
{
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 ? static_cast<std::uintmax_t>(info.st_blocks) * 512 : 0;
}

} // namespace

std::string stemKey(const Score& score, Slot slot, LoopMode loop, Humanise humanise,
    std::int64_t frames, const fs::path& soundFont)
{
    std::error_code error;
    KeyText key;
    key.text = bootId() + '\n' + soundFont.string() + '\n';
    key.add(kSynthVersion, fs::file_size(soundFont, error), frames, slotIndex(slot),
        static_cast<int>(humanise), static_cast<int>(loop));
    key.add(loop == LoopMode::On ? score.length : 0);
    for (const TempoChange& change : score.tempo.changes()) {
        key.add(change.tick);
        char digits[32];
        const auto end = std::to_chars(std::begin(digits), std::end(digits), change.bpm).ptr;
        key.text.append(std::begin(digits), end);
        key.text += '\n';
    }
    for (const Track* track : tracksOfSlot(score, slot)) {
        addTrack(key, *track);
    }
    return sha256(key.text);
}

StemCache::StemCache(fs::path folder, std::uintmax_t mostBytes)
    : m_folder(std::move(folder))
    , m_mostBytes(mostBytes)
{
}

Result<StemCache> StemCache::open(fs::path folder, std::uintmax_t mostBytes)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        return fail(ErrorCode::Io,
            "Could not make the folder " + folder.string() + ": " + error.message() + ".");
    }
    return StemCache(std::move(folder), mostBytes);
}

std::optional<CachedStem> StemCache::find(const std::string& key, std::int64_t frames) const
{
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(m_folder, error)) {
        const auto stolen = stolenVoicesIn(entry.path(), key);
        if (!stolen) {
            continue;
        }
        auto file = FrameFile::openRaw(entry.path());
        if (!file || file->frames().value_or(-1) != frames) {
            continue;
        }
        fs::last_write_time(entry.path(), fs::file_time_type::clock::now(), error);
        return CachedStem { std::move(*file), *stolen };
    }
    return std::nullopt;
}

Result<FrameFile> StemCache::create() const
{
    auto file = FrameFile::create(m_folder / (makeUuid() + kUnfinished), FrameFormat::Raw);
    if (file) {
        file->setTemporary(true);
    }
    return file;
}

Status StemCache::put(FrameFile& file, const std::string& key, int stolenVoices) const
{
    const fs::path target = m_folder / (key + "-" + std::to_string(stolenVoices) + kExtension);
    std::error_code error;
    fs::rename(file.path(), target, error);
    if (error) {
        return fail(ErrorCode::Io,
            "Could not put in place " + target.string() + ": " + error.message() + ".");
    }
    file.setTemporary(false);
    return {};
}

void StemCache::trim() const
{
    std::error_code error;
    std::vector<Entry> entries;
    std::uintmax_t total = 0;
    const auto now = fs::file_time_type::clock::now();
    for (const auto& found : fs::directory_iterator(m_folder, error)) {
        const fs::path& path = found.path();
        Entry entry { path, found.last_write_time(error), bytesOnDisk(path) };
        if (path.extension() == kUnfinished && now - entry.used > kAbandonedAfter) {
            fs::remove(path, error);
        } else if (path.extension() == kExtension) {
            total += entry.bytes;
            entries.push_back(std::move(entry));
        }
    }
    std::sort(entries.begin(), entries.end(),
        [](const Entry& a, const Entry& b) { return a.used < b.used; });
    for (const Entry& entry : entries) {
        if (total <= m_mostBytes) {
            break;
        }
        fs::remove(entry.path, error);
        total -= entry.bytes;
    }
}

} // namespace pieria::audio
