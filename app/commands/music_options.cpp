#include "app/commands/music_options.h"

#include "audio/file/audio_format.h"
#include "core/prompt/music_prompt.h"

#include <charconv>
#include <tuple>
#include <utility>

namespace pieria::app {

namespace {

std::optional<std::pair<int, int>> barRange(const std::string& text)
{
    const char* const end = text.data() + text.size();
    int first = 0;
    const auto [dash, error] = std::from_chars(text.data(), end, first);
    if (error != std::errc() || first < 1) {
        return std::nullopt;
    }
    if (dash == end) {
        return std::pair(first, first);
    }
    int last = 0;
    const auto [stop, lastError] = std::from_chars(dash + 1, end, last);
    if (*dash != '-' || lastError != std::errc() || stop != end || last < first) {
        return std::nullopt;
    }
    return std::pair(first, last);
}

CLI::Validator checked(bool (*accepts)(const std::string&), const std::string& complaint)
{
    return { [accepts, complaint](const std::string& text) {
                return accepts(text) ? std::string() : text + ": " + complaint;
            },
        "" };
}

bool isMetre(const std::string& text)
{
    const std::optional<Metre> metre = metreFromName(text);
    return metre && canComposeIn(*metre);
}

std::string slotNames()
{
    std::string names;
    for (const Slot slot : kSlots) {
        names += (names.empty() ? "" : ", ") + std::string(slotName(slot));
    }
    return names;
}

void addWhat(CLI::App& verb, MusicOptions& options)
{
    verb.add_option("PROMPT", options.prompt, "What to compose; \"\" lets the model dream");
    verb.add_option("--negative", options.negative, "What to stay away from")->type_name("TEXT");
    verb.add_option("--model", options.model, "A model of \"pieria models list\"")->type_name("ID");
    const std::string group = "The piece (these win over the prompt)";
    auto* const bars = verb.add_option("--bars", options.bars, "Length in bars")
                           ->check(CLI::Range(1, 2048))
                           ->type_name("N")
                           ->group(group);
    verb.add_option("--seconds", options.seconds, "Length, to the nearest whole bar")
        ->check(CLI::Range(1.0, 86'400.0))
        ->type_name("S")
        ->excludes(bars)
        ->group(group);
    verb.add_option("--tempo", options.tempo, "Quarter notes a minute")
        ->check(CLI::Range(20.0, 400.0))
        ->type_name("BPM")
        ->group(group);
    verb.add_option("--key", options.key, "\"D minor\", F#, \"Bb dorian\"")
        ->check(checked([](const std::string& text) { return keyFromName(text).has_value(); },
            "no key of that name"))
        ->type_name("KEY")
        ->group(group);
    verb.add_option("--metre,--meter", options.metre, "4/4, 3/4, 6/8, 2/4 or 5/4")
        ->check(checked(isMetre, "one of 4/4, 3/4, 6/8, 2/4 and 5/4 is needed"))
        ->type_name("N/D")
        ->group(group);
    verb.add_option("--instruments", options.instruments, "Only these: \"flute,nylon guitar\"")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(
            checked([](const std::string& text) { return instrumentFromName(text).has_value(); },
                "no instrument of that name"))
        ->type_name("A,B")
        ->group(group);
    verb.add_flag("--loop", options.loop, "The end runs into the start")->group(group);
    verb.add_option("--variations", options.variations, "N pieces: out-1.wav, out-2.wav, ...")
        ->check(CLI::Range(1, 1000))
        ->type_name("N")
        ->group(group);
}

void addSource(CLI::App& verb, MusicOptions& options)
{
    const std::string group = "Going on from a take (alone, --from writes the take out again)";
    auto* const from = verb.add_option("--from", options.from, "A take saved with --save-take")
                           ->type_name("F.take")
                           ->group(group);
    auto* const extend = verb.add_option("--extend", options.extend, "Add bars at the end")
                             ->check(CLI::Range(1, 2048))
                             ->type_name("BARS")
                             ->needs(from)
                             ->group(group);
    auto* const inpaint
        = verb.add_option("--inpaint", options.inpaint, "Make these bars again: 9-12")
              ->check(checked([](const std::string& text) { return barRange(text).has_value(); },
                  "bars are given as FIRST-LAST, from 1"))
              ->type_name("A-B")
              ->needs(from)
              ->excludes(extend)
              ->group(group);
    verb.add_option("--remake", options.remake, "Make one slot again: bass, lead, ...")
        ->check(checked([](const std::string& text) { return slotFromName(text).has_value(); },
            "a slot is one of " + slotNames()))
        ->type_name("SLOT")
        ->needs(from)
        ->excludes(extend)
        ->excludes(inpaint)
        ->group(group);
}

void addOutputs(CLI::App& verb, MusicOptions& options)
{
    const std::string group = "Results (at least one)";
    verb.add_option("-o,--output", options.output, "Audio: .wav, .flac, .ogg, .opus or .mp3")
        ->check(
            checked([](const std::string& text) { return audio::formatFromPath(text).has_value(); },
                "the name must end in .wav, .flac, .ogg, .opus or .mp3"))
        ->type_name("FILE")
        ->group(group);
    verb.add_option("--bits", options.bits, "Of .wav (default 32, float) and .flac (24): 16 or 24")
        ->check(CLI::IsMember({ 16, 24, 32 }).description(""))
        ->type_name("N")
        ->group(group);
    verb.add_option("--midi", options.midi, "The notes as a MIDI file")
        ->type_name("FILE")
        ->group(group);
    verb.add_option("--stems", options.stems, "A WAV for each instrument: NN-name.wav")
        ->type_name("DIR")
        ->group(group);
    verb.add_option("--save-take", options.take, "Everything, to go on from later")
        ->type_name("F.take")
        ->group(group);
}

} // namespace

void addMusicOptions(CLI::App& verb, MusicOptions& options)
{
    addWhat(verb, options);
    addSource(verb, options);
    addOutputs(verb, options);
    addCommonOptions(verb, options.common);
}

bool makesMusic(const MusicOptions& options)
{
    return options.from.empty() || options.extend || !options.inpaint.empty()
        || !options.remake.empty();
}

void checkMusicOptions(const MusicOptions& options)
{
    const auto refuse = [](const char* name, const char* sentence) {
        throw CLI::ValidationError(name, sentence);
    };
    if (options.output.empty() && options.midi.empty() && options.stems.empty()
        && options.take.empty()) {
        refuse("-o", "say where the music goes: -o, --midi, --stems or --save-take");
    }
    if (options.from.empty() && !options.prompt) {
        refuse("PROMPT", "say what to compose, or give a take with --from");
    }
    if (!makesMusic(options) && (options.prompt || options.variations > 1)) {
        refuse("--from", "with a prompt or variations, say --extend, --inpaint or --remake, too");
    }
    if (options.bits && !options.output.empty() && !formatFor(options.output, options.bits)) {
        refuse("--bits", "16, 24 or 32 for .wav, 16 or 24 for .flac, nothing for others");
    }
    if (options.common.steps && *options.common.steps > 200) {
        refuse("--steps", "at most 200");
    }
}

std::optional<audio::AudioFormat> formatFor(
    const std::filesystem::path& path, std::optional<int> bits)
{
    using audio::AudioFormat;
    const std::optional<AudioFormat> format = audio::formatFromPath(path);
    if (!format || !bits) {
        return format;
    }
    if (*format == AudioFormat::WavFloat) {
        return *bits == 16 ? AudioFormat::Wav16
            : *bits == 24  ? AudioFormat::Wav24
                           : AudioFormat::WavFloat;
    }
    if (*format == AudioFormat::Flac24 && *bits != 32) {
        return *bits == 16 ? AudioFormat::Flac16 : AudioFormat::Flac24;
    }
    return std::nullopt;
}

MusicRequest requestFrom(const MusicOptions& options, const Take* source, std::uint64_t seed)
{
    MusicRequest request;
    if (source != nullptr) {
        request = source->request;
        request.sourceTake = source->id.text();
    }
    request.seed = seed;
    request.prompt = options.prompt.value_or(request.prompt);
    request.negative = options.negative.empty() ? request.negative : options.negative;
    request.model = options.model.empty() ? request.model : options.model;
    request.steps = static_cast<int>(options.common.steps.value_or(request.steps));
    request.guidance = options.common.guidance.value_or(request.guidance);
    request.loop = request.loop || options.loop;
    if (!options.common.styles.empty()) {
        request.styles.clear();
        for (const std::string& text : options.common.styles) {
            request.styles.push_back(styleFromText(text).value());
        }
    }
    if (options.bars) {
        request.bars = options.bars;
        request.length.reset();
    }
    if (options.seconds) {
        request.length = Seconds(*options.seconds);
        request.bars.reset();
    }
    request.bpm = options.tempo ? options.tempo : request.bpm;
    request.key = options.key.empty() ? request.key : keyFromName(options.key);
    request.metre = options.metre.empty() ? request.metre : metreFromName(options.metre);
    if (!options.instruments.empty()) {
        request.instruments = options.instruments;
    }
    if (options.extend) {
        request.task = MusicTask::Extend;
        request.extendBars = *options.extend;
    } else if (!options.inpaint.empty()) {
        request.task = MusicTask::Inpaint;
        std::tie(request.firstBar, request.lastBar) = barRange(options.inpaint).value();
    } else if (!options.remake.empty()) {
        request.task = MusicTask::RemakeSlot;
        request.slot = slotFromName(options.remake).value();
    }
    return request;
}

} // namespace pieria::app
