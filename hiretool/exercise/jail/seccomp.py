"""System calls that no exercise needs and that escapes have used -> a filter for the kernel, in its own format."""

from __future__ import annotations

import platform
import struct
from collections.abc import Iterable, Iterator, Mapping

# Numbers: Linux, arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h (aarch64).
# None: that machine does not have the call.
DENIED: dict[str, tuple[int | None, int | None]] = {
    # Other processes' memory and files.
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "pidfd_getfd": (438, 438),
    "kcmp": (312, 272),
    # Namespaces and mounts.
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "move_mount": (429, 429),
    "open_tree": (428, 428),
    "open_tree_attr": (467, 467),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "statmount": (457, 457),
    "listmount": (458, 458),
    "open_by_handle_at": (304, 265),
    "name_to_handle_at": (303, 264),
    # Parts of the kernel that escapes have come through.
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "fanotify_init": (300, 262),
    "fanotify_mark": (301, 263),
    "personality": (135, 92),
    "modify_ldt": (154, None),
    "vmsplice": (278, 75),
    "move_pages": (279, 239),
    "migrate_pages": (256, 238),
    # Memory that belongs to no process, so that nobody can count it.
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "shmat": (30, 196),
    "shmctl": (31, 195),
    "semget": (64, 190),
    "msgget": (68, 186),
    "mq_open": (240, 180),
    # The machine itself.
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "reboot": (169, 142),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "mknod": (133, None),
    "mknodat": (259, 33),
    "quotactl": (179, 60),
    "quotactl_fd": (443, 443),
    "acct": (163, 89),
    "syslog": (103, 116),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    "clock_adjtime": (305, 266),
    "adjtimex": (159, 171),
    "sethostname": (170, 161),
    "setdomainname": (171, 162),
    "iopl": (172, None),
    "ioperm": (173, None),
    "vhangup": (153, 58),
    "lookup_dcookie": (212, 18),
}
ALONE: dict[str, tuple[int | None, int | None]] = {
    # What Landlock says nothing of, and what is harmless where namespaces hide other files and processes.
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "chown": (92, None),
    "fchown": (93, 55),
    "lchown": (94, None),
    "fchownat": (260, 54),
    "utime": (132, None),
    "utimes": (235, None),
    "futimesat": (261, None),
    "utimensat": (280, 88),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "setxattrat": (463, 463),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "fremovexattr": (199, 16),
    "removexattrat": (466, 466),
    "file_setattr": (469, 469),
    "inotify_init": (253, None),
    "inotify_init1": (294, 26),
    "setpriority": (141, 140),
    "ioprio_set": (251, 30),
}
"""Denied besides where there are no namespaces."""
OWN = {
    "prlimit64": (302, 261),
    "sched_setaffinity": (203, 122),
    "sched_setscheduler": (144, 119),
    "sched_setparam": (142, 118),
    "sched_setattr": (314, 274),
}
"""Allowed there for the calling process alone, which is number 0."""
# Call -> number on x86-64, on aarch64; these are looked into.
CLONE, CLONE3, SOCKET, SOCKETPAIR, IOCTL = (56, 220), (435, 435), (41, 198), (53, 199), (16, 29)
MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
"""Column above, and the name that the kernel has for it (AUDIT_ARCH_*)."""

_LOAD, _IS, _AT_LEAST, _ANY_OF, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _KILL, _EPERM, _ENOSYS = 0x7FFF0000, 0x80000000, 0x00050001, 0x00050026
_NUMBER, _ARCH, _FIRST, _SECOND = 0, 4, 16, 24
"""Offsets into struct seccomp_data; of an argument, its lower half."""
_X32 = 0x40000000
_NAMESPACES = 0x7E020080
"""CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET and NEWTIME."""
_AF_UNIX = 1
_TIOCSTI, _TIOCLINUX = 0x5412, 0x541C

Step = tuple[int, int, int, int]
"""code, steps to skip if so, if not, and what to compare with."""


def lacking(machine: str | None = None) -> str:
    """Why there is no filter for this kind of machine; empty if there is one."""
    machine = machine or platform.machine()
    return "" if machine in MACHINES else f"no list of system calls for {machine}, only for {', '.join(MACHINES)}"


def program(machine: str | None = None) -> bytes:
    """The filter for use within namespaces, as an array of struct sock_filter.

    Raises: KeyError for a machine that `lacking` names.
    """
    column, arch = MACHINES[machine or platform.machine()]
    # Some families (AF_VSOCK) know nothing of network namespaces and reach the machine's host.
    family = _looked_into_all((SOCKET, SOCKETPAIR), column, _FIRST, (_IS, 1, 0, _AF_UNIX))
    return _packed([*_start(column, arch), *_listed(DENIED, column), *_everywhere(column), *family])


def program_alone(machine: str | None = None) -> bytes:
    """The filter for use without namespaces: no socket at all, and nothing that changes files or processes outside."""
    column, arch = MACHINES[machine or platform.machine()]
    listed = {**DENIED, **ALONE, "socket": SOCKET, "socketpair": SOCKETPAIR}
    own = _looked_into_all(OWN.values(), column, _FIRST, (_IS, 1, 0, 0))
    return _packed([*_start(column, arch), *_listed(listed, column), *_everywhere(column), *own])


def _packed(steps: Iterable[Step]) -> bytes:
    return b"".join(struct.pack("HBBI", *step) for step in [*steps, (_RETURN, 0, 0, _ALLOW)])


def _start(column: int, arch: int) -> Iterator[Step]:
    yield from [(_LOAD, 0, 0, _ARCH), (_IS, 1, 0, arch), (_RETURN, 0, 0, _KILL), (_LOAD, 0, 0, _NUMBER)]
    if column == 0:
        # The same processor takes the calls under other numbers, which the list would miss.
        yield from [(_AT_LEAST, 0, 1, _X32), (_RETURN, 0, 0, _KILL)]


def _listed(calls: Mapping[str, tuple[int | None, int | None]], column: int) -> Iterator[Step]:
    for numbers in calls.values():
        if (number := numbers[column]) is not None:
            yield from [(_IS, 0, 1, number), (_RETURN, 0, 0, _EPERM)]


def _everywhere(column: int) -> Iterator[Step]:
    # clone3 hides its flags behind a pointer; told that it does not exist, libraries use clone.
    yield from [(_IS, 0, 1, CLONE3[column]), (_RETURN, 0, 0, _ENOSYS)]
    yield from _looked_into(CLONE[column], _FIRST, (_ANY_OF, 0, 1, _NAMESPACES))
    for request in (_TIOCSTI, _TIOCLINUX):
        yield from _looked_into(IOCTL[column], _SECOND, (_IS, 0, 1, request))


def _looked_into_all(calls: Iterable[tuple[int, int]], column: int, argument: int, test: Step) -> Iterator[Step]:
    for numbers in calls:
        yield from _looked_into(numbers[column], argument, test)


def _looked_into(number: int, argument: int, test: Step) -> Iterator[Step]:
    """Refuse one call where the test of an argument does not skip the refusal."""
    refusal = (_RETURN, 0, 0, _EPERM)
    yield from [(_IS, 0, 4, number), (_LOAD, 0, 0, argument), test, refusal, (_LOAD, 0, 0, _NUMBER)]
