#include "core/prompt/lexicon/tables.h"

#include <array>

namespace pieria::prompt {

namespace {

constexpr auto kRows = std::to_array<EnsembleRow>({
    { "string quartet", "violin lead; viola counter; cello bass; strings pad", true,
        "streichquartett; quatuor a cordes; quartetto d archi; cuarteto de cuerdas; string 4tet" },
    { "string trio", "violin lead; viola counter; cello bass", true, "streichtrio" },
    { "string quintet", "violin lead; viola counter; cello chords; contrabass bass; strings pad",
        true, "string sextet; string octet; streichquintett; string nonet" },
    { "string duo", "violin lead; cello counter", true, "string duet; violin and cello duo" },
    { "piano trio", "piano chords; violin lead; cello counter", true, "klaviertrio" },
    { "piano quartet", "piano chords; violin lead; viola counter; cello bass", true,
        "klavierquartett" },
    { "piano quintet", "piano chords; violin lead; viola counter; cello bass; strings pad", true,
        "klavierquintett" },
    { "piano duet", "piano chords", true,
        "piano duo; piano four hands; four hands piano; four hands" },
    { "woodwind quintet",
        "flute lead; oboe counter; clarinet chords; french horn pad; bassoon bass", true,
        "wind quintet; wind quartet; woodwind quartet; blaserquintett; wind octet" },
    { "woodwind trio", "flute lead; clarinet counter; bassoon bass", true, "wind trio; reed trio" },
    { "brass quintet", "trumpet lead; french horn counter; trombone chords; tuba bass", true,
        "brass quartet; brass sextet; blechblaserquintett; brass trio" },
    { "saxophone quartet",
        "soprano sax lead; alto sax counter; tenor sax chords; baritone sax bass", true,
        "sax quartet; saxophone ensemble; sax quintet" },
    { "clarinet quartet", "clarinet lead", true, "clarinet trio; clarinet choir" },
    { "flute quartet", "flute lead", true, "flute choir; flute trio; flute duet" },
    { "guitar quartet", "nylon guitar comp", true, "guitar trio; guitar duo; guitar duet" },
    { "recorder consort", "recorder lead", true, "recorder quartet; recorder ensemble" },
    { "jazz trio", "piano chords; upright bass bass; brushed drums drums", true,
        "piano jazz trio; jazz piano trio; bill evans trio; piano bass and drums trio" },
    { "jazz quartet", "tenor sax lead; piano chords; upright bass bass; drums drums", true,
        "sax led jazz quartet" },
    { "jazz quintet",
        "trumpet lead; tenor sax counter; piano chords; upright bass bass; drums drums", true,
        "jazz sextet; jazz septet" },
    { "organ trio", "drawbar organ chords; jazz guitar lead; drums drums", true, "hammond trio" },
    { "power trio", "overdriven guitar comp; electric bass bass; drums drums", true,
        "rock trio; guitar bass and drums trio" },
    { "steel band", "steel drums lead", false, "steel drum band; steel orchestra; steel pan band" },
    { "rhythm section", "drums drums; bass bass; piano chords", false,
        "jazz rhythm section; full rhythm section" },
    { "brass and woodwinds", "brass section chords; woodwinds lead", false,
        "wind orchestra; concert band; wind band; symphonic band" },
    { "string orchestra only", "strings pad; violin lead; cello bass", true, "strings orchestra" },
});

} // namespace

std::span<const EnsembleRow> ensembleRows()
{
    return kRows;
}

} // namespace pieria::prompt
