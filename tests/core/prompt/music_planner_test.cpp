// Plans of random and chosen requests: what was asked for holds exactly, and nothing else moves.
#include "core/base/noise.h"
#include "core/prompt/music_planner.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <set>

using namespace pieria;

namespace {

constexpr std::array<Metre, 5> kMetres { Metre { 4, 4 }, Metre { 3, 4 }, Metre { 6, 8 },
    Metre { 2, 4 }, Metre { 5, 4 } };

const MusicPlanner& planner()
{
    static const MusicPlanner shared
        = MusicPlanner::load(std::filesystem::path(PIERIA_SOURCE_DIR) / "resources/corpus").value();
    return shared;
}

MusicRequest requestOf(const std::string& prompt, std::uint64_t seed = 7)
{
    MusicRequest request;
    request.prompt = prompt;
    request.seed = seed;
    return request;
}

MusicPlan planOf(const MusicRequest& request)
{
    return planner().plan(request, readMusicPrompt(request.prompt)).value();
}

std::set<int> programsOf(const MusicPlan& plan)
{
    std::set<int> programs;
    for (std::size_t i = 1; i < kSlotCount; ++i) {
        if (plan.slots[i].on) {
            programs.insert(plan.slots[i].program);
        }
    }
    return programs;
}

/// Roots of the mode and those that the table of progressions borrows for it.
bool isReasonableRoot(Key key, int root)
{
    const int degree = ((root - key.tonic) % 12 + 12) % 12;
    return degree != 11 || key.mode == Mode::Major || key.mode == Mode::Lydian
        || key.mode == Mode::Minor;
}

bool isHome(Key key, const Chord& chord)
{
    return chord.root == key.tonic;
}

/// Everything but the slots.
bool sameMusic(const MusicPlan& a, const MusicPlan& b)
{
    return a.metre == b.metre && a.key == b.key && a.bpm == b.bpm && a.bars == b.bars
        && a.sections == b.sections && a.chords == b.chords && a.energy == b.energy
        && a.style == b.style;
}

constexpr auto kInstruments = std::to_array<const char*>({ "flute", "nylon guitar", "piano",
    "strings", "tuba", "electric bass", "drums", "violin", "warm pad", "banjo", "organ",
    "distorted guitar", "harp", "trumpet", "marimba", "sitar", "choir", "synth bass" });
constexpr auto kStyles = std::to_array<const char*>({ "", "bossa nova", "techno", "waltz", "jig",
    "metal", "hymn", "lo-fi", "blues", "film score", "baroque", "trance", "swing", "reggae" });
constexpr auto kMoods = std::to_array<const char*>({ "", "sad", "happy", "epic", "calm", "scary" });

struct RandomRequest
{
    MusicRequest request;
    std::vector<std::string> with;
    std::string without;
};

RandomRequest randomRequest(std::uint64_t seed)
{
    NoiseSequence dice(Noise(seed, "request"));
    RandomRequest made;
    made.request.seed = seed;
    made.request.bars = 1 + static_cast<int>(dice.below(200));
    made.request.metre = kMetres[dice.below(5)];
    if (dice.chance(0.5)) {
        made.request.key
            = Key { static_cast<int>(dice.below(12)), static_cast<Mode>(dice.below(7)) };
    }
    made.request.loop = dice.chance(0.2);
    std::string prompt = kStyles[dice.below(kStyles.size())];
    prompt += std::string(", ") + kMoods[dice.below(kMoods.size())];
    for (std::uint32_t i = dice.below(4); i > 0; --i) {
        made.with.emplace_back(kInstruments[dice.below(kInstruments.size())]);
        prompt += ", with " + made.with.back();
    }
    if (dice.chance(0.5)) {
        made.without = kInstruments[dice.below(kInstruments.size())];
        prompt += ", no " + made.without;
    }
    made.request.prompt = prompt;
    return made;
}

} // namespace

class MusicPlannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theExample()
    {
        MusicRequest request
            = requestOf("slow bossa nova in D minor at 92 bpm with nylon guitar and flute");
        request.bars = 32;
        const MusicPlan plan = planOf(request);
        QCOMPARE(plan.bars, 32);
        QCOMPARE(plan.bpm, 92.0);
        QVERIFY(plan.key == (Key { 2, Mode::Minor }));
        QVERIFY(plan.metre == (Metre { 4, 4 }));
        QCOMPARE(plan.style, std::string("bossa nova"));
        QCOMPARE(plan.slots[slotIndex(Slot::Lead)].program, 73);
        const SlotPlan& chords = plan.slots[slotIndex(Slot::Chords)];
        const SlotPlan& comp = plan.slots[slotIndex(Slot::Comp)];
        QVERIFY((chords.on && chords.program == 24) || (comp.on && comp.program == 24));
        QVERIFY(isHome(plan.key, plan.chords.back()));
    }

    void randomRequestsKeepTheirPromises()
    {
        for (std::uint64_t seed = 0; seed < 2000; ++seed) {
            const RandomRequest made = randomRequest(seed);
            const MusicRequest& request = made.request;
            const MusicReading reading = readMusicPrompt(request.prompt);
            const auto planned = planner().planWithNotes(request, reading);
            const std::string where = std::to_string(seed) + ": " + request.prompt;
            QVERIFY2(planned.has_value(), where.c_str());
            const MusicPlan& plan = planned->plan;
            const Tick bar = plan.metre.ticksPerBar();
            QVERIFY2(plan.bars == *request.bars && plan.metre == *request.metre, where.c_str());
            QVERIFY2(!request.key || plan.key == *request.key, where.c_str());
            QVERIFY2(plan.bpm >= 30 && plan.bpm <= 300, where.c_str());
            QVERIFY2(plan.loop == request.loop, where.c_str());
            checkSections(plan, bar, where);
            checkChords(plan, bar, where);
            checkEnergy(plan, where);
            checkInstruments(made, reading, plan, where);
            QVERIFY2(planned->plan == planner().plan(request, reading).value(), where.c_str());
        }
    }

    void onlyWhatChangedChanges()
    {
        for (std::uint64_t seed = 0; seed < 100; ++seed) {
            const MusicPlan base = planOf(requestOf("swing in F, 16 bars", seed));
            const MusicPlan flute = planOf(requestOf("swing in F, 16 bars, with flute", seed));
            QVERIFY(sameMusic(base, flute));
            int changed = 0;
            for (std::size_t i = 0; i < kSlotCount; ++i) {
                changed += base.slots[i] == flute.slots[i] ? 0 : 1;
            }
            QVERIFY(changed <= 1);
            const MusicPlan bare = planOf(requestOf("swing in F, 16 bars, no drums", seed));
            QVERIFY(sameMusic(base, bare));
            for (std::size_t i = 1; i < kSlotCount; ++i) {
                QVERIFY(base.slots[i] == bare.slots[i]);
            }
            MusicRequest moved = requestOf("swing in F, 16 bars", seed);
            moved.bpm = 140;
            const MusicPlan faster = planOf(moved);
            QVERIFY(faster.chords == base.chords && faster.slots == base.slots);
            const MusicPlan transposed = planOf(requestOf("swing in G, 16 bars", seed));
            QVERIFY(transposed.sections == base.sections && transposed.slots == base.slots
                && transposed.chords.size() == base.chords.size());
            for (std::size_t i = 0; i < base.chords.size(); ++i) {
                QCOMPARE(transposed.chords[i].root, (base.chords[i].root + 2) % 12);
            }
        }
    }

    void seedsDiffer()
    {
        std::set<std::string> seen;
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const MusicPlan plan = planOf(requestOf("", seed));
            QVERIFY(plan.style.empty());
            seen.insert(keyName(plan.key) + std::to_string(plan.bpm));
        }
        QVERIFY(seen.size() > 12);
    }

    void fieldsWinOverThePrompt()
    {
        MusicRequest request = requestOf("techno in A minor at 130 bpm, 8 bars, 4/4, with flute");
        request.bpm = 101.5;
        request.key = Key { 3, Mode::Major };
        request.metre = Metre { 5, 4 };
        request.bars = 13;
        request.instruments = std::vector<std::string> { "violin", "cello" };
        const MusicPlan plan = planOf(request);
        QCOMPARE(plan.bpm, 101.5);
        QVERIFY(plan.key == (Key { 3, Mode::Major }));
        QVERIFY(plan.metre == (Metre { 5, 4 }));
        QCOMPARE(plan.bars, 13);
        QVERIFY(programsOf(plan) == (std::set<int> { 40, 42 }));
        QVERIFY(!plan.slots[slotIndex(Slot::Drums)].on);
    }

    void lengthIsTheNearestBar()
    {
        MusicRequest request = requestOf("rock at 120 bpm in 4/4");
        request.length = Seconds { 31.0 }; // 15.5 bars of two seconds
        QCOMPARE(planOf(request).bars, 16);
        request.length = Seconds { 0.1 };
        QCOMPARE(planOf(request).bars, 1);
        QCOMPARE(planOf(requestOf("rock at 120 bpm, 30 seconds, in 4/4")).bars, 15);
        QCOMPARE(planOf(requestOf("waltz at 90 bpm, 1 minute")).bars, 30);
    }

    void onlyRestricts()
    {
        const MusicPlan piano = planOf(requestOf("solo piano"));
        QVERIFY(programsOf(piano) == std::set<int> { 0 });
        QVERIFY(!piano.slots[slotIndex(Slot::Drums)].on);
        QVERIFY(piano.slots[slotIndex(Slot::Lead)].on && piano.slots[slotIndex(Slot::Chords)].on);
        QVERIFY(programsOf(planOf(requestOf("unaccompanied flute"))) == std::set<int> { 73 });
        const MusicPlan drums = planOf(requestOf("only drums"));
        QVERIFY(drums.slots[slotIndex(Slot::Drums)].on && programsOf(drums).empty());
        const MusicPlan quartet = planOf(requestOf("string quartet"));
        QVERIFY(programsOf(quartet) == (std::set<int> { 40, 41, 42, 48 }));
    }

    void withoutIsAbsolute()
    {
        for (std::uint64_t seed = 0; seed < 60; ++seed) {
            const MusicPlan guitarless = planOf(requestOf("metal without guitars", seed));
            for (const int program : programsOf(guitarless)) {
                QVERIFY(program < 24 || program > 31);
            }
            QVERIFY(
                !planOf(requestOf("reggae with no bass", seed)).slots[slotIndex(Slot::Bass)].on);
            QVERIFY(!planOf(requestOf("techno, no melody", seed)).slots[slotIndex(Slot::Lead)].on);
            MusicRequest negative = requestOf("bossa nova with flute", seed);
            negative.negative = "drums, strings, flute";
            const MusicPlan plan = planOf(negative);
            QVERIFY(!plan.slots[slotIndex(Slot::Drums)].on);
            for (const int program : programsOf(plan)) {
                QVERIFY(program != 73 && (program < 40 || program > 45)
                    && (program < 48 || program > 51));
            }
        }
    }

    void rolesAndRanges()
    {
        const MusicPlan plan = planOf(requestOf("pop with flute, strings, drums and slap bass"));
        QCOMPARE(plan.slots[slotIndex(Slot::Lead)].program, 73);
        QCOMPARE(plan.slots[slotIndex(Slot::Pad)].program, 48);
        QVERIFY(plan.slots[slotIndex(Slot::Bass)].program >= 36
            && plan.slots[slotIndex(Slot::Bass)].program <= 37);
        QVERIFY(plan.slots[slotIndex(Slot::Drums)].on);
        QCOMPARE(
            planOf(requestOf("pop with cello bass line")).slots[slotIndex(Slot::Bass)].program, 42);
        QCOMPARE(
            planOf(requestOf("pop, melody on the tuba")).slots[slotIndex(Slot::Lead)].program, 58);
    }

    void wordsRaiseAndLowerTheEnergy()
    {
        const auto slope
            = [](const MusicPlan& plan) { return plan.energy.back() - plan.energy.front(); };
        QVERIFY(slope(planOf(requestOf("rock that builds up, 16 bars"))) > 0.4F);
        QVERIFY(slope(planOf(requestOf("rock fading out, 16 bars"))) < -0.4F);
        QVERIFY(slope(planOf(requestOf("ambient, part 1 of 4"))) > 0.2F);
        QVERIFY(slope(planOf(requestOf("ambient, part 4 of 4"))) < -0.2F);
        QVERIFY(planOf(requestOf("jazz, very soft")).energy.front()
            < planOf(requestOf("jazz, high energy")).energy.front());
    }

    void partsOpenAndClose()
    {
        const auto has = [](const MusicPlan& plan, std::string_view label) {
            return std::any_of(plan.sections.begin(), plan.sections.end(),
                [label](const Section& section) { return section.label == label; });
        };
        const MusicPlan first = planOf(requestOf("pop in C, part 1 of 3"));
        QVERIFY(has(first, "intro") && !has(first, "ending"));
        const MusicPlan middle = planOf(requestOf("pop in C, part 2 of 3"));
        QVERIFY(!has(middle, "intro") && !has(middle, "ending"));
        const MusicPlan last = planOf(requestOf("pop in C, part 3 of 3"));
        QVERIFY(!has(last, "intro") && has(last, "ending"));
        QVERIFY(isHome(last.key, last.chords.back()));
        QVERIFY(has(planOf(requestOf("pop with an intro, 8 bars")), "intro"));
        QVERIFY(!has(planOf(requestOf("pop, no ending, 32 bars")), "ending"));
        QVERIFY(has(planOf(requestOf("rock with drum fills, 16 bars")), "fill"));
    }

    void loopsLeadBack()
    {
        for (std::uint64_t seed = 0; seed < 100; ++seed) {
            const MusicPlan plan = planOf(requestOf("house loop, 8 bars", seed));
            QVERIFY(plan.loop);
            QVERIFY(plan.chords.back().root != plan.chords.front().root);
        }
    }

    void nonsenseFailsWithASentence()
    {
        const auto fails = [](const MusicRequest& request) {
            const auto plan = planner().plan(request, readMusicPrompt(request.prompt));
            return !plan && !plan.error().sentence.empty();
        };
        MusicRequest request = requestOf("pop");
        request.bars = 0;
        QVERIFY(fails(request));
        request.bars = 100'000;
        QVERIFY(fails(request));
        request = requestOf("pop");
        request.bpm = std::nan("");
        QVERIFY(fails(request));
        request = requestOf("pop");
        request.length = Seconds { -1 };
        QVERIFY(fails(request));
        request = requestOf("pop");
        request.metre = Metre { 7, 8 };
        QVERIFY(fails(request));
        request = requestOf("pop");
        request.instruments = std::vector<std::string> { "zorblax" };
        QVERIFY(fails(request));
        request = requestOf("only drums, no drums");
        QVERIFY(fails(request));
        request = requestOf("pop");
        request.bpm = 5000;
        const auto planned = planner().planWithNotes(request, readMusicPrompt("pop"));
        QVERIFY(planned && planned->plan.bpm == 300 && planned->notes.size() == 1);
    }

    void stylesAreChosenFromMoodsAndSuggestions()
    {
        const MusicReading reading = readMusicPrompt("something nice");
        const auto plan = planner().plan(requestOf("something nice"), reading, "tango");
        QCOMPARE(plan->style, std::string("tango"));
        const auto named = planner().plan(requestOf("salsa"), readMusicPrompt("salsa"), "tango");
        QCOMPARE(named->style, std::string("salsa"));
        QCOMPARE(planner().familyOf("dnb"), std::string("drum and bass"));
        QCOMPARE(planner().familyOf("r&b"), std::string("rhythm and blues"));
        QVERIFY(planner().familyOf("nothing such").empty());
        int folky = 0;
        for (std::uint64_t seed = 0; seed < 40; ++seed) {
            const std::string style = planOf(requestOf("banjo and fiddle, fast", seed)).style;
            folky += style == "bluegrass" || style == "reel" || style == "country"
                || style == "folk" || style == "jig" || style == "western";
        }
        QVERIFY(folky > 28);
    }

    void everyGenreHasAFamily()
    {
        for (const char* genre : { "classical", "baroque", "renaissance", "medieval",
                 "romantic era", "impressionist", "minimalism", "opera", "waltz", "march", "hymn",
                 "gospel", "spiritual", "carol", "lullaby", "children's music", "folk", "celtic",
                 "jig", "reel", "hornpipe", "polka", "mazurka", "minuet", "sea shanty", "country",
                 "bluegrass", "western", "blues", "boogie woogie", "ragtime", "dixieland", "jazz",
                 "swing", "bebop", "cool jazz", "smooth jazz", "jazz manouche", "bossa nova",
                 "samba", "salsa", "mambo", "cha-cha", "rumba", "tango", "bolero", "merengue",
                 "calypso", "reggae", "ska", "flamenco", "mariachi", "klezmer", "pop", "ballad",
                 "rock", "rock and roll", "hard rock", "metal", "punk", "soul", "rhythm and blues",
                 "funk", "disco", "house", "techno", "trance", "drum and bass", "hip hop", "trap",
                 "lo-fi", "ambient", "new age", "synthwave", "electronic", "video game music",
                 "film score", "orchestral", "koto music", "arabic" }) {
            const MusicReading reading = readMusicPrompt(genre);
            QVERIFY2(!reading.controls.styles.empty() && reading.controls.styles.front() == genre,
                genre);
            QVERIFY2(!planner().familyOf(genre).empty(), genre);
        }
    }

    void damagedTablesFail()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        QVERIFY(!MusicPlanner::load(path));
        for (const char* text : { "", "[]", "{\"styles\":[]}", "{\"styles\":[{\"name\":\"x\"}]}",
                 "{\"styles\":[{\"name\":\"x\",\"tempo\":[90,60],\"metres\":[\"4/4\"],"
                 "\"modes\":[\"major\"],\"energy\":0.5}]}",
                 "{\"styles\":[{\"name\":\"x\",\"tempo\":[60,90],\"metres\":[\"4/4\"],"
                 "\"modes\":[\"major\"],\"energy\":0.5,\"slots\":{\"bass\":{\"chance\":1,"
                 "\"programs\":[[200,1]]}}}]}" }) {
            std::ofstream(path / "styles.json") << text;
            const auto loaded = MusicPlanner::load(path);
            QVERIFY2(!loaded && !loaded.error().sentence.empty(), text);
        }
    }

private:
    static void checkSections(const MusicPlan& plan, Tick bar, const std::string& where)
    {
        QVERIFY2(!plan.sections.empty() && plan.sections.front().onset == 0, where.c_str());
        for (std::size_t i = 0; i < plan.sections.size(); ++i) {
            const Tick onset = plan.sections[i].onset;
            QVERIFY2(onset % bar == 0 && onset < plan.bars * bar, where.c_str());
            QVERIFY2(i == 0 || onset > plan.sections[i - 1].onset, where.c_str());
        }
    }

    static void checkChords(const MusicPlan& plan, Tick bar, const std::string& where)
    {
        QVERIFY2(!plan.chords.empty() && plan.chords.front().onset == 0, where.c_str());
        for (std::size_t i = 0; i < plan.chords.size(); ++i) {
            const Chord& chord = plan.chords[i];
            QVERIFY2(chord.onset < plan.bars * bar, where.c_str());
            QVERIFY2(chord.onset % kTicksPerFrame == 0, where.c_str());
            QVERIFY2(i == 0 || chord.onset > plan.chords[i - 1].onset, where.c_str());
            QVERIFY2(chord.root >= 0 && chord.root < 12 && chord.bass >= 0 && chord.bass < 12,
                where.c_str());
            QVERIFY2(isReasonableRoot(plan.key, chord.root), where.c_str());
        }
        if (!plan.loop) {
            QVERIFY2(isHome(plan.key, plan.chords.back()), where.c_str());
        }
    }

    static void checkEnergy(const MusicPlan& plan, const std::string& where)
    {
        QVERIFY2(plan.energy.size() == static_cast<std::size_t>(plan.bars), where.c_str());
        for (const float energy : plan.energy) {
            QVERIFY2(energy >= 0 && energy <= 1, where.c_str());
        }
    }

    static void checkInstruments(const RandomRequest& made, const MusicReading& reading,
        const MusicPlan& plan, const std::string& where)
    {
        std::set<int> banned;
        bool noDrums = false;
        for (const InstrumentWish& wish : reading.controls.without) {
            banned.insert(wish.programs.begin(), wish.programs.end());
            noDrums = noDrums || wish.drums;
            if (wish.role) {
                QVERIFY2(!plan.slots[slotIndex(*wish.role)].on, where.c_str());
            }
        }
        const std::set<int> used = programsOf(plan);
        for (const int program : used) {
            QVERIFY2(!banned.contains(program), where.c_str());
        }
        QVERIFY2(!noDrums || !plan.slots[slotIndex(Slot::Drums)].on, where.c_str());
        QVERIFY2(reading.controls.without.empty() == made.without.empty(), where.c_str());
        for (const InstrumentWish& wish : reading.controls.with) {
            if (wish.drums) {
                QVERIFY2(noDrums || plan.slots[slotIndex(Slot::Drums)].on, where.c_str());
                continue;
            }
            const bool takenAway = std::all_of(wish.programs.begin(), wish.programs.end(),
                [&](int program) { return banned.contains(program); });
            const bool plays = std::any_of(wish.programs.begin(), wish.programs.end(),
                [&](int program) { return used.contains(program); });
            QVERIFY2(plays || takenAway, (where + " misses " + wish.name).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(MusicPlannerTest)
#include "music_planner_test.moc"
