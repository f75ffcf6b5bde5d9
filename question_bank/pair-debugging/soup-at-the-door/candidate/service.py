"""One order at a time, as the shop's app sends it, against the same model."""

from datetime import datetime
from zoneinfo import ZoneInfo

RUSH = range(18, 21)
ZONE = ZoneInfo("Europe/Copenhagen")


def features(request):
    """{feature: value, None where the app does not know}. The app sends seconds since 1970, and leaves out what it lacks."""
    placed = datetime.fromtimestamp(request["placed"], ZONE)
    found = {
        "rush": float(placed.hour in RUSH),
        "weekend": float(placed.weekday() >= 5),
    }
    found |= {name: request.get(name) for name in ("dishes", "kilometres", "rain", "waiting")}
    return found


def minutes(model, request):
    """The minutes that the app shows."""
    found = features(request)
    filled = {name: model.usual[name] if value is None else value for name, value in found.items()}
    return float(model.minutes([[filled[name] for name in model.names]])[0])
