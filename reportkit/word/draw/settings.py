"""The settings that Word opens a document with, and the language it checks the spelling in."""

from __future__ import annotations

from lxml import etree

from reportkit.word.xml_text import NAMESPACES, w

# What a house file may carry over from its own text, its author's Word or another document.
# updateFields would make Word ask a question at every opening.
_DROPPED = ("attachedTemplate", "mailMerge", "updateFields", "footnotePr", "endnotePr", "rsids", "compat")
_NOTES = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
# Without this, Word opens the file in its compatibility mode.
_COMPAT = (
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat>'
)
# Schema order: the elements that stand behind compat.
_BEHIND_COMPAT = {
    w("docVars"), w("mathPr"), w("attachedSchema"), w("themeFontLang"), w("clrSchemeMapping"),
    w("doNotIncludeSubdocsInStats"), w("doNotAutoCompressPictures"), w("forceUpgrade"), w("captions"),
    w("readModeInkLockDown"), w("smartTagType"), w("schemaLibrary"), w("shapeDefaults"), w("doNotEmbedSmartTags"),
    w("decimalSymbol"), w("listSeparator"),
}  # fmt: skip


def update_settings(root: etree._Element, *, language: str, notes: bool) -> None:
    """Set what a report needs, and drop what belongs to the house file. `notes`: the document has footnotes."""
    for tag in _DROPPED:
        for element in root.findall(w(tag)):
            root.remove(element)
    added = etree.fromstring(f"<w:settings {NAMESPACES}>{_NOTES if notes else ''}{_COMPAT}</w:settings>")
    behind = (at for at, child in enumerate(root) if child.tag in _BEHIND_COMPAT or not _is_word(child))
    place = next(behind, len(root))
    root[place:place] = list(added)
    for element in root.iterfind(w("themeFontLang")):
        element.set(w("val"), language)


def set_language(styles: etree._Element, language: str) -> None:
    """Set the language of all text."""
    for element in styles.iterfind(f"{w('docDefaults')}//{w('lang')}"):
        element.set(w("val"), language)


def _is_word(element: etree._Element) -> bool:
    return str(element.tag).startswith(w(""))
