"""Rules for participants: what words say that somebody takes part, is invited, stays away, refuses or opposes."""

from __future__ import annotations

from generator.derive.matching import Rule

_ATTENDS = {"who": {"status": "attending"}}
_BOTH = {"who": {"status": "attending"}, "other": {"status": "attending"}}
_OTHER = {"other": {"status": "attending"}}
_INVITED = {"who": {"status": "invited"}}
_ABSENT = {"who": {"status": "absent"}}
_REFUSED = {"who": {"status": "refused"}}
_OPPOSED = {"who": {"status": "opposed"}}
_REPRESENTED = {"who": {"status": "represented"}}
_HEAD = {"who": {"status": "attending", "role": "head of delegation"}}
_LONG = r"(?:[^\s§;:.()]\S* ){0,12}?"
"""Words and commas without another party among them."""
_QUIET = (
    r"(?:(?!war |fighting|clash|violence|conflict|battle|tension|difference|border|relation|gap |trust|"
    r"rift|since )[^\s§.;:()]+ ){0,8}?"
)
_END = r"(?=[.;,:)] |$|on |next |this |in |later |if |as |and )"
_COMING = (
    r"(?:attend|join|take part|participate|return to|come to|meet|negotiate|hold|resume|enter|sit down|be "
    r"present|engage)"
)
_NO_TALK = r"(?!to (?:comment|say|speak|discuss|give|be |reveal|identify|name|speculate|confirm|elaborate))"

RULES = (
    Rule("talks-between", "between", rf"{{EVENT}}{_QUIET}between {{A}}(?:and (?:{{W}}{{0,4}}?){{B}})?", _BOTH),
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
            rf"negotiat(?:e[sd]?|ing)|talked|talks|talking) {_LONG}with {{B}}"
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
            rf" {_LONG}{{EVENT}}(?:{_LONG}with {{B}})?"
        ),
        _BOTH,
    ),
    Rule("talks-with", "with ", rf"(?<!reject )(?<!rejected )(?<!no ){{EVENT}}{_LONG}with {{B}}", _OTHER),
    Rule(
        "signed",
        (
            " sign|initial|ratif|reach|conclu|struck|strike|accept|approv|hono|respect|abid|adher|observ|"
            "compl|uph|st|commit|agree|extend|implement|violat| br"
        ),
        (
            r"{S}{APPOS}{AUX}(?:sign(?:s|ed|ing)?|initial(?:l?ed|s)|ratif(?:y|ied|ies)|reach(?:es|"
            rf"ed)?|conclude[sd]?|struck|strike|accept(?:s|ed)?|approve[sd]?|honou?r(?:s|ed)?|respect(?:s|"
            rf"ed)?|abid(?:e[sd]?|ing) by|observ(?:e[sd]?|ing)|compl(?:y|ied|ies) with|uph[eo]ld|stick to|"
            rf"stuck to|adhere[sd]? to|commit(?:s|ted)? (?:itself |themselves )?to|agree[sd]? (?:to|on|"
            rf"that|upon)|agree|extend(?:s|ed)?|implement(?:s|ed)?|violate[sd]?|broke|breached|broken)"
            rf" {_LONG}{{EVENT}}(?:{_LONG}with {{B}})?"
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
        "attend|participa| part |present|at the table",
        (
            r"{S}{APPOS}{AUX}(?:attend(?:s|ed|ing)?|participat(?:e[sd]?|ing)|tak(?:e|es|ing) part|"
            rf"took part|present|represented|at the table) (?:{_LONG}{{EVENT}}|{_END})"
        ),
        _ATTENDS,
    ),
    Rule(
        "agreed-by",
        " by ",
        (
            rf"{{EVENT}}{_LONG}(?:agreed|agreed to|signed|accepted|declared|reached|offered|observed|"
            r"violated|breached) by {A}"
        ),
        _ATTENDS,
    ),
    Rule("negotiating-with", "negotiat", r"negotiat(?:ing|ed|e|es) (?:{W}{0,4}?)with (?:{W}{0,2}?){A}", _ATTENDS),
    Rule(
        "hosted-people",
        "host|brought together|bring|welcom",
        (
            r"§ {APPOS}(?:{W}{0,3}?)(?:host(?:s|ed|ing)?|brought together|brings together|bringing "
            r"together|welcomed) {A}(?:[^;:.]\S* ){0,15}?{EVENT}"
        ),
        _ATTENDS,
    ),
    Rule(
        "attended-by",
        "attend|participa|involv|among|includ|compris|bring|brought|gather|group",
        (
            rf"{{EVENT}}{_LONG}(?:attended by|with the participation of|involving|including|includes?|involves?|among"
            r"|grouping|gathering|bringing together|that brought together|brings together|brought together) {A}"
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
        r"(?:delegations?|team) {GAP}(?:, )?(?:which |that )?{AUX}(?:led|headed) by {A}",
        _HEAD,
    ),
    Rule(
        "represented-by",
        "represented by",
        r"(?P<whose>§) (?:, )?(?:(?:which|that|to) )?{AUX}represented by {A}",
        {"who": {"status": "attending", "role": "representative"}, "whose": {"status": "represented"}},
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
    Rule("was-invited", "invited", rf"{{S}}{{APPOS}}{{AUX}}invited (?:to |for )?{_LONG}(?:{{EVENT}}|{_END})", _INVITED),
    Rule(
        "invites", "invit", r"(?:invite|invites|inviting|invited) (?:{W}{0,6}?){A}(?:{W}{0,3}?)(?:to |for )", _INVITED
    ),
    Rule("invitation-to", "invitation", r"invitations? (?:{W}{0,3}?)(?:to|for|of) {A}", _INVITED),
    Rule(
        "asked-to-come",
        " to ",
        (
            rf"(?:asked|asks|request(?:s|ed)?|urged|urges|urging|called on|called upon|calls on|calling on|"
            rf"asking|pressed|encourag(?:ed|ing)|invited) {{A}}to {_COMING} {_LONG}{{EVENT}}"
        ),
        _INVITED,
    ),
    Rule(
        "stays-away",
        "absent|away|skip|miss",
        (
            r"{S}{APPOS}{AUX}(?:absent from|stay(?:s|ed|ing)? away from|skip(?:s|ped|ping)?|missed)"
            rf" {_LONG}{{EVENT}}"
        ),
        _ABSENT,
    ),
    Rule(
        "not-involved",
        "not |n't",
        (
            r"{S}{APPOS}{AUX}(?:involved in|part of|party to|represented (?:in|at)|present (?:in|at)|included in) "
            rf"{_LONG}(?P<event>{{TALKS}})"
        ),
        _ATTENDS,
    ),
    Rule(
        "refused",
        (
            "boycott|reject|refus|declin|pull|withdr|walk|suspend|froz|freez|quit|abandon|spurn|rule|"
            "turn|cancel|called off"
        ),
        (
            r"{S}{APPOS}{AUX}(?:boycott(?:s|ed|ing)?|reject(?:s|ed|ing)?|refus(?:e[sd]?|ing)|"
            rf"declin(?:e[sd]?|ing)|pull(?:s|ed|ing)? out of|withdr[ae]w(?:s|n|ing)?|walk(?:s|ed|ing)? "
            rf"(?:out|away)|suspend(?:s|ed|ing)?|froze|frozen|freez(?:e|es|ing)|quit|quits|abandon(?:s|"
            rf"ed)?|spurn(?:s|ed)?|rul(?:es|ed) out|turn(?:s|ed) down|cancell?ed|cancels|called off)"
            rf" {_NO_TALK}{_LONG}{{EVENT}}"
        ),
        _REFUSED,
    ),
    Rule(
        "opposed",
        "oppos|object",
        (
            r"{S}{APPOS}{AUX}(?:said (?:that )?(?:it|he|she|they) (?:will |would )?)?(?:oppos(?:e[sd]?|"
            r"ing)|object(?:s|ed)? to) (?:[^\s;:.]+ ){0,6}?(?:presence|participation|involvement|"
            r"attendance|{EVENT})"
        ),
        _OPPOSED,
    ),
    Rule(
        "sides-are",
        "sides|parties|signator|participants",
        (
            r"(?:sides|parties|signatories|participants) (?:(?:to|of|in) {W}{1,5}?)?(?:, |: |- |are |were "
            r"|include[sd]? |including |being )?{A}"
        ),
        _ATTENDS,
    ),
    Rule(
        "all-but",
        "except|apart",
        (
            r"§ ,? ?(?:with the exception of|except(?: for)?|apart from) {A}(?:, )?(?:(?:has|have|had)"
            rf" )?(?:declared|agreed|signed|accepted|joined|attended|announced) {_LONG}{{EVENT}}"
        ),
        _REFUSED,
    ),
    Rule("level-of", "level of", r"{EVENT}(?:{FAR})at the level of (?:{W}{0,4}?){A}", _REPRESENTED),
    Rule(
        "names-delegates",
        "delegat|negotiat|representative",
        (
            r"{S}{APPOS}{AUX}(?:announced|named|sent|send|sends|sending|dispatch(?:ed)?|formed|"
            rf"picked) (?!as ){_LONG}(?:delegations?|delegates|delegation heads|negotiating teams?|"
            rf"negotiators|representatives) "
        ),
        _REPRESENTED,
    ),
    Rule(
        "comes-for-talks",
        "for |to ",
        (
            r"{S}{APPOS}{AUX}(?:arriv(?:e[sd]?|ing)|travel(?:s|l?ed|l?ing)?|flew|fly|flown|went|"
            rf"goes|go|going|came|come|headed|due) {_LONG}(?:for|to attend|to join|to take part in|to "
            rf"participate in|to hold|to resume) {_LONG}{{EVENT}}"
        ),
        _ATTENDS,
    ),
)
MANY = frozenset({"two-names-talks", "two-met", "two-agreed", "sides-are"})
"""Rules whose words tell of taking part only where they name several."""
DENIABLE = frozenset({"attends", "not-involved", "was-invited"})
"""Rules whose denial says that somebody is absent."""
OF_DELEGATIONS = frozenset({"led-by", "leads-delegation", "named-head"})
"""Rules that hold only where what is led is a delegation."""
