#include "core/corpus/words.h"

#include "core/base/file.h"
#include "core/score/gm.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <sstream>

namespace pieria {

namespace {

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
        [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool isWordByte(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0
        || (static_cast<unsigned char>(c) & 0x80u) != 0;
}

bool saysWords(const std::string& text, const std::string& words)
{
    for (std::size_t at = text.find(words); at != std::string::npos;
        at = text.find(words, at + 1)) {
        const std::size_t end = at + words.size();
        if ((at == 0 || !isWordByte(text[at - 1]))
            && (end == text.size() || !isWordByte(text[end]))) {
            return true;
        }
    }
    return false;
}

} // namespace

Result<WordList> WordList::load(const std::filesystem::path& file)
{
    const auto bytes = readFile(file, std::uintmax_t { 16 } << 20);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    WordList result;
    result.m_instruments.resize(128);
    std::istringstream lines(*bytes);
    for (std::string line; std::getline(lines, line);) {
        if (line.empty()) {
            continue;
        }
        const auto json = nlohmann::json::parse(line, nullptr, false);
        if (!json.is_object() || !json.contains("synonyms")) {
            return fail(ErrorCode::Corrupt,
                "The list of synonyms is damaged; restore synonyms.jsonl.", line);
        }
        const std::string kind = json.value("kind", std::string());
        const std::string name = json.value("name", std::string());
        auto& texts = result.m_texts[{ kind, name }];
        texts.push_back(name);
        for (const auto& synonym : json["synonyms"]) {
            const std::string text = synonym.value("text", std::string());
            if (synonym.value("held_out", false)) {
                result.m_heldOut.push_back(lowered(text));
            } else {
                texts.push_back(text);
            }
        }
        if (kind == "instrument" && json.contains("gm")) {
            for (const int program : json["gm"].get<std::vector<int>>()) {
                if (program >= 0 && program < 128
                    && result.m_instruments[static_cast<std::size_t>(program)].empty()) {
                    result.m_instruments[static_cast<std::size_t>(program)] = name;
                }
            }
        }
    }
    for (int program = 0; program < 128; ++program) {
        auto& name = result.m_instruments[static_cast<std::size_t>(program)];
        if (name.empty()) {
            name = lowered(std::string(programName(program)));
        }
    }
    return result;
}

const std::vector<std::string>& WordList::texts(
    const std::string& kind, const std::string& name) const
{
    static const std::vector<std::string> kNone;
    const auto found = m_texts.find({ kind, name });
    return found != m_texts.end() ? found->second : kNone;
}

std::string WordList::draw(
    const std::string& kind, const std::string& name, NoiseSequence& dice) const
{
    const auto& all = texts(kind, name);
    if (all.size() < 2 || dice.chance(0.5)) {
        return name;
    }
    return all[1 + dice.below(static_cast<std::uint32_t>(all.size() - 1))];
}

const std::string& WordList::instrumentName(int program) const
{
    return m_instruments[static_cast<std::size_t>(std::clamp(program, 0, 127))];
}

bool WordList::saysHeldOut(const std::string& text) const
{
    const std::string lower = lowered(text);
    return std::any_of(m_heldOut.begin(), m_heldOut.end(),
        [&](const std::string& words) { return saysWords(lower, words); });
}

} // namespace pieria
