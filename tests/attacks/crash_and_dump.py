"""Crashes on purpose, so that its memory is written to a file, or handed to a program outside."""

import os
import resource

from outside import escaped

ENDS = ("ended by SIGABRT",)

# 1 is what the kernel takes for "to no program either".
if resource.getrlimit(resource.RLIMIT_CORE)[1] > 1:
    escaped("a core may be dumped")
os.abort()
