"""What the trap of one vineyard tells the winemaker."""

from collections import Counter

import recordings


class Trap:
    """folder: insects that a biologist has named in this vineyard. They were not used in fitting."""

    def __init__(self, classifier, folder):
        self.classifier = classifier
        self.folder = folder
        self.species = recordings.species(folder)

    def named(self, measured):
        """The species of each insect, by name; "other" if there is no such species."""
        known = dict(enumerate(self.species))
        return [known.get(number, "other") for number in self.classifier.numbers(measured).tolist()]

    def counts(self, measured):
        """How many of each species flew."""
        return dict(Counter(self.named(measured)))

    def share_right(self):
        """Of the insects that the biologist has named, the part that the classifier names likewise."""
        measured, numbers = recordings.read(self.folder)
        return float((self.classifier.numbers(measured) == numbers).mean())
