// Any text: the reader of project.json and of requests refuses it or gives a value that is written
// and read again to the same text. The assets the seeds name lie in a temporary folder.
#include "core/project/project_file.h"
#include "core/project/request_json.h"
#include "core/score/midi.h"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <unistd.h>

using namespace pieria;

namespace {

const AssetStore& assets()
{
    static const AssetStore store = [] {
        AssetStore made(std::filesystem::temp_directory_path()
            / ("pieria_project_json_fuzz_" + std::to_string(::getpid())));
        Score score;
        score.tracks = { { Slot::Lead, 73, "Flute", { { 0, 96, 60, 90 } } } };
        normalise(score);
        if (!made.put(writeMidi(score))) {
            std::abort();
        }
        return made;
    }();
    return store;
}

void checkProject(std::string_view text)
{
    const auto project = projectFromJson(text, assets());
    if (!project) {
        if (project.error().sentence.empty()) {
            std::abort();
        }
        return;
    }
    const auto written = projectToJson(*project, assets());
    const auto again
        = written ? projectFromJson(*written, assets()) : tl::unexpected<Failure>(written.error());
    if (!again || *projectToJson(*again, assets()) != *written) {
        std::abort();
    }
}

void checkRequest(std::string_view text)
{
    const auto request = requestFromJson(text);
    if (!request) {
        return;
    }
    const std::string written = requestToJson(*request);
    const auto again = requestFromJson(written);
    if (!again || requestToJson(*again) != written) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    checkProject(text);
    checkRequest(text);
    return 0;
}
