// What the studio cannot do, makers whose names stand for a style, and plain words of music.
#include "core/prompt/lexicon/tables.h"

#include <array>

namespace pieria::prompt {

namespace {

constexpr auto kImpossible = std::to_array<ImpossibleRow>({
    { "vocals", Impossible::Vocals,
        "vocal; singer; singers; singing; sung; sing; sings; lyrics; lyric; lead vocal; lead "
        "vocals; female "
        "vocal; female vocals; male vocal; male vocals; female singer; male singer; female voice; "
        "male voice; "
        "vocalist; backing vocals; backing vocal; vocal harmonies; vocal harmony; rapper; rapping; "
        "raps; rap "
        "vocals; rap vocal; rap verse; tenor voice; baritone voice; alto voice; vocal melody; "
        "vocal hook; vocal chops; vocal samples; vocal sample; vox; autotune; auto tune; "
        "autotuned; crooning; "
        "yodel; yodelling; yodeling; beatboxing; beatbox; spoken word; spoken words; narration; "
        "narrator; "
        "a cappella; acapella; acappella; gesang; chant vocals; screaming vocals; growls; scat; "
        "scatting; "
        "scat singing; human voice; mc; emcee; sung lyrics; sopranos; falsetto; whispered vocals; "
        "dialogue; voice over; voiceover; vocalists; vocalise; sangerin; sanger; chanteuse; "
        "barbershop; barbershop quartet; duet vocals; vocal line; vocal track; rap; girl singing; "
        "boy singing; "
        "throat singing; humming; vocal part; cantante; chanteur; diva; opera singer; ad libs; "
        "vocals with lyrics" },
    { "recordings", Impossible::Recording,
        "field recording; field recordings; live recording; live audience; concert recording; real "
        "recording; "
        "real recordings; sampled loop; sampled loops; record sample; vinyl sample; found sound; "
        "found sounds; "
        "tape recording; sample from; samples from; movie quotes; audio clip; audio sample; "
        "my recording; my voice; original recording; live concert; radio broadcast; cover of; "
        "remix of; remake of" },
    { "sound effects", Impossible::SoundEffects,
        "explosion; explosions; footsteps; thunder; thunderstorm; rain sounds; rain sound; sound "
        "of rain; siren; "
        "sirens; vinyl crackle; vinyl noise; tape hiss; record scratch; record scratches; "
        "scratching; "
        "turntable scratches; dj scratches; car sounds; engine sounds; traffic noise; city noise; "
        "crickets; "
        "animal sounds; dog barking; cat meowing; laser sounds; fire crackling; crackling fire; "
        "door creak; "
        "screams; laughter; heartbeat sound; heartbeat sounds; vinyl crackles; white noise; rain "
        "falling; "
        "crackle; crackling; whoosh; whooshes; risers; riser; sub drop; sub drops; record crackle; "
        "rainforest sounds; water sounds; thunder sounds; street noise; crowd chatter; glass "
        "breaking; "
        "train sounds; dripping water; barking; static noise; radio static; car horn; alarm" },
    { "tempo change", Impossible::TempoChange,
        "speeding up; accelerando; getting faster; gathering pace; speeds up; speed up; "
        "accelerating; "
        "accelerates; gets faster; faster and faster; slowing down; ritardando; getting slower; "
        "slows down; "
        "slow down; ritard; rallentando; rit; tempo change; tempo changes; changing tempo; "
        "gradually faster; "
        "gradually slower; beschleunigend; stringendo; slower and slower; gets slower; changes "
        "tempo; "
        "variable tempo; tempo shift; tempo shifts; increasing tempo; decreasing tempo; "
        "decelerating; "
        "allargando; picks up speed; picking up speed; ritenuto; gaining speed; loses speed; tempo "
        "increases" },
    { "key change", Impossible::KeyChange,
        "modulation; modulations; modulates; modulating; key changes; truck driver modulation; "
        "changes key; "
        "modulate; changing keys; key shift; change of key; truck driver key change; shifts key" },
    { "free tempo", Impossible::FreeTime,
        "rubato; flexible time; free time; without a beat; ad libitum; no fixed tempo; unmetered; "
        "free rhythm; "
        "no tempo; no meter; no metre; out of time; tempo rubato; free flowing tempo; senza "
        "misura; "
        "free metre; free meter; no steady tempo" },
});

constexpr auto kArtists = std::to_array<ArtistRow>({
    { "Hans Zimmer", "film score; orchestral", "epic", "zimmer" },
    { "John Williams", "film score; orchestral", "heroic", "" },
    { "Ennio Morricone", "western; film score", "", "morricone" },
    { "Danny Elfman", "film score", "playful; mysterious", "elfman" },
    { "Howard Shore", "film score; orchestral", "majestic", "" },
    { "Ludovico Einaudi", "minimalism", "melancholic", "einaudi" },
    { "Yann Tiersen", "waltz; minimalism", "nostalgic", "" },
    { "Philip Glass", "minimalism", "hypnotic", "" },
    { "Steve Reich", "minimalism", "hypnotic", "" },
    { "Brian Eno", "ambient", "calm", "" },
    { "Vangelis", "synthwave; ambient", "", "" },
    { "Jean-Michel Jarre", "synthwave; electronic", "", "jarre" },
    { "Kraftwerk", "electronic; techno", "", "" },
    { "Daft Punk", "house; disco", "", "daftpunk" },
    { "Deadmau5", "house", "", "" },
    { "Skrillex", "drum and bass; electronic", "aggressive", "" },
    { "David Guetta", "house", "", "guetta" },
    { "Avicii", "house; pop", "uplifting", "" },
    { "Tiesto", "trance; house", "", "" },
    { "Aphex Twin", "electronic; ambient", "", "" },
    { "Boards of Canada", "lo-fi; ambient", "nostalgic", "" },
    { "Nujabes", "lo-fi; hip hop", "", "" },
    { "J Dilla", "hip hop; lo-fi", "", "dilla" },
    { "Dr. Dre", "hip hop", "", "dr dre" },
    { "Kanye West", "hip hop", "", "kanye" },
    { "Kendrick Lamar", "hip hop", "", "" },
    { "Eminem", "hip hop", "", "" },
    { "Drake", "hip hop; trap", "", "" },
    { "Travis Scott", "trap", "", "" },
    { "The Beatles", "pop; rock", "", "beatles" },
    { "The Rolling Stones", "rock; blues", "", "rolling stones" },
    { "Led Zeppelin", "hard rock; rock", "", "" },
    { "Pink Floyd", "rock", "dreamy", "" },
    { "Queen", "rock", "triumphant", "freddie mercury" },
    { "AC/DC", "hard rock", "", "ac dc; acdc" },
    { "Metallica", "metal", "", "" },
    { "Iron Maiden", "metal", "", "" },
    { "Black Sabbath", "metal; hard rock", "", "" },
    { "Rammstein", "metal", "", "" },
    { "Nirvana", "rock; punk", "", "" },
    { "Green Day", "punk", "", "" },
    { "The Ramones", "punk", "", "ramones" },
    { "Coldplay", "pop; rock", "hopeful", "" },
    { "U2", "rock; pop", "", "" },
    { "Radiohead", "rock", "melancholic", "" },
    { "Adele", "ballad; soul", "", "" },
    { "Taylor Swift", "pop; country", "", "" },
    { "Ed Sheeran", "pop; folk", "", "" },
    { "Billie Eilish", "pop", "dark", "" },
    { "Lady Gaga", "pop; electronic", "", "" },
    { "Madonna", "pop; disco", "", "" },
    { "Michael Jackson", "pop; funk", "groovy", "" },
    { "Prince", "funk; pop", "", "" },
    { "ABBA", "disco; pop", "", "" },
    { "Bee Gees", "disco", "", "" },
    { "Stevie Wonder", "soul; funk", "", "" },
    { "Marvin Gaye", "soul", "", "" },
    { "Aretha Franklin", "soul; gospel", "", "" },
    { "James Brown", "funk; soul", "", "" },
    { "Bob Marley", "reggae", "", "marley" },
    { "Johnny Cash", "country", "", "" },
    { "Dolly Parton", "country", "", "" },
    { "Willie Nelson", "country", "", "" },
    { "Bob Dylan", "folk", "", "dylan" },
    { "Simon and Garfunkel", "folk", "", "" },
    { "Enya", "new age", "ethereal", "" },
    { "Elvis Presley", "rock and roll", "", "elvis" },
    { "Chuck Berry", "rock and roll", "", "" },
    { "B. B. King", "blues", "", "bb king; b b king" },
    { "Muddy Waters", "blues", "", "" },
    { "Robert Johnson", "blues", "", "" },
    { "Frank Sinatra", "swing; ballad", "", "sinatra" },
    { "Duke Ellington", "swing", "", "ellington" },
    { "Count Basie", "swing", "", "basie" },
    { "Glenn Miller", "swing", "", "" },
    { "Louis Armstrong", "dixieland", "", "" },
    { "Charlie Parker", "bebop", "", "" },
    { "Dizzy Gillespie", "bebop", "", "" },
    { "Thelonious Monk", "bebop; jazz", "", "" },
    { "Miles Davis", "cool jazz; jazz", "", "" },
    { "John Coltrane", "jazz; bebop", "", "coltrane" },
    { "Dave Brubeck", "jazz", "", "brubeck" },
    { "Bill Evans", "jazz waltz; jazz", "", "" },
    { "Herbie Hancock", "jazz; funk", "", "" },
    { "Norah Jones", "smooth jazz; ballad", "", "" },
    { "Django Reinhardt", "jazz manouche", "", "" },
    { "Antonio Carlos Jobim", "bossa nova", "", "jobim; tom jobim; carlos jobim" },
    { "Joao Gilberto", "bossa nova", "", "astrud gilberto" },
    { "Astor Piazzolla", "tango", "", "piazzolla" },
    { "Tito Puente", "mambo; salsa", "", "" },
    { "Santana", "rock; salsa", "", "carlos santana" },
    { "Buena Vista Social Club", "salsa; bolero", "", "" },
    { "Paco de Lucia", "flamenco", "", "" },
    { "Ravi Shankar", "indian", "", "" },
    { "Scott Joplin", "ragtime", "", "joplin" },
    { "Johann Sebastian Bach", "baroque", "", "bach; js bach; j s bach" },
    { "Antonio Vivaldi", "baroque", "", "vivaldi" },
    { "George Frideric Handel", "baroque", "", "handel" },
    { "Wolfgang Amadeus Mozart", "classical", "", "mozart" },
    { "Joseph Haydn", "classical", "", "haydn" },
    { "Ludwig van Beethoven", "classical; romantic era", "", "beethoven" },
    { "Franz Schubert", "romantic era; classical", "", "schubert" },
    { "Frederic Chopin", "romantic era", "", "chopin" },
    { "Franz Liszt", "romantic era", "", "liszt" },
    { "Johannes Brahms", "romantic era", "", "brahms" },
    { "Pyotr Ilyich Tchaikovsky", "romantic era; orchestral", "", "tchaikovsky" },
    { "Richard Wagner", "orchestral", "", "wagner" },
    { "Johann Strauss", "viennese waltz", "", "strauss" },
    { "Claude Debussy", "impressionist", "", "debussy" },
    { "Maurice Ravel", "impressionist", "", "ravel" },
    { "Erik Satie", "impressionist", "calm", "satie" },
    { "Sergei Rachmaninoff", "romantic era", "", "rachmaninoff; rachmaninov" },
    { "Igor Stravinsky", "orchestral", "", "stravinsky" },
    { "Aaron Copland", "orchestral; western", "", "copland" },
    { "George Gershwin", "swing; show tune", "", "gershwin" },
    { "John Philip Sousa", "march", "", "sousa" },
    { "Koji Kondo", "video game music", "", "" },
    { "Nobuo Uematsu", "video game music; orchestral", "", "" },
    { "Joe Hisaishi", "film score", "magical", "hisaishi; studio ghibli; ghibli" },
    { "Angelo Badalamenti", "jazz; ambient", "mysterious", "badalamenti; twin peaks" },
});

constexpr std::string_view kPlain
    = "music; song; songs; tune; tunes; melody; melodies; melodic; track; tracks; piece; pieces; "
      "beat; beats; "
      "groove; rhythm; rhythms; rhythmic; verse; verses; stanza; chorus; refrain; hook; hooks; "
      "bridge; "
      "middle eight; riff; riffs; lick; licks; motif; theme; themes; phrase; phrases; arpeggio; "
      "arpeggios; "
      "arpeggiated; arpeggiator; arp; ostinato; chord; chords; block chords; broken chords; "
      "chordal; harmony; "
      "harmonies; harmonic; counterpoint; contrapuntal; polyphony; polyphonic; call and response; "
      "pause; break; "
      "breakdown; drop; beat drop; bass drop; solo; solos; soloist; duet; duo; trio; quartet; "
      "quintet; ensemble; "
      "band; tutti; accompaniment; comping; accompanied; accompanying; backing; background; "
      "texture; sparse; "
      "dense; thin; thick; layered; layers; instrumental; instrumentals; instrument; instruments; "
      "instrumentation; "
      "arrangement; composition; improvised; improvisation; jam; session; vamp; loop; loops; "
      "tempo; bpm; metre; "
      "meter; key; scale; mode; tonality; tonal; atonal; modal; chromatic; pentatonic; staccato; "
      "legato; "
      "syncopation; swung; swinging; shuffle; shuffled; swing feel; triplet; triplets; triplet "
      "feel; straight; "
      "straight eighths; sixteenth; sixteenths; eighths; eighth; quarter; half; bars; bar; "
      "measures; measure; "
      "minutes; minute; seconds; second; sharp; flat; natural; major; minor; dorian; phrygian; "
      "lydian; mixolydian; "
      "locrian; aeolian; ionian; harmonic minor; melodic minor; unaccompanied; strummed; "
      "strumming; plucked; "
      "fingerpicked; fingerpicking; bowed; muted; distorted; clean; acoustics; electric; analog; "
      "analogue; "
      "digital; reverb; delay; echo; lush; soundtracks; cadence; cadences; chord progression; "
      "progression; "
      "progressions; walking; tremolo; trill; trills; vibrato; glissando; dynamic range; dynamics; "
      "section; "
      "sections; part; parts; unison; octave; octaves; countermelody; counter melody; descant; "
      "topline; top line; "
      "lead line; half time; downbeat; offbeat; off beat; pulse; drone note; sustain; staccatos; "
      "playing; played; "
      "plays; performed; performing; featuring; feat; ft; feature; features; style; styles; "
      "styled; genre; vibe; "
      "mood; moods; atmosphere; feel; tone; sound; sounds; sounding; energy; bassy; "
      "percussiveness; remix; demo; "
      "tonic; dominant; minim; crotchet; quaver; semiquaver; dotted; per minute; beats per minute; "
      "time signature; "
      "signature; diesis; bemolle; sostenido; bemol; dur; moll; maggiore; minore; mayor; menor; "
      "majeur; mineur; "
      "takt; takte; minuten; sekunden; ohne; senza; sans; solo instrument; single instrument; "
      "alone; cover; "
      "transition; transitions; medley; suite; etudes; variation; "
      "variations; improv; "
      "crescendos; fermata; syncopations; cinematics; harmonized; harmonised; orchestrations; "
      "metronome; "
      "counterline; trance gate; sidechain; sidechained; compression; lofi filter; lowpass; hi fi; "
      "hifi";

} // namespace

std::span<const ImpossibleRow> impossibleRows()
{
    return kImpossible;
}

std::span<const ArtistRow> artistRows()
{
    return kArtists;
}

std::string_view plainWords()
{
    return kPlain;
}

} // namespace pieria::prompt
