"""A page open in Chromium."""

import contextlib
from pathlib import Path

from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage"]
PROBES = (Path(__file__).parent / "probes.js").read_text("utf-8")
HEIGHT = 900


@contextlib.contextmanager
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


class Visit:
    """A page in a tab of its own, with all that the browser reported on the way."""

    def __init__(self, context, url):
        self.errors, self.requests, self.lost = [], [], []
        self.tab = context.new_page()
        self.tab.on("console", lambda line: self.errors.append(line.text) if line.type == "error" else None)
        self.tab.on("pageerror", lambda error: self.errors.append(str(error)))
        self.tab.on("request", lambda request: self.requests.append(request.url))
        self.tab.on("requestfailed", lambda request: self.lost.append(request.url))
        self.tab.on("response", lambda answer: self.lost.append(answer.url) if answer.status >= 400 else None)
        self.tab.goto(url, wait_until="load")

    def ask(self, probe):
        return self.tab.evaluate(f"({PROBES}).{probe}()")

    def faults(self, probe):
        return [(found["what"], found["where"]) for found in self.ask(probe)]

    def show(self, width, scheme="light"):
        self.tab.set_viewport_size({"width": width, "height": HEIGHT})
        self.tab.emulate_media(color_scheme=scheme)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.tab.close()
