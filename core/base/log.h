// The log: one sink for the process, standard error by default. The window and the tests set their
// own.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace pieria {

enum class LogLevel { Debug, Info, Warning, Error };

using LogSink = std::function<void(LogLevel, std::string_view category, std::string_view text)>;

/// Replaces the sink and returns the previous one. Thread-safe.
LogSink setLogSink(LogSink sink);

/// `category` is a dotted name, "pieria.audio". Never called from the audio callback.
void log(LogLevel level, std::string_view category, std::string_view text);

} // namespace pieria
