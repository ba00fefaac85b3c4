#include "core/corpus/lead_sheet.h"

#include "core/base/file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <sstream>

namespace pieria {

namespace {

using Json = nlohmann::json;

constexpr Tick kHalfBeat = kTicksPerBeat / 2;

Tick ticksOf(double beats)
{
    return std::llround(beats * static_cast<double>(kTicksPerBeat));
}

std::optional<Metre> metreOf(const std::string& text)
{
    if (text == "2/2") {
        return Metre { 4, 4 };
    }
    const auto metre = metreFromName(text);
    return metre && canComposeIn(*metre) ? metre : std::nullopt;
}

std::string styleOf(const Json& json)
{
    const auto styles = json.value("styles", std::vector<std::string>());
    const bool folk = json.value("id", std::string()).starts_with("nt_");
    if (!folk) {
        return {};
    }
    const std::string style = styles.empty() ? "" : styles.front();
    if (style == "jig" || style == "reel" || style == "hornpipe" || style == "waltz") {
        return style;
    }
    return style.find("carol") != std::string::npos ? "carol" : "folk";
}

/// Onsets of a short first bar move to that bar's end.
Tick shiftFor(const Json& json, Metre metre)
{
    const double pickup = json.value("pickup", 0.0);
    return pickup > 0 ? std::max<Tick>(0, metre.ticksPerBar() - ticksOf(pickup)) : 0;
}

void readMelody(const Json& json, Tick shift, LeadSheet& sheet)
{
    for (const Json& note : json.at("melody")) {
        const Tick onset = ticksOf(note.at(0).get<double>()) + shift;
        const Tick length = std::max<Tick>(6, ticksOf(note.at(1).get<double>()));
        const int pitch = note.at(2).get<int>();
        if (onset >= 0 && pitch >= 0 && pitch < 128) {
            sheet.melody.push_back({ onset, length, static_cast<std::uint8_t>(pitch), 92 });
        }
    }
    std::sort(sheet.melody.begin(), sheet.melody.end());
}

void readChords(const Json& json, Tick shift, LeadSheet& sheet)
{
    for (const Json& entry : json.at("chords")) {
        const Tick onset
            = (ticksOf(entry.at(0).get<double>()) + shift + kHalfBeat / 2) / kHalfBeat * kHalfBeat;
        const std::string symbol = entry.at(1).get<std::string>();
        if (!chordFromName(symbol)) {
            continue;
        }
        if (!sheet.chords.empty() && sheet.chords.back().onset >= onset) {
            sheet.chords.back().symbol = symbol;
        } else {
            sheet.chords.push_back({ onset, symbol });
        }
    }
    if (!sheet.chords.empty()) {
        sheet.chords.front().onset = 0;
    }
}

std::optional<LeadSheet> sheetOf(const Json& json)
{
    const auto metre = metreOf(json.value("metre", std::string()));
    const auto key = keyFromName(json.value("key", std::string()));
    if (!metre || !key || json.contains("metre_changes") || json.value("attributed", false)
        || json.value("polyphonic", false)) {
        return std::nullopt;
    }
    LeadSheet sheet;
    sheet.id = json.at("id").get<std::string>();
    sheet.style = styleOf(json);
    sheet.metre = *metre;
    sheet.key = *key;
    const Tick shift = shiftFor(json, *metre);
    readMelody(json, shift, sheet);
    readChords(json, shift, sheet);
    if (sheet.chords.empty() || sheet.melody.size() < 16) {
        return std::nullopt;
    }
    const Tick bar = metre->ticksPerBar();
    const Tick end = sheet.melody.back().onset + sheet.melody.back().duration;
    sheet.length = (end + bar - 1) / bar * bar;
    return sheet;
}

struct SymbolRoot
{
    int pitchClass = 0;
    std::size_t length = 0;
};

std::optional<SymbolRoot> rootOf(std::string_view text)
{
    constexpr std::string_view kLetters = "C D EF G A B";
    const std::size_t place = text.empty() || text.front() == ' ' ? std::string_view::npos
                                                                  : kLetters.find(text.front());
    if (place == std::string_view::npos) {
        return std::nullopt;
    }
    SymbolRoot root { static_cast<int>(place), 1 };
    while (root.length < text.size() && (text[root.length] == 'b' || text[root.length] == '#')) {
        root.pitchClass += text[root.length] == 'b' ? 11 : 1;
        ++root.length;
    }
    root.pitchClass %= 12;
    return root;
}

} // namespace

std::string transposeSymbol(const std::string& symbol, int semitones, bool flats)
{
    const auto root = rootOf(symbol);
    if (!root) {
        return symbol;
    }
    const std::size_t slash = symbol.find('/');
    std::string result = pitchClassName(root->pitchClass + semitones, flats)
        + symbol.substr(root->length, slash == std::string::npos ? slash : slash - root->length);
    if (slash != std::string::npos) {
        const auto bass = rootOf(std::string_view(symbol).substr(slash + 1));
        if (bass) {
            result += "/" + pitchClassName(bass->pitchClass + semitones, flats);
        }
    }
    return result;
}

void transpose(LeadSheet& sheet, int semitones, int low, int high)
{
    sheet.key.tonic = ((sheet.key.tonic + semitones) % 12 + 12) % 12;
    const bool flats = keyUsesFlats(sheet.key);
    for (SymbolAt& chord : sheet.chords) {
        chord.symbol = transposeSymbol(chord.symbol, semitones, flats);
    }
    double sum = 0;
    for (const Note& note : sheet.melody) {
        sum += note.pitch + semitones;
    }
    const double mean = sum / static_cast<double>(std::max<std::size_t>(1, sheet.melody.size()));
    const int octaves = static_cast<int>(std::lround((0.5 * (low + high) - mean) / 12));
    for (Note& note : sheet.melody) {
        note.pitch
            = static_cast<std::uint8_t>(std::clamp(note.pitch + semitones + 12 * octaves, 24, 108));
    }
}

Result<std::vector<LeadSheet>> readLeadSheets(const std::filesystem::path& file)
{
    const auto bytes = readFile(file, std::uintmax_t { 64 } << 20);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    std::vector<LeadSheet> sheets;
    std::istringstream lines(*bytes);
    try {
        for (std::string line; std::getline(lines, line);) {
            if (!line.empty()) {
                if (auto sheet = sheetOf(Json::parse(line))) {
                    sheets.push_back(std::move(*sheet));
                }
            }
        }
    } catch (const Json::exception& error) {
        return fail(ErrorCode::Corrupt,
            "The tune collection " + file.filename().string() + " is damaged; restore it.",
            error.what());
    }
    return sheets;
}

} // namespace pieria
