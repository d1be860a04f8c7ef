"""What the reader says of names: what they are, what they are called, and what is the same."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from reader.actions import Place
from reader.desk.rules import Ruled, Subject
from reader.model.analysis import Entity
from reader.text.labels import LABELS
from reader.text.names import folded_name, is_local

if TYPE_CHECKING:
    from reader.tui.screens.analysing import ByRules
    from reader.tui.screens.reading_room import ReadingRoom
    from reader.tui.sheets.entity import Edited
    from reader.tui.sheets.entity_picker import Picked

OTHERS = 20
"""Entities that only other articles name, in a list to choose from."""

Then = Callable[[Entity], None]


class Correcting:
    """Corrects the entity under the cursor of the names, or the one that is named where the reader is in the text."""

    def __init__(self, room: "ReadingRoom") -> None:
        self._room = room

    # What is at hand.

    def at_hand(self) -> Sequence[Entity]:
        """The entities that an act may be meant for: one under the cursor, one whose mention is current, or several."""
        room, analysing = self._room, self._room.furniture.analysing
        if room.furniture.arrangement.focused is Place.ENTITIES:
            entity = analysing.entity(room.furniture.entities.target)
            return (entity,) if entity else ()
        if room.furniture.arrangement.focused is Place.STATEMENTS:
            statement = room.furniture.stating.statement
            entity = analysing.entity(statement.entity) if statement and statement.entity else None
            return (entity,) if entity else ()
        here = room.text.target
        mention = room.furniture.naming.mention
        if mention is not None and mention.span.overlaps(here):
            return tuple(filter(None, (analysing.entity(mention.entity),)))
        keys = dict.fromkeys(mention.entity for mention in analysing.mentions_in(here))
        return tuple(filter(None, map(analysing.entity, keys)))

    def with_one(self, then: Then) -> None:
        """Do something with the entity at hand; where there are several, ask which."""
        entities = self.at_hand()
        if not entities:
            self._room.say("There is no name here. 3 goes to the names.")
        elif len(entities) == 1:
            then(entities[0])
        else:
            from reader.tui.sheets.choice import ChoiceSheet, Option

            options = [Option(one.id, one.name, LABELS[one.label][1]) for one in entities]
            by_id = {one.id: one for one in entities}
            self._room.program.push_screen(
                ChoiceSheet("Which name?", options, ""), lambda id_: then(by_id[id_]) if id_ else None
            )

    def _subject(self, entity: Entity, words: str = "") -> Subject:
        """What a rule is made on; what only this article knows is known by its words."""
        if is_local(entity.id) and not words:
            words = self._words_of(entity)
        return Subject(entity, self._room.article, words)

    def _words_of(self, entity: Entity) -> str:
        return next(iter(self._forms(entity)), entity.name)

    def _forms(self, entity: Entity) -> list[str]:
        """The words by which the article names an entity, in text order."""
        text = self._room.article.text
        return [mention.span.of(text) for mention in self._room.furniture.analysing.mentions_of(entity.id)]

    # Acts.

    def edit(self) -> None:
        """Correct name and type."""
        self.with_one(self._edit)

    def _edit(self, entity: Entity) -> None:
        from reader.tui.sheets.entity import EntitySheet

        sheet = EntitySheet("Correct", entity.name, entity.name, entity.label, here=is_local(entity.id))
        self._room.program.push_screen(sheet, partial(self._edited, entity))

    def _edited(self, entity: Entity, edited: "Edited | None") -> None:
        if edited is None:
            return
        rules, subject = self._room.desk.rules, self._subject(entity)
        name, label, here = edited.name, edited.label, edited.here
        match name != entity.name, label != entity.label:
            case True, True:
                self._rule(partial(rules.correct, subject, name, label, here=here), entity.id)
            case True, False:
                self._rule(partial(rules.rename, subject, name, here=here), entity.id)
            case False, True:
                self._rule(partial(rules.retype, subject, label, here=here), entity.id)
            case _:
                self._room.say("Nothing changed.")

    def merge(self) -> None:
        """Say that one is the same as another."""
        self.with_one(self._merge)

    def _merge(self, entity: Entity) -> None:
        from reader.tui.sheets.entity_picker import EntityPicker

        others = [one for one in self._room.furniture.analysing.entities if one.id != entity.id]
        # Those of the same type are meant more often.
        others.sort(key=lambda one: one.label != entity.label)
        ask = partial(self._look_up, entity)
        picker = EntityPicker(f"“{entity.name}” is the same as", others, here=is_local(entity.id), ask=ask)
        self._room.program.push_screen(picker, partial(self._merged, entity))

    def _look_up(self, entity: Entity, words: str, show: Callable[[Sequence[Entity]], None]) -> None:
        """Look up whom the library names so, beside an entity."""
        from reader.model.dossier import EntityQuery

        query = EntityQuery(words, limit=OTHERS)
        self._room.look_up(
            lambda: self._room.desk.dossiers.entities(query),
            lambda found: show([Entity(one.key, one.name, one.label) for one in found if one.key != entity.id]),
        )

    def _merged(self, entity: Entity, picked: "Picked | None") -> None:
        if picked is not None:
            merge = partial(self._room.desk.rules.merge, self._subject(entity), picked.entity, here=picked.here)
            self._rule(merge, picked.entity.id)

    def split(self) -> None:
        """Say that the words of the current mention name something else."""
        mention = self._room.furniture.naming.mention
        entity = self._room.furniture.analysing.entity(mention.entity) if mention else None
        if mention is None or entity is None:
            self._room.say("Go to the mention first: Enter goes from one to the next.")
            return
        words = mention.span.of(self._room.article.text)
        if len({folded_name(form) for form in self._forms(entity)}) == 1:
            self._room.say(f"“{entity.name}” is named in these words only. e corrects it, R says that it is no name.")
            return
        self._rule(partial(self._room.desk.rules.split, self._subject(entity, words), here=is_local(entity.id)))

    def reject(self) -> None:
        """Say that it is no name; of a selection, that these words are none."""
        self.with_one(self._reject)

    def _reject(self, entity: Entity) -> None:
        selection, words = self._room.text.selection, ""
        if selection is not None and self._room.furniture.arrangement.focused is Place.ARTICLE:
            inside = self._room.furniture.analysing.mentions_in(selection)
            words = next(mention.span.of(self._room.article.text) for mention in inside if mention.entity == entity.id)
        self._rule(partial(self._room.desk.rules.reject, self._subject(entity, words), here=is_local(entity.id)))

    def add(self) -> bool | None:
        """Say that the selected words are a name."""
        from reader.tui.sheets.entity import EntitySheet

        span = self._room.text.selection
        if span is None:
            return False
        words = " ".join(span.of(self._room.article.text).split())
        article = self._room.article

        def named(edited: "Edited | None") -> None:
            if edited is None:
                return
            known = next((one for one in self._room.furniture.analysing.entities if one.name == edited.name), None)
            if known is None and edited.name != words:
                known = Entity(f"local:{words}", edited.name, edited.label)
            add = partial(self._room.desk.rules.add, article, span, edited.label, known, here=edited.here)
            self._rule(add)

        sheet = EntitySheet("This is a name", words, words, "", here=False)
        self._room.program.push_screen(sheet, named)
        return None

    def open_dossier(self) -> None:
        """Show all that the library holds on it."""
        self.with_one(self._open_dossier)

    def _open_dossier(self, entity: Entity) -> None:
        if is_local(entity.id):
            self._room.say(f"Only this article knows “{entity.name}”. e gives it a full name, = says who it is.")
        else:
            self._room.program.run_worker(self._room.program.open_dossier(entity.id), exit_on_error=False)

    def watch(self) -> None:
        """Watch it, or watch it no longer."""
        self.with_one(self._watch)

    def _watch(self, entity: Entity) -> None:
        if is_local(entity.id):
            self._room.say(f"Only this article knows “{entity.name}”. e gives it a full name, = says who it is.")
            return
        rules = self._room.furniture.analysing.rules
        on = rules is None or entity.id not in rules.watched()
        self._rule(partial(self._room.desk.rules.watch, entity, on), entity.id)

    def check(self) -> None:
        """Show what was decided elsewhere: in a dossier, in the list of corrections, in another window."""
        room, analysing, article = self._room, self._room.furniture.analysing, self._room.article

        def look() -> "ByRules | None":
            rules = room.desk.known_rules()
            return None if rules is analysing.rules else analysing.by(rules)

        def show(by: "ByRules | None") -> None:
            if by is not None and article is room.article:
                analysing.set_rules(by)

        room.perform(look, show)

    def changed(self, said: str) -> None:
        """Show rules that were changed by undoing or doing again, and say so."""
        self._rule(lambda: Ruled(said, ()))

    def decide(self, act: Callable[[], Ruled]) -> None:
        """Have something decided that is not about the names at hand."""
        self._rule(act)

    def _rule(self, act: Callable[[], Ruled], follow: str | None = None) -> None:
        """Have an act done; when it is on the disk, show what it changed, and say so."""
        room, analysing, article = self._room, self._room.furniture.analysing, self._room.article

        def done(ruled: "tuple[Ruled, ByRules]") -> None:
            room.text.stop_selecting()
            if article is room.article:
                analysing.set_rules(ruled[1], follow)
            room.say(ruled[0].said)

        room.perform(lambda: (act(), analysing.by(room.desk.rules.prepared())), done)
