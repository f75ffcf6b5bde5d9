"""Overflows the stack, so that the interpreter itself crashes."""

import sys

ENDS = ("ended by SIGSEGV", "exit code 1", "memory")

sys.setrecursionlimit(10**9)


class Deep:
    def __repr__(self):
        return repr([self])


repr(Deep())
