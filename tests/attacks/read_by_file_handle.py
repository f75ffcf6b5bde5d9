"""Opens a file by the kernel's handle for it, which needs no path."""

import ctypes

from outside import done, escaped, given, libc

handle = ctypes.create_string_buffer(b"\x80\0\0\0" + bytes(4 + 128))
mount = ctypes.c_int()
libc.name_to_handle_at(-100, given["secret"].encode(), handle, ctypes.byref(mount), 0)
for descriptor in range(4):
    # 2 is the number of the root folder in common file systems.
    wanted = (8).to_bytes(4, "little") + (1).to_bytes(4, "little") + (2).to_bytes(8, "little")
    for asked in (handle.raw, wanted + bytes(128)):
        if libc.open_by_handle_at(descriptor, asked, 0) >= 0:
            escaped("a handle was opened")
done()
