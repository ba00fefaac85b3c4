// Keeps the chatter of audio libraries off the terminal.
#pragma once

namespace pieria::audio {

/// While it lives, what C libraries write to standard error goes to the log (debug level) instead:
/// PortAudio's search for devices makes ALSA and JACK print about a hundred lines.
class QuietErrors
{
public:
    QuietErrors();
    ~QuietErrors();
    QuietErrors(const QuietErrors&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;

private:
    int m_terminal = -1;
    int m_capture = -1;
};

} // namespace pieria::audio
