#include "core/prompt/planning/wanted.h"

#include "core/prompt/grammar/terms.h"
#include "core/prompt/music_planner.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace pieria::prompt {

namespace {

void ban(Wanted& wanted, const InstrumentWish& wish)
{
    for (const int program : wish.programs) {
        if (program >= 0 && program < 128) {
            wanted.banned.set(static_cast<std::size_t>(program));
        }
    }
    if (wish.drums) {
        wanted.silent[slotIndex(Slot::Drums)] = true;
    }
    if (wish.role) {
        wanted.silent[slotIndex(*wish.role)] = true;
    }
}

/// "drums" and "no drums" in the negative prompt mean the same. A named instrument takes only
/// itself away there; a role word such as "bass" the whole role.
void applyNegative(Wanted& wanted, std::string_view prompt)
{
    const MusicReading negative = readMusicPrompt(prompt);
    for (InstrumentWish wish : negative.controls.with) {
        const MusicReading removal = readMusicPrompt("no " + wish.name);
        if (removal.controls.without.empty()) {
            wish.role.reset();
            ban(wanted, wish);
        }
        for (const InstrumentWish& taken : removal.controls.without) {
            ban(wanted, taken);
        }
    }
    for (const InstrumentWish& wish : negative.controls.without) {
        ban(wanted, wish);
    }
    for (const std::string& style : negative.controls.styles) {
        addOnce(wanted.controls.notStyles, style);
    }
    for (const std::string& mood : negative.controls.moods) {
        addOnce(wanted.controls.notMoods, mood);
    }
    for (const Chip& chip : negative.chips) {
        if (chip.kind == ChipKind::CannotDo && chip.text == "vocals") {
            for (const int program : { 52, 53, 54, 85, 91 }) {
                wanted.banned.set(static_cast<std::size_t>(program));
            }
        }
    }
    wanted.notBpm = negative.controls.bpmRange;
    wanted.controls.noIntro = wanted.controls.noIntro || negative.controls.intro;
    wanted.controls.noEnding = wanted.controls.noEnding || negative.controls.ending;
    wanted.controls.noFills = wanted.controls.noFills || negative.controls.fills;
}

void removeAll(std::vector<std::string>& list, const std::vector<std::string>& gone)
{
    std::erase_if(list, [&](const std::string& word) {
        return std::find(gone.begin(), gone.end(), word) != gone.end();
    });
}

Status takeTempo(Wanted& wanted, const MusicRequest& request, std::vector<std::string>& notes)
{
    if (!request.bpm) {
        return {};
    }
    const double bpm = *request.bpm;
    if (!std::isfinite(bpm) || bpm <= 0) {
        return fail(ErrorCode::InvalidInput,
            "The tempo is not a number of beats a minute: choose one from 30 to 300.");
    }
    wanted.controls.bpm = std::clamp(bpm, kSlowestBpm, kFastestBpm);
    if (*wanted.controls.bpm != bpm) {
        char text[96];
        std::snprintf(text, sizeof text,
            "Tempi reach from 30 to 300 bpm: %.6g bpm is used instead of %.6g.",
            *wanted.controls.bpm, bpm);
        notes.emplace_back(text);
    }
    return {};
}

Status takeLength(Wanted& wanted, const MusicRequest& request)
{
    if (request.bars) {
        if (*request.bars < 1 || *request.bars > kMostPlannedBars) {
            return fail(ErrorCode::InvalidInput,
                "A piece has 1 to " + std::to_string(kMostPlannedBars)
                    + " bars: choose a number between.");
        }
        wanted.controls.bars = request.bars;
        wanted.controls.length.reset();
    } else if (request.length) {
        const double seconds = request.length->value();
        if (!std::isfinite(seconds) || seconds <= 0) {
            return fail(ErrorCode::InvalidInput, "The length is not a positive number of seconds.");
        }
        wanted.controls.bars.reset();
        wanted.controls.length = request.length;
    }
    return {};
}

Status takeInstruments(Wanted& wanted, const MusicRequest& request)
{
    if (!request.instruments || request.instruments->empty()) {
        wanted.instruments = wanted.controls.with;
        wanted.only = wanted.controls.only && !wanted.instruments.empty();
        return {};
    }
    wanted.only = true;
    for (const std::string& name : *request.instruments) {
        auto wish = instrumentFromName(name);
        if (!wish) {
            return fail(ErrorCode::NotFound,
                "There is no instrument called \"" + name
                    + "\": name one of General MIDI, such as piano, flute or drums.");
        }
        wanted.instruments.push_back(std::move(*wish));
    }
    return {};
}

Status checkFields(const MusicRequest& request)
{
    if (request.metre && !canComposeIn(*request.metre)) {
        return fail(ErrorCode::Unsupported,
            "The studio composes in 4/4, 3/4, 6/8, 2/4 and 5/4: choose one of these metres.");
    }
    if (request.key && (request.key->tonic < 0 || request.key->tonic > 11)) {
        return fail(ErrorCode::InvalidInput, "The key is unknown: choose one such as D minor.");
    }
    return {};
}

} // namespace

Result<Wanted> combine(
    const MusicRequest& request, const MusicReading& reading, std::vector<std::string>& notes)
{
    Wanted wanted;
    wanted.controls = reading.controls;
    MusicControls& controls = wanted.controls;
    wanted.said = !reading.chips.empty();
    if (auto status = checkFields(request); !status) {
        return tl::unexpected(status.error());
    }
    if (auto status = takeTempo(wanted, request, notes); !status) {
        return tl::unexpected(status.error());
    }
    if (auto status = takeLength(wanted, request); !status) {
        return tl::unexpected(status.error());
    }
    if (request.metre) {
        controls.metre = request.metre;
    }
    if (request.key) {
        controls.tonic = request.key->tonic;
        controls.mode = request.key->mode;
    }
    controls.loop = controls.loop || request.loop;
    if (auto status = takeInstruments(wanted, request); !status) {
        return tl::unexpected(status.error());
    }
    // Explicit instruments win over a "no ..." of the prompt, not over the negative prompt.
    if (!request.instruments || request.instruments->empty()) {
        for (const InstrumentWish& wish : controls.without) {
            ban(wanted, wish);
        }
    }
    applyNegative(wanted, request.negative);
    removeAll(controls.styles, controls.notStyles);
    removeAll(controls.moods, controls.notMoods);
    return wanted;
}

} // namespace pieria::prompt
