#include "ui/common/fuzzy_match.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace pieria::ui {

namespace {

constexpr int kNone = std::numeric_limits<int>::min() / 2;
constexpr int kMatch = 4;
constexpr int kWordStart = 10;
constexpr int kInARow = 8;
constexpr int kFirstLetter = 4;
constexpr qsizetype kLongest = 200;

bool startsWord(const QString& text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber()
        || (text[at].isUpper() && text[at - 1].isLower());
}

} // namespace

std::optional<int> fuzzyScore(const QString& pattern, const QString& text)
{
    const QString wanted = pattern.simplified().remove(QLatin1Char(' ')).toLower();
    if (wanted.isEmpty()) {
        return 0;
    }
    const QString cut = text.left(kLongest);
    const QString lower = cut.toLower();
    const auto columns = static_cast<std::size_t>(lower.size());
    // best[j]: best score of the letters so far with the last one at text position j.
    std::vector<int> best(columns, kNone);
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        std::vector<int> next(columns, kNone);
        int reachable = i == 0 ? 0 : kNone; // best score that ends before the previous letter
        for (std::size_t j = 0; j < columns; ++j) {
            const auto at = static_cast<qsizetype>(j);
            if (i > 0 && j >= 2) {
                reachable = std::max(reachable - 1, best[j - 2]);
            }
            if (lower[at] != wanted[i]) {
                continue;
            }
            const int here = kMatch + (startsWord(cut, at) ? kWordStart : 0)
                + (at == 0 && i == 0 ? kFirstLetter : 0);
            const int row = i > 0 && j > 0 ? best[j - 1] + kInARow : kNone;
            next[j]
                = std::max(reachable, row) <= kNone / 2 ? kNone : here + std::max(reachable, row);
        }
        best = std::move(next);
    }
    const int score = best.empty() ? kNone : *std::max_element(best.begin(), best.end());
    if (score <= kNone / 2) {
        return std::nullopt;
    }
    return score - static_cast<int>(lower.size()) / 8;
}

} // namespace pieria::ui
