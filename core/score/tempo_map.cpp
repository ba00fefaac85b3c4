#include "core/score/tempo_map.h"

#include <algorithm>
#include <cmath>

namespace pieria {

namespace {

double secondsPerTick(double bpm)
{
    return 60.0 / (bpm * static_cast<double>(kTicksPerBeat));
}

double clampedBpm(double bpm)
{
    return std::isfinite(bpm) ? std::clamp(bpm, 10.0, 1000.0) : TempoChange {}.bpm;
}

} // namespace

TempoMap::TempoMap(double bpm)
    : m_changes { TempoChange { 0, clampedBpm(bpm) } }
{
}

TempoMap::TempoMap(std::vector<TempoChange> changes)
{
    m_changes.clear();
    std::stable_sort(changes.begin(), changes.end(),
        [](const TempoChange& a, const TempoChange& b) { return a.tick < b.tick; });
    for (TempoChange change : changes) {
        change.tick = std::max<Tick>(change.tick, 0);
        change.bpm = clampedBpm(change.bpm);
        if (!m_changes.empty() && m_changes.back().tick == change.tick) {
            m_changes.back() = change;
        } else {
            m_changes.push_back(change);
        }
    }
    if (m_changes.empty() || m_changes.front().tick != 0) {
        m_changes.insert(m_changes.begin(), TempoChange {});
    }
}

double TempoMap::bpmAt(Tick tick) const
{
    const auto after = std::upper_bound(m_changes.begin(), m_changes.end(), tick,
        [](Tick t, const TempoChange& change) { return t < change.tick; });
    return after == m_changes.begin() ? m_changes.front().bpm : std::prev(after)->bpm;
}

Seconds TempoMap::secondsAt(Tick tick) const
{
    double seconds = 0;
    for (std::size_t i = 0; i < m_changes.size() && m_changes[i].tick < tick; ++i) {
        const bool last = i + 1 == m_changes.size();
        const Tick end = last ? tick : std::min(tick, m_changes[i + 1].tick);
        seconds += static_cast<double>(end - m_changes[i].tick) * secondsPerTick(m_changes[i].bpm);
    }
    return Seconds(seconds);
}

Tick TempoMap::tickAt(Seconds time) const
{
    // A millionth of a tick: rounding of secondsAt must not turn a tick into the one before.
    constexpr double kSlack = 1e-6;
    constexpr double kFar = 1e15;
    double left = std::isnan(time.value()) ? 0 : std::max(time.value(), 0.0);
    for (std::size_t i = 0;; ++i) {
        const double perTick = secondsPerTick(m_changes[i].bpm);
        const double ticks = std::min(left / perTick + kSlack, kFar);
        if (i + 1 == m_changes.size()
            || ticks < static_cast<double>(m_changes[i + 1].tick - m_changes[i].tick)) {
            return m_changes[i].tick + static_cast<Tick>(std::floor(ticks));
        }
        left -= static_cast<double>(m_changes[i + 1].tick - m_changes[i].tick) * perTick;
        left = std::max(left, 0.0);
    }
}

} // namespace pieria
