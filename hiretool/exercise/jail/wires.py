"""What goes into a jail and what comes out: requests, replies and the log, each within its bound."""

from __future__ import annotations

import contextlib
import os
import queue
import selectors
import threading
from collections.abc import Callable

from hiretool.exercise.jail.limits import FLOOD, Limits

READY = 0x06
"""The byte that prelude.py writes before the code begins."""
_CHUNK = 1 << 18


class Wires:
    """Used by one thread, save for `give`, `wake` and the queue of replies."""

    def __init__(self, limits: Limits) -> None:
        self.replies: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        """None: there will be no more."""
        self.log, self.dropped = bytearray(), 0
        self.ready, self.flooded, self.over = False, False, False
        self.unread = 0
        """Bytes of replies that nobody has received yet."""
        self._limits = limits
        self._pending, self._incoming, self._lock = bytearray(), bytearray(), threading.Lock()
        self._selector = selectors.DefaultSelector()
        self._woken, self._wake = os.pipe()
        os.set_blocking(self._wake, False)
        self._closed = False
        self.listen(self._woken, self._put)

    def listen(self, fd: int, take: Callable[[bytes], None]) -> None:
        """Hand to `take` what can be read there."""
        os.set_blocking(fd, False)
        self._selector.register(fd, selectors.EVENT_READ, take)

    def listen_for_end(self, fd: int) -> None:
        """`over` tells once `fd` (of a process) is readable."""
        self._selector.register(fd, selectors.EVENT_READ)

    def connect(self, *, requests: int, replies: int, log: int) -> None:
        os.set_blocking(requests, False)
        self._requests = requests
        self.listen(replies, self._take_replies)
        self.listen(log, self._take_log)

    def give(self, data: bytes) -> None:
        with self._lock:
            self._pending += data
        self.wake()

    def wake(self) -> None:
        with self._lock:
            # Once closed, the number may be another file's.
            if not self._closed:
                # If it is full, it wakes without one more.
                with contextlib.suppress(BlockingIOError):
                    os.write(self._wake, b"\0")

    def received(self, reply: bytes) -> None:
        with self._lock:
            self.unread -= len(reply)

    def carry(self, within_s: float) -> bool:
        """Carry what there is, or wait for something. Returns whether there was anything."""
        events = self._selector.select(max(within_s, 0))
        for key, event in events:
            if event & selectors.EVENT_WRITE:
                self._put()
            elif key.data:
                self._read(key.fd, key.data)
            else:
                self.over = True
                self._selector.unregister(key.fd)
        return bool(events)

    def drain(self) -> None:
        """Carry what had been written before the end."""
        with self._lock:
            self._pending.clear()
        self._put()
        while not self.flooded and self.carry(0):
            pass

    def close(self) -> None:
        with self._lock:
            self._closed = True
            self._selector.close()
            for fd in (self._woken, self._wake):
                os.close(fd)

    def _read(self, fd: int, take: Callable[[bytes], None]) -> None:
        try:
            data = os.read(fd, _CHUNK)
        except BlockingIOError:
            return
        if not data:
            # Closed on the other side: it would be reported as readable for ever.
            self._selector.unregister(fd)
        take(data)

    def _take_log(self, data: bytes) -> None:
        kept = data[: max(self._limits.log_bytes - len(self.log), 0)]
        self.log += kept
        self.dropped += len(data) - len(kept)
        self.flooded |= len(self.log) + self.dropped > FLOOD * self._limits.log_bytes

    def _take_replies(self, data: bytes) -> None:
        self._incoming += data
        if not self.ready and self._incoming:
            self.ready = self._incoming[0] == READY
            del self._incoming[0]
        while len(self._incoming) >= 4 and not self.flooded:
            end = 4 + int.from_bytes(self._incoming[:4], "big")
            self.flooded = self.unread + end > self._limits.reply_bytes + 4
            if len(self._incoming) < end or self.flooded:
                return
            with self._lock:
                self.unread += end - 4
            self.replies.put(bytes(self._incoming[4:end]))
            del self._incoming[:end]

    def _put(self, _: bytes = b"") -> None:
        """Write what is pending as far as it goes; the selector tells when more of it does."""
        with self._lock:
            try:
                while self._pending:
                    del self._pending[: os.write(self._requests, self._pending[:_CHUNK])]
            except BlockingIOError:
                pass
            except OSError:
                # It reads no more. What it says, or its end, tells why.
                self._pending.clear()
            waiting = self._requests in self._selector.get_map()
            if self._pending and not waiting:
                self._selector.register(self._requests, selectors.EVENT_WRITE)
            elif waiting and not self._pending:
                self._selector.unregister(self._requests)
