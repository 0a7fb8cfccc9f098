"""The HTML that a browser gets before any script, with the styles of every page: nothing moves as these come."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEAD_ENDS = b"</head>"


class Styled:
    """The ASGI middleware that writes a style sheet into each HTML page, but for those shown within other pages."""

    def __init__(self, app: ASGIApp, rules: str) -> None:
        self.app = app
        self.style = b"<style>%s</style>" % rules.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, as ASGI 3.0 has it."""
        if scope["type"] != "http" or scope["method"] != "GET" or b"embed=true" in scope["query_string"]:
            await self.app(scope, receive, send)
            return
        started: Message | None = None
        parts: list[bytes] = []

        async def write(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start" and _is_html(message):
                started = message
            elif started is None:
                await send(message)
            else:
                parts.append(message.get("body", b""))
                if not message.get("more_body"):
                    body = b"".join(parts).replace(HEAD_ENDS, self.style + HEAD_ENDS, 1)
                    await send({**started, "headers": _headers(started, len(body))})
                    await send({"type": "http.response.body", "body": body})

        # Streamlit compresses some of its pages itself, in which nothing can be written; this is done after it.
        plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        await self.app({**scope, "headers": plain}, receive, write)


def _is_html(start: Message) -> bool:
    headers: dict[bytes, bytes] = dict(start["headers"])
    return headers.get(b"content-type", b"").startswith(b"text/html")


def _headers(start: Message, length: int) -> list[tuple[bytes, bytes]]:
    """Return the headers of the page with the style: what told its version would not tell that of the style."""
    told = [
        (name, value) for name, value in start["headers"] if name not in (b"content-length", b"etag", b"last-modified")
    ]
    return [*told, (b"content-length", b"%d" % length)]
