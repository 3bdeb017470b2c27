"""Is it German? Long texts are judged strictly, a headline only when another language is plain."""

from functools import cache
from importlib import import_module
from typing import Protocol

from seeds.errors import ForeignLanguage

# The languages a German news desk meets. Without this list small relatives of big languages (Extremaduran, Bikol,
# Nigerian Pidgin ...) win short German headlines.
LANGUAGES = (
    *("ar", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu"),
    *("id", "it", "ja", "ka", "kk", "ko", "lb", "lt", "lv", "mk", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq"),
    *("sr", "sv", "th", "tr", "uk", "vi", "zh"),
)
SAMPLE_CHARACTERS = 10_000
# Measured on single sentences of German news: from about 200 characters on German gets 0.9 and more; below, names
# decide, and German headlines were given to other languages with at most 0.6.
LONG_CHARACTERS = 200
SHORT_OTHER = 0.8


class _Identifier(Protocol):
    def set_languages(self, langs: tuple[str, ...]) -> None: ...
    def rank(self, text: str) -> list[tuple[str, float]]: ...


@cache
def _identifier() -> _Identifier:
    # Imported by name because the package ships no types, and here because it loads a model.
    module = import_module("py3langid.langid")
    identifier: _Identifier = module.LanguageIdentifier.from_model_file(module.MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier


def german(text: str, declared: str | None, where: str) -> str | None:
    """`de`, or None for a text too short to tell; ForeignLanguage where it is plainly another language.

    The declared language decides only where the text cannot: many pages declare what their template says.
    """
    best, share = _identifier().rank(text[:SAMPLE_CHARACTERS])[0]
    said = (declared or "").lower().replace("_", "-").split("-")[0]
    if best == "de":
        return "de"
    short_and_plain = said != "de" and (share >= SHORT_OTHER or said in LANGUAGES)
    if len(text) >= LONG_CHARACTERS or short_and_plain:
        raise ForeignLanguage(f"{where}: the article is not in German (it looks like {best!r}); it is left out")
    return "de" if said == "de" else None
