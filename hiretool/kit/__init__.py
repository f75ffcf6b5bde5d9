"""Role + question bank + history -> interview kit, and the pages that it is made of."""

from hiretool.kit.assembly import Kit, KitRound, Task, build, overview
from hiretool.kit.choice import Limits, Past
from hiretool.kit.guide import guide
from hiretool.kit.loop import Loop, arranged, calendar, plan, zone
from hiretool.kit.pack import pack
from hiretool.kit.rubric import rubric
from hiretool.kit.scorecard import blank

__all__ = [
    "Kit",
    "KitRound",
    "Limits",
    "Loop",
    "Past",
    "Task",
    "arranged",
    "blank",
    "build",
    "calendar",
    "guide",
    "overview",
    "pack",
    "plan",
    "rubric",
    "zone",
]
