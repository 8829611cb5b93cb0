"""Values as others write them → the model's: an age becomes a band, a date a season."""

from __future__ import annotations

import re

_AGE = re.compile(r"\d{1,3}(?:[.,]\d+)?")
_BAND = re.compile(r"(\d{1,2})\s*(?:-|–|to|tot|bis|t/m)\s*(\d{1,3})")
_OPEN = re.compile(r"(?:>|≥|>=)?\s*(\d{2})\s*(?:\+|plus|or older|and over|en ouder)?")
_DATE = re.compile(r"\d{4}[-/.](\d{1,2})(?:[-/.]\d{1,2})?(?:[T ].*)?|\d{1,2}[-/.](\d{1,2})[-/.]\d{4}")
_SEASONS = ("winter", "spring", "summer", "autumn")
_SIGNS = {
    "woman": ("f", "w", "v", "female", "woman", "vrouw", "weiblich", "meisje", "girl", "women", "frau"),
    "man": ("m", "male", "man", "männlich", "jongen", "boy", "men", "mann"),
    "other": ("x", "d", "divers", "diverse", "other", "anders", "non-binary", "nonbinary", "non-binair"),
}
_OLDEST, _GROWN = 90, 20


def age_of(text: str) -> str | None:
    """An age band of at least five years: of an exact age the five years (a child) or ten years around it."""
    said = " ".join(text.split()).casefold()
    band = _BAND.fullmatch(said)
    if band:
        low, high = int(band[1]), int(band[2])
        return f"{low}-{high}" if 4 <= high - low <= 120 else None
    if _AGE.fullmatch(said):
        age = int(re.split(r"[.,]", said)[0])
        if age > 120:
            return None
        if age >= _OLDEST:
            return f"{_OLDEST}+"
        width = 10 if age >= _GROWN else 5
        low = age - age % width
        return f"{low}-{low + width - 1}"
    elder = _OPEN.fullmatch(said)
    return f"{elder[1]}+" if elder and not said.isdigit() else None


def sign_of(text: str) -> str | None:
    """Man, woman or other, where the data says so."""
    said = text.strip().casefold()
    return next((sign for sign, words in _SIGNS.items() if said in words), None)


def season_of(text: str) -> str | None:
    """The season of a date. The day itself says too much about someone's life."""
    date = _DATE.fullmatch(text.strip())
    month = int(date[1] or date[2]) if date else 0
    return _SEASONS[month % 12 // 3] if 1 <= month <= 12 else None
