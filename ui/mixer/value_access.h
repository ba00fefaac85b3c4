// What screen readers are told of drawn controls: faders and bars are sliders, drag numbers spin
// boxes, with their values; painted views are graphics with a description.
#pragma once

namespace pieria::ui {

/// Once per process; asking again does nothing.
void installStageAccess();

} // namespace pieria::ui
