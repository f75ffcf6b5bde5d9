"""What a camera says of each day -> the days on which somebody should look. The rules stand in README.md."""


def alarms(path: str) -> list[str]:
    """The days of the file on which there is an alarm, in order, such as `2025-06-14`."""
    raise NotImplementedError("alarms")
