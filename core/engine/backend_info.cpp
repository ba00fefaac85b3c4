#include "core/engine/backend_info.h"

#include "core/models/torch.h"

#include <cstdlib>
#include <dlfcn.h>
#include <memory>

namespace pieria {

namespace {

using TextFunction = char* (*)();

/// Calls a function of no arguments that returns text, when some loaded library has it.
std::string callText(const char* name)
{
    void* const symbol = dlsym(RTLD_DEFAULT, name);
    return symbol == nullptr ? std::string() : reinterpret_cast<TextFunction>(symbol)();
}

/// The file that provides matrix products.
std::string blasFile()
{
    for (const char* name : { "sgemm_", "cblas_sgemm" }) {
        Dl_info info {};
        void* const symbol = dlsym(RTLD_DEFAULT, name);
        if (symbol != nullptr && dladdr(symbol, &info) != 0 && info.dli_fname != nullptr) {
            const std::unique_ptr<char, decltype(&std::free)> real(
                realpath(info.dli_fname, nullptr), &std::free);
            return real ? real.get() : info.dli_fname;
        }
    }
    return {};
}

std::string blasText()
{
    const std::string config = callText("openblas_get_config");
    const std::string file = blasFile();
    const std::string name = config.empty() ? "unknown BLAS" : config;
    return file.empty() ? name : name + " (" + file + ")";
}

} // namespace

BackendInfo backendInfo()
{
    return { TORCH_VERSION, blasText(), torch::cuda::is_available() };
}

} // namespace pieria
