#include "app/window.h"

#include "app/example.h"

namespace pieria::app {

int openWindow(int, char**)
{
    return composeExample();
}

} // namespace pieria::app
