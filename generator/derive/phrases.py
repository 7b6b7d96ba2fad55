"""Noun phrases of actors: with heads ("the delegates of A"), with owners ("A's envoy B"), and in lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.reading.roster import ActorMention, RosterActor
from generator.text import Span


class Token(NamedTuple):
    """A word, a mark or a mention of an actor; `low` is its text in lower case, without spaces.

    `capital` says that it is written as names are, and not like everything in a text in capitals.
    """

    low: str
    span: Span
    mention: ActorMention | None
    capital: bool


@dataclass(frozen=True)
class Party:
    """An actor in its noun phrase.

    `head` is the noun before it that acts for it ("delegates of A"), `team` such a noun behind it ("A's team");
    `owner` is the actor whose envoy or minister a person is said to be; `first` and `end` bound its tokens.
    """

    mention: ActorMention
    owner: ActorMention | None
    head: str | None
    team: str | None
    first: int
    end: int

    @property
    def actor(self) -> str:
        """The actor's key in the roster."""
        return self.mention.actor


@dataclass(frozen=True)
class PartyList:
    """One party, or several in coordination."""

    parties: tuple[Party, ...]

    @property
    def first(self) -> int:
        """Where its first token stands."""
        return self.parties[0].first

    @property
    def end(self) -> int:
        """Where its last token ends."""
        return self.parties[-1].end


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


DETERMINERS = _set("a an the this that these those its their his her our both all some several any each every no")
_ADJECTIVES = _set(
    "other another new rival armed main two three four five several many various key former current future "
    "so-called local separatist rebel insurgent opposition neighbouring neighboring more most only members member "
    "number group groups terrorist militant extremists extremist militants fighters terrorists allied moderate "
    "hardline islamist hard-line left-wing right-wing leftist paramilitary guerrilla dialogue partners countries "
    "partner country states nations mediators senior top "
    "high-level remaining biggest largest separately his excellency"
)
_BESIDE = _set("allied rival armed local moderate loyal friendly other")
_HELD_BY = ("-backed", "-led", "-supported", "-sponsored", "-held", "-linked", "-dominated", "-allied", "pro-", "anti-")
DELEGATES = _set(
    "delegation delegations delegate delegates representative representatives negotiator negotiators negotiating "
    "officials official envoy envoys emissary emissaries diplomats leaders commanders ministers presidents premiers "
    "chiefs panel panels team teams members "
    "member experts administration officers"
)
"""Nouns of people who act for a party."""
_FACTIONS = _set(
    "militants fighters forces rebels group groups insurgents militia militias movement faction factions terrorists "
    "terrorist extremists extremist organisation organization organisations government governments regime "
    "authorities side community guerrillas troops army opposition alliance coalition banner separatists network"
)
_SEATS = _set("government governments republic kingdom state people")
_MEMBERS = _FACTIONS | _set("number members")
_NO_TITLE = _set(
    "and or but of for by with as to at in on from is was are were has had be met meet said says told led that which "
    "who after before when while if not will would against under than over between since until because also then"
)
"""Words with which a title does not start."""
_TAILS = DELEGATES | _FACTIONS
_TAIL_ADJECTIVES = _set(
    "negotiating peace terrorist militant armed rebel political high-level senior official foreign prime defence "
    "defense interior guerrilla insurgent paramilitary separatist islamist opposition"
)
_OFFICES = _set(
    "minister president secretary envoy ambassador chief commander leader chairman chairwoman premier chancellor "
    "representative negotiator general king emir sheikh cardinal bishop archbishop senator spokesman "
    "spokeswoman spokesperson diplomat head director adviser advisor prince sultan coordinator official delegate "
    "counterpart counterparts presidents premiers chancellors generals founder co-founder deputy mediator "
    "facilitator colonel governor secretary-general pope monsignor msgr amir chargé mr mrs ms dr"
)
_TITLE_WORDS = _OFFICES | _set(
    "special foreign prime deputy vice chief former personal permanent high interim acting first senior defense "
    "defence interior justice information affairs state national security presidential auxiliary political military "
    "top peace lead supreme permanent and lieutenant major international middle east of for to the 's s"
)
_JOINED = (("as", "well", "as"), ("along", "with"), ("together", "with"), ("and",), ("or",), ("nor",), ("&",), ("/",))
_JOINED_FIRST = frozenset(words[0] for words in _JOINED)
_OWNED_WITHIN = 6
"""Tokens from a state to its group's name; more than adjectives between them take."""
_RULERS = _set("president premier minister chancellor king emir amir sultan leader")
_TITLE_AT_MOST = 9
_NAME_TAIL_AT_MOST = 10
_APPOSITION_AT_MOST = 14


def party_lists(tokens: Sequence[Token], actors: Mapping[str, RosterActor]) -> list[PartyList]:
    """Every list of parties in a row of tokens, in order, none overlapping another."""
    reader = _Reader(tokens, actors)
    found: list[PartyList] = []
    place = 0
    while (place := reader.next_opening(place)) < len(tokens):
        chain = reader.chain(place)
        if chain is None:
            place += 1
        else:
            found.append(chain)
            place = chain.end
    return found


class _Reader:
    """Reads noun phrases from a row of tokens."""

    def __init__(self, tokens: Sequence[Token], actors: Mapping[str, RosterActor]) -> None:
        self._tokens = tokens
        self._actors = actors
        # For each token, where the next mention of an actor stands: most places can be passed over at once.
        self._next = [len(tokens)] * (len(tokens) + 1)
        for place in range(len(tokens) - 1, -1, -1):
            self._next[place] = place if self._is_actor(place) else self._next[place + 1]

    def _is_actor(self, place: int) -> bool:
        mention = self._tokens[place].mention if place < len(self._tokens) else None
        if mention is None or not mention.place:
            return mention is not None
        # "The Ruritanian state" acts, unless it goes on: "state television".
        written = mention.written != self._actors[mention.actor].name
        return written and self._low(place + 1) == "state" and not self._low(place + 2).isalpha()

    def _kind(self, place: int) -> str:
        mention = self._tokens[place].mention if place < len(self._tokens) else None
        return self._actors[mention.actor].kind if mention is not None else ""

    def _low(self, place: int) -> str:
        return self._tokens[place].low if 0 <= place < len(self._tokens) else ""

    def next_opening(self, place: int) -> int:
        """The first token from `place` on that is near enough to a mention to open its noun phrase."""
        return max(place, self._next[place] - _TITLE_AT_MOST) if place < len(self._tokens) else place

    def chain(self, place: int) -> PartyList | None:
        """The list of parties that starts at a token."""
        party = self._party(place)
        if party is None:
            return None
        parties, joined = [party], False
        while True:
            after, conjunction = self._joint(parties[-1].end)
            following = self._party(after, joined=conjunction) if after else None
            if following is None:
                break
            parties.append(following)
            joined = joined or conjunction
            if conjunction and self._low(after - 1) != "-" and not self._goes_on(following.end):
                break
        if not joined and len(parties) == 2 and not self._headline(parties):
            parties.pop()
        heads = (replace(party, head=party.head or parties[0].head) for party in parties[1:])
        return PartyList((parties[0], *heads))

    def _goes_on(self, place: int) -> bool:
        """Whether a further conjunction carries a list on ("A and B and C", "A, B and C, as well as D")."""
        return self._joint(place)[1]

    def _headline(self, parties: Sequence[Party]) -> bool:
        """`Smith, Jones sign pact`: two people with a comma and a verb behind them."""
        people = all(self._actors[party.actor].kind == "person" and party.owner is None for party in parties)
        return people and self._low(parties[-1].end)[:1].isalpha()

    def _joint(self, place: int) -> tuple[int, bool]:
        """Where the next member of a list may start, and whether a conjunction leads to it; 0 for nowhere."""
        at = place + (self._low(place) == ",")
        for words in _JOINED if self._low(at) in _JOINED_FIRST else ():
            if tuple(self._low(at + n) for n in range(len(words))) == words:
                end = at + len(words)
                if self._low(end) == "," and self._low(end + 2) == ",":
                    end += 3
                return end + (self._low(end) == "also") + (self._low(end) == "by"), True
        if at > place:
            past = self._past_apposition(at)
            return (past, True) if past else (at, False)
        if self._low(place) == "-":
            return place + 1, True
        return 0, False

    def _past_apposition(self, place: int) -> int:
        """Past `the elder statesman, and`, where words without an actor stand between commas before a conjunction."""
        if self._low(place) not in DETERMINERS | _OFFICES | {"who"} and self._low(place + 1) not in _OFFICES:
            return 0
        for at in range(place, min(len(self._tokens), place + _APPOSITION_AT_MOST)):
            if self._low(at) == ",":
                end = at + 1
                return end + 1 if self._low(end) in ("and", "or") else 0
        return 0

    def _party(self, place: int, *, joined: bool = False, nested: bool = False) -> Party | None:
        """The noun phrase of one party that starts at a token; `joined` where a conjunction leads to it."""
        target = self._next[place] if place < len(self._tokens) else len(self._tokens)
        if target == len(self._tokens) or target - place > _TITLE_AT_MOST:
            return None
        at, head = self._lead(place, target, joined=joined)
        return self._with_tail(place, target, head, nested=nested) if at == target else None

    def _lead(self, place: int, target: int, *, joined: bool) -> tuple[int, str | None]:
        """Past determiners, adjectives, titles and `delegates of` before the mention at `target`."""
        head = None
        at = place
        while at < target:
            low, following = self._low(at), self._low(at + 1)
            if low in _SEATS and following == "of":
                at += 2
            elif low in DELEGATES and following in ("of", "from", "for", "representing"):
                head, at = low, at + 2
            elif past := self._past_office(at):
                head, at = self._low(past - 2), past
            elif past := self._past_members(at):
                at = past
            elif (
                low in DETERMINERS
                or low in _ADJECTIVES
                or low.isdigit()
                or low.endswith(_HELD_BY)
                or low.startswith(_HELD_BY)
                or (joined and low == "," and at > place and self._low(at - 1) in _BESIDE)
            ):
                at += 1
            elif self._is_titled(at, target, joined=joined):
                return target, head
            else:
                return at, head
        return at, head

    def _past_office(self, place: int) -> int:
        """Past `prime minister of` before the name of a state; 0 where it does not stand there."""
        place += self._low(place) in ("prime", "foreign", "defence", "defense")
        rules = self._low(place) in _RULERS and self._low(place + 1) == "of"
        at = place + 2 + (self._low(place + 2) == "the")
        return place + 2 if rules and at < len(self._tokens) and self._kind(at) == "state" else 0

    def _past_members(self, place: int) -> int:
        """Past `members of` or `groups such as` before the name of a group; 0 where they do not stand there."""
        low, following = self._low(place).rpartition("-")[2], self._low(place + 1)
        if low in _MEMBERS and following in ("of", "from", "like", "including"):
            return place + 2
        return place + 3 if low in _MEMBERS and (following, self._low(place + 2)) == ("such", "as") else 0

    def _is_titled(self, place: int, target: int, *, joined: bool = False) -> bool:
        """Whether only an office stands before the person at `target`."""
        mention = self._tokens[target].mention
        if mention is None or self._actors[mention.actor].kind != "person" or self._low(place) in _NO_TITLE:
            return False
        words = self._tokens[place:target]
        if len(words) > 1 and (words[-2].low, words[-1].low) == ("counterpart", ","):
            words = words[:-1]
        if self._names_two(words):
            return False
        titled = all(word.low in _TITLE_WORDS or word.mention or self._may_be_title(word, joined) for word in words)
        return titled and any(word.low in _OFFICES for word in words)

    @staticmethod
    def _names_two(words: Sequence[Token]) -> bool:
        """Whether the words are of two people: `foreign minister B and Ruritanian president`."""
        lows = [word.low for word in words]
        if "and" not in lows:
            return False
        behind = lows[lows.index("and") + 1 :]
        return bool(behind) and behind[0] not in _TITLE_WORDS and any(low in _OFFICES for low in behind)

    @staticmethod
    def _may_be_title(word: Token, joined: bool) -> bool:
        return word.low not in _NO_TITLE and (word.capital or joined) and word.low[0].isalpha()

    def _with_tail(self, first: int, target: int, head: str | None, *, nested: bool) -> Party:
        mention = self._tokens[target].mention
        assert mention is not None
        person = self._person_behind(target)
        if person is not None:
            described = self._tokens[person].mention
            assert described is not None
            return Party(described, mention, head, None, first, self._past_brackets(person + 1))
        if not nested and (group := self._group_behind(target)) is not None:
            return replace(group, head=group.head or head, first=first)
        past = 0 if nested or not self._is_faction(target) else self._past_members(target)
        if past and (member := self._party(past, nested=True)):
            return replace(member, first=first)
        end = self._past_brackets(target + 1)
        if (state := self._state_behind(mention, end)) is not None:
            return Party(mention, self._tokens[state].mention, head, None, first, state + 1)
        at = end + (self._low(end) in ("'s", "s", "'"))
        last, team = at, self._own_team(mention)
        while last < at + 4 and self._may_be_tail(last):
            last += 1
        if last > at and self._low(last - 1) in _TAILS:
            team = next((self._low(n) for n in range(at, last) if self._low(n) in DELEGATES | {"side"}), team)
            end = last
        elif self._is_faction(end):
            end += 1
        elif (
            self._low(end) and self._tokens[end].capital and not self._tokens[end].mention and self._is_faction(end + 1)
        ):
            end += 2
        return Party(mention, None, head, team, first, end)

    def _may_be_tail(self, place: int) -> bool:
        """`A terrorist groups`, and `A Foo terrorist groups` with a name that only says what kind they are."""
        low, following = self._low(place), self._low(place + 1)
        if low in _TAILS | _TAIL_ADJECTIVES:
            return True
        kind = bool(low) and self._tokens[place].capital and self._tokens[place].mention is None
        return kind and following in (_FACTIONS | _TAIL_ADJECTIVES) - DELEGATES

    def _state_behind(self, mention: ActorMention, place: int) -> int | None:
        """The state of `President A of B`."""
        at = place + 1 + (self._low(place + 1) == "the")
        if self._actors[mention.actor].kind != "person" or self._low(place) != "of" or at >= len(self._tokens):
            return None
        state = self._tokens[at].mention
        return at if state is not None and self._actors[state.actor].kind == "state" else None

    def _is_faction(self, place: int) -> bool:
        """Whether a mention only says what those named right before it are: `A and B militant groups`."""
        mention = self._tokens[place].mention if place < len(self._tokens) else None
        return mention is not None and mention.written.lower().split()[-1] in _FACTIONS

    @staticmethod
    def _own_team(mention: ActorMention) -> str | None:
        words = mention.written.lower().split()
        return words[-1] if len(words) > 1 and words[-1] in DELEGATES else None

    def _person_behind(self, target: int) -> int | None:
        """The person whom the actor at `target` describes: `A's foreign minister B`."""
        own = self._tokens[target].mention
        at = target + 1 + (self._low(target + 1) in ("'s", "s"))
        if own is None or (self._actors[own.actor].kind == "person" and at == target + 1):
            return None
        place = self._next[at] if at < len(self._tokens) else len(self._tokens)
        while place < len(self._tokens) and place - at <= _NAME_TAIL_AT_MOST:
            mention = self._tokens[place].mention
            if place > at and mention is not None and self._actors[mention.actor].kind == "person":
                return place if self._is_titled(at, place) else None
            place = self._next[place + 1]
        return None

    def _group_behind(self, target: int) -> Party | None:
        """The group that belongs to the state at `target`: `A's Red Front`, `A's rebel Red Front`."""
        mention = self._tokens[target].mention
        if mention is None or self._actors[mention.actor].kind != "state":
            return None
        if self._is_actor(target + 1) and self._kind(target + 1) in ("government", "armed-group", "coalition"):
            return self._party(target + 1, nested=True)
        place = self._next[target + 2] if self._low(target + 1) in ("'s", "'") else len(self._tokens)
        if place > target + _OWNED_WITHIN or self._kind(place) not in ("armed-group", "organisation", "coalition"):
            return None
        group = self._party(target + 2, nested=True)
        if group is None or self._actors[group.actor].kind not in ("armed-group", "organisation", "coalition"):
            return None
        return group

    def _past_brackets(self, place: int) -> int:
        """Past `(ABC)` behind a name, also where the brackets are square and so no tokens."""
        one, other = self._tokens[place - 1].mention, self._tokens[place].mention if self._low(place) else None
        if one is not None and other is not None and one.actor == other.actor:
            return place + 1
        if self._low(place) == "(":
            for at in range(place + 1, min(len(self._tokens), place + 10)):
                if self._low(at) == ")":
                    return at + 1
        return place
