"""Which people to hire, how likely, by when."""
