// Tempo, energy, its course, structure and metre in words.
#include "core/prompt/lexicon/tables.h"

#include <array>

namespace pieria::prompt {

namespace {

constexpr auto kTempi = std::to_array<TempoRow>({
    { "very slow", 40, 60,
        "largo; grave tempo; extremely slow; larghissimo; really slow; super slow; painfully slow; "
        "snail pace; "
        "glacial pace; sehr langsam; molto lento; muy lento; tres lent; adagissimo; ultra slow; so "
        "slow; "
        "as slow as possible; dead slow; crawling; snails pace; glacially slow; at a crawl; "
        "funeral tempo; "
        "incredibly slow; lentissimo; extra slow; dirge; dirge like; slowest; funereal pace; very "
        "very slow; "
        "at a snails pace; insanely slow" },
    { "slow", 55, 82,
        "adagio; slow tempo; unhurried; lento; slowly; slow paced; larghetto; langsam; lent; "
        "lenta; slower; "
        "low tempo; slow burning; slow moving; slow burn; adagietto; lentement; slow pace; "
        "sluggish; slo; "
        "plodding; dragging; languorous; slow motion; low bpm; slow beat; slow groove; ponderous; "
        "taking its "
        "time; lente; lentamente; slow speed; no hurry; getragen; slow mo; at a slow pace; slow "
        "mid; "
        "slow going; despacio; tempo slow; on the slow side; half speed; lumbering; slow rhythm; "
        "lingering" },
    { "rather slow", 70, 92,
        "fairly slow; quite slow; a bit slow; somewhat slow; moderately slow; slowish; kind of "
        "slow; "
        "pretty slow; relatively slow; a little slow; slightly slow; andantino lento; medium slow; "
        "slow medium; slow ish; slow to medium; slow to mid; rather slowly; not fast; not so "
        "fast" },
    { "relaxed walking pace", 76, 104,
        "andante; walking tempo; strolling; walking pace; andantino; relaxed tempo; laid back "
        "tempo; leisurely; "
        "gehend; at ease tempo; walking speed; ambling; easy tempo; easy pace; comfortable tempo; "
        "sauntering; "
        "moderately relaxed; gentle pace; relaxed pace; steady walking; unrushed; strolling pace; "
        "easygoing tempo; casual pace; relaxed speed; at a stroll; laid back pace; sunday stroll" },
    { "laid-back", 76, 104,
        "laid back; laidback groove; behind the beat; relaxed groove; lazy tempo; lazy beat; "
        "kicked back; laid back groove; laid back feel; lazy groove; loping" },
    { "medium tempo", 96, 122,
        "moderate tempo; moderato; mid tempo; midtempo; medium; moderate; medium paced; medium "
        "pace; "
        "mid paced; moderately; massig; neither slow nor fast; average tempo; moderate pace; "
        "medium speed; "
        "middling tempo; mittleres tempo; tempo medio; medio tempo; mid speed; medium groove; "
        "moderate speed; "
        "normal tempo; normal speed; tempo moderado; mittelschnell; moderately paced; tempo "
        "giusto; "
        "medium swing; mid pace; middle tempo; average speed; middle of the road tempo; ordinary "
        "tempo" },
    { "rather fast", 112, 138,
        "allegretto; allegro ma non troppo; allegro non troppo; brisk; briskly; fairly fast; quite "
        "fast; moderately fast; medium fast; pretty "
        "fast; "
        "somewhat fast; allegro moderato; a bit fast; fastish; medium up; relatively fast; kind of "
        "fast; "
        "up beat; upbeat; upbeat tempo; a little fast; sprightly tempo; fast ish; not slow; "
        "mid to fast; medium to fast; on the fast side; a bit faster; slightly fast; quick ish; "
        "brisk tempo; brisk pace; stepping lively" },
    { "driving", 118, 148,
        "driving tempo; driving beat; driving rhythm; propulsive; charging; galloping; "
        "motoric; steaming along; driving pace; chugging along; pushing ahead; "
        "forward moving; trotting" },
    { "fast", 128, 164,
        "allegro; uptempo; quick; up tempo; fast paced; quickly; rapid; speedy; schnell; rapide; "
        "rapido; veloce; "
        "high tempo; swift; faster; fast tempo; hurried; rapidly; swiftly; fast moving; pacy; "
        "zippy tempo; vite; "
        "high speed; high bpm; quick paced; quick tempo; fast pace; fast beat; rasch; fleet; "
        "vivace; fast groove; "
        "speedily; rapid fire; quickstep tempo; molto allegro; on the double; nippy; hasty; "
        "racing; rushing; "
        "at speed; full speed; fast rhythm; vif; velocemente; pacey; snappy; tempo fast; double "
        "quick; hurrying; "
        "flott; allegro vivace; fast speed; con moto; double time; double time feel; quickened; "
        "rattling along" },
    { "very fast", 160, 196,
        "presto; breakneck; very quick; prestissimo; blistering; lightning fast; extremely fast; "
        "super fast; "
        "really fast; breakneck speed; vivacissimo; blazing; ultra fast; as fast as possible; sehr "
        "schnell; "
        "hyperspeed; at full speed; furiously fast; tres vite; muy rapido; molto veloce; insanely "
        "fast; "
        "warp speed; speed of light; blazing fast; blistering pace; extra fast; incredibly fast; "
        "breathtaking "
        "speed; top speed; full throttle; supersonic; at lightning speed; hell for leather; speed "
        "demon; "
        "allegrissimo; breakneck pace; flat out; lightning speed; ludicrous speed; crazy fast; "
        "frantic pace; "
        "mega fast; so fast; at breakneck speed; lightning quick; super quick; ridiculously fast" },
});

constexpr auto kEnergies = std::to_array<EnergyRow>({
    { "low energy", 0.2,
        "subdued; gentle; restrained; low intensity; low key; lowkey; mild; light energy; "
        "undemanding; gently; "
        "understated; unobtrusive; minimal energy; less energy; easy energy; background; toned "
        "down; "
        "inconspicuous; sanft; suave energy; doux; held back; discreet; laid low; light touch; "
        "tame; "
        "delicately; low dynamics; background music; leise energie; low volume; mellowed; feather "
        "light" },
    { "medium energy", 0.5,
        "moderate energy; balanced; mid energy; medium intensity; moderate intensity; "
        "average energy; middle energy; half energy; some energy; energy medium" },
    { "high energy", 0.88,
        "powerful; driving; intense; high intensity; full power; hard; heavy; maximum energy; full "
        "on; strong "
        "energy; powerhouse; intensive; lots of energy; hard driving; power; full energy; all out; "
        "very "
        "energetic; super energetic; intensity; highly energetic; very intense; power packed; full "
        "force; "
        "high power; with force; energy high; high impact; heavy duty; full tilt; big energy" },
    { "soft", 0.2,
        "quiet; hushed; piano dynamics; softly; quietly; pianissimo; whispering; whispered; "
        "delicate dynamics; "
        "leise; sottovoce; sotto voce; muted dynamics; faint; low volume soft; silent; very soft; "
        "very quiet; "
        "piano e dolce; silence; soft dynamics; soft and low; whisper quiet; mezzo piano; barely "
        "there; whisper; "
        "low and soft; murmuring; at a whisper; softer; quieter; dim; inaudible; noiseless" },
    { "loud", 0.92,
        "forceful; booming; fortissimo; forte; loudly; laut; thundering; deafening; noisy loud; "
        "blaring; blasting; "
        "very loud; full volume; fff; roaring; sforzando; high volume; loudness; louder; ear "
        "splitting; forte "
        "dynamics; thunderous loud; cranked up; at full volume; wall of sound; max volume; strong "
        "dynamics; "
        "at full blast; turned up; earth shaking; earsplitting; blasted; resounding; loud and "
        "proud" },
});

constexpr auto kCurves = std::to_array<CurveRow>({
    { "rising energy", EnergyCurve::Rising,
        "builds up; gets loud; becomes loud; ends loud; ends big; build up; builds; building; "
        "building up; build; crescendo; growing; grows; "
        "rising; rises; "
        "increasing intensity; gradually builds; slowly builds; slow build; gets louder; getting "
        "louder; "
        "increasing energy; gets more intense; getting more intense; gathers energy; intensifies; "
        "intensifying; escalating; escalates; ramps up; ramping up; ramp up; swells; swelling; "
        "fade in; fades "
        "in; fading in; gains energy; growing in intensity; gradually louder; builds to a climax; "
        "builds to a "
        "peak; building to a climax; climbing; steigernd; in crescendo; gets bigger; grows louder; "
        "rising "
        "energy; louder and louder; more and more intense; builds gradually; grows bigger; "
        "building tension; "
        "builds tension; builds in intensity; increases in energy; increases in intensity; "
        "starting soft; gradual "
        "build; slow crescendo; picks up; picking up; rising tension; crescendo section; growing "
        "energy; heating "
        "up; heats up; mounting; rising action; swell; energy rises; builds slowly; gradually "
        "building; mounts; "
        "gains momentum; gaining momentum; gathering momentum; increasing; gradually increasing; "
        "starts small; "
        "starts soft; starts quiet; starts slow; begins quietly; starts quietly; starts softly; "
        "begins softly; "
        "grows in intensity; growing intensity; steadily building; getting bigger; getting "
        "stronger; "
        "leading to a climax; reaching a climax; climactic; towards a climax; to a climax; "
        "anschwellend" },
    { "falling energy", EnergyCurve::Falling,
        "fading; ends quiet; ends soft; ends calm; ending quiet; ends slow; fades; fade out; fades "
        "out; fading out; decrescendo; diminuendo; winds down; "
        "winding down; dies "
        "away; dying away; gets softer; getting softer; gets quieter; getting quieter; calms down; "
        "tapers off; tapering off; dissolves; subsides; subsiding; falling energy; ebbing; wind "
        "down; "
        "decreasing energy; fade away; fades away; fading away; gradually quieter; softer and "
        "softer; calmer "
        "and calmer; slowly fades; settles down; dwindles; dwindling; cools down; cooling down; "
        "morendo; perdendosi; dies down; dying down; quieter and quieter; decaying; drops in "
        "energy; loses energy; "
        "losing energy; dissolving; fade; gradually fades; fade to silence; fades to silence; "
        "fades to nothing; "
        "decreasing intensity; thins out; thinning out; calando; declining; receding; recedes; "
        "peters out; "
        "ends quietly; ends softly; ending softly; ending quietly; ends calmly; starts loud; "
        "begins loud; "
        "decreasing; trails off; trailing off; energy falls; dropping energy; waning; abklingend; "
        "smorzando; "
        "fades into silence; fading into silence; loses steam; evaporates; deflating; "
        "deescalating" },
    { "arch of energy", EnergyCurve::Arch,
        "rises and falls; rise and fall; swells and fades; builds then fades; builds and fades; "
        "rising and "
        "falling; peaks in the middle; climax in the middle; grows and fades; builds up and fades; "
        "builds and "
        "then fades; arch; arc; arch shaped; wave like; builds up then fades; swells and subsides; "
        "builds up and "
        "then calms down; builds then calms down; peak in the middle; loudest in the middle; grows "
        "then "
        "fades; crescendo and decrescendo; crescendo then decrescendo; builds and recedes; "
        "arching; messa di "
        "voce; builds up then calms down; peaks halfway; builds up and calms down; ebb and flow; "
        "ebbs and flows; "
        "builds then drops; climaxes in the middle; peaks midway" },
    { "valley of energy", EnergyCurve::Valley,
        "falls and rises; drops and returns; dips in the middle; breaks down in the middle; quiet "
        "in the middle; "
        "breakdown in the middle; calm in the middle; falls and rises again; quiet middle; calm "
        "middle; "
        "quiet middle section; calm middle section; soft middle section; drops down and builds "
        "again; "
        "soft in the middle; drops down then builds; soft middle; thins out in the middle; quieter "
        "middle" },
    { "steady energy", EnergyCurve::Flat,
        "steady energy; constant energy; even energy; same energy throughout; steady throughout; "
        "static; "
        "unchanging; constant intensity; consistent energy; steady dynamics; flat dynamics; even "
        "dynamics; "
        "steady intensity; no buildup; flat energy; constant; consistent; steady state; constant "
        "dynamics; "
        "same level throughout; uniform; even throughout; unvarying" },
});

constexpr auto kStructures = std::to_array<StructureRow>({
    { "intro", StructureFlag::Intro,
        "introduction; lead in; leadin; short intro; opening section; intro section; long intro; "
        "einleitung; "
        "introduzione; introduccion; prelude section; opening bars; intro bars; pickup intro; "
        "introductory section; introductory bars; intros; four bar intro; count in; opening "
        "passage; "
        "intro part; vorspiel; intro passage; warm up section; opening phrase; opening" },
    { "ending", StructureFlag::Ending,
        "outro; coda; closing bars; final chord; big finish; finale; tag ending; conclusion; "
        "proper ending; "
        "schluss; fine; closing section; final cadence; outro section; end section; grand finale; "
        "ritard "
        "ending; big ending; hard stop; clean ending; ending section; closing; concluding; sign "
        "off; "
        "final section; nachspiel; outros; ends with; wrap up; conclusive; definite ending; clear "
        "ending; "
        "concluding section; concludes; close; tag; curtain call; final bars; last bars; full stop "
        "ending; "
        "wraps up; satisfying end; ending tag; button ending; resolution at the end; ends on the "
        "tonic; real "
        "ending; codetta; send off; final flourish; finish" },
    { "fills", StructureFlag::Fills,
        "fill; drum fill; drum fills; turnaround fill; fill ins; fill in; tom fills; tom fill; "
        "drum breaks; "
        "drum break; fills between sections; turnarounds; turnaround; fills on the drums; snare "
        "fills; "
        "drummed fills; snare fill; breaks on the drums; percussion fills; drum roll fills; drums "
        "fills; "
        "rolls and fills; transitional fills; transition fills" },
    { "loop", StructureFlag::Loop,
        "seamless loop; looping; loopable; looped; loops; seamlessly looping; endless loop; looped "
        "phrase; "
        "perfect loop; seamless looping; infinite loop; repeat forever; endlessly; can be looped; "
        "that loops; schleife; boucle; on repeat; loop able; bucle; made to loop; should loop; "
        "gapless" },
});

constexpr auto kMetres = std::to_array<MetreRow>({
    { "3/4",
        "three four time; three four; triple metre; triple meter; triple time; waltz time; waltz "
        "metre; "
        "waltz meter; three quarter time; three quarters time; dreivierteltakt; drei viertel takt; "
        "tre quarti; "
        "three in a bar; three beats per bar; three beats to the bar; three beats per measure; "
        "waltz feel; "
        "waltz rhythm; three beats in a bar; three to the bar; trois temps; trois quatre; 3 beats "
        "per bar; "
        "three beats to a bar; 3 beats per measure; oom pah pah; compas de tres por cuatro; "
        "oompahpah; "
        "three beat; 3 beats to the bar; tres por cuatro; three crotchets; three beats a bar" },
    { "4/4",
        "four four time; common time; square metre; square meter; four four; quadruple metre; "
        "quadruple "
        "meter; quadruple time; viervierteltakt; four beats per bar; four beats to the bar; four "
        "beats per "
        "measure; vier viertel takt; quattro quarti; straight four; four in a bar; standard time; "
        "four to the bar; quatre temps; standard metre; standard meter; 4 beats per bar; normal "
        "time signature; "
        "4 beats to the bar; cuatro por cuatro; four beats a bar; regular time; 4 beats per "
        "measure" },
    { "6/8",
        "six eight time; compound time; rolling metre; six eight; compound metre; compound meter; "
        "compound "
        "duple; six eight feel; sechsachteltakt; sechs achtel takt; sei ottavi; rolling meter; jig "
        "time; "
        "barcarolle; siciliana; siciliano; six to the bar; six eighths; lilting metre; tarantella; "
        "compound "
        "duple time; compound duple meter; compound duple metre; seis por ocho; six eight groove; "
        "lilting six; rocking six; six beats per bar; six beats to the bar; six huit; tarantella "
        "rhythm" },
    { "2/4",
        "two four time; duple metre; duple meter; two four; duple time; march time; "
        "zweivierteltakt; two "
        "beats per bar; two beats to the bar; zwei viertel takt; due quarti; two in a bar; polka "
        "time; two "
        "beat; oom pah time; deux temps; simple duple; two beats per measure; dos por cuatro; two "
        "to the bar; "
        "2 beats per bar; marching metre; simple duple time; simple duple meter; left right left "
        "right; "
        "two step metre; simple duple metre; in two four" },
    { "5/4",
        "five four time; odd metre; lopsided beat; five four; odd meter; odd time; odd time "
        "signature; "
        "quintuple metre; quintuple meter; quintuple time; funfvierteltakt; five beats per bar; "
        "five beats "
        "to the bar; five in a bar; five beats per measure; irregular metre; irregular meter; "
        "cinque quarti; "
        "uneven metre; uneven meter; asymmetric metre; asymmetric meter; take five feel; "
        "asymmetrical meter; "
        "unusual time signature; cinq temps; cinco por cuatro; five to the bar; limping metre; "
        "limping beat; "
        "5 beats per bar; asymmetrical metre; take five; odd meters; unusual metre; unusual meter; "
        "lopsided; "
        "five beat; five beats a bar; irregular time; unusual time; strange time signature" },
    { "2/2",
        "cut time; alla breve; cut common time; two two time; two two; half time metre; "
        "cut common" },
});

} // namespace

std::span<const TempoRow> tempoRows()
{
    return kTempi;
}

std::span<const EnergyRow> energyRows()
{
    return kEnergies;
}

std::span<const CurveRow> curveRows()
{
    return kCurves;
}

std::span<const StructureRow> structureRows()
{
    return kStructures;
}

std::span<const MetreRow> metreRows()
{
    return kMetres;
}

} // namespace pieria::prompt
