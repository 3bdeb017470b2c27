"""Interviews: questions and answers in turn; what the answers say is said by the one who is interviewed."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.statement import Entity
from ingest.extraction.reading import Reading

_ADDRESS = frozenset({"Herr", "Frau", "Herrn"})
_LONGEST_QUESTION = 60  # tokens
_CLOSING = frozenset("“”«\"'‘’")


@dataclass(slots=True)
class Interviews:
    """Which sentence of an article answers whose question; empty where the article is no interview."""

    reading: Reading
    speakers: dict[int, Entity] = field(default_factory=dict[int, Entity])

    def __post_init__(self) -> None:
        """Finds questions, answers and the one who answers once."""
        paragraphs = _paragraphs(self.reading)
        questions = self._questions(paragraphs)
        if questions and (len(questions) > 1 or self._addressed(paragraphs[questions[0]]) is not None):
            self._answers(paragraphs, questions)
        else:
            self._labels(paragraphs)

    def speaker(self, token: int) -> Entity | None:
        """Who says the sentence of this token in an interview."""
        return self.speakers.get(self.reading.tree.sentence_of[token])

    def _questions(self, paragraphs: list[tuple[int, int]]) -> list[int]:
        """Question and answer take turns: what follows a question answers it, even where it ends in a question
        itself.
        """
        found: list[int] = []
        for number, (start, end) in enumerate(paragraphs):
            answers = bool(found) and found[-1] == number - 1 and self.reading.tree.words[start] not in _ADDRESS
            if self._is_question(start, end) and not answers:
                found.append(number)
        return sorted({*found, *self._remarks(paragraphs, found)})

    def _remarks(self, paragraphs: list[tuple[int, int]], questions: list[int]) -> Iterator[int]:
        """What the interviewer only states: a short paragraph behind an empty line, where all questions stand so and
        all answers follow them without one.
        """
        apart = {n for n in range(1, len(paragraphs)) if self._opens(paragraphs[n][0])}
        answered = (n + 1 for n in questions)
        if len(questions) < 2 or not apart.issuperset(questions) or apart & set(answered):
            return
        for number in sorted(apart):
            start, end = paragraphs[number]
            alone = number + 1 < len(paragraphs) and number + 1 not in apart
            if number > questions[0] and alone and end - start <= _LONGEST_QUESTION:
                yield number

    def _opens(self, start: int) -> bool:
        """Does an empty line stand before this token?"""
        before = self.reading.tree.words[max(0, start - 2) : start]
        return sum(word.count("\n") for word in before) > 1

    def _answers(self, paragraphs: list[tuple[int, int]], questions: list[int]) -> None:
        addressed = next((who for n in questions if (who := self._addressed(paragraphs[n])) is not None), None)
        who = addressed or self._introduced(paragraphs[: questions[0]])
        if who is None:
            return
        for number, (start, end) in enumerate(paragraphs):
            if number > questions[0] and number not in questions:
                self._say(start, end, who)

    def _labels(self, paragraphs: list[tuple[int, int]]) -> None:
        """ "Brandis: Auf dem Papier ja.": the speaker stands before a colon at the beginning of several paragraphs."""
        labelled = [(start, end, self._label(start, end)) for start, end in paragraphs]
        people = [who.id for _, _, who in labelled if who is not None]
        for start, end, who in labelled:
            if who is not None and people.count(who.id) > 1:
                self._say(start, end, who)

    def _say(self, start: int, end: int, who: Entity) -> None:
        sentences = self.reading.tree.sentence_of
        self.speakers.update((sentences[token], who) for token in range(start, end))

    def _label(self, start: int, end: int) -> Entity | None:
        words = self.reading.tree.words
        colon = next((t for t in range(start + 1, min(start + 5, end)) if words[t] == ":"), None)
        return self._person(start, colon) if colon is not None else None

    def _is_question(self, start: int, end: int) -> bool:
        words = self.reading.tree.words
        last = end - 1
        while last > start and (words[last] in _CLOSING or not words[last].strip()):
            last -= 1
        asks = words[last] == "?" or words[start] in _ADDRESS and "," in words[start : start + 6]
        return asks and end - start <= _LONGEST_QUESTION

    def _addressed(self, paragraph: tuple[int, int]) -> Entity | None:
        """ "Herr Brandis, ...?"."""
        words = self.reading.tree.words
        start, end = paragraph
        for token in range(start, end - 1):
            if words[token] in _ADDRESS:
                return self._person(token + 1, min(token + 4, end)) or self._person_called(words[token + 1])
        return None

    def _person_called(self, name: str) -> Entity | None:
        people = (m.entity for m in self.reading.mentions if m.entity.type == "Person")
        return next((p for p in people if p.name == name or p.name.endswith(" " + name)), None)

    def _introduced(self, paragraphs: list[tuple[int, int]]) -> Entity | None:
        """The first person of the introduction, of the title where nobody is introduced."""
        people = [self._person(start, end) for start, end in (*paragraphs[1:], *paragraphs[:1])]
        return next((person for person in people if person is not None), None)

    def _person(self, start: int, end: int) -> Entity | None:
        found = (m.entity for m in self.reading.mentions_in(start, end) if m.entity.type == "Person")
        return next(found, None)


def _paragraphs(reading: Reading) -> list[tuple[int, int]]:
    """Start and end of each line that is not empty."""
    words = reading.tree.words
    breaks = [token for token, word in enumerate(words) if "\n" in word]
    starts, ends = [0, *(token + 1 for token in breaks)], [*breaks, len(words)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
