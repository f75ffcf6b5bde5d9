"""Legs -> stays in hospital."""

from dataclasses import replace


def joined(legs):
    """The legs of each patient, joined to stays.

    A stay has the ward of its last leg, and the way in which that leg ended.
    """
    stays = []
    for leg in sorted(legs, key=lambda leg: (leg.patient, leg.arrived)):
        last = stays[-1] if stays else None
        if last and last.patient == leg.patient and last.went == "ward":
            stays[-1] = replace(leg, arrived=last.arrived)
        else:
            stays.append(leg)
    return stays
