// safetensors files: a header length (8 bytes, little-endian), a JSON header and raw little-endian
// tensor data. The reader trusts nothing: every length, offset and shape is checked before it is
// used. The writer is deterministic: same tensors, same bytes.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pieria {

enum class Dtype : std::uint8_t { F64, F32, F16, BF16, I64, I32, U8, Bool };

[[nodiscard]] std::size_t dtypeSize(Dtype dtype); ///< bytes of one element
[[nodiscard]] std::string_view dtypeName(Dtype dtype); ///< as the header spells it: "BF16", "BOOL"
[[nodiscard]] std::optional<Dtype> dtypeFromName(std::string_view name);

/// One tensor: row-major elements, little-endian. `bytes` lives as long as what it was read from
/// and may start at any address, so elements are copied out, never pointed at.
struct TensorView
{
    Dtype dtype = Dtype::F32;
    std::vector<std::int64_t> shape; ///< empty: a scalar
    std::span<const std::byte> bytes;

    [[nodiscard]] std::size_t elements() const { return bytes.size() / dtypeSize(dtype); }
};

inline constexpr std::size_t kSafeTensorsHeaderLimit = std::size_t { 16 } << 20;

using TensorViews = std::map<std::string, TensorView, std::less<>>;
using TensorMetadata = std::map<std::string, std::string, std::less<>>;

/// An opened file. Cheap to copy: copies share the bytes.
class SafeTensors
{
public:
    /// Maps the file; pages are read when they are touched.
    [[nodiscard]] static Result<SafeTensors> open(const std::filesystem::path& path);
    /// `source` names the bytes in failures.
    [[nodiscard]] static Result<SafeTensors> fromBytes(
        std::string bytes, const std::string& source = "The data");

    [[nodiscard]] const TensorViews& tensors() const { return m_tensors; }
    [[nodiscard]] const TensorMetadata& metadata() const { return m_metadata; }
    /// Null when there is none of that name.
    [[nodiscard]] const TensorView* find(std::string_view name) const;

private:
    static Result<SafeTensors> parse(std::shared_ptr<const void> owner,
        std::span<const std::byte> file, const std::string& source);

    std::shared_ptr<const void> m_owner;
    TensorViews m_tensors;
    TensorMetadata m_metadata;
};

/// The bytes of a file. Refuses a tensor whose bytes do not match its shape. Data is laid out by
/// element size (largest first), then name, so that every element is aligned.
[[nodiscard]] Result<std::string> writeSafeTensors(
    const TensorViews& tensors, const TensorMetadata& metadata = {});
/// The same, put in place atomically.
[[nodiscard]] Status writeSafeTensorsFile(const std::filesystem::path& path,
    const TensorViews& tensors, const TensorMetadata& metadata = {});

/// The elements of a floating-point tensor of any width as floats; empty for other types.
[[nodiscard]] std::optional<std::vector<float>> floatsOf(const TensorView& tensor);

} // namespace pieria
