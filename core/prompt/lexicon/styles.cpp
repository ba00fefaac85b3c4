#include "core/prompt/lexicon/tables.h"

#include <array>

namespace pieria::prompt {

namespace {

constexpr auto kRows = std::to_array<StyleRow>({
    // Written and sacred music.
    { "classical", "classical; romantic era",
        "western classical; art music; concert music; classical music; klassik; classique; "
        "clasica; "
        "classica; mozartian; mozart like; sonata; sonatina; symphony; symphonic classical; "
        "chamber "
        "music; viennese classical; classical era; neoclassical; neo classical; galant; rondo; "
        "concerto; classical period; klassische musik; divertimento; classical sonata; "
        "chamber piece; eine kleine" },
    { "baroque", "baroque; classical",
        "baroque era; eighteenth century counterpoint; bach like; fugue; fugal; baroque music; "
        "handel like; "
        "vivaldi like; barock; barocco; barroco; toccata; invention; two part invention; concerto "
        "grosso; "
        "gigue; sarabande; gavotte; bourree; allemande; passacaglia; chaconne; figured bass; basso "
        "continuo; baroque dance; counterpoint piece; 18th century; eighteenth century; prelude "
        "and fugue; "
        "early eighteenth century; baroque style; bachian; powdered wig" },
    { "renaissance", "renaissance; baroque",
        "renaissance era; early music; lute song era; lute song; madrigal; pavane; galliard; "
        "elizabethan; tudor; renaissance music; renaissance dance; court dance; consort music; "
        "sixteenth century; 16th century; branle; estampie; greensleeves like; ricercar; "
        "renaissance faire; ren faire; shakespearean; motet" },
    { "medieval", "renaissance; folk",
        "middle ages style; troubadour; middle ages; mediaeval; minstrel; bardic; gregorian; "
        "gregorian chant; plainchant; plainsong; mittelalter; tavern music; tavern song; bard; "
        "medieval tavern; castle music; monastic; knights and castles; medieval music; dungeon "
        "music; "
        "dungeon synth; organum; crusader" },
    { "romantic era", "romantic era; classical",
        "nineteenth century; late romantic; chopin like; nocturne; etude; romantic period; 19th "
        "century; "
        "romantic piano; rhapsody; impromptu; liszt like; romanticism; prelude; intermezzo; "
        "schumann like; romantic music; brahms like; tchaikovsky like; romantic classical; "
        "salon music; romanza; consolation; chopinesque; lieder" },
    { "impressionist", "romantic era; ambient",
        "debussy like; impressionistic; whole tone washes; impressionism; ravel like; satie like; "
        "gymnopedie; whole tone; water music impression; debussyesque; monet like" },
    { "minimalism", "minimalism; ambient",
        "minimalist; repetitive patterns; minimal; minimal music; philip glass like; phasing; "
        "steve reich like; pulse patterns; post minimalism; minimalistic; post minimalist; "
        "minimal classical; glassian" },
    { "opera", "orchestral; romantic era",
        "operatic; aria style; bel canto; aria; overture; operetta; opera music; recitative; "
        "operatic "
        "style; belcanto; oper; zarzuela" },
    { "waltz", "waltz; viennese waltz",
        "three quarter dance; walzer; valse; vals; valzer; waltzes; slow waltz; waltzing; "
        "musette waltz; waltzy; english waltz; french waltz; waltz music; country waltz; walz" },
    { "viennese waltz", "viennese waltz; waltz",
        "vienna waltz; wiener walzer; strauss like; ballroom waltz; strauss waltz; blue danube; "
        "viennese; viennese ball; fast waltz; viennese style waltz; strauss style" },
    { "march", "march; orchestral",
        "military march; marching music; marching band; parade music; parade march; marsch; "
        "marche; "
        "marcia; marcha; military band; sousa like; military; processional; parade; brass band "
        "march; "
        "marches; wedding march; drumline; martial; military parade; funeral march; soldiers" },
    { "hymn", "hymn; gospel",
        "church hymn; chorale; congregational song; hymnal; church music; hymns; worship hymn; "
        "anglican; "
        "psalm; kirchenlied; cantique; himno; church song; protestant hymn; amazing grace like; "
        "choral "
        "hymn; doxology; church service; choralsatz; evensong" },
    { "gospel", "gospel; soul; hymn",
        "gospel choir style; choir and organ praise; praise house feel; gospel music; praise; "
        "worship; "
        "praise and worship; black gospel; southern gospel; gospel church; hallelujah; ccm; "
        "contemporary worship; praise break; worship music; sunday service" },
    { "spiritual", "spiritual; gospel; hymn; folk",
        "african american spiritual; spirituals; negro spiritual; plantation song; jubilee song" },
    { "carol", "hymn; folk; lullaby",
        "christmas song; christmas carol; yuletide tune; christmas; xmas; christmas music; noel; "
        "carols; "
        "weihnachtslied; weihnachten; villancico; yuletide; holiday music; holiday song; advent; "
        "santa; "
        "jingle bells; winter wonderland; christmassy; natale; navidad; xmas song" },
    { "lullaby", "lullaby; waltz",
        "cradle song; bedtime song; lullabies; berceuse; wiegenlied; bedtime; nursery lullaby; "
        "sleepy "
        "time; sleep song; ninna nanna; nana infantil; baby sleep; bedtime music; lulaby; "
        "goodnight song; baby song; cradlesong; slaaplied; cancion de cuna" },
    { "children's music", "folk; polka; lullaby",
        "kids song; nursery rhyme; playground song; children song; childrens song; kids music; "
        "nursery "
        "rhymes; kinderlied; children music; for kids; for children; kindergarten; childrens tune; "
        "preschool; toddler music; music for kids; songs for kids; kiddie; singalong; sing along; "
        "kids tune; toddler song; cartoon music; cartoon; kids show" },

    // Folk and country.
    { "folk", "folk; country",
        "folk music; traditional; folksy; folk song; folky; trad; acoustic folk; indie folk; "
        "singer "
        "songwriter; campfire song; volkslied; volksmusik; folk tune; americana; roots music; folk "
        "ballad; old time; fingerpicked folk; coffeehouse; coffee house folk; balkan; folklore; "
        "nordic "
        "folk; campfire; freak folk; folklike; english folk; troubadour folk; folkie; folk dance" },
    { "celtic", "folk; jig; reel",
        "irish; scottish; gaelic; celtic music; irish folk; irish music; irish pub; irish "
        "traditional; "
        "irish trad; scots; welsh; breton; highland; keltisch; irisch; celtic folk; pub session; "
        "ceilidh; scottish folk; highlands; emerald isle; irish tune; st patricks day; leprechaun; "
        "irish air; slow air; strathspey" },
    { "jig", "jig; folk", "irish jig; six eight dance; jigs; slip jig; giga; double jig; pub jig" },
    { "reel", "reel; folk",
        "fast fiddle reel; scottish reel; barn dance tune; reels; irish reel; barn dance; contra "
        "dance; "
        "fiddle tune; fiddle reel; scottish dance; square dance; country dance; eightsome reel" },
    { "hornpipe", "reel; folk",
        "sailors dance; hornpipes; sailor dance; sailors hornpipe; nautical dance" },
    { "polka", "polka; folk",
        "bohemian polka; oom pah dance; oompah; oom pah; polkas; beer hall; oktoberfest; bavarian; "
        "oompah band; czech polka; schlager polka; bierzelt; polca; german beer hall; umpah; "
        "accordion polka; biergarten; zydeco polka; norteno; tyrolean; oberkrainer; beer garden" },
    { "mazurka", "waltz; romantic era",
        "polish dance; mazur; mazurkas; polonaise; kujawiak; polish folk dance" },
    { "minuet", "classical; baroque",
        "menuet; menuett; minuetto; minuets; menuetto; landler; minueto" },
    { "sea shanty", "folk; jig",
        "sailor song; work song; pirate song; shanty; sea shanties; pirate; pirate music; pirates; "
        "sea "
        "chantey; nautical; seemannslied; sailors song; seafaring; shanties; chantey; whaling "
        "song; "
        "drunken sailor; ship song; pirate shanty; pirate ship" },
    { "country", "country; folk",
        "country and western; nashville style; country music; nashville; country song; country "
        "pop; "
        "honky tonk country; country rock; outlaw country; western swing; alt country; country "
        "ballad; "
        "countryish; texas country; country twang; bro country; twangy; americana country; "
        "southern; "
        "truck driving; country style; red dirt" },
    { "bluegrass", "bluegrass; country; folk",
        "appalachian string band; mountain music; hoedown; blue grass; appalachian; newgrass; "
        "string band; foggy mountain; kentucky; bluegras; jamgrass; hillbilly; bluegrass "
        "breakdown; "
        "old timey string band; redneck; back porch" },
    { "western", "western; country; film score",
        "cowboy music; wild west; spaghetti western; cowboy; western film; gunslinger; desert "
        "western; "
        "morricone like; old west; saloon; prairie; cowboy song; western soundtrack; far west; "
        "western "
        "music; western showdown; frontier; high noon; tumbleweed; rodeo; cowboys; desperado" },
    { "cajun", "folk; polka; waltz", "zydeco; louisiana; bayou; cajun music; creole; acadian" },

    // Blues and jazz.
    { "blues", "blues; rhythm and blues",
        "twelve bar blues; bluesy; 12 bar blues; delta blues; chicago blues; slow blues; blues "
        "rock; "
        "blues shuffle; electric blues; texas blues; country blues; minor blues; 12 bar; twelve "
        "bar; "
        "eight bar blues; 8 bar blues; blues music; blues jam; bluesy shuffle; juke joint; "
        "mississippi blues; jump blues; blues bar; sixteen bar blues; 16 bar blues" },
    { "boogie woogie", "boogie woogie; blues; rock and roll",
        "boogie; eight to the bar; barrelhouse piano style; barrelhouse; boogiewoogie; boogie "
        "blues; "
        "boogey woogie; piano boogie; boogie piano; jive; boogy; rent party" },
    { "ragtime", "ragtime; dixieland",
        "rag; syncopated piano; joplin like; rag time; ragtime piano style; cakewalk; rags; silent "
        "film "
        "piano; stride piano; stride; scott joplin like; silent movie; silent film; "
        "ragtime music; raggy; silent movie piano; novelty piano; music hall; vaudeville; "
        "nickelodeon; harlem stride" },
    { "dixieland", "dixieland; swing",
        "new orleans jazz; trad jazz; hot jazz; dixie; new orleans; dixieland jazz; second line; "
        "mardi gras; "
        "traditional jazz; roaring twenties; speakeasy; jazz age; 1920s jazz; twenties jazz; "
        "riverboat; "
        "20s jazz; dixieland band; jug band; louis armstrong like; bourbon street" },
    { "charleston", "charleston; dixieland",
        "charleston dance; flapper; 1920s dance; flapper dance; "
        "twenties dance; black bottom; gatsby; great gatsby" },
    { "jazz", "jazz; swing; bebop",
        "jazzy; jazz combo; smoky club music; jazz music; jazz trio style; modal jazz; post bop; "
        "jazz club; "
        "straight ahead jazz; jazz standard; hard bop; jazz fusion; acid jazz; jazzlike; jazz "
        "funk; "
        "latin jazz; jazz piano; jazz ballad; contemporary jazz; late night jazz; smoky jazz; noir "
        "jazz; "
        "film noir; noir; jazz bar; straight ahead; jazzish; jass; nu jazz; jazz rock; piano bar; "
        "vocal "
        "jazz; chamber jazz; torch song; smoky bar; smoky nightclub; jazz lounge; speakeasy jazz; "
        "fusion; "
        "detective; hard boiled; modern jazz; jazz cafe; jazz quartet style; jazz solo; cafe "
        "jazz" },
    { "swing", "swing; bebop",
        "swing era; big band; big band swing; jazz swing; swing music; swing jazz; electro swing; "
        "lindy hop; "
        "1940s swing; foxtrot; jump swing; big band jazz; swing dance; ballroom swing; swing band; "
        "swingy; "
        "quickstep; swing standard; forties swing; glenn miller like; 1930s; 1940s; dance band; "
        "count basie like; ellington like; rat pack; jitterbug; crooner; kansas city swing; "
        "wartime swing; big band era" },
    { "bebop", "bebop; swing",
        "bop; fast modern jazz; fifty second street style; be bop; charlie parker like; "
        "parker like; bebop jazz; rebop; birdland" },
    { "cool jazz", "cool jazz; jazz; swing",
        "mellow jazz; west coast jazz; cool school; miles davis like; laid back jazz; soft jazz; "
        "relaxed jazz; chill jazz; birth of the cool; nite jazz" },
    { "smooth jazz", "smooth jazz; soul; bossa nova",
        "lounge jazz; easy jazz; hotel bar music; elevator music; lounge; lounge music; easy "
        "listening; "
        "dinner jazz; muzak; cocktail music; cocktail lounge; elevator; waiting room; exotica; "
        "cocktail "
        "bar; hotel lobby; hold music; quiet storm; dinner music; hotel bar; elevator jazz; "
        "cocktail jazz; supper club; restaurant music" },
    { "jazz manouche", "jazz manouche; swing",
        "gypsy jazz; hot club; paris cafe swing; django like; manouche; sinti jazz; gypsy swing; "
        "django "
        "style; django; gipsy jazz; hot club jazz; paris jazz; parisian jazz" },
    { "jazz waltz", "jazz waltz; waltz; swing",
        "waltz jazz; jazzy waltz; swing waltz; bill evans like; jazz waltzes; jazz in three" },

    // Latin and Caribbean.
    { "bossa nova", "bossa nova; samba",
        "bossa; brazilian jazz; bosa nova; bosanova; ipanema; jobim like; brazilian lounge; bossa "
        "jazz; "
        "rio cafe; mpb; bossa novas; beach bossa; girl from ipanema; ipanema beach; brasilian "
        "jazz; "
        "brazilian beach; bossa groove; bossa lounge; brazilian cafe; bossanovas" },
    { "samba", "samba; bossa nova",
        "brazilian carnival; batucada; street parade drums; carnival; carnaval; rio carnival; "
        "brazilian; "
        "samba school; pagode; samba de roda; choro; chorinho; forro; samba enredo; brasil; rio de "
        "janeiro; karneval; brazil; baiao; sambas" },
    { "salsa", "salsa; mambo",
        "cuban salsa; latin dance; salsa dura; latin; latin music; son montuno; cuban; cuban son; "
        "latino; "
        "latin groove; timba; spicy latin; son cubano; havana; afro cuban; latin american; "
        "salsa romantica; latin party; caliente; guajira; salsa dance; cuba; montuno; latin beat; "
        "reggaeton latin; afrocuban; cumbia; bachata; son" },
    { "mambo", "mambo; salsa",
        "cuban mambo; mambo dance; mambo number; perez prado like; mambos; "
        "tito puente like; pachanga; boogaloo" },
    { "cha-cha", "cha-cha; mambo; rumba",
        "cha cha cha; cuban ballroom; chachacha; cha cha; chacha; "
        "cha chas; cha cha dance" },
    { "rumba", "rumba; bolero; beguine",
        "rhumba; rumbas; ballroom rumba; danzon; habanera; rhumbas; rumba dance; cuban rumba" },
    { "beguine", "beguine; rumba; bolero", "begin the beguine; beguin; biguine; martinique" },
    { "tango", "tango; bolero",
        "argentine tango; milonga; bandoneon dance; argentinian tango; tangos; buenos aires; "
        "piazzolla "
        "like; nuevo tango; argentinian; argentine; tango nuevo; tango argentino; ballroom tango; "
        "argentina; tango dance; electrotango" },
    { "bolero", "bolero; rumba; ballad",
        "slow latin ballad; boleros; latin ballad; cuban bolero; romantic latin; bolero romantico; "
        "slow latin" },
    { "merengue", "merengue; salsa",
        "dominican dance; merengue beat; dominican; merengues; merenge; "
        "punta; dominican republic" },
    { "calypso", "calypso; reggae",
        "trinidad style; caribbean; steel band style; soca; trinidad; island music; tropical; "
        "caribbean "
        "music; steelband; tropical island; calypso music;  island vibes; beach party; tropical "
        "beach; caribbean beach; harry belafonte like; limbo; junkanoo; bahamas; karibik; "
        "caribbean party; zouk" },
    { "reggae", "reggae; ska",
        "jamaican; roots reggae; dub; reggae music; dub reggae; jamaica; rocksteady; rock steady; "
        "one drop; "
        "dancehall; lovers rock; reggea; raggae; rasta; ragga; regae; rastafari; reggae dub; "
        "dubwise; "
        "bob marley like; kingston; reggaeton; raggamuffin" },
    { "ska", "ska; reggae",
        "ska beat; offbeat jamaican dance; ska punk; two tone; 2 tone; third wave ska; skank; ska "
        "music; "
        "two tone ska; skanking; bluebeat" },
    { "flamenco", "flamenco; bolero; tango",
        "spanish guitar dance; andalusian; spanish; bulerias; sevillanas; gipsy; gypsy; rumba "
        "flamenca; "
        "spanish dance; spain; paso doble; pasodoble; fandango; flamenco guitar style; "
        "malaguena; spanisch; espanol; bullfight; seville; soleares; andalucia; flamenca; matador; "
        "bullfighter; tapas bar" },
    { "mariachi", "polka; waltz; bolero",
        "mexican band; ranchera; mexican; tejano; tex mex; cinco de mayo; mexico; corrido; banda; "
        "mexican folk; huapango; son jarocho; conjunto; mexican fiesta; fiesta; banda sinaloense" },
    { "klezmer", "klezmer; polka; folk",
        "jewish wedding music; yiddish dance; jewish; yiddish; freylekhs; hora; klezmer music; "
        "hava nagila "
        "like; hava nagila; balkan brass; gypsy brass; balkan gypsy; jewish wedding; klezmer band; "
        "bulgar; "
        "freilach; eastern european; east european; romani; shtetl; bar mitzvah; hebrew" },

    // Pop, rock and their kin.
    { "pop", "pop; ballad",
        "popular music; radio friendly; chart hit; pop music; pop song; indie pop; synth pop; "
        "synthpop; "
        "k pop; kpop; j pop; jpop; electropop; dance pop; top 40; top forty; teen pop; britpop; "
        "poppy; "
        "bubblegum pop; bubblegum; power pop; bedroom pop; radio hit; mainstream; city pop; pop "
        "rock; "
        "schlager; europop;  corporate; jingle; advert; advertisement; advertising; tv ad; "
        "chart topper; hit single; catchy pop; billboard; boy band; anthemic pop; soft pop; art "
        "pop; "
        "chanson; feel good; feelgood; corporate video; indie; alt pop; pop tune; summer hit; "
        "earworm" },
    { "ballad", "ballad; pop",
        "slow song; power ballad; love song; ballads; pop ballad; rock ballad; piano ballad; slow "
        "ballad; "
        "ballade; balada; torch ballad; love ballad; slow dance; soul ballad; ballata; guitar "
        "ballad; "
        "schnulze; wedding song; first dance; prom song; love theme; tearjerker; lovesong; "
        "sentimental ballad; breakup song; slow pop; acoustic ballad" },
    { "rock", "rock; hard rock; pop",
        "rock music; rock band; guitar rock; classic rock; indie rock; alternative rock; alt rock; "
        "soft "
        "rock; southern rock; surf rock; folk rock; arena rock; stadium rock; garage rock; "
        "psychedelic "
        "rock; prog rock; progressive rock; rocky; rocking; post rock; grunge; alternative; "
        "shoegaze; "
        "rockin; surf; psychedelic; prog; yacht rock; emo; 70s rock; seventies rock; sixties rock; "
        "60s rock; math rock; glam rock; rock anthem; rock song; new wave; college rock; "
        "dream pop; krautrock; heartland rock; rock out; acid rock; rock groove; gothic rock; post "
        "punk; "
        "stoner rock; desert rock; jam band; 90s rock; rocker; slacker rock; space rock" },
    { "rock and roll", "rock and roll; rock; boogie woogie",
        "rock and roll music; fifties rock; jukebox rock; rocknroll; rockabilly; 50s rock; 1950s; "
        "doo wop; "
        "doowop; jukebox; twist; elvis like; fifties; 50s; sock hop; 1950s rock; rock n roll; "
        "jukebox "
        "classic; greaser; american diner; chuck berry like; psychobilly; rockandroll; diner; "
        "rockabilly band; 50s diner; teddy boy; surf rock and roll; early rock" },
    { "hard rock", "hard rock; rock; metal",
        "heavy rock; hardrock; hair metal; glam metal; ac dc like; led zeppelin like; "
        "heavy blues rock; riff rock; hair band; biker rock" },
    { "metal", "metal; hard rock; rock",
        "heavy metal; thrash; headbanging; thrash metal; death metal; black metal; doom metal; "
        "power metal; "
        "metalcore; nu metal; symphonic metal; doom; djent; metallic riffs; speed metal; "
        "industrial metal; "
        "headbanger; hardcore; deathcore; gothic metal; progressive metal; prog metal; metal "
        "music; "
        "sludge; grindcore; heavy music; folk metal; viking metal; mosh pit; moshing; brutal "
        "metal; "
        "headbang; screamo; melodic death metal; metalhead; groove metal" },
    { "punk", "punk; rock; hard rock",
        "punk rock; garage punk; three chord thrash; pop punk; skate punk; hardcore punk; punky; "
        "oi; riot "
        "grrrl; ramones like; sex pistols like; punk band; punkrock; green day like; "
        "skate rock; melodic hardcore; street punk; anarcho punk" },
    { "soul", "soul; rhythm and blues",
        "soul music; motown feel; motown; neo soul; northern soul; soulful; southern soul; memphis "
        "soul; "
        "philly soul; classic soul; sixties soul; 60s soul; blue eyed soul; stax; philadelphia "
        "soul; "
        "retro soul; soul groove; soul song; muscle shoals; soul music band; seventies soul" },
    { "rhythm and blues", "rhythm and blues; soul",
        "r and b; rnb; slow jam; randb; contemporary r and b; 90s r and b; rhythm n blues; new "
        "jack swing; "
        "slow jams; r n b; rhythmandblues; alternative r and b;  90s rnb; baby making music; "
        "r and b ballad; contemporary rnb; modern r and b; trap soul" },
    { "funk", "funk; soul; disco",
        "funky; slap bass groove; funk music; p funk; pfunk; funk rock; funkadelic; james brown "
        "like; jazz "
        "funk groove; go go; g funk; funky groove; funkiness; seventies funk; 70s funk; funk "
        "groove; "
        "blaxploitation; parliament like; funk jam; electro funk; synth funk; boogie funk; "
        "seventies cop show; 70s cop show; super funky; funk soul" },
    { "disco", "disco; house; funk",
        "seventies dance; four on the floor disco; studio fifty four; studio 54; nu disco; 70s "
        "disco; disco "
        "funk; italo disco; eurodisco; disco music; roller disco; disco era; dancing queen like; "
        "disco "
        "fever; saturday night fever; hi nrg; seventies disco; bee gees like; abba like; "
        "discotheque; "
        "70s dance; disco pop; roller skating; disko; discoteca; euro disco; disco party; mirror "
        "ball" },

    // Electronic.
    { "house", "house; techno; disco",
        "house music; club house; chicago house; deep house; tech house; progressive house; "
        "tropical house; "
        "french house; electro house; acid house; piano house; future house; funky house; big "
        "room; garage; "
        "uk garage; afro house; amapiano; lo fi house; slap house; club music; club; edm house; "
        "housey; "
        "dance floor; dancefloor; four to the floor; four on the floor; ibiza; club track; club "
        "banger; "
        "nightclub; future bass; house beat style; melodic house; 2 step; jackin house; ballroom "
        "house; "
        "ibiza club; beach club; disco house; house groove; garage house" },
    { "techno", "techno; house; trance",
        "techno music; warehouse techno; detroit techno; minimal techno; acid techno; hard techno; "
        "berlin "
        "techno; industrial techno; industrial; electro; ebm; tekno; dub techno; melodic techno; "
        "peak time; "
        "warehouse;  schranz; berghain; dark techno; hardstyle; tekkno; warehouse rave; gabber; "
        "techno beat; underground techno; raw techno; deep techno; hardcore techno; "
        "industrial dance; berlin club; electroclash" },
    { "trance", "trance; techno; house",
        "trance music; rave anthem; goa style; goa; psytrance; psy trance; uplifting trance; "
        "progressive "
        "trance; eurodance; rave; goa trance; vocal trance; hands up; 90s rave; euro dance; "
        "tech trance; festival edm; classic trance; hard trance; happy hardcore; trancey; "
        "eurotrance; "
        "rave music; acid trance; balearic trance; full on" },
    { "drum and bass", "drum and bass; techno; house",
        "jungle; dnb; d and b; drumnbass; drum n bass; liquid drum and bass; liquid dnb; "
        "neurofunk; "
        "breakbeat; breakbeats; breakcore; jump up; liquid funk; amen break;  darkstep; big beat; "
        "junglist; ragga jungle; drum bass; dubstep; dandb; drumandbase; drum and base; "
        "liquid drum n bass; jungle music; atmospheric jungle;  brostep; halftime dnb" },
    { "hip hop", "hip hop; lo-fi; rhythm and blues",
        "rap; rap beat; boom bap; block party beat; hip hop beat; rap instrumental; old school hip "
        "hop; east "
        "coast; west coast hip hop; phonk; hiphop; boombap; rap beats; golden age hip hop; crunk; "
        "grime; "
        "drill; cloud rap; 90s hip hop; trip hop; triphop; mc beat; jazz rap; uk drill; freestyle "
        "beat; "
        "type beat; gangsta; jazzy hip hop; jazz hop; hip hop instrumental; hyphy; turntablism; "
        "east coast hip hop; old school rap; rap music; rap track; rap song; 90s rap; beat tape; "
        "battle rap beat; breakdance; b boy; hip hop music; underground hip hop" },
    { "trap", "trap; hip hop",
        "trap beat; southern hip hop; trap music; atlanta trap; dark trap; trap beats; edm trap; "
        "trap instrumental; trapbeat; dirty south; latin trap; trap drums; trap style; rage beat; "
        "trap anthem; atlanta hip hop" },
    { "lo-fi", "lo-fi; hip hop; ambient",
        "lofi; chillhop; lo fi hip hop; lofi hip hop; lo fi beats; lofi beats; study beats; chill "
        "beats; "
        "study music; beats to study to; lofi hiphop; chillout; chill out; bedroom beats; chill "
        "hop; "
        "downtempo; lowfi; low fi; low fidelity; chillwave; beats to relax; study session; "
        "homework; "
        "music for studying; lofi girl; jazzhop; for studying; lofi study; coffee shop beats; "
        "chill lofi; "
        "chill hip hop; vaporwave; dusty beats; lofi jazz; homework beats; study playlist; "
        "lofi chill; tape beats; rainy day beats; mellow beats" },
    { "ambient", "ambient; new age; minimalism",
        "ambient music; soundscape; background texture; atmospheric; drone music; dark ambient; "
        "space "
        "ambient; soundscapes; ambience; ambiance; brian eno like; space music; cosmic; "
        "underwater; generative; ambient drone; deep space; atmospherics; outer space; sleep "
        "music; "
        "music for sleeping; tape loops; textural; sleep; sleeping; floaty; aurora; nebula; "
        "ambiental; "
        "drifting; spacey; isolationist; environmental music; ambient electronic; deep ocean; "
        "ambientish; eno like; psybient; interstellar" },
    { "new age", "new age; ambient",
        "spa music; healing music; crystal shop music; spa; yoga; yoga music; massage; massage "
        "music; "
        "wellness; healing; zen garden; reiki; meditation music; meditation; relaxation music; "
        "newage; "
        "mindfulness; enya like; zen music; crystal healing; relaxation; chakra; music for "
        "meditation; "
        "enya; nature meditation; zen; sound bath; guided meditation; aromatherapy; tai chi; "
        "sauna; "
        "breathing exercise; pilates" },
    { "synthwave", "synthwave; house; techno",
        "retrowave; eighties synth; outrun; darksynth; retro synth; 80s synth; 80s; eighties; "
        "1980s; retro "
        "electro; 80s electro; vapor wave; neon; cyberpunk; miami vice like; stranger things like; "
        "dreamwave; retro 80s; synth wave; neon lights; darkwave; night drive; miami; 80s "
        "synthwave; "
        "80s pop; eighties pop; blade runner like; kavinsky like; retro wave; night driving; 80s "
        "movie; "
        "coldwave; vhs; minimal synth; retro futuristic; neon city; eighties synths" },
    { "electronic", "house; synthwave; techno",
        "electronica; edm; synthesised; electronic music; electronic dance music; idm; glitch; "
        "electro pop; "
        "elektronisch; electronic dance; dance music; synthesized; glitch hop; elektronische "
        "musik; "
        "musique electronique; glitchy; hyperpop;  glitchcore; electronic pop; "
        "electronic groove; festival banger; mainstage; computer music; leftfield; electronic "
        "beats "
        "music;  wonky" },
    { "video game music", "synthwave; orchestral; film score",
        "game soundtrack; chiptune; eight bit; 8 bit; 16 bit; game music; video game; videogame; "
        "retro game; "
        "arcade; boss fight; boss battle; rpg; jrpg; chip tune; nintendo; platformer; nes; level "
        "theme; "
        "sixteen bit; videogame music; chiptunes; vgm; gameboy; arcade game; retro gaming; game "
        "boy; "
        "dungeon; title screen; menu music; game over; battle theme; pixel; adventure game; sega; "
        "overworld; town theme; shop theme; video games; bitpop; zelda like; mario like; final "
        "boss; "
        "8bit; 16bit; final fantasy like; snes; pokemon like; commodore 64; c64; level music; "
        "racing game; retro video game" },

    // Screen and stage.
    { "film score", "film score; orchestral",
        "movie soundtrack; cinematic; film music; soundtrack; score; movie score; trailer; trailer "
        "music; "
        "movie music; underscore; hans zimmer like; zimmer like; filmmusik; musique de film; film "
        "theme; "
        "movie theme; filmic; hollywood; blockbuster; adventure film; movie trailer; bso; "
        "documentary; "
        "action movie; thriller; horror film; horror movie; action film; horror; epic trailer; "
        "john williams like; spy; spy movie; spy theme; secret agent; tv drama; nature "
        "documentary; "
        "superhero; fantasy film; war film; filmscore; heist; heist movie; james bond like; "
        "battle music; main title; opening credits; end credits; space opera; action scene; chase "
        "scene; "
        "montage; science fiction film; movie;  colonna sonora; fantasy; cinema; "
        "superhero theme; adventure theme; battle scene; mystery film; true crime; sci fi film" },
    { "orchestral", "orchestral; film score",
        "symphonic; full orchestra; philharmonic; orchestra; symphony orchestra; orchester; "
        "orquesta; "
        "orchestre; chamber orchestra; orchestration; orchestrated; orchestral music; symphonic "
        "poem; "
        "large orchestra; sinfonia; symphonie; orchestra music; fanfare; big orchestra; sweeping "
        "orchestra; orchestral piece; orkest; tone poem; concert hall; symphonic orchestra; "
        "orchestral suite; philharmonic orchestra; orkiestra; romantic orchestra" },
    { "show tune", "show tune; swing; ballad",
        "broadway; musical theatre; showtune; musical theater; west end; show tunes; cabaret; "
        "stage "
        "musical; "
        "broadway show; burlesque; showtunes; tin pan alley; chorus line; broadway musical; disney "
        "like; "
        "disney; big top; circus; circus music; clown; clowns" },

    // Elsewhere.
    { "koto music", "new age; folk",
        "japanese traditional; east asian; japanese; chinese; asian; oriental; traditional "
        "japanese; "
        "gagaku; korean; kyoto; china; japan; samurai; ninja; chinese traditional; far eastern; "
        "zen "
        "japanese; feudal japan; cherry blossom; geisha; japanese garden; traditional chinese; "
        "tokyo; "
        "chinese new year; vietnamese; guzheng music; sakura; kabuki; imperial china; edo; "
        "east asian traditional" },
    { "arabic", "arabic; folk",
        "middle eastern; maqam style; bazaar music; arabian; turkish; persian; egyptian; belly "
        "dance; "
        "bellydance; maqam; oriental arabic; middle east; arab; egypt; desert caravan; arabian "
        "nights; "
        "moroccan; sahara; raqs; arabesque; byzantine; iranian; lebanese; bazaar; pharaoh; "
        "belly dancing; caravan; ottoman; snake charmer music; andalusi;  souk; marrakech; "
        "aladdin like; klezmer arabic; near eastern; istanbul" },
    { "indian", "folk; new age; film score",
        "bollywood; raga; hindustani; carnatic; indian classical; india; desi; bhangra; sitar "
        "music; ragas; "
        "indian music; punjabi; mumbai; indian film; ganges; tamil; bengali" },
    { "african", "calypso; samba; folk",
        "afrobeat; afrobeats; highlife; afro; west african; african music; soukous; ethiopian; "
        "mbalax; "
        "afropop; safari; juju; tribal; africa; south african; serengeti; afrobeat groove; "
        "mbaqanga; "
        "ethio jazz; kenyan; congolese; malian; zulu; ghanaian; desert blues" },
    { "hawaiian", "folk; calypso; country",
        "hawaii; hula; luau; polynesian; aloha; tiki; honolulu; pacific island; ukulele music; "
        "tahitian; "
        "hawaiian music; waikiki; south seas; polynesia" },
    { "andean", "folk; new age",
        "peruvian; inca; bolivian; andes; huayno; south american; peru; machu picchu; el condor "
        "pasa like; "
        "andean folk; south american folk" },
});

} // namespace

std::span<const StyleRow> styleRows()
{
    return kRows;
}

} // namespace pieria::prompt
