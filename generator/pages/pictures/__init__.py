"""Pictures as plain data: what each draws, and where. Templates turn them into SVG.

Nothing here writes HTML. Coordinates are rounded to a tenth, so that the same facts give the same picture.
"""

from generator.pages.pictures.estimates import EstimatesPicture, counted_by, estimates_picture
from generator.pages.pictures.mediation import MediationPicture, mediation_picture
from generator.pages.pictures.timeline import TimelinePicture, timeline_picture

__all__ = [
    "LAYOUTS",
    "EstimatesPicture",
    "MediationPicture",
    "TimelinePicture",
    "counted_by",
    "estimates_picture",
    "mediation_picture",
    "timeline_picture",
]

LAYOUTS = {"wide": 688.0, "narrow": 358.0}
"""The widths for which every picture is laid out: a column of text, and a telephone's."""
