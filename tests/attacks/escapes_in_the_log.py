"""Prints what makes a terminal hide lines, change its title, copy to the clipboard or answer as if typed."""

import os

from outside import done

os.write(
    1,
    b"\x1b]0;title\x07\x1b]52;c;cm0gLXJm\x07\x1b[2J\x1b[1;1H\x1b[31mred\x1b[0m\x1b[6n\x1bP+q544e\x1b\\\x9b2J"
    b"wrong\rright\x08\x08\x0b\x0c\x7f\xc2\x9b2J\xe2\x80\xaegnp\xe2\x80\xac\xe2\x81\xa6x\xe2\x80\x8b\xf3\xa0\x81\x81\n",
)
done()
