// A stretch of the spectrogram as an 8-bit picture: time to the right, log frequency upwards.
#pragma once

#include "ui/wave/frame_reader.h"

#include <QImage>

#include <cstdint>

namespace pieria::ui {

inline constexpr int kTileColumns = 256;
inline constexpr int kTileRows = 240;
inline constexpr std::int64_t kTileHop = 1024; ///< frames a column
inline constexpr std::int64_t kTileFrames = kTileColumns * kTileHop;
inline constexpr double kLowestHertz = 30;
inline constexpr double kHighestHertz = 20000;
inline constexpr double kFloorDecibels = -90; ///< black; 0 dB is a full-scale sine

/// Frequency at a height, 0 bottom to 1 top, and back.
[[nodiscard]] double hertzAt(double height);
[[nodiscard]] double heightOf(double hertz);

/// Format_Indexed8 with the colour map of color_map.h; Hann window of 4096 frames, power of both
/// channels' mean. Pure but for reading; runs on an io thread.
[[nodiscard]] QImage makeSpectrogramTile(FrameReader& reader, std::int64_t index);

} // namespace pieria::ui
