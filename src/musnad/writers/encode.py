"""Records as bytes: JSON that any reader takes, whatever the text holds."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

_ENCODER = msgspec.json.Encoder()
_SURROGATE = re.compile("[\ud800-\udfff]")


def json_bytes(value: Any) -> bytes:
    """A value as UTF-8 JSON without a line end.

    Text with lone surrogates (half of a character, as broken JSON carries) is no UTF-8: there, and only there, the
    halves are written as ``\\udXXX`` escapes, which JSON allows and Python's reader gives back as they were.
    """
    try:
        return _ENCODER.encode(value)
    except UnicodeEncodeError:
        text = json.dumps(msgspec.to_builtins(value), ensure_ascii=False, separators=(",", ":"))
        return _SURROGATE.sub(lambda m: f"\\u{ord(m.group()):04x}", text).encode("utf-8")
