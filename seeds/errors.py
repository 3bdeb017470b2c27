"""The one exception tree: each error knows its HTTP status and its exit code."""


class LagebildError(Exception):
    """Base of every error a user may see; `status` is for HTTP, `exit_code` for the command line."""

    status = 500
    exit_code = 4


class BadInput(LagebildError):
    """What was given cannot be used: the message names the file, line or field and what to do."""

    status = 422
    exit_code = 2


class BadStatement(BadInput):
    """A line of JSON Lines that is no statement or article of the contract."""


class BadArticle(BadInput):
    """A file or text that is no readable article (empty, binary, too large, no text in it)."""


class ForeignLanguage(BadArticle):
    """The article is not in German; it is named and left out."""


class BadParameter(BadInput):
    """A question was asked with a missing, unknown or ill-typed parameter."""


class BadData(LagebildError):
    """A data file of the project itself (vocabulary, table, query head) is wrong; names the file and the entry."""


class NotFound(LagebildError):
    """Nothing in the store or catalogue has that name or id."""

    status = 404
    exit_code = 2


class TooLarge(BadArticle):
    """The input is larger than the limit."""

    status = 413


class StoreError(LagebildError):
    """The store could not do what was asked."""

    status = 503
    exit_code = 4


class StoreTimeout(StoreError):
    """A question took longer than it may; one that asks for less may be answered."""

    status = 504


class StoreUnavailable(StoreError):
    """The store does not answer, refuses the credentials, or is held by another program."""


class StoreDamaged(StoreError):
    """The files of the store cannot be read."""


class StoreForeign(StoreError):
    """The database holds data that is not ours; it is never touched."""

    status = 409
