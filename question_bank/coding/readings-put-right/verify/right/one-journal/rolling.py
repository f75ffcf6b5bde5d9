# hiretool-canary-6e2270c8-ce10-4d02-84ab-6ad5d3795f65
"""Mean demand of the last hours."""


class Rolling:
    def __init__(self, hours, late):
        self.hours, self.late = hours, late
        self.journal, self.now = [], None

    def add(self, reading):
        self.journal.append(reading)
        horizon = reading.told - self.late
        kept, seen = [], set()
        # From the newest back: of each hour and each time the last word, and one that is older than all questions.
        for one in reversed(self.journal):
            word = one.hour, max(one.told, horizon)
            if one.hour > horizon - self.hours and word not in seen:
                seen.add(word)
                kept.append(one)
        self.journal, self.now = kept[::-1], reading.told

    def mean(self, hour, told):
        if self.now is None or min(hour, told) < self.now - self.late:
            raise LookupError((hour, told))
        known = {one.hour: one.value for one in self.journal if one.told <= told}
        values = [known[about] for about in known if hour - self.hours < about <= hour and known[about] is not None]
        return sum(values) / len(values) if values else None

    def held(self):
        return len(self.journal)
