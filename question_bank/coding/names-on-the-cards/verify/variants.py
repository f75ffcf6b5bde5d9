# hiretool-canary-50dce78b-e96a-45f5-b14e-fa969bbe212f
"""Seed -> the numbers in the prompt, and what the reader thinks of a card."""

import json
import math
import random

NAMES = """abies acer achillea adonis alchemilla allium alnus anemone aquilegia arabis arnica asarum aster astrantia
bellis betula borago briza bromus buxus caltha campanula cardamine carex carlina carpinus centaurea cirsium clematis
cornus corydalis corylus crocus cynara dactylis daphne digitalis drosera dryas echium epilobium erica fagus festuca
filago fragaria fraxinus galium genista gentiana geranium geum hedera helleborus hepatica hieracium ilex iris jasione
juncus knautia lamium lathyrus lilium linaria linum lonicera lunaria luzula malva melica mentha milium myosotis nardus
orchis origanum oxalis paris phleum pinus plantago poa polygala populus primula prunella pulsatilla quercus ranunculus
rosa rubus rumex salix salvia sanicula saxifraga scabiosa sedum senecio silene solidago sorbus stachys thymus tilia
trifolium tussilago ulmus urtica vaccinium valeriana verbena veronica vicia viola viscum""".split()


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {
        "cards": draw.randrange(20_000, 90_000, 1_000),
        "found": draw.randint(31, 48),
        "other": draw.randint(5, 14),
        "names": draw.randint(60, 110),
    }


def costs(seed):
    """End of a text -> {piece: cost}, from the names of a box: single letters and some pieces of two or three."""
    facts, draw = generate(seed), random.Random(f"costs {seed}")
    counts = {}
    for name in draw.sample(NAMES, facts["names"]):
        for _ in range(3):
            place = 0
            while place <= len(name):
                piece = name[place : place + draw.choice([1, 1, 2, 3])] or "#"
                for end in {name[max(0, place - 2) : place], name[max(0, place - 1) : place]}:
                    here = counts.setdefault(end, {})
                    here[piece] = here.get(piece, 0) + 1
                place += len(piece)
    # Costs are rounded, so that many of them are the same.
    return {
        end: {piece: round(5 * -math.log2(number / sum(here.values()))) for piece, number in sorted(here.items())}
        for end, here in sorted(counts.items())
    }


def write(folder, seed):
    """Put data/model.json into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "data" / "model.json").write_text(json.dumps(costs(seed), indent=0), encoding="utf-8")
