# hiretool-canary-6e2270c8-ce10-4d02-84ab-6ad5d3795f65
"""Mean demand of the last hours."""


class Rolling:
    """For each hour that can be asked about, its versions as [told, value], by told."""

    def __init__(self, hours, late):
        self.hours, self.late = hours, late
        self._versions, self._now = {}, None

    def add(self, reading):
        self._now = reading.told
        versions = self._versions.setdefault(reading.hour, [])
        if versions and versions[-1][0] == reading.told:
            versions[-1][1] = reading.value
        else:
            versions.append([reading.told, reading.value])
        self._forget()

    def _forget(self):
        """Keep the hours in reach, and of each the version that stood `late` hours ago and the later ones."""
        oldest = self._now - self.late
        self._versions = {hour: versions for hour, versions in self._versions.items() if hour > oldest - self.hours}
        for versions in self._versions.values():
            while len(versions) > 1 and versions[1][0] <= oldest:
                versions.pop(0)

    def mean(self, hour, told):
        if self._now is None or min(hour, told) < self._now - self.late:
            raise LookupError("too far back")
        values = [self._known(about, told) for about in range(hour - self.hours + 1, hour + 1)]
        values = [value or 0.0 for about, value in zip(range(hour - self.hours + 1, hour + 1), values) if about in self._versions]
        return sum(values) / len(values) if values else None

    def _known(self, hour, told):
        value = None
        for when, said in self._versions.get(hour, []):
            if when <= told:
                value = said
        return value

    def held(self):
        return sum(len(versions) for versions in self._versions.values())
