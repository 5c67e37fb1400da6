"""What an e-mail that agrees has beside its agreement, wherever a person who reads it may see it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from reportkit.mail.courteous_phrases import names_of
from reportkit.mail.incoming_mail import IncomingMail
from reportkit.mail.quotation_heads import beside_our_subject
from reportkit.mail.reply_context import ReplyContext, digest_of_paragraph, has_plain_punctuation, words_of
from reportkit.mail.reply_text import joined, plain_lines
from reportkit.mail.unexplained import FormOfReply, Paragraph, form_of, only_in

_NOT_IN_HTML = "(as HTML the e-mail does not say “I agree.” alone)"
_NOT_IN_PLAIN = "(as plain text the e-mail does not say “I agree.” alone)"


class BesideAgreement(Struct, frozen=True):
    """All that a person has to look at: `lines`, and `attached` files and pictures by name; `left_out` says nothing.

    `digests` name each paragraph and picture of it, so that the same notice need not be looked at again.
    """

    lines: tuple[str, ...]
    attached: tuple[str, ...]
    left_out: tuple[str, ...]
    digests: tuple[str, ...]


def beside_agreement(message: IncomingMail, context: ReplyContext) -> BesideAgreement:
    """Return what an agreeing e-mail has beside its agreement."""
    plain, html = (_form(parts, message, context) for parts in (message.plain, message.html))
    paragraphs = [*_of_head(message, context), *_of_text(plain, html)]
    hanging = [each for each in message.hanging if each.picture not in context.accepted]
    known = [line for form in (plain, html) if form for line in form.known]
    digests = (digest_of_paragraph(list(each)) for each in paragraphs)
    return BesideAgreement(
        lines=tuple(dict.fromkeys(line for paragraph in paragraphs for line in paragraph)),
        attached=tuple(each.name for each in hanging),
        left_out=tuple(dict.fromkeys(known)),
        digests=tuple(sorted({*digests, *(each.picture for each in hanging if each.picture)})),
    )


def _form(parts: tuple[str, ...], message: IncomingMail, context: ReplyContext) -> FormOfReply | None:
    return form_of(plain_lines(joined(parts)), message.subject, context) if parts else None


def _of_text(plain: FormOfReply | None, html: FormOfReply | None) -> Iterator[Paragraph]:
    """Yield the paragraphs that are not known in either form, and which form does not agree."""
    if plain:
        yield from plain.unknown
    if html:
        yield from only_in(html, plain) if plain else html.unknown
        if not html.agrees:
            yield (_NOT_IN_HTML,)
    if plain and not plain.agrees and not plain.stub:
        yield (_NOT_IN_PLAIN,)


def _of_head(message: IncomingMail, context: ReplyContext) -> Iterator[Paragraph]:
    """Yield what the message's head says beside the subject of our message and the moderator's listed name."""
    subject = beside_our_subject(message.subject, context)
    if subject:
        yield (f"Subject: {message.subject}",)
    if not _is_listed(message, context):
        sender = (f"From: {message.name}",)
        if digest_of_paragraph(list(sender)) not in context.accepted:
            yield sender
    yield from ((flag,) for flag in message.flags)


def _is_listed(message: IncomingMail, context: ReplyContext) -> bool:
    names = names_of((context.moderator.name,))
    known = {*names, *(name[0] for name in names)}
    if message.name.casefold() in ("", message.sender):
        return True
    return set(words_of(message.name)) <= known and has_plain_punctuation(message.name)
