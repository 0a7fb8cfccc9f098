"""The style in the first HTML, whatever the server answers."""

import asyncio
from collections.abc import Sequence

import pytest

from components.shell.first_html import Styled

PAGE = (b"<html><head><title>x</title></he", b"ad><body></body></html>")
STYLED = b"<html><head><title>x</title><style>p {}</style></head><body></body></html>"


def answer(
    parts: Sequence[bytes], kind: bytes = b"text/html; charset=utf-8", method: str = "GET", query: bytes = b""
) -> tuple[dict[bytes, bytes], bytes]:
    """Return the headers and the body of what a server answers in these parts, through the middleware."""
    told: list[dict] = []

    async def server(scope: dict, _receive: object, send) -> None:  # type: ignore[no-untyped-def]
        assert (b"accept-encoding", b"gzip") not in scope["headers"] or method != "GET" or query
        length = (b"content-length", b"%d" % sum(map(len, parts)))
        headers = [(b"content-type", kind), length, (b"etag", b"1"), (b"cache-control", b"no-cache")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        for place, part in enumerate(parts, 1):
            await send({"type": "http.response.body", "body": part, "more_body": place < len(parts)})

    async def send(message: dict) -> None:
        told.append(message)

    scope = {"type": "http", "method": method, "query_string": query, "headers": [(b"accept-encoding", b"gzip")]}
    asyncio.run(Styled(server, "p {}")(scope, None, send))  # type: ignore[arg-type]
    return dict(told[0]["headers"]), b"".join(message.get("body", b"") for message in told[1:])


def test_a_page_has_the_style_and_no_longer_the_version_of_the_one_without() -> None:
    headers, body = answer(PAGE)
    assert body == STYLED
    assert int(headers[b"content-length"]) == len(body)
    assert b"etag" not in headers
    assert headers[b"cache-control"] == b"no-cache"


@pytest.mark.parametrize(
    ("kind", "method", "query"),
    [
        (b"text/javascript", "GET", b""),
        (b"text/html", "HEAD", b""),
        (b"text/html", "GET", b"embed=true&question=x"),
    ],
)
def test_all_else_is_as_it_was(kind: bytes, method: str, query: bytes) -> None:
    headers, body = answer(PAGE, kind, method, query)
    assert body == b"".join(PAGE)
    assert headers[b"etag"] == b"1"


def test_what_is_no_request_for_a_page_is_handed_on() -> None:
    seen = []

    async def server(scope: dict, *_ways: object) -> None:
        seen.append(scope)

    asyncio.run(Styled(server, "")({"type": "websocket"}, None, None))  # type: ignore[arg-type]
    assert seen == [{"type": "websocket"}]
