"""Rules for who is invited to talks or a truce, stays away from them, refuses or opposes them."""

from __future__ import annotations

from generator.derive.matching import Rule

_INVITED = {"who": {"status": "invited"}}
_ABSENT = {"who": {"status": "absent"}}
_REFUSED = {"who": {"status": "refused"}}
_OPPOSED = {"who": {"status": "opposed"}}
_ATTENDS = {"who": {"status": "attending"}}
LONG = r"(?:(?:[^\s§;:.()]\S*|§(?= (?:-\w|'s (?:peace|truce|ceasefire|cease-fire) ))) ){0,12}?"
"""Words and commas without another party among them, but for one that backs the event (`A-sponsored`)."""
NEAR = LONG.replace("{0,12}", "{0,6}")
REACH = rf"(?:{LONG}|(?:, )?(?:{{W}}{{0,4}}?)by § (?:, )?(?:{{W}}{{0,3}}?))"
"""The same, or an aside that names whose the event is, before it is told who takes part."""
END = r"(?=[.;,:)] |$|on |next |this |in |later |if |as |and )"
_COMING = (
    r"(?:attend|join|take part|participate|return to|come to|meet|negotiate|hold|resume|enter|sit down|be "
    r"present|engage)"
)
_NO_TALK = r"(?!to (?:comment|say|speak|discuss|give|be |reveal|identify|name|speculate|confirm|elaborate))"

AWAY = (
    Rule(
        "without-them",
        "without",
        r"(?<!any ){EVENT}(?:{W}{0,6}?)without (?:the (?:participation|presence|attendance) of )?{A}",
        _ABSENT,
    ),
    Rule("was-invited", "invited", rf"{{S}}{{APPOS}}{{AUX}}invited (?:to |for )?{LONG}(?:{{EVENT}}|{END})", _INVITED),
    Rule(
        "invites", "invit", r"(?:invite|invites|inviting|invited) (?:{W}{0,6}?){A}(?:{W}{0,3}?)(?:to |for )", _INVITED
    ),
    Rule("invitation-to", "invitation", r"(?<!at the )invitations? (?:{W}{0,3}?)(?:to|for|of) {A}", _INVITED),
    Rule(
        "accepts-invitation",
        "accept",
        (
            r"{S}{APPOS}{AUX}accept(?:s|ed|ing)? (?:the|this|that|an|its|their|his|her|(?:the )?§ 's) (?:{W}{0,2}?)"
            rf"invitations? (?:(?:to|for) {LONG}{{EVENT}}|{END})"
        ),
        _INVITED,
    ),
    Rule(
        "asked-to-come",
        " to ",
        (
            rf"(?:asked|asks|request(?:s|ed)?|urged|urges|urging|called on|called upon|calls on|calling on|"
            rf"asking|pressed|encourag(?:ed|ing)|invited) {{A}}to {_COMING} {LONG}{{EVENT}}"
        ),
        _INVITED,
    ),
    Rule(
        "stays-away",
        "absent|away|skip|miss",
        (
            r"{S}{APPOS}{AUX}(?:absent from|stay(?:s|ed|ing)? away from|skip(?:s|ped|ping)?|missed)"
            rf" {LONG}{{EVENT}}"
        ),
        _ABSENT,
    ),
    Rule(
        "not-at",
        "not |n't",
        (
            r"{S}{APPOS}(?P<aux>(?:is|are|was|were|will) (?:not|n't) (?:be )?)(?:at|in) (?:the |these |those "
            r")(?:{W}{0,2}?){EVENT}"
        ),
        _ATTENDS,
    ),
    Rule(
        "not-involved",
        "not |n't|involved in",
        (
            r"{S}{APPOS}{AUX}(?:involved in|part of|party to|represented (?:in|at)|present (?:in|at)|included in) "
            rf"{LONG}(?P<event>(?!mediation|diplomatic efforts|peace efforts){{TALKS}})"
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
            rf" {_NO_TALK}{NEAR}{{EVENT}}"
        ),
        _REFUSED,
    ),
    Rule("refused-by", " by ", rf"{{EVENT}}{REACH}(?:boycotted|rejected|spurned|shunned) by {{A}}", _REFUSED),
    Rule(
        "would-not-sign",
        "refus|declin",
        (
            rf"{{S}}{{APPOS}}(?:(?:ha[sd]|have|later|also|again) )?(?:refuse[sd]?|declined?|declines) to (?:sign"
            rf"|attend|join|take part) {END}"
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
)
