#include "core/corpus/groove_pieces.h"

#include "core/corpus/melody_layer.h"
#include "core/corpus/mma_performer.h"
#include "core/corpus/voices.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace pieria {

namespace {

constexpr double kMelodyChance = 0.55;

/// Lengths in bars, the usual ones more often.
int drawBars(const GrooveRow& row, NoiseSequence& dice)
{
    constexpr std::array<int, 12> kBars { 8, 12, 16, 16, 16, 24, 24, 32, 32, 32, 48, 64 };
    const int bars = kBars[dice.below(kBars.size())];
    return row.metre.ticksPerBar() < 3 * kTicksPerBeat ? std::min(64, bars * 2) : bars;
}

std::string numbered(std::string_view prefix, const std::string& name, std::uint64_t index)
{
    std::array<char, 24> digits {};
    std::snprintf(digits.data(), digits.size(), "%05llu", static_cast<unsigned long long>(index));
    return std::string(prefix) + "-" + name + "-" + digits.data();
}

bool walks(const Arrangement& arrangement)
{
    return std::all_of(arrangement.sections.begin(), arrangement.sections.end(),
        [](const ArrangedSection& section) {
            return section.label.size() != 1 || section.groove.find("Walk") != std::string::npos;
        });
}

} // namespace

Result<std::vector<MadePiece>> makeGroovePiece(
    const MakerTools& tools, std::uint64_t index, AssignmentLoss& loss)
{
    NoiseSequence dice(Noise(tools.seed, "corpus/groove", index));
    const GrooveFile& file = tools.grooves[index % tools.grooves.size()];
    const Arrangement arrangement
        = drawArrangement(file, tools.progressions, drawBars(*file.row, dice), dice);
    auto score = performArrangement(tools.mma, arrangement, &loss);
    if (!score) {
        return tl::unexpected(score.error());
    }
    MadePiece piece;
    piece.line.id = numbered("g", std::string(file.row->file), index);
    piece.line.source = PieceSource::Groove;
    piece.line.group = file.row->file;
    piece.line.split = tools.heldOut.splitOfGroove(piece.line.group);
    piece.line.style = file.row->family;
    piece.line.moods = arrangement.moods;
    piece.facts.style = file.row->family;
    piece.facts.nickname = file.row->nickname;
    piece.facts.moods = arrangement.moods;
    piece.facts.swung = file.row->swung;
    if (walks(arrangement)) {
        piece.facts.extras.emplace_back("walking bass");
    }
    piece.score = std::move(*score);
    const StyleVoices& voices = voicesOf(file.row->family);
    substituteVoices(piece.score, voices, dice);
    if (dice.chance(kMelodyChance)) {
        addMelody(piece.score, voices, file.row->swung, dice);
    }
    return cutIntoParts(std::move(piece), dice);
}

} // namespace pieria
