#include "core/engine/text_import.h"

#include "core/models/text/text_import.h"

namespace pieria {

Result<Outcome<std::filesystem::path>> importTextModel(
    const std::vector<std::filesystem::path>& folders, const std::filesystem::path& target,
    JobContext& context)
{
    return models::importTextModel(folders, target, context);
}

} // namespace pieria
