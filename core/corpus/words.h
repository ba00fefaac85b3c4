// The words people use for music (resources/corpus/synonyms.jsonl): for every attribute the texts
// that captions may use, and those kept for tests.
#pragma once

#include "core/base/noise.h"
#include "core/base/result.h"

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace pieria {

class WordList
{
public:
    [[nodiscard]] static Result<WordList> load(const std::filesystem::path& file);
    /// The name itself and every synonym that is not held out; just the name when it is unknown.
    /// Kinds: mood, energy, tempo, genre, instrument, structure, tonality, metre.
    [[nodiscard]] const std::vector<std::string>& texts(
        const std::string& kind, const std::string& name) const;
    /// One of them, the name itself about half the time.
    [[nodiscard]] std::string draw(
        const std::string& kind, const std::string& name, NoiseSequence& dice) const;
    /// The lexicon's name of a General MIDI program.
    [[nodiscard]] const std::string& instrumentName(int program) const;
    /// Whether a text holds a held-out synonym as whole words.
    [[nodiscard]] bool saysHeldOut(const std::string& text) const;
    [[nodiscard]] const std::vector<std::string>& heldOut() const { return m_heldOut; }

private:
    std::map<std::pair<std::string, std::string>, std::vector<std::string>> m_texts;
    std::vector<std::string> m_instruments;
    std::vector<std::string> m_heldOut;
};

} // namespace pieria
