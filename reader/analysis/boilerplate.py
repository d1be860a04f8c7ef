"""Sentences that tell nothing: closing filler, footers of agencies, bylines, captions, calls to read or follow."""

import re

_FILLER = re.compile(
    r"""
    ^(?:however,\s|meanwhile,\s|overall,\s|in\sconclusion,\s|ultimately,\s|in\ssummary,\s)?
    (?: as\s(?:the|this|these|both|all)\s[^,]{3,80}?\b(?:continues?|unfolds?|evolves?|develops?|remains?|grapples?
          |looks?\son
            |watch(?:es)?|await(?:s)?|navigates?|progress(?:es)?|enters?\sa|escalates?|intensif(?:y|ies)
          |moves?\sforward)
      | (?:it|only\stime|time)\s(?:alone\s)?(?:remains\sto\sbe\sseen|will\stell)
      | (?:what\shappens|what\scomes)\snext\s
      | the\s(?:situation|story|crisis|conflict|incident|case|matter|world|international\scommunity|coming\s\w+)\s
        (?:remains\s(?:fluid|tense|volatile|unclear|uncertain|complex|dynamic)|continues\sto\s(?:unfold|evolve
          |develop|watch)
           |is\sstill\s(?:unfolding|developing|evolving)|will\s(?:be\swatching|continue\sto\s(?:unfold|evolve
          |develop)))
      | (?:this|the)\s(?:development|incident|move|case|episode|event|situation)s?\s
        (?:underscores?|highlights?|serves?\sas\sa\sreminder|comes?\sat\sa\s(?:critical|crucial|delicate|pivotal)
           |reflects?\sthe\s(?:complex|delicate)|marks?\sa\s(?:significant|pivotal|crucial))
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The end of a text that has nothing more to say: no agency's fact stands in such a sentence."""

_FOOTER = re.compile(
    r"""
    ^[\s(\[*_•|>–—-]*
    (?: (?:read|see|watch|listen|hear|click|tap|scroll)\s(?:more|also|all|here|the\sfull|our|below|next|now|to|on)\b
      | (?:also|related|more)\s(?:on|from|in|at|reading|stories|news|coverage|read|articles?)\b.{0,80}$
      | (?:for\s(?:more|further|media|press|additional)\b.{0,60}\b(?:visit|contact|see|information|inquiries
          |enquiries|click|call))
      | (?:follow|like|join|find)\s(?:us|him|her|me|@|our|the\s\w+\son|\w+\s\w+\son\s(?:twitter|x|facebook))\b
      | (?:subscribe|sign\sup|register|log\sin|download|donate|support\sour|share\sthis|comment|advertisement
          |sponsored)\b
      | (?:copyright\s(?:©|\(c\)|\d{4}|by\b)|related\s?:|all\srights\sreserved|©|\(c\)\s?\d{4})
      | (?:additional\s|with\s|further\s)?(?:reporting|writing|editing|compiled|translated|edited|written|reported
          |produced
          |additional\sreporting|photograph(?:y|ed)|graphics?|research)\s(?:by|from)\b
      | (?:photo|image|picture|video|file\sphoto|caption|credit|photograph|graphic|source|sources|via
          |screenshot)s?\s?[:/©]
      | (?:editor|publisher|author)[’']?s?\snote\b
      | (?:correction|clarification|update|updated|last\supdated|published|posted|first\spublished|developing
          |breaking)\s?[:(\d]
      | this\sis\sa\s(?:developing|breaking)\b
      | this\s(?:story|article|report|post|piece|page|version|copy|text|item)\s(?:has\sbeen|was|is|will\sbe|may\sbe
          |originally|first)\s(?:\w+\s){0,3}?(?:updated|corrected|published|edited|amended|translated|produced|developing|adapted
          |refiled|generated|appeared)
      | (?:the\s)?(?:views|opinions)\sexpressed\b
      | (?:press\scontacts?|media\scontacts?|contacts?|tel|phone|fax|e-?mail|tags?|topics?|categories|keywords
          |share|print|advertis\w+)\s?:
      | (?:ends?|end\sof\stext|\#{2,3}|-30-|-\s?ends\s?-)\W*$
      | (?:\w+(?:\s\w+){0,3}\s)?(?:contributed\sto|has\scontributed\sto)\sthis\s(?:report|story|article)
      | (?:thank\syou\sfor\sreading|do\syou\shave\sa\s(?:story|tip)|have\sa\s(?:story|tip)|got\sa\stip
          |we\swelcome\syour)
      | (?:getty\simages|afp\sphoto|ap\sphoto|reuters\sphoto|shutterstock)\b
      | https?://\S+\s*$
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What stands around a story and is no part of it."""

_CONTRIBUTED = re.compile(r"\bcontributed\s(?:reporting\s)?to\sthis\s(?:report|story|article)\b", re.IGNORECASE)

_CREDIT = re.compile(r"^\(?\s*(?:reporting|writing|editing|additional\sreporting)\sby\b", re.IGNORECASE)

_BYLINE = re.compile(
    r"^(?:By|BY|From)\s[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3}(?:,\s[A-Z][\w\s]{1,40})?\.?$|"
    r"^(?:[A-Z][\w.’'-]*\s){1,4}?[A-Z][\w.’'-]*,\s(?:[A-Z]\w+\s)?(?:Department\s)?"
    r"(?:Spokesperson|Spokesman|Spokeswoman|Secretary\sof\s\w+|Correspondent|Editor|Reporter|Staff\sWriter"
    r"|Press\sSecretary)$"
)
"""`By Ann Lee`, `Ann Lee, Department Spokesperson`: a line that names who speaks or writes."""

_DATE_LINE = re.compile(
    r"^\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?(?:\d{1,2}\s)?(?:january|february|march|april|may|june"
    r"|july|august"
    r"|september|october|november|december)\s(?:\d{1,2},?\s)?\d{4}\W*$",
    re.IGNORECASE,
)


def is_boilerplate(sentence: str) -> bool:
    """Whether a sentence is no part of the story, or says nothing that the story has not said."""
    return any(pattern.match(sentence) for pattern in (_FILLER, _FOOTER, _CREDIT, _BYLINE, _DATE_LINE)) or bool(
        _CONTRIBUTED.search(sentence)
    )
