#include "core/prompt/lexicon/tables.h"

#include <array>

namespace pieria::prompt {

namespace {

constexpr auto kRows = std::to_array<InstrumentRow>({
    // Families first: "strings" alone is the section.
    { "strings", "48 49",
        "string section; string ensemble; string orchestra; orchestral strings; bowed strings; "
        "string; lush strings; legato strings; streicher; archi; "
        "cordes; cuerdas; slow strings; symphonic strings; string choir; string instruments",
        "40-45 48-51 110", "" },
    { "brass section", "61",
        "brass; horn section; horns; brass band; brass ensemble; brass instruments; big brass; "
        "brass choir; "
        "brass stabs; horn stabs; blechblaser; blaser; ottoni; cuivres; metales; brass hits; "
        "trumpets and trombones; fanfare brass",
        "56-63", "" },
    { "woodwinds", "73 71 68 70",
        "woodwind; winds; wind instruments; woodwind section; woodwind instruments; reeds; "
        "wind section; wind ensemble; holzblaser; legni; bois; reed section; winds section; "
        "blown instruments",
        "64-79", "" },
    { "keyboards", "0 4 16",
        "keyboard; keys; keyboard instruments; keyboard instrument; keyboard part; tasten; "
        "tasteninstrumente; tastiere; teclados; claviers",
        "0-8 16-20", "" },
    { "guitars", "25 27 24", "guitar section; guitar group; six strings; twin guitars", "24-31",
        "" },
    { "plucked strings", "24 46 105 45",
        "plucked instruments; picked strings; plucked family; plucked sounds; plectrum "
        "instruments; "
        "zupfinstrumente; plucks",
        "15 24-31 45 46 104-108", "" },
    { "synths", "81 89 80",
        "synth; synthesizer; synthesiser; synthesizers; synthesisers; synthetizer; electronic "
        "keyboard; electronic keyboards; modular synth; modular; analog synth; analogue synth; "
        "moog; "
        "synthesized sounds; synthesised sounds; synthi; sintetizador; sintetizzatore; "
        "synthetiseur; "
        "electronic sounds; digital synth; fm synth; polysynth; poly synth; synth stabs",
        "38 39 50 51 54 62 63 80-103", "" },
    { "mallets", "12 11 13",
        "mallet instruments; mallet percussion; tuned percussion; pitched percussion; mallet; "
        "melodic percussion; schlagstabe; keyed percussion",
        "8-14 108", "" },
    { "bells", "14 9 112", "bell; bell sounds; chiming bells; glocken; campane; campanas; cloches",
        "8-10 14 112", "" },

    // Pianos and keyboards.
    { "piano", "0 1 2",
        "grand piano; pianist; acoustic piano; concert grand; upright piano; pianoforte; klavier; "
        "fluegel; "
        "flugel; pianos; acoustic grand; bright piano; concert piano; felt piano; ivories; "
        "baby grand; piano electric grand; studio piano; fortepiano; steinway; "
        "electric grand piano; bright acoustic piano; acoustic grand piano; piyano; pno",
        "0-3", "" },
    { "honky-tonk piano", "3",
        "honky tonk; honkytonk; saloon piano; tack piano; pub piano; barroom piano; bar room "
        "piano; "
        "player piano; pianola; detuned piano; out of tune piano; barrelhouse piano; ragtime "
        "piano; "
        "old west piano; jangle piano",
        "", "" },
    { "electric piano", "4 5",
        "rhodes; fender rhodes; e piano; epiano; wurlitzer; wurli; electric pianos; dx7; dx piano; "
        "fm piano; stage piano; suitcase piano; mark one; ep; digital piano; e klavier; "
        "piano electrico; piano elettrico; piano electrique; electric piano 1; electric piano 2; "
        "tine piano; elektrisches klavier; rhodes piano",
        "", "" },
    { "harpsichord", "6",
        "cembalo; clavecin; clavicembalo; virginal; virginals; spinet; clavichord; harpsicord; "
        "klavecimbel; clave cin",
        "", "" },
    { "clavinet", "7", "clav; clavi; funky clavinet; wah clav; hohner clavinet; klavinet", "", "" },
    { "celesta", "8", "celeste; bell piano; sugar plum bells; keyboard glockenspiel", "", "" },
    { "glockenspiel", "9",
        "glock; orchestra bells; concert bells; orchestral bells; bell lyre; glockenspeil; "
        "carillon toy; metallophone; toy glockenspiel",
        "", "" },
    { "music box", "10",
        "musical box; musicbox; toy box; wind up box; spieluhr; carillon; toy piano; "
        "boite a musique; caja de musica; music boxes; musical snuffbox; ballerina box",
        "", "" },
    { "vibraphone", "11",
        "vibes player; vibraharp; vibraphon; vibrafon; vibrafono; jazz vibes; vibe "
        "mallets; vibraphones; vibrafone; vibraphone mallets",
        "", "" },
    { "marimba", "12",
        "marimbas; marimbaphone; wooden mallets; rosewood mallets; balafon; "
        "wooden bars; marimbafon; amadinda",
        "", "" },
    { "xylophone", "13",
        "xylo; xylofon; xylophon; silofono; xilofono; xylofoon; xilofone; "
        "xylorimba; zylophone; skeleton bones",
        "", "" },
    { "tubular bells", "14",
        "church bells; chimes; church bell; tubular chimes; orchestral chimes; cathedral bells; "
        "tower bells; rohrenglocken; tubular bell; tolling bells; tolling bell; bell tower; "
        "carillon "
        "bells; wedding bells; big ben",
        "", "" },
    { "dulcimer", "15",
        "hammered dulcimer; hammer dulcimer; santur; santoor; santur dulcimer; cimbalom; zither; "
        "hackbrett; psaltery; yangqin; mountain dulcimer; appalachian dulcimer; salterio; zymbal; "
        "autoharp",
        "", "" },
    { "organ", "19 16 18", "orgel; organo; orgue; organs; organist", "16-20", "" },
    { "drawbar organ", "16 17",
        "hammond organ; hammond; electric organ; tonewheel organ; tonewheel; b3; b3 organ; hammond "
        "b3; jazz organ; percussive organ; leslie organ; electronic organ; combo organ; gospel "
        "organ; "
        "farfisa; vox organ; orgue hammond; organ combo; soul organ; hammond orgel; drawbar; "
        "leslie; "
        "transistor organ",
        "", "" },
    { "rock organ", "18",
        "overdriven organ; distorted organ; dirty organ; screaming organ; "
        "growling organ; overdriven hammond",
        "", "" },
    { "church organ", "19",
        "pipe organ; cathedral organ; chapel organ; kirchenorgel; "
        "pipe organs; great organ; baroque organ; positive organ; theatre organ; "
        "theater organ",
        "16-20", "" },
    { "harmonium", "20",
        "reed organ; pump organ; melodeon organ; foot organ; parlour organ; "
        "parlor organ; indian harmonium",
        "", "" },
    { "accordion", "21",
        "squeezebox; squeeze box; accordeon; akkordeon; ziehharmonika; fisarmonica; acordeon; "
        "musette; piano accordion; button accordion; melodeon; accordian; french accordion; "
        "garmon; "
        "accordeon musette; schifferklavier; cajun accordion; garmoshka",
        "21 23", "" },
    { "harmonica", "22",
        "mouth organ; blues harp; harp harmonica; mundharmonika; mouth harp; "
        "armonica; harmonicas; harmonika; blues harmonica; chromatic harmonica; "
        "tin sandwich; french harp",
        "", "" },
    { "bandoneon", "23",
        "tango accordion; concertina; bandonion; english concertina; "
        "tango squeezebox; bandonium",
        "", "" },

    // Guitars and basses.
    { "guitar", "25 24 27 26",
        "gitarre; guitarist; chitarra; guitarra; guitare; gtr; guitar riffs; guitar riff", "24-31",
        "" },
    { "nylon guitar", "24",
        "classical guitar; spanish guitar; gut string guitar; nylon string guitar; nylon strings; "
        "flamenco guitar; classic guitar; konzertgitarre; chitarra classica; guitarra clasica; "
        "guitarra espanola; guitare classique; klassische gitarre; bossa guitar; nylon acoustic; "
        "acoustic nylon guitar; nylon acoustic guitar; fingerstyle nylon; nylon; vihuela; "
        "requinto; "
        "brazilian guitar; violao; gut strung guitar; latin guitar; fingerpicked nylon guitar; "
        "soft string guitar; acoustic guitar nylon",
        "", "" },
    { "steel guitar", "25",
        "steel string guitar; folk guitar; strummed guitar; acoustic guitars; steel strings; "
        "western "
        "guitar; twelve string guitar; 12 string guitar; twelve string; 12 string; dreadnought; "
        "campfire guitar; steel string acoustic; fingerpicked guitar; fingerstyle guitar; picked "
        "guitar; westerngitarre; pedal steel; pedal steel guitar; lap steel; slide guitar; dobro; "
        "resonator guitar; steel acoustic guitar; steel acoustic; bottleneck guitar; jangly "
        "guitar; "
        "acoustic guitar steel; acoustic steel guitar; lap steel guitar; country guitar; bouzouki",
        "", "" },
    { "acoustic guitar", "25 24",
        "acoustic; akustikgitarre; unplugged guitar; chitarra acustica; guitarra acustica; guitare "
        "acoustique; akustische gitarre; acoustic gtr; strumming guitar; strummed acoustic",
        "24 25", "" },
    { "jazz guitar", "26",
        "hollow body guitar; archtop; archtop guitar; jazz electric guitar; hollowbody; hollow "
        "body; "
        "electric jazz guitar; semi hollow guitar; mellow guitar; gypsy guitar; manouche guitar; "
        "octave guitar; electric guitar jazz; jazzgitarre; jazz box guitar",
        "", "" },
    { "clean electric guitar", "27",
        "clean guitar; clean electric; strat; stratocaster; telecaster; clean strat; funk guitar; "
        "surf guitar; twangy guitar; twang guitar; chorus guitar; electric guitar clean; reverb "
        "guitar; "
        "tremolo guitar; skank guitar; wah guitar; wah wah guitar; surf twang; chicken scratch "
        "guitar; chicken picking; saubere e gitarre; clean electric guitars; undistorted guitar; "
        "jangle guitar; shimmering guitar; electric lead guitar clean",
        "", "" },
    { "electric guitar", "27 29 26 30",
        "e guitar; e gitarre; electric guitars; elektrische gitarre; chitarra elettrica; guitarra "
        "electrica; guitare electrique; elec guitar; gibson; les paul; electric gtr; "
        "solidbody guitar; elektrogitarre",
        "26-31", "" },
    { "muted guitar", "28",
        "palm muted guitar; palm mute; palm muted; muted electric guitar; chugging guitar; palm "
        "muting; chugs; chugging guitars; electric guitar muted; damped guitar; chug guitar; "
        "scratch guitar; muted guitars",
        "", "" },
    { "overdriven guitar", "29",
        "crunch guitar; overdrive guitar; crunchy guitar; bluesy guitar; overdriven guitars; "
        "crunchy "
        "guitars; driven guitar; tube amp guitar; rock guitar; gritty guitar; dirty guitar; blues "
        "guitar; overdriven; rock guitars; overdriven electric guitar; tube screamer; overdrive; "
        "cranked guitar; lead rock guitar; screaming guitar; wailing guitar",
        "", "" },
    { "distorted guitar", "30",
        "distortion guitar; heavy guitar; fuzz guitar; heavy guitars; distorted guitars; metal "
        "guitar; power chords; high gain guitar; shredding guitar; shred guitar; heavy riffs; "
        "metal "
        "guitars; fuzzy guitar; fuzz guitars; grunge guitar; distorted electric guitar; guitar "
        "distortion; verzerrte gitarre; distortion guitars; saturated guitar; punk guitar; "
        "distortion; guitarra distorsionada; chainsaw guitar; heavily distorted guitar",
        "", "" },
    { "guitar harmonics", "31",
        "flageolet guitar; harmonics guitar; guitar flageolets; guitar "
        "feedback; chiming harmonics; natural harmonics",
        "", "" },
    { "bass", "33 32 38 34",
        "basses; bassline; bass line; bass part; bass player; basso; bajo; basse; low end; bass "
        "notes; "
        "bass groove; walking bassline; sub; bass lines; bassist; bass instrument; bassy",
        "32-39 43 bass", "bass" },
    { "upright bass", "32",
        "double bass; acoustic bass; stand up bass; standup bass; string bass; walking bass; "
        "kontrabass; contrabbasso; contrabajo; contrebasse; jazz bass; bass fiddle; bull fiddle; "
        "doghouse bass; slapped upright; plucked bass; upright; bass violin; pizzicato bass; "
        "kontrabas; double basses; rockabilly bass; walking bass line; acoustic upright bass",
        "", "bass" },
    { "electric bass", "33 34",
        "bass guitar; e bass; fender bass; finger bass; picked bass; fingered bass; precision "
        "bass; "
        "bass gitarre; bassgitarre; basso elettrico; bajo electrico; basse electrique; fingerstyle "
        "bass; rock bass; bass guitars; p bass; electric bass guitar; electric bass finger; "
        "electric "
        "bass pick; pick bass; plectrum bass; e bassgitarre; distorted bass; fuzz bass; guitarron",
        "", "bass" },
    { "fretless bass", "35",
        "fretless; fretless electric bass; sliding bass; mwah bass; fretless "
        "bass guitar; gliding bass",
        "", "bass" },
    { "slap bass", "36 37",
        "slapped bass; slapping bass; slap and pop bass; slap bass guitar; "
        "thumb bass; funk bass; popping bass; funky bass; slapbass; slap; "
        "slappy bass; thumped bass; slap bass 1; slap bass 2",
        "", "bass" },
    { "synth bass", "38 39",
        "synthesizer bass; synthesiser bass; analog bass; analogue bass; moog bass; acid bass; "
        "303; "
        "tb 303; sub bass; 808 bass; wobble bass; reese bass; electronic bass; acid line; acid "
        "bassline; bass synth; reese; synthbass; rubber bass; saw bass; square bass; wobbly bass; "
        "growl bass; fm bass; deep sub; 808s; sine bass; 808 sub; synth bass 1; synth bass 2; "
        "sidechained bass; pulsing bass; rolling bass; booming bass",
        "", "bass" },

    // Bowed and orchestral strings.
    { "violin", "40",
        "geige; violinist; violine; violino; violon; concert violin; stradivarius; "
        "strad; lead violin; electric violin; viool; first violin; romantic violin; "
        "erhu",
        "40 110", "" },
    { "viola", "41", "alto violin; bratsche; alto strings; viole; tenor violin", "", "" },
    { "cello", "42",
        "violoncello; cello player; celli; violoncelle; violonchelo; chelo; cellist; electric "
        "cello; "
        "cello section; violoncelo; viola da gamba; gamba; low bowed strings",
        "", "" },
    { "contrabass", "43",
        "bowed bass; arco bass; orchestral bass; bowed double bass; orchestral double "
        "bass; arco double bass; contrabasses; string basses; orchestral basses; "
        "bass viol; low strings",
        "", "bass" },
    { "tremolo strings", "44",
        "trembling strings; shivering strings; string tremolo; tremolando "
        "strings; tremolando; shimmering strings; strings tremolo; "
        "quivering strings; nervous strings; tremolo violins",
        "", "" },
    { "pizzicato strings", "45",
        "pizzicato; pizz; pizz strings; plucked violins; pizzicato violins; "
        "strings pizzicato; pizzicati; string plucks; plucked violin; "
        "pizzicato violin; pizzicato cello; pizzicatos; gezupfte streicher",
        "", "" },
    { "harp", "46",
        "concert harp; harfe; arpa; harpe; orchestral harp; celtic harp; plucked harp; "
        "harps; harp glissando; harp glissandi; harpist; lever harp; pedal harp; "
        "harp arpeggios; lyre; kora; angelic harp",
        "", "" },
    { "timpani", "47",
        "kettledrum; kettledrums; kettle drum; kettle drums; timps; pauken; orchestral "
        "drums; timpany; timpano; timbales orchestral; tympani; timpani roll; "
        "timpani rolls; concert drums",
        "", "" },
    { "synth strings", "50 51",
        "string machine; synthesized strings; synthesised strings; synthetic "
        "strings; electronic strings; solina; analog strings; analogue strings; "
        "mellotron strings; mellotron; string synth; synth string; "
        "fake strings; synthstrings; string synthesizer; disco strings synth",
        "", "" },
    { "choir", "52 53",
        "chorus of voices; choral; voices; choirs; choir aahs; choir oohs; aahs; oohs; ahs; oohs "
        "and "
        "aahs; vocal ensemble; chorale voices; mixed choir; boys choir; gregorian choir; wordless "
        "choir; wordless voices; chor; coro; choeur; choral voices; chorus of singers; angelic "
        "voices; "
        "angelic choir; voice oohs; humming choir; chanting monks; monks; wordless vocals; choir "
        "pad; "
        "heavenly voices; choristers; ahh; ooh; gospel choir; epic choir; latin choir; choir ahs",
        "52-54 85 91", "" },
    { "synth voice", "54",
        "vocoder; robot voice; synth vox; synth choir; robot choir; electronic "
        "voice; vox pad; talkbox; talk box; vocoder choir; synthetic voice; "
        "vocoder voice; robotic voice; synth voices; voice synth",
        "", "" },
    { "orchestra hit", "55",
        "orchestral hit; orchestral hits; orchestra hits; orchestra stab; "
        "orchestral stabs; orchestral stab; orch hit; orch hits; tutti hit; "
        "braaam; orchestra stabs",
        "", "" },

    // Brass.
    { "trumpet", "56",
        "trumpets; trumpet player; trompete; tromba; trompeta; trompette; cornet; flugelhorn; "
        "flugel "
        "horn; fluegelhorn; bugle; piccolo trumpet; mariachi trumpet; "
        "mariachi trumpets; tpt; cornetto; clarion; trumpeter; kornett; jazz trumpet",
        "56 59", "" },
    { "trombone", "57",
        "trombones; posaune; slide trombone; bass trombone; sackbut; tenor trombone; "
        "bone section; trombon; tbn; valve trombone; trombonist; trombone slides",
        "", "" },
    { "tuba", "58",
        "sousaphone; bass tuba; euphonium; helicon; tubas; oompah tuba; bombardon; "
        "baritone horn; brass bass; tenor tuba",
        "", "" },
    { "muted trumpet", "59",
        "mute trumpet; harmon mute; harmon mute trumpet; harmon muted trumpet; "
        "trumpet with mute; wah wah trumpet; cup mute trumpet; plunger trumpet; "
        "stopped trumpet; con sordino trumpet; muted trumpets; gedampfte trompete; "
        "plunger mute; trumpet mute; trumpet muted",
        "", "" },
    { "french horn", "60",
        "horn; french horns; waldhorn; corno; cor; trompa; orchestral horn; hunting "
        "horn; hunting horns; natural horn; alphorn; alpenhorn; mellophone; "
        "corni; heroic horn; heroic horns; orchestral horns; wagner tuba; f horn",
        "", "" },
    { "synth brass", "62 63",
        "synthesizer brass; synthesiser brass; analog brass; analogue brass; "
        "electronic brass; oberheim brass; synth brass stabs; brass synth; "
        "synth horns; eighties brass; 80s brass; synthbrass; fake brass; "
        "synthetic brass; synth brass 1; synth brass 2",
        "", "" },

    // Saxophones and woodwinds.
    { "saxophone", "65 66",
        "sax; saxes; saxophones; saxofon; sassofono; saxo; saxofone; saxaphone; "
        "sexy sax; sax riff; saxophonist; jazz sax; smooth sax",
        "64-67", "" },
    { "soprano sax", "64",
        "soprano saxophone; straight sax; soprano saxes; sopransaxophon; "
        "curved soprano; kenny g sax",
        "", "" },
    { "alto sax", "65",
        "alto saxophone; altsaxophon; alto saxes; alto; sax alto; bebop horn; "
        "alto saxophones; eb sax",
        "", "" },
    { "tenor sax", "66",
        "tenor saxophone; tenorsaxophon; tenor saxes; tenor; sax tenor; "
        "tenor saxophones; smoky sax; breathy sax; honking sax",
        "", "" },
    { "baritone sax", "67",
        "bari sax; baritone saxophone; low sax; bass sax; bass saxophone; bari; "
        "baritone saxes; sax section low; deep sax; baritonsaxophon; sax baritone",
        "", "" },
    { "oboe", "68",
        "oboes; oboe player; hautbois; hoboe; oboe d amore; oboe damore; oboi; oboist; shawm", "",
        "" },
    { "english horn", "69",
        "cor anglais; alto oboe; englischhorn; corno inglese; corno ingles; "
        "tenor oboe; cor anglaise",
        "", "" },
    { "bassoon", "70",
        "bassoons; fagott; fagotto; fagot; basson; contrabassoon; double bassoon; "
        "kontrafagott; contrafagotto; low double reed; bassoonist; dulcian",
        "", "" },
    { "clarinet", "71",
        "clarinets; clarinettist; klarinette; clarinetto; clarinete; clarinette; bass clarinet; "
        "licorice "
        "stick; liquorice stick; klezmer clarinet; chalumeau; basset horn; "
        "bassklarinette; clarinet in b flat; duduk; clarinetist; bb clarinet; "
        "alto clarinet; b flat clarinet",
        "", "" },
    { "piccolo", "72",
        "piccolo flute; small flute; ottavino; piccolos; octave flute; fife; flautin; "
        "kleine flote; piccolo fife; high flute",
        "", "" },
    { "flute", "73",
        "flutes; flute player; concert flute; flote; floete; querflote; querfloete; flauto; "
        "flauta; alto "
        "flute; bass flute; transverse flute; flute traversiere; traverso; silver flute; "
        "flutist; flautist; wooden flute; jazz flute; bansuri; boehm flute; "
        "irish flute; fluit; orchestral flute",
        "72-75 77", "" },
    { "recorder", "74",
        "recorders; blockflute; blockflote; block flute; blockfloete; fipple flute; "
        "flauto dolce; flute a bec; flauta dulce; treble recorder; alto recorder; "
        "soprano recorder; descant recorder; tenor recorder; school flute; "
        "flautino; bass recorder",
        "", "" },
    { "pan flute", "75",
        "panflute; panpipes; pan pipes; pan pipe; panpipe; zampona; siku; andean flute; "
        "panflote; panfloete; flauto di pan; flute de pan; quena; flauta de pan; "
        "peruvian flute; syrinx; reed pipes; zamponas; native american flute",
        "", "" },
    { "bottle blow", "76",
        "blown bottle; blown bottles; bottle; bottle flute; bottle blowing; "
        "jug; blowing bottle; jug blowing; bottle organ; breathy bottle",
        "", "" },
    { "shakuhachi", "77",
        "bamboo flute; japanese flute; zen flute; bamboo flutes; shakuhatchi; "
        "shinobue; dizi; chinese flute; asian flute; japanese bamboo flute; xiao",
        "", "" },
    { "whistle", "78",
        "whistling; tin whistle; penny whistle; pennywhistle; whistled tune; whistles; "
        "irish whistle; low whistle; whistler; human whistle; pfeifen; fischio; silbido; "
        "whistled melody; slide whistle; tinwhistle; pfeife; feadog",
        "", "" },
    { "ocarina", "79",
        "clay flute; ocarinas; vessel flute; sweet potato flute; okarina; xun; "
        "sweet potato; clay whistle",
        "", "" },

    // Synthesiser voices.
    { "square lead", "80",
        "square wave; square synth; chip lead; chiptune lead; 8 bit lead; eight bit "
        "lead; pulse wave; nes lead; gameboy lead; hollow synth; square wave lead; "
        "8 bit synth; lead square; game boy sound; pulse lead; beeper; chip "
        "synth; hollow lead; lead 1 square; bleeps; chip sounds; bleepy synth",
        "", "lead" },
    { "saw lead", "81",
        "sawtooth; sawtooth lead; saw wave; saw synth; supersaw; super saw; supersaw "
        "lead; supersaws; sawtooth synth; trance lead; hoover; hoover lead; lead saw; "
        "buzzy lead; buzzing lead; super saws; hoover synth; saw waves; lead 2 sawtooth; "
        "rave lead; buzzy synth",
        "", "lead" },
    { "synth lead", "81 80 82 84 87",
        "lead synth; lead synthesizer; lead synthesiser; soaring synth; moog "
        "lead; analog lead; analogue lead; monosynth; mono synth; synth melody; synth line; synth "
        "hook; "
        "screaming synth; electronic lead; portamento lead; squelchy lead; minimoog lead; lead "
        "synths; "
        "theremin; singing synth; synthie lead; synth leads; synthesizer lead; synthesiser lead",
        "80-87", "lead" },
    { "calliope lead", "82",
        "calliope; steam organ; fairground organ; carousel organ; circus organ; "
        "lead calliope; lead 3 calliope; carnival organ; merry go round organ; "
        "barrel organ; hurdy gurdy organ; drehorgel; street organ; "
        "hand cranked organ",
        "", "" },
    { "chiff lead", "83",
        "chiff; lead chiff; lead 4 chiff; chiffer lead; breathy synth lead; "
        "chiffy synth; air lead",
        "", "lead" },
    { "charang lead", "84",
        "charang; lead charang; lead 5 charang; guitar synth lead; guitar synth; "
        "distorted synth lead; distorted lead",
        "", "lead" },
    { "voice lead", "85",
        "lead voice; lead 6 voice; synth vox lead; vox lead; voice synth "
        "lead; vocal synth lead; vocal lead synth",
        "", "lead" },
    { "fifths lead", "86",
        "lead fifths; lead 7 fifths; fifth lead; parallel fifths synth; fifths synth; "
        "power fifth lead",
        "", "lead" },
    { "bass and lead", "87",
        "bass lead; lead 8 bass and lead; bass plus lead; bass and lead synth; "
        "big mono lead; fat lead; fat synth lead",
        "", "lead" },
    { "synth pad", "89 90 88 95",
        "pad; pads; synth pads; sustained synth; ambient pad; ambient pads; lush pad; lush pads; "
        "soft "
        "pad; soft pads; evolving pad; drone pad; atmospheric pad; atmospheric pads; airy pad; "
        "airy "
        "pads; dreamy pads; dreamy pad; background synth; ambient synth; synth wash; synth washes; "
        "synth drone; drone; drones; synthesizer pad; synthesiser pad; synth bed; flachen; dark "
        "pad; "
        "padsynth; pad synth; floating pads; padding synth; shimmering pads; deep pad; analog pad; "
        "analogue pad; ambient wash; synth pads warm; ambient synths; swelling synths; warm synths",
        "88-95", "pad" },
    { "new age pad", "88",
        "pad new age; fantasia; fantasia pad; pad 1 new age; glassy bell pad; "
        "bell pad",
        "", "pad" },
    { "warm pad", "89",
        "pad warm; warm pads; pad 2 warm; warm synth pad; warm synth; analog warm pad; "
        "warm analog pad; mellow pad",
        "", "pad" },
    { "polysynth pad", "90", "pad polysynth; pad 3 polysynth; poly pad; polysynth chords", "",
        "pad" },
    { "choir synth pad", "91",
        "pad choir; pad 4 choir; space voice; space voice pad; choir synth; "
        "vocal pad; voice pad; breath pad; angelic pad; ghostly pad; vox pads",
        "", "pad" },
    { "bowed pad", "92",
        "bowed glass; pad bowed; pad 5 bowed; glass pad; bowed glass pad; glass "
        "harmonica; glass armonica; singing bowl; singing bowls; tibetan bowls; "
        "crystal bowls; wine glasses; tibetan singing bowls",
        "", "pad" },
    { "metallic pad", "93",
        "metal pad; pad metallic; pad 6 metallic; cold pad; industrial pad; "
        "icy pad; steely pad",
        "", "pad" },
    { "halo pad", "94", "pad halo; pad 7 halo; heavenly pad; celestial pad; ethereal pad", "",
        "pad" },
    { "sweep pad", "95",
        "pad sweep; pad 8 sweep; filter sweep; sweeping pad; filter sweeps; sweeping "
        "synth; resonant sweep; swept pad",
        "", "pad" },
    { "synth effects", "99 96 98 102",
        "synth fx; evolving texture; synth texture; synth textures; evolving textures; electronic "
        "textures; textures; atmospheres; atmosphere synth; soundscape synth; electronic effects; "
        "ambient texture; ambient textures; glitchy synth; synthesised effects; fx synth; "
        "synth atmosphere; granular texture; granular synth; electronic texture",
        "96-103", "" },
    { "rain effect", "96", "fx rain; fx 1 rain; ice rain; rain synth; synth rain; rain pad", "",
        "" },
    { "soundtrack pad", "97",
        "fx soundtrack; fx 2 soundtrack; soundtrack synth; cinematic pad; "
        "cinematic pads; film pad; soundtrack effect; cinematic synth",
        "", "pad" },
    { "crystal", "98",
        "fx crystal; fx 3 crystal; crystal bells; crystal synth; glass bells; sparkle "
        "synth; synth bells; bell synth; glassy synth; crystalline synth; twinkling "
        "synth; digital bells; fm bells; crystal effect; sparkling bells",
        "", "" },
    { "atmosphere", "99",
        "fx atmosphere; fx 4 atmosphere; atmosphere effect; nylon atmosphere; "
        "atmospheric synth; atmospheric synths",
        "", "" },
    { "brightness", "100",
        "fx brightness; fx 5 brightness; brightness effect; bright synth; bright "
        "synths; shiny synth",
        "", "" },
    { "goblins", "101",
        "fx goblins; fx 6 goblins; goblin; goblin pad; goblins effect; spooky synth; "
        "eerie synth; creepy synth; goblin synth; ghost synth; scary synth",
        "", "" },
    { "echoes", "102",
        "fx echoes; fx 7 echoes; echo drops; echo synth; echoes effect; echoing synth; "
        "delay synth; echo drop; echoing synths",
        "", "" },
    { "sci-fi effect", "103",
        "fx sci fi; fx 8 sci fi; star theme; sci fi synth; scifi synth; space "
        "synth; alien synth; cosmic synth; sci fi sounds; sci fi effects; "
        "spacey synth; laser synth; sci fi fx; ufo sounds; space sounds; "
        "space synths",
        "", "" },

    // From all over the world.
    { "sitar", "104",
        "sitars; indian sitar; raga strings; tanpura; tambura; veena; sarod; indian strings; "
        "sarangi; electric sitar; oud; pipa",
        "", "" },
    { "banjo", "105",
        "banjos; banjo player; five string banjo; 5 string banjo; bluegrass banjo; tenor banjo; "
        "plectrum "
        "banjo; clawhammer banjo; banjolele; banjo rolls; guitjo; claw hammer; "
        "banjo picking; banjoist",
        "", "" },
    { "shamisen", "106",
        "samisen; sanshin; japanese lute; japanese banjo; tsugaru shamisen; "
        "shamizen; syamisen",
        "", "" },
    { "koto", "107",
        "japanese zither; guzheng; gayageum; asian zither; chinese zither; japanese harp; "
        "zheng; kotos; gu zheng; korean zither; guqin; kanun; qanun",
        "", "" },
    { "kalimba", "108",
        "thumb piano; mbira; kalimbas; thumb harp; african thumb piano; likembe; sansula; "
        "finger piano; hand piano; tongue drum; hang drum; handpan; steel tongue drum; "
        "hang; zimbabwean mbira",
        "", "" },
    { "bagpipes", "109",
        "bagpipe; bag pipe; bag pipes; pipes; highland pipes; uilleann pipes; scottish "
        "pipes; dudelsack; cornamusa; cornemuse; gaita; great highland bagpipe; musette "
        "pipes; northumbrian pipes; pipe band; uillean pipes; irish pipes; gaitas; "
        "border pipes",
        "", "" },
    { "fiddle", "110",
        "fiddles; fiddle player; folk fiddle; country fiddle; country violin; irish fiddle; "
        "bluegrass "
        "fiddle; fiddler; fidel; cajun fiddle; folk violin; hardanger fiddle; hoedown "
        "fiddle; celtic fiddle; fidula; hurdy gurdy; gypsy violin; klezmer violin; "
        "nyckelharpa; old time fiddle; barn dance fiddle",
        "", "" },
    { "shanai", "111",
        "shehnai; shenai; surna; zurna; sorna; snake charmer; snake charmer pipe; indian "
        "oboe; nadaswaram; sopila; suona; turkish oboe",
        "", "" },
    { "tinkle bell", "112",
        "tinkle bells; tinkling bell; tinkling bells; small bells; small bell; sleigh "
        "bells; sleigh bell; jingle bells bells; jingle bell; hand bell; hand bells; "
        "handbell; handbells; finger cymbals; triangle bell; wind chimes; windchimes; "
        "little bells; cow bells; jingles; wind chime; temple bell; temple bells; "
        "gentle bells; schellen",
        "", "" },
    { "agogo", "113",
        "agogo bells; agogo bell; double bell; gonkogui; a go go bells; samba bells; "
        "agogos; ago go; apito",
        "", "" },
    { "steel drums", "114",
        "steelpan; steel pan; steelpans; steel pans; steel drum; pans; pan drum; "
        "caribbean drums; caribbean drum; steel band; trinidad pans; caribbean "
        "steel pans; steeldrum; steeldrums; tenor pan; calypso drums; "
        "island drums",
        "", "" },
    { "woodblock", "115",
        "wood block; woodblocks; wood blocks; temple block; temple blocks; temple "
        "blocks percussion; castanet block; wooden block; holzblock; mokugyo; "
        "clip clop; horse hooves; clave block; ticking wood; tempelblock",
        "", "" },
    { "taiko", "116",
        "taiko drum; taiko drums; taikos; japanese drums; big drums; japanese drum; epic "
        "drums; war drums; war drum; odaiko; cinematic drums; tribal drums; battle drums; "
        "battle drum; tribal drum; thunder drums; epic percussion; huge drums; "
        "ceremonial drums",
        "", "" },
    { "toms", "117",
        "tom; tom toms; tom tom; melodic tom; melodic toms; floor tom; floor toms; tomtom; "
        "tomtoms; rack toms; roto toms; rototoms; concert toms; stehtom; tom drums; "
        "tom drum; tuned toms",
        "", "" },
    { "synth drum", "118",
        "synth drums; synth tom; electronic tom; simmons drum; simmons; syndrum; "
        "electronic toms; disco tom; synth toms; pew pew drum; simmons drums; synth "
        "percussion; syndrums; space drum; synthesized drum; synthesised drum",
        "", "" },
    { "reverse cymbal", "119",
        "reversed cymbal; reverse cymbals; backwards cymbal; cymbal swell; cymbal "
        "swells; swell cymbal; reversed cymbals; reverse crash; cymbal reverse; "
        "backward cymbal; inverted cymbal; suction cymbal; riser cymbal",
        "", "" },

    // The eight effects of General MIDI.
    { "sound effects", "122 123 120 121 124 125 126 127",
        "sound effect; sfx; foley; nature sounds; noises; nature sound; noise effects; effects "
        "sounds; "
        "ambient noises; noise effect; environmental sounds; everyday noises",
        "120-127", "" },
    { "guitar fret noise", "120",
        "fret noise; fret noises; string squeak; guitar squeak; fret squeak; "
        "finger squeak; finger noise; string noise; guitar fret squeaks",
        "", "" },
    { "breath noise", "121",
        "breath; breath sound; breathing sound; breathing sounds; breath noises; "
        "breathing noise; key click; breaths",
        "", "" },
    { "seashore", "122",
        "sea waves; ocean waves; ocean sounds; waves crashing; crashing waves; surf "
        "sounds; sea sounds; wind and waves; sound of the sea; sound of waves; "
        "beach sounds; ocean sound; sea shore; wave sounds; sea sound; sound of the "
        "ocean; meeresrauschen; beach waves; wind sounds",
        "", "" },
    { "bird tweet", "123",
        "bird tweets; birdsong; bird song; bird sounds; birds chirping; chirping "
        "birds; bird calls; bird sound; bird call; singing birds; tweeting birds; "
        "birds singing; vogelgezwitscher; bird chirps; bird noises",
        "", "" },
    { "telephone ring", "124",
        "phone ring; telephone; ringing phone; ringing telephone; phone ringing; "
        "ringtone sound; telephone bell; phone bell; telephone ringing; "
        "ring tone",
        "", "" },
    { "helicopter", "125",
        "chopper; helicopters; helicopter sound; helicopter sounds; helicopter noise; "
        "rotor sound; rotor blades; chopper sound",
        "", "" },
    { "applause", "126",
        "clapping crowd; crowd applause; audience applause; crowd clapping; ovation; "
        "audience clapping; cheering crowd; crowd cheering; crowd noise; standing "
        "ovation; crowd sounds; beifall; applauding crowd",
        "", "" },
    { "gunshot", "127",
        "gun shot; gunshots; gun shots; gunfire; gun sounds; shots fired; pistol shot; "
        "rifle shot; gun sound; shotgun blast; gun fire; pistol shots",
        "", "" },

    // Drums.
    { "drums", "drums",
        "drum; double bass drums; double bass drum; double kick; drum kit; drum set; drumkit; "
        "drumset; kit; trap set; beats; drumbeat; drum beat; "
        "drum beats; "
        "drummer; drumming; acoustic drums; live drums; backbeat; back beat; kick drum; kick; "
        "snare; "
        "snare drum; hi hat; hi hats; hihat; hihats; hats; cymbals; cymbal; bass drum; ride "
        "cymbal; "
        "crash cymbal; schlagzeug; batteria; bateria; batterie; tambores; trommeln; drum track; "
        "rim "
        "shots; rimshot; rimshots; rim shot; rock drums; rock kit; drum loop; drum loops; drum "
        "groove; "
        "drum pattern; percussion kit; big beat drums; bombastic drums; marching snare; snares; "
        "drum part; "
        "drums part; jazz drums; gated drums; drum grooves; drum patterns; breakbeat drums; heavy "
        "drums; "
        "snare drums; marching drums; military drums; field drums; drum rolls; drum roll; "
        "percussive "
        "beat; standard kit; studio drums; jazz kit; power kit; room kit; tumba",
        "117 118", "drums" },
    { "percussion", "drums",
        "percussions; percussive; percussion instruments; percussion section; schlagwerk; "
        "percussioni; "
        "percusion; perc; orchestral percussion; percussionist; drums and percussion; percussives; "
        "schlaginstrumente; beats and percussion; anything percussive",
        "47 112-119 drums", "drums" },
    { "electronic drums", "drums",
        "drum machine; drum machines; programmed drums; 808; 909; tr 808; tr 909; 808 drums; 909 "
        "drums; "
        "electronic beat; electronic beats; electronic percussion; electro drums; e drums; "
        "electronic "
        "drum kit; sampled drums; sequenced drums; linndrum; 808 kick; 808 beat; machine drums; "
        "trap "
        "hats; house beat; techno kick; drum computer; synthetic drums; beatbox machine; rhythm "
        "machine; digital drums; four on the floor kick; 808 kit; electronic drum; electronic kit; "
        "elektronisches schlagzeug; drumcomputer; rhythm box; drum sequencer; clap; claps; "
        "handclaps; "
        "hand claps; house drums; techno drums",
        "117 118", "drums" },
    { "hand percussion", "drums",
        "congas; conga; bongos; bongo; djembe; cajon; shaker; shakers; maracas; tambourine; "
        "tambourines; "
        "guiro; claves; clave; timbales; cabasa; cowbell; castanets; latin percussion; hand drums; "
        "hand "
        "drum; tabla; tablas; bodhran; udu; darbuka; doumbek; pandeiro; surdo; cuica; african "
        "drums; "
        "congas and bongos; shaker and tambourine; african percussion; brazilian percussion; bongo "
        "drums; conga drums; frame drum; tambourine and shaker; triangle; egg shaker; rattles; "
        "rattle; "
        "vibraslap; bell tree; talking drum; darabuka; riq; daf; dhol; latin drums; caxixi; "
        "rainstick; "
        "world percussion; kettle bongos; batucada drums; ganza; repinique; tumbadora; tamborine",
        "", "drums" },
    { "brushed drums", "drums",
        "brushes; brush kit; brush drums; brushed snare; drums with brushes; brushed kit; brush "
        "drumming; "
        "brushwork; jazz brushes; soft brushes; brushed drum kit; snare brushes; brush strokes; "
        "besen; "
        "swishing brushes; brushed cymbals; drum brushes; brush snare",
        "117 118", "drums" },

    // Roles: only "no melody" and "no chords" mean something.
    { "melody", "", "lead; melodies; lead line; lead melody; melody line; topline", "lead", "" },
    { "chords", "", "harmonies; block chords; chordal accompaniment", "chords", "" },

    // Relatives without a program of their own: the nearest voice.
    { "lute", "24",
        "lutes; theorbo; renaissance lute; baroque lute; archlute; laute; liuto; luth; laud; "
        "plucked lute; chitarrone; oud lute; cittern",
        "", "" },
    { "mandolin", "25",
        "mandolins; mandoline; mandolino; mandola; mandolina; tremolo mandolin; "
        "octave mandolin; bluegrass mandolin; mandocello; balalaika; charango; "
        "cavaquinho; mandolinen",
        "", "" },
    { "ukulele", "24",
        "uke; ukelele; ukuleles; ukes; hawaiian guitar; ukalele; little guitar; "
        "cuatro; tiple; strummed uke; soprano ukulele; ukulele strums",
        "", "" },
});

} // namespace

std::span<const InstrumentRow> instrumentRows()
{
    return kRows;
}

} // namespace pieria::prompt
