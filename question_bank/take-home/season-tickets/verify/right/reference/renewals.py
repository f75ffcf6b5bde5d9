# hiretool-canary-73ffaf7b-c984-484d-9973-a76dc5a78e39
"""Season tickets -> who may not renew. The rules stand in README.md."""

import numpy as np
import pandas as pd

FIELDS = ("block", "pays_by", "newsletter")


def deadline(season: int) -> pd.Timestamp:
    return pd.Timestamp(year=int(season) + 1, month=5, day=31)


def season_of(day: pd.Timestamp) -> int:
    return day.year if day.month >= 9 else day.year - 1


def known(tickets: pd.DataFrame, changes: pd.DataFrame, visits: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """The open tickets of the season of `day`, as they were known on its evening."""
    season, night = season_of(day), day + pd.Timedelta(days=1)
    is_open = (tickets["season"] == season) & (tickets["bought_on"] <= day) & ~(tickets["renewed_on"] <= day)
    now = tickets[is_open].set_index("ticket")
    table = now[["seats", *FIELDS]].copy()
    later = changes[(changes["at"] >= night) & changes["ticket"].isin(now.index)].sort_values("at")
    for field, rows in later.drop_duplicates(["ticket", "field"]).groupby("field"):
        table.loc[rows["ticket"], field] = rows["before"].to_numpy()
    before = tickets.loc[tickets["season"] < season].groupby("holder").size()
    table["seasons_held"] = now["holder"].map(before).fillna(0).astype(int)
    seen = visits[(visits["evening"] <= day) & visits["ticket"].isin(now.index)]
    groups = seen.groupby("ticket")
    evenings = groups.size().reindex(now.index).fillna(0)
    table["evenings"] = evenings.astype(int)
    used = groups["used"].sum().reindex(now.index).fillna(0)
    table["share_used"] = (used / (evenings * now["seats"]).where(evenings > 0)).astype(float)
    last = seen[seen["used"] > 0].groupby("ticket")["evening"].max().reindex(now.index)
    table["days_since"] = (day - last).dt.days.astype(float)
    return table


def lost(tickets: pd.DataFrame, day: pd.Timestamp) -> pd.Series:
    """1.0 not renewed by the deadline, 0.0 renewed, NaN while the deadline is not over."""
    ends = tickets["season"].map({season: deadline(season) for season in tickets["season"].unique()})
    answer = (~(tickets["renewed_on"] <= ends)).astype(float).where(ends < day)
    return pd.Series(answer.to_numpy(), index=pd.Index(tickets["ticket"], name="ticket"))


def _inputs(table: pd.DataFrame) -> np.ndarray:
    share, since = table["share_used"].fillna(0.7), table["days_since"].fillna(200.0)
    columns = [
        np.ones(len(table)),
        table["seasons_held"] == 0,
        np.minimum(table["seasons_held"], 3) / 3,
        table["pays_by"] == "debit",
        table["newsletter"] == "no",
        table["block"] == "gallery",
        table["block"] == "stalls",
        share,
        np.minimum(since, 200) / 100,
        table["seats"] / 4,
    ]
    return np.column_stack([np.asarray(column, dtype=float) for column in columns])


def chances(tickets: pd.DataFrame, changes: pd.DataFrame, visits: pd.DataFrame, day: pd.Timestamp) -> pd.Series:
    """Chance of each open ticket not to be renewed, from a logistic regression on the seasons that have ended."""
    season = season_of(day)
    ahead, came = deadline(season) - day, lost(tickets, day)
    ended = sorted(year for year in tickets["season"].unique() if deadline(year) < day)
    past = [known(tickets, changes, visits, deadline(year) - ahead) for year in ended]
    table = pd.concat(past).sort_index()
    inputs, wanted = _inputs(table), came.loc[table.index].to_numpy()
    weights, penalty = np.zeros(inputs.shape[1]), np.eye(inputs.shape[1])
    penalty[0, 0] = 0
    for _ in range(12):
        chance = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (wanted - chance) - penalty @ weights
        weights = weights + np.linalg.solve((inputs.T * (chance * (1 - chance))) @ inputs + penalty, slope)
    now = known(tickets, changes, visits, day)
    return pd.Series(1 / (1 + np.exp(-_inputs(now) @ weights)), index=now.index)
