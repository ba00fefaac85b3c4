#include "tests/eval/held_out_prompts.h"

#include "core/base/file.h"
#include "core/base/noise.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <sstream>

namespace pieria::eval {

namespace {

struct Word
{
    std::string name;
    std::string text; ///< the held-out synonym, or the name where there is none
    std::vector<int> programs;
    bool drums = false;
};

struct Words
{
    std::vector<Word> genres;
    std::vector<Word> moods;
    std::vector<Word> instruments;
};

std::string heldOutText(const nlohmann::json& entry)
{
    for (const auto& synonym : entry.at("synonyms")) {
        if (synonym.at("held_out").get<bool>()) {
            return synonym.at("text").get<std::string>();
        }
    }
    return entry.at("name").get<std::string>();
}

Result<Words> readWords(const std::filesystem::path& path, const std::vector<std::string>& styles)
{
    const Result<std::string> bytes = readFile(path, 16U << 20U);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    Words words;
    std::istringstream lines(*bytes);
    std::string line;
    while (std::getline(lines, line)) {
        const nlohmann::json entry = nlohmann::json::parse(line, nullptr, false);
        if (entry.is_discarded()) {
            return fail(ErrorCode::Corrupt, "A line of " + path.string() + " is not JSON.");
        }
        const std::string kind = entry.at("kind").get<std::string>();
        Word word;
        word.name = entry.at("name").get<std::string>();
        word.text = heldOutText(entry);
        if (kind == "genre" && std::find(styles.begin(), styles.end(), word.name) != styles.end()) {
            words.genres.push_back(word);
        } else if (kind == "mood") {
            words.moods.push_back(word);
        } else if (kind == "instrument") {
            word.drums = entry.contains("drums");
            if (entry.contains("gm")) {
                word.programs = entry.at("gm").get<std::vector<int>>();
            }
            // Effects (helicopter, gun shot, ...) are no instruments anybody asks a band for.
            if (word.drums || (!word.programs.empty() && word.programs.front() < 112)) {
                words.instruments.push_back(word);
            }
        }
    }
    return words;
}

const Word& pick(const std::vector<Word>& words, NoiseSequence& random)
{
    return words[random.below(static_cast<std::uint32_t>(words.size()))];
}

std::string joined(const std::vector<std::string>& parts, const std::string& separator)
{
    std::string text;
    for (const std::string& part : parts) {
        text += (text.empty() ? "" : separator) + part;
    }
    return text;
}

std::string instrumentList(const std::vector<NamedInstrument>& instruments)
{
    std::vector<std::string> names;
    for (const NamedInstrument& instrument : instruments) {
        names.push_back(instrument.words);
    }
    return joined(names, " and ");
}

std::string write(const HeldOutPrompt& prompt, const std::string& genre, const std::string& mood,
    NoiseSequence& random)
{
    std::vector<std::string> parts;
    const bool sentence = random.chance(0.5);
    const std::string opening = mood.empty() ? genre : mood + " " + genre;
    if (prompt.bpm) {
        const int bpm = static_cast<int>(*prompt.bpm);
        parts.push_back((sentence ? "at " : "") + std::to_string(bpm) + " bpm");
    }
    if (prompt.key) {
        parts.push_back((sentence ? "in " : "") + keyName(*prompt.key));
    }
    if (!prompt.with.empty()) {
        const std::string list = instrumentList(prompt.with);
        parts.push_back(prompt.only ? "only " + list : (sentence ? "with " + list : list));
    }
    for (const NamedInstrument& instrument : prompt.without) {
        parts.push_back((random.chance(0.5) ? "no " : "without ") + instrument.words);
    }
    for (std::size_t i = parts.size(); i > 1; --i) {
        std::swap(parts[i - 1], parts[random.below(static_cast<std::uint32_t>(i))]);
    }
    parts.insert(parts.begin(), opening);
    return sentence ? "a piece of " + joined(parts, " ") : joined(parts, ", ");
}

} // namespace

Result<std::vector<HeldOutPrompt>> heldOutPrompts(
    const std::filesystem::path& synonyms, const std::vector<std::string>& styles, int count)
{
    const Result<Words> words = readWords(synonyms, styles);
    if (!words) {
        return tl::unexpected(words.error());
    }
    if (words->genres.empty() || words->moods.empty() || words->instruments.empty()) {
        return fail(ErrorCode::Corrupt, "The synonyms name no genres, moods or instruments.");
    }
    std::vector<HeldOutPrompt> prompts;
    for (int i = 0; i < count; ++i) {
        NoiseSequence random(Noise(77, "held-out-prompt", static_cast<std::uint64_t>(i)));
        HeldOutPrompt prompt;
        prompt.seed = static_cast<std::uint64_t>(i) + 1;
        const Word& genre = pick(words->genres, random);
        prompt.style = genre.name;
        const std::string mood
            = random.chance(0.4) ? pick(words->moods, random).text : std::string();
        if (random.chance(0.8)) {
            prompt.bpm = 60 + static_cast<double>(random.below(121));
        }
        if (random.chance(0.7)) {
            prompt.key = Key { static_cast<int>(random.below(12)),
                random.chance(0.5) ? Mode::Major : Mode::Minor };
        }
        if (random.chance(0.6)) {
            const int wanted = 1 + static_cast<int>(random.below(3));
            for (int k = 0; k < wanted; ++k) {
                const Word& word = pick(words->instruments, random);
                const bool again = std::any_of(prompt.with.begin(), prompt.with.end(),
                    [&](const NamedInstrument& other) { return other.words == word.text; });
                if (!again) {
                    prompt.with.push_back(
                        { word.text, word.drums ? std::vector<int> {} : word.programs });
                }
            }
            prompt.only = random.chance(0.5);
        }
        if (!prompt.only && random.chance(0.3)) {
            const bool drumsAsked = std::any_of(prompt.with.begin(), prompt.with.end(),
                [](const NamedInstrument& other) { return other.programs.empty(); });
            if (random.chance(0.5) && !drumsAsked) {
                prompt.without.push_back({ "drums", {} });
            } else {
                const Word& word = pick(words->instruments, random);
                const bool asked = word.drums
                    || std::any_of(
                        prompt.with.begin(), prompt.with.end(), [&](const NamedInstrument& other) {
                            return other.programs == word.programs;
                        });
                if (!asked) {
                    prompt.without.push_back({ word.text, word.programs });
                }
            }
        }
        prompt.text = write(prompt, genre.text, mood, random);
        prompts.push_back(std::move(prompt));
    }
    return prompts;
}

} // namespace pieria::eval
