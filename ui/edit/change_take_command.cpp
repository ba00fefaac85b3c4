#include "ui/edit/change_take_command.h"

namespace pieria::ui {

int makeMergeId()
{
    // Commands are made on the GUI thread only.
    static int next = 0;
    return next++;
}

} // namespace pieria::ui
