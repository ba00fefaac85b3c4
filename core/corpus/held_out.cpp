#include "core/corpus/held_out.h"

#include "core/base/file.h"
#include "core/base/noise.h"

#include <nlohmann/json.hpp>

namespace pieria {

namespace {

constexpr std::uint64_t kValidEvery = 25;

bool validates(const std::string& group)
{
    return (streamOf("split/" + group) >> 24) % kValidEvery == 0;
}

} // namespace

Result<HeldOut> HeldOut::load(const std::filesystem::path& file)
{
    const auto bytes = readFile(file, std::uintmax_t { 1 } << 20);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    const auto json = nlohmann::json::parse(*bytes, nullptr, false);
    HeldOut result;
    try {
        result.grooveTest = json.at("groove_test").get<std::set<std::string>>();
        result.grooveValid = json.at("groove_valid").get<std::set<std::string>>();
        result.tuneTest = json.at("tune_test").get<std::set<std::string>>();
        result.composers = json.at("mutopia_composers").get<std::set<std::string>>();
        result.libraries = json.at("libraries").get<std::set<std::string>>();
    } catch (const nlohmann::json::exception& error) {
        return fail(ErrorCode::Corrupt,
            "The list of held-out music is damaged; restore resources/corpus/held_out.json.",
            error.what());
    }
    return result;
}

Split HeldOut::splitOfGroove(const std::string& file) const
{
    if (grooveTest.contains(file)) {
        return Split::Test;
    }
    return grooveValid.contains(file) ? Split::Valid : Split::Train;
}

Split HeldOut::splitOfTune(const std::string& id) const
{
    if (tuneTest.contains(id)) {
        return Split::Test;
    }
    return validates(id) ? Split::Valid : Split::Train;
}

Split HeldOut::splitOfMutopia(const std::string& composer, const std::string& group) const
{
    if (composers.contains(composer)) {
        return Split::Test;
    }
    return validates(group) ? Split::Valid : Split::Train;
}

} // namespace pieria
