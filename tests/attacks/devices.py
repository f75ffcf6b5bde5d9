"""Opens the disks, the memory, the kernel's log and the terminal; makes a device of its own."""

import os
import stat

from outside import attempt, done, escaped

for path in (
    *("/dev/mem", "/dev/kmem", "/dev/port", "/dev/kmsg", "/dev/sda", "/dev/vda", "/dev/nvme0n1", "/dev/kvm"),
    *("/dev/fuse", "/dev/loop-control", "/dev/loop0", "/dev/net/tun", "/dev/tty", "/dev/tty0", "/dev/console"),
    *("/dev/pts/0", "/dev/vsock", "/dev/uinput", "/dev/input/event0", "/proc/kmsg"),
    *("/proc/kcore", "/dev/mapper/control", "/dev/hpet", "/dev/rtc0", "/dev/userfaultfd"),
):
    for mode in (os.O_RDONLY, os.O_RDWR):
        if attempt(os.open, path, mode | os.O_NONBLOCK) is not None:
            escaped(f"opened {path}")
for number in (os.makedev(1, 1), os.makedev(8, 0), os.makedev(254, 0)):
    try:
        os.mknod(f"device{number}", 0o666 | stat.S_IFBLK, number)
    except OSError:
        continue
    escaped("made a device")
done()
