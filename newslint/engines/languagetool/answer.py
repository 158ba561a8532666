"""Answers of a server: bounded in size and validated."""

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
LARGEST = 64_000_000
"""Bytes of an answer."""
TAIL = 600
"""Bytes of a refusal that an error repeats."""
DIRECT = ProxyHandler({})
"""A proxy of the environment has no business between newslint and a server on the same machine."""

Count = Annotated[int, msgspec.Meta(ge=0)]


class NotLanguageTool(ValueError):
    """What answered is no LanguageTool; the text says why."""


class ServerRefusal(ValueError):
    """The server would not do it; the text is its reason."""


class _Named(msgspec.Struct):
    id: str


class _Rule(msgspec.Struct, rename="camel"):
    id: str
    issue_type: str
    category: _Named


class _Context(msgspec.Struct):
    text: str
    offset: Count


class _Replacement(msgspec.Struct):
    value: str


class _Match(msgspec.Struct):
    """What language-tool-python reads of a match."""

    offset: Count
    length: Count
    message: str
    rule: _Rule
    context: _Context
    replacements: list[_Replacement]


class _Software(msgspec.Struct, rename="camel"):
    version: str
    build_date: str = ""


class _Checked(msgspec.Struct):
    matches: list[_Match]


class _Welcome(msgspec.Struct):
    software: _Software


def matches_of(answer: object) -> object:
    """The validated matches of an answer, without anything else.

    Raises:
        NotLanguageTool: it is not what LanguageTool would say.

    """
    return msgspec.to_builtins(_converted(answer, _Checked))


def version_of(answer: object) -> str:
    """The version that an answer to any text comes from.

    Raises:
        NotLanguageTool: it is not what LanguageTool would say.

    """
    software = _converted(answer, _Welcome).software
    return f"{software.version} of {software.build_date}"


def ask(
    url: str, asked: Mapping[str, str] | None, timeout: float, *, direct: bool, post: bool, tries: int = 1
) -> object:
    """The JSON that a server answers; what is posted is never redirected.

    Raises:
        OSError: it does not answer, or with more than `LARGEST` bytes.
        NotLanguageTool: it does not answer in JSON.
        ServerRefusal: it answers that it will not.

    """
    said = urlencode(asked or {})
    request = Request(url, said.encode()) if post else Request(f"{url}?{said}" if said else url)  # noqa: S310
    for _ in range(tries - 1):
        with suppress(OSError):
            return _parsed(_fetched(request, timeout, direct=direct))
    return _parsed(_fetched(request, timeout, direct=direct))


def _fetched(request: Request, timeout: float, *, direct: bool) -> bytes:
    try:
        with build_opener(*([DIRECT] if direct else [])).open(request, timeout=timeout) as answer:
            data: bytes = answer.read(LARGEST + 1)
    except HTTPError as error:
        raise ServerRefusal(error.read(TAIL).decode("utf-8", "replace").strip() or str(error)) from None
    except HTTPException as error:
        raise OSError(f"the answer broke off: {error}") from error
    if len(data) > LARGEST:
        raise OSError(f"the answer is larger than {LARGEST // 1_000_000} MB")
    return data


def _parsed(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NotLanguageTool(f"the answer is not JSON: {error}") from None


def _converted(answer: object, kind: type[T]) -> T:
    try:
        return msgspec.convert(answer, kind)
    except (msgspec.ValidationError, RecursionError) as error:
        raise NotLanguageTool(f"the answer is not one of LanguageTool: {error}") from None
