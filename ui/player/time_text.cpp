#include "ui/player/time_text.h"

#include <algorithm>
#include <cmath>

namespace pieria::ui {

namespace {

struct MetreAt
{
    Tick begin = 0;
    Metre metre;
    int barsBefore = 0;
};

/// The metre that rules at `tick`, and how many bars came before it.
MetreAt metreAt(const Score& score, Tick tick)
{
    MetreAt found { 0, score.metres.empty() ? Metre {} : score.metres.front().value, 0 };
    for (const auto& change : score.metres) {
        if (change.tick > tick) {
            break;
        }
        if (change.tick > found.begin) {
            const Tick bar = std::max<Tick>(1, found.metre.ticksPerBar());
            found.barsBefore += static_cast<int>((change.tick - found.begin + bar - 1) / bar);
        }
        found.begin = change.tick;
        found.metre = change.value;
    }
    return found;
}

} // namespace

QString timeText(Seconds time)
{
    const auto total = std::llround(std::max(0.0, time.value()) * 1000);
    const auto ms = total % 1000;
    const auto seconds = total / 1000;
    const QLatin1Char zero('0');
    const QString tail = QStringLiteral("%1:%2.%3")
                             .arg(seconds / 60 % 60, 2, 10, zero)
                             .arg(seconds % 60, 2, 10, zero)
                             .arg(ms, 3, 10, zero);
    return seconds < 3600 ? tail : QStringLiteral("%1:%2").arg(seconds / 3600).arg(tail);
}

BarBeat barBeatAt(const Score& score, Tick tick)
{
    tick = std::max<Tick>(0, tick);
    const MetreAt at = metreAt(score, tick);
    const Tick bar = std::max<Tick>(1, at.metre.ticksPerBar());
    const Tick beat = std::max<Tick>(1, bar / std::max(1, at.metre.numerator));
    const Tick into = tick - at.begin;
    return { at.barsBefore + static_cast<int>(into / bar) + 1,
        static_cast<int>(into % bar / beat) + 1, into % bar % beat };
}

QString barBeatText(const Score& score, Tick tick)
{
    const BarBeat at = barBeatAt(score, tick);
    return QStringLiteral("%1.%2").arg(at.bar).arg(at.beat);
}

Tick tickOfBar(const Score& score, int bar)
{
    const auto lines = barLines(score);
    if (lines.empty() || bar <= 1) {
        return 0;
    }
    return lines[std::min(static_cast<std::size_t>(bar - 1), lines.size() - 1)];
}

Tick beatTicksAt(const Score& score, Tick tick)
{
    const Metre metre = metreAt(score, tick).metre;
    return std::max<Tick>(1, metre.ticksPerBar() / std::max(1, metre.numerator));
}

BarSpan barSpanAt(const Score& score, Tick tick)
{
    tick = std::max<Tick>(0, tick);
    const MetreAt at = metreAt(score, tick);
    const Tick bar = std::max<Tick>(1, at.metre.ticksPerBar());
    const Tick begin = at.begin + (tick - at.begin) / bar * bar;
    Tick end = begin + bar;
    for (const auto& change : score.metres) {
        if (change.tick > begin) {
            end = std::min(end, change.tick);
            break;
        }
    }
    return { begin, end };
}

} // namespace pieria::ui
