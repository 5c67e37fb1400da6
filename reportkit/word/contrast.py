"""The contrast of text and background, as the accessibility guidelines define it (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from reportkit.word.styles import REQUIRED, named_styles
from reportkit.word.xml_text import w

ENOUGH = 4.5
_NEARLY_BLACK = 0.04045
_WHITE, _BLACK = "FFFFFF", "000000"


def contrast(colour: str, ground: str) -> float:
    """Return the ratio of two colours, each six hex digits: 1 for equal ones to 21 for black on white."""
    light, dark = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def faint_styles(styles: etree._Element) -> Iterator[tuple[str, float]]:
    """Return the required styles whose contrast is too low, with their ratios."""
    named = named_styles(styles)
    by_id = {style.get(w("styleId"), ""): style for style in named.values()}
    for name in REQUIRED:
        style = named.get(name.lower())
        if style is None:
            continue
        ratio = _ratio(style, by_id)
        if ratio < ENOUGH:
            yield name, ratio


def _ratio(style: etree._Element, by_id: dict[str, etree._Element]) -> float:
    ground = _inherited(style, by_id, "shd", "fill") or _WHITE
    colour = _inherited(style, by_id, "color", "val")
    # Automatic text is black or white, whichever Word finds readable on the ground.
    return contrast(colour, ground) if colour else max(contrast(_BLACK, ground), contrast(_WHITE, ground))


def _inherited(style: etree._Element, by_id: dict[str, etree._Element], tag: str, attribute: str) -> str:
    """Return the value of the style or of the nearest one it is based on; "" for none or automatic."""
    seen: list[etree._Element] = []
    now: etree._Element | None = style
    while now is not None and now not in seen:
        seen.append(now)
        for look in ("rPr", "pPr"):
            element = now.find(f"{w(look)}/{w(tag)}")
            if element is not None:
                return _colour(element.get(w(attribute), ""))
        based = now.find(w("basedOn"))
        now = None if based is None else by_id.get(based.get(w("val"), ""))
    return ""


def _colour(value: str) -> str:
    return value if len(value) == len(_WHITE) and all(digit in "0123456789abcdefABCDEF" for digit in value) else ""


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _NEARLY_BLACK else float(((channel + 0.055) / 1.055) ** 2.4)
