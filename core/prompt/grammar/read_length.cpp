#include "core/prompt/grammar/readers.h"
#include "core/prompt/limits.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace pieria::prompt {

namespace {

bool isBarUnit(const Draft& draft, std::size_t i)
{
    return draft.isAny(i,
        { "bars", "bar", "measures", "measure", "takt", "takte", "takten", "battute", "battuta",
            "compases", "mesures", "bards" });
}

/// "12-bar blues" is a form, "8-bar intro" a section, "every 4 bars" a period: no lengths.
bool isLengthInBars(const Draft& draft, std::size_t first, std::size_t unit)
{
    if (draft.readsAny(unit + 1,
            { "blues", "boogie", "form", "intro", "introduction", "ending", "outro", "coda", "fill",
                "break", "phrase", "phrases", "count", "solo", "drum", "pickup", "turnaround",
                "verse", "chorus", "bridge", "riff", "section", "sections", "in" })) {
        return draft.readsAny(unit + 1, { "in" });
    }
    for (std::size_t back = 1; back <= 2 && back <= first; ++back) {
        if (draft.readsAny(first - back,
                { "every", "first", "last", "after", "next", "until", "each", "previous", "opening",
                    "final", "closing" })) {
            return false;
        }
    }
    return true;
}

void setBars(Draft& draft, double asked, std::size_t first, std::size_t last)
{
    const double whole = std::round(asked);
    if (whole < 1) {
        draft.take(first, last);
        return;
    }
    const int bars = static_cast<int>(std::clamp(whole, 1.0, static_cast<double>(kMostBars)));
    if (whole > kMostBars) {
        draft.note("A piece has at most " + std::to_string(kMostBars)
            + " bars: it is cut to that length.");
    }
    draft.reading.controls.bars = bars;
    draft.chip(
        ChipKind::Length, std::to_string(bars) + (bars == 1 ? " bar" : " bars"), first, last);
}

/// "bars: 24".
bool readNamedBars(Draft& draft, std::size_t i)
{
    if (!isBarUnit(draft, i) || !draft.isAny(i + 1, { ":", "=" }) || draft.reading.controls.bars) {
        return false;
    }
    const auto number = spelledNumber(draft, i + 2);
    if (number) {
        setBars(draft, number->value, i, number->end);
    }
    return number.has_value();
}

bool readBars(Draft& draft, std::size_t i)
{
    const auto number = spelledNumber(draft, i);
    if (!number || !isBarUnit(draft, number->end)) {
        return false;
    }
    const std::size_t unit = number->end;
    if (!isLengthInBars(draft, i, unit) || draft.reading.controls.bars) {
        draft.take(i, unit + 1);
        if (draft.readsAny(unit + 1, { "blues", "boogie" })) {
            draft.taken[unit + 1] = false;
        }
        return true;
    }
    setBars(draft, number->value, i, unit + 1);
    return true;
}

/// Seconds of the unit at `i`; 0 when it is none.
double unitSeconds(const Draft& draft, std::size_t i)
{
    const bool glued = i < draft.size() && draft.tokens[i].glued;
    if (draft.isAny(i,
            { "seconds", "second", "secs", "sec", "sekunden", "sekunde", "secondi", "segundos",
                "secondes" })
        || (glued && draft.is(i, "s"))) {
        return 1;
    }
    if (draft.isAny(
            i, { "minutes", "minute", "mins", "min", "minuten", "minuti", "minuto", "minutos" })
        || (glued && draft.is(i, "m"))) {
        return 60;
    }
    if (draft.isAny(i, { "hours", "hour", "hrs", "hr", "stunde", "stunden" })
        || (glued && draft.is(i, "h"))) {
        return 3600;
    }
    return 0;
}

/// "80s" means the years unless the words around say otherwise.
bool isDecade(const Draft& draft, std::size_t i)
{
    if (!draft.isNumber(i) || !draft.reads(i + 1, "s") || !draft.tokens[i + 1].glued) {
        return false;
    }
    const double value = draft.tokens[i].number;
    if (value == 303 || value == 707 || value == 808 || value == 909) {
        return true; // machines, not seconds
    }
    if (value < 10 || (value > 90 && value < 1900) || std::fmod(value, 10) != 0) {
        return false;
    }
    if (value >= 1900) {
        return true;
    }
    if (draft.readsAny(
            i + 2, { "long", "length", "duration", "clip", "of", "loop", "jingle", "piece" })
        || (i > 0
            && draft.readsAny(i - 1, { "for", "lasting", "lasts", "length", "duration", ":" }))) {
        return false;
    }
    const bool years = i > 0
        && draft.readsAny(i - 1, { "the", "early", "late", "mid", "classic", "from", "retro" });
    return years || value >= 50
        || (i + 2 < draft.size() && draft.isWord(i + 2)
            && !draft.readsAny(i + 2, { "with", "in", "at", "and", "ambient", "instrumental" }));
}

void setLength(Draft& draft, double seconds, std::size_t first, std::size_t last)
{
    MusicControls& controls = draft.reading.controls;
    if (seconds <= 0 || controls.length) {
        draft.take(first, last);
        return;
    }
    seconds = std::min(seconds, 3600.0);
    controls.length = Seconds { seconds };
    draft.chip(ChipKind::Length, lengthText(seconds), first, last);
}

/// "and a half", "1/2", behind a number or a unit; the token behind it.
std::size_t halfEnd(const Draft& draft, std::size_t i)
{
    if (draft.phrase(i, { "and", "a", "half" })) {
        return i + 3;
    }
    return draft.phrase(i, { "and", "half" }) ? i + 2 : i;
}

/// "30" or "30 seconds" behind "2 minutes" or "2m", with or without "and".
std::optional<std::pair<double, std::size_t>> smallerUnit(
    const Draft& draft, std::size_t i, double bigger)
{
    const std::size_t at = draft.is(i, "and") ? i + 1 : i;
    const auto number = spelledNumber(draft, at);
    if (!number) {
        return std::nullopt;
    }
    const double unit = unitSeconds(draft, number->end);
    if (unit > 0 && unit < bigger) {
        return std::pair { number->value * unit, number->end + 1 };
    }
    if (unit == 0 && at == i && number->digits && draft.tokens[i].glued && bigger == 60
        && number->value < 60) {
        return std::pair { number->value, number->end }; // "3min20"
    }
    return std::nullopt;
}

/// "1:30", "01:30".
bool readClock(Draft& draft, std::size_t i)
{
    const bool clock = draft.isNumber(i) && draft.is(i + 1, ":") && draft.isNumber(i + 2)
        && draft.tokens[i + 1].glued && draft.tokens[i + 2].glued
        && draft.tokens[i + 2].text.size() == 2 && draft.tokens[i + 2].number < 60
        && draft.tokens[i].number < 60 && draft.tokens[i].text.find('.') == std::string::npos;
    if (!clock || draft.readsAny(i + 3, { "time", "metre", "meter", "am", "pm" })) {
        return false;
    }
    const std::size_t end = unitSeconds(draft, i + 3) > 0 ? i + 4 : i + 3;
    setLength(draft, draft.tokens[i].number * 60 + draft.tokens[i + 2].number, i, end);
    return true;
}

/// "two and a half minutes", "2 min 30", "90 seconds", "2m30s".
bool readCounted(Draft& draft, std::size_t i)
{
    const auto number = spelledNumber(draft, i);
    if (!number) {
        return false;
    }
    const std::size_t half = halfEnd(draft, number->end);
    const double unit = unitSeconds(draft, half);
    if (unit == 0) {
        return false;
    }
    double seconds = (number->value + (half > number->end ? 0.5 : 0)) * unit;
    std::size_t end = half + 1;
    if (const std::size_t more = halfEnd(draft, end); more > end) {
        seconds += unit / 2;
        end = more;
    } else if (const auto rest = smallerUnit(draft, end, unit)) {
        seconds += rest->first;
        end = rest->second;
    }
    setLength(draft, seconds, i, end);
    return true;
}

/// "a minute", "a minute and a half", "half a minute", "minute-long"; "in a minute" is no length.
bool readArticle(Draft& draft, std::size_t i)
{
    const bool half = draft.is(i, "half") && (draft.isAny(i + 1, { "a", "minute" }));
    std::size_t at = half && draft.is(i + 1, "a") ? i + 2 : i + 1;
    const bool article = draft.is(i, "a");
    const bool dashed = draft.is(i, "minute") && draft.is(i + 1, "long");
    if (!half && !article && !dashed) {
        return false;
    }
    if (dashed) {
        at = i;
    }
    const bool halfBehind = article && draft.is(at, "half") && draft.is(at + 1, "minute");
    if (halfBehind) {
        ++at;
    }
    if (!draft.isAny(at, { "minute", "min" })) {
        return false;
    }
    const std::size_t more = halfEnd(draft, at + 1);
    const bool soon = article && i > 0
        && draft.readsAny(i - 1, { "in", "per", "beats", "just", "wait" }) && more == at + 1
        && !halfBehind;
    if (soon) {
        draft.take(i, at + 1);
        return true;
    }
    const double seconds = (half || halfBehind ? 30 : 60) + (more > at + 1 ? 30 : 0);
    setLength(draft, seconds, i, more);
    return true;
}

} // namespace

std::string lengthText(double seconds)
{
    char text[48];
    const double whole = std::round(seconds);
    if (whole >= 60 && std::abs(whole - seconds) < 1e-6) {
        const int all = static_cast<int>(whole);
        std::snprintf(text, sizeof text, "%d:%02d min", all / 60, all % 60);
    } else {
        std::snprintf(text, sizeof text, "%.6g s", seconds);
    }
    return text;
}

void readLength(Draft& draft)
{
    for (std::size_t i = 0; i < draft.size(); ++i) {
        if (!draft.taken[i] && !isDecade(draft, i)) {
            static_cast<void>(readClock(draft, i) || readNamedBars(draft, i) || readBars(draft, i)
                || readCounted(draft, i) || readArticle(draft, i));
        }
    }
}

} // namespace pieria::prompt
