"""Where a state, its people or its capital stand for its government: `Ankara said`, `Turkish officials`."""

import re

LONGEST_CONTEXT = 60
"""Code points on each side of a name that are looked at."""

_VERBS = """
said says say announced announces accused accuses accuse acknowledged acknowledges agreed agrees aims appealed
argued argues approved asked asks backed backs banned believes believed blamed blames blocked boycotted calls called
cannot claimed claims condemned condemns considers considered contends criticised criticized criticises criticizes
cut decided declared declared declares declined declines defended defends demanded demands denied denies deny
deployed did dismissed dismisses disputes disputed endorsed expects expected expelled expressed extradited failed
favors favours fears feared gave granted hopes hoped imposed insisted insists intends invited issued launched lifted
maintains must needs negotiated objects offered offers opposed opposes ordered planned plans pledged pledges
promised proposed proposes protested ratified recalled recognised recognises recognized recognizes refused refuses
regards reiterated rejected rejects responded retaliated ruled sees sent severed sided signed sought seeks sponsors
stressed summoned supported supports suspended tells thinks threatened threatens told took understands urged urges
vetoed viewed views vowed vows wanted wants warned warns welcomed welcomes wishes withdrew support continue respond
seek spend insist want agree accept reject impose conveyed conveys denounced denounces deplored deplores emphasised
emphasized emphasizes expresses hailed hails lauded reaffirmed reaffirms remains renewed signaled signalled signals
underlined underlines underscored underscores voiced voices
"""
_ACTS = frozenset(_VERBS.split())
"""What governments do: verbs of speech, of will and of state."""

_AUXILIARY = (
    r"(?:has|had|have|will|would|may|might|should|also|now|long|never|since|not|later|\w+ly|on \w+day|yesterday)"
)
_VERB = re.compile(rf"(?:,? (?:and|or) [A-Z]\w+(?: [A-Z]\w+)?)? (?:{_AUXILIARY} )*(\w+)\b")
"""The verb behind a subject, or behind two."""

_OWN = re.compile(
    r"[-–](?:backed|led|brokered|sponsored|allied|mediated|funded|supplied|aligned)\b"
    r"|['’]s? (?:\w+ )?(?:government|position|stance|policy|policies|demands?|foreign|ambassador|envoy|ally|allies"
    r"|response|decision|refusal|relations|ties|support|intentions?|diplomacy|diplomats?|sanctions|claims?"
    r"|accusations?|concerns?|threats?|interests|proposals?|offer|officials|authorities|leaders)\b"
)
"""What stands behind the name of a government that has it."""

_DEALINGS = r"relations|ties|talks|negotiations|dispute|rift|row|deal|agreement|cooperation|tensions|alliance|war|peace"
_BEFORE = re.compile(
    rf"\b(?:between (?:(?!in |near |at )[\w.]+ ){{0,3}}|(?:{_DEALINGS}) (?:with|against) "
    r"|(?:pressure|sanctions) (?:on|against) |according to |on behalf of |(?:backed|supported) by |allied with "
    r"|(?:press|accus|urg|blam|warn|condemn|thank|ask|tell|persuad|convinc)(?:e|es|ed|ing|s|ured)? |told "
    r"|criticis(?:es?|ed|ing) |criticiz(?:es?|ed|ing) |call(?:s|ed|ing)? on |(?:pro|anti)-)$"
)
"""What stands before the name of a government."""

_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|through|across|into|towards?|over|from|to|leav(?:es|ing)|left|visit\w*) $",
    re.IGNORECASE,
)
"""What stands before the name of a place where something happens."""

_AFTER_PEOPLE = re.compile(
    r"[- ](?:\w+ )?(?:government|authorities|officials?|administration|cabinet|diplomats?|diplomacy|embassy|envoys?"
    r"|leadership|leaders?|ministry|ministers?|state media|sanctions|policy)\b",
    re.IGNORECASE,
)
_AFTER_SEAT = re.compile(
    r"(?:['’]s)? (?:press |senior |deputy |chief |top |national |security )*"
    r"(?:spokes\w+|officials?|secretary|advis[eo]rs?|aides?|envoys?|statements?|sources|insiders?)\b"
)


def stands_for_government(text: str, start: int, end: int, label: str) -> bool:
    """Whether a name stands for a government, by the words around it; in doubt it does not.

    Args:
        text: what the offsets point into.
        start: of the name of a state, a people, a capital or the seat of a government.
        end: of the same.
        label: NORP for a people, ORG for a seat, else a place.
    """
    if label == "NORP":
        return _AFTER_PEOPLE.match(text, end, end + LONGEST_CONTEXT) is not None
    before = text[max(0, start - LONGEST_CONTEXT) : start].removesuffix("the ").removesuffix("The ")
    if _PLACE_BEFORE.search(before):
        return before.endswith("according to ")
    verb = _VERB.match(text, end, end + LONGEST_CONTEXT)
    if (verb and verb[1] in _ACTS) or _OWN.match(text, end, end + LONGEST_CONTEXT) or _BEFORE.search(before):
        return True
    return label == "ORG" and _AFTER_SEAT.match(text, end, end + LONGEST_CONTEXT) is not None
