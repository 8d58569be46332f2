"""Every page against axe-core: no violation in light, in high contrast, at 200 % and on a phone."""

import re

import pytest

from console import axe_source

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
#: A page, and who looks at it; `None` is a guest. `{…}` stands for a link found on a list.
PAGES = [
    (None, "/p"), (None, "/login"), (None, "/p/verify"), (None, "/p/data"), (None, "/p/reports"),
    ("manager", "/"), ("manager", "/donations"), ("manager", "/donations/{donations}"),
    ("clerk", "/donations/new"), ("clerk", "/exchanges/new"), ("clerk", "/imports/new"),
    ("clerk", "/donations/{donations}/correct"), ("clerk", "/donations/export"),
    ("clerk", "/agreements/new"), ("clerk", "/people/new"), ("clerk", "/people/{people}/office"),
    ("clerk", "/exchanges/{exchanges}/links"), ("manager", "/governments/36110/bar"),
    ("coordinator", "/relays/new"), ("coordinator", "/relays/{relays}/record"),
    ("coordinator", "/relays/{relays}/participations/{participations}"),
    ("coordinator", "/relays/{relays}/participations/{participations}/nominate"),
    ("manager", "/imports"), ("manager", "/exchanges"), ("manager", "/exchanges/{exchanges}"),
    ("manager", "/agreements"), ("manager", "/agreements/{agreements}"),
    ("manager", "/relays"), ("manager", "/relays/{relays}"), ("manager", "/people"),
    ("manager", "/people/{people}"), ("manager", "/governments"),
    ("manager", "/governments/36110"), ("manager", "/reciprocity"), ("manager", "/map"),
    ("manager", "/reports"), ("manager", "/schedules"), ("auditor", "/audit"),
    ("manager", "/me"),
    ("manager", "/schedules/daily"), ("manager", "/schedules/daily/run"),
    ("manager", "/schedules/daily/pause"), ("manager", "/schedules/daily/backfill"),
    ("manager", "/periods"), ("manager", "/periods/close"), ("manager", "/approvals"),
    ("operator", "/admin/users"), ("operator", "/admin/users/new"), ("manager", "/tokens"),
    ("manager", "/tokens/new"), ("operator", "/tokens"), ("operator", "/settings"),
    ("operator", "/settings/receivers/new"), ("operator", "/health"),
    ("manager", "/periods/{periods}"), ("manager", "/approvals/{approvals}"),
    ("manager", "/reports/{reports}"), ("operator", "/admin/users/{admin/users}"),
    ("operator", "/settings/receivers/share"), (None, "/nowhere"),
    ("manager", "/help"), ("manager", "/help/shortcuts"),
]
LOOKS = {
    "light": dict(width=1440), "contrast": dict(width=1440, contrast="more"),
    "large": dict(width=1440, scale=2), "phone": dict(width=360),
}
CASES = [(role, path, "light", language) for role, path in PAGES for language in ("ko", "en")] + [
    (role, path, look, "ko") for role, path in PAGES for look in LOOKS if look != "light"
]


@pytest.fixture(scope="module", autouse=True)
def things(daemon):
    """One of each thing that the sample does not have."""
    closed = daemon.run("period", "close", "2024-07", "--reason", "확인함")
    daemon.run("period", "reopen", closed["id"], "--reason", "빠진 영수증")
    daemon.run("schedule", "run", "daily", "--reason", "화면 시험")
    daemon.run(
        "receiver", "add", "share", "--directory", str(daemon.data), "--format", "hwpx"
    )


@pytest.fixture(scope="module")
def axe():
    return axe_source()


def address(console, path: str) -> str:
    """The page itself: the first of a list stands for all of its kind."""
    while kind := re.search(r"/([\w/]+)/\{\1\}", path):
        # What belongs to a thing is linked from its page, or from the table of it.
        within = path[: kind.start()]
        console.open(within + "?view=table" if within else "/" + kind[1])
        links = [one.get_attribute("href") for one in console.all("main a[href]")]
        ids = [re.search(rf"/{kind[1]}/([0-9a-f-]{{36}})$", link) for link in links]
        found = next((one[1] for one in ids if one), None)
        assert found, f"{path}: no link to one of {kind[1]}"
        path = path.replace("{" + kind[1] + "}", found, 1)
    return path


@pytest.mark.parametrize(
    "role, path, look, language", CASES, ids=lambda value: str(value).strip("/").replace("/", "_")
)
def test_no_violation(console, axe, role, path, look, language):
    if role:
        console.sign_in(role)
    page = address(console, path)
    options = LOOKS[look]
    console.resize(options["width"], options.get("scale", 1))
    console.prefer(contrast=options.get("contrast", "no-preference"))
    console.driver.get_log("browser")
    console.open(("/en" if language == "en" else "") + page)
    assert console.has("[data-problem]") == (page == "/nowhere"), console.text()
    console.driver.execute_script(axe)
    result = console.driver.execute_async_script(
        "const [tags, done] = arguments;"
        "axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"
        ".then(done, (error) => done({violations: [{id: String(error), nodes: []}]}));",
        TAGS,
    )
    console.picture(f"{role or 'guest'}{page.replace('/', '_')[:30]}-{look}-{language}")
    found = [
        f"{one['id']}: {node['target']} {node['html'][:160]}"
        for one in result["violations"] for node in one["nodes"] or [{"target": "", "html": ""}]
    ]
    assert not found, "\n".join(found)
    wide = console.driver.execute_script(
        "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert wide <= 0, f"the page is {wide} px wider than the window"
    assert not [one for one in console.complaints() if "Content Security Policy" in one]
