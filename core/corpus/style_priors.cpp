#include "core/corpus/style_priors.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

namespace pieria {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostPrograms = 6;
constexpr double kRareMode = 0.04; ///< rarer modes and metres are not listed

struct Measured
{
    int pieces = 0;
    std::vector<double> tempi;
    std::map<std::string, int> metres;
    std::map<Mode, int> modes;
    double energy = 0;
    std::array<int, kSlotCount> sounding {};
    std::array<std::map<int, int>, kSlotCount> programs;
};

std::string modeText(Mode mode)
{
    constexpr std::array<std::string_view, 7> kNames { "major", "minor", "dorian", "phrygian",
        "lydian", "mixolydian", "locrian" };
    return std::string(kNames[static_cast<std::size_t>(mode)]);
}

void count(Measured& measured, const MusicCorpus::Piece& piece)
{
    ++measured.pieces;
    measured.tempi.push_back(piece.score.tempo.bpmAt(0));
    ++measured.metres[metreName(piece.score.metre())];
    ++measured.modes[piece.score.key().mode];
    const auto& energy = piece.line.energy;
    measured.energy += energy.empty()
        ? 0
        : std::accumulate(energy.begin(), energy.end(), 0.0) / static_cast<double>(energy.size());
    for (const Track& track : piece.score.tracks) {
        ++measured.sounding[slotIndex(track.slot)];
        ++measured.programs[slotIndex(track.slot)][track.program];
    }
}

/// Keys by falling count; the rare ones left out.
template <class Key>
std::vector<std::pair<Key, int>> ranked(const std::map<Key, int>& counts, double rare)
{
    const int sum = std::accumulate(counts.begin(), counts.end(), 0,
        [](int total, const auto& entry) { return total + entry.second; });
    std::vector<std::pair<Key, int>> result(counts.begin(), counts.end());
    std::stable_sort(result.begin(), result.end(),
        [](const auto& a, const auto& b) { return a.second > b.second; });
    while (result.size() > 1 && result.back().second < rare * sum) {
        result.pop_back();
    }
    return result;
}

double rounded(double value, double step)
{
    return std::round(value / step) * step;
}

double hundredth(double value)
{
    return std::round(value * 100) / 100;
}

Json slotJson(const Measured& measured, Slot slot)
{
    const std::size_t index = slotIndex(slot);
    Json programs = Json::array();
    auto common = ranked(measured.programs[index], 0.02);
    common.resize(std::min(common.size(), kMostPrograms));
    for (const auto& [program, times] : common) {
        programs.push_back(
            Json::array({ program, hundredth(10.0 * times / measured.sounding[index]) }));
    }
    Json json;
    json["chance"] = hundredth(static_cast<double>(measured.sounding[index]) / measured.pieces);
    json["programs"] = std::move(programs);
    return json;
}

void update(Json& style, Measured measured)
{
    std::sort(measured.tempi.begin(), measured.tempi.end());
    const auto percentile = [&](double share) {
        return measured.tempi[static_cast<std::size_t>(
            share * static_cast<double>(measured.tempi.size() - 1))];
    };
    const double slow = rounded(percentile(0.05), 1);
    style["tempo"] = Json::array({ slow, std::max(slow + 2, rounded(percentile(0.95), 1)) });
    style["metres"] = Json::array();
    for (const auto& entry : ranked(measured.metres, kRareMode)) {
        style["metres"].push_back(entry.first);
    }
    style["modes"] = Json::array();
    for (const auto& entry : ranked(measured.modes, kRareMode)) {
        style["modes"].push_back(modeText(entry.first));
    }
    style["energy"] = hundredth(measured.energy / measured.pieces);
    for (const Slot slot : kSlots) {
        if (measured.sounding[slotIndex(slot)] > 0) {
            style["slots"][std::string(slotName(slot))] = slotJson(measured, slot);
        }
    }
    if (!style.contains("progressions")) {
        style["progressions"] = Json::array();
    }
}

std::string written(const Json& json)
{
    // One style a line, so that changes read well.
    std::string text = "{\n \"version\": " + json.at("version").dump() + ",\n \"styles\": [\n";
    const Json& styles = json.at("styles");
    for (std::size_t i = 0; i < styles.size(); ++i) {
        text += "  " + styles[i].dump() + (i + 1 < styles.size() ? ",\n" : "\n");
    }
    return text + " ]\n}\n";
}

} // namespace

Result<std::string> measureStylePriors(
    const MusicCorpus& corpus, const std::string& before, int fewest)
{
    Json json = Json::parse(before, nullptr, false);
    if (!json.is_object() || !json.contains("version") || !json.contains("styles")
        || !json["styles"].is_array()) {
        return fail(ErrorCode::Corrupt,
            "The table of styles is damaged; restore resources/corpus/styles.json.");
    }
    std::map<std::string, Measured> styles;
    for (std::size_t i = 0; i < corpus.size(); ++i) {
        if (corpus.line(i).split != Split::Train) {
            continue;
        }
        const auto piece = corpus.piece(i);
        if (!piece) {
            return tl::unexpected(piece.error());
        }
        count(styles[piece->line.style], *piece);
    }
    for (auto& [name, measured] : styles) {
        if (measured.pieces < fewest) {
            continue;
        }
        auto& known = json["styles"];
        auto found = std::find_if(known.begin(), known.end(), [&family = name](const Json& style) {
            return style.is_object() && style.value("name", std::string()) == family;
        });
        if (found == known.end()) {
            known.push_back(Json { { "name", name } });
            found = std::prev(known.end());
        }
        update(*found, std::move(measured));
    }
    return written(json);
}

} // namespace pieria
