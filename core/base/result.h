// How fallible functions answer: Result<T> at the boundaries of a room.
#pragma once

#include <tl/expected.hpp>

#include <string>
#include <utility>
#include <variant>

namespace pieria {

enum class ErrorCode {
    InvalidInput,
    NotFound,
    Corrupt,
    Unsupported,
    Io,
    OutOfMemory,
    Unavailable,
    Internal
};

/// What went wrong. `sentence` is shown to people and says what to do; `detail` goes to the log.
struct Failure
{
    ErrorCode code = ErrorCode::Internal;
    std::string sentence;
    std::string detail;
};

template <class T> using Result = tl::expected<T, Failure>;
using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Failure> fail(
    ErrorCode code, std::string sentence, std::string detail = {})
{
    return tl::unexpected<Failure>(Failure { code, std::move(sentence), std::move(detail) });
}

/// The end of a job that was cancelled: an outcome, not an error.
struct Cancelled
{
};

template <class T> using Outcome = std::variant<T, Cancelled>;

} // namespace pieria
