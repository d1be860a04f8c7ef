"""Whether `he` or `she` may stand for a person, by the titles that a text gives and by common given names."""

from collections.abc import Iterable

from reader.analysis.roles import gender
from reader.model.analysis import Entity, Mention
from reader.text.names import folded_name

_MEN_NAMES = """
aaron abbas abdel abdul abdullah abraham adam adel adrian ahmed ahmet alan albert alberto alejandro aleksandar
aleksandr alessandro alexander alexandre alexei alexey alfred ali allan allen amir anatoly anders andre andreas andrei
andrew andrij andriy andrzej angus anthony antoine anton antonin antonio antony anwar arnold arthur artur ayman barack
bart bashar ben benjamin benny bernard bernie bert bilawal bill binyamin bob bogdan boris brad brendan brett brian
bruce bruno burak carl carlo carlos cem charles christian christopher chuck claude claudio colin craig cyril dan
daniel daniil dariusz darren david dean dennis denys derek diego dmitri dmitriy dmitry dmytro dominic don donald doug
douglas duncan ebrahim ed edgar edmund eduardo edward edwin ehud ekrem elias elliott emmanuel emomali enrique enzo
eric erik ernest ernesto esmail evan faisal farid fatih felipe felix ferdinand fernando fidel francis francisco franco
francois frank franz fred frederick friedrich fumio gabriel gareth gary gavin gene geoff geoffrey george georges
georgi gerald gerard gerhard gideon giorgio giovanni giuseppe gordon graham grant greg gregory guido guillermo gustavo
guy hakan hakeem hamid hans harold harry hasan hassan heiko heinrich helmut henri henry herbert hosni howard hugh hugo
hussein ian ibrahim igor ilham imran ismail ivan jack jacob jacques jaime jake jalal james jamie jan jared jason javad
javier jean jeff jeffrey jens jeremy jerome jerry jesus jim jimmy joachim joao joe joel johan johann john johnny jon
jonathan jorge jose josef josep joseph joshua juan jules julian julius justin kai kamal karel karl karol keith kenneth
kevin khaled khalid kim-jong kofi konstantin kurt kyle larry lars laurent lavrenty lawrence lech lee leo leon leonard
leonid leopold lewis liam lindsey lloyd louis luca lucas luigi luis luiz luke lula luther mahmoud malcolm manuel marc
marcel marco marcos marcus mario mark marko markus martin marvin masoud massimo mateusz matt matteo matthew maurice
max mehmet mevlut michael michal michel miguel mike mikhail milan milos miroslav mitch mitt mohamed mohammad mohammed
mohsen moon muammar muhammad mustafa mykhailo mykola naftali narendra nasser nathan nawaf nawaz nelson newt nicholas
nicolas nigel nikita niklas nikol nikola nikolai noah nouri olaf oleg oleksandr oleksii oleksiy oliver olivier omar
omer oncu orlando osama oscar osman otto owen pablo paolo patrick paul pavel pavlo pedro peter petr petro petteri phil
philip philippe pierre pieter prabowo qasem rafael rahm rajiv ralph ramzan rand raul ray raymond recep reinhard reza
ricardo richard rick rishi rob robert roberto rodrigo roger roland roman ron ronald ross roy rudolf rudy rupert rustem
saad saddam sadiq salman sam samir samuel sayyid scott sean sebastian selahattin serge sergei sergey sergio serhiy
shehbaz shigeru shimon shinzo sidney silvio simon stanislav stefan stephane stephen steve steven stuart suleyman syed
taras tariq taro tayyip ted tedros terry theo theodore thomas tim timothy tobias todd tom tony trevor tunku ulf uwe
vaclav valery vasily viktor vincent vitali vitaly vlad vladimir volker volodymyr wael walid walter wang wayne werner
wilhelm will william willy winston wolfgang xavier yair yasser yevgeny yitzhak yoav yoon yoshihide yuri yusuf zachary
zbigniew zoran
"""
_WOMEN_NAMES = """
abigail agnes aisha alexandra alice alicia alison allison alyona amanda amelia amina amy ana anastasia angela angelina
anita ann anna annalena anne annegret annette annie antonia arlene aung ayelet ayse barbara beata beatrice benazir
bernadette beth betsy betty birgitta brenda brigitte camilla carla carly carmen carol carole caroline carolyn
catherine cecilia charlotte chelsea cheryl chloe christina christine claire clara claudia condoleezza constance
cristina cynthia dalia dana daniela deborah debra delphine denise diana diane dilma dina dolores dominique donna dora
doris dorothy edith eileen eleanor elena elisabeth elise eliza elizabeth ella ellen elsa emilia emily emine emma erica
erika erna esther ethel eva eve evelyn fatima fatma federica fiona florence frances francesca gabriela gail georgina
gina ginni giorgia gita gloria golda grace greta hanan hanna hannah heather heidi helen helena helga helle hillary
huma ilana ilhan indira inga ingrid irena irene irina iris isabel isabella ivana ivanka jacinda jacqueline jane janet
janice jeane jeanine jeanne jennifer jenny jessica jill joan joanna joanne josephine joyce juanita judith judy julia
juliana julie june kaja kamala kara karen karin karine karoline kate katerina katharine katherine kathleen kathryn
kathy katja katrin kellyanne kersti khadija kirsten klara kristalina kristin kristina larisa laura lauren leila lena
leni leyla lidia lilian liliana linda lisa lise liz liza loretta louise lucia lucy ludmila lydia lyudmila madeleine
magdalena maia malala margaret margarita margot margrethe maria mariam marianna marianne marie marilyn marina marine
mariya marta martha mary maryam maureen megan meghan megyn melania melanie melissa meral mette mia michele michelle
miriam mona monica nadia nadine nancy naomi narges natalia natalie natasha nathalie nicola nicole nigar nikki nina
nino noor nora odile oksana olena olga olivia pamela patricia paula pauline penny petra phumzile priti priyanka rachel
radmila raisa ramona rania rebecca regina renate rhonda rita roberta rosa rose roseann rosemary roza ruth sabine sally
salome samantha samia sanam sandra sanna sara sarah sevgul shannon sharon sheikha sheila shireen shirin shirley silvia
simone siobhan sofia sonia sophia sophie stephanie susan susanna suzanne svetlana sylvia tamara tanja tatiana tatyana
teresa theresa tina tsai tulsi tzipi ursula valentina valerie vanessa vera veronica victoria viktoria viola violeta
virginia vivian vjosa wendy yasmin yulia yuliya yvette yvonne zainab zeynep zuzana
"""
_MEN = frozenset(_MEN_NAMES.split())
_WOMEN = frozenset(_WOMEN_NAMES.split())


def genders(text: str, entities: Iterable[Entity], mentions: Iterable[Mention]) -> dict[str, str]:
    """Gender (m, f) of people by their ids, where a title or the given name tells it.

    Args:
        text: the whole text.
        entities: those that it names.
        mentions: where it names them.
    """
    told = {}
    for entity in entities:
        given, _, surname = folded_name(entity.name).partition(" ")
        if entity.label != "PERSON" or (given in _MEN) == (given in _WOMEN):
            continue
        if surname or given in _WOMEN:  # `James` alone is rather a surname
            told[entity.id] = "m" if given in _MEN else "f"
    for mention in mentions:
        if title := gender(text, mention.span.start):
            told[mention.entity] = title
    return told
