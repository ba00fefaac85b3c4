// RAII around libsndfile's handle; for the .cpp files of this folder.
#pragma once

#include <sndfile.h>

#include <memory>

namespace pieria::audio {

struct SoundFileCloser
{
    void operator()(SNDFILE* file) const { sf_close(file); }
};

using SoundFile = std::unique_ptr<SNDFILE, SoundFileCloser>;

} // namespace pieria::audio
