"""The part of stix2 that is used here; the library comes without types."""

from typing import Any

def parse(data: str, allow_custom: bool = False, version: str | None = None) -> Any: ...
