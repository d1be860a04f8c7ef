"""What a noun without a name tells of who speaks: people, a body, a medium, a document, or nothing that speaks."""

_BODIES_WORDS = """
administration admiralty agency alliance army assembly association authorities authority bank bloc board body bureau
cabinet campaign coalition command commission committee company congress consulate consortium corporation council
court delegation department directorate embassy executive federation force forces foundation government group inquiry
institute institution inspectorate jury junta kremlin leadership league legislature military militia ministry mission
movement municipality navy office opposition organisation organization palace panel parliament party police
presidency prosecution regime regulator republic secretariat senate side sides state states team treasury tribunal
union university watchdog airline airlines firm forum think-tank tank faction airforce
"""
_MEDIA_WORDS = """
media newspaper newspapers press outlet outlets broadcaster broadcasters channel channels network networks tv
television radio magazine magazines daily weekly tabloid tabloids newswire website portal journalist journalists
reporter reporters correspondent correspondents editor editors columnist columnists blogger bloggers
"""
_DOCUMENTS_WORDS = """
report statement letter communique communiqué declaration resolution treaty agreement accord convention charter
constitution law bill act decree order directive memo memorandum document paper study survey poll analysis assessment
estimate review audit inquest readout transcript text note cable email e-mail message post tweet article editorial
op-ed column story book chapter headline indictment complaint filing lawsuit petition ruling verdict judgment judgement
opinion testimony affidavit warrant plan proposal draft roadmap manifesto platform doctrine budget figure data
statistics result evidence finding record footage video film documentary recording photo photograph image map ad advert
advertisement sign banner poster slogan page clause section provision submission submission research projection
account excerpt slide polling count tally average database file files profile legislation amendment motion
initiative counterproposal rule contract deal memoir press-release release bulletin dispatch news index forecast
"""
_PERSONS_WORDS = """
official source aide ally delegate negotiator lawyer attorney analyst expert professor scholar author writer activist
campaigner politician lawmaker legislator doctor soldier officer policeman policewoman fighter militant rebel
commander witness resident man woman veteran economist historian researcher scientist teacher student voter citizen
critic supporter opponent observer participant member colleague counterpart statesman dissident cleric priest rabbi
detective investigator inspector pollster strategist consultant lobbyist donor businessman businesswoman billionaire
magnate tycoon mogul entrepreneur banker trader investor farmer worker driver nurse medic actor actress singer coach
star player father mother son daughter brother sister wife husband widow friend neighbour neighbor nominee
frontrunner front-runner contender hopeful incumbent challenger candidate liberal conservative democrat republican
socialist texan senator winner loser laureate columnist host anchor moderator author deputy person boss ceo chair
owner manager executive founder partner monarch ruler dictator strongman caliph sultan hostage survivor refugee migrant
"""
_SPOKEN_FOR = frozenset(("spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokeswomen", "spokespeople"))
_THINGS_WORDS = """
ambition answer appearance approach attack attacks ban bet call case cases challenge challenges change changes choice
confirmation confirmations conflict contest creation crisis criticism debate debates decision defeat deals development
developments difference discussion discussions dispute dissolution disaster donation donations effect effort efforts
election elections endorsement endorsements episode escalation event events exchange exchanges exit experience fact
failure failures fight frustration fusillade gap gathering haven history idea incident incidents inequality interview
investment investments issue issues item items job killing killings lack language lesson line loss losses meeting
meetings microphone mission mood move moves nature need ones opportunity outcome part past pattern performance picture
policies policy practice presence primaries primary problem process program programme programmes programs promises
protest protests provocation provocations question questions race raid rally rallies reaction reality reason reasons
reign relationship relations rhetoric rise risk role scandal scene scenes shooting shootings signature silence situation
speech speeches stake stakes stance step steps strategy strike strikes success suspicion suspicions system takeaway
talk talks tension tensions test threat threats thing things time timing tone tour trend trends trip turnout vandalism
victories victory view violence visit visits vote voyage war wars way ways week win wins work world year years
"""
_OTHERS_SINGULAR = frozenset(("news", "press", "congress", "data", "mass", "police", "politics", "boss", "s"))

BODIES = frozenset(_BODIES_WORDS.split())
"""Bodies that speak for themselves, and can be asked again."""

THINGS = frozenset(_THINGS_WORDS.split())
"""What tells something to whoever looks at it, but says nothing."""

_MEDIA = frozenset(_MEDIA_WORDS.split())
_DOCUMENTS = frozenset(_DOCUMENTS_WORDS.split())
_PERSONS = frozenset(_PERSONS_WORDS.split()) | _SPOKEN_FOR


def singular(noun: str) -> str:
    """A noun in the singular, by rule."""
    if noun in _OTHERS_SINGULAR or not noun.endswith("s") or noun.endswith("ss"):
        return noun
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    return noun[:-2] if noun.endswith(("ches", "shes", "sses", "xes")) else noun[:-1]


def is_body(noun: str) -> bool:
    """Whether a noun in small letters names a body that speaks for itself, or somebody who speaks for one."""
    return noun in BODIES or singular(noun) in BODIES or noun in _SPOKEN_FOR


def is_document(noun: str) -> bool:
    """Whether a noun in small letters names something written or recorded."""
    return noun in _DOCUMENTS or singular(noun) in _DOCUMENTS


def is_media(noun: str, before: str) -> bool:
    """Whether a noun in small letters, and the word before it, name somebody who tells news."""
    return noun in _MEDIA or (before == "news" and noun in ("agency", "agencies", "site", "organization"))


def is_person(noun: str) -> bool:
    """Whether a noun in small letters names one person, whatever the office."""
    return noun in _PERSONS
