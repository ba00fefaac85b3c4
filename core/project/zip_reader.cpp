#include "core/project/zip.h"

#include <zip.h>

#include <fstream>
#include <functional>
#include <limits>
#include <set>
#include <sys/stat.h>
#include <utility>

namespace pieria {

struct ZipReader::State
{
    State(zip_t* opened, std::string name)
        : archive(opened)
        , what(std::move(name))
    {
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { zip_discard(archive); }
    zip_t* archive;
    std::string what;
};

namespace {

tl::unexpected<Failure> damaged(const std::string& what, const std::string& detail)
{
    return fail(ErrorCode::Corrupt, what + " is damaged; ask for it again or use a copy.", detail);
}

tl::unexpected<Failure> tooLarge(const std::string& what)
{
    return fail(
        ErrorCode::InvalidInput, what + " unpacks to more than is allowed; it was not opened.");
}

bool isPlainFile(zip_t* archive, zip_uint64_t index)
{
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(archive, index, 0, &system, &attributes) != 0) {
        return false;
    }
    const zip_uint32_t kind = (attributes >> 16) & S_IFMT;
    return system != ZIP_OPSYS_UNIX || kind == 0 || kind == S_IFREG;
}

Result<ZipEntry> entryAt(zip_t* archive, zip_uint64_t index, const std::string& what)
{
    zip_stat_t info;
    zip_stat_init(&info);
    constexpr zip_uint64_t kNeeded = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if (zip_stat_index(archive, index, ZIP_FL_ENC_RAW, &info) != 0
        || (info.valid & kNeeded) != kNeeded) {
        return damaged(what, "an entry has no size");
    }
    const bool locked
        = (info.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && info.encryption_method != ZIP_EM_NONE;
    if (locked || !isPlainFile(archive, index)) {
        return fail(ErrorCode::Unsupported,
            what + " holds encrypted entries or links; pack it again with Pieria.");
    }
    return ZipEntry { info.name, info.comp_size, info.size };
}

/// Passes the content of one entry on in blocks.
Status stream(zip_t* archive, zip_uint64_t index, zip_uint64_t limit, const std::string& what,
    const std::function<bool(std::string_view)>& sink)
{
    const Result<ZipEntry> entry = entryAt(archive, index, what);
    if (!entry) {
        return tl::unexpected<Failure>(entry.error());
    }
    if (entry->size > limit) {
        return tooLarge(what);
    }
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(
        zip_fopen_index(archive, index, 0), &zip_fclose);
    if (file == nullptr) {
        return damaged(what, zip_strerror(archive));
    }
    std::string block(1 << 16, '\0');
    zip_uint64_t total = 0;
    while (true) {
        const zip_int64_t got = zip_fread(file.get(), block.data(), block.size());
        if (got < 0) {
            return damaged(what, "an entry cannot be unpacked");
        }
        if (got == 0) {
            break;
        }
        total += static_cast<zip_uint64_t>(got);
        if (total > entry->size) {
            return damaged(what, "an entry is longer than it claims");
        }
        if (!sink({ block.data(), static_cast<std::size_t>(got) })) {
            return fail(ErrorCode::Io, "The disk is full; free some space and try again.");
        }
    }
    return total == entry->size ? Status {} : Status(damaged(what, "an entry is cut off"));
}

} // namespace

ZipReader::ZipReader(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}
ZipReader::ZipReader(ZipReader&&) noexcept = default;
ZipReader& ZipReader::operator=(ZipReader&&) noexcept = default;
ZipReader::~ZipReader() = default;

Result<ZipReader> ZipReader::fromBytes(std::string_view bytes, std::string what)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = source != nullptr
        ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error)
        : nullptr;
    if (archive == nullptr) {
        const std::string detail = zip_error_strerror(&error);
        zip_error_fini(&error);
        zip_source_free(source);
        return damaged(what, detail);
    }
    return ZipReader(std::make_unique<State>(archive, std::move(what)));
}

Result<ZipReader> ZipReader::fromFile(const std::filesystem::path& path, std::string what)
{
    int code = 0;
    zip_t* archive = zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code);
    if (archive == nullptr) {
        if (code == ZIP_ER_NOENT || code == ZIP_ER_OPEN) {
            return fail(ErrorCode::NotFound, "Could not open " + path.string() + ".");
        }
        return damaged(what, "zip error " + std::to_string(code));
    }
    return ZipReader(std::make_unique<State>(archive, std::move(what)));
}

Result<std::vector<ZipEntry>> ZipReader::entries(std::uint64_t most) const
{
    const zip_int64_t count = zip_get_num_entries(m_state->archive, 0);
    if (count < 0 || static_cast<std::uint64_t>(count) > most) {
        return tooLarge(m_state->what);
    }
    std::vector<ZipEntry> out;
    std::set<std::string> names;
    for (zip_int64_t i = 0; i < count; ++i) {
        Result<ZipEntry> entry
            = entryAt(m_state->archive, static_cast<zip_uint64_t>(i), m_state->what);
        if (!entry) {
            return tl::unexpected<Failure>(entry.error());
        }
        if (!names.insert(entry->name).second) {
            return damaged(m_state->what, "a name is there twice");
        }
        out.push_back(std::move(*entry));
    }
    return out;
}

Result<std::string> ZipReader::read(std::uint64_t index, std::uint64_t limit) const
{
    std::string bytes;
    const Status read
        = stream(m_state->archive, index, limit, m_state->what, [&bytes](std::string_view block) {
              bytes += block;
              return true;
          });
    if (!read) {
        return tl::unexpected<Failure>(read.error());
    }
    return bytes;
}

Status ZipReader::extract(
    std::uint64_t index, std::uint64_t limit, const std::filesystem::path& file) const
{
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    const Status read
        = stream(m_state->archive, index, limit, m_state->what, [&out](std::string_view block) {
              out.write(block.data(), static_cast<std::streamsize>(block.size()));
              return out.good();
          });
    out.close();
    if (read && !out) {
        return fail(ErrorCode::Io, "Could not write " + file.string() + "; check the disk.");
    }
    return read;
}

} // namespace pieria
