"""More replies of many kinds, with what becomes of each: other languages, signed ones, hidden and struck-out words."""

from __future__ import annotations

from typing import Final

from reportkit.mail.message import Correspondent
from tests.mail import mail_programs as by
from tests.mail.mail_programs import PACK, marked, message
from tests.mail.turned_replies import (
    ASKED,
    CONDITION,
    HOLD,
    NOTHING,
    PLAIN,
    RECORDED,
    SAYS_MORE,
    TWO,
    Turned,
    both,
    html,
    parts,
    plain,
)

_WHO: Final = "Wynn Ashgrove <wynn@office.example>"
_SIGNED: Final = 'Content-Type: application/pkcs7-signature; name="smime.p7s"\n\nMIIF\n'
_PGP_SIGNED: Final = 'Content-Type: application/pgp-signature; name="signature.asc"\n\n-----BEGIN PGP SIGNATURE-----\n'
_NO_HTML: Final = "(as HTML the e-mail does not say “I agree.” alone)"
_NO_PLAIN: Final = "(as plain text the e-mail does not say “I agree.” alone)"
_PREHEADER: Final = '<div style="display:none">Seen on 14 June</div>'


def _quoted(head: str, words: str = "I agree.") -> bytes:
    return plain(f"{words}\n\n{head}\n{marked(PACK)}\n")


def _unmarked(head: str, words: str = "I agree.") -> bytes:
    return plain(f"{words}\n\n{head}\n\n{PACK}\n")


def _named(name: str) -> Correspondent:
    return Correspondent(name, by.CORIN.address)


def _styled(rule: str, words: str = '<p class="x">I agree.</p>') -> bytes:
    return html(f"<html><head><style><!-- {rule} --></style></head><body>{words}</body></html>")


OF_LANGUAGES: Final = (
    Turned("quoted in French", _quoted(f"Le ven. 11 juin 2004 à 10:00, {_WHO} a écrit :"), ASKED,
           (f"Le ven. 11 juin 2004 à 10:00, {_WHO} a écrit :",)),
    Turned("quoted in French, in full", _quoted(f"Le vendredi 11 juin 2004 à 10:00, {_WHO} a écrit :"), RECORDED),
    Turned("quoted in German", _quoted(f"Am Freitag, 11. Juni 2004 um 10:00 schrieb {_WHO}:"), RECORDED),
    Turned("quoted in Dutch", _quoted(f"Op vrijdag 11 juni 2004 om 10:00 schreef {_WHO}:"), RECORDED),
    Turned("quoted in Spanish", _quoted(f"El vie, 11 jun 2004 a las 10:00, {_WHO} escribió:"), ASKED,
           (f"El vie, 11 jun 2004 a las 10:00, {_WHO} escribió:",)),
    Turned("quoted in Polish", _quoted(f"W dniu 11.06.2004 o 10:00, {_WHO} pisze:"), ASKED,
           (f"W dniu 11.06.2004 o 10:00, {_WHO} pisze:",)),
    Turned("quoted below a German head", _unmarked(
        f"Von: {_WHO}\nGesendet: Freitag, 11. Juni 2004 10:00\nAn: Corin Blaydale\nBetreff: {by.ASKED}"), RECORDED),
    Turned("quoted below a French head", _unmarked(
        f"De : {_WHO}\nEnvoyé : vendredi 11 juin 2004 10:00\nÀ : Corin Blaydale\nObjet : {by.ASKED}"), RECORDED),
    Turned("quoted below the head of a stranger", _unmarked(
        f"From: Pat Other <pat@else.example>\nSent: 11 June 2004 10:00\nTo: Corin Blaydale\nSubject: {by.ASKED}"),
        ASKED, ("From: Pat Other <pat@else.example>",)),
    Turned("a condition in German", plain("I agree.\n\nAber nur ohne Absatz 12."), ASKED,
           ("Aber nur ohne Absatz 12.",)),
    Turned("agreed in German", plain("Ich stimme zu."), NOTHING),
)  # fmt: skip

OF_PROGRAMS: Final = (
    Turned("Apple Mail", _quoted(f"On 11 Jun 2004, at 10:00, {_WHO} wrote:", "I agree.\n\nRegards,\nCorin"), RECORDED),
    Turned("Apple Mail, forwarded", _unmarked(
        f"Begin forwarded message:\n\nFrom: {_WHO}\nSubject: {by.ASKED}\nDate: 11 June 2004 at 10:00:00 BST\n"
        "To: Corin Blaydale <corin@office.example>"), RECORDED),
    Turned("forwarded with nothing above", _unmarked(f"-----Original Message-----\nFrom: {_WHO}", "FYI"), NOTHING),
    Turned("Lotus Notes, with its own units", _unmarked(
        "Wynn Ashgrove/HSG/GB@HSG\n11/06/2004 10:00 AM\n\nTo\nCorin Blaydale/HSG/GB@HSG\ncc"), ASKED,
        ("Wynn Ashgrove/HSG/GB@HSG", "11/06/2004 10:00 AM", "To", "Corin Blaydale/HSG/GB@HSG", "cc")),
    Turned("Outlook, its tracking of a sender", plain(f"I agree.\n\n[https://office.example/logo.png]\n{PACK}"), ASKED,
           ("[https://office.example/logo.png]",)),
    Turned("from a telephone, with a link", plain("I agree.\n\nGet Outlook for iOS<https://aka.ms/o0ukef>"), RECORDED),
    Turned("from a telephone, with words", plain("I agree.\n\nSent from my iPhone, so not checked"), SAYS_MORE),
    Turned("signed by S/MIME", parts(f"{PLAIN}I agree.", _SIGNED), RECORDED),
    Turned("signed by PGP", parts(f"{PLAIN}I agree.", _PGP_SIGNED), RECORDED),
    Turned("signed by PGP within the text", plain(
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nI agree.\n-----BEGIN PGP SIGNATURE-----\n\niQEz"), ASKED,
        ("-----BEGIN PGP SIGNED MESSAGE-----", "Hash: SHA256", "-----BEGIN PGP SIGNATURE-----", "iQEz")),
    Turned("encrypted", message("Content-Type: application/pkcs7-mime; name=smime.p7m", body=b"MIIF"), "has no text"),
    Turned("with a disclaimer's picture", both("I agree.", '<p>I agree.</p><img src="https://x.example/a.png">'), ASKED,
           ("[picture: https://x.example/a.png]",)),
    Turned("out of the office", message("Auto-Submitted: auto-replied", body=b"I agree."), "an automatic reply"),
)  # fmt: skip

OF_DOUBT: Final = (
    Turned("a thumb in the answer", plain("I agree 👎"), ASKED, ("I agree 👎", _NO_PLAIN)),
    Turned("dots after the answer", plain("I agree ..."), ASKED, ("I agree ...", _NO_PLAIN)),
    Turned("the answer struck in plain text", plain("-I agree.-"), ASKED, ("-I agree.-", _NO_PLAIN)),
    Turned("the answer with a face", plain("I agree :-("), ASKED, ("I agree :-(", _NO_PLAIN)),
    Turned("the answer in quotation marks of its own", plain("“I agree.”"), RECORDED),
    Turned("the answer in a list", plain("- I agree."), RECORDED),
    Turned("the answer twice", plain("I agree.\n\nI agree."), TWO),
    Turned("the answer twice in HTML", both("I agree.", "<p>I agree.</p><p>I agree.</p>"), ASKED, ("I agree.",)),
    Turned("another answer in HTML", both("I agree.", "<p>I need more.</p>"), "as plain text and “I need …” in HTML"),
    Turned("a question in HTML", both("I agree.", "<p>I agree?</p>"), TWO),
    Turned("nothing in HTML", both("I agree.", "<p>Regards</p>"), ASKED, (_NO_HTML,)),
    Turned("nothing in plain text", both("Regards", "<p>I agree.</p>"), ASKED, (_NO_PLAIN,)),
    Turned("struck by a class", _styled(".x {text-decoration: line-through}"), NOTHING),
    Turned("struck by a tag's style", _styled("p {text-decoration: line-through}"), NOTHING),
    Turned("hidden by a class", _styled(".x {display: none}"), NOTHING),
    Turned("hidden", html('<p style="font-size:0">I agree.</p><p>Please wait.</p>'), NOTHING),
    Turned("a hidden line", html(f"{_PREHEADER}<p>I agree.</p>"), ASKED, ("[not shown: Seen on 14 June]",)),
    Turned("a style that hides nothing here", _styled(".y {display: none}"), RECORDED),
    Turned("a condition in a cell", html(f"<table><tr><td>I agree.</td><td>{CONDITION}</td></tr></table>"), SAYS_MORE),
    Turned("words for Outlook alone", html(f"<p>I agree.</p><!--[if mso]><p>{HOLD}</p><![endif]-->"), ASKED, (HOLD,)),
    Turned("settings for Outlook alone", html(
        "<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><p>I agree.</p>"), RECORDED),
    Turned("a second answer in what is quoted", plain(f"I agree.\n\n> {HOLD}\n> I do not agree because of 12."), ASKED,
           (HOLD, "I do not agree because of 12.")),
    Turned("a condition in the subject", message(body=b"I agree.", subject=f"RE: {by.ASKED} unless 12"), SAYS_MORE),
    Turned("another subject", message(body=f"I agree. {by.CODE}".encode(), subject="The pack"), ASKED,
           ("Subject: The pack",)),
    Turned("the subject of two replies", message(body=b"I agree.", subject=f"AW: RE: Fwd: {by.ASKED}"), RECORDED),
    Turned("the sender by another name", message(body=b"I agree.", sender=_named("Office")),
           ASKED, ("From: Office",)),
    Turned("the sender by surname", message(body=b"I agree.", sender=_named("Blaydale C")),
           RECORDED),
    Turned("an answer between our lines", plain(PACK.replace("Your reply", "I agree.\n\nYour reply")), "has 4 answers"),
)  # fmt: skip

OF_KINDS: Final = (*OF_LANGUAGES, *OF_PROGRAMS, *OF_DOUBT)
"""All of them."""
