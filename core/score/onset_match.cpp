#include "core/score/onset_match.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pieria {

namespace {

using OnsetsByPitch = std::array<std::vector<Tick>, 128>;

OnsetsByPitch byPitch(const std::vector<Note>& notes)
{
    OnsetsByPitch onsets;
    for (const Note& note : notes) {
        onsets[note.pitch & 127U].push_back(note.onset);
    }
    for (std::vector<Tick>& list : onsets) {
        std::sort(list.begin(), list.end());
    }
    return onsets;
}

} // namespace

double OnsetMatch::f1() const
{
    return reference + found == 0 ? 1.0 : 2.0 * matched / (reference + found);
}

OnsetMatch& OnsetMatch::operator+=(const OnsetMatch& other)
{
    reference += other.reference;
    found += other.found;
    matched += other.matched;
    return *this;
}

OnsetMatch matchOnsets(
    const std::vector<Note>& reference, const std::vector<Note>& other, Tick tolerance)
{
    OnsetMatch match;
    match.reference = static_cast<int>(reference.size());
    match.found = static_cast<int>(other.size());
    const OnsetsByPitch a = byPitch(reference);
    const OnsetsByPitch b = byPitch(other);
    for (std::size_t pitch = 0; pitch < a.size(); ++pitch) {
        // Sorted lists and one tolerance: matching the earliest compatible pair is optimal.
        std::size_t i = 0;
        std::size_t j = 0;
        while (i < a[pitch].size() && j < b[pitch].size()) {
            const Tick distance = a[pitch][i] - b[pitch][j];
            if (std::abs(distance) <= tolerance) {
                ++match.matched;
                ++i;
                ++j;
            } else if (distance < 0) {
                ++i;
            } else {
                ++j;
            }
        }
    }
    return match;
}

} // namespace pieria
