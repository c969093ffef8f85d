"""Bytes to text: UTF-8 first, then what Arabic was written in before it (Windows-1256, ISO-8859-6, UTF-16)."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The most frequent words of written Arabic: a right decoding is full of them, a wrong one has none.
_COMMON = re.compile(
    r"(?<!\w)(?:في|من|على|إلى|الى|أن|ان|عن|مع|التي|الذي|هذا|هذه|بعد|قبل|كما|قال|ما|لا|بين|كان|خلال|وقد|و?ال\w{3,9})(?!\w)"
)
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_\-:.]{2,40})""", re.I)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_\-:.]{2,40})""", re.I)
_ARABIC = re.compile("[\u0621-\u064a]")
_CONTROLS = bytes(b for b in range(32) if not 9 <= b <= 13)
_LEGACY = ("cp1256", "iso8859_6")
_SAMPLE = 200_000  # bytes looked at when an encoding has to be guessed


def known(charset: str | None) -> str | None:
    """The Python name of a text encoding, or None if there is none by that name."""
    if not charset:
        return None
    try:
        info = codecs.lookup(charset.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    return info.name if getattr(info, "_is_text_encoding", True) else None


def declared(raw: bytes) -> str | None:
    """The encoding an HTML page or XML file says it is in, if it says so in its first 4 KB."""
    head = raw[:4096]
    match = _XML.search(head) or _META.search(head)
    return known(match.group(1).decode("ascii", "replace")) if match else None


def _utf16_without_mark(raw: bytes) -> str | None:
    """UTF-16 without a byte order mark: half of the bytes are 0x00 or 0x06 (the Arabic block), all on one side."""
    head = raw[: 4000 & ~1]
    if len(head) < 8:
        return None
    even, odd = ((half.count(0) + half.count(6)) / (len(head) // 2) for half in (head[::2], head[1::2]))
    if odd > 0.9 and even < 0.5:
        return "utf-16-le"
    return "utf-16-be" if even > 0.9 and odd < 0.5 else None


def _score(text: str) -> float:
    """How much a decoding looks like Arabic: common words, less what no text holds."""
    bad = sum(1 for c in text if "\x80" <= c <= "\x9f" or c == "\ufffd")
    return len(_COMMON.findall(text)) * 4 + len(_ARABIC.findall(text)) * 0.01 - bad


def guess(raw: bytes, hint: str | None = None) -> str:
    """The encoding of a text: its mark, UTF-8 if it is valid, ``hint``, else the best of the likely ones."""
    for mark, wide_name in _BOMS:
        if raw.startswith(mark):
            return wide_name
    sample = raw[:_SAMPLE]
    if wide := _utf16_without_mark(sample):
        return wide
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample, final=len(raw) <= _SAMPLE)
        return "utf-8"
    except UnicodeDecodeError:
        pass
    broken = sample.decode("utf-8", "replace")
    if len(_ARABIC.findall(broken)) > 20 * broken.count("\ufffd"):
        return "utf-8"  # UTF-8 with a few broken bytes
    names: list[str] = [*_LEGACY]
    name: str | None
    if (name := known(hint)) and name not in names and not name.startswith("utf"):
        names.insert(0, name)
    from charset_normalizer import from_bytes

    best = from_bytes(sample[:20_000]).best()
    if best is not None and (name := known(best.encoding)) and name not in names:
        names.append(name)
    return max(names, key=lambda n: _score(sample[:50_000].decode(n, "replace")))


def decode(raw: bytes, hint: str | None = None) -> str:
    """Bytes as text, without failing: bytes that mean nothing become U+FFFD.

    A UTF-8 byte order mark is kept as the character it is, so that offsets agree with a plain UTF-8 reading.
    """
    try:
        if not raw.startswith((b"\xff\xfe", b"\xfe\xff")) and b"\x00" not in raw[:64]:
            return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    return raw.decode(guess(raw, hint), "replace")


def looks_binary(raw: bytes) -> bool:
    """Whether the head of a file is no text in any encoding: control characters in number."""
    head = raw[:2048]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or _utf16_without_mark(head):
        return False
    return len(head) - len(head.translate(None, _CONTROLS)) > max(2, len(head) // 50)
