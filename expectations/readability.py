"""How hard a Dutch text is to read: Flesch-Douma (W.H. Douma, 1960), an indicator and never a verdict.

Score = 206.835 - 0.93 x words per sentence - 77 x syllables per word; 100 is very easy, below 30 is for academics.
Syllables are counted as groups of vowels, which for Dutch is close to the truth; hyphenation patterns count too few.
"""

import re

_SENTENCE_END = re.compile(r"[.!?:;](?=\s|$)|\n+")
_ABBREVIATIONS = re.compile(
    r"\b(?:[a-z]\.){2,}|\b(?:nr|art|dr|mr|drs|ir|prof|bijv|enz|etc|ca|evt|incl|excl|tel)\.", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouyáéíóúàèìòùâêîôûäëïöü]+", re.IGNORECASE)
_SPLIT_BY_TREMA = re.compile(r"(?<=[aeiouy])(?=[äëïöü])", re.IGNORECASE)
_FEWEST_WORDS = 100  # shorter texts swing too much to say anything


def flesch_douma(text: str) -> float | None:
    """The score of a Dutch text, or None when it is too short to judge."""
    running = _ABBREVIATIONS.sub(lambda found: found[0].replace(".", ""), text)
    sentences = [part for part in _SENTENCE_END.split(running) if _WORD.search(part)]
    words = _WORD.findall(running)
    if len(words) < _FEWEST_WORDS or not sentences:
        return None
    syllables = sum(syllable_count(word) for word in words)
    return 206.835 - 0.93 * len(words) / len(sentences) - 77 * syllables / len(words)


def syllable_count(word: str) -> int:
    """The syllables of a Dutch word, at least one."""
    return max(1, len(_VOWELS.findall(_SPLIT_BY_TREMA.sub("|", word))))
