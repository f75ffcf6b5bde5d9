"""Text <-> the ids that the model reads and writes."""


def encode(text, table):
    """The ids of a text. One a byte for now; the table is not used."""
    return list(text.encode("utf-8"))


def decode(ids, table):
    """The text that the ids stand for."""
    return bytes(ids).decode("utf-8")
