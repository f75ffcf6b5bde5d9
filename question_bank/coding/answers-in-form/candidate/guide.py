"""Which tokens may come next."""


def allowed(form, vocabulary, written):
    """Ids of the tokens that may follow those that are written. For now, all of them."""
    return set(range(len(vocabulary)))
