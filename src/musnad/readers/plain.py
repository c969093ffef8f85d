"""The contract's own inputs: a text file, a file of JSON lines, either on standard input."""

from __future__ import annotations

import json
from typing import Any

import msgspec

_DECODER = msgspec.json.Decoder()


def decode_json(raw: bytes) -> Any:
    """JSON to values; takes lone surrogate escapes too, which the fast decoder refuses. Raises ValueError."""
    try:
        return _DECODER.decode(raw)
    except (msgspec.DecodeError, RecursionError) as error:
        if b"\\u" not in raw:
            raise ValueError(str(error)) from error
    try:
        return json.loads(raw)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
