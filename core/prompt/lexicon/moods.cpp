#include "core/prompt/lexicon/tables.h"

#include <array>

namespace pieria::prompt {

namespace {

constexpr auto kRows = std::to_array<MoodRow>({
    { "happy", 0.6, 0.9, 0.3, "happy; playful", "pop; folk; swing; calypso",
        "cheerful; joyful; merry; glad; good humoured; joyous; jolly; cheery; good mood; in a good "
        "mood; "
        "delighted; smiling; jovial; gleeful; blissful; carefree; frohlich; allegre; felice; "
        "feliz; alegre; "
        "joyeux; gay; heureux; upbeat mood; sunny mood; giocoso; happiness; joy; happier; content; "
        "fun; good "
        "humored; good vibes; glucklich; positive; elated; exuberant; jubilant; laughing; "
        "ecstatic; "
        "cheerfully; happily; joie de vivre; euphoric; exhilarated; chirpy; fun loving; "
        "rejoicing" },
    { "sad", 0.3, -0.9, -0.5, "sad; melancholic", "ballad; blues; classical",
        "sorrowful; mournful; tearful; unhappy; heartbroken; heartbreaking; heartbreak; crying; "
        "weeping; "
        "depressing; depressed; traurig; triste; mesto; grief; grieving; tragic; sorrow; sadness; "
        "sadly; gut "
        "wrenching; somber; sombre; dolente; doloroso; dejected; miserable; despairing; despair; "
        "lament; "
        "lamenting; sadder; woeful; rueful; elegy; elegiac; elegie; broken hearted; brokenhearted; "
        "sob; "
        "desolate mood; mourning; requiem; tearjerking; gloomily; plaintive; lacrimoso; "
        "despondent; "
        "devastated; funereal; funeral; hopeless; inconsolable; anguish; anguished; hurting; "
        "forlornly" },
    { "calm", 0.2, 0.3, -0.6, "calm; dreamy", "ambient; lullaby; new age; classical",
        "peaceful; tranquil; serene; still; placid; quietude; ruhig; calmo; tranquilo; calme; "
        "peace; "
        "tranquility; tranquillity; serenity; composed; unruffled; undisturbed; calming; pacific; "
        "lull; "
        "stillness; peacefully; friedlich; sereno; paisible; tranquillo; calmly; untroubled; hush; "
        "settled; "
        "sedate; halcyon; idyllic; quiet mood; unagitated" },
    { "relaxing", 0.25, 0.4, -0.5, "calm; romantic", "new age; bossa nova; lo-fi; smooth jazz",
        "soothing; restful; laidback; easygoing; relaxed; chill; chilled; chilling; mellow mood; "
        "unwinding; "
        "stress free; entspannt; entspannend; rilassante; relajante; relaxant; easy going; de "
        "stress; relax; "
        "leisure; lazy; sleepy; calming down; soothe; loungy; lounging; destress; anti stress; "
        "stress relief; "
        "slack; sunday morning; lazy sunday; unstressed; chillaxed; gemutlich; drowsy; languid; "
        "lounge mood; "
        "at ease; unwind; snoozy; stressfree; lazily; chilly vibes; hammock" },
    { "tense", 0.6, -0.7, 0.2, "tense; dark", "film score; techno; orchestral",
        "nervous; anxious; on edge; uneasy; tension; nerve racking; edgy; stressful; unsettling; "
        "agitated; "
        "gripping; urgent; restless; worried; jittery; angespannt; teso; tenso; tendu; stressed; "
        "fraught; "
        "paranoid; anxiety; nail biting; disquieting; strained; fretful; unnerving; panicked; "
        "panic; "
        "troubled; apprehensive; taut; desperate; jumpy; unease; nervy; twitchy; nervously; "
        "inquieto; "
        "high stakes; high strung; claustrophobic; impending; pressing" },
    { "suspenseful", 0.5, -0.7, 0, "tense; mysterious", "film score; ambient; orchestral",
        "full of suspense; thrilling; expectant; suspense; cliffhanger; edge of the seat; edge of "
        "your seat; "
        "anticipation; anticipating; foreboding; looming; sneaking; stealthy; stealth; sneaky; "
        "ominous wait; "
        "spannend; lurking; creeping; stalking; thriller mood; spy like; tiptoe; tiptoeing; "
        "stakeout; "
        "infiltration; breathless; whodunit; heist like; ticking clock" },
    { "dark", 0.5, -1, -0.2, "dark; tense", "film score; techno; metal; trap",
        "gloomy; bleak; grim; shadowy; sinister; ominous; brooding; moody; menacing; evil; gothic; "
        "dystopian; "
        "murky; black; dunkel; duster; oscuro; sombrio; villain; villainous; doomy; foreboding "
        "dark; "
        "nightmarish noir; somber dark; dreary; darkness; darker; morbid; threatening; cuparo; "
        "cupo; gritty; "
        "obscure; vampiric; vampire; goth; apocalyptic; post apocalyptic; sombre mood; shadows; "
        "night; "
        "midnight; noirish; hellish; grimdark; satanic; macabre; malevolent; demonic; wicked; "
        "baleful; "
        "tenebroso; grave mood; underworld; tenebre; ill omened; shady; stormy; thunderous; "
        "dismal" },
    { "dreamy", 0.3, 0.3, -0.4, "dreamy; calm", "ambient; lo-fi; new age; romantic era",
        "dreamlike; floating; hazy; otherworldly; dream; dreaming; surreal; vertraumt; sognante; "
        "onirico; "
        "sonador; reveur; gauzy; woozy; drifting mood; daydream; daydreaming; floaty mood; "
        "psychedelic mood; "
        "blurry; spaced out; dreamily; misty; foggy; half asleep; reverie; soft focus; fantasia "
        "mood; weightless; "
        "faraway; cloud like; cloudy; nebulous; starry; moonlit; moonlight; underwater mood; "
        "slumber; twilight; "
        "somnolent; lost in thought; starlit; star gazing; stargazing; head in the clouds; trippy; "
        "lucid" },
    { "ethereal", 0.3, 0.3, -0.4, "dreamy; mysterious", "ambient; new age; orchestral",
        "airy; heavenly; celestial; angelic; angel; gossamer; unearthly; weightless ethereal; "
        "spectral; "
        "atherisch; etereo; divine; diaphanous; transcendent; astral; luminous; sublime; "
        "ethereally; delicate; "
        "wispy; feathery; translucent; vaporous; spiritlike; elven; supernal; aerial" },
    { "heroic", 0.8, 0.5, 0.2, "heroic; triumphant", "film score; orchestral; march",
        "brave; valiant; courageous; bold; hero; heroes; hero theme; gallant; daring; fearless; "
        "heldenhaft; "
        "eroico; heroico; heroique; adventurous; adventure; swashbuckling; chivalrous; warrior; "
        "knightly; "
        "warriors; questing; quest; superheroic; intrepid; noble hero; dauntless; battle ready; "
        "undaunted; crusading; valorous; gladiator; champion; heroism; bravery; heroically; "
        "rousing" },
    { "triumphant", 0.85, 0.9, 0.3, "triumphant; heroic", "orchestral; march; film score",
        "victorious; glorious; conquering; victory; triumphal; winning; exultant; proud; "
        "celebratory victory; "
        "triumph; triumphierend; trionfale; triunfante; triomphant; glory; champions; siegreich; "
        "jubilation; "
        "all conquering; winner; finish line; olympic; vittorioso; medal ceremony; conquest; "
        "triumphantly; gloriously; exulting; success; coronation; crowning; motivational win; "
        "succeeding" },
    { "nostalgic", 0.35, 0.2, -0.3, "nostalgic; melancholic", "ballad; folk; waltz; lo-fi",
        "wistful; reminiscent; bittersweet; old timey; nostalgia; retro; vintage; memories; "
        "remembering; old "
        "fashioned; childhood memories; nostalgisch; nostalgico; nostalgique; oldschool feel; "
        "memory; bygone; "
        "wistfully; looking back; remembrance; throwback; sepia; good old days; yesteryear; "
        "autumnal; autumn; "
        "days gone by; old photographs; homesick; sepia toned; reminiscing; evocative; antique; "
        "yesterday; "
        "saudade; faded; childhood; old world; olden days; sepia tinted; lost summer" },
    { "romantic", 0.35, 0.5, -0.3, "romantic; calm", "ballad; bolero; bossa nova; waltz",
        "loving; tender; amorous; heartfelt; love; romance; lovely; candlelit; candlelight; "
        "romantisch; "
        "romantico; romantique; intimate; affectionate; valentine; date night; lovers; passionate; "
        "passion; "
        "tenderly; amoroso; in love; wedding; affection; falling in love; lovestruck; tenero; "
        "first kiss; "
        "valentines; honeymoon; lovelorn love; devoted; enamored; besotted; candlelit dinner; "
        "proposal; "
        "adoring; romantically; appassionato; liebevoll; zartlich; tenderness; starry eyed; "
        "caressing; doting" },
    { "playful", 0.6, 0.7, 0.4, "playful; happy", "polka; ragtime; swing; march",
        "whimsical; bouncy; cheeky; lighthearted; mischievous; childish fun; frolicking; light "
        "hearted; "
        "scherzando; scherzo; verspielt; giocoso playful; jugueton; jaunty; perky; skipping; "
        "prancing; impish; "
        "teasing; sprightly; frisky; coy; whimsy; playfully; playing around; fun and light; "
        "pranks; spielerisch; "
        "naughty; puckish; hopping; kittenish; tongue in cheek; bouncing; prankster; quirky; zany "
        "cute; cute; "
        "kawaii; frolicsome; jocular; bubbly; capricious; roguish; flirtatious; ludic; mirthful; "
        "puppy" },
    { "funny", 0.6, 0.7, 0.4, "playful; happy", "ragtime; polka; march",
        "comical; humorous; goofy; silly; comedy; comedic; hilarious; clownish; slapstick; wacky; "
        "zany; "
        "cartoonish; cartoony; lustig; witzig; buffo; divertente; divertido; comico; drole; "
        "ridiculous; "
        "absurd; ludicrous; laughable; bumbling; clumsy; amusing; farcical; joke; jokey; "
        "tomfoolery; daft; "
        "slapstick comedy; dopey; humour; humor; sitcom; prank; ironic; funnily; nonsense; droll; "
        "spoof; "
        "parody; loopy; kooky; wisecracking" },
    { "mysterious", 0.4, -0.5, -0.2, "mysterious; dreamy", "film score; ambient; tango",
        "enigmatic; cryptic; secretive; puzzling; mystery; mystic; mystical; intriguing; arcane; "
        "esoteric; "
        "occult; geheimnisvoll; misterioso; mysterieux; enigma; secret; unknown; curious; "
        "mystisch; riddle; "
        "unexplained; detective mood; hidden; shrouded; mysteriously; inscrutable; perplexing; "
        "uncanny; "
        "mystifying; investigative; ratselhaft; suspicious; eldritch; secrets; ancient; ancient "
        "ruins; "
        "sphinx like; veiled; intrigue; labyrinth; unfathomable; exploring; exploration; "
        "clandestine" },
    { "melancholic", 0.3, -0.7, -0.4, "melancholic; sad", "ballad; folk; tango; classical",
        "melancholy; pensive; blue; downcast; gloomy wistful; doleful; downbeat; melancholisch; "
        "malinconico; "
        "melancolico; melancolique; rainy; rainy day; rain soaked; somber mood; low spirited; "
        "brooding sad; "
        "regretful; regret; moping; sullen; heavy hearted; melancholia; malinconia; morose; glum; "
        "melancholically; wehmutig; grey; gray; downhearted; introspective; subdued mood; world "
        "weary; "
        "weltschmerz; saturnine; disconsolate; dispirited; crestfallen; low mood; november; "
        "overcast" },
    { "energetic", 0.85, 0.4, 0.7, "energetic; happy", "rock; house; funk; drum and bass",
        "lively; spirited; full of energy; vigorous; energy; energized; energised; dynamic; "
        "animated; "
        "pumping; peppy; zippy; high octane; hyper; vivacious; energisch; energico; energique; "
        "vivid; "
        "brio; con brio; adrenaline; workout; gym; running; sporty; sports; punchy; zestful; "
        "exciting; "
        "excited; pulsating; kinetic; bustling; rip roaring; energetically; action packed; action; "
        "fiery; "
        "electrifying; explosive; turbocharged; invigorating; fired up; hyped; hype; banging; "
        "lebhaft; "
        "schwungvoll; vital; thumping; jumping; boisterous; rambunctious; motivating; pumped up; "
        "amped; "
        "pumped; supercharged; effervescent; perky energetic; party; exhilarating; con fuoco; "
        "animato; vivo; "
        "extreme sports; athletic; bursting with energy; cardio; aerobics; fitness; rowdy; "
        "stirring" },
    { "angry", 0.95, -0.8, 0.6, "dark; tense", "metal; punk; hard rock",
        "furious; enraged; hostile; rage; raging; mad; wrathful; irate; anger; wutend; zornig; "
        "furioso; "
        "arrabbiato; enojado; bitter; fury; outraged; vengeful; revenge; livid; furiously; "
        "vengeance; "
        "angrily; pissed off; incensed; seething; indignant; rebellious; wrath; resentful; "
        "rabbioso; defiant; "
        "infuriated; fuming; venomous; up in arms; spiteful; belligerent" },
    { "aggressive", 0.95, -0.6, 0.6, "dark; energetic", "metal; drum and bass; techno",
        "fierce; violent; brutal; hard hitting; savage; pounding; attacking; ruthless; crushing; "
        "combative; "
        "aggressiv; aggressivo; agresivo; agressif; hardcore mood; intense aggressive; ferocious; "
        "merciless; "
        "vicious; warlike; hammering; battering; heavy hitting; aggression; thrashing; punishing; "
        "feral; bestial; "
        "predatory; bloodthirsty; harsh; abrasive; relentless; assaultive; attack; barbaric; "
        "snarling; "
        "bruising; aggressively; in your face; militant; primal; slamming; war" },
    { "scary", 0.5, -1, -0.1, "dark; mysterious", "film score; ambient; orchestral",
        "spooky; frightening; creepy; eerie; terrifying; haunting; haunted; ghostly; ghost; "
        "halloween; "
        "nightmarish; nightmare; spine chilling; gruselig; spaventoso; terrorifico; horror like; "
        "horrifying; "
        "bone chilling; monstrous; zombie; sinister scary; terror; fear; fearful; dread; "
        "unheimlich; effrayant; "
        "haunted house; blood curdling; ghoulish; hair raising; dreadful; chilling fear; "
        "petrifying; "
        "scare; scarier; demon; monster; witchy; witch; monsters; witches; zombies; ghosts; "
        "petrified; freaky; "
        "spine tingling; terrified; horrific; creeps; ghastly; spookily; bloody; disturbing" },
    { "hopeful", 0.5, 0.7, 0, "triumphant; happy", "pop; film score; folk",
        "optimistic; promising; encouraging; hope; new beginning; new beginnings; aspiring; "
        "hoffnungsvoll; "
        "speranzoso; esperanzador; dawn; sunrise; reassuring; looking forward; light at the end of "
        "the tunnel; "
        "positive outlook; redemptive; healing mood; upward; aspirational; optimism; morning; new "
        "day; "
        "bright future; sanguine; fresh start; ray of light; hopefully; silver lining; rebirth; "
        "auspicious; "
        "zuversichtlich; spring; springtime; starting over; faith; expectantly hopeful" },
    { "uplifting", 0.7, 0.9, 0.2, "triumphant; energetic", "pop; trance; gospel; film score",
        "inspiring; elevating; heartening; inspirational; motivational; soaring; empowering; "
        "rousing uplifting; "
        "exalting; life affirming; erhebend; edificante; feel good uplifting; joyous uplift; "
        "lifting; moving "
        "upward; spirit lifting; uplift; inspire; stirring uplift; anthemic; encouraging mood; "
        "upbuilding; "
        "motivate; motivation; exalted; enlivening; cheering up; emboldening; rallying; mood "
        "lifting; "
        "heart lifting; inspired; affirming; boosting; buoyant; invigorate; success story" },
    { "solemn", 0.35, -0.2, -0.5, "melancholic; calm", "hymn; orchestral; baroque",
        "grave; serious; dignified; ceremonial; feierlich; solenne; solemne; solennel; reverent; "
        "austere; "
        "earnest; formal; sober; memorial; ceremony; stern; ritual; ritualistic; gravitas; "
        "weighty; maestoso "
        "solemn; gedenken; solemnly; stately grief; liturgical; remembrance day; ernst; serio; "
        "august; "
        "graveside; respectful; reverence; severe; sedately; processional mood" },
    { "majestic", 0.7, 0.6, -0.2, "triumphant; heroic", "orchestral; march; baroque",
        "grand; stately; regal; noble; royal; imperial; imposing; kingly; queenly; maestoso; "
        "majestatisch; "
        "maestosa; majestuoso; majestueux; grandiose; pompous; pomp; splendid; magnificent; "
        "palace; "
        "lordly; king; queen; royalty; court; throne; splendor; splendour; aristocratic; pomposo; "
        "sovereign; opulent; proud and grand; awe inspiring; majesty; exalted majestic; castle; "
        "palatial; "
        "courtly; towering; monarch; lofty; nobilmente; superb; majestically; heraldic" },
    { "epic", 0.9, 0.2, 0.1, "heroic; triumphant", "film score; orchestral",
        "monumental; sweeping; larger than life; colossal; gigantic; massive; legendary; saga; "
        "episch; epico; "
        "epique; vast; huge; mythic; mythical; battle; grand scale; gargantuan; apocalypse; "
        "enormous; "
        "world ending; mighty; titanic; blockbuster mood; bombastic; earth shattering; dragons; "
        "dragon; "
        "spectacular; immense; big and bold; over the top; wide screen; widescreen; armageddon; "
        "odyssey; "
        "cataclysmic; mountainous; war epic; wagnerian; behemoth; hugely; army; armies; god like; "
        "gods" },
    { "lonely", 0.25, -0.5, -0.5, "melancholic; sad", "ballad; ambient; blues",
        "solitary; isolated; abandoned; lonesome; loneliness; desolate; forlorn; empty; forsaken; "
        "einsam; "
        "solitario; solo y triste; seul; solitude; deserted; barren; adrift; marooned; all alone; "
        "outcast; "
        "estranged; friendless; alienated; alone in the dark; hermit; wasteland; isolation; "
        "emptiness; "
        "alone at night; hollow; stranded; secluded; by myself; unloved; wanderer; drifter; left "
        "behind" },
    { "longing", 0.35, -0.3, -0.3, "nostalgic; romantic", "ballad; tango; romantic era",
        "yearning; aching; pining; desire; sehnsucht; sehnsuchtig; anhelo; craving; unrequited; "
        "missing you; "
        "wishing; languishing; ache; unfulfilled; hankering; far from home; lovesick; lovelorn; "
        "longingly; missing someone; thirsting; heartache; yearningly; hungering; "
        "separation; wanderlust; desirous; struggente" },
    { "sentimental", 0.35, 0.2, -0.3, "romantic; nostalgic", "ballad; pop; film score",
        "emotional; touching; moving; schmaltzy; sappy; gefuhlvoll; sentimentale; emotive; "
        "poignant; soppy; "
        "heart tugging; corny; tear jerking; emotion; syrupy; heart rending; mushy; soulful mood; "
        "emotionally; expressive; espressivo; dewy eyed; misty eyed; mawkish; ruhrend; emotivo; "
        "commovente; feelings; cloying; full of feeling; heartstrings; feely; overemotional; con "
        "sentimento" },
    { "warm", 0.35, 0.6, -0.2, "calm; romantic", "soul; folk; lo-fi; smooth jazz",
        "cosy; mellow; comforting; cozy; homely; fireside; fireplace; snug; friendly; golden; "
        "honeyed; velvety; "
        "caldo; calido; chaleureux; hearth; toasty; homey; hygge; inviting; warmth; glowing; "
        "warming; amber; "
        "welcoming; wholesome; heartwarming; heart warming; buttery; kind; kindly; neighbourly; "
        "rosy; warmly; "
        "comfy; smooth; campfire mood; blanket; tender warm; affable; summery evening; embracing; "
        "nurturing; reassuring warm; gemutlich warm; silky; comfort" },
    { "cold", 0.3, -0.5, -0.2, "mysterious; dark", "ambient; techno; film score",
        "icy; frozen; chilly; frosty; wintry; glacial; clinical; sterile; arctic; freddo; frio; "
        "froid; polar; "
        "winter; snow; snowy; bitter cold; frigid; detached; emotionless; stark; ice; kalt; eisig; "
        "freezing; unfeeling; impersonal; siberian; robotic mood; antarctic; blizzard; tundra; "
        "crystalline "
        "mood; frost; chill wind; frostbitten; hibernal; snowfall; aloof; ice cold; metallic "
        "mood" },
    { "bright", 0.6, 0.9, 0.3, "happy; playful", "pop; calypso; samba; folk",
        "sunny; radiant; sparkling; shiny; shining; sunshine; luminous bright; brilliant; "
        "glittering; summery; "
        "crisp; brillante; luminoso; gleaming; glistening; colourful; colorful; vibrant; glossy; "
        "summer; sun drenched; sparkly; twinkling; brightly; sun; summertime; sun kissed; "
        "dazzling; vivid bright; "
        "glittery; shimmering; light and airy; sunlit; beaming; lustrous; lucent; fresh; sonnig; "
        "sunny day; brightness mood; scintillating; daylight; beach day; blue sky; sparkle" },
    { "festive", 0.75, 0.9, 0.5, "happy; playful", "polka; samba; salsa; disco",
        "celebratory; holiday like; party like; celebration; festival; celebrating; partying; "
        "festlich; festivo; "
        "festif; fete; feast; birthday; new years eve; party mood; merrymaking; jubilee; gala; "
        "carnival like; "
        "convivial; holidays; new year; holiday; happy birthday; house party; celebrate; birthday "
        "party; "
        "fireworks; festivity; parade like; banquet; festa; thanksgiving; harvest festival; "
        "wedding party; "
        "street party; revelry; toasting; village feast; thanksgiving feast; confetti" },
    { "sacred", 0.35, 0.4, -0.4, "calm; triumphant", "hymn; gospel; baroque",
        "holy; devotional; prayerful; religious; church; church like; cathedral; prayer; heilig; "
        "sacro; sagrado; "
        "sacre; spiritual mood; pious; monastery; blessed; temple; churchy; chapel; liturgy; "
        "worshipful; "
        "praising; biblical; abbey; godly; hallowed; divine sacred; easter; sanctified; "
        "benediction; christian; "
        "religioso; geistlich; ecclesiastical; cloister; altar; venerating; communion; blessing; "
        "shrine; pilgrim" },
    { "meditative", 0.2, 0.2, -0.6, "calm; dreamy", "new age; ambient; minimalism",
        "contemplative; reflective; zen like; thoughtful; mindful; introverted; pondering; "
        "meditating; "
        "meditativ; meditativo; introspection; inward; philosophical; centered; centred; "
        "grounding; "
        "contemplation; reflection; meditate; inner peace; musing; ruminative; focus; focused; "
        "concentration; "
        "deep in thought; trance inducing calm; inward looking; soul searching; quiet "
        "contemplation; brooding "
        "calm; concentrated; breathing slowly; monkish; mantra; absorbing; besinnlich; pensively" },
    { "hypnotic", 0.5, -0.1, 0, "mysterious; dreamy", "techno; minimalism; house",
        "trance like; mesmerising; repetitive; mesmerizing; entrancing; looping hypnotic; "
        "spellbinding; "
        "hypnotisch; ipnotico; hipnotico; pulsing; monotone; monotonous; cyclical; circling; "
        "spiralling; "
        "spiraling; hypnotizing; swirling; trancelike; repeating; mantra like; droning; "
        "hypnotising; tribal "
        "trance; undulating; obsessive; throbbing; whirling; motorik; hypnotically; incantatory; "
        "dervish; incessant; kaleidoscopic; ritual trance" },
    { "groovy", 0.65, 0.4, 0.2, "energetic; playful", "funk; disco; soul; house",
        "funky feel; in the pocket; danceable; grooving; dancey; tight groove; head "
        "nodding; head "
        "bobbing; toe tapping; foot tapping; syncopated; pocket; infectious groove; tanzbar; "
        "ballabile; bailable; "
        "finger snapping; swaying; strutting; catchy groove; hip swaying; booty shaking; "
        "grooves; "
        "groovin; get down; danceability; deep groove; deep pocket; jiving; infectious; "
        "head nod; hip shaking; dancing; makes you dance; dance able; get up and dance; toe "
        "tapper; jammy" },
    { "elegant", 0.4, 0.5, -0.1, "romantic; calm", "waltz; bossa nova; smooth jazz; classical",
        "graceful; refined; polished; sophisticated; classy; stylish; chic; delicate elegant; "
        "suave; grazioso; "
        "elegante; elegant mood; debonair; tasteful; upscale; luxurious; luxury; glamorous; posh; "
        "poised; "
        "cultured; genteel; glamour; high class; exquisite; swanky; dapper; dainty; elegance; "
        "sleek; "
        "black tie; gracefully; lavish; urbane; fashionable; ritzy; haute couture; fine dining; "
        "elegantly; plush; fashion show; boutique; anmutig; gracious; aristocratic elegance; "
        "soigne" },
    { "rustic", 0.45, 0.5, 0, "calm; happy", "folk; country; bluegrass",
        "countryside like; pastoral; rural; countryside; farm; village; bucolic; landlich; "
        "rustico; rustique; "
        "pastorale; woodland; forest; barn; meadow; meadows; homespun; earthy; backwoods; "
        "hillside; fields; "
        "farmyard; cottage; rolling hills; mountain village; country lane; peasant; harvest; "
        "orchard; village "
        "square; arcadian; haystack; provincial; cabin; shepherd; down home; agrarian; homestead; "
        "log cabin; woods; cottagecore; hobbit; shire; nature; valley; pasture; landlicher" },
    { "exotic", 0.5, 0, 0, "mysterious; dreamy", "calypso; samba; film score",
        "foreign sounding; far away; distant lands flavour; foreign; distant lands; faraway lands; "
        "exotisch; "
        "esotico; exotique; worldly; ethnic; world music; jungle like; tropics; worldmusic; silk "
        "road; spice "
        "market; far off; travel; alien lands; foreign lands; strange lands; jungle exotic; oasis; "
        "travelling; overseas; around the world; distant shores; expedition; orient" },
    { "magical", 0.45, 0.4, -0.1, "dreamy; mysterious", "film score; orchestral; lullaby",
        "enchanted; fairy tale; wondrous; magic; enchanting; fairytale; fairy; fairies; "
        "spellbound; wonder; "
        "wizard; wizardry; marchenhaft; magico; magique; bewitching; mystical wonder; unicorn; "
        "miraculous; "
        "fantastical; storybook; wizards; elves; pixie; pixie dust; magisch; wonderland; sorcery; "
        "enchantment; charmed; disneyesque; elfin; wonderful; potion; hogwarts like; once upon a "
        "time; "
        "fabled; mermaid; incanto; fantasy like; awe; wide eyed; glimmering; spell; snow globe" },
    { "futuristic", 0.6, -0.1, 0.1, "mysterious; energetic", "synthwave; techno; ambient",
        "space age; sci fi; science fiction; scifi; robotic; high tech; hi tech; cyber; "
        "technological; "
        "futuristisch; futuristico; robot; robots; future; outer space mood; alien; spaceship; "
        "android; spacecraft; digital; matrix like; technology; laboratory; galactic; "
        "intergalactic; "
        "machine like; mechanical; virtual reality; cyborg; automated; starship; hyperspace; ufo; "
        "space travel; of the future; aliens; artificial; space station; astronaut; 22nd century; "
        "rocket; metaverse; nanotech; dystopian future; hologram" },
    { "chaotic", 0.95, -0.4, 0.8, "tense; energetic", "drum and bass; metal; bebop",
        "frantic; wild; manic; frenzied; frenetic; crazy; insane; hectic; out of control; chaos; "
        "unhinged; "
        "chaotisch; caotico; chaotique; anarchic; turbulent; mayhem; disorderly; deranged; "
        "erratic; berserk; "
        "madness; pandemonium; unruly; messy; mad dash; hysterical; madcap; delirious; feverish; "
        "haywire; rampant; "
        "tumultuous; riotous; jumbled; scrambled; tumult; helter skelter; bedlam; wildly; "
        "schizophrenic; "
        "bonkers; uncontrolled; freewheeling; noisy; stormy chaos" },
    { "confident", 0.65, 0.3, 0.1, "energetic; heroic", "funk; hip hop; rock; soul",
        "self assured; swaggering; cocky; swagger; badass; bad ass; cool; sassy; strut; bossy; "
        "attitude; "
        "assertive; selbstbewusst; sicuro; brash; boss; street smart; determined; tough; "
        "swag; gangster; fearless confident; unstoppable; confidence; slick; resolute; headstrong; "
        "arrogant; "
        "self confident; assured; larger than life confident; macho; steely; unapologetic; "
        "walking tall; defiant swagger; stylin; smug; sass; bravado; risoluto; determination; kick "
        "ass" },
    { "sensual", 0.4, 0.1, -0.3, "romantic; mysterious",
        "rhythm and blues; soul; bossa nova; tango",
        "sultry; seductive; smouldering; sexy; smoldering; steamy; erotic; sinnlich; sensuale; "
        "sensuel; "
        "alluring; slinky; bedroom; lustful; seduction; voluptuous; sexual; silky sensual; flirty; "
        "tempting; sensuous; provocative; late night romance; tantalizing; velvet; femme fatale; "
        "lusty; "
        "sensually; smokey; sizzling; seducing; hot and steamy; tantalising; lascivious; "
        "intimate sensual; sultriness; torrid; come hither; boudoir; smooth and sexy" },
    { "innocent", 0.35, 0.8, -0.1, "happy; playful", "lullaby; folk; waltz",
        "childlike; naive; sweet; pure; childish; cute innocent; adorable; angel faced; "
        "unschuldig; innocente; "
        "ingenuo; innocence; baby; babies; dulce; dolce; harmless; little girl; little boy; gentle "
        "innocent; "
        "simple; simple and pure; lamb; wholesome innocent; toddler; sweetly; kindhearted; "
        "youthful; "
        "guileless; storytime; dolls; doll; cuddly; unspoiled; nursery; sugary; cherubic; "
        "teddy bear; virginal; wide eyed innocent; unworldly; kitten; tender age; newborn; "
        "purity" },
});

} // namespace

std::span<const MoodRow> moodRows()
{
    return kRows;
}

} // namespace pieria::prompt
