#include "core/base/file.h"
#include "core/base/id.h"
#include "core/project/zip.h"

#include <zip.h>

#include <sys/stat.h>
#include <system_error>
#include <utility>

namespace pieria {

struct ZipWriter::Entry
{
    std::string name;
    std::string bytes;
    std::filesystem::path file; ///< empty: `bytes`
    Packing packing = Packing::Deflate;
};

namespace {

// 1980-01-01 00:00, the first moment zip knows, in DOS form: independent of the time zone.
constexpr zip_uint16_t kDosTime = 0;
constexpr zip_uint16_t kDosDate = (1 << 5) | 1;
constexpr zip_uint32_t kPlainFile = (S_IFREG | 0644u) << 16;
constexpr zip_uint32_t kDeflateLevel = 6;

tl::unexpected<Failure> couldNot(const std::string& detail)
{
    return fail(
        ErrorCode::Io, "The archive could not be written; check the free disk space.", detail);
}

std::string textOf(zip_error_t& error)
{
    std::string text = zip_error_strerror(&error);
    zip_error_fini(&error);
    return text;
}

bool dress(zip_t* archive, zip_uint64_t index, Packing packing)
{
    const zip_int32_t method = packing == Packing::Store ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
    return zip_set_file_compression(archive, index, method, kDeflateLevel) == 0
        && zip_file_set_dostime(archive, index, kDosTime, kDosDate, 0) == 0
        && zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_UNIX, kPlainFile) == 0;
}

} // namespace

ZipWriter::ZipWriter() = default;
ZipWriter::~ZipWriter() = default;

void ZipWriter::add(std::string name, std::string bytes, Packing packing)
{
    m_entries.push_back({ std::move(name), std::move(bytes), {}, packing });
}

void ZipWriter::addFile(std::string name, std::filesystem::path file, Packing packing)
{
    m_entries.push_back({ std::move(name), {}, std::move(file), packing });
}

namespace {

/// Adds every entry and closes the archive; on failure the archive is discarded.
template <class Entries> Status fill(zip_t* archive, const Entries& entries)
{
    const auto giveUp = [archive] {
        const std::string detail = zip_strerror(archive);
        zip_discard(archive);
        return couldNot(detail);
    };
    for (const auto& entry : entries) {
        zip_source_t* source = entry.file.empty()
            ? zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0)
            : zip_source_file(archive, entry.file.c_str(), 0, -1);
        if (source == nullptr) {
            return giveUp();
        }
        const zip_int64_t index
            = zip_file_add(archive, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(source);
            return giveUp();
        }
        if (!dress(archive, static_cast<zip_uint64_t>(index), entry.packing)) {
            return giveUp();
        }
    }
    return zip_close(archive) == 0 ? Status {} : Status(giveUp());
}

Result<std::string> contentOf(zip_source_t* source)
{
    std::string bytes;
    if (zip_source_open(source) != 0) {
        return couldNot("the archive in memory cannot be opened");
    }
    std::string block(1 << 16, '\0');
    zip_int64_t got = 0;
    while ((got = zip_source_read(source, block.data(), block.size())) > 0) {
        bytes.append(block.data(), static_cast<std::size_t>(got));
    }
    zip_source_close(source);
    if (got < 0) {
        return couldNot("the archive in memory cannot be read");
    }
    return bytes;
}

} // namespace

Result<std::string> ZipWriter::toBytes() const
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
    if (source == nullptr) {
        return couldNot(textOf(error));
    }
    const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> owner(source, &zip_source_free);
    zip_t* archive = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (archive == nullptr) {
        return couldNot(textOf(error));
    }
    zip_source_keep(source); // closing the archive gives up its hold
    if (const Status filled = fill(archive, m_entries); !filled) {
        return tl::unexpected<Failure>(filled.error());
    }
    return contentOf(source);
}

Status ZipWriter::toFile(const std::filesystem::path& path) const
{
    const std::filesystem::path temporary
        = path.parent_path() / ("." + path.filename().string() + "." + makeUuid() + ".tmp");
    int code = 0;
    zip_t* archive = zip_open(temporary.c_str(), ZIP_CREATE | ZIP_EXCL, &code);
    if (archive == nullptr) {
        return couldNot("zip error " + std::to_string(code));
    }
    if (const Status filled = fill(archive, m_entries); !filled) {
        std::error_code ignored;
        std::filesystem::remove(temporary, ignored);
        return filled;
    }
    return publishFile(temporary, path);
}

} // namespace pieria
