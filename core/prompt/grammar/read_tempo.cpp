#include "core/prompt/grammar/readers.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace pieria::prompt {

namespace {

constexpr double kSlowest = 30;
constexpr double kFastest = 300;

std::string numberText(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", value);
    return text;
}

/// The token behind "bpm", "beats per minute", ... at `i`; `i` itself when there is none.
std::size_t unitEnd(const Draft& draft, std::size_t i)
{
    if (draft.isAny(i, { "ish", "or" }) && draft.isAny(i + 1, { "so", "bpm", "beats" })) {
        return unitEnd(draft, draft.is(i + 1, "so") ? i + 2 : i + 1);
    }
    if (draft.isAny(i, { "bpm", "bpms", "bmp", "qpm" })) {
        return i + 1;
    }
    if (draft.phrase(i, { "b", "p", "m" })) {
        return i + 3;
    }
    if (draft.phrase(i, { "quarter", "notes" })) {
        return unitEnd(draft, i + 2) > i + 2 ? unitEnd(draft, i + 2)
            : draft.isAny(i + 2, { "per", "a" }) && draft.is(i + 3, "minute") ? i + 4
                                                                              : i;
    }
    if (!draft.isAny(i, { "beats", "beat", "crotchets", "quarters", "battiti", "schlage" })) {
        return i;
    }
    std::size_t at = i + 1;
    if (draft.is(at, "/") || draft.isAny(at, { "per", "a", "pro", "al", "in" })) {
        ++at;
        if (draft.isAny(at, { "a", "one", "every" })) {
            ++at;
        }
    }
    return draft.isAny(at, { "minute", "min", "mins", "minutes", "minuto" }) ? at + 1 : i;
}

void setBpm(Draft& draft, double bpm, std::size_t first, std::size_t last)
{
    const double kept = std::clamp(bpm, kSlowest, kFastest);
    if (kept != bpm) {
        draft.note("Tempi reach from 30 to 300 bpm: " + numberText(kept)
            + " bpm is used instead of " + numberText(bpm) + ".");
    }
    MusicControls& controls = draft.reading.controls;
    if (controls.bpm) {
        draft.take(first, last);
        return;
    }
    controls.bpm = kept;
    draft.chip(ChipKind::Tempo, numberText(kept) + " bpm", first, last);
}

void setRange(Draft& draft, double a, double b, std::size_t first, std::size_t last)
{
    const double low = std::clamp(std::min(a, b), kSlowest, kFastest);
    const double high = std::clamp(std::max(a, b), kSlowest, kFastest);
    if (low == high) {
        setBpm(draft, low, first, last);
        return;
    }
    if (draft.reading.controls.bpmRange) {
        draft.take(first, last);
        return;
    }
    draft.reading.controls.bpmRange = { low, high };
    draft.chip(ChipKind::Tempo, numberText(low) + "-" + numberText(high) + " bpm", first, last);
}

struct Range
{
    double low = 0;
    double high = 0;
    std::size_t end = 0;
    bool single = true;
};

/// "90", "90-100", "90 to 100", "between 90 and 100".
std::optional<Range> readRange(const Draft& draft, std::size_t i)
{
    const bool between = draft.is(i, "between") || draft.is(i, "from");
    const auto first = spelledNumber(draft, between ? i + 1 : i);
    if (!first) {
        return std::nullopt;
    }
    std::size_t at = unitEnd(draft, first->end);
    const bool joined = draft.isAny(at, { "-", "to" }) || (between && draft.is(at, "and"));
    if (joined) {
        if (const auto second = spelledNumber(draft, at + 1)) {
            return Range { first->value, second->value, second->end, false };
        }
    }
    return Range { first->value, first->value, first->end, true };
}

void set(Draft& draft, const Range& range, std::size_t first, std::size_t last)
{
    if (range.single) {
        setBpm(draft, range.low, first, last);
    } else {
        setRange(draft, range.low, range.high, first, last);
    }
}

/// Quarter notes per named note, and the token behind "dotted quarter note =".
std::optional<std::pair<double, std::size_t>> noteValue(const Draft& draft, std::size_t i)
{
    bool dotted = draft.is(i, "dotted");
    std::size_t at = dotted ? i + 1 : i;
    double beats = 0;
    if (draft.isAny(at, { "quarter", "crotchet", "q", "viertel" })) {
        beats = 1;
    } else if (draft.isAny(at, { "half", "minim", "halbe" })) {
        beats = 2;
    } else if (draft.isAny(at, { "eighth", "quaver", "achtel" })) {
        beats = 0.5;
    } else if (draft.isAny(at, { "sixteenth", "semiquaver" })) {
        beats = 0.25;
    } else if (draft.isAny(at, { "whole", "semibreve" })) {
        beats = 4;
    } else {
        return std::nullopt;
    }
    ++at;
    if (draft.isAny(at, { "note", "notes" })) {
        ++at;
    }
    if (draft.is(at, ".")) { // the dot of a printed note
        dotted = true;
        ++at;
    }
    if (!draft.isAny(at, { "=", "equals", "is", "at" })) {
        return std::nullopt;
    }
    return std::pair { dotted ? beats * 1.5 : beats, at + 1 };
}

bool readNoteValue(Draft& draft, std::size_t i)
{
    const auto note = noteValue(draft, i);
    if (!note) {
        return false;
    }
    const auto number = spelledNumber(draft, note->second);
    if (!number || number->value < 10) {
        return false;
    }
    setBpm(draft, number->value * note->first, i, unitEnd(draft, number->end));
    return true;
}

/// "tempo: 140", "bpm = 92", "tempo of around ninety".
bool readNamed(Draft& draft, std::size_t i)
{
    if (!draft.isAny(i, { "tempo", "bpm", "mm", "metronome", "tempi", "speed" })) {
        return false;
    }
    std::size_t at = i + 1;
    while (at < i + 5
        && draft.isAny(at,
            { "of", "at", "is", "=", ":", "around", "about", "ca", "circa", "mark", "~", "marking",
                "set", "to", "roughly", "approximately", "exactly", "should", "be", "set" })) {
        ++at;
    }
    const auto range = readRange(draft, at);
    if (!range || range->low < 20 || range->high > 1000) {
        return false;
    }
    set(draft, *range, i, unitEnd(draft, range->end));
    return true;
}

/// "92 bpm", "between 90 and 100 beats per minute".
bool readWithUnit(Draft& draft, std::size_t i)
{
    const auto range = readRange(draft, i);
    if (!range || range->low <= 0) {
        return false;
    }
    std::size_t end = unitEnd(draft, range->end);
    if (end == range->end && range->single && range->low >= 30 && draft.is(end, "tempo")) {
        ++end;
    }
    if (end == range->end) {
        return false;
    }
    const bool at = i > 0 && draft.isAny(i - 1, { "at", "@" });
    set(draft, *range, at ? i - 1 : i, end);
    return true;
}

/// "at 120": a number without another unit.
bool readAt(Draft& draft, std::size_t i)
{
    if (!draft.isAny(i, { "at", "@" })) {
        return false;
    }
    std::size_t at = i + 1;
    while (
        draft.isAny(at, { "around", "about", "roughly", "~", "a", "approximately", "exactly" })) {
        ++at;
    }
    const auto range = readRange(draft, at);
    if (!range || range->low < kSlowest || range->high > kFastest) {
        return false;
    }
    const std::size_t next = range->end;
    const bool otherUnit = draft.isAny(next,
        { "/", ":", "bars", "bar", "measures", "measure", "seconds", "second", "sec", "secs", "s",
            "minutes", "minute", "min", "mins", "percent", "hz", "khz", "db", "hours", "years",
            "rpm", "volume", "of", "st", "nd", "rd", "th", "am", "pm", "k", "degrees", "ms" });
    if (otherUnit) {
        return false;
    }
    set(draft, *range, i, unitEnd(draft, next));
    return true;
}

} // namespace

void readTempoNumbers(Draft& draft)
{
    for (std::size_t i = 0; i < draft.size(); ++i) {
        if (!draft.taken[i]) {
            static_cast<void>(readNoteValue(draft, i) || readNamed(draft, i)
                || readWithUnit(draft, i) || readAt(draft, i));
        }
    }
}

void readBareTempo(Draft& draft)
{
    constexpr double kLeast = 50;
    constexpr double kMost = 220;
    for (std::size_t i = 0; i < draft.size() && !draft.reading.controls.bpm; ++i) {
        const bool alone = draft.isBreak(i + 1) && (i == 0 || draft.isBreak(i - 1));
        const bool last = i + 1 == draft.size();
        const bool counts = i > 0
            && draft.readsAny(i - 1,
                { "no", "number", "op", "opus", "top", "bwv", "kv", "k", "studio", "#", "nr", "-",
                    "/", "=", ":", "route", "area", "take", "version", "volume", "vol", "part" });
        if (draft.isNumber(i) && (alone || last) && !counts && draft.tokens[i].number >= kLeast
            && draft.tokens[i].number <= kMost) {
            setBpm(draft, draft.tokens[i].number, i, i + 1);
        }
    }
}

} // namespace pieria::prompt
