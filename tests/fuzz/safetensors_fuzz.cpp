// Any bytes: the reader refuses them or gives tensors that can be read and written back to a file
// that reads the same.
#include "core/base/safetensors.h"

#include <cstdint>
#include <cstdlib>
#include <string>

using namespace pieria;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto read
        = SafeTensors::fromBytes(std::string(reinterpret_cast<const char*>(data), size));
    if (!read) {
        return 0;
    }
    double sum = 0;
    for (const auto& [name, tensor] : read->tensors()) {
        if (const auto values = floatsOf(tensor)) {
            for (const float value : *values) {
                sum += static_cast<double>(value);
            }
        }
    }
    volatile double sink = sum;
    static_cast<void>(sink);
    const auto written = writeSafeTensors(read->tensors(), read->metadata());
    if (!written) {
        std::abort();
    }
    const auto again = SafeTensors::fromBytes(*written);
    if (!again || again->tensors().size() != read->tensors().size()
        || again->metadata() != read->metadata()) {
        std::abort();
    }
    return 0;
}
