"""Lines broken by width are joined, lines broken by meaning are not."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from ingest.rewriting.wrapping import unwrapped

PARAGRAPH = (
    "Kenia hat nach Angaben der Regierung in Nairobi weitere 200 Polizisten nach Haiti geschickt. Sie sollen dort eine "
    "internationale Mission verstärken, die seit dem vergangenen Sommer gegen bewaffnete Banden vorgeht. Der "
    "Innenminister sagte, im März würden bis zu 600 weitere folgen, sofern die Vereinten Nationen zustimmen."
)


def test_wrapped_paragraphs_are_joined_and_headlines_stay() -> None:
    text = "Kenia verstärkt Mission\n" + textwrap.fill(PARAGRAPH, 72) + "\n\n" + textwrap.fill(PARAGRAPH, 72)
    assert unwrapped(text) == f"Kenia verstärkt Mission\n{PARAGRAPH}\n\n{PARAGRAPH}"


def test_a_paragraph_a_line_stays() -> None:
    text = f"Kenia verstärkt Mission\n{PARAGRAPH}\nWeitere folgen\n{PARAGRAPH}"
    assert unwrapped(text) == text


def test_a_ticker_stays() -> None:
    lines = [
        "++ 21.14 Uhr: Neue Zahl ++",
        "Es sind 10.000 Soldaten, sagt Seoul.",
        "++ 18.40 Uhr: Kiew widerspricht ++",
        "Nein.",
    ]
    assert unwrapped("\n".join(lines * 3)) == "\n".join(lines * 3)


def test_a_list_of_short_lines_stays() -> None:
    text = "\n".join(
        ["150 Soldaten in Vilnius stationiert", "30 Panzer", "Zwei Generäle", "Ein Lazarett mit 40 Betten"] * 2
    )
    assert unwrapped(text) == text


@given(st.text(st.sampled_from("ab .\n"), max_size=300))
def test_only_line_breaks_ever_change(text: str) -> None:
    assert unwrapped(text).split() == text.split()
