"""Requests to a server, with bounded and validated answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from http.client import HTTPException
from typing import Annotated, TypeVar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import ProxyHandler, Request, build_opener

import msgspec

T = TypeVar("T")
MAX_ANSWER = 64_000_000
"""Maximum bytes of an answer."""
TAIL = 600
"""Bytes of a refusal that an error message quotes."""
DIRECT = ProxyHandler({})
"""Bypasses proxies of the environment for servers on this machine."""

Count = Annotated[int, msgspec.Meta(ge=0)]


class NotLanguageTool(ValueError):
    """The answer is not LanguageTool's; the message says why."""


class ServerRefusal(ValueError):
    """The server refused; the message is its reason."""


class _Category(msgspec.Struct):
    id: str


class _Rule(msgspec.Struct, rename="camel"):
    id: str
    issue_type: str
    category: _Category


class _Context(msgspec.Struct):
    text: str
    offset: Count


class _Replacement(msgspec.Struct):
    value: str


class _Match(msgspec.Struct):
    """The fields of a match that language-tool-python reads."""

    offset: Count
    length: Count
    message: str
    rule: _Rule
    context: _Context
    replacements: list[_Replacement]


class _Software(msgspec.Struct, rename="camel"):
    version: str
    build_date: str = ""


class _Answer(msgspec.Struct):
    matches: list[_Match]


class _Welcome(msgspec.Struct):
    software: _Software


def matches_of(answer: object) -> object:
    """The validated matches of an answer, stripped of other fields.

    Raises:
        NotLanguageTool: it is not an answer of LanguageTool.

    """
    return msgspec.to_builtins(_convert(answer, _Answer))


def version_of(answer: object) -> str:
    """The version of the server that gave an answer.

    Raises:
        NotLanguageTool: it is not an answer of LanguageTool.

    """
    software = _convert(answer, _Welcome).software
    return f"{software.version} of {software.build_date}"


def ask(
    url: str, params: Mapping[str, str] | None, timeout: float, *, direct: bool, post: bool, tries: int = 1
) -> object:
    """Request JSON from a server; posted texts are never redirected.

    Raises:
        OSError: there is no answer, or it exceeds `MAX_ANSWER` bytes.
        NotLanguageTool: the answer is not JSON.
        ServerRefusal: the server refuses.

    """
    encoded = urlencode(params or {})
    request = Request(url, encoded.encode()) if post else Request(f"{url}?{encoded}" if encoded else url)  # noqa: S310
    for _ in range(tries - 1):
        with suppress(OSError):
            return _parse(_fetch(request, timeout, direct=direct))
    return _parse(_fetch(request, timeout, direct=direct))


def _fetch(request: Request, timeout: float, *, direct: bool) -> bytes:
    try:
        with build_opener(*([DIRECT] if direct else [])).open(request, timeout=timeout) as answer:
            data: bytes = answer.read(MAX_ANSWER + 1)
    except HTTPError as error:
        raise ServerRefusal(error.read(TAIL).decode("utf-8", "replace").strip() or str(error)) from None
    except HTTPException as error:
        raise OSError(f"the answer broke off: {error}") from error
    if len(data) > MAX_ANSWER:
        raise OSError(f"the answer is larger than {MAX_ANSWER // 1_000_000} MB")
    return data


def _parse(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NotLanguageTool(f"the answer is not JSON: {error}") from None


def _convert(answer: object, kind: type[T]) -> T:
    try:
        return msgspec.convert(answer, kind)
    except (msgspec.ValidationError, RecursionError) as error:
        raise NotLanguageTool(f"not an answer of LanguageTool: {error}") from None
