// Any bytes: the reader of take files refuses them or gives a take that comes back the same. Fuzzed
// bytes rarely get past the checksums of a zip, so the input is also tried as each of its parts.
#include "core/project/take_file.h"
#include "core/project/zip.h"
#include "core/score/midi.h"

#include <cstdint>
#include <cstdlib>
#include <string>

using namespace pieria;

namespace {

void check(std::string_view bytes)
{
    const auto take = takeFromBytes(bytes);
    if (!take) {
        if (take.error().sentence.empty()) {
            std::abort();
        }
        return;
    }
    const auto written = takeToBytes(*take);
    const auto again = written ? takeFromBytes(*written) : tl::unexpected<Failure>(written.error());
    if (!again || *takeToBytes(*again) != *written) {
        std::abort();
    }
}

void checkParts(const std::string& json, const std::string& latents)
{
    ZipWriter zip;
    zip.add("take.json", json, Packing::Store);
    zip.add("score.mid", writeMidi(Score {}), Packing::Store);
    if (!latents.empty()) {
        zip.add("latents.safetensors", latents, Packing::Store);
    }
    check(*zip.toBytes());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    check(bytes);
    checkParts(bytes, {});
    checkParts(R"({"format":1})", bytes);
    return 0;
}
