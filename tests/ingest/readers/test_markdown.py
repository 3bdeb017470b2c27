"""Markdown: the words a reader sees, and the head."""

import pytest

from ingest.readers.markdown import markdown_draft
from ingest.readers.meta import Meta
from ingest.readers.plain import text_draft
from seeds.errors import BadArticle

SOURCE = """---
outlet: Weserwarte
published: 2025-02
---

# Kenia schickt **Polizisten**

Nairobi - Kenia hat [200 weitere Polizisten](https://weserwarte.example/1) nach
*Haiti* geschickt.
![Bild](bild.png)

## Weitere folgen

- Bis zu 600 im März
- Mehr im April

> „Wir helfen“, sagte der Minister.

```
code
```
"""


def test_words_without_marks() -> None:
    draft = markdown_draft(SOURCE, "a.md")
    assert draft.meta == Meta(title="Kenia schickt Polizisten", outlet="Weserwarte", published="2025-02")
    assert draft.body.split("\n\n") == [
        "Nairobi - Kenia hat 200 weitere Polizisten nach Haiti geschickt.",
        "Weitere folgen",
        "Bis zu 600 im März",
        "Mehr im April",
        "„Wir helfen“, sagte der Minister.",
    ]


def test_title_of_the_head_wins_over_another_heading() -> None:
    draft = markdown_draft("---\ntitle: Einsatz\n---\n# Bericht\n\nText.\n", "a.md")
    assert draft.meta.title == "Einsatz"
    assert draft.body == "Bericht\n\nText."


def test_numbers_at_the_beginning_of_a_line_stay() -> None:
    assert markdown_draft("Die Mission endete am\n31. März 2025 in Bamako.", "a.md").body.endswith(
        "31. März 2025 in Bamako."
    )


def test_head_of_a_text_file() -> None:
    draft = text_draft("---\r\ntitle: 'Kenia: neue Zahl'\r\nsample: true\r\n---\r\nErste Zeile.\r\nZweite.", "a.txt")
    assert draft.meta == Meta(title="Kenia: neue Zahl", sample=True)
    assert draft.body == "Erste Zeile.\nZweite."


@pytest.mark.parametrize(
    "text", ["--- Trennlinie ---\nText.", "---\nnur Text\n---\nmehr", "---\noffen: ja\nText ohne Ende"]
)
def test_dashes_that_are_no_head(text: str) -> None:
    draft = text_draft(text, "a.txt")
    assert (draft.meta, draft.body) == (Meta(), text)


def test_head_that_is_no_yaml_names_its_line() -> None:
    with pytest.raises(BadArticle, match=r"a\.md, head: no valid YAML: line 2"):
        markdown_draft("---\ntitle: gut\noutlet: [offen\n---\nText.", "a.md")
