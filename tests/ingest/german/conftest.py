"""The pipeline, loaded once for all tests of this folder."""

import pytest
from spacy.language import Language

from ingest.german.pipeline import german


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The shared German pipeline."""
    return german()
