"""Rules for mediators: what words give somebody the role of mediator, broker, guarantor, host and so on."""

from __future__ import annotations

from generator.derive.matching import Rule
from generator.derive.mediator_roles import ROLE_RULES

_THANKS = "thank|grat|appreci|credit|prais|commend|hail|applaud"
_THANKING = (
    r"thank(?:s|ed|ing|ful)?|gratitude|grateful|appreciation|appreciates?|credit(?:s|ed)?|prais(?:e[sd]?|ing)"
    r"|commend(?:s|ed)?|hail(?:s|ed)?|applaud(?:s|ed)?"
)
_CREDITED = (
    r"mediat\w*|broker\w*|facilitat\w*|efforts?|roles?|partnership|support\w*|help\w*|work|assistance|leadership"
    r"|diplomacy|contributions?|hosting|conven\w*|organi[sz]\w*|engagement|commitment|good offices|hospitality"
    r"|involvement|cooperation"
)
_ENDING = (
    r"end(?:ing)?|broker(?:ing)?|mediat(?:e|ing)|secur(?:e|ing)|facilitat(?:e|ing)|achiev(?:e|ing)|bring(?:ing)?"
    r"|negotiat(?:e|ing)|reach(?:ing)?|finali[sz](?:e|ing)|resolv(?:e|ing)|conclud(?:e|ing)|advanc(?:e|ing)"
)
_BACKER = {"who": {"role": "backer"}}
_BROKER = {"who": {"role": "broker"}}
_CONVENER = {"who": {"role": "convener"}}
_ENDORSER = {"who": {"role": "endorser"}}
_GUARANTOR = {"who": {"role": "guarantor"}}
_HOST = {"who": {"role": "host"}}
_MEDIATOR = {"who": {"role": "mediator"}}
_SPECIAL = (
    Rule(
        "under-auspices-of",
        "under",
        r"{EVENT}?(?:{FAR})under (?:{W}{0,3})(?:auspices|aegis|patronage|umbrella) (?:of|from) {A}",
        _CONVENER,
    ),
    Rule(
        "under-its-auspices",
        "under",
        r"under {A}(?:'s |' )?(?:auspices|aegis|patronage|umbrella|sponsorship|mediation) ",
        _CONVENER,
    ),
    Rule("under-sponsorship", "under", r"under (?:{W}{0,3})(?:sponsorship|support) (?:of|from) {A}", _BACKER),
    Rule(
        "under-supervision",
        "under|with",
        r"(?:under|with) (?:{W}{0,3})(?:supervision|guarantees?|monitoring) (?:of|from|by) {A}",
        _GUARANTOR,
    ),
    Rule(
        "mediation-of",
        "mediat",
        (
            r"(?:mediation|mediating|mediation efforts?|good offices|shuttle diplomacy|mediating role) "
            r"(?:efforts? )?(?:of|by|from) {A}"
        ),
        _MEDIATOR,
    ),
    Rule(
        "its-mediation",
        "mediat|good offices|shuttle",
        (
            r"{A}(?:'s |' )?(?:(?:own|latest|recent|earlier|chief|continued|main|joint|tireless|special|"
            r"active) ){0,2}(?:mediation|mediator|mediators|good offices|shuttle diplomacy|mediating|"
            r"shuttle)\b"
        ),
        _MEDIATOR,
    ),
    Rule("good-offices-of", "offices", r"good offices (?:of|from) {A}", _MEDIATOR),
    Rule("shuttled", "shuttl", r"{S}{APPOS}{AUX}(?:shuttl(?:ed|es|ing)) ", _MEDIATOR),
    Rule(
        "helped-by",
        "help|assist|facil|support|backing|partner",
        r"{EVENT}{FAR}with (?:{W}{0,3})(?:help|assistance|facilitation|support|backing|partnership) (?:of|from|by) {A}",
        _BACKER,
    ),
    Rule(
        "with-its-help",
        "with ",
        r"{EVENT}{FAR}with {A}(?:'s |' )(?:{W}{0,1}?)(?:help|mediation|assistance|support|facilitation) ",
        _BACKER,
    ),
    Rule("pushed-with-help", "help", r"{EVENT}(?:{GAP})with (?:help|support|backing) from {A}", _BACKER),
    Rule(
        "through-mediation",
        "through|via",
        r"(?:through|via) {A}(?:mediation|mediators?|intermediar(?:y|ies))",
        _MEDIATOR,
    ),
    Rule(
        "thanked-for-mediation",
        _THANKS,
        rf"(?:{_THANKING}) (?P<who>(?:[^;:.]\S* ){{1,45}}?)(?:, )?for (?:[^.;:]\S* ){{0,10}}?(?:{_CREDITED}) ",
        _MEDIATOR,
    ),
    Rule(
        "thanked-as-well",
        _THANKS,
        (
            rf"for (?:his|her|its|their) (?:{{W}}{{0,4}}?)(?:{_CREDITED}) (?:{{W}}{{0,6}}?)(?:, )?(?:and|as well "
            rf"as) {{A}}"
            rf"for (?:his|her|its|their) (?:{{W}}{{0,4}}?)(?:{_CREDITED}) "
        ),
        _MEDIATOR,
    ),
    Rule(
        "thanked-who-worked",
        _THANKS,
        rf"(?:{_THANKING}) (?P<who>(?:[^;:.]\S* ){{1,45}}?)who(?:se)? (?:{{W}}{{0,4}}?)(?:work|effort|help|mediat)",
        _MEDIATOR,
    ),
    Rule(
        "partnership-with",
        "with ",
        r"(?:partnership|coordination|cooperation|concert|jointly|alongside) with {A}(?:[^;:.]\S* ){0,20}?{EVENT}",
        _BROKER,
    ),
    Rule(
        "with-help-event",
        "with ",
        r"with (?:{W}{0,3}?)(?:help|support|assistance|mediation|backing) (?:of|from) {A}(?:[^;:.]\S* ){0,20}?{EVENT}",
        _BACKER,
    ),
    Rule(
        "talks-led-by",
        "led by",
        r"{EVENT}(?:(?:in|at) (?:{W}{1,3}|§ ))?(?:, )?(?:(?:that|which) )?(?:(?:is|are|was|were|being) )?led by {A}",
        _MEDIATOR,
    ),
    Rule("under-leadership", "leadership", r"under (?:the )?(?:{W}{0,2}?)leadership of {A}", _BROKER),
    Rule("its-leadership", "leadership", r"{A}(?:'s |' )(?:{W}{0,2}?)leadership ", _BROKER),
    Rule(
        "ensures",
        "ensur|guarant",
        r"{S}{APPOS}{AUX}(?:work(?:ing)? )?(?:to )?(?:ensure|ensuring|guarantee) (?:that )?{OBJ}{EVENT}",
        _GUARANTOR,
    ),
    Rule(
        "leads-mediation",
        "mediation|efforts",
        (
            r"{S}{APPOS}{AUX}(?:leads?|leading|led) (?:{W}{0,3}?)(?:mediation|mediation efforts|"
            r"diplomatic efforts|peace efforts) "
        ),
        _MEDIATOR,
    ),
    Rule(
        "works-with-for",
        "work",
        (
            r"(?:works?|worked|working) (?:{W}{0,3}?)with (?:{W}{0,4}?){A}(?:, )?(?:to|on|toward|towards) "
            r"(?:[^;:.]\S* ){0,15}?{EVENT}"
        ),
        _BROKER,
    ),
    Rule(
        "thanks-to-efforts",
        "thanks to|through|result of|due to|credit",
        (
            r"(?:thanks to|through|result of|due to|credit(?:s|ed)?) (?:{W}{0,4}?){A}(?:'s |"
            r"' )?(?:{W}{0,3}?)(?:mediation|diplomacy|efforts|leadership|intervention|good offices)"
        ),
        _MEDIATOR,
    ),
    Rule(
        "efforts-of",
        "diplomacy|effort|leadership",
        r"(?:diplomacy|diplomatic efforts|efforts|leadership) (?:by|of|from) {A}",
        _MEDIATOR,
    ),
    Rule(
        "efforts-to-end",
        "effort|leadership|role|diplomacy|work",
        (
            r"{A}(?:'s |' )?(?:{W}{0,3}?)(?:efforts|leadership|role|diplomacy|work|initiative) (?:in|"
            rf"to|for|of|at) (?:{{W}}{{0,3}}?)(?:{_ENDING}) "
        ),
        _MEDIATOR,
    ),
    Rule(
        "works-together",
        "work",
        (
            r"{S}{APPOS}{AUX}(?:work(?:s|ed|ing)?) (?:{W}{0,4}?)with (?:{W}{0,4}?){B}"
            r"(?:, )?(?:{W}{0,3}?)to (?:broker|mediate|secure|facilitate|negotiate|achieve) "
        ),
        {**_BROKER, "other": {"role": "broker"}},
    ),
    Rule(
        "brings-sides-together",
        "together|to the table|negotiating table",
        (
            r"{S}{APPOS}{AUX}(?:bring|brings|bringing|brought|get|gets|getting|got) (?:the |both )?(?:two |both "
            r"|warring |rival "
            r"|opposing ){0,2}(?:sides|parties|factions|leaders|delegations) (?:back )?(?:together|to the "
            r"(?:negotiating )?table)"
        ),
        _MEDIATOR,
    ),
    Rule(
        "role-of",
        "role",
        (
            rf"(?:roles?|part) (?:played )?(?:of|by) {{A}}(?:in|at) (?:{{W}}{{0,3}}?)(?:{_ENDING}|setting up|arranging"
            rf"|helping) "
        ),
        _MEDIATOR,
    ),
    Rule(
        "leads-talks-between",
        "lead|led ",
        r"{S}{APPOS}{AUX}(?:leads?|leading|led) (?:{W}{0,4}?)(?P<event>{TALKS})between ",
        _MEDIATOR,
    ),
    Rule(
        "mediation-led-by",
        "led by|headed by|chaired by",
        (
            r"(?:mediation|mediators|mediating)(?: team| teams| efforts?| mission| group)? (?:, )?(?:led|headed"
            r"|chaired) by {A}"
        ),
        _MEDIATOR,
    ),
    Rule(
        "as-observer",
        "as observer|as an observer",
        r"{A}(?:{W}{0,4}?)(?<!well )as (?:an )?observers? ",
        {"who": {"role": "facilitator"}},
    ),
    Rule(
        "sends-mediators",
        "mediat",
        (
            r"{S}{APPOS}{AUX}(?:sends?|sent|sending|dispatch(?:ed|es|ing)?|appoint(?:s|ed)?|named|names) (?:{W}{0,6}?)"
            r"(?:to mediate|mediators?|mediation (?:team|mission)) "
        ),
        _MEDIATOR,
    ),
    Rule(
        "meets-both-sides",
        "sides|parties|factions|delegations",
        (
            r"{S}{APPOS}{AUX}(?:hold|holds|held|holding|meet|meets|met|meeting|chair|chaired|shuttl\w+"
            r"|convene\w*) (?:{W}{0,4}?)"
            r"(?:with|between) (?:§ 's |the )?(?:two |both |main |warring |rival |opposing ){1,3}(?:sides|parties"
            r"|factions|delegations)"
        ),
        _MEDIATOR,
    ),
    Rule(
        "leads-efforts-including",
        "efforts|mediation",
        (
            r"(?:leading|making|behind|involved in) (?:{W}{0,2}?)(?:mediation|mediation efforts|peace efforts"
            r"|mediating)"
            r" (?:, )?(?:including|such as|among them|namely) {A}"
        ),
        _MEDIATOR,
    ),
    Rule(
        "countries-behind",
        "sponsor|guarant|mediat|broker|facilit|host",
        (
            r"(?:countries|states|nations|powers|parties) (?:sponsoring|guaranteeing|mediating|brokering"
            r"|facilitating|backing)"
            r" (?:{W}{0,3}?){EVENT}(?:, |- |: |\( ){A}"
        ),
        _BACKER,
    ),
    Rule(
        "guarantors-of",
        "guarantor",
        r"guarantors?(?: countries| states| nations| powers)? of (?:{W}{0,4}?){EVENT}(?:, |- |: |\( ){A}",
        _GUARANTOR,
    ),
    Rule("on-initiative-of", "initiative", r"(?:at|on) the initiative of (?:the )?{A}", _CONVENER),
    Rule(
        "offers-good-offices",
        "offer|lend|lent|provid",
        (
            r"{S}{APPOS}{AUX}(?:offer(?:s|ed|ing)?|lends?|lent|lending|provid(?:e[sd]?|ing)) (?:{W}{0,3}?)"
            r"(?:good offices|mediation|services as (?:an? )?(?:mediator|intermediary)) "
        ),
        _MEDIATOR,
    ),
    Rule(
        "played-role",
        "play|role",
        (
            r"{S}{APPOS}{AUX}(?:play(?:s|ed|ing)?|had) (?:{W}{0,5}?)(?:roles?|part) (?:in|at) "
            rf"(?:{{W}}{{0,3}}?)(?:{_ENDING}) "
        ),
        _MEDIATOR,
    ),
    Rule(
        "worked-with",
        "work|coordinat|partner|effort",
        (
            rf"(?:work(?:s|ed|ing)?|coordinat(?:e[sd]?|ing|ion)|partner(?:s|ed|ing)?|partnership|"
            r"collaboration|efforts) (?:{W}{0,4}?)with (?:{W}{0,5}?){A}(?:, )?(?:{W}{0,3}?)"
            rf"(?:to|in|on) (?:{{W}}{{0,3}}?)(?:{_ENDING}) "
        ),
        _BROKER,
    ),
    Rule(
        "works-to-end",
        "work",
        (
            r"{S}{APPOS}{AUX}(?:work(?:s|ed|ing)?|helped|help|helping) (?:{W}{0,5}?)(?:to )?(?:broker|"
            r"mediate|secure|facilitate|negotiate|bring about) "
        ),
        _BROKER,
    ),
    Rule(
        "as-mediator",
        " as ",
        (
            r"(?<!rejected )(?<!rejects )(?<!reject )(?<!accept ){A}(?:{W}{0,2}?)as (?:an? |the "
            r")?(?:{W}{0,2}?)(?:mediators?|facilitators?|intermediar(?:y|ies)) "
        ),
        _MEDIATOR,
    ),
    Rule("as-host", " as ", r"{A}as (?:the )?hosts? ", _HOST),
    Rule("as-guarantor", " as ", r"{A}as (?:the )?guarantors? ", _GUARANTOR),
    Rule(
        "hosted-people",
        "host|welcom|brought together|bring",
        (
            r"{S}{APPOS}{AUX}(?:host(?:s|ed|ing)?|brought together|welcomed(?= § (?:to|in|for) )) (?P<guests>§) "
            r"(?:[^;:.]\S* ){0,15}?{EVENT}"
        ),
        _HOST,
    ),
    Rule("at-invitation-of", "invitation", r"at the invitation of {A}", _CONVENER),
    Rule(
        "received-backing",
        "back|endors|support",
        (
            r"{EVENT}{FAR}(?:received|won|got|gained|has|have|had|with) (?:{W}{0,3})(?:backing|"
            r"endorsement|blessing|approval) (?:of|from|by) {A}"
        ),
        _ENDORSER,
    ),
    Rule(
        "observes-truce",
        "observ|monitor",
        r"(?:observers|monitors) (?:of|from) (?:{W}{0,4}?, )?{A}(?=[^.;:]*(?:truce|cease-?fire|observ|monitor))",
        _GUARANTOR,
    ),
    Rule(
        "monitors-truce",
        "monitor|observ|verif",
        (
            r"{S}{APPOS}{AUX}(?:monitor(?:s|ed|ing)?|verif(?:y|ies|ied)) (?:{W}{0,4}?)(?P<event>(?:truce|"
            r"cease-?fire|cessation|agreement|pull-?out|withdrawal) )"
        ),
        _GUARANTOR,
    ),
    Rule("set-in-motion", "set ", r"{S}{APPOS}set (?:{W}{0,4}?){EVENT}in motion", _CONVENER),
    Rule(
        "which-supervises",
        "which|that",
        r"{A}, (?:which|that) (?:supervises?|oversees?|guarantees?|monitors?) (?:{W}{0,3}?){EVENT}",
        _GUARANTOR,
    ),
    Rule(
        "mediators-are",
        "mediat",
        (
            r"(?:mediators|facilitators|mediating countries|mediating states) (?:are |were |include |"
            r"including |, |: |- |such as |from )?{A}"
        ),
        _MEDIATOR,
    ),
    Rule("supports-initiative", "support", r"{S}{APPOS}{AUX}supports? (?!for |of |from )(?:{W}{0,2}?){EVENT}", _BACKER),
)
RULES = (*ROLE_RULES, *_SPECIAL)
