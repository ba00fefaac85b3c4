#include "tests/eval/adherence.h"

#include "core/corpus/chord_estimate.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace pieria::eval {

namespace {

constexpr int kDrums = 128;

/// Programs that sound: drums are 128.
std::set<int> soundingPrograms(const Score& score)
{
    std::set<int> programs;
    for (const Track& track : score.tracks) {
        if (!track.notes.empty()) {
            programs.insert(track.slot == Slot::Drums ? kDrums : track.program);
        }
    }
    return programs;
}

bool answers(const NamedInstrument& instrument, int program)
{
    if (instrument.programs.empty()) {
        return program == kDrums;
    }
    return std::find(instrument.programs.begin(), instrument.programs.end(), program)
        != instrument.programs.end();
}

bool sounds(const NamedInstrument& instrument, const std::set<int>& programs)
{
    return std::any_of(
        programs.begin(), programs.end(), [&](int p) { return answers(instrument, p); });
}

} // namespace

double keyAgreement(Key asked, Key found)
{
    const bool sameMode = asked.mode == found.mode;
    if (asked.tonic == found.tonic) {
        return sameMode ? 1.0 : 0.2;
    }
    if (sameMode && (asked.tonic + 7) % 12 == found.tonic) {
        return 0.5;
    }
    const int relative
        = asked.mode == Mode::Major ? (asked.tonic + 9) % 12 : (asked.tonic + 3) % 12;
    return !sameMode && found.tonic == relative ? 0.3 : 0.0;
}

Adherence adherence(const HeldOutPrompt& prompt, const Score& score)
{
    Adherence result;
    const std::set<int> programs = soundingPrograms(score);
    if (prompt.bpm) {
        result.tempo = score.tempo.changes().size() == 1
            && std::abs(score.tempo.bpmAt(0) - *prompt.bpm) < 0.005 * *prompt.bpm / 100;
    }
    const bool pitched
        = std::any_of(programs.begin(), programs.end(), [](int p) { return p != kDrums; });
    if (prompt.key && pitched) {
        const Key found = estimateKey(score);
        result.keyWeight = keyAgreement(*prompt.key, found);
        result.key = *result.keyWeight == 1.0;
    }
    if (!prompt.with.empty()) {
        double heard = 0;
        for (const NamedInstrument& instrument : prompt.with) {
            heard += sounds(instrument, programs) ? 1 : 0;
        }
        result.named = heard / static_cast<double>(prompt.with.size());
        if (prompt.only) {
            double strangers = 0;
            for (const int program : programs) {
                const bool asked = std::any_of(
                    prompt.with.begin(), prompt.with.end(), [&](const NamedInstrument& instrument) {
                        return answers(instrument, program);
                    });
                strangers += asked ? 0 : 1;
            }
            result.jaccard = heard / (static_cast<double>(prompt.with.size()) + strangers);
        }
    }
    if (!prompt.without.empty()) {
        result.without = std::none_of(prompt.without.begin(), prompt.without.end(),
            [&](const NamedInstrument& instrument) { return sounds(instrument, programs); });
    }
    return result;
}

} // namespace pieria::eval
