#include "core/base/safetensors.h"

#include "core/base/file.h"
#include "core/base/half.h"
#include "core/base/safetensors_header.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <limits>
#include <sys/mman.h>
#include <sys/stat.h>
#include <tuple>
#include <unistd.h>
#include <utility>

namespace pieria {

static_assert(std::endian::native == std::endian::little, "tensor data is stored little-endian");

namespace {

constexpr std::size_t kLengthBytes = 8;

struct DtypeFacts
{
    Dtype dtype;
    std::string_view name;
    std::size_t size;
};

constexpr std::array<DtypeFacts, 8> kDtypes { { { Dtype::F64, "F64", 8 }, { Dtype::F32, "F32", 4 },
    { Dtype::F16, "F16", 2 }, { Dtype::BF16, "BF16", 2 }, { Dtype::I64, "I64", 8 },
    { Dtype::I32, "I32", 4 }, { Dtype::U8, "U8", 1 }, { Dtype::Bool, "BOOL", 1 } } };

/// Bytes of a tensor of that shape; nothing when the product does not fit.
std::optional<std::uint64_t> byteSize(Dtype dtype, const std::vector<std::int64_t>& shape)
{
    std::uint64_t bytes = dtypeSize(dtype);
    if (std::find(shape.begin(), shape.end(), 0) != shape.end()) {
        bytes = 0;
    }
    for (const std::int64_t extent : shape) {
        if (extent < 0) {
            return std::nullopt;
        }
        const auto factor = static_cast<std::uint64_t>(extent);
        if (factor != 0 && bytes > std::numeric_limits<std::uint64_t>::max() / factor) {
            return std::nullopt;
        }
        bytes *= factor;
    }
    return bytes;
}

/// Sorts by offset; the tensors must cover the data exactly: no overlap, no hole, no tail.
Status checkLayout(std::vector<SafeTensorsEntry>& entries, std::uint64_t dataSize)
{
    for (const SafeTensorsEntry& entry : entries) {
        const auto [begin, end] = entry.offsets;
        const std::optional<std::uint64_t> size = byteSize(entry.dtype, entry.shape);
        if (begin > end || end > dataSize) {
            return fail(ErrorCode::Corrupt, "places " + entry.name + " outside its data");
        }
        if (!size || *size != end - begin) {
            return fail(ErrorCode::Corrupt,
                "gives " + entry.name + " a shape that does not match its size");
        }
    }
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
        return std::tie(a.offsets, a.name) < std::tie(b.offsets, b.name);
    });
    std::uint64_t position = 0;
    for (const SafeTensorsEntry& entry : entries) {
        if (entry.offsets[0] < position) {
            return fail(ErrorCode::Corrupt, "lets " + entry.name + " overlap another tensor");
        }
        if (entry.offsets[0] > position) {
            return fail(ErrorCode::Corrupt, "leaves a hole before " + entry.name);
        }
        position = entry.offsets[1];
    }
    if (position != dataSize) {
        return fail(ErrorCode::Corrupt, "has data that belongs to no tensor");
    }
    return {};
}

struct Mapping
{
    std::shared_ptr<const void> owner;
    std::span<const std::byte> bytes;
};

Result<Mapping> mapFile(const std::filesystem::path& path)
{
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        const ErrorCode code = errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Io;
        return fail(code, "Could not open " + path.string() + ": " + std::strerror(errno) + ".");
    }
    const std::shared_ptr<void> closer(nullptr, [fd](void*) { ::close(fd); });
    struct stat info {};
    if (::fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        return fail(ErrorCode::InvalidInput, path.string() + " is not a file.");
    }
    if (info.st_size == 0) {
        return Mapping {};
    }
    const auto size = static_cast<std::size_t>(info.st_size);
    void* const start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (start == MAP_FAILED) {
        return fail(
            ErrorCode::Io, "Could not map " + path.string() + ": " + std::strerror(errno) + ".");
    }
    Mapping mapping;
    mapping.owner
        = std::shared_ptr<const void>(start, [start, size](const void*) { ::munmap(start, size); });
    mapping.bytes = { static_cast<const std::byte*>(start), size };
    return mapping;
}

template <class Bits, class Convert>
std::vector<float> converted(const TensorView& tensor, Convert convert)
{
    std::vector<float> values(tensor.elements());
    for (std::size_t i = 0; i < values.size(); ++i) {
        Bits bits {};
        std::memcpy(&bits, tensor.bytes.data() + i * sizeof(Bits), sizeof(Bits));
        values[i] = convert(bits);
    }
    return values;
}

} // namespace

std::size_t dtypeSize(Dtype dtype)
{
    return kDtypes[static_cast<std::size_t>(dtype)].size;
}

std::string_view dtypeName(Dtype dtype)
{
    return kDtypes[static_cast<std::size_t>(dtype)].name;
}

std::optional<Dtype> dtypeFromName(std::string_view name)
{
    for (const DtypeFacts& facts : kDtypes) {
        if (facts.name == name) {
            return facts.dtype;
        }
    }
    return std::nullopt;
}

const TensorView* SafeTensors::find(std::string_view name) const
{
    const auto found = m_tensors.find(name);
    return found == m_tensors.end() ? nullptr : &found->second;
}

Result<SafeTensors> SafeTensors::open(const std::filesystem::path& path)
{
    Result<Mapping> mapping = mapFile(path);
    if (!mapping) {
        return tl::unexpected(std::move(mapping.error()));
    }
    return parse(std::move(mapping->owner), mapping->bytes, path.string());
}

Result<SafeTensors> SafeTensors::fromBytes(std::string bytes, const std::string& source)
{
    const auto owner = std::make_shared<const std::string>(std::move(bytes));
    return parse(owner, std::as_bytes(std::span(owner->data(), owner->size())), source);
}

Result<SafeTensors> SafeTensors::parse(
    std::shared_ptr<const void> owner, std::span<const std::byte> file, const std::string& source)
{
    const auto corrupt = [&](const std::string& what) {
        return fail(
            ErrorCode::Corrupt, source + " is not a usable safetensors file: it " + what + ".");
    };
    if (file.size() < kLengthBytes) {
        return corrupt("is shorter than its header");
    }
    std::uint64_t headerSize = 0;
    std::memcpy(&headerSize, file.data(), kLengthBytes);
    if (headerSize > kSafeTensorsHeaderLimit) {
        return corrupt("announces a header of " + std::to_string(headerSize) + " bytes");
    }
    if (headerSize > file.size() - kLengthBytes) {
        return corrupt("is shorter than its header");
    }
    const auto headerBytes = file.subspan(kLengthBytes, static_cast<std::size_t>(headerSize));
    const std::string_view json(
        reinterpret_cast<const char*>(headerBytes.data()), headerBytes.size());
    Result<SafeTensorsHeader> header = readSafeTensorsHeader(json);
    if (!header) {
        return corrupt(header.error().sentence);
    }
    const auto data = file.subspan(kLengthBytes + headerBytes.size());
    if (const Status layout = checkLayout(header->entries, data.size()); !layout) {
        return corrupt(layout.error().sentence);
    }
    SafeTensors result;
    result.m_owner = std::move(owner);
    result.m_metadata = std::move(header->metadata);
    for (SafeTensorsEntry& entry : header->entries) {
        const auto [begin, end] = entry.offsets;
        const auto bytes
            = data.subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
        result.m_tensors.emplace(
            std::move(entry.name), TensorView { entry.dtype, std::move(entry.shape), bytes });
    }
    return result;
}

Result<std::string> writeSafeTensors(const TensorViews& tensors, const TensorMetadata& metadata)
{
    std::vector<const TensorViews::value_type*> order;
    for (const auto& item : tensors) {
        const auto& [name, tensor] = item;
        if (name == "__metadata__") {
            return fail(ErrorCode::InvalidInput, "A tensor cannot be called __metadata__.");
        }
        if (byteSize(tensor.dtype, tensor.shape) != tensor.bytes.size()) {
            return fail(ErrorCode::InvalidInput,
                "The size of tensor " + name + " does not match its shape.");
        }
        order.push_back(&item);
    }
    std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
        return dtypeSize(a->second.dtype) > dtypeSize(b->second.dtype);
    });
    SafeTensorsHeader header { {}, metadata };
    std::uint64_t position = 0;
    for (const auto* item : order) {
        const std::uint64_t end = position + item->second.bytes.size();
        header.entries.push_back(
            { item->first, item->second.dtype, item->second.shape, { position, end } });
        position = end;
    }
    Result<std::string> json = writeSafeTensorsHeader(header);
    if (!json) {
        return json;
    }
    if (json->size() > kSafeTensorsHeaderLimit) {
        return fail(ErrorCode::InvalidInput, "The names and metadata take more than 16 MiB.");
    }
    const std::uint64_t headerSize = json->size();
    std::string file(kLengthBytes, '\0');
    std::memcpy(file.data(), &headerSize, kLengthBytes);
    file.reserve(kLengthBytes + json->size() + static_cast<std::size_t>(position));
    file += *json;
    for (const auto* item : order) {
        const auto bytes = item->second.bytes;
        file.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    }
    return file;
}

Status writeSafeTensorsFile(
    const std::filesystem::path& path, const TensorViews& tensors, const TensorMetadata& metadata)
{
    const Result<std::string> bytes = writeSafeTensors(tensors, metadata);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    return writeFileAtomically(path, *bytes);
}

std::optional<std::vector<float>> floatsOf(const TensorView& tensor)
{
    switch (tensor.dtype) {
    case Dtype::F64:
        return converted<double>(tensor, [](double value) { return static_cast<float>(value); });
    case Dtype::F32:
        return converted<float>(tensor, [](float value) { return value; });
    case Dtype::F16:
        return converted<std::uint16_t>(tensor, floatFromHalf);
    case Dtype::BF16:
        return converted<std::uint16_t>(tensor, floatFromBfloat16);
    case Dtype::I64:
    case Dtype::I32:
    case Dtype::U8:
    case Dtype::Bool:
        break;
    }
    return std::nullopt;
}

} // namespace pieria
