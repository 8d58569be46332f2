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
    ("manager", "/relays/{relays}?view=timeline"), ("manager", "/relays/{relays}?view=table"),
    ("manager", "/donations?amount_max=50000"), ("manager", "/worklist"),
    ("manager", "/imports"), ("manager", "/exchanges"), ("manager", "/exchanges/{exchanges}"),
    ("manager", "/agreements"), ("manager", "/agreements/{agreements}"),
    ("manager", "/relays"), ("manager", "/relays/{relays}"), ("manager", "/people"),
    ("manager", "/people/{people}"), ("manager", "/governments"),
    ("manager", "/governments/36110"), ("manager", "/reciprocity"), ("manager", "/map"),
    ("manager", "/reports"), ("manager", "/schedules"), ("auditor", "/audit"),
    ("manager", "/me"), ("manager", "/me/second-factor"), ("manager", "/me/second-factor/off"),
    ("manager", "/schedules/daily"), ("manager", "/schedules/daily/run"),
    ("manager", "/schedules/daily/pause"), ("manager", "/schedules/daily/backfill"),
    ("manager", "/periods"), ("manager", "/periods/close"), ("manager", "/approvals"),
    ("operator", "/admin/users"), ("operator", "/admin/users/new"), ("manager", "/tokens"),
    ("manager", "/tokens/new"), ("operator", "/tokens"), ("operator", "/settings"),
    ("operator", "/settings/receivers/new"), ("operator", "/health"),
    ("manager", "/periods/{periods}"), ("manager", "/approvals/{approvals}"),
    ("manager", "/reports/{reports}"), ("manager", "/approvals/{reports}/decide"),
    ("manager", "/reports/{reports}/send"), ("operator", "/admin/users/{admin/users}"),
    ("operator", "/settings/receivers/share"), (None, "/nowhere"),
    ("manager", "/help"), ("manager", "/help/shortcuts"),
]
LOOKS = {
    "light": dict(width=1440), "contrast": dict(width=1440, contrast="more"),
    "large": dict(width=1440, scale=2), "phone": dict(width=360),
}
CASES = [(role, path, language) for role, path in PAGES for language in ("ko", "en")]
#: A list, and a thing of it: it is looked for once.
FOUND = {}


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
    while kind := re.search(r"\{([\w/]+)\}", path):
        # What belongs to a thing is linked from its page, or from the table of it.
        within = path[: kind.start()].removesuffix(kind[1] + "/").rstrip("/")
        within = within + "?view=table" if "-" in within else "/" + kind[1]
        if within not in FOUND:
            console.open(within)
            links = [one.get_attribute("href") for one in console.all("main a[href]")]
            ids = [re.search(rf"/{kind[1]}/([0-9a-f-]{{36}})$", link) for link in links]
            FOUND[within] = next((one[1] for one in ids if one), None)
        assert FOUND[within], f"{path}: no link to one of {kind[1]}"
        path = path.replace(kind[0], FOUND[within], 1)
    return path


def look_closely(console, axe: str, name: str, looks):
    """The page that is open, as it looks to each of those: nothing violated, nothing too wide."""
    console.driver.execute_script(axe)
    found = []
    for look in looks:
        options = LOOKS[look]
        console.resize(options["width"], options.get("scale", 1))
        console.prefer(contrast=options.get("contrast", "no-preference"))
        result = console.driver.execute_async_script(
            "const [tags, done] = arguments;"
            "axe.run(document, {runOnly: {type: 'tag', values: tags},"
            " resultTypes: ['violations']})"
            ".then(done, (error) => done({violations: [{id: String(error), nodes: []}]}));",
            TAGS,
        )
        console.picture(f"{name}-{look}")
        found += [
            f"{look} {one['id']}: {node['target']} {node['html'][:160]}"
            for one in result["violations"]
            for node in one["nodes"] or [{"target": "", "html": ""}]
        ]
        wide = console.driver.execute_script(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        if wide > 0:
            found.append(f"{look}: the page is {wide} px wider than the window")
    assert not found, "\n".join(found)
    assert not [one for one in console.complaints() if "Content Security Policy" in one]


@pytest.mark.parametrize(
    "role, path, language", CASES, ids=lambda value: str(value).strip("/").replace("/", "_")
)
def test_no_violation(console, axe, role, path, language):
    if role:
        console.sign_in(role)
    page = address(console, path)
    console.driver.get_log("browser")
    console.open(("/en" if language == "en" else "") + page)
    assert console.has("[data-problem]") == (page == "/nowhere"), console.text()
    name = re.sub(r"\W", "_", page)[:40]
    look_closely(
        console, axe, f"{role or 'guest'}{name}-{language}",
        LOOKS if language == "ko" else ["light"])


def test_a_list_on_its_way_into_the_book(console, axe):
    """The steps of the import have no address of their own before there is a list."""
    console.sign_in("clerk").open("/imports/new")
    rows = ["구분\t기부자 번호\t받는 지자체\t금액\t기부일",
            "공표\t축-1\t세종특별자치시\t3만원\t2026-03-03", "공표\t축-2\t중구\t백\t2026-02-30"]
    for step in ("columns", "preview", "result"):
        console.driver.execute_script(
            "const list = document.getElementById('f-list'); if (list) list.value = arguments[0]",
            "\n".join(rows))
        console.leave(lambda: console.find("form.entry .submit .primary").click())
        look_closely(console, axe, f"import-{step}", LOOKS)
        console.resize(1440)
    assert "I-20" in console.text()


def test_what_became_of_a_nomination(console, axe):
    """The way to the form stands beside a nomination that waits, on the page of whoever made it."""
    console.sign_in("coordinator").open(address(console, "/relays/{relays}") + "?view=table")
    runs = [one.get_attribute("href") for one in console.all("main table a")]
    for run in runs:
        console.driver.get(run)
        if waiting := console.all("a[href*='/nominations/']"):
            console.leave(waiting[0].click)
            break
    assert "/nominations/" in console.path, runs
    look_closely(console, axe, "relay-reply", LOOKS)
