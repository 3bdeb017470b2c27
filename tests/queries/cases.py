"""The cases of `cases.yaml`: what each question answers on the known graph."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

Case = Mapping[str, Any]  # `parameters` and `rows`, as YAML


def read_cases() -> Mapping[str, Sequence[Case]]:
    """The cases by question."""
    cases: Mapping[str, Sequence[Case]] = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))
    return cases
