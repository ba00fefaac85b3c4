#include "core/corpus/tune_pieces.h"

#include "core/corpus/folk_backing.h"
#include "core/corpus/melody_layer.h"
#include "core/corpus/mma_performer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pieria {

namespace {

struct Match
{
    std::string_view style; ///< of the tune, empty for songs
    std::string_view families; ///< of grooves, comma separated
};

constexpr std::array<Match, 7> kMatches { { { "jig", "march,folk,ballad" },
    { "reel", "folk,bluegrass,country,western,polka,rock" },
    { "hornpipe", "folk,march,country,ragtime" }, { "waltz", "waltz,rock" },
    { "carol", "hymn,ballad,folk,waltz,new age" },
    { "folk", "folk,march,country,waltz,polka,ballad,celtic" },
    { "",
        "swing,jazz,ballad,show tune,dixieland,waltz,bossa nova,cool jazz,march,hymn,ragtime,soul,"
        "spiritual,rock,jazz manouche,lullaby,rumba" } } };

bool names(std::string_view families, std::string_view family)
{
    const std::size_t at = families.find(family);
    return at != std::string_view::npos && (at == 0 || families[at - 1] == ',')
        && (at + family.size() == families.size() || families[at + family.size()] == ',');
}

const GrooveFile* drawGroove(const MakerTools& tools, const LeadSheet& sheet, NoiseSequence& dice)
{
    std::string_view families = kMatches.back().families;
    for (const Match& match : kMatches) {
        families = match.style == sheet.style ? match.families : families;
    }
    std::vector<const GrooveFile*> fitting;
    for (const GrooveFile& file : tools.grooves) {
        if (file.row->metre == sheet.metre && names(families, file.row->family)
            && tools.heldOut.splitOfGroove(std::string(file.row->file)) == Split::Train) {
            fitting.push_back(&file);
        }
    }
    return fitting.empty() ? nullptr
                           : fitting[dice.below(static_cast<std::uint32_t>(fitting.size()))];
}

double drawTempo(const LeadSheet& sheet, const GrooveRow* row, NoiseSequence& dice)
{
    double low = row != nullptr ? row->slowest : 100;
    double high = row != nullptr ? row->fastest : 150;
    if (sheet.style == "reel") {
        low = 168;
        high = 220;
        if (sheet.metre == Metre { 2, 4 }) {
            low = 92;
            high = 116;
        }
    } else if (sheet.style == "jig") {
        low = 156;
        high = 184;
    } else if (sheet.style == "hornpipe") {
        low = 140;
        high = 180;
    }
    return std::round(low + (high - low) * dice.uniform());
}

/// The bars of a tune that become the piece: 8 to 64, whole phrases of eight where there are.
int drawTuneBars(int bars, int unit, NoiseSequence& dice)
{
    int result = std::min(bars, 64);
    if (result > 16 && dice.chance(0.55)) {
        result = result > 32 && dice.chance(0.5) ? 32 : 16;
    }
    result = result > 8 ? result / 4 * 4 : result;
    return result / unit * unit;
}

void cutTo(LeadSheet& sheet, int bars)
{
    sheet.length = bars * sheet.metre.ticksPerBar();
    std::erase_if(sheet.melody, [&](const Note& note) { return note.onset >= sheet.length; });
    std::erase_if(sheet.chords, [&](const SymbolAt& chord) { return chord.onset >= sheet.length; });
    for (Note& note : sheet.melody) {
        note.duration = std::min(note.duration, sheet.length - note.onset);
    }
}

Track melodyTrack(const LeadSheet& sheet, int program, NoiseSequence& dice)
{
    Track lead { Slot::Lead, program, std::string(slotName(Slot::Lead)), sheet.melody };
    const int base = 86 + static_cast<int>(dice.below(12));
    const Tick bar = sheet.metre.ticksPerBar();
    for (Note& note : lead.notes) {
        const Tick inBar = note.onset % bar;
        const int accent = inBar == 0 ? 8 : inBar % kTicksPerBeat == 0 ? 3 : -2;
        note.velocity = static_cast<std::uint8_t>(base + accent + static_cast<int>(dice.below(5)));
    }
    return lead;
}

Score sheetScore(const LeadSheet& sheet, double bpm, NoiseSequence& dice)
{
    Score score;
    score.tempo = TempoMap(bpm);
    score.metres = { { 0, sheet.metre } };
    score.keys = { { 0, sheet.key } };
    score.length = sheet.length;
    const Tick phrase = 8 * sheet.metre.ticksPerBar();
    for (Tick at = 0; at < sheet.length; at += phrase) {
        const Tick turn = at / phrase % 4;
        score.sections.push_back({ at, turn < 2 ? "A" : "B" });
    }
    for (const SymbolAt& symbol : sheet.chords) {
        if (auto chord = chordFromName(symbol.symbol)) {
            chord->onset = symbol.onset;
            score.chords.push_back(*chord);
        }
    }
    addFolkBacking(score, dice);
    return score;
}

std::vector<std::string> moodsOf(const LeadSheet& sheet, double bpm)
{
    const bool minor = sheet.key.mode == Mode::Minor || sheet.key.mode == Mode::Dorian;
    const double felt = sheet.metre == Metre { 6, 8 } ? bpm / 1.5 : bpm;
    if (felt < 92) {
        return minor ? std::vector<std::string> { "melancholic", "sad" }
                     : std::vector<std::string> { "calm", "nostalgic" };
    }
    return minor ? std::vector<std::string> { "energetic", "mysterious" }
                 : std::vector<std::string> { "happy", "playful" };
}

void shuffle(std::vector<LeadSheet>& sheets, NoiseSequence& dice)
{
    for (std::size_t i = sheets.size(); i > 1; --i) {
        std::swap(sheets[i - 1], sheets[dice.below(static_cast<std::uint32_t>(i))]);
    }
}

bool isDance(const LeadSheet& sheet)
{
    return !sheet.style.empty() && sheet.style != "carol";
}

} // namespace

Result<std::vector<LeadSheet>> readTunes(const std::filesystem::path& data, std::uint64_t seed)
{
    auto dances = readLeadSheets(data / "nottingham" / "nottingham.jsonl");
    if (!dances) {
        return dances;
    }
    auto songs = readLeadSheets(data / "openewld" / "openewld.jsonl");
    if (!songs) {
        return songs;
    }
    NoiseSequence dice(Noise(seed, "corpus/tunes"));
    shuffle(*dances, dice);
    shuffle(*songs, dice);
    std::vector<LeadSheet> result;
    for (std::size_t i = 0; i < dances->size(); ++i) {
        result.push_back((*dances)[i]);
        if (i % 2 == 1 && !songs->empty()) {
            result.push_back((*songs)[i / 2 % songs->size()]);
        }
    }
    return result;
}

Result<std::vector<MadePiece>> makeTunePiece(const MakerTools& tools,
    const std::vector<LeadSheet>& sheets, std::uint64_t index, AssignmentLoss& loss)
{
    NoiseSequence dice(Noise(tools.seed, "corpus/tune", index));
    LeadSheet sheet = sheets[index % sheets.size()];
    const GrooveFile* file = drawGroove(tools, sheet, dice);
    const bool folk = file == nullptr || (isDance(sheet) && dice.chance(0.55));
    if (file == nullptr && sheet.style.empty()) {
        return std::vector<MadePiece> {};
    }
    const std::string family = sheet.style.empty() ? std::string(file->row->family) : sheet.style;
    const StyleVoices& voices
        = voicesOf(family == "jig" || family == "reel" || family == "hornpipe" ? "celtic"
                : family == "carol"                                            ? "hymn"
                                                                               : family);
    const int program = drawLead(voices, dice);
    const auto [low, high] = melodicRange(program);
    cutTo(sheet,
        drawTuneBars(static_cast<int>(sheet.length / sheet.metre.ticksPerBar()),
            folk ? 1 : file->row->barsPerMmaBar(), dice));
    if (sheet.melody.size() < 8 || sheet.length < 8 * sheet.metre.ticksPerBar()) {
        return std::vector<MadePiece> {};
    }
    transpose(sheet, static_cast<int>(dice.below(12)) - 5, low, high);
    const double bpm = drawTempo(sheet, folk ? nullptr : file->row, dice);
    MadePiece piece;
    if (folk) {
        piece.score = sheetScore(sheet, bpm, dice);
    } else {
        Arrangement arrangement;
        arrangement.file = file;
        arrangement.key = sheet.key;
        arrangement.bpm = bpm;
        arrangement.chords = sheet.chords;
        arrangement.seed = dice.below(1u << 30);
        arrangement.sections = drawSectionsFor(
            *file, static_cast<int>(sheet.length / sheet.metre.ticksPerBar()), dice);
        auto score = performArrangement(tools.mma, arrangement, &loss);
        if (!score) {
            return tl::unexpected(score.error());
        }
        piece.score = std::move(*score);
        substituteVoices(piece.score, voices, dice);
    }
    addTrack(piece.score, melodyTrack(sheet, program, dice));
    normalise(piece.score);
    piece.line.id = "t-" + sheet.id + "-" + std::to_string(index);
    piece.line.source = PieceSource::Tune;
    piece.line.group = sheet.id;
    piece.line.split = tools.heldOut.splitOfTune(sheet.id);
    piece.line.style = family;
    piece.line.moods = moodsOf(sheet, bpm);
    piece.facts.style = family;
    piece.facts.moods = piece.line.moods;
    piece.facts.swung = !folk && file->row->swung && sheet.style.empty();
    return cutIntoParts(std::move(piece), dice);
}

} // namespace pieria
