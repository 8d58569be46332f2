"""The daemon under test, and the console as somebody in a browser sees it."""

import json
import os
import pathlib
import sys
import urllib.parse
from functools import cached_property

import serving
from selenium import webdriver
from selenium.common.exceptions import NoSuchElementException
from selenium.webdriver import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

ROLES = ("clerk", "coordinator", "manager", "auditor", "operator")
PASSWORD = "correct horse battery staple"
WAIT_SECONDS = 20


class Daemon(serving.Daemon):
    """With the sample, as Sejong's book."""

    def __init__(self):
        super().__init__("--sample", PUMASI_HOME="36110", PUMASI_PDF_RENDERER="chromium")

    @cached_property
    def links(self) -> dict:
        """By role, the path with which its account sets its password."""
        return {role: self.add_user(role, role) for role in ROLES}

    def add_user(self, login: str, role: str) -> str:
        """The path of the link with which the account sets its password."""
        answer = self.run("user", "add", login, "--name", f"{role} 김", "--role", role)
        return urllib.parse.urlsplit(answer["link"]).path


class Console:
    """One browser for all tests."""

    def __init__(self, daemon: Daemon, artefacts: pathlib.Path):
        self.daemon = daemon
        self.artefacts = artefacts
        self.cookies = {}
        self.keys = 0

    def __enter__(self):
        options = webdriver.ChromeOptions()
        for argument in (
            "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--lang=ko-KR",
            "--force-color-profile=srgb", "--force-prefers-reduced-motion", "--disable-gpu",
            "--window-size=1440,1000",
        ):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        options.binary_location = "/usr/bin/chromium"
        os.environ["TZ"] = "Asia/Seoul"
        self.driver = webdriver.Chrome(
            options=options, service=webdriver.ChromeService("/usr/bin/chromedriver")
        )
        self.driver.set_page_load_timeout(60)
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def begin(self):
        """As a test finds it."""
        # Drafts are kept in the tab, which all tests share.
        self.driver.get(self.daemon.site + "/livez")
        self.driver.execute_script("sessionStorage.clear()")
        self.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
        self.driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
        self.resize(1440)
        self.prefer(contrast="no-preference")
        self.driver.get_log("browser")
        self.driver.get_log("performance")
        self.keys = 0

    # Going about

    def open(self, path: str):
        self.driver.get(self.daemon.site + path)
        return self

    @property
    def path(self) -> str:
        return self.driver.current_url.removeprefix(self.daemon.site)

    def resize(self, width: int, scale: float = 1):
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {
                "width": int(width / scale), "height": 1000, "deviceScaleFactor": 1,
                "mobile": False,
            },
        )

    def prefer(self, contrast: str):
        """What the reader's system asks of every page."""
        self.driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia",
            {"features": [
                {"name": "prefers-contrast", "value": contrast},
                {"name": "prefers-reduced-motion", "value": "reduce"},
            ]},
        )

    def sign_in(self, role: str):
        """Signs in through the pages the first time, with the same cookie ever after."""
        # Whoever signs in anew leaves the session of whoever sat here before.
        self.driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
        if role not in self.cookies:
            self.open(self.daemon.links[role])
            self.find("#password").send_keys(PASSWORD)
            self.find("#repeat").send_keys(PASSWORD)
            self.leave(lambda: self.find("#repeat").send_keys(Keys.ENTER))
            cookies = {one["name"]: one for one in self.driver.get_cookies()}
            assert "pumasi" in cookies, self.path
            self.cookies[role] = cookies["pumasi"]
        else:
            self.open("/livez")
            self.driver.delete_all_cookies()
            cookie = self.cookies[role]
            self.driver.add_cookie(
                {"name": cookie["name"], "value": cookie["value"], "path": "/"}
            )
        return self

    # Looking

    def find(self, css: str):
        return self.driver.find_element(By.CSS_SELECTOR, css)

    def all(self, css: str) -> list:
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def has(self, css: str) -> bool:
        return bool(self.all(css))

    def text(self, css: str = "main") -> str:
        return self.find(css).text

    def wait(self, condition, what: str = ""):
        """What the condition gives once it gives anything."""
        return WebDriverWait(
            self.driver, WAIT_SECONDS, ignored_exceptions=(NoSuchElementException,)
        ).until(lambda _: condition(), what or "the condition never held")

    def leave(self, action):
        """Does something that brings another page, and waits for that page."""
        here = self.find("html")
        action()
        WebDriverWait(self.driver, WAIT_SECONDS).until(
            lambda driver: driver.execute_script("return document.readyState") == "complete"
            and driver.find_element(By.CSS_SELECTOR, "html") != here,
            "no other page came",
        )

    def picture(self, name: str):
        """Keeps how the whole page looks."""
        size = self.driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]
        shot = self.driver.execute_cdp_cmd(
            "Page.captureScreenshot",
            {
                "captureBeyondViewport": True,
                "clip": {"x": 0, "y": 0, "scale": 1, "width": size["width"],
                         "height": min(size["height"], 12000)},
            },
        )
        import base64

        (self.artefacts / f"{name}.png").write_bytes(base64.b64decode(shot["data"]))

    # By keyboard

    def press(self, *keys: str, modifier: str = ""):
        """Presses keys one by one; each counts, a chord as one."""
        for key in keys:
            chain = ActionChains(self.driver)
            if modifier:
                chain.key_down(modifier)
            chain.send_keys(key)
            if modifier:
                chain.key_up(modifier)
            chain.perform()
            self.keys += 1

    def write(self, text: str):
        """Types names and digits, which no budget counts."""
        ActionChains(self.driver).send_keys(text).perform()

    @property
    def focused(self):
        return self.driver.switch_to.active_element

    def tab_to(self, css: str, steps: int = 200):
        """Goes on by Tab until the element has the focus."""
        target = self.find(css)
        for _ in range(steps):
            if self.focused == target:
                return target
            self.press(Keys.TAB)
        raise AssertionError(f"{css} cannot be reached by Tab")

    # What the browser says

    def complaints(self) -> list:
        """Messages of the browser that speak of a policy or an error."""
        return [
            entry["message"] for entry in self.driver.get_log("browser")
            if entry["level"] in ("SEVERE", "WARNING")
        ]

    def requests(self) -> list:
        """Every answer since this was asked last: address, status and bytes on the line."""
        sent, size = {}, {}
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            detail = message["params"]
            if message["method"] == "Network.requestWillBeSent":
                sent[detail["requestId"]] = detail["request"]["url"]
            elif message["method"] == "Network.loadingFinished":
                size[detail["requestId"]] = detail["encodedDataLength"]
        return [(url, size.get(number, 0)) for number, url in sent.items()]


def axe_source() -> str:
    """axe-core as it comes with axe-playwright-python."""
    packages = "lib/python*/site-packages"
    found = list(pathlib.Path(sys.prefix).glob(f"{packages}/axe_playwright_python/axe.min.js"))
    assert found, "axe-playwright-python is not installed"
    return found[0].read_text()
