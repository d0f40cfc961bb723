"""Tells a person's mailbox from a desk's: personal names and addresses are not stored (design, section 9)."""

import re

_PARTICLES = frozenset(
    {"van", "de", "der", "den", "het", "ten", "ter", "te", "in", "op", "el", "al", "von", "la", "le"}
)
_FIRST_NAMES = frozenset(
    re.findall(
        r"\w+",
        """jan piet kees henk peter hans wim johan erik eric mark marc paul rob robert ronald richard frank tom thomas
        tim bas bart jeroen martijn maarten dennis stefan sander niels daan sem lucas luuk bram jasper joost gerard
        gert gijs willem dirk arjan marcel michel michael patrick ruud remco rene theo ton vincent wouter anna anne
        anneke annemarie marie maria marieke marijke marja margriet monique mirjam miranda petra patricia paula sandra
        sanne saskia simone sophie susan suzanne tessa willemijn yvonne yvette wendy linda lisa lotte laura kim karin
        judith joke johanna ingrid inge ilse iris hanneke helma ellen els elly emma esther eva femke frederique floor
        fatima mohammed mohamed ahmed ali ayse mehmet youssef omar john james david daniel sarah jane mary peter""",
    )
)


def is_personal(value: str) -> bool:
    """Whether a normalised address is a person's rather than a desk's: initials or a first name before a surname."""
    parts = re.split(r"[._]", value.partition("@")[0])
    if len(parts) < 2 or not all(re.fullmatch(r"[a-z'’-]+", part) for part in parts):
        return False
    surname = parts[-1]
    initials = all(len(part) == 1 or part in _PARTICLES for part in parts[:-1]) and len(parts[0]) == 1
    if initials:
        return len(surname) > 2
    return len(surname) > 1 and (
        parts[0] in _FIRST_NAMES or (len(parts) > 2 and parts[1] in _PARTICLES - {"in", "op", "te"})
    )
