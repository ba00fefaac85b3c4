#include "core/corpus/mutopia.h"

#include "core/base/file.h"
#include "core/corpus/mutopia_score.h"
#include "core/score/midi.h"

#include <nlohmann/json.hpp>
#include <zip.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <sstream>

namespace pieria {

namespace {

using Json = nlohmann::json;

constexpr zip_uint64_t kMaxEntry = zip_uint64_t { 8 } << 20;
constexpr int kShortest = 8;
constexpr int kLongest = 64;

std::string textOf(const Json& json, const char* name)
{
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

double numberOf(const Json& json, const char* name)
{
    const auto found = json.find(name);
    return found != json.end() && found->is_number() ? found->get<double>() : 0;
}

std::vector<int> numbersOf(const Json& json, const char* name)
{
    std::vector<int> result;
    const auto found = json.find(name);
    if (found != json.end() && found->is_array()) {
        for (const Json& value : *found) {
            if (value.is_number_integer() && value >= 0 && value < 128) {
                result.push_back(value.get<int>());
            }
        }
    }
    return result;
}

struct IndexLine
{
    PrintedPiece piece;
    std::string file;
    bool oneMetre = true;
};

IndexLine lineOf(const Json& json)
{
    IndexLine line;
    PrintedPiece& piece = line.piece;
    piece.id = textOf(json, "id");
    piece.title = textOf(json, "title");
    piece.composer = textOf(json, "composer_id");
    piece.source = textOf(json, "source");
    piece.style = textOf(json, "style");
    piece.instruments = textOf(json, "instruments");
    piece.hintPrograms = numbersOf(json, "gm_hint");
    piece.filePrograms = numbersOf(json, "gm_in_file");
    piece.key = textOf(json, "key");
    piece.keyEstimate = textOf(json, "key_estimate");
    piece.keyMargin = numberOf(json, "key_margin");
    piece.metre = textOf(json, "time_signature");
    piece.bpm = json.value("tempo_given", false) ? numberOf(json, "tempo") : 0;
    piece.tempoText = textOf(json, "tempo_text");
    line.file = textOf(json, "file");
    line.oneMetre = numberOf(json, "time_signature_changes") == 0;
    return line;
}

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
        [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// Beats a minute of an Italian word, 0 when unknown.
double bpmOfWord(const std::string& text)
{
    struct Word
    {
        std::string_view text;
        double bpm;
    };
    // Longer words first: "allegretto" holds no "allegro", "larghetto" no "largo".
    constexpr std::array<Word, 14> kWords { { { "prestissimo", 188 }, { "allegretto", 112 },
        { "andantino", 84 }, { "larghetto", 64 }, { "moderato", 104 }, { "allegro", 132 },
        { "andante", 76 }, { "vivace", 148 }, { "presto", 168 }, { "adagio", 62 }, { "largo", 52 },
        { "lento", 56 }, { "grave", 48 }, { "maestoso", 88 } } };
    const std::string lower = lowered(text);
    for (const Word& word : kWords) {
        if (lower.find(word.text) != std::string::npos) {
            return word.bpm;
        }
    }
    return 0;
}

double drawBpm(const PrintedPiece& piece, const MetreReading& reading, NoiseSequence& dice)
{
    double bpm = piece.bpm * reading.scale;
    if (piece.bpm <= 0) {
        const double word = bpmOfWord(piece.tempoText + " " + piece.title);
        bpm = (word > 0 ? word : 84 + 36 * dice.uniform())
            * (reading.metre == Metre { 6, 8 } ? 1.3 : 1);
    }
    return std::clamp(std::round(bpm), 40.0, 240.0);
}

std::string familyOf(const PrintedPiece& piece)
{
    const std::string instruments = lowered(piece.instruments);
    if (instruments.find("koto") != std::string::npos
        || instruments.find("shamisen") != std::string::npos) {
        return "koto music";
    }
    if (piece.style == "Romantic") {
        return "romantic era";
    }
    if (piece.style == "Jazz") {
        return "ragtime";
    }
    for (const char* kept : { "Baroque", "Hymn", "Folk", "Renaissance", "March" }) {
        if (piece.style == kept) {
            return lowered(piece.style);
        }
    }
    return piece.style == "Song" ? "folk" : "classical";
}

/// A form the title names, "" when it names none.
std::string formOf(const PrintedPiece& piece)
{
    struct Form
    {
        std::string_view sought;
        std::string_view said;
    };
    constexpr std::array<Form, 22> kForms { { { "minuet", "minuet" }, { "menuet", "minuet" },
        { "mazurka", "mazurka" }, { "waltz", "waltz" }, { "polka", "polka" },
        { "gavotte", "gavotte" }, { "bourr", "bourree" }, { "sarabande", "sarabande" },
        { "gigue", "gigue" }, { "allemande", "allemande" }, { "courante", "courante" },
        { "fug", "fugue" }, { "prelude", "prelude" }, { "sonat", "sonata" },
        { "invention", "two-part invention" }, { "march", "march" }, { "nocturne", "nocturne" },
        { "rondo", "rondo" }, { "variation", "variations" }, { "concert", "concerto" },
        { "choral", "chorale" }, { "study", "study" } } };
    const std::string title = lowered(piece.title);
    for (const Form& form : kForms) {
        if (title.find(form.sought) != std::string::npos) {
            return std::string(form.said);
        }
    }
    return {};
}

std::vector<std::string> moodsOf(const Score& score)
{
    const double bpm = score.tempo.bpmAt(0);
    const double felt = score.metre() == Metre { 6, 8 } ? bpm / 1.5 : bpm;
    const bool minor = score.key().mode == Mode::Minor;
    if (felt < 72) {
        return minor ? std::vector<std::string> { "sad", "solemn" }
                     : std::vector<std::string> { "calm", "romantic" };
    }
    if (felt < 112) {
        return minor ? std::vector<std::string> { "melancholic" }
                     : std::vector<std::string> { "warm", "elegant" };
    }
    return minor ? std::vector<std::string> { "tense", "energetic" }
                 : std::vector<std::string> { "happy", "bright" };
}

struct ZipClose
{
    void operator()(zip_t* archive) const { zip_discard(archive); }
};

} // namespace

struct MutopiaCollection::Data
{
    std::unique_ptr<zip_t, ZipClose> archive;
    std::vector<IndexLine> lines;
    MutopiaCoverage coverage;

    [[nodiscard]] Result<std::string> entry(const std::string& name) const
    {
        zip_stat_t stat;
        zip_stat_init(&stat);
        if (zip_stat(archive.get(), name.c_str(), 0, &stat) != 0 || stat.size > kMaxEntry) {
            return fail(ErrorCode::Corrupt,
                "The file mutopia.zip is incomplete; restore it and try again.", name);
        }
        std::string bytes(static_cast<std::size_t>(stat.size), '\0');
        zip_file_t* file = zip_fopen(archive.get(), name.c_str(), 0);
        const zip_int64_t count
            = file != nullptr ? zip_fread(file, bytes.data(), bytes.size()) : -1;
        if (file != nullptr) {
            zip_fclose(file);
        }
        if (count != static_cast<zip_int64_t>(bytes.size())) {
            return fail(ErrorCode::Corrupt,
                "The file mutopia.zip is damaged; restore it and try again.", name);
        }
        return bytes;
    }
};

MutopiaCollection::MutopiaCollection(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{
}
MutopiaCollection::~MutopiaCollection() = default;
MutopiaCollection::MutopiaCollection(MutopiaCollection&&) noexcept = default;
MutopiaCollection& MutopiaCollection::operator=(MutopiaCollection&&) noexcept = default;

std::size_t MutopiaCollection::size() const
{
    return m_data->lines.size();
}

const MutopiaCoverage& MutopiaCollection::coverage() const
{
    return m_data->coverage;
}

Result<MutopiaCollection> MutopiaCollection::open(const std::filesystem::path& folder)
{
    const auto index = readFile(folder / "mutopia.jsonl", std::uintmax_t { 64 } << 20);
    if (!index) {
        return tl::unexpected(index.error());
    }
    auto data = std::make_unique<Data>();
    int error = 0;
    data->archive.reset(zip_open((folder / "mutopia.zip").c_str(), ZIP_RDONLY, &error));
    if (data->archive == nullptr) {
        return fail(ErrorCode::NotFound,
            "The file mutopia.zip cannot be opened in " + folder.string()
                + "; name the folder that holds it.");
    }
    try {
        std::istringstream lines(*index);
        for (std::string line; std::getline(lines, line);) {
            if (!line.empty()) {
                data->lines.push_back(lineOf(Json::parse(line)));
            }
        }
    } catch (const Json::exception& failure) {
        return fail(ErrorCode::Corrupt,
            "The list mutopia.jsonl is damaged; restore it and try again.", failure.what());
    }
    return MutopiaCollection(std::move(data));
}

Result<std::vector<MadePiece>> MutopiaCollection::make(const MakerTools& tools, std::uint64_t index)
{
    std::vector<MadePiece> result;
    if (index >= m_data->lines.size()) {
        return result;
    }
    const IndexLine& line = m_data->lines[index];
    const PrintedPiece& printed = line.piece;
    MutopiaCoverage& coverage = m_data->coverage;
    ++coverage.files;
    const auto reading = readMetre(printed.metre);
    if (!reading || !line.oneMetre) {
        ++coverage.otherMetre;
        return result;
    }
    const auto bytes = m_data->entry(line.file);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    const auto read = readMidi(*bytes);
    if (!read) {
        return result;
    }
    NoiseSequence dice(Noise(tools.seed, "corpus/mutopia", index));
    AssignmentLoss loss;
    auto score = gridScore(*read, printed, *reading, drawBpm(printed, *reading, dice), loss);
    if (!score) {
        ++coverage.tooManyParts;
        return result;
    }
    const Tick bar = score->metre().ticksPerBar();
    const int bars = static_cast<int>(score->length / bar);
    if (bars < kShortest) {
        return result;
    }
    ++coverage.usable;
    coverage.lostNotes += loss.notes;
    for (const Track& track : score->tracks) {
        coverage.notes += static_cast<std::int64_t>(track.notes.size());
    }
    MadePiece whole;
    whole.line.id = "m-" + printed.id;
    whole.line.source = PieceSource::Mutopia;
    whole.line.group = printed.source;
    whole.line.split = tools.heldOut.splitOfMutopia(printed.composer, printed.source);
    whole.line.style = familyOf(printed);
    whole.line.moods = moodsOf(*score);
    whole.facts.style = whole.line.style;
    whole.facts.nickname = formOf(printed);
    whole.facts.moods = whole.line.moods;
    whole.score = std::move(*score);
    if (bars <= kLongest) {
        return cutIntoParts(std::move(whole), dice);
    }
    const int parts = (bars + kLongest - 1) / kLongest * (dice.chance(0.5) ? 2 : 1);
    const int length = std::max(kShortest, bars / parts);
    for (int i = 0; i < parts && (i + 1) * length <= bars; ++i) {
        MadePiece part { whole.line, cutBars(whole.score, i * length, length), whole.facts };
        part.line.id += "-p" + std::to_string(i + 1);
        part.facts.part = i + 1;
        part.facts.parts = parts;
        result.push_back(std::move(part));
    }
    return result;
}

} // namespace pieria
