"""Short and foreign forms of given names: Joe is Joseph, Sergei is Sergey."""

_SAME = """
abigail abby|albert al bert
alexander alex aleksandr aleksander alexandr oleksandr alexandre alejandro sasha
alexandra alex aleksandra oleksandra sasha|alfred al fred alf|andrew andy drew
andrei andrey andriy andrii|anthony tony antony|barbara barb|benjamin ben benny benyamin binyamin
bernard bernie|catherine katherine kathryn kate|cathy kathy katie|charles charlie chuck
christine christina chris|christopher chris|daniel dan danny|david dave|deborah debbie deb
dmitry dmitri dmitriy dmytro dimitri|donald don donnie|dorothy dot|douglas doug|edward ed eddie ted
edwin ed|elizabeth liz beth betty lizzie|eugene gene yevgeny evgeny yevhen yevgeniy evgeni
frances fran|francis frank|frederick fred|gabriel gabe|gerald gerry jerry|gregory greg
henry harry hank|jacob jake|james jim jimmy jamie|jeffrey jeff geoffrey geoff|jennifer jen jenny
jeremiah jeremy jerry|john jack johnny jon|jonathan jon|joseph joe joey|joshua josh|judith judy
kenneth ken kenny|lawrence laurence larry|leonard len leo|louis lou luis|margaret maggie meg peggy
matthew matt|michael mike mick mikhail mykhailo|mykola nikolai nikolay|nathaniel nathan nate
nicholas nick nicolas nicky|pamela pam|patricia pat patty|patrick pat paddy|peter pete petro pyotr
philip phil phillip|raymond ray|rebecca becky|richard rick dick rich ricky
robert bob rob bobby robbie bert|ronald ron ronnie|rudolph rudy|samantha sam|samuel sam sammy
serge sergei sergey serhiy sergii serhii|stephen steve steven|stuart stu stewart|suzanne sue susan
terence terry terrence|theodore ted teddy theo|thomas tom tommy|timothy tim|victor viktor vic
victoria vicky vicki|vincent vince vinny|vladimir volodymyr vladymyr|walter walt wally
william bill will billy|yuri yury yuriy iurii|zachary zach zack
mohammed muhammad mohamed mohammad muhammed mohamad mehmet mahomet|ahmed ahmad ahmet
hussein hussain husayn hossein husain|abdullah abdallah abdulla|yusuf yousef youssef yusef yousuf
ibrahim ebrahim|omar umar omer|osama usama|ismail esmail
"""
"""Groups of names that one person may bear, parted by bars and line ends."""

_GROUPS: dict[str, set[int]] = {}
for _number, _group in enumerate(_SAME.replace("\n", "|").split("|")):
    for _name in _group.split():
        _GROUPS.setdefault(_name, set()).add(_number)


def may_be_one(first: str, second: str) -> bool:
    """Whether two folded given names may be forms of the same."""
    return not _GROUPS.get(first, set()).isdisjoint(_GROUPS.get(second, ()))


def is_given_name(word: str) -> bool:
    """Whether a folded word is known as a given name."""
    return word in _GROUPS
