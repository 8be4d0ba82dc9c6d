"""Errors of a broken set-up. A bad *article* is no error: it becomes a `kg.model.Problem` and the run goes on."""


class KgError(Exception):
    """Something the user has to mend; its message is one line that says how."""


class SetupError(KgError):
    """A model, a vocabulary or a setting is missing or wrong."""


class StoreError(KgError):
    """A store cannot be opened, read or written."""


class QueryError(KgError):
    """A query is unknown, malformed, or was given a parameter it does not take."""
