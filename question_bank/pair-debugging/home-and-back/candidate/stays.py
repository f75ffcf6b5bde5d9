"""Legs -> stays in hospital."""

from dataclasses import replace


def joined(legs):
    """One stay from the door to the door: a patient who is moved from ward to ward is still in the same one.

    The stay counts for the ward that the patient left last. Moving takes its time, at night as well.
    """
    stays = []
    for leg in sorted(legs, key=lambda leg: (leg.patient, leg.arrived)):
        last = stays[-1] if stays else None
        if last and last.patient == leg.patient and last.went == "ward":
            stays[-1] = replace(leg, arrived=last.arrived)
        else:
            stays.append(leg)
    return stays
