#include "core/corpus/progressions.h"

#include "core/base/file.h"

#include <nlohmann/json.hpp>

#include <array>
#include <sstream>

namespace pieria {

namespace {

constexpr std::array<int, 8> kDegrees { 0, 0, 2, 4, 5, 7, 9, 11 }; ///< [1..7], major scale

struct Roman
{
    std::string_view text;
    int degree;
};

/// Longest first, so that "iv" is not read as "i".
constexpr std::array<Roman, 7> kRomans { { { "vii", 7 }, { "iii", 3 }, { "vi", 6 }, { "iv", 4 },
    { "ii", 2 }, { "v", 5 }, { "i", 1 } } };

int readAccidental(std::string_view& text)
{
    int shift = 0;
    while (!text.empty() && (text.front() == 'b' || text.front() == '#')) {
        shift += text.front() == 'b' ? -1 : 1;
        text.remove_prefix(1);
    }
    return shift;
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char& c : result) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return result;
}

int wrap(int pitchClass)
{
    return ((pitchClass % 12) + 12) % 12;
}

std::string suffixFor(bool minor, std::string_view quality)
{
    if (quality.starts_with("\xC3\xB8")) { // o with stroke: half-diminished
        return "m7b5";
    }
    if (quality.starts_with("o")) {
        return quality == "o7" ? "dim7" : "dim";
    }
    if (!minor) {
        return std::string(quality);
    }
    if (quality.starts_with("maj")) {
        return "mM7";
    }
    return quality == "add9" ? "m(add9)" : "m" + std::string(quality);
}

Mode modeFromText(const std::string& text)
{
    if (text == "dorian") {
        return Mode::Dorian;
    }
    if (text == "phrygian") {
        return Mode::Phrygian;
    }
    if (text == "lydian") {
        return Mode::Lydian;
    }
    if (text == "mixolydian") {
        return Mode::Mixolydian;
    }
    return text.find("minor") != std::string::npos ? Mode::Minor : Mode::Major;
}

Result<Progression> readLine(const std::string& line)
{
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_object() || !json.contains("numerals") || !json.contains("bars")
        || json["numerals"].size() != json["bars"].size() || json["bars"].empty()) {
        return fail(ErrorCode::Corrupt,
            "The table of chord progressions is damaged; restore progressions.jsonl.", line);
    }
    Progression result;
    result.id = json.value("id", std::string());
    result.mode = modeFromText(json.value("mode", std::string("major")));
    result.moods = json.value("moods", std::vector<std::string>());
    result.styles = json.value("styles", std::vector<std::string>());
    for (std::size_t i = 0; i < json["bars"].size(); ++i) {
        auto numeral = readNumeral(json["numerals"][i].get<std::string>());
        if (!numeral) {
            return tl::unexpected(numeral.error());
        }
        numeral->bars = json["bars"][i].get<double>();
        result.chords.push_back(std::move(*numeral));
    }
    return result;
}

} // namespace

double Progression::bars() const
{
    double sum = 0;
    for (const Numeral& chord : chords) {
        sum += chord.bars;
    }
    return sum;
}

Result<Numeral> readNumeral(std::string_view text)
{
    std::string_view rest = text;
    Numeral result;
    const int accidental = readAccidental(rest);
    const std::string lower = lowered(rest);
    const Roman* roman = nullptr;
    for (const Roman& candidate : kRomans) {
        if (lower.starts_with(candidate.text)) {
            roman = &candidate;
            break;
        }
    }
    if (roman == nullptr) {
        return fail(ErrorCode::Corrupt,
            "A chord of the table of progressions cannot be read; restore progressions.jsonl.",
            std::string(text));
    }
    const bool minor = rest.front() == 'i' || rest.front() == 'v';
    rest.remove_prefix(roman->text.size());
    result.root = wrap(kDegrees[static_cast<std::size_t>(roman->degree)] + accidental);
    const std::size_t slash = rest.find('/');
    result.suffix = suffixFor(minor, rest.substr(0, slash));
    if (slash != std::string_view::npos) {
        std::string_view bass = rest.substr(slash + 1);
        const int shift = readAccidental(bass);
        if (bass.size() == 1 && bass.front() >= '1' && bass.front() <= '7') {
            result.bass = wrap(kDegrees[static_cast<std::size_t>(bass.front() - '0')] + shift);
        }
    }
    return result;
}

Result<std::vector<Progression>> readProgressions(const std::filesystem::path& file)
{
    const auto bytes = readFile(file, std::uintmax_t { 16 } << 20);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    std::vector<Progression> result;
    std::istringstream lines(*bytes);
    for (std::string line; std::getline(lines, line);) {
        if (line.empty()) {
            continue;
        }
        auto progression = readLine(line);
        if (!progression) {
            return tl::unexpected(progression.error());
        }
        result.push_back(std::move(*progression));
    }
    return result;
}

bool keyUsesFlats(Key key)
{
    // Tonic of the major scale with the same signature.
    constexpr std::array<int, 7> kParent { 0, 3, 10, 8, 7, 5, 1 };
    const int major = (key.tonic + kParent[static_cast<std::size_t>(key.mode)]) % 12;
    constexpr std::array<bool, 12> kFlats { false, true, false, true, false, true, true, false,
        true, false, true, false };
    return kFlats[static_cast<std::size_t>(major)];
}

std::string pitchClassName(int pitchClass, bool flats)
{
    constexpr std::array<std::string_view, 12> kFlatNames { "C", "Db", "D", "Eb", "E", "F", "Gb",
        "G", "Ab", "A", "Bb", "B" };
    constexpr std::array<std::string_view, 12> kSharpNames { "C", "C#", "D", "D#", "E", "F", "F#",
        "G", "G#", "A", "A#", "B" };
    const auto index = static_cast<std::size_t>(wrap(pitchClass));
    return std::string(flats ? kFlatNames[index] : kSharpNames[index]);
}

std::string chordSymbol(const Numeral& numeral, Key key)
{
    const bool flats = keyUsesFlats(key);
    std::string result = pitchClassName(numeral.root + key.tonic, flats) + numeral.suffix;
    if (numeral.bass >= 0 && numeral.bass != numeral.root) {
        result += "/" + pitchClassName(numeral.bass + key.tonic, flats);
    }
    return result;
}

} // namespace pieria
