"""Jobs and replies between server and worker: JSON with a length in front, and for a reply the body behind it."""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import BinaryIO

__all__ = ["HEAD", "Reply", "packed_job", "packed_reply", "read_job", "unpacked"]

HEAD = struct.Struct(">II")
"""Lengths of a reply's JSON and of its body."""
_LENGTH = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class Reply:
    """What a job came to: an HTTP status, a media type and the body. `tired` workers want to be replaced."""

    status: int
    media: str
    body: bytes
    tired: bool = False


def packed_job(job: dict[str, Any]) -> bytes:
    """A job as bytes.

    >>> import io
    >>> read_job(io.BytesIO(packed_job({"task": "start"})))
    {'task': 'start'}
    """
    text = json.dumps(job).encode()
    return _LENGTH.pack(len(text)) + text


def read_job(stream: BinaryIO) -> dict[str, Any] | None:
    """The next job; None when the server has gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    job: dict[str, Any] = json.loads(stream.read(_LENGTH.unpack(head)[0]))
    return job


def packed_reply(reply: Reply) -> bytes:
    """A reply as bytes."""
    text = json.dumps({"status": reply.status, "media": reply.media, "tired": reply.tired}).encode()
    return HEAD.pack(len(text), len(reply.body)) + text + reply.body


def unpacked(head: bytes, body: bytes) -> Reply:
    """A reply from its JSON and its body."""
    said = json.loads(head)
    return Reply(int(said["status"]), str(said["media"]), body, bool(said["tired"]))
