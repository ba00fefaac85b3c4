#include "core/job/progress.h"

#include <algorithm>
#include <cmath>

namespace pieria {

namespace {

constexpr double kSilentFraction = 0.05;
constexpr double kSilentSeconds = 3.0;
constexpr double kMemorySeconds = 4.0;

} // namespace

void EtaEstimator::update(Seconds now, double fraction)
{
    m_now = now.value();
    fraction = std::clamp(fraction, 0.0, 1.0);
    if (!m_started) {
        m_started = true;
        m_start = m_lastTime = m_now;
        m_lastFraction = fraction;
        return;
    }
    const double elapsed = m_now - m_lastTime;
    if (elapsed <= 0 || fraction < m_lastFraction) {
        return;
    }
    const double pace = (fraction - m_lastFraction) / elapsed;
    const double weight = m_pace == 0 ? 1.0 : 1.0 - std::exp(-elapsed / kMemorySeconds);
    m_pace += weight * (pace - m_pace);
    m_lastTime = m_now;
    m_lastFraction = fraction;
}

std::optional<Seconds> EtaEstimator::remaining() const
{
    const bool known = m_lastFraction >= kSilentFraction || m_now - m_start >= kSilentSeconds;
    if (!known || m_pace <= 0) {
        return std::nullopt;
    }
    return Seconds((1.0 - m_lastFraction) / m_pace);
}

} // namespace pieria
