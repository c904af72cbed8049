"""Mail (.eml) and saved web archives: the subject above the body, one section a part, quoted headers marked."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from geo.errors import BrokenDocument, DocumentTooLarge, EmptyDocument
from geo.model import DateEvidence, Section, Span
from geo.reading.boilerplate import merge_spans
from geo.reading.days import parse_day
from geo.reading.decoding import clean_text, decode_text
from geo.reading.draft import Draft
from geo.reading.html import draft_html, read_html
from geo.reading.limits import MAX_MAIL_PARTS

_FORWARD = re.compile(r"^(?:(?:fwd?|fw|wg|tr|aw|re|sv|rv)\s*(?:\[\d+\])?:\s*)+", re.I)
_NO_PLAIN = 40  # a plain part shorter than this says "your mail program cannot show this"
_SIGNATURE = re.compile(r"^-- ?$", re.M)
_QUOTED = re.compile(r"^[ \t]*>[^\n]*$", re.M)
_QUOTE_INTRO = re.compile(r"^On\b[^\n]{5,150}(?:\n[^\n]{1,100})?\bwrote:[ \t]*$", re.M)
_FORWARD_RULE = re.compile(
    r"^[ \t>]*(?:[-_=]{2,}[ \t]*)?(?:original message|forwarded message|begin forwarded message:?|message transféré)"
    r"[ \t]*(?:[-_=]{2,})?[ \t]*$|^[ \t>]*(?:-{5,}|_{5,}|={5,})[ \t]*$",
    re.I | re.M,
)
_HEADER_BLOCK = re.compile(
    r"(?:^[ \t>*]*(?:from|sent|to|cc|bcc|date|subject|reply-to|importance|attachments):[^\n]*\n?){2,}", re.I | re.M
)
_OWN_WORDS = 400  # with fewer letters outside the quotation, the quotation is what was sent on to be read


def read_mail(data: bytes, name: str) -> Draft:
    """The draft of a mail. Raises EmptyDocument without a text part, BrokenDocument when it cannot be parsed."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        subject = _header(message, "Subject")
        sender = _header(message, "From")
        parts, attachments = _choose_parts(message, name)
    except DocumentTooLarge:
        raise
    except Exception as error:  # the mail parser raises all sorts of things on damaged headers
        raise BrokenDocument(name, f"{name} is damaged: it could not be read as a mail.") from error
    title = _FORWARD.sub("", subject).strip() or None
    text = title or ""
    sections: list[Section] = []
    marked: list[Span] = []
    url: str | None = None
    metadata: tuple[DateEvidence, ...] = ()
    updated: tuple[DateEvidence, ...] = ()
    for part, kind in parts:
        draft = _read_part(part, kind, name)
        if draft is None:
            continue
        url, metadata, updated = url or draft.url, metadata or draft.metadata_days, updated or draft.updated_days
        start = len(text) + 2 if text else 0
        text = f"{text}\n\n{draft.text}" if text else draft.text
        sections.append(Section(Span(start, len(text)), f"Part {len(sections) + 1} ({kind})"))
        marked.extend(Span(start + span.start, start + span.end) for span in draft.boilerplate)
    if not sections:
        files = f" (only {', '.join(attachments)} attached)" if attachments else ""
        raise EmptyDocument(name, f"{name} is a mail without text{files}.")
    notes = []
    if attachments:
        notes.append(f"Attached files were not read: {', '.join(attachments)}; load each on its own.")
    return Draft(
        text=text,
        name=name,
        title=title,
        source=_sender(sender),
        url=url or _location(message),
        mail_days=_days(message),
        metadata_days=metadata,
        updated_days=updated,
        boilerplate=tuple(marked),
        sections=tuple(sections),
        notes=tuple(notes),
        body_start=sections[0].span.start,
    )


def find_mail_furniture(text: str) -> tuple[Span, ...]:
    """Signatures, the headers of quoted mails, and quoted lines below an answer of some length.

    >>> text = "The bridge is gone.\\n-- \\nJane Roe"
    >>> [span.quote(text) for span in find_mail_furniture(text)]
    ['-- \\nJane Roe']
    """
    spans = [Span(*match.span()) for pattern in (_QUOTE_INTRO, _HEADER_BLOCK) for match in pattern.finditer(text)]
    spans += [Span(*match.span()) for match in _FORWARD_RULE.finditer(text) if match.group().strip()]
    signature = list(_SIGNATURE.finditer(text))
    if signature:
        end = _QUOTE_INTRO.search(text, signature[-1].end())
        tail = Span(signature[-1].start(), end.start() if end else len(text))
        if tail.end - tail.start < max(600, len(text) // 3):
            spans.append(tail)
    quoted = [Span(*match.span()) for match in _QUOTED.finditer(text)]
    own = len(text) - sum(span.end - span.start for span in quoted)
    if quoted and own >= _OWN_WORDS:
        spans += quoted
    return tuple(sorted(span for span in spans if span.start < span.end))


def _header(message: EmailMessage, name: str) -> str:
    value = message.get(name)
    return " ".join(clean_text(str(value)).split()) if value is not None else ""


def _sender(header: str) -> str | None:
    real, address = parseaddr(header)
    return real.strip() or address.strip() or header or None


def _location(message: EmailMessage) -> str | None:
    for key in ("Content-Location", "Snapshot-Content-Location"):
        value = _header(message, key)
        if value.startswith(("http://", "https://")):
            return value
    return None


def _days(message: EmailMessage) -> tuple[DateEvidence, ...]:
    name, raw = "Date", _header(message, "Date")
    if not raw:
        # The first server on the way, which stands last, took the mail when it was sent.
        name, raw = "Received", " ".join(str((message.get_all("Received") or [""])[-1]).rpartition(";")[2].split())
    if not raw:
        return ()
    try:
        day = parsedate_to_datetime(raw).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        parsed = parse_day(raw)
        if parsed is None:
            return ()
        day = parsed
    return (DateEvidence(day, "mail", f"{name}: {raw}"),)


def _choose_parts(message: EmailMessage, name: str) -> tuple[list[tuple[EmailMessage, str]], list[str]]:
    """The parts to read, (part, "plain text" or "HTML"), and the names of attached files."""
    chosen: list[tuple[EmailMessage, str]] = []
    attachments: list[str] = []
    rivals: dict[int, list[tuple[EmailMessage, str]]] = {}
    for number, (part, group) in enumerate(_leaves(message)):
        if number >= MAX_MAIL_PARTS:
            raise DocumentTooLarge(name, f"{name} has more than {MAX_MAIL_PARTS} parts.")
        kind = {"text/plain": "plain text", "text/html": "HTML"}.get(part.get_content_type())
        attached = part.get_content_disposition() == "attachment"
        if kind is None or attached:
            filename = part.get_filename()
            if filename or attached:
                attachments.append(" ".join(clean_text(filename or "a file without a name").split()))
        elif group is None:
            chosen.append((part, kind))
        else:
            if group not in rivals:
                rivals[group] = []
                chosen.append((part, f"group {group}"))
            rivals[group].append((part, kind))
    return [
        _best_rival(rivals[int(kind[6:])]) if kind.startswith("group ") else (part, kind) for part, kind in chosen
    ], attachments


def _leaves(message: EmailMessage) -> Iterator[tuple[EmailMessage, int | None]]:
    """Every part without parts of its own, and which alternative group it belongs to."""
    queue: list[tuple[EmailMessage, int | None]] = [(message, None)]
    groups = 0
    while queue:
        part, group = queue.pop(0)
        if not part.is_multipart():
            yield part, group
            continue
        if part.get_content_type() in ("multipart/alternative", "multipart/related") and group is None:
            groups += 1
            group = groups
        children = part.get_payload()
        if isinstance(children, list):
            queue[:0] = [(child, group) for child in children if isinstance(child, EmailMessage)]


def _best_rival(rivals: list[tuple[EmailMessage, str]]) -> tuple[EmailMessage, str]:
    """Plain text before HTML, unless the plain part is a mere excuse."""
    plain = [one for one in rivals if one[1] == "plain text" and len(_payload(one[0]).strip()) >= _NO_PLAIN]
    return plain[0] if plain else next((one for one in rivals if one[1] == "HTML"), rivals[0])


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _read_part(part: EmailMessage, kind: str, name: str) -> Draft | None:
    payload = _payload(part)
    charset = part.get_content_charset()
    if kind == "HTML":
        try:
            page = draft_html(decode_text(payload, charset), name) if charset else read_html(payload, name)
            return replace(page, boilerplate=merge_spans((*page.boilerplate, *find_mail_furniture(page.text))))
        except EmptyDocument:
            return None  # a part that only shows pictures; others may hold the text
    text = clean_text(decode_text(payload, charset)).strip("\n")
    return Draft(text=text, name=name, boilerplate=find_mail_furniture(text)) if text.strip() else None
