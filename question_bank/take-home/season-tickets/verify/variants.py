# hiretool-canary-73ffaf7b-c984-484d-9973-a76dc5a78e39
"""Seed -> the numbers in the prompt, and some seasons of tickets: who held them, what changed, who came, who renewed."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

DAY = np.timedelta64(1, "D")
BLOCKS = np.array(["balcony", "gallery", "stalls"])
TABLES = ("tickets", "changes", "visits")


@dataclass(frozen=True)
class Office:
    """The tables as exported after the last season, and for each ticket the day on which its letter was entered."""

    tickets: pd.DataFrame
    changes: pd.DataFrame
    visits: pd.DataFrame
    lettered: pd.Series

    def tables(self):
        return {name: getattr(self, name).copy() for name in TABLES}

    def exported(self, day):
        """The tables as an export on the evening of `day` would have had them."""
        day = pd.Timestamp(day)
        tickets = self.tickets[self.tickets["bought_on"] <= day].copy()
        tickets["renewed_on"] = tickets["renewed_on"].where(tickets["renewed_on"] <= day)
        tickets["desk_code"] = tickets["desk_code"].where(tickets["ticket"].map(self.lettered) <= day, "-")
        place = {ticket: position for position, ticket in enumerate(tickets["ticket"])}
        fields = {name: tickets[name].tolist() for name in ("block", "pays_by", "newsletter")}
        late = self.changes[self.changes["at"] >= day + pd.Timedelta(days=1)].sort_values("at", ascending=False)
        for ticket, field, before in zip(late["ticket"], late["field"], late["before"]):
            if ticket in place:
                fields[field][place[ticket]] = before
        tickets = tickets.assign(**fields)
        changes = self.changes[self.changes["at"] < day + pd.Timedelta(days=1)]
        visits = self.visits[self.visits["evening"] <= day]
        return {"tickets": tickets, "changes": changes.copy(), "visits": visits.copy()}


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    rng = np.random.default_rng([seed, 1])
    season = int(rng.integers(2019, 2024))
    ahead = int(rng.integers(60, 96))
    return {
        "seats": int(rng.integers(300, 481)),
        "calls": int(rng.integers(8, 19)) * 5,
        "ahead": ahead,
        "season": season,
        "day": str(deadline(season) - pd.Timedelta(days=ahead))[:10],
    }


def deadline(season):
    return pd.Timestamp(year=int(season) + 1, month=5, day=31)


def office(seed, size, last, seasons=5):
    """`seasons` seasons of about `size` tickets each, the last one begun in the year `last`."""
    rng = np.random.default_rng([seed, 2])
    parts = {name: [] for name in ("tickets", "changes", "visits", "lettered")}
    holders, begun, number, kept = np.arange(0), np.array([], "datetime64[D]"), 0, None
    for season in range(last - seasons + 1, last + 1):
        fresh = size - len(holders)
        start = np.datetime64(f"{season}-06-02")
        ids = np.concatenate([holders, number + np.arange(fresh)])
        bought = np.concatenate([begun, start + rng.integers(0, 85, fresh) * DAY])
        number += fresh
        kept = _season(rng, parts, season, ids, bought, kept)
        goes_on = kept["renewed"] & (rng.random(size) < 0.98)
        holders, begun = ids[goes_on], kept["renewed_on"][goes_on]
    tickets = pd.concat(parts["tickets"], ignore_index=True)
    tickets = tickets.iloc[rng.permutation(len(tickets))].reset_index(drop=True)
    changes = pd.concat(parts["changes"], ignore_index=True).sample(frac=1, random_state=seed).reset_index(drop=True)
    visits = pd.concat(parts["visits"], ignore_index=True).sample(frac=1, random_state=seed).reset_index(drop=True)
    return Office(tickets, changes, visits, pd.concat(parts["lettered"]))


def _season(rng, parts, season, ids, bought, kept):
    size, end = len(ids), np.datetime64(f"{season + 1}-05-31")
    old = dict(zip(kept["ids"], range(len(kept["ids"])))) if kept else {}
    position = np.array([old.get(name, -1) for name in ids])
    held = position >= 0
    habit = np.clip(rng.normal(0.72, 0.22, size), 0.05, 1.0)
    debit, news, block = rng.random(size) < 0.45, rng.random(size) < 0.7, BLOCKS[rng.integers(0, 3, size)]
    if kept:
        for name, values in (("debit", debit), ("news", news), ("block", block), ("habit", habit)):
            values[held] = kept[name][position[held]]
        habit = np.clip(habit + rng.normal(0, 0.12, size), 0.05, 1.0)
    seats = rng.choice([1, 2, 2, 3, 4], size)
    tickets = np.array([f"T{season % 100}{place:04d}" for place in rng.permutation(size) + 1])
    visits = _visits(rng, season, tickets, seats, habit)
    # What counts is what had been agreed two and a half months before the deadline; much changes in the months after it.
    odds = -1.15 + 1.3 * ~held - 1.4 * debit + 1.5 * ~news + 4.2 * (0.68 - habit) + 0.5 * (block == "gallery")
    lost = rng.random(size) < 1 / (1 + np.exp(-odds))
    renewed_on = end - rng.integers(0, 72, size) * DAY
    early = rng.random(size) < 0.2
    renewed_on[early] = end - rng.integers(72, 115, early.sum()) * DAY
    late = lost & (rng.random(size) < 0.08)
    renewed_on[late] = end + rng.integers(1, 20, late.sum()) * DAY
    renewed = ~lost | late
    log, final = _changes(rng, season, tickets, {"debit": debit, "news": news, "block": block}, lost & ~late)
    letters = np.where(lost, rng.choice(["F", "F", "F", "B"], size), rng.choice(["B", "B", "B", "B", "D"], size))
    parts["tickets"].append(
        pd.DataFrame(
            {
                "ticket": tickets,
                "holder": [f"H{name + 1000}" for name in ids],
                "season": season,
                "bought_on": bought.astype("datetime64[s]"),
                "seats": seats,
                "block": final["block"],
                "pays_by": final["pays_by"],
                "newsletter": final["newsletter"],
                "desk_code": letters,
                "renewed_on": pd.Series(renewed_on.astype("datetime64[s]")).where(renewed),
            }
        )
    )
    parts["changes"].append(log)
    parts["visits"].append(visits)
    entered = end.astype("datetime64[s]") + rng.integers(5, 60, size) * np.timedelta64(86400, "s")
    parts["lettered"].append(pd.Series(entered, index=tickets))
    return {
        "ids": ids,
        "debit": debit,
        "news": news,
        "block": block,
        "habit": habit,
        "renewed": renewed,
        "renewed_on": renewed_on,
    }


def _visits(rng, season, tickets, seats, habit):
    """Nine evenings a season; each ticket has its own series of them, with the seats that were used."""
    first = np.datetime64(f"{season}-09-20")
    evenings = first + (np.arange(9) * 28)[None, :] * DAY + (rng.integers(0, 4, len(tickets)) * 7)[:, None] * DAY
    came = rng.random((len(tickets), 9)) < habit[:, None]
    used = np.where(came, np.maximum(1, seats[:, None] - rng.integers(0, 2, (len(tickets), 9))), 0)
    return pd.DataFrame(
        {
            "ticket": np.repeat(tickets, 9),
            "evening": evenings.ravel().astype("datetime64[s]"),
            "used": used.ravel(),
        }
    )


def _changes(rng, season, tickets, agreed, gone):
    """The log of a season, and what the tables hold at its end. The desk tidies up after those who have gone."""
    rows, size = [], len(tickets)
    words = {
        "pays_by": np.where(agreed["debit"], "debit", "invoice").astype(object),
        "newsletter": np.where(agreed["news"], "yes", "no").astype(object),
        "block": agreed["block"].astype(object),
    }
    choices = {"pays_by": ["debit", "invoice"], "newsletter": ["yes", "no"], "block": list(BLOCKS)}
    september, june = np.datetime64(f"{season}-09-01T09:00"), np.datetime64(f"{season + 1}-06-01T09:00")
    for field, values in words.items():
        minutes = rng.integers(0, 480, size) * np.timedelta64(1, "m")
        moved = rng.random(size) < 0.12
        at = september + rng.integers(0, 150, size) * DAY + minutes
        for place in np.flatnonzero(moved):
            others = [word for word in choices[field] if word != values[place]]
            rows.append((tickets[place], field, at[place], others[int(rng.integers(len(others)))], values[place]))
        # Some change their mind in spring, whatever they do about the ticket.
        at = september + rng.integers(222, 268, size) * DAY + minutes
        for place in np.flatnonzero(rng.random(size) < 0.08):
            others = [word for word in choices[field] if word != values[place]]
            rows.append((tickets[place], field, at[place], values[place], others[0]))
            values[place] = others[0]
        tidied = {"pays_by": "invoice", "newsletter": "no"}.get(field)
        at = june + rng.integers(2, 60, size) * DAY + minutes
        for place in np.flatnonzero(gone & (values != tidied) & (rng.random(size) < 0.9)) if tidied else ():
            rows.append((tickets[place], field, at[place], values[place], tidied))
            values[place] = tidied
    log = pd.DataFrame(rows, columns=["ticket", "field", "at", "before", "after"])
    log["at"] = log["at"].astype("datetime64[s]")
    return log, words


def write(folder, seed):
    """Put data/tickets.csv, changes.csv and visits.csv into `folder`."""
    facts = generate(seed)
    (folder / "data").mkdir(parents=True, exist_ok=True)
    made = office(seed, facts["seats"], facts["season"] + 1)
    for name, table in made.exported(f"{facts['season'] + 2}-03-05").items():
        table.to_csv(folder / "data" / f"{name}.csv", index=False)
