#include "core/project/migrations.h"

#include "core/project/project.h"

#include <array>
#include <cstddef>

namespace pieria {

namespace {

constexpr std::array<Migration, Project::kFormat - 1> kChain {};

} // namespace

std::span<const Migration> projectMigrations()
{
    return kChain;
}

Result<Json> migrated(Json document, std::span<const Migration> chain)
{
    const auto found = document.is_object() ? document.find("format") : document.end();
    if (!document.is_object() || found == document.end() || !found->is_number_integer()
        || *found < 1) {
        return fail(ErrorCode::Corrupt, "This is not a Pieria project; choose a .pieria folder.");
    }
    const auto current = static_cast<std::uint64_t>(chain.size()) + 1;
    std::uint64_t format = found->get<std::uint64_t>();
    if (format > current) {
        return fail(ErrorCode::Unsupported,
            "This project was saved by a newer version of Pieria; update Pieria to open it.");
    }
    for (; format < current; ++format) {
        const Status step = chain[static_cast<std::size_t>(format - 1)](document);
        if (!step) {
            return tl::unexpected<Failure>(step.error());
        }
        document["format"] = format + 1;
    }
    return document;
}

} // namespace pieria
