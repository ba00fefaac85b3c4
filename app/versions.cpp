#include "app/versions.h"

#include "core/engine/backend_info.h"

#include <QtCore/qglobal.h>

namespace pieria::app {

std::string versionText()
{
    const BackendInfo backend = backendInfo();
    return "pieria " PIERIA_VERSION "\nLibTorch " + backend.torch
        + (backend.cuda ? " with CUDA" : " on the CPU") + "\nBLAS " + backend.blas + "\nQt "
        + qVersion() + "\nLicence GPL-3.0-or-later";
}

} // namespace pieria::app
