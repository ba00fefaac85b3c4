// How well typed letters match a name: the search of the command palette and of every filter.
#pragma once

#include <QString>

#include <optional>

namespace pieria::ui {

/// Every letter of `pattern` must appear in `text` in order, ignoring case. Higher is better:
/// letters that start words and letters in a row count most, gaps cost. Nothing when it does not
/// match; 0 for an empty pattern.
[[nodiscard]] std::optional<int> fuzzyScore(const QString& pattern, const QString& text);

} // namespace pieria::ui
