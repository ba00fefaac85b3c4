#include "core/corpus/procedural_styles.h"

namespace pieria {

namespace {

using Rows = std::string_view;
using Sections = std::span<const StyleSection>;

constexpr unsigned kDrums = kKick | kSnare | kHats;
constexpr unsigned kFullDrums = kDrums | kPercussion;

// Club music: layers enter one by one, a breakdown, a build and the drop.
constexpr StyleSection kClubShort[] = { { "intro", 4, kKick | kHats },
    { "A", 4, kDrums | kBass | kStabs }, { "build-up", 4, kHats | kPad | kStabs | kRoll },
    { "drop", 4, kFullDrums | kBass | kStabs | kLead } };
constexpr StyleSection kClubMiddle[]
    = { { "intro", 4, kKick | kHats | kPercussion }, { "A", 8, kFullDrums | kBass | kStabs },
          { "breakdown", 4, kPad | kArp }, { "build-up", 4, kPad | kArp | kHats | kRoll },
          { "drop", 8, kFullDrums | kBass | kStabs | kArp | kLead },
          { "ending", 4, kKick | kHats | kBass } };
constexpr StyleSection kClubLong[] = { { "intro", 8, kKick | kHats | kPercussion },
    { "A", 8, kDrums | kBass | kStabs }, { "B", 8, kFullDrums | kBass | kStabs | kArp },
    { "breakdown", 8, kPad | kArp | kLead }, { "build-up", 8, kPad | kStabs | kHats | kRoll },
    { "drop", 16, kFullDrums | kBass | kStabs | kArp | kLead | kPad },
    { "ending", 8, kKick | kHats | kBass } };
constexpr StyleSection kClubLoop[] = { { "A", 8, kFullDrums | kBass | kStabs | kArp } };
constexpr StyleSection kClubGroove[] = { { "A", 8, kFullDrums | kBass | kStabs },
    { "drop", 8, kFullDrums | kBass | kStabs | kLead } };
constexpr Sections kClubForms[] = { kClubShort, kClubMiddle, kClubLong, kClubLoop, kClubGroove };

// Beats to think by: a loop with a tune that rests now and then.
constexpr StyleSection kBeatShort[] = { { "A", 8, kDrums | kBass | kStabs } };
constexpr StyleSection kBeatMiddle[] = { { "intro", 4, kStabs | kPad },
    { "A", 8, kDrums | kBass | kStabs | kLead }, { "ending", 4, kStabs | kPad } };
constexpr StyleSection kBeatLong[]
    = { { "intro", 4, kStabs | kHats }, { "A", 8, kDrums | kBass | kStabs | kLead },
          { "B", 8, kFullDrums | kBass | kStabs | kPad }, { "breakdown", 4, kStabs | kPad | kLead },
          { "A", 8, kFullDrums | kBass | kStabs | kLead | kPad } };
constexpr StyleSection kBeatSong[]
    = { { "A", 8, kDrums | kBass | kStabs | kLead }, { "B", 8, kDrums | kBass | kStabs | kArp } };
constexpr Sections kBeatForms[] = { kBeatShort, kBeatMiddle, kBeatLong, kBeatSong };

// Ambient: slow waves of pads, a bell or a tune far away, no drums.
constexpr StyleSection kAmbientShort[]
    = { { "A", 8, kPad | kArp }, { "B", 8, kPad | kArp | kBass } };
constexpr StyleSection kAmbientMiddle[] = { { "intro", 4, kPad }, { "A", 8, kPad | kArp | kBass },
    { "B", 8, kPad | kArp | kBass | kLead }, { "ending", 4, kPad } };
constexpr StyleSection kAmbientLong[]
    = { { "intro", 8, kPad }, { "A", 8, kPad | kBass }, { "B", 16, kPad | kArp | kBass | kLead },
          { "A", 8, kPad | kArp | kBass | kStabs }, { "ending", 8, kPad } };
constexpr StyleSection kAmbientBare[] = { { "A", 8, kPad | kLead } };
constexpr Sections kAmbientForms[] = { kAmbientShort, kAmbientMiddle, kAmbientLong, kAmbientBare };

constexpr Rows kFourOnFloor[] = { "x...x...x...x...", "x...x...x...x..g", "x...x...x.g.x..." };
constexpr Rows kBackbeat[] = { "....x.......x...", "....x.......x..g", "....x..g....x..." };
constexpr Rows kNoRows[] = { "................" };

constexpr Rows kHouseHats[]
    = { "..X...X...X...X.", "o.X.o.X.o.X.o.X.", "oXogoXogoXogoXog", "g.Xgg.Xgg.Xgg.Xg" };
constexpr Rows kHousePercussion[] = { "...o..o....o..o.", "gggogggogggogggo", "..o..o...oo..o.." };
constexpr Rows kHouseBasses[]
    = { "..r...r...r...r.", "r..r..r.r..r..o.", "r.....r..r.r..o.", "..r.r..o..r.r..s" };
constexpr Rows kHouseStabs[]
    = { "..x..x....x..x..", "x..x..x...x..x..", "...x..x....x..x.", "x.......x..x...." };
constexpr Rows kHouseArps[] = { "0.1.2.1.0.1.2.1.", "0..1..2.0..1..2.", "012.012.012.012." };
constexpr int kHouseBassPrograms[] = { 38, 39, 33 };
constexpr int kHouseStabPrograms[] = { 0, 4, 16, 81, 90 };
constexpr int kHousePadPrograms[] = { 89, 50, 48, 95 };
constexpr int kHouseArpPrograms[] = { 81, 87, 98, 11 };
constexpr int kHouseLeads[] = { 81, 80, 66, 56, 85 };
constexpr Rows kHouseMoods[] = { "energetic", "happy", "groovy", "uplifting" };

constexpr Rows kTechnoHats[]
    = { "..x...x...x...x.", "oooooooooooooooo", "..Xo..Xo..Xo..Xo", "xgogxgogxgogxgog" };
constexpr Rows kTechnoSnares[]
    = { "................", "....o.......o...", "....x.......x...", ".......o......o." };
constexpr Rows kTechnoPercussion[]
    = { "...x......x.....", "o..o..o..o..o..o", "......x..x....x.", "x..x..x..x..x..." };
constexpr Rows kTechnoBasses[]
    = { "..rr..rr..rr..rr", ".rrr.rrr.rrr.rrr", "r.rr..r.r.rr..o.", "..r...r...r..rs." };
constexpr Rows kTechnoStabs[]
    = { "...x......x.....", "x..x............", "......x......x..", "x..x..x........." };
constexpr Rows kTechnoArps[] = { "0120201001202010",
    "00100020001000"
    "31",
    "0.2.1.2.0.2.1.3.", "0123012301230123" };
constexpr int kTechnoBassPrograms[] = { 38, 39, 87 };
constexpr int kTechnoStabPrograms[] = { 90, 81, 50, 62 };
constexpr int kTechnoPadPrograms[] = { 95, 92, 93, 50 };
constexpr int kTechnoArpPrograms[] = { 87, 81, 80, 84 };
constexpr Rows kTechnoMoods[] = { "dark", "hypnotic", "energetic", "futuristic", "tense" };

constexpr Rows kTranceBasses[] = { "..r...r...r...r.", ".rrr.rrr.rrr.rrr", "..ro..ro..ro..ro" };
constexpr Rows kTranceStabs[] = { "x..x..x.x..x..x.", "x.......x.......", "x..x..x..x..x.x." };
constexpr Rows kTranceArps[]
    = { "0123210301232103", "0213021302130213", "0312031203120312", "0.12.0.12.0.12.3" };
constexpr int kTranceStabPrograms[] = { 81, 90, 50 };
constexpr int kTrancePadPrograms[] = { 95, 90, 89, 52 };
constexpr int kTranceArpPrograms[] = { 81, 84, 80, 87 };
constexpr int kTranceLeads[] = { 81, 81, 80, 84, 87 };
constexpr Rows kTranceMoods[] = { "uplifting", "energetic", "dreamy", "triumphant" };

constexpr Rows kJungleKicks[]
    = { "x.........x.....", "x..x......x.....", "x.........xx....", "x......x..x....." };
constexpr Rows kJungleSnares[]
    = { "....x.......x...", "....x..g.g..x..g", "....x..g....x.g.", "....x...gg..x..." };
constexpr Rows kJungleHats[] = { "x.x.x.x.x.x.x.x.", "xgxgxgxgxgxgxgxg", "x.o.x.oXx.o.x.o." };
constexpr Rows kJungleBasses[] = { "r.........r.....", "r..r......o.s...", "r.....r...f.....",
    "r...............", "r..r..r...r..s.." };
constexpr Rows kJungleStabs[] = { "x...............", "x.....x.........", "...x......x....." };
constexpr Rows kJungleArps[] = { "0.1.2.3.2.1.0.1.", "0..1..2..1..0.2.", "0...1...2...3..." };
constexpr int kJungleBassPrograms[] = { 39, 38, 87 };
constexpr int kJungleStabPrograms[] = { 4, 90, 0, 81 };
constexpr int kJungleLeads[] = { 81, 80, 4, 66, 85 };
constexpr Rows kJungleMoods[] = { "energetic", "dark", "aggressive", "futuristic" };

constexpr Rows kLofiKicks[]
    = { "x.....x...x.....", "x..o......x.....", "x.......x.o.....", "x......ox......." };
constexpr Rows kLofiHats[] = { "o.o.o.o.o.o.o.o.", "o.oog.o.o.oog.o.", "o.g.o.g.o.g.o.og" };
constexpr Rows kLofiPercussion[] = { "......g.......g.", "..g.....g.....g." };
constexpr Rows kLofiBasses[]
    = { "r.........r.....", "r.....r...f.....", "r.......f..r....", "r..r....f......." };
constexpr Rows kLofiStabs[]
    = { "x...............", "x.........o.....", "x......o........", "..x.......o....." };
constexpr Rows kLofiArps[] = { "0...1...2...1...", "0..1..2...3..2..", "....2...1...0..." };
constexpr int kLofiBassPrograms[] = { 33, 32, 35 };
constexpr int kLofiStabPrograms[] = { 4, 0, 26, 5, 24 };
constexpr int kLofiPadPrograms[] = { 89, 48, 88, 91 };
constexpr int kLofiArpPrograms[] = { 11, 26, 24, 8 };
constexpr int kLofiLeads[] = { 26, 73, 11, 0, 66, 4, 24, 59 };
constexpr Rows kLofiMoods[] = { "relaxing", "nostalgic", "calm", "dreamy", "melancholic" };

constexpr Rows kHipHopKicks[]
    = { "x.....x...x.....", "x..x......x..x..", "x.x.......x.....", "x.......xx.....o" };
constexpr Rows kHipHopHats[] = { "x.x.x.x.x.x.x.x.", "x.xgx.xgx.xgx.xg", "xgxgxgxgxgxgxgxg" };
constexpr Rows kHipHopBasses[]
    = { "r.....r...r.....", "r..r......r..s..", "r.r.......f.....", "r.......rr.....o" };
constexpr int kHipHopStabPrograms[] = { 0, 4, 48, 16, 11 };
constexpr int kHipHopLeads[] = { 73, 11, 66, 4, 81, 56, 46 };
constexpr Rows kHipHopMoods[] = { "groovy", "confident", "dark", "relaxing" };

constexpr Rows kTrapKicks[] = { "x.........x.....", "x.....x.......x.", "x..x.........x..",
    "x...............", "x......x........" };
constexpr Rows kTrapSnares[] = { "........x.......", "........x......g", "........x.....g." };
constexpr Rows kTrapHats[]
    = { "x.x.x.x.x.x.xxxx", "xxx.x.x.xxxxx.x.", "x.x.xxx.x.x.x.xx", "x.xxx.x.x.xxx.xx" };
constexpr Rows kTrapBasses[]
    = { "r.........r.....", "r.....r.......s.", "r............r..", "r......f........" };
constexpr Rows kTrapArps[] = { "0...1...2...0...", "0..1..2..1..0...", "0.1.2...0.1.3..." };
constexpr int kTrapBassPrograms[] = { 38, 39 };
constexpr int kTrapStabPrograms[] = { 10, 0, 48, 81, 14 };
constexpr int kTrapArpPrograms[] = { 10, 11, 46, 8, 98 };
constexpr int kTrapLeads[] = { 10, 80, 73, 46, 14, 81 };
constexpr Rows kTrapMoods[] = { "dark", "confident", "mysterious", "aggressive" };

constexpr Rows kWaveKicks[] = { "x.......x.......", "x...x...x...x...", "x.......x.x....." };
constexpr Rows kWaveHats[] = { "x.x.x.x.x.x.x.x.", "xoxoxoxoxoxoxoxo", "..x...x...x...x." };
constexpr Rows kWaveBasses[]
    = { "r.r.r.r.r.r.r.r.", "rrrrrrrrrrrrrrrr", "r.ror.ror.ror.ro", "r.rrr.rrr.rrr.rr" };
constexpr Rows kWaveStabs[] = { "x...............", "x.....x.........", "x.......x......." };
constexpr Rows kWaveArps[] = { "0.1.2.3.2.1.0.1.", "0123012301230123", "0.2.1.2.3.2.1.2." };
constexpr int kWaveBassPrograms[] = { 38, 39 };
constexpr int kWaveStabPrograms[] = { 50, 62, 90, 5 };
constexpr int kWavePadPrograms[] = { 50, 51, 89, 90 };
constexpr int kWaveArpPrograms[] = { 80, 81, 84, 5 };
constexpr int kWaveLeads[] = { 81, 80, 87, 84, 65, 30 };
constexpr Rows kWaveMoods[] = { "nostalgic", "futuristic", "energetic", "dreamy" };

constexpr Rows kAmbientBasses[] = { "r...............", "r.......f......." };
constexpr Rows kAmbientStabs[] = { "x...............", "........x......." };
constexpr Rows kAmbientArps[]
    = { "0...1...2...3...", "..0.....2.....1.", "0.....1.....2...", "3.......1......." };
constexpr int kAmbientBassPrograms[] = { 89, 39, 43, 95 };
constexpr int kAmbientStabPrograms[] = { 0, 11, 46, 98 };
constexpr int kAmbientPadPrograms[] = { 89, 88, 91, 95, 94, 52, 48, 92 };
constexpr int kAmbientArpPrograms[] = { 11, 98, 46, 0, 14, 8, 108 };
constexpr int kAmbientLeads[] = { 73, 77, 75, 42, 88, 79, 69, 0 };
constexpr Rows kAmbientMoods[] = { "calm", "dreamy", "ethereal", "meditative", "mysterious" };

constexpr ProceduralStyle kStyles[] = {
    { "house", 118, 128, 25, 0, 1, kFourOnFloor, kBackbeat, kHouseHats, kHousePercussion,
        kHouseBasses, kHouseStabs, kHouseArps, kHouseBassPrograms, kHouseStabPrograms,
        kHousePadPrograms, kHouseArpPrograms, kHouseLeads, 1.2, 0.7, kClubForms, kHouseMoods },
    { "techno", 124, 142, 25, 0, 2, kFourOnFloor, kTechnoSnares, kTechnoHats, kTechnoPercussion,
        kTechnoBasses, kTechnoStabs, kTechnoArps, kTechnoBassPrograms, kTechnoStabPrograms,
        kTechnoPadPrograms, kTechnoArpPrograms, kTechnoArpPrograms, 0.8, 0.8, kClubForms,
        kTechnoMoods },
    { "trance", 130, 142, 25, 0, 1, kFourOnFloor, kBackbeat, kHouseHats, kNoRows, kTranceBasses,
        kTranceStabs, kTranceArps, kTechnoBassPrograms, kTranceStabPrograms, kTrancePadPrograms,
        kTranceArpPrograms, kTranceLeads, 1.3, 0.5, kClubForms, kTranceMoods },
    { "drum and bass", 164, 178, 24, 0, 2, kJungleKicks, kJungleSnares, kJungleHats,
        kLofiPercussion, kJungleBasses, kJungleStabs, kJungleArps, kJungleBassPrograms,
        kJungleStabPrograms, kTechnoPadPrograms, kTranceArpPrograms, kJungleLeads, 0.8, 0.5,
        kClubForms, kJungleMoods },
    { "lo-fi", 68, 92, 0, 6, 1, kLofiKicks, kBackbeat, kLofiHats, kLofiPercussion, kLofiBasses,
        kLofiStabs, kLofiArps, kLofiBassPrograms, kLofiStabPrograms, kLofiPadPrograms,
        kLofiArpPrograms, kLofiLeads, 1.0, 0.5, kBeatForms, kLofiMoods },
    { "hip hop", 84, 100, 24, 5, 1, kHipHopKicks, kBackbeat, kHipHopHats, kLofiPercussion,
        kHipHopBasses, kLofiStabs, kLofiArps, kHouseBassPrograms, kHipHopStabPrograms,
        kLofiPadPrograms, kLofiArpPrograms, kHipHopLeads, 1.0, 0.7, kBeatForms, kHipHopMoods },
    { "trap", 132, 152, 25, 0, 2, kTrapKicks, kTrapSnares, kTrapHats, kNoRows, kTrapBasses,
        kLofiStabs, kTrapArps, kTrapBassPrograms, kTrapStabPrograms, kTechnoPadPrograms,
        kTrapArpPrograms, kTrapLeads, 0.7, 0.4, kBeatForms, kTrapMoods },
    { "synthwave", 84, 118, 24, 0, 1, kWaveKicks, kBackbeat, kWaveHats, kNoRows, kWaveBasses,
        kWaveStabs, kWaveArps, kWaveBassPrograms, kWaveStabPrograms, kWavePadPrograms,
        kWaveArpPrograms, kWaveLeads, 1.1, 0.3, kClubForms, kWaveMoods },
    { "ambient", 56, 88, 0, 0, 2, kNoRows, kNoRows, kNoRows, kNoRows, kAmbientBasses, kAmbientStabs,
        kAmbientArps, kAmbientBassPrograms, kAmbientStabPrograms, kAmbientPadPrograms,
        kAmbientArpPrograms, kAmbientLeads, 0.45, 0.2, kAmbientForms, kAmbientMoods },
};

} // namespace

std::span<const ProceduralStyle> electronicStyles()
{
    return kStyles;
}

} // namespace pieria
