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
    """A tab, with all that the browser reported of the page that is open in it."""

    def __init__(self, context):
        self.tab = context.new_page()
        self.tab.on("console", lambda line: self.errors.append(line.text) if line.type == "error" else None)
        self.tab.on("pageerror", lambda error: self.errors.append(str(error)))
        self.tab.on("request", lambda request: self.requests.append(request.url))
        self.tab.on("requestfailed", self.note_failed)
        self.tab.on("response", lambda answer: self.lost.append(answer.url) if answer.status >= 400 else None)

    def open(self, url):
        self.errors, self.requests, self.lost = [], [], []
        self.tab.goto(url, wait_until="load")

    def note_failed(self, request):
        # What the page before was still waiting for is given up when the next one is opened.
        if request.failure != "net::ERR_ABORTED":
            self.lost.append(request.url)

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
