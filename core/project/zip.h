// Zip archives, written with fixed times so that the same content gives the same bytes, and read
// with suspicion. For .cpp files of this room; the only place with libzip.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pieria {

enum class Packing { Store, Deflate };

class ZipWriter
{
public:
    ZipWriter();
    ~ZipWriter();
    ZipWriter(const ZipWriter&) = delete;
    ZipWriter& operator=(const ZipWriter&) = delete;

    /// Entries are written in the order they are added.
    void add(std::string name, std::string bytes, Packing packing = Packing::Deflate);
    /// The file is read while the archive is written; it must not change until then.
    void addFile(std::string name, std::filesystem::path file, Packing packing = Packing::Store);

    [[nodiscard]] Result<std::string> toBytes() const;
    [[nodiscard]] Status toFile(const std::filesystem::path& path) const; ///< atomic

private:
    struct Entry;
    std::vector<Entry> m_entries;
};

struct ZipEntry
{
    std::string name;
    std::uint64_t packed = 0; ///< bytes in the archive
    std::uint64_t size = 0; ///< bytes as the archive claims; reading checks it
};

class ZipReader
{
public:
    /// `what` names the archive in sentences: "This take file". The bytes must outlive the reader.
    [[nodiscard]] static Result<ZipReader> fromBytes(std::string_view bytes, std::string what);
    [[nodiscard]] static Result<ZipReader> fromFile(
        const std::filesystem::path& path, std::string what);
    ZipReader(ZipReader&&) noexcept;
    ZipReader& operator=(ZipReader&&) noexcept;
    ~ZipReader();

    /// Refuses encrypted entries, links, repeated names and more than `most` entries.
    [[nodiscard]] Result<std::vector<ZipEntry>> entries(std::uint64_t most) const;
    /// By index in entries(). Checks the claimed size, `limit` and the checksum.
    [[nodiscard]] Result<std::string> read(std::uint64_t index, std::uint64_t limit) const;
    /// The same into a new file, in blocks.
    [[nodiscard]] Status extract(
        std::uint64_t index, std::uint64_t limit, const std::filesystem::path& file) const;

private:
    struct State;
    explicit ZipReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace pieria
