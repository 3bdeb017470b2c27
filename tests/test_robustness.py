"""Articles written otherwise (capitals, ASCII, Swiss, other marks) are read as well: on those of our own."""

from pathlib import Path

from tools.quality import gold
from tools.quality.disguises import DISGUISES
from tools.quality.robustness import evidence, folder, problems, robustness, worked_on


def test_no_way_of_writing_costs_more_than_it_may(tmp_path: Path) -> None:
    costly = [d for d in DISGUISES if not d.steps or d.fall > 0.01]  # the others are held by tests of what is read
    found = robustness(tmp_path, folder("own"), costly)
    assert len(found) == len(costly) > 4
    assert problems(found) == []
    plain = found[DISGUISES[0].name]
    found["both"] = {**found["both"], "a.F1": plain["a.F1"] - 0.031}
    assert [line.partition(":")[0] for line in problems(found)] == ["both"]


def test_annotations_go_with_the_text() -> None:
    corpus = worked_on()
    for disguise in DISGUISES:
        for line in corpus.lines[::7]:
            text = corpus.articles[line["article"]].text
            said = evidence(line, made := disguise.on(text))
            original = text[line["evidence"]["start"] : line["evidence"]["end"]]
            assert (said["text"] == original) or made.text != text
            first, last = made.span(int(str(said["start"])), int(str(said["end"])))
            assert (first, last) == (line["evidence"]["start"], line["evidence"]["end"])


def test_the_check_articles_take_no_part() -> None:
    assert set(worked_on().articles) & gold.group("check") == set()
