// What computes: the versions and libraries behind the models, for --version and diagnostics.
#pragma once

#include <string>

namespace pieria {

struct BackendInfo
{
    std::string torch; ///< version of LibTorch
    std::string blas; ///< "OpenBLAS 0.3.21 Haswell (/usr/lib/.../libblas.so.3)"
    bool cuda = false; ///< a device that LibTorch can use
};

[[nodiscard]] BackendInfo backendInfo();

} // namespace pieria
