"""What a judge model wrote -> its verdict.

The judge is shown a question and two replies, A and B, and may call it a tie. It is loose with capitals, and may set a
word in asterisks.
"""

import re

CLOSING = re.compile(r"^\W*verdict\W*(a|b|tie)\W*$", re.IGNORECASE | re.MULTILINE)


def verdict(text):
    """The word A, B or tie; None if the judge did not close with a verdict. Of several closing lines the last holds."""
    found = CLOSING.findall(text)
    if not found:
        return None
    return found[-1].lower() if found[-1].lower() == "tie" else found[-1].upper()
