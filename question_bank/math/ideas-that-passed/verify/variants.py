# hiretool-canary-52e8196a-0b0c-4d54-9c2f-035993abdcfb
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction
from statistics import NormalDist

SCENES = [
    {"team": "A search team", "idea": "change to the ranker", "score": "score on the held-out queries"},
    {"team": "A speech team", "idea": "change to the training recipe", "score": "score on the held-out recordings"},
    {"team": "A forecasting team", "idea": "new column", "score": "score on the held-out weeks"},
    {
        "team": "A team with a chat assistant",
        "idea": "change to the tuning data",
        "score": "score on the held-out chats",
    },
    {"team": "A team that sorts parcels", "idea": "change to the images", "score": "score on the held-out parcels"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    loose, strict = rng.choice([5, 8, 10]), rng.choice([1, 2])
    caught = rng.choice([60, 70, 75, 80, 90])
    bell = NormalDist()
    # The same effects under the higher bar: what passes of them follows from the two bars, rounded.
    higher = bell.inv_cdf(1 - strict / 100) - bell.inv_cdf(1 - loose / 100)
    params = {
        "ideas": rng.choice([100, 200, 300, 400, 500]),
        "real": rng.choice([5, 8, 10, 12, 15, 20]),
        "loose": loose,
        "strict": strict,
        "caught": caught,
        "caught_strict": round(100 * bell.cdf(bell.inv_cdf(caught / 100) - higher)),
        "wanted": rng.choice([5, 10]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    real, loose, strict, caught, caught_strict, wanted = _shares(params)
    false, true = params["ideas"] * (1 - real) * loose, params["ideas"] * real * caught
    return {
        "false_loose": false,
        "true_loose": true,
        "share_loose": false / (false + true),
        "share_strict": _false_share(real, strict, caught_strict),
        "true_strict": params["ideas"] * real * caught_strict,
        # Odds of a real one, wanted over had; what passes multiplies them.
        "real_needed": (1 - wanted) * loose / ((1 - wanted) * loose + wanted * caught),
        "true_twice": params["ideas"] * real * caught**2,
        "share_twice": _false_share(real, loose**2, caught**2),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    real, loose, strict, caught, caught_strict, wanted = _shares(params)
    ideas = params["ideas"]
    share = _false_share(real, loose, caught)
    return {
        "takes the bar for the share of false ones": {"share_loose": loose, "share_strict": strict},
        "lets all ideas be idle": {"false_loose": ideas * loose},
        "lets all real ones pass": {
            "true_loose": ideas * real,
            "share_loose": _false_share(real, loose, Fraction(1)),
        },
        "divides false by true": {"share_loose": (1 - real) * loose / (real * caught)},
        "divides the false findings by all ideas": {"share_loose": (1 - real) * loose},
        "gives the share of true ones": {"share_loose": 1 - share},
        "scales the share with the bar": {"share_strict": share * strict / loose},
        "keeps what the lower bar lets pass of the real ones": {
            "share_strict": _false_share(real, strict, caught),
            "true_strict": ideas * real * caught,
        },
        "takes odds for a share": {"real_needed": (1 - wanted) * loose / (wanted * caught)},
        "swaps false and true in what is wanted": {
            "real_needed": wanted * loose / (wanted * loose + (1 - wanted) * caught)
        },
        "squares the share": {"share_twice": share**2},
        "lets the real ones pass again for certain": {
            "true_twice": ideas * real * caught,
            "share_twice": _false_share(real, loose**2, caught),
        },
        "starts the second round with the old mix": {"share_twice": share},
        "takes passing either round for passing both": {"true_twice": ideas * real * (1 - (1 - caught) ** 2)},
    }


def _shares(params):
    return tuple(
        Fraction(params[name], 100) for name in ("real", "loose", "strict", "caught", "caught_strict", "wanted")
    )


def _false_share(real, idle_passes, real_passes):
    """Expected false findings over all expected findings."""
    return (1 - real) * idle_passes / ((1 - real) * idle_passes + real * real_passes)


def _fair(params):
    """No mistake may land on a right value; the lower bar must do badly enough, and the two remedies must differ."""
    right = answer(params)
    distinct = all(right[key] != value for wrong in misconceptions(params).values() for key, value in wrong.items())
    trouble = Fraction(1, 4) <= right["share_loose"] <= Fraction(3, 4)
    needed = right["real_needed"] > Fraction(params["real"], 100)
    return distinct and trouble and needed and right["share_twice"] != right["share_strict"]
