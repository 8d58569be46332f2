"""Somebody at the console without a browser: another machine and session, bytes of their own."""

import html
import re
import secrets
import urllib.error
import urllib.parse
import urllib.request


class Stay(urllib.request.HTTPRedirectHandler):
    """Shows where an answer leads instead of going there."""

    def redirect_request(self, *_):
        return None


class Clerk:
    """A session of its own in a role, opened through the account's link or with a cookie."""

    def __init__(self, site: str, cookie: str):
        self.site = site
        self.cookie = cookie
        self.opener = urllib.request.build_opener(Stay)

    def ask(self, path: str, body=None, **headers) -> tuple:
        """Status, where it leads, and the text."""
        if isinstance(body, dict):
            body = urllib.parse.urlencode(body).encode()
        request = urllib.request.Request(self.site + path, data=body)
        request.add_header("Cookie", f"pumasi={self.cookie}")
        request.add_header("Accept", "text/html")
        if body is not None:
            request.add_header("Content-Type", "application/x-www-form-urlencoded")
            headers = {"Sec_Fetch_Site": "same-origin"} | headers
        for name, value in headers.items():
            if value is not None:
                request.add_header(name.replace("_", "-"), value)
        try:
            with self.opener.open(request, timeout=60) as answer:
                return answer.status, answer.headers.get("Location"), answer.read().decode()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.headers.get("Location"), answer.read().decode()

    def form(self, path: str) -> dict:
        """What a page's form holds before anybody types: hidden fields and what stands there."""
        status, _, page = self.ask(path)
        assert status == 200, (path, status)
        form = re.search(r'<form class="entry[ "].*?</form>', page, re.S)
        assert form, path
        fields = {}
        for tag in re.findall(r"<input[^>]*>", form[0]):
            name = re.search(r'name="([^"]*)"', tag)
            value = re.search(r'value="([^"]*)"', tag)
            kind = re.search(r'type="([^"]*)"', tag)
            if not name or kind and kind[1] in ("radio", "checkbox") and "checked" not in tag:
                continue
            fields[html.unescape(name[1])] = html.unescape(value[1]) if value else ""
        return fields

    def send(self, path: str, **typed) -> tuple:
        """Fills in the form of a page and sends it."""
        return self.ask(path, self.form(path) | typed)

    def text_fields(self, path: str) -> list:
        """The names of the fields of a page's form into which anything may be typed."""
        _, _, page = self.ask(path)
        form = re.search(r'<form class="entry[ "].*?</form>', page, re.S)[0]
        tags = re.findall(r'<input type="text"[^>]*>|<textarea[^>]*>', form)
        return [html.unescape(re.search(r'name="([^"]*)"', tag)[1]) for tag in tags]


def fresh_key() -> str:
    """As long as a page's own: a shorter one may hold, by chance, what looks like a resident number
    and is thrown away."""
    return secrets.token_hex(32)
