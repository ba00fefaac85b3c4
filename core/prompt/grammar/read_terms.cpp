#include "core/prompt/grammar/instrument_wish.h"
#include "core/prompt/grammar/metre_choice.h"
#include "core/prompt/grammar/readers.h"
#include "core/prompt/grammar/terms.h"
#include "core/prompt/lexicon/tables.h"

#include <algorithm>
#include <cmath>

namespace pieria::prompt {

namespace {

constexpr double kNotFast[2] = { 84, 116 };
constexpr double kNotSlow[2] = { 100, 140 };

/// "nothing but X", "no instruments except X" say "only X".
void rewriteNothingBut(Draft& draft)
{
    for (std::size_t i = 0; i < draft.size(); ++i) {
        std::size_t at = i;
        if (draft.is(at, "nothing")) {
            ++at;
        } else if (draft.isAny(at, { "no", "without" })) {
            ++at;
            while (draft.isAny(at, { "other", "any", "more" })) {
                ++at;
            }
            if (!draft.isAny(at, { "instruments", "instrument", "sounds", "one", "parts" })) {
                continue;
            }
            ++at;
        } else {
            continue;
        }
        if (draft.is(at, "else")) {
            ++at;
        }
        if (draft.isAny(at, { "other", "apart", "aside" })
            && draft.isAny(at + 1, { "than", "from" })) {
            ++at;
        } else if (!draft.isAny(at, { "but", "except", "besides" })) {
            continue;
        }
        draft.tokens[at].text = "only";
        draft.take(i, at);
    }
}

class TermReader
{
public:
    TermReader(Draft& draft, std::vector<Term> terms)
        : m_draft(draft)
        , m_controls(draft.reading.controls)
        , m_terms(std::move(terms))
    {
    }

    void run()
    {
        m_controls.only = findOnly(m_draft, m_terms);
        const auto curve = curveOfLevels(m_draft, m_terms);
        for (const Term& term : m_terms) {
            if (term.dropped) {
                m_draft.take(term.first, term.last);
            } else {
                read(term);
            }
        }
        if (curve && !m_controls.energyCurve) {
            m_controls.energyCurve = curve;
        }
        orderStyles();
    }

private:
    void chip(const Term& term, ChipKind kind, std::string text)
    {
        m_draft.chip(kind, std::move(text), term.first, term.last);
        m_chipped = true;
    }
    /// "balkan folk" is one style said twice.
    void chipOnce(const Term& term, ChipKind kind, const std::string& text)
    {
        const auto& chips = m_draft.reading.chips;
        const bool shown = std::any_of(chips.begin(), chips.end(),
            [&](const Chip& other) { return other.kind == kind && other.text == text; });
        if (shown) {
            m_draft.take(term.first, term.last);
        } else {
            chip(term, kind, text);
        }
    }

    /// "slow blues" is a style with a tempo, "piano ballad" one with an instrument.
    void readFirstWord(const Term& term)
    {
        if (term.last - term.first < 2) {
            return;
        }
        const auto words = std::span(m_draft.tokens).subspan(term.first, term.last - term.first);
        const Entry* first = lexicon().find(words.first(1));
        const Entry* rest = lexicon().find(words.subspan(1));
        if (first == nullptr || rest == nullptr || !rest->has(SenseKind::Style)) {
            return;
        }
        if (const auto tempo = first->row(SenseKind::Tempo); tempo && !m_controls.bpmRange) {
            const TempoRow& row = tempoRows()[*tempo];
            m_controls.bpmRange = { row.slowest, row.fastest };
        }
        if (const auto instrument = first->row(SenseKind::Instrument); instrument && !first->shy) {
            addWish(m_controls.with, wishFor(*instrument));
        }
    }

    void read(const Term& term)
    {
        m_chipped = false;
        for (const Sense& sense : term.entry->senses) {
            switch (sense.kind) {
            case SenseKind::Instrument:
                readInstrument(term, sense.row);
                break;
            case SenseKind::Ensemble:
                readEnsemble(term, ensembleRows()[sense.row]);
                break;
            case SenseKind::Style:
                readStyle(term, styleRows()[sense.row]);
                break;
            case SenseKind::Mood:
                readMood(term, moodRows()[sense.row]);
                break;
            case SenseKind::Tempo:
                readTempo(term, tempoRows()[sense.row]);
                break;
            case SenseKind::Energy:
                readEnergy(term, energyRows()[sense.row]);
                break;
            case SenseKind::Curve:
                readCurve(term, curveRows()[sense.row]);
                break;
            case SenseKind::Structure:
                readStructure(term, structureRows()[sense.row]);
                break;
            case SenseKind::Metre:
                if (!term.negated) {
                    const auto metre = metreFromName(metreRows()[sense.row].name);
                    chooseMetre(m_draft, *metre, term.first, term.last);
                }
                break;
            case SenseKind::Impossible:
                readImpossible(term, impossibleRows()[sense.row]);
                break;
            case SenseKind::Artist:
            case SenseKind::Plain:
                break;
            }
        }
    }

    void addWish(std::vector<InstrumentWish>& list, InstrumentWish wish)
    {
        const auto same = std::find_if(list.begin(), list.end(),
            [&](const InstrumentWish& other) { return other.name == wish.name; });
        if (same == list.end()) {
            list.push_back(std::move(wish));
        } else if (!same->role) {
            same->role = wish.role;
        }
    }

    void readInstrument(const Term& term, std::size_t row)
    {
        if (term.negated) {
            InstrumentWish wish = wishWithout(row);
            chip(term, ChipKind::Without, "no " + wish.name);
            addWish(m_controls.without, std::move(wish));
            return;
        }
        if (term.entry->shy) {
            return;
        }
        InstrumentWish wish = wishFor(row);
        if (term.role && !wish.drums) {
            wish.role = term.role;
        }
        const std::string role
            = term.role && !wish.drums ? " (" + std::string(slotName(*term.role)) + ")" : "";
        chip(term, ChipKind::Instrument, wish.name + role);
        if (wish.name == "sound effects") {
            m_draft.note(
                "Sound effects are limited to the eight of General MIDI, such as waves, birds "
                "and applause.");
        }
        addWish(m_controls.with, std::move(wish));
    }

    void readEnsemble(const Term& term, const EnsembleRow& row)
    {
        if (term.negated) {
            chip(term, ChipKind::Without, "no " + std::string(row.name));
            for (InstrumentWish& wish : players(row)) {
                addWish(m_controls.without, std::move(wish));
            }
            return;
        }
        for (InstrumentWish& wish : players(row)) {
            addWish(m_controls.with, std::move(wish));
        }
        m_controls.only = m_controls.only || row.only;
        chip(term, ChipKind::Instrument, std::string(row.name));
    }

    void readStyle(const Term& term, const StyleRow& row)
    {
        if (term.negated) {
            addOnce(m_controls.notStyles, row.name);
            chip(term, ChipKind::Without, "not " + std::string(row.name));
            return;
        }
        addOnce(m_controls.styles, row.name);
        if (!m_chipped) {
            chipOnce(term, ChipKind::Style, std::string(row.name));
        }
        readFirstWord(term);
        m_styleTerms.push_back({ std::string(row.name), term.first, term.last });
    }

    void readMood(const Term& term, const MoodRow& row)
    {
        if (term.negated) {
            addOnce(m_controls.notMoods, row.name);
            chip(term, ChipKind::Without, "not " + std::string(row.name));
            return;
        }
        addOnce(m_controls.moods, row.name);
        if (!m_chipped) {
            chipOnce(term, ChipKind::Mood, std::string(row.name));
        }
    }

    void readTempo(const Term& term, const TempoRow& row)
    {
        const double middle = (row.slowest + row.fastest) / 2;
        std::pair<double, double> range { row.slowest, row.fastest };
        std::string text(row.name);
        if (term.negated) {
            const auto& other = middle > 110 ? kNotFast : kNotSlow;
            range = { other[0], other[1] };
            text = "not " + text;
        }
        if (m_controls.bpmRange) {
            m_draft.take(term.first, term.last);
            return;
        }
        m_controls.bpmRange = range;
        chip(term, ChipKind::Tempo, text);
    }

    void readEnergy(const Term& term, const EnergyRow& row)
    {
        const double level = term.negated ? (row.level > 0.5 ? 0.4 : 0.6) : row.level;
        if (!m_controls.energy) {
            m_controls.energy = level;
        }
        if (!m_chipped) {
            chip(term, ChipKind::Energy, (term.negated ? "not " : "") + std::string(row.name));
        }
    }

    void readCurve(const Term& term, const CurveRow& row)
    {
        if (term.negated) {
            m_draft.take(term.first, term.last);
            return;
        }
        if (m_controls.energyCurve && *m_controls.energyCurve != row.curve) {
            // "builds up ... then fades": the two halves of one course.
            const EnergyCurve first = *m_controls.energyCurve;
            if (first == EnergyCurve::Rising && row.curve == EnergyCurve::Falling) {
                m_controls.energyCurve = EnergyCurve::Arch;
            } else if (first == EnergyCurve::Falling && row.curve == EnergyCurve::Rising) {
                m_controls.energyCurve = EnergyCurve::Valley;
            }
        } else {
            m_controls.energyCurve = row.curve;
        }
        if (!m_chipped) {
            chip(term, ChipKind::Energy, std::string(row.name));
        }
    }

    void readStructure(const Term& term, const StructureRow& row)
    {
        const bool wanted = !term.negated;
        switch (row.flag) {
        case StructureFlag::Intro:
            (wanted ? m_controls.intro : m_controls.noIntro) = true;
            break;
        case StructureFlag::Ending:
            (wanted ? m_controls.ending : m_controls.noEnding) = true;
            break;
        case StructureFlag::Fills:
            (wanted ? m_controls.fills : m_controls.noFills) = true;
            break;
        case StructureFlag::Loop:
            m_controls.loop = wanted;
            break;
        }
        if (!m_chipped) {
            chip(term, wanted ? ChipKind::Structure : ChipKind::Without,
                (wanted ? "" : "no ") + std::string(row.name));
        }
    }

    void readImpossible(const Term& term, const ImpossibleRow& row)
    {
        if (term.negated) {
            if (row.what == Impossible::Vocals) {
                addWish(m_controls.without, withoutVoices());
                chip(term, ChipKind::Without, "no vocals");
            }
            return;
        }
        m_draft.reading.chips.push_back(Chip { ChipKind::CannotDo, std::string(row.name),
            m_draft.tokens[term.first].begin, m_draft.tokens[term.last - 1].end });
        m_draft.take(term.first, term.last);
        m_chipped = true;
        m_draft.note(std::string(sentence(row.what)));
        if (row.what == Impossible::TempoChange && !m_controls.energyCurve) {
            const bool slower = term.entry->phrase.starts_with("slow")
                || term.entry->phrase.find("slower") != std::string::npos
                || term.entry->phrase.starts_with("rit") || term.entry->phrase.starts_with("ral")
                || term.entry->phrase.starts_with("dec");
            m_controls.energyCurve = slower ? EnergyCurve::Falling : EnergyCurve::Rising;
        }
    }

    static std::string_view sentence(Impossible what)
    {
        switch (what) {
        case Impossible::Vocals:
            return "The studio makes instrumental music and cannot sing or speak: an instrument "
                   "carries "
                   "the tune instead.";
        case Impossible::Recording:
            return "The studio does not use recordings: everything is played by its own "
                   "instruments.";
        case Impossible::SoundEffects:
            return "The studio plays instruments, not sound effects: the mood of the words shapes "
                   "the "
                   "music instead.";
        case Impossible::TempoChange:
            return "The tempo stays steady through a piece: the energy changes instead.";
        case Impossible::KeyChange:
            return "A piece stays in one key: the sections differ in chords and energy instead.";
        case Impossible::FreeTime:
            return "The music keeps a steady beat: choose a slow tempo for a free feeling.";
        }
        return {};
    }

    /// In "jazzy hip hop" the last word is the style and the first describes it.
    void orderStyles()
    {
        if (m_styleTerms.size() < 2) {
            return;
        }
        std::size_t head = 0;
        while (head + 1 < m_styleTerms.size()
            && m_styleTerms[head + 1].first == m_styleTerms[head].last) {
            ++head;
        }
        auto& styles = m_controls.styles;
        const auto found = std::find(styles.begin(), styles.end(), m_styleTerms[head].name);
        std::rotate(styles.begin(), found, found + 1);
    }

    struct StyleTerm
    {
        std::string name;
        std::size_t first;
        std::size_t last;
    };
    Draft& m_draft;
    MusicControls& m_controls;
    std::vector<Term> m_terms;
    std::vector<StyleTerm> m_styleTerms;
    bool m_chipped = false;
};

/// Where no style is named, the one in an instrument's name counts: "gospel choir", "jazz guitar".
void impliedStyles(Draft& draft, const std::vector<Term>& terms)
{
    auto& controls = draft.reading.controls;
    if (!controls.styles.empty()) {
        return;
    }
    for (const Term& term : terms) {
        if (term.negated || !term.entry->has(SenseKind::Instrument) || term.last - term.first < 2) {
            continue;
        }
        const auto words = std::span(draft.tokens).subspan(term.first, term.last - term.first - 1);
        const Entry* entry = lexicon().find(words);
        const auto row = entry == nullptr ? std::nullopt : entry->row(SenseKind::Style);
        if (row && !entry->has(SenseKind::Plain)) {
            addOnce(controls.styles, styleRows()[*row].name);
        }
    }
}

} // namespace

void readTerms(Draft& draft)
{
    rewriteNothingBut(draft);
    std::vector<Term> terms = findTerms(draft);
    markNegations(draft, terms);
    markRoles(draft, terms);
    TermReader(draft, terms).run();
    impliedStyles(draft, terms);
}

} // namespace pieria::prompt
