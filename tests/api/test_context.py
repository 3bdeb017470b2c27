"""Evidence in its sentence."""

import pytest

from api.context import sentence_around
from graph.statement import Evidence

TEXT = (
    "Kenia schickt 400 Polizisten nach Haiti 🇭🇹\n"
    "Am 3. Oktober traf Dr. Achieng ein. Er sagte laut „Küstenblatt“, 400 Mann seien „im Land“. "
    "Mehr kämen nach. Gut so."
)


@pytest.mark.parametrize(
    ("evidence", "sentence"),
    [
        ("400 Mann seien „im Land“", "Er sagte laut „Küstenblatt“, 400 Mann seien „im Land“."),
        ("traf Dr. Achieng ein", "Am 3. Oktober traf Dr. Achieng ein."),
        ("Kenia schickt 400 Polizisten nach Haiti", "Kenia schickt 400 Polizisten nach Haiti 🇭🇹"),
        ("im Land“. Mehr kämen nach", "Er sagte laut „Küstenblatt“, 400 Mann seien „im Land“. Mehr kämen nach."),
        ("Gut so.", "Gut so."),
        (TEXT, TEXT),
    ],
)
def test_the_sentence_around(evidence: str, sentence: str) -> None:
    start = TEXT.index(evidence)
    context = sentence_around(TEXT, Evidence(start=start, end=start + len(evidence), text=evidence))
    assert context.text == sentence == TEXT[context.start : context.end]
    assert context.text[context.evidence_start : context.evidence_end] == evidence
