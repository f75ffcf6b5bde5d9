"""A year of water -> what each account owes, and what nobody can be asked for. The rules stand in README.md."""


def litres(folder: str) -> dict[str, int]:
    """reading -> litres since the meter's reading before; a meter's first reading is left out."""
    raise NotImplementedError("litres")


def users(folder: str) -> dict[str, str]:
    """reading -> the tenant who used these litres, an empty text if there was none; the same readings as `litres`."""
    raise NotImplementedError("users")


def statement(folder: str) -> dict[str, int]:
    """account -> cents of all bills together."""
    raise NotImplementedError("statement")


def open_items(folder: str) -> dict[str, int]:
    """`bill/reading` -> cents that no account can be asked for."""
    raise NotImplementedError("open_items")
