"""Rules for participants: what words say that somebody takes part, is invited, stays away, refuses or opposes."""

from __future__ import annotations

from generator.derive.matching import Rule
from generator.derive.participant_rules_away import AWAY, END, LONG, REACH

_ATTENDS = {"who": {"status": "attending"}}
_BOTH = {"who": {"status": "attending"}, "other": {"status": "attending"}}
_OTHER = {"other": {"status": "attending"}}
_REFUSED = {"who": {"status": "refused"}}
_REPRESENTED = {"who": {"status": "represented"}}
_HEAD = {"who": {"status": "attending", "role": "head of delegation"}}
_ONLY = r"(?:(?!and |or |but |collaborat|cooperat|partner|relation|ties )[^\s§;:.()]\S* ){0,12}?"
_QUIET = (
    r"(?:(?!war |fighting|clash|violence|conflict|battle|tension|difference|border|relation|gap |trust|"
    r"rift|since |mediate )[^\s§.;:()]+ ){0,8}?"
)
RULES = (
    Rule(
        "talks-between",
        "between",
        (
            rf"(?<!mediate ){{EVENT}}{_QUIET}(?:(?:by|of) § {_QUIET})?between (?:{{W}}{{0,2}}?){{A}}(?:and "
            rf"(?:{{W}}{{0,4}}?){{B}})?"
        ),
        _BOTH,
    ),
    Rule(
        "deal-ends-war-between",
        "between",
        (
            r"{EVENT}(?:{FAR})(?:end|ends|ended|ending|halt|halts|halted|halting|stop|stops|stopped|"
            r"stopping|pause|pauses|paused) (?:{W}{0,4}?)between {A}"
        ),
        _ATTENDS,
    ),
    Rule(
        "two-names-talks",
        "§",
        (
            r"{A}(?!-)(?:(?:peace|ceasefire|truce|prisoner|political|direct|indirect|bilateral|latest|"
            r"first|new|military) ){0,2}(?P<event>(?:talks|negotiations|dialogue|summit|meeting|ceasefire|"
            r"cease-fire|truce|agreement|deal|peace process|accord) )"
        ),
        _ATTENDS,
    ),
    Rule(
        "met-with",
        "with",
        (
            r"{S}{APPOS}{AUX}(?:meet|meets|met|meeting|sat down|sits? down|sitting down|"
            rf"negotiat(?:e[sd]?|ing)|talked|talks|talking) {LONG}with {{B}}"
        ),
        _BOTH,
    ),
    Rule(
        "two-met",
        " met | meet|sat down|sit down|negotiat",
        r"{S}{APPOS}{AUX}(?:met|meets?|meeting|sat down|sit down|negotiat(?:ed?|ing)) ",
        _ATTENDS,
    ),
    Rule("met-other", "met |meet", r"{S}{APPOS}{AUX}(?:met|meets?|meeting) {B}", _BOTH),
    Rule(
        "held-talks",
        " h|begin| beg|start|open|resum|launch|conduct|enter|join|conclu|contin|engag|return| go to",
        (
            r"{S}{APPOS}{AUX}(?:hold|holds|held|holding|began|begun|begins?|beginning|start(?:s|"
            rf"ed)?|open(?:s|ed)?|resume[sd]?|resuming|launch(?:ed)?|conduct(?:s|ed)?|conducting|"
            rf"enter(?:ed|s|ing)?|join(?:ed|s|ing)?|had (?=an? |the |several |direct |peace |two )|"
            rf"conclude[sd]?|continue[sd]?|engaged? in|return(?:s|ed|ing)? to|go to)"
            rf" {LONG}{{EVENT}}(?:{LONG}with {{B}})?"
        ),
        _BOTH,
    ),
    Rule(
        "talks-with",
        "with ",
        (
            r"(?<!reject )(?<!rejected )(?<!no )(?!peace (?!process|efforts)|process |diplomacy|initiative){EVENT}"
            rf"{_ONLY}with {{B}}"
        ),
        _OTHER,
    ),
    Rule(
        "signed",
        (
            " sign| ink|initial|ratif|reach|conclu|struck|strike|accept|approv|hono|respect|abid|adher|observ|"
            "compl|uph|st|commit|agree|extend|implement|violat| br"
        ),
        (
            r"{S}(?:and (?:an? |the |other )(?:{W}{1,4}?))?{APPOS}{AUX}(?:sign(?:s|ed|ing)?|initial(?:l?ed|s)"
            r"|ratif(?:y|ied|ies)|reach(?:es|"
            rf"ed)?|conclude[sd]?|struck|strike|accept(?:s|ed)?|approve[sd]?|honou?r(?:s|ed)?|respect(?:s|"
            rf"ed)?|abid(?:e[sd]?|ing) by|observ(?:e[sd]?|ing)|compl(?:y|ied|ies) with|uph[eo]ld|stick to|"
            rf"stuck to|adhere[sd]? to|commit(?:s|ted)? (?:itself |themselves )?to|ink(?:s|ed)?|agree[sd]? (?:to|on|"
            rf"that|upon)|agreed(?= an? )|agree|extend(?:s|ed)?|implement(?:s|ed)?|violate[sd]?|broke|breached|broken)"
            rf" {LONG}{{EVENT}}(?:{LONG}with {{B}})?"
        ),
        _BOTH,
    ),
    Rule(
        "announced-truce",
        "announc|declar",
        (
            r"{S}{APPOS}{AUX}(?:announc(?:e[sd]?|ing)|declar(?:e[sd]?|ing)) (?:{W}{0,6}?)"
            r"(?P<event>(?:truces?|cease-?fires?|cessation|armistice|deal|agreement) )(?!.{0,80}between)"
        ),
        _ATTENDS,
    ),
    Rule(
        "after-meeting",
        "with ",
        (
            r"{S}{APPOS}{AUX}(?:announced|declared|confirmed|agreed|pledged) (?:(?!as |while |when |"
            r"but )[^;:.]\S* ){0,30}?(?:following|after) (?:{W}{0,4}?){EVENT}(?:{W}{0,3}?)with "
            r"(?:{W}{0,4}?){B}"
        ),
        _BOTH,
    ),
    Rule(
        "two-agreed",
        "agree|commit|accept|pledg",
        r"{S}{APPOS}{AUX}(?:agree[sd]?|agreed to|committed|commit|accept(?:ed)?|pledged?) ",
        _ATTENDS,
    ),
    Rule(
        "attends",
        "attend|participa| part |present|at the table|join| up ",
        (
            r"{S}{APPOS}{AUX}(?:attend(?:s|ed|ing)?|participat(?:e[sd]?|ing)|tak(?:e|es|ing) part|"
            rf"took part|join(?:s|ed|ing)?|turn(?:ed)? up (?:for|at)|show(?:ed)? up (?:for|at)|present|represented"
            rf"|at the table) (?:{LONG}{{EVENT}}|{END})"
        ),
        _ATTENDS,
    ),
    Rule(
        "present-are",
        "present |attending",
        (
            r"(?:(?:present at|attending) (?:{W}{1,5}?)(?:, (?:[^§,.;:]+ ){1,20}?, )?|present )(?:is|are|was|were"
            r"|will be) {A}"
        ),
        _ATTENDS,
    ),
    Rule(
        "agreed-by",
        " by ",
        (
            rf"{{EVENT}}{REACH}(?:agreed|agreed to|signed|accepted|declared|reached|offered|observed|"
            r"violated|breached) by {A}"
        ),
        _ATTENDS,
    ),
    Rule("negotiating-with", "negotiat", r"negotiat(?:ing|ed|e|es) (?:{W}{0,4}?)with (?:{W}{0,2}?){A}", _ATTENDS),
    Rule(
        "hosted-people",
        "host|brought together|bring|welcom",
        (
            r"(?:§ {APPOS}(?:{W}{0,3}?)| i | we | he | she )(?:host(?:s|ed|ing)?|brought together|brings together"
            r"|bringing "
            r"together|welcomed(?= § (?:to|in|for) )) {A}(?:[^;:.]\S* ){0,15}?{EVENT}"
        ),
        _ATTENDS,
    ),
    Rule(
        "attended-by",
        "attend|participa|involv|among|includ|compris|bring|brought|gather|group",
        (
            rf"(?!mediation|diplom){{EVENT}}{REACH}(?:attended by|with the participation of|involving|including"
            rf"|include[sd]?|involve[sd]?|among"
            r"|grouping|gathering|bringing together|that brought together|brings together|brought together) "
            rf"(?:{LONG}(?:those|representatives|delegates|members|leaders) (?:from|of) )?{{A}}"
        ),
        _ATTENDS,
    ),
    Rule(
        "led-by",
        "led by|headed by|chaired by",
        r"(?P<whose>§) (?:(?:in|at|to|for) {W}{1,4}?)?(?:, )?(?:(?:which|that|to) )?{AUX}(?:led|headed) by {A}",
        _HEAD,
    ),
    Rule(
        "delegation-led-by",
        "led by|headed by",
        r"(?:delegations?|(?<!mediation )(?<!mediating )team) {GAP}(?:, )?(?:which |that )?{AUX}(?:led|headed) by {A}",
        _HEAD,
    ),
    Rule(
        "represented-by",
        "represented by",
        r"(?P<whose>§) (?:, )?(?:(?:which|that|to) )?{AUX}represented by {A}",
        {"who": {"status": "attending", "role": "representative"}, "whose": {"status": "represented"}},
    ),
    Rule(
        "represents",
        "represent",
        (
            r"{S}{APPOS}{AUX}represent(?:s|ed|ing)? (?:{W}{0,3}?)(?P<whose>§) "
            r"(?=(?:(?:in|at|during) (?:{W}|§ ){0,6}?(?:{TALKS}))|on the team)"
        ),
        {"who": {"status": "attending", "role": "representative"}},
    ),
    Rule(
        "delegation-represents",
        "represent",
        (
            r"(?:delegations?|team) {AUX}represent(?:s|ed|ing)? (?:(?:the|whole|entire|all|of) ){0,4}{A}"
            r"(?:(?:state|people|nation) )?"
        ),
        _REPRESENTED,
    ),
    Rule(
        "leads-delegation",
        "lead|led|head",
        r"{S}{APPOS}{AUX}(?:leads?|led|heads?|headed|heading|leading) (?P<whose>§) (?<=§ )",
        _HEAD,
    ),
    Rule(
        "named-head",
        "head of|leader of|chief of",
        r"{S}{APPOS}{AUX}(?:named|appointed|chosen|picked|as) {GAP}(?:head|leader|chief) of (?P<whose>§) ",
        _HEAD,
    ),
    Rule(
        "heads-delegation",
        "deleg|team",
        (
            r"{S}{APPOS}{AUX}(?:(?:named|appointed|chosen|picked) (?:as )?(?:the )?(?:head|leader) of|"
            r"leads?|led|heads?|headed|heading|leading) (?:{W}{0,5}?)(?:delegation|negotiating team|team) "
        ),
        _HEAD,
    ),
    Rule(
        "negotiator-behind",
        "negotiator|delegate|delegation",
        r"{A}, (?:{W}{0,3}?)(?:negotiator|delegate|head of (?:{W}{0,3}?)delegation) ",
        {"who": {"status": "attending", "role": "negotiator"}},
    ),
    Rule(
        "negotiator-before",
        "negotiator|delegation",
        r"(?:negotiator|head of (?:{W}{0,4}?)(?:delegation|team)) , {A}",
        {"who": {"status": "attending", "role": "negotiator"}},
    ),
    Rule(
        "among-those-who",
        "among|one of",
        (
            r"{S}{APPOS}{AUX}(?:among|one of) (?:{W}{1,6}?)(?:that|who|to) (?:have |had |has )?(?:sign(?:ed)?"
            r"|attend(?:ed)?"
            rf"|join(?:ed)?|agreed to|accept(?:ed)?|took part in|take part in) {LONG}{{EVENT}}"
        ),
        _ATTENDS,
    ),
    *AWAY,
    Rule(
        "sides-are",
        "sides|parties|signator|participants",
        (
            r"(?:sides|parties|signatories|participants) (?:(?:to|of|in) {W}{1,5}?)?(?:, |\( |: |- |are |were "
            r"|include[sd]? |including |being )?{A}"
        ),
        _ATTENDS,
    ),
    Rule(
        "all-but",
        "except|apart",
        (
            r"§ ,? ?(?:with the exception of|except(?: for)?|apart from) {A}(?:, )?(?:(?:has|have|had)"
            rf" )?(?:declared|agreed|signed|accepted|joined|attended|announced) {LONG}{{EVENT}}"
        ),
        _REFUSED,
    ),
    Rule("level-of", "level of", r"{EVENT}(?:{FAR})at the level of (?:{W}{0,4}?){A}", _REPRESENTED),
    Rule(
        "names-delegates",
        "delegat|negotiat|representative",
        (
            r"{S}{APPOS}{AUX}(?:announced|named|sent|send|sends|sending|dispatch(?:ed)?|formed|"
            rf"picked) (?!as ){LONG}(?:delegations?|delegates|delegation heads|negotiating teams?|"
            rf"negotiators|representatives) "
        ),
        _REPRESENTED,
    ),
    Rule(
        "comes-for-talks",
        "for |to ",
        (
            r"{S}{APPOS}{AUX}(?:arriv(?:e[sd]?|ing)|travel(?:s|l?ed|l?ing)?|flew|fly|flown|went|"
            rf"goes|go|going|came|come|headed|due|in) {LONG}(?:for|to attend|to join|to take part in|to "
            rf"participate in|to hold|to resume) {LONG}{{EVENT}}"
        ),
        _ATTENDS,
    ),
)
MANY = frozenset({"two-names-talks", "two-met", "two-agreed", "sides-are"})
"""Rules whose words tell of taking part only where they name several."""
DENIABLE = frozenset({"attends", "not-involved", "was-invited", "comes-for-talks", "names-delegates", "not-at"})
"""Rules whose denial says that somebody is absent."""
OF_DELEGATIONS = frozenset({"led-by", "leads-delegation", "named-head"})
"""Rules that hold only where what is led is a delegation."""
