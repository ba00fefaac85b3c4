// Typed identifiers: a random UUID (version 4) as text. The document stores ids, never pointers.
#pragma once

#include <compare>
#include <string>
#include <utility>

namespace pieria {

/// A fresh random UUID, "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".
[[nodiscard]] std::string makeUuid();
[[nodiscard]] bool isUuid(const std::string& text);

template <class Tag> class Id
{
public:
    Id() = default;
    explicit Id(std::string text)
        : m_text(std::move(text))
    {
    }
    [[nodiscard]] static Id make() { return Id(makeUuid()); }
    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] bool isNull() const { return m_text.empty(); }
    auto operator<=>(const Id&) const = default;

private:
    std::string m_text;
};

using TakeId = Id<struct TakeTag>;
using AssetId = Id<struct AssetTag>; ///< the SHA-256 of the asset's bytes, in hex
using JobId = Id<struct JobTag>;

} // namespace pieria
