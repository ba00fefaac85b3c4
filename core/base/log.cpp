#include "core/base/log.h"

#include <cstdio>
#include <mutex>
#include <utility>

namespace pieria {

namespace {

void writeToStandardError(LogLevel level, std::string_view category, std::string_view text)
{
    if (level == LogLevel::Debug) {
        return;
    }
    std::fprintf(stderr, "%.*s: %.*s\n", static_cast<int>(category.size()), category.data(),
        static_cast<int>(text.size()), text.data());
}

struct SinkHolder
{
    std::mutex mutex;
    LogSink sink = &writeToStandardError;
};

SinkHolder& holder()
{
    static SinkHolder instance;
    return instance;
}

} // namespace

LogSink setLogSink(LogSink sink)
{
    const std::lock_guard lock(holder().mutex);
    return std::exchange(holder().sink, sink ? std::move(sink) : LogSink(&writeToStandardError));
}

void log(LogLevel level, std::string_view category, std::string_view text)
{
    const std::lock_guard lock(holder().mutex);
    holder().sink(level, category, text);
}

} // namespace pieria
