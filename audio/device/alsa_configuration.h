// ALSA's configuration as PortAudio needs it.
#pragma once

namespace pieria::audio {

/// Makes sure that PortAudio can look for devices; false: it would abort the process, so there are
/// none. PortAudio asserts that fewer devices open than the configuration names, not counting
/// "default" and "dmix" (pa_linux_alsa.c, BuildDeviceList): where neither is named, a "dmix" that
/// cannot be opened is added to the configuration in memory.
[[nodiscard]] bool prepareAlsaConfiguration();

} // namespace pieria::audio
