"""Where single signs stand in a text: far quicker than a pattern that must try every character."""


def places(text: str, signs: str) -> list[int]:
    """The positions of all these characters, in order."""
    found: list[int] = []
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            found.append(at)
            at = text.find(sign, at + 1)
    found.sort()
    return found
