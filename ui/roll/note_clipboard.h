// Notes on the system clipboard, so that they travel between takes and windows.
#pragma once

#include "core/score/score.h"

#include <vector>

class QMimeData;

namespace pieria::ui {

/// Copied notes with onsets from a whole grid line before the first of them.
struct NoteClip
{
    std::vector<Note> notes;
    Tick span = 0; ///< how far a second copy would be
};

void putOnClipboard(const NoteClip& clip);
/// Empty when the clipboard holds no notes. Bounded: foreign or broken data gives nothing.
[[nodiscard]] NoteClip notesOnClipboard();

} // namespace pieria::ui
