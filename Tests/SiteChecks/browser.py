"""Asks about the chosen pages of a site what only a browser knows."""

from urllib.parse import unquote

from axe_playwright_python.sync_playwright import Axe

import printing
import weight
from folder import Folder, template_of
from serving import served
from visit import HEIGHT, Visit, chromium

WIDTHS = (1280, 320)
SCHEMES = ("light", "dark")
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = Axe().axe_script


def axe(visit):
    """The violations that axe finds; `AXE` was given to the tab before."""
    found = visit.tab.evaluate(
        "tags => axe.run({ runOnly: tags, resultTypes: ['violations'] }).then((found) => found.violations)",
        AXE_TAGS,
    )
    for rule in found:
        for node in rule["nodes"]:
            yield f"{rule['id']}: {rule['help']}", " ".join(map(str, node["target"]))


def shift(visit, url):
    """How far a page moves while it comes, at the least of three times.

    What comes late moves the page every time. A table that is painted while its rows still come, on a busy
    machine, does so once in a while.
    """
    least = visit.ask("shift")
    for _ in range(2):
        if least:
            visit.open(url)
            least = min(least, visit.ask("shift"))
    return [(f"the page moved by {least:.4f} while it came", "")] if least else []


def skip_link(visit):
    """The first Tab shows the link to the main part; after it the next Tab is past everything above."""
    visit.tab.keyboard.press("Tab")
    first = visit.ask("focus")
    if not first["href"].startswith("#") or not first["visible"]:
        yield f"the first Tab leads to <{first['tag']}> '{first['href']}', not to a seen link to main", ""
        return
    visit.tab.keyboard.press("Enter")
    visit.tab.keyboard.press("Tab")
    if not visit.ask("focus")["pastMain"]:
        yield "after the skip link the focus is not in main", ""


def quiet(visit, base):
    """What the browser reported while the page came: (check, problems)."""
    lost = [(f"did not come: {url}", "") for url in visit.lost]
    yield "console", [(text, "") for text in visit.errors] + lost
    yield "no other origin", [
        (f"asks for {url}", "") for url in visit.requests if not url.startswith((base, "data:"))
    ]
    count = len(visit.requests)
    yield "requests", (
        [(f"{count} requests; at most {weight.REQUESTS}", "")] if count > weight.REQUESTS else []
    )


def looks(visit):
    """How the page stands at each width and in each scheme: (check, problems)."""
    visit.tab.evaluate(AXE)
    for width in WIDTHS:
        for scheme in SCHEMES:
            visit.show(width, scheme)
            yield f"axe {width} {scheme}", list(axe(visit))
        visit.show(width)
        yield f"overflow {width}", visit.faults("overflow")
        yield f"cut text {width}", visit.faults("cut")
        yield f"targets {width}", visit.faults("targets")
        visit.ask("space")
        yield f"text spacing {width}", visit.faults("overflow") + visit.faults("cut")
        visit.ask("unspace")


def without_programs(visit, url, expected):
    visit.open(url)
    found = visit.ask("content")
    return [
        (f"{found[name]} {name} without JavaScript, {expected[name]} with it", "")
        for name in expected
        if found[name] != expected[name]
    ]


def elsewhere(visit, base, path, files):
    """The page works where its folder stands now: every link stays inside and names a file."""
    visit.open(base + path)
    found = visit.ask("addresses")
    for url in visit.lost:
        yield f"did not come: {url}", ""
    for href in found["sheets"]:
        yield f"the style sheet {href} did not come", ""
    for link in found["all"]:
        yield from astray(link["value"], link["followed"], base, files)


def astray(url, is_followed, base, files):
    """What is wrong with an address as the browser resolves it, for a site that stands at `base`."""
    if url.startswith(base):
        name = unquote(url.removeprefix(base).partition("#")[0].partition("?")[0])
        if name not in files:
            yield f"a link leads to {name}, which is no file", ""
        return
    origin = "/".join(base.split("/")[:3])
    is_outside = url.startswith(("http:", "https:", "mailto:", "tel:")) and not url.startswith(origin)
    if not (is_followed and is_outside):
        yield f"a link leads out of the folder: {url.removeprefix(origin)}", ""


class Inspection:
    """All that is asked about pages in one browser."""

    def __init__(self, root, printed):
        self.folder, self.printed = Folder(root), set(printed)

    def run(self, paths):
        """(check, page, problems) for every page."""
        root = self.folder.root
        with chromium() as browser, served(root) as top, served(root, "/a/b/") as below:
            self.browser, self.places = browser, (top, below, root.as_uri() + "/")
            window = {"width": WIDTHS[0], "height": HEIGHT}
            self.context = browser.new_context(viewport=window)
            self.plain = Visit(browser.new_context(viewport=window, java_script_enabled=False))
            self.other = Visit(self.context)
            for path in paths:
                yield from ((check, path, problems) for check, problems in self.page(path))

    def page(self, path):
        top, below, disk = self.places
        # A tab of its own: what is asked for, and where the focus is, must not depend on the page before.
        with Visit(self.context) as visit:
            visit.open(top + path)
            yield "layout shift", shift(visit, top + path)
            yield from quiet(visit, top)
            expected = visit.ask("content")
            yield "skip link", list(skip_link(visit))
            yield from looks(visit)
            visit.show(WIDTHS[0])
            if path in self.printed:
                yield "print", list(printing.problems(visit.tab, template_of(path)))
        yield "without JavaScript", without_programs(self.plain, top + path, expected)
        files = set(self.folder.files)
        yield "in a sub-folder", list(elsewhere(self.other, below, path, files))
        yield "from a disk", list(elsewhere(self.other, disk, path, files))


def inspect(root, paths, printed):
    return list(Inspection(root, printed).run(paths))
