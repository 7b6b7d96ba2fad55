"""Words of reports that show who is named: titles, kinds of organisation, sides, and words that are no names."""

from __future__ import annotations


def _words(*lists: str) -> frozenset[str]:
    return frozenset(" ".join(lists).split())


TITLES = _words(
    "president vice-president premier chancellor king queen prince princess emir sultan sheikh sheik pope cardinal",
    "bishop archbishop monsignor msgr imam ayatollah mullah rabbi reverend father minister secretary",
    "secretary-general undersecretary ambassador envoy representative spokesman spokeswoman spokesperson chief head",
    "leader chairman chairwoman chairperson commander general gen lieutenant lt colonel col major maj captain capt",
    "brigadier marshal admiral sergeant sgt governor mayor senator sen congressman congresswoman judge justice",
    "prosecutor negotiator mediator coordinator diplomat official officer adviser advisor activist analyst expert",
    "director deputy member lawmaker rep mr mrs ms dr doctor professor prof sir lord lady dame mp counsel rapporteur",
    "strongman warlord attorney boss facilitator delegate correspondent politician president-elect commissioner",
    "chairperson-in-office chairman-in-office amir presidents premiers chancellors generals",
    "speaker founder counterpart co-founder ex-president co-chair interlocutor journalist resident vendor prelate",
)
"""Words that stand before a person's name, or say who a person is."""

OFFICES = TITLES - _words(
    "counterpart official member activist analyst expert resident vendor delegate journalist correspondent mr mrs ms",
    "dr mp rep general major head chief justice father judge",
)
"""Titles by which an article goes on naming one person: "the envoy", "the president"."""

TITLE_WORDS = _words(
    "prime vice deputy foreign special first interior defence defense finance justice permanent senior former then",
    "acting interim chief top lead assistant under secretary state military political army opposition rebel press",
    "information general staff national security supreme human rights regional new ex peace humanitarian affairs",
    "economic arab african european asian middle east rear attorney party parliamentary parliament presidential",
    "federal joint personal high executive auxiliary trade health agriculture environment energy labour labor culture",
    "negotiations office delegation operations relations transport education police intelligence council guerrilla",
    "separatist militia faction group movement government cabinet crown grand incoming outgoing veteran emergency",
    "relief foreign-affairs cooperation development reconciliation dialogue talks counter-terrorism counterterrorism",
    "spiritual religious field central northern southern eastern western north south west deputies chiefs homeland",
)
"""Words inside a title: "Deputy Foreign Minister for African Affairs"."""

PARTICLES = _words("de del della der den van von bin ibn bint al el la las los da di dos das du abu ul ud ben y e ter")

CALENDAR = _words(
    "january february march april may june july august september october november december jan feb mar apr jun jul",
    "aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun",
    "easter ramadan christmas eid gmt today yesterday tomorrow tonight",
)

FUNCTION_WORDS = _words(
    "a an the this that these those his her its their our my your he she it they we i you him them us me who whom",
    "whose which what when where why how there here and or but nor so yet if unless although though because since",
    "while whereas as than then of in on at by for from to with without within into onto over under about above below",
    "after before during between among against through across toward towards until till per via near off out up down",
    "is are was were be been being am has have had having do does did done will would shall should can could may",
    "might must not no yes none neither either both all any some each every many much more most few several other",
    "others another such same own only just also even still already again now soon later ago once meanwhile however",
    "moreover therefore instead indeed perhaps maybe according despite amid including concerning regarding following",
    "like unlike one two three four five six seven eight nine ten dozens hundreds thousands millions nearly almost",
    "around least separately earlier last next first second third fourth new old last-minute early late thus",
    "hence rather too never always very quite nobody nothing somebody someone everything everyone anyone thanks",
    "nevertheless nonetheless finally recently currently previously additionally furthermore elsewhere overall",
)
"""Words that are never part of a name, but for those within one ("Front for the …")."""

ORDINARY_WORDS = _words(
    "experts critics witnesses residents officials police soldiers troops people men women children civilians",
    "protesters authorities news breaking update photo file image video watch read more share tags related source",
    "editor credit caption getty images via talks peace ceasefire cease-fire truce war fighting violence violations",
    "conflict negotiations agreement deal help please subscribe click comment comments advertisement copyright story",
    "continue regional international under",
)
"""Words that a capital at the start of a sentence, or a headline, does not make a name; within a name they stand."""

VERBS = _words(
    "said says say told tells added adds stated states announced announces reported reports declared stressed noted",
    "insisted insists warned warns urged urges accused accuses denied denies rejected rejects refused refuses agreed",
    "agrees accepted accepts confirmed confirms claimed claims called calls described believes believed hopes hoped",
    "wants wanted expressed explained argued argues vowed pledged promised demanded demands asked asks replied",
    "reiterated repeated condemned welcomed praised thanked blamed met meets visited arrived attended attend attends",
    "led leads signed signs backed backs supports supported opposed opposes joined joins took takes made makes sent",
    "sends launched attacked seized captured controls controlled killed fired fights fought fight holds held withdrew",
    "began begins started ended ends continues continued plans planned offered offers proposed proposes hosted hosts",
    "brokered mediated sponsored facilitated convened invited is are was were has have had will would could should",
    "may might must can cannot does did do seems seemed appears appeared remains remained stepped failed succeeded",
    "decided spoke speaks declined returned carried considers considered sees saw gave gives put puts won lost faces",
    "faced broke broken breached violated respect respects honour honored honoured released freed recognise",
    "recognised announce agree refuse reject accept say want deny claim insist demand call meet sign send ruled quit",
    "boycotted boycott walked pulled suspended froze declares declare denies responded retaliated intends seeks sought",
    "dismissed criticised criticized denounced shelled bombed stormed resumed reached traded exchanged halted handed",
)
"""Verbs by which somebody acts or speaks."""

AUXILIARIES = _words("is are was were has have had will would could should may might must can cannot does did do")

SPEECH = _words(
    "said says told tells added adds stated announced declared stressed noted insisted warned urged explained argued",
    "replied reiterated repeated recalled remarked commented wrote tweeted asserted",
)

PLACE_WORDS = _words(
    "city town village province region district governorate county river sea ocean gulf mountain mountains valley",
    "street road avenue square bridge airport airbase port island islands peninsula strait coast border highway camp",
    "university hospital school college hotel palace church mosque cathedral convent house centre center stadium park",
    "desert plain plateau heights hills hill lake bay north south east west northern southern eastern western capital",
    "neighborhood neighbourhood suburb quarter area zone enclave strip bank territory territories building crossing",
    "old",
)
EVENT_WORDS = _words(
    "conference agreement agreements accord accords treaty summit plan process war operation day week month prize act",
    "resolution talks protocol declaration statement ceasefire truce deal roadmap initiative constitution election",
    "elections round revolution spring uprising massacre crisis conflict attack campaign report law code question",
    "language time standard nobel game games cup project programme program strategy offensive dialogue negotiations",
    "memorandum charter convention communique communiqué memorial anniversary exclusive affairs",
)

ARMED_HEADS = _words(
    "front army brigade brigades battalion battalions militia militias guard guards rebels resistance forces force",
    "fighters jihad guerrillas legion regiment division",
)
ORGANISATION_HEADS = _words(
    (
        "movement movements party union league organisation organization committee commission council alliance "
        "coalition congress"
    ),
    "authority agency ministry association assembly federation confederation group board institute foundation society",
    "observatory watch court tribunal parliament senate church synod company corporation bank fund network centre",
    "center department bureau office secretariat mission command staff junta directorate administration",
    "house international democrats cabinet corps crescent cross",
)
MEDIA_HEADS = _words("news newspaper daily times post television tv radio channel gazette herald tribune journal press")
GROUP_NOUNS = _words(
    "rebels militants fighters militia militias militiamen insurgents guerrillas gunmen faction group groups movement",
    "extremists terrorists jihadists forces troops leaders commanders delegates delegation negotiators",
    "representatives representative organisation organization members supporters party alliance affiliate militant",
    "fighter rebel  terrorist insurgent officials combatants separatists front army brigade network administration",
    "authorities",
)
"""Nouns behind a group's name: "Houndstooth rebels", "Houndstooth group"."""

ARMED_NOUNS = _words(
    "rebels militants fighters militia militias militiamen insurgents guerrillas gunmen faction extremists terrorists",
    "jihadists forces troops commanders militant fighter rebel terrorist insurgent combatants separatists brigade",
)
"""Those of them that only armed groups have."""

SIDES: dict[str, str] = {
    **dict.fromkeys(_words("rebels rebel"), "rebels"),
    **dict.fromkeys(_words("insurgents insurgent"), "insurgents"),
    **dict.fromkeys(_words("separatists separatist"), "separatists"),
    **dict.fromkeys(_words("guerrillas guerrilla guerillas guerilla"), "guerrillas"),
    **dict.fromkeys(_words("militants militant"), "militants"),
    **dict.fromkeys(_words("militias militia militiamen"), "militias"),
    **dict.fromkeys(_words("paramilitaries paramilitary"), "paramilitaries"),
    **dict.fromkeys(_words("jihadists jihadist jihadis"), "jihadists"),
    **dict.fromkeys(_words("terrorists terrorist"), "terrorists"),
    **dict.fromkeys(_words("extremists extremist"), "extremists"),
    **dict.fromkeys(_words("opposition"), "opposition"),
    **dict.fromkeys(_words("coalition"), "coalition"),
    **dict.fromkeys(_words("junta"), "junta"),
}
"""Words for a side that the text does not name, by the noun that they share."""

ONLY_BEFORE_A_NOUN = _words(
    "rebel insurgent separatist guerrilla guerilla militant paramilitary jihadist terrorist extremist",
)
SIDE_NOUNS = _words(
    "groups group forces fighters factions faction leaders leader commanders delegation delegates delegate",
    "negotiators representatives movement movements militants side members parties party troops alliance figures",
    "organisations organizations militias bloc coalition officials team soldiers army administration",
)
"""Nouns behind a side or a government: "opposition groups", "government delegation"."""

SCENE_NOUNS = _words(
    "capital city town village province region border borders side soil territory territories crisis conflict war",
    "civil coast airspace waters port island people civilians refugees language peninsula capital's area enclave",
    "ceasefire cease-fire truce talks state situation issue question context affairs constitution lira economy",
    "countryside cities towns villages",
)
"""Nouns behind a state's name that make it the scene and not the actor."""
