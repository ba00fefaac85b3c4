// The grammar of music prompts: one line a prompt, with what must be understood.
#include "core/prompt/lexicon/spelling.h"
#include "core/prompt/music_prompt.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

using namespace pieria;

namespace {

struct Case
{
    const char* prompt;
    /// Terms that must hold: "bpm=92", "bpm=-" (unset), "range=55-82", "key=2", "mode=1", "3/4",
    /// "bars=8", "sec=90", "+flute", "+flute@lead", "-drums", "only", "!only", "S:bossa_nova" (main
    /// style), "M:sad", "!S:jazz", "!M:sad", "intro", "ending", "fills", "loop", "nointro",
    /// "noending", "part=2/4", "curve=rising", "energy<0.4", "cannot" (a chip and a sentence),
    /// "with=2" (named instruments), "unknown=1".
    const char* expected;
};

constexpr auto kCases = std::to_array<Case>({
    { "slow bossa nova in D minor at 92 bpm with nylon guitar and flute",
        "bpm=92 key=2 mode=1 S:bossa_nova +nylon_guitar +flute with=2 !only" },
    // Tempo.
    { "92 bpm", "bpm=92" },
    { "92bpm", "bpm=92" },
    { "funk at 120", "bpm=120 S:funk" },
    { "tempo 140", "bpm=140" },
    { "tempo: 85", "bpm=85" },
    { "bpm = 77.5", "bpm=77.5" },
    { "quarter = 90", "bpm=90" },
    { "dotted quarter = 60", "bpm=90" },
    { "half note = 60", "bpm=120" },
    { "\xE2\x99\xA9 = 72", "bpm=72" },
    { "eighth = 180", "bpm=90" },
    { "ninety-two bpm", "bpm=92" },
    { "a hundred and twenty beats per minute", "bpm=120" },
    { "one-twenty bpm", "bpm=120" },
    { "90-100 bpm", "bpm=- range=90-100" },
    { "between 90 and 100 bpm", "range=90-100" },
    { "techno 130", "bpm=130 S:techno" },
    { "trap beat with 808s and music box, 140", "bpm=140 sec=- +music_box" },
    { "Symphony No. 5", "bpm=-" },
    { "tempo 600 bpm", "bpm=300 note" },
    { "5 bpm", "bpm=30 note" },
    { "at 3/4", "bpm=- 3/4" },
    { "at 120 seconds", "bpm=- sec=120" },
    { "largo", "range=40-60" },
    { "andante in 6/8", "range=76-104 6/8" },
    { "prestissimo!!!", "range=160-196" },
    { "allegro ma non troppo", "range=112-138" },
    { "laid-back groove", "range=76-104" },
    { "mid-tempo rock", "range=96-122 S:rock" },
    { "upbeat pop", "range=112-138 S:pop" },
    { "driving rock", "range=118-148 S:rock" },
    { "not too fast", "range=84-116" },
    { "no slow parts", "range=100-140" },
    { "breakfast music", "bpm=- range=- with=0" },
    { "slow blues", "range=55-82 S:blues" },
    { "langsamer Walzer", "range=55-82 S:waltz" },
    // Key.
    { "in D minor", "key=2 mode=1" },
    { "Bb major", "key=10 mode=0" },
    { "in F#", "key=6 mode=-" },
    { "A dorian", "key=9 mode=2" },
    { "E phrygian", "key=4 mode=3" },
    { "c# minor", "key=1 mode=1" },
    { "F-sharp minor", "key=6 mode=1" },
    { "B flat", "key=10" },
    { "A\xE2\x99\xAD major", "key=8 mode=0" },
    { "F\xE2\x99\xAF minor", "key=6 mode=1" },
    { "Dm", "key=2 mode=1" },
    { "F#m techno 130", "key=6 mode=1 bpm=130" },
    { "80 bpm, Am, rhodes", "bpm=80 +electric_piano" },
    { "in Am", "key=9 mode=1" },
    { "key: A", "key=9" },
    { "in the key of A", "key=9" },
    { "in A, 120 bpm", "key=9 bpm=120" },
    { "Sonata in A", "key=9" },
    { "minor key", "key=- mode=1" },
    { "in a minor key", "key=- mode=1" },
    { "in a minor", "key=9 mode=1" },
    { "A minor waltz", "key=9 mode=1 3/4style S:waltz" },
    { "a minor waltz", "key=- mode=1 S:waltz" },
    { "a major label sound", "key=- mode=-" },
    { "A major label sound", "key=- mode=-" },
    { "in A minute", "key=- sec=-" },
    { "C", "key=-" },
    { "a", "key=-" },
    { "vitamin C", "key=-" },
    { "B\xE2\x99\xAD clarinet and piano in F", "key=5 +clarinet +piano" },
    { "guitar in drop D", "key=-" },
    { "d-Moll", "key=2 mode=1" },
    { "h-Moll", "key=11 mode=1" },
    { "b-Moll", "key=10 mode=1" },
    { "in Es-Dur", "key=3 mode=0" },
    { "fis-Moll Walzer", "key=6 mode=1" },
    { "la minore", "key=9 mode=1" },
    { "sol diesis minore", "key=8 mode=1" },
    { "valse en r\xC3\xA9 mineur", "key=2 mode=1 S:waltz" },
    { "sonata en do mayor", "key=0 mode=0" },
    { "si bemol majeur", "key=10 mode=0" },
    { "D harmonic minor", "key=2 mode=1" },
    { "not in a minor key", "mode=0" },
    // Metre.
    { "3/4", "3/4" },
    { "waltz time", "3/4" },
    { "6/8 march", "6/8 S:march" },
    { "in five", "5/4" },
    { "in 3", "3/4" },
    { "in four bars", "metre=- bars=4" },
    { "in 5 minutes", "metre=- sec=300" },
    { "common time", "4/4" },
    { "cut time march", "2/4 cannot" },
    { "six-eight time", "6/8" },
    { "7/8 folk", "5/4 cannot" },
    { "seven-eight time", "5/4 cannot" },
    { "12/8 blues", "6/8 cannot" },
    { "Dreivierteltakt", "3/4" },
    { "1/16 notes", "metre=-" },
    { "duple metre", "2/4" },
    // Length.
    { "32 bars", "bars=32" },
    { "16 measures", "bars=16" },
    { "thirty-two bars", "bars=32" },
    { "a hundred bars", "bars=100" },
    { "bars: 24", "bars=24" },
    { "8-bar loop", "bars=8 loop" },
    { "12-bar blues", "bars=- S:blues" },
    { "an 8-bar intro", "bars=- intro" },
    { "every 4 bars", "bars=-" },
    { "0 bars", "bars=-" },
    { "5000 bars", "bars=1024 note" },
    { "30 seconds", "sec=30" },
    { "2 minutes", "sec=120" },
    { "1:30 of ska", "sec=90 S:ska" },
    { "a minute and a half", "sec=90" },
    { "two and a half minutes", "sec=150" },
    { "2m30s", "sec=150" },
    { "3min20", "sec=200" },
    { "half a minute", "sec=30" },
    { "1.5 minutes", "sec=90" },
    { "15s jingle", "sec=15" },
    { "90s house", "sec=- S:house" },
    { "60s rock, 60s long", "sec=60 S:rock" },
    { "2 minutes 30 seconds", "sec=150" },
    // Instruments, families, compounds, other languages.
    { "bass clarinet", "+clarinet with=1" },
    { "bass", "+bass" },
    { "strings", "+strings" },
    { "keys, drums and horns", "+keyboards +drums +brass_section with=3" },
    { "woodwinds", "+woodwinds" },
    { "piece in minor keys", "with=0" },
    { "guitar/bass/drums", "+guitar +bass +drums with=3" },
    { "Klavier und Fl\xC3\xB6te", "+piano +flute" },
    { "chitarra e fisarmonica", "+guitar +accordion" },
    { "tango con viol\xC3\xADn", "S:tango +violin" },
    { "steel drums", "+steel_drums with=1" },
    { "tin whistle and bodhran", "+whistle +hand_percussion" },
    { "piano ballad", "S:ballad +piano" },
    { "drum'n'bass", "S:drum_and_bass" },
    { "drum & bass", "S:drum_and_bass" },
    { "dnb", "S:drum_and_bass" },
    { "hip-hop", "S:hip_hop" },
    { "hiphop", "S:hip_hop" },
    { "bossanova", "S:bossa_nova" },
    { "rock 'n' roll", "S:rock_and_roll" },
    { "r&b", "S:rhythm_and_blues" },
    { "hard rock", "S:hard_rock energy=-" },
    { "jazzy hip hop", "S:hip_hop" },
    // Negation.
    { "no drums", "-drums with=0" },
    { "rock without piano", "-piano S:rock" },
    { "drumless lo-fi", "-drums S:lo-fi" },
    { "beatless ambient", "-drums S:ambient" },
    { "guitars but not the flute", "+guitars -flute" },
    { "no vocals", "-vocals !cannot" },
    { "vocal-free pop", "-vocals !cannot" },
    { "w/o drums", "-drums" },
    { "no drums or bass", "-drums -bass" },
    { "without drums, bass and piano", "-drums -bass -piano" },
    { "no drums, piano and flute", "-drums +piano +flute" },
    { "no drums and a soft flute", "-drums +flute" },
    { "everything except the drums", "-drums" },
    { "anything but piano", "-piano with=0" },
    { "guitar instead of piano", "+guitar -piano" },
    { "do not use any guitars, I want a flute", "-guitars +flute" },
    { "guitar but not electric guitar", "+guitar -electric_guitar" },
    { "strings without violins", "+strings -violin" },
    { "no loud drums", "-drums energy=-" },
    { "not sad", "!M:sad" },
    { "no jazz", "!S:jazz" },
    { "no melody", "-melody" },
    { "kein Schlagzeug", "-drums" },
    { "senza batteria", "-drums" },
    { "sans batterie", "-drums" },
    // Only, solo, ensembles, roles.
    { "solo piano", "only +piano" },
    { "only strings", "only +strings" },
    { "piano only", "only +piano" },
    { "just piano", "only +piano" },
    { "nothing but strings", "only +strings" },
    { "no instruments except organ", "only +organ" },
    { "cello alone", "only +cello" },
    { "unaccompanied cello", "only +cello" },
    { "a piece for solo violin", "only +violin" },
    { "guitar solo", "only +guitar" },
    { "a rock song with a guitar solo", "!only +guitar@lead" },
    { "just a quick jazz tune with sax", "!only +saxophone" },
    { "solo violin with piano", "+violin +piano" },
    { "flute and piano duet", "only +flute +piano" },
    { "piano trio", "only +piano +violin +cello" },
    { "string quartet", "only +violin@lead +viola +cello@bass" },
    { "jazz trio", "only +piano +upright_bass +brushed_drums" },
    { "trio for flute, viola and harp", "only with=3" },
    { "flute lead", "+flute@lead" },
    { "lead trumpet", "+trumpet@lead" },
    { "flute over a string pad", "+flute +strings@pad with=2" },
    { "melody on the oboe", "+oboe@lead" },
    { "bass played by a tuba", "+tuba@bass with=1" },
    { "cello bass line", "+cello@bass with=1" },
    { "piano comping", "+piano@comp" },
    { "funky bass line", "+slap_bass@bass" },
    // Structure and energy.
    { "with an intro", "intro" },
    { "with an intro, drum fills and a big ending", "intro fills ending with=0" },
    { "no intro and no ending", "nointro noending" },
    { "2 of 4", "part=2/4" },
    { "part two of three", "part=2/3" },
    { "second of three, ambient", "part=2/3 S:ambient" },
    { "5 of 4", "part=-" },
    { "loops seamlessly", "loop" },
    { "builds up", "curve=rising" },
    { "crescendo", "curve=rising" },
    { "fading out", "curve=falling" },
    { "builds up then fades", "curve=arch" },
    { "starts quiet, gets loud, ends quiet", "curve=arch" },
    { "calm then loud", "curve=rising" },
    { "loud then calm", "curve=falling" },
    { "constant energy", "curve=flat" },
    { "high energy", "energy>0.8" },
    { "very soft piano", "energy<0.3 +piano" },
    // Moods.
    { "sad and lonely", "M:sad M:lonely" },
    { "spooky halloween music", "M:scary" },
    { "triste", "M:sad" },
    // What cannot be done.
    { "vocals and lyrics in Spanish", "cannot" },
    { "rap with piano", "cannot S:hip_hop +piano" },
    { "a rap beat", "!cannot S:hip_hop" },
    { "in the style of Hans Zimmer", "cannot S:film_score" },
    { "like Taylor Swift", "cannot S:pop" },
    { "sounds like Daft Punk", "cannot S:house" },
    { "in the style of Zorblax Quintane, dreamy", "cannot M:dreamy unknown=0" },
    { "in the style of Bossa Nova", "!cannot S:bossa_nova" },
    { "rain sounds and piano", "cannot +piano" },
    { "field recording", "cannot" },
    { "accelerando", "cannot curve=rising" },
    { "key change", "cannot" },
    { "rubato", "cannot" },
    // Typing errors.
    { "accoustic gitar and vilin", "+acoustic_guitar +violin with=2" },
    { "bossa novva with nilon guitar and flutte", "S:bossa_nova +nylon_guitar +flute" },
    { "orchestrl peice with frech horn and timpni", "S:orchestral +french_horn +timpani with=2" },
    { "melencholic saxaphone", "M:melancholic +saxophone" },
    { "witout drumms", "-drums" },
    { "clarnet in D minro", "+clarinet key=2 mode=1" },
    { "a base camp at the beach house", "with=0" },
    { "asdkjfh qwoeiru", "unknown=2 with=0" },
});

std::string underscored(std::string text)
{
    std::replace(text.begin(), text.end(), ' ', '_');
    return text;
}

bool hasWish(const std::vector<InstrumentWish>& wishes, const std::string& term)
{
    const std::size_t at = term.find('@');
    const std::string name = term.substr(0, at);
    return std::any_of(wishes.begin(), wishes.end(), [&](const InstrumentWish& wish) {
        const bool role
            = at == std::string::npos || (wish.role && slotName(*wish.role) == term.substr(at + 1));
        return underscored(wish.name) == name && role;
    });
}

bool hasWord(const std::vector<std::string>& words, const std::string& term)
{
    return std::any_of(words.begin(), words.end(),
        [&](const std::string& word) { return underscored(word) == term; });
}

bool numberIs(const std::optional<double>& value, const std::string& text)
{
    return text == "-" ? !value.has_value() : value && std::abs(*value - std::stod(text)) < 1e-9;
}

template <class T> std::optional<double> asDouble(const std::optional<T>& value)
{
    return value ? std::optional<double>(static_cast<double>(*value)) : std::nullopt;
}

bool rangeIs(const std::optional<std::pair<double, double>>& range, const std::string& text)
{
    if (text == "-") {
        return !range;
    }
    const std::size_t dash = text.find('-');
    return range && range->first == std::stod(text.substr(0, dash))
        && range->second == std::stod(text.substr(dash + 1));
}

bool curveIs(const std::optional<EnergyCurve>& curve, const std::string& text)
{
    constexpr std::array<std::string_view, 5> kNames { "flat", "rising", "falling", "arch",
        "valley" };
    return curve && kNames[static_cast<std::size_t>(*curve)] == text;
}

bool partIs(const std::optional<PartOf>& part, const std::string& text)
{
    return part ? std::to_string(part->index) + "/" + std::to_string(part->count) == text
                : text == "-";
}

bool cannot(const MusicReading& reading)
{
    const bool chip = std::any_of(reading.chips.begin(), reading.chips.end(),
        [](const Chip& c) { return c.kind == ChipKind::CannotDo; });
    return chip && !reading.notes.empty();
}

bool holdsValue(const MusicReading& reading, const std::string& name, const std::string& value)
{
    const MusicControls& c = reading.controls;
    if (name == "bpm") {
        return numberIs(c.bpm, value);
    }
    if (name == "range") {
        return rangeIs(c.bpmRange, value);
    }
    if (name == "key") {
        return numberIs(asDouble(c.tonic), value);
    }
    if (name == "mode") {
        return numberIs(asDouble(c.mode), value);
    }
    if (name == "metre") {
        return value == "-" && !c.metre;
    }
    if (name == "bars") {
        return numberIs(asDouble(c.bars), value);
    }
    if (name == "sec") {
        return numberIs(c.length ? std::optional<double>(c.length->value()) : std::nullopt, value);
    }
    if (name == "with") {
        return std::to_string(c.with.size()) == value;
    }
    if (name == "unknown") {
        return std::to_string(reading.unknownWords.size()) == value;
    }
    if (name == "energy") {
        return value == "-" && !c.energy;
    }
    if (name == "part") {
        return partIs(c.part, value);
    }
    return name == "curve" && curveIs(c.energyCurve, value);
}

bool holdsFlag(const MusicReading& reading, const std::string& term)
{
    const MusicControls& c = reading.controls;
    const std::array<std::pair<std::string_view, bool>, 11> flags { { { "only", c.only },
        { "!only", !c.only }, { "intro", c.intro }, { "ending", c.ending }, { "fills", c.fills },
        { "loop", c.loop }, { "nointro", c.noIntro }, { "noending", c.noEnding },
        { "cannot", cannot(reading) }, { "!cannot", !cannot(reading) },
        { "note", !reading.notes.empty() } } };
    for (const auto& [name, value] : flags) {
        if (name == term) {
            return value;
        }
    }
    if (term == "3/4style") {
        return !c.metre;
    }
    if (const auto metre = metreFromName(term)) {
        return c.metre == metre;
    }
    return false;
}

bool holds(const MusicReading& reading, const std::string& term)
{
    const MusicControls& c = reading.controls;
    if (term.starts_with("+")) {
        return hasWish(c.with, term.substr(1));
    }
    if (term.starts_with("-")) {
        return hasWish(c.without, term.substr(1)) && !hasWish(c.with, term.substr(1));
    }
    if (term.starts_with("S:")) {
        return !c.styles.empty() && underscored(c.styles.front()) == term.substr(2);
    }
    if (term.starts_with("M:")) {
        return hasWord(c.moods, term.substr(2));
    }
    if (term.starts_with("!S:")) {
        return hasWord(c.notStyles, term.substr(3)) && c.styles.empty();
    }
    if (term.starts_with("!M:")) {
        return hasWord(c.notMoods, term.substr(3)) && c.moods.empty();
    }
    if (term.starts_with("energy<")) {
        return c.energy && *c.energy < std::stod(term.substr(7));
    }
    if (term.starts_with("energy>")) {
        return c.energy && *c.energy > std::stod(term.substr(7));
    }
    const std::size_t equals = term.find('=');
    return equals != std::string::npos
        ? holdsValue(reading, term.substr(0, equals), term.substr(equals + 1))
        : holdsFlag(reading, term);
}

} // namespace

class MusicPromptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("expected");
        for (const Case& item : kCases) {
            QTest::newRow(item.prompt) << QString::fromUtf8(item.expected);
        }
    }

    void reads()
    {
        QFETCH(QString, expected);
        const std::string prompt = QTest::currentDataTag();
        const MusicReading reading = readMusicPrompt(prompt);
        std::istringstream terms(expected.toStdString());
        for (std::string term; terms >> term;) {
            QVERIFY2(holds(reading, term), term.c_str());
        }
    }

    /// Capitals, a full stop and surrounding blanks change nothing but the bytes of the chips.
    void upperCaseReadsTheSame()
    {
        const std::string prompt
            = "slow bossa nova in D minor at 92 bpm with nylon guitar and flute";
        std::string loud = prompt;
        for (char& c : loud) {
            c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        }
        QCOMPARE(readMusicPrompt("  " + loud + ".  ").controls, readMusicPrompt(prompt).controls);
    }

    void chipsPointAtTheirWords()
    {
        const std::string prompt = "Fl\xC3\xB6te, 92 bpm, no drums, in D minor, 32 bars";
        const MusicReading reading = readMusicPrompt(prompt);
        std::vector<std::pair<std::string, std::string>> seen;
        for (const Chip& chip : reading.chips) {
            seen.emplace_back(chip.text, prompt.substr(chip.begin, chip.end - chip.begin));
        }
        const std::vector<std::pair<std::string, std::string>> expected {
            { "flute", "Fl\xC3\xB6te" }, { "92 bpm", "92 bpm" }, { "no drums", "drums" },
            { "D minor", "in D minor" }, { "32 bars", "32 bars" }
        };
        QVERIFY(seen == expected);
    }

    void everyProgramCanBeNamed()
    {
        std::array<bool, 128> reached {};
        for (const char* name :
            { "grand piano", "electric grand piano", "honky tonk", "rhodes", "fm piano" }) {
            QVERIFY2(instrumentFromName(name).has_value(), name);
        }
        for (int program = 0; program < 128; ++program) {
            const auto wish = instrumentFromName("program " + std::to_string(program));
            QVERIFY(wish && wish->programs == std::vector<int> { program });
        }
        const auto mark = [&](const InstrumentWish& wish) {
            for (const int program : wish.programs) {
                reached[static_cast<std::size_t>(program)] = true;
            }
        };
        for (const char* name :
            { "piano", "honky-tonk piano", "electric piano", "harpsichord", "clavinet", "celesta",
                "glockenspiel", "music box", "vibes player", "marimba", "xylophone",
                "tubular bells", "dulcimer", "hammond", "rock organ", "pipe organ", "harmonium",
                "accordion", "harmonica", "bandoneon", "nylon guitar", "acoustic guitar",
                "jazz guitar", "clean guitar", "palm muted guitar", "overdriven guitar",
                "distorted guitar", "guitar harmonics", "double bass", "bass guitar",
                "fretless bass", "slap bass", "synth bass", "violin", "viola", "cello",
                "contrabass", "tremolo strings", "pizzicato", "harp", "timpani", "strings",
                "synth strings", "choir", "synth voice", "orchestra hit", "trumpet", "trombone",
                "tuba", "muted trumpet", "french horn", "brass", "synth brass", "soprano sax",
                "alto sax", "tenor sax", "bari sax", "oboe", "cor anglais", "bassoon", "clarinet",
                "piccolo", "flute", "recorder", "pan flute", "bottle blow", "shakuhachi", "whistle",
                "ocarina", "square lead", "saw lead", "calliope", "chiff", "charang", "voice lead",
                "fifths lead", "bass and lead", "new age pad", "warm pad", "polysynth pad",
                "space voice", "bowed pad", "metallic pad", "halo pad", "sweep pad", "rain effect",
                "soundtrack pad", "crystal", "atmosphere", "brightness", "goblins", "echoes",
                "sci-fi effect", "sitar", "banjo", "shamisen", "koto", "kalimba", "bagpipes",
                "fiddle", "shanai", "tinkle bell", "agogo", "steel drums", "woodblock", "taiko",
                "toms", "synth drum", "reverse cymbal", "fret noise", "breath noise", "seashore",
                "birdsong", "telephone", "helicopter", "applause", "gunshot" }) {
            const auto wish = instrumentFromName(name);
            QVERIFY2(wish.has_value(), name);
            mark(*wish);
        }
        for (std::size_t program = 0; program < reached.size(); ++program) {
            QVERIFY2(reached[program], std::to_string(program).c_str());
        }
        QVERIFY(instrumentFromName("drum kit")->drums);
        QVERIFY(instrumentFromName("Congas")->drums);
        QVERIFY(!instrumentFromName("kazoo orchestra of doom"));
        QVERIFY(!instrumentFromName("melody"));
        QVERIFY(!instrumentFromName(""));
    }

    void typingDistances()
    {
        using prompt::typingDistance;
        QCOMPARE(typingDistance("guitar", "guitar", 2), std::size_t { 0 });
        QCOMPARE(typingDistance("gitar", "guitar", 2), std::size_t { 1 });
        QCOMPARE(typingDistance("pinao", "piano", 2), std::size_t { 1 }); // a swap is one error
        QCOMPARE(typingDistance("ca", "abc", 3), std::size_t { 3 }); // optimal string alignment
        QCOMPARE(typingDistance("flute", "lute", 0), std::size_t { 1 });
        QCOMPARE(typingDistance("abcdef", "uvwxyz", 2), std::size_t { 3 });
    }

    void commonWordsAreLeftAlone()
    {
        for (const char* word : { "base", "house", "peace", "villa", "brakes", "minute",
                 "breakfast", "horses", "running", "later" }) {
            QVERIFY2(!prompt::correctedWord(word), word);
        }
    }

    /// What a set of controls says is what its prompt reads back as.
    void promptFromControlsReadsBack()
    {
        for (const Case& item : kCases) {
            MusicControls controls = readMusicPrompt(item.prompt).controls;
            const std::string prompt = promptFromControls(controls);
            const MusicControls back = readMusicPrompt(prompt).controls;
            const std::string said = std::string(item.prompt) + " -> " + prompt;
            QVERIFY2(back.bpm == controls.bpm, said.c_str());
            QVERIFY2(back.tonic == controls.tonic && back.mode == controls.mode, said.c_str());
            QVERIFY2(back.metre == controls.metre, said.c_str());
            QVERIFY2(back.bars == controls.bars, said.c_str());
            QVERIFY2(back.only == controls.only, said.c_str());
            QVERIFY2(back.part == controls.part, said.c_str());
            QVERIFY2(back.styles == controls.styles, said.c_str());
            QVERIFY2(back.energyCurve == controls.energyCurve, said.c_str());
            for (const InstrumentWish& wish : controls.with) {
                QVERIFY2(hasWish(back.with, underscored(wish.name)), said.c_str());
            }
            for (const InstrumentWish& wish : controls.without) {
                QVERIFY2(hasWish(back.without, underscored(wish.name)), said.c_str());
            }
        }
    }

    void residualAndChipEditing()
    {
        const std::string prompt
            = "slow bossa nova in D minor at 92 bpm with nylon guitar, no drums";
        const MusicReading reading = readMusicPrompt(prompt);
        QCOMPARE(residualText(prompt, reading), std::string("slow bossa nova with nylon guitar"));
        const auto tempo = std::find_if(reading.chips.begin(), reading.chips.end(),
            [](const Chip& chip) { return chip.text == "92 bpm"; });
        QVERIFY(tempo != reading.chips.end());
        QCOMPARE(chipLabel(*tempo), std::string("Tempo: 92 bpm"));
        const std::string without = promptWithoutChip(prompt, *tempo);
        QVERIFY(!readMusicPrompt(without).controls.bpm);
        const std::string faster = promptWithChip(prompt, *tempo, "at 120 bpm");
        QCOMPARE(readMusicPrompt(faster).controls.bpm, std::optional<double>(120));
    }

    void anyBytesGiveAReading()
    {
        std::uint64_t state = 1;
        const auto next = [&state] {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            return static_cast<unsigned char>(state >> 56U);
        };
        for (int round = 0; round < 500; ++round) {
            std::string bytes(next() % 200U, ' ');
            for (char& c : bytes) {
                c = static_cast<char>(next());
            }
            const MusicReading reading = readMusicPrompt(bytes);
            for (const Chip& chip : reading.chips) {
                QVERIFY(chip.begin < chip.end && chip.end <= bytes.size());
            }
            static_cast<void>(residualText(bytes, reading));
        }
        const std::string ugly = "no \xFF\xFE piano \xF0\x9F\x8E\xB9 \xC0\x80 flute\xE2";
        QVERIFY(hasWish(readMusicPrompt(ugly).controls.with, "flute"));
    }

    void longPromptsAreCut()
    {
        std::string prompt;
        while (prompt.size() < 5000) {
            prompt += "flute piano ";
        }
        const MusicReading reading = readMusicPrompt(prompt);
        QVERIFY(!reading.notes.empty());
        QCOMPARE(reading.controls.with.size(), std::size_t { 2 });
    }
};

QTEST_GUILESS_MAIN(MusicPromptTest)
#include "music_prompt_test.moc"
