#include "audio/device/alsa_configuration.h"

#include <alsa/asoundlib.h>

namespace pieria::audio {

namespace {

bool names(const char* entry)
{
    snd_config_t* found = nullptr;
    return snd_config_search(snd_config, entry, &found) >= 0;
}

/// An empty compound of this name in `parent`, which owns it; null when there is no memory.
snd_config_t* addCompound(snd_config_t* parent, const char* name)
{
    snd_config_t* compound = nullptr;
    if (snd_config_make_compound(&compound, name, 0) < 0) {
        return nullptr;
    }
    if (snd_config_add(parent, compound) < 0) {
        snd_config_delete(compound);
        return nullptr;
    }
    return compound;
}

} // namespace

bool prepareAlsaConfiguration()
{
    // A file that cannot be parsed leaves no configuration at all.
    if (snd_config_update() < 0 || !snd_config) {
        return false;
    }
    if (names("pcm.default") || names("pcm.dmix")) {
        return true;
    }
    snd_config_t* devices = nullptr;
    if (snd_config_search(snd_config, "pcm", &devices) < 0) {
        devices = addCompound(snd_config, "pcm");
    }
    return devices && addCompound(devices, "dmix");
}

} // namespace pieria::audio
