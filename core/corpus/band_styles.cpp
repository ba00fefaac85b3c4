#include "core/corpus/procedural_styles.h"

namespace pieria {

namespace {

using Rows = std::string_view;
using Sections = std::span<const StyleSection>;

constexpr unsigned kDrums = kKick | kSnare | kHats;
constexpr unsigned kBand = kDrums | kBass | kStabs;

constexpr StyleSection kSongShort[] = { { "A", 8, kBand } };
constexpr StyleSection kSongMiddle[] = { { "intro", 4, kStabs | kKick | kHats },
    { "A", 8, kBand | kArp }, { "B", 8, kBand | kLead } };
constexpr StyleSection kSongLong[]
    = { { "intro", 4, kStabs | kHats }, { "A", 8, kBand | kArp }, { "B", 8, kBand | kLead | kPad },
          { "A", 8, kBand | kArp }, { "B", 8, kBand | kLead | kPad }, { "ending", 4, kBand } };
constexpr StyleSection kSongTune[]
    = { { "A", 8, kBand | kLead }, { "B", 8, kBand | kLead | kArp } };
constexpr Sections kSongForms[] = { kSongShort, kSongMiddle, kSongLong, kSongTune };

constexpr StyleSection kSwellShort[]
    = { { "A", 8, kPad | kBass | kLead }, { "B", 8, kPad | kBass | kLead | kArp | kKick } };
constexpr StyleSection kSwellMiddle[] = { { "intro", 4, kPad }, { "A", 8, kPad | kBass | kArp },
    { "build-up", 4, kPad | kBass | kArp | kStabs | kKick },
    { "B", 8, kPad | kBass | kArp | kStabs | kKick | kSnare | kLead },
    { "ending", 4, kPad | kBass } };
constexpr StyleSection kSwellLong[] = { { "intro", 8, kPad | kArp },
    { "A", 8, kPad | kBass | kLead }, { "B", 8, kPad | kBass | kArp | kLead | kKick },
    { "breakdown", 8, kArp | kLead }, { "A", 8, kPad | kBass | kStabs | kLead | kKick | kSnare },
    { "ending", 8, kPad | kBass | kStabs } };
constexpr StyleSection kSwellQuiet[] = { { "A", 8, kPad | kLead } };
constexpr StyleSection kSwellAction[] = { { "A", 8, kArp | kBass | kStabs | kKick | kSnare },
    { "B", 8, kArp | kBass | kStabs | kKick | kSnare | kLead | kPad } };
constexpr Sections kSwellForms[]
    = { kSwellShort, kSwellMiddle, kSwellLong, kSwellQuiet, kSwellAction };

constexpr StyleSection kPatternShort[] = { { "A", 8, kArp | kStabs } };
constexpr StyleSection kPatternMiddle[] = { { "A", 8, kArp }, { "B", 8, kArp | kStabs | kBass },
    { "C", 8, kArp | kStabs | kBass | kPad } };
constexpr StyleSection kPatternLong[]
    = { { "intro", 8, kArp }, { "A", 8, kArp | kBass }, { "B", 16, kArp | kBass | kStabs | kPad },
          { "C", 8, kArp | kPad | kLead }, { "ending", 8, kArp } };
constexpr Sections kPatternForms[] = { kPatternShort, kPatternMiddle, kPatternLong };

constexpr Rows kBackbeat[] = { "....x.......x...", "....x.......x..g", "....x..g....x.g." };
constexpr Rows kNoRows[] = { "................" };
constexpr Rows kEighthHats[]
    = { "x.o.x.o.x.o.x.o.", "x.x.x.x.x.x.x.x.", "X.o.x.o.X.o.x.o.", "x...x...x...x..." };

constexpr Rows kMetalKicks[] = { "xxxxxxxxxxxxxxxx", "x.xxx.xxx.xxx.xx", "x.x.x.xxx.x.x.xx",
    "xx..xx..xx..xxxx", "x..x..x.x..x..x." };
constexpr Rows kMetalSnares[]
    = { "....x.......x...", "..x...x...x...x.", "........x.......", "....x.......x.xx" };
constexpr Rows kMetalBasses[]
    = { "rrrrrrrrrrrrrrrr", "r.rrr.rrr.rrr.rr", "r.r.r.rrr.r.r.rr", "r..r..r.r..r..r." };
constexpr Rows kMetalStabs[] = { "xxx.xxx.xxx.xxx.", "x..xx..xx..xx.x.", "x.xxx.xxx.xxx.xx",
    "x..x..x.x..x..x.", "x.......x......." };
constexpr Rows kMetalRiffs[]
    = { "0010010001001020", "00.100.100.120.1", "0.0.1.0.2.0.1.3.", "0120012001200123" };
constexpr int kGuitars[] = { 30, 30, 29 };
constexpr int kPickedBass[] = { 34, 33 };
constexpr int kHeavyPads[] = { 48, 52, 18 };
constexpr int kHeavyLeads[] = { 30, 29, 84, 30 };
constexpr Rows kMetalMoods[] = { "aggressive", "angry", "dark", "epic", "energetic" };

constexpr Rows kRockKicks[]
    = { "x.......x.x.....", "x..x....x.x.....", "x.......x.......", "x.x.....x..x...." };
constexpr Rows kRockBasses[]
    = { "r.r.r.r.r.r.r.r.", "r...r...r...r...", "r..r..r.r..r..f.", "r.......r.r.f..." };
constexpr Rows kRockStabs[]
    = { "x.x.x.x.x.x.x.x.", "x..x..x.x..x..x.", "x...x.x...x.x...", "x.....x...x....." };
constexpr Rows kRockRiffs[] = { "0.1.0.2.0.1.0.2.", "0..0..1.0..0..2.", "0.0.1.2.....2.1." };
constexpr int kRockComps[] = { 29, 27, 18, 30 };
constexpr int kRockLeads[] = { 29, 30, 27, 18 };
constexpr Rows kRockMoods[] = { "energetic", "confident", "aggressive", "triumphant" };

constexpr Rows kPunkKicks[] = { "x...x...x...x...", "x.x...x.x.x...x.", "x..x..x.x..x..x." };
constexpr Rows kPunkSnares[] = { "....x.......x...", "..x...x...x...x." };
constexpr Rows kPunkBasses[] = { "r.r.r.r.r.r.r.r.", "r.r.r.r.r.r.f.s." };
constexpr Rows kPunkStabs[] = { "x.x.x.x.x.x.x.x.", "x.xxx.xxx.xxx.xx" };
constexpr Rows kPunkMoods[] = { "energetic", "angry", "chaotic", "playful" };

constexpr Rows kReggaeKicks[] = { "........x.......", "x.......x.......", "x...x...x...x..." };
constexpr Rows kReggaeSnares[] = { "........x.......", "........x.....g.", "................" };
constexpr Rows kReggaeHats[] = { "o.g.o.g.o.g.o.g.", "o.ogo.ogo.ogo.og", "..o...o...o...o." };
constexpr Rows kReggaeBasses[]
    = { "r...r.f...r.s...", "r..r....f.o.....", "..r.r.f.....r...", "r.....r.f...s..." };
constexpr Rows kReggaeStabs[] = { "..x...x...x...x.", "..xo..x...xo..x.", "....x.......x..." };
constexpr Rows kReggaeBubbles[] = { "..0.01....0.01..", ".0.1.0.1.0.1.0.1", "0..1..2...1..0.." };
constexpr int kReggaeStabPrograms[] = { 27, 16, 0, 28 };
constexpr int kReggaeBubblePrograms[] = { 16, 17, 7 };
constexpr int kReggaeLeads[] = { 22, 56, 73, 57, 66, 16 };
constexpr Rows kReggaeMoods[] = { "relaxing", "happy", "warm", "groovy" };
constexpr int kRoundBass[] = { 33, 32, 36 };
constexpr int kSoftPads[] = { 89, 48, 88, 16 };

constexpr Rows kSmoothKicks[] = { "x......xx.......", "x.....x...x.....", "x..x......x....." };
constexpr Rows kSmoothHats[] = { "o.o.o.o.o.o.o.o.", "oggoggogoggoggog" };
constexpr Rows kSmoothBasses[] = { "r..r......f.r...", "r.....r...f..s..", "r...f.r.....o..." };
constexpr Rows kSmoothStabs[] = { "x......x........", "..x...x....x....", "x.....x...x....." };
constexpr Rows kSmoothArps[] = { "0..1..2...3..2..", "0.1.2...3.2.1..." };
constexpr int kSmoothStabPrograms[] = { 4, 5, 0, 26 };
constexpr int kSmoothLeads[] = { 64, 65, 66, 26, 73, 56 };
constexpr Rows kSmoothMoods[] = { "relaxing", "romantic", "sensual", "warm" };

constexpr Rows kChipKicks[] = { "x...x...x...x...", "x.....x.x...x...", "x..x..x.x..x..x." };
constexpr Rows kChipHats[] = { "o.o.o.o.o.o.o.o.", "oooooooooooooooo" };
constexpr Rows kChipBasses[] = { "r.o.r.o.r.o.r.o.", "r.r.o.r.r.r.o.r.", "r..r..o.r..r..f." };
constexpr Rows kChipStabs[] = { "x.......x.......", "..x...x...x...x." };
constexpr Rows kChipArps[] = { "0123012301230123", "0120120120120120", "0.2.1.2.0.2.1.3." };
constexpr int kChipBassPrograms[] = { 80, 38, 87 };
constexpr int kChipPrograms[] = { 80, 81, 82 };
constexpr int kChipLeads[] = { 80, 80, 81, 82, 79 };
constexpr Rows kChipMoods[] = { "playful", "energetic", "happy", "heroic" };

constexpr Rows kOrchestraDrums[]
    = { "x...............", "x.......x.......", "x.....x.x.......", "x..x..x.x..x..x." };
constexpr Rows kOrchestraSnares[] = { "................", "........x...oooo", "x..xx.x.x..xx.x." };
constexpr Rows kOrchestraBasses[] = { "r...............", "r.......r.......", "r...r...r...r...",
    "r.r.r.r.r.r.r.r.", "r.....r.r...f..." };
constexpr Rows kOrchestraStabs[]
    = { "x...............", "x.......x.......", "x.....x.x.......", "x..x..x.x......." };
constexpr Rows kOrchestraArps[] = { "0.1.2.1.0.1.2.1.", "0120120120120120", "0.2.1.2.0.2.1.2.",
    "0...1...2...3...", "0010010001001000", "0123210301232103" };
constexpr int kOrchestraBass[] = { 43, 42, 48, 58 };
constexpr int kBrass[] = { 61, 60, 57, 56 };
constexpr int kStrings[] = { 48, 49, 48, 52 };
constexpr int kFigures[] = { 48, 45, 46, 11, 9, 0, 44, 73 };
constexpr int kOrchestraLeads[] = { 60, 40, 73, 68, 56, 71, 42, 69, 48 };
constexpr Rows kFilmMoods[]
    = { "epic", "heroic", "mysterious", "dark", "suspenseful", "majestic", "magical", "longing" };
constexpr Rows kOrchestraMoods[]
    = { "majestic", "triumphant", "solemn", "heroic", "romantic", "magical" };

constexpr Rows kMinimalArps[] = { "0120120120120120", "0121012101210121", "0102010201020103",
    "01201.01201.0120", "0213021302130213" };
constexpr Rows kMinimalStabs[]
    = { "x.....x.....x...", "x...x...x...x...", "x...............", "x..x..x..x..x.x." };
constexpr Rows kMinimalBasses[] = { "r...............", "r.......r......." };
constexpr int kMinimalPrograms[] = { 0, 12, 11, 46, 0, 45 };
constexpr int kMinimalStabPrograms[] = { 0, 48, 71, 12, 16 };
constexpr int kMinimalLeads[] = { 71, 40, 73, 42, 64 };
constexpr Rows kMinimalMoods[] = { "hypnotic", "meditative", "calm", "bright" };

constexpr ProceduralStyle kStyles[] = {
    { "metal", 118, 184, 16, 0, 1, kMetalKicks, kMetalSnares, kEighthHats, kNoRows, kMetalBasses,
        kMetalStabs, kMetalRiffs, kPickedBass, kGuitars, kHeavyPads, kGuitars, kHeavyLeads, 1.5,
        0.3, kSongForms, kMetalMoods, true, 36, 0 },
    { "film score", 68, 132, 48, 0, 1, kOrchestraDrums, kOrchestraSnares, kNoRows, kNoRows,
        kOrchestraBasses, kOrchestraStabs, kOrchestraArps, kOrchestraBass, kBrass, kStrings,
        kFigures, kOrchestraLeads, 0.7, 0.15, kSwellForms, kFilmMoods, false, 35, 0 },
    { "reggae", 66, 94, 0, 4, 1, kReggaeKicks, kReggaeSnares, kReggaeHats, kNoRows, kReggaeBasses,
        kReggaeStabs, kReggaeBubbles, kRoundBass, kReggaeStabPrograms, kSoftPads,
        kReggaeBubblePrograms, kReggaeLeads, 1.1, 0.5, kSongForms, kReggaeMoods, false, 36, 40 },
    { "hard rock", 104, 146, 16, 0, 1, kRockKicks, kBackbeat, kEighthHats, kNoRows, kRockBasses,
        kRockStabs, kRockRiffs, kPickedBass, kGuitars, kHeavyPads, kRockComps, kRockLeads, 1.2, 0.4,
        kSongForms, kRockMoods, true, 36, 0 },
    { "orchestral", 64, 126, 48, 0, 1, kOrchestraDrums, kOrchestraSnares, kNoRows, kNoRows,
        kOrchestraBasses, kOrchestraStabs, kOrchestraArps, kOrchestraBass, kBrass, kStrings,
        kFigures, kOrchestraLeads, 0.9, 0.1, kSwellForms, kOrchestraMoods, false, 35, 0 },
    { "punk", 156, 196, 0, 0, 1, kPunkKicks, kPunkSnares, kEighthHats, kNoRows, kPunkBasses,
        kPunkStabs, kRockRiffs, kPickedBass, kGuitars, kHeavyPads, kRockComps, kRockLeads, 0.9, 0.3,
        kSongForms, kPunkMoods, true, 36, 0 },
    { "video game music", 112, 168, 24, 0, 1, kChipKicks, kBackbeat, kChipHats, kNoRows,
        kChipBasses, kChipStabs, kChipArps, kChipBassPrograms, kChipPrograms, kSoftPads,
        kChipPrograms, kChipLeads, 1.5, 0.3, kSongForms, kChipMoods, false, 36, 0 },
    { "smooth jazz", 78, 108, 0, 4, 1, kSmoothKicks, kBackbeat, kSmoothHats, kNoRows, kSmoothBasses,
        kSmoothStabs, kSmoothArps, kRoundBass, kSmoothStabPrograms, kSoftPads, kSmoothStabPrograms,
        kSmoothLeads, 1.3, 0.6, kSongForms, kSmoothMoods, false, 36, 60 },
    { "minimalism", 96, 144, 0, 0, 2, kNoRows, kNoRows, kNoRows, kNoRows, kMinimalBasses,
        kMinimalStabs, kMinimalArps, kOrchestraBass, kMinimalStabPrograms, kStrings,
        kMinimalPrograms, kMinimalLeads, 0.5, 0.1, kPatternForms, kMinimalMoods },
};

} // namespace

std::span<const ProceduralStyle> bandStyles()
{
    return kStyles;
}

} // namespace pieria
