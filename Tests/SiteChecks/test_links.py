"""The same for links, and for the choice of pages."""

import unittest

import browser
import folder
import links
from page import Page


def whats(problems):
    return " | ".join(what for what, _ in problems)


class Links(unittest.TestCase):
    FILES = ["index.html", "a/index.html", "a/b/index.html", "du-lieu/a b.csv", "site.css"]
    IDS = {"index.html": {"ở-đây"}, "a/index.html": {"x"}}

    def faults(self, href, tag="a", name="href"):
        page = Page("a/index.html", f'<p id="x"><{tag} {name}="{href}"></p>'.encode())
        return whats(links.faults(page.path, links.links_of(page), self.IDS, self.FILES))

    def test_links_that_hold(self):
        for href in [
            "#x",
            "index.html",
            "b/index.html",
            "../index.html#%E1%BB%9F-%C4%91%C3%A2y",
            "./../site.css",
            "../du-lieu/a%20b.csv",
            "https://example.org/",
            "mailto:a@example.org",
        ]:
            self.assertEqual(self.faults(href), "", href)

    def test_links_that_do_not_hold(self):
        for href, said in [
            ("/", "starts with /"),
            ("//example.org/a", "starts with /"),
            ("b/", "names a folder"),
            ("../", "names a folder"),
            ("khong-co.html", "leads nowhere"),
            ("../../a", "leaves the site"),
            ("#y", "a place"),
            ("#", "a place"),
            ("../index.html#x", "a place"),
        ]:
            self.assertIn(said, self.faults(href), href)
        for tag, name in [("img", "src"), ("script", "src"), ("img", "srcset"), ("object", "data")]:
            self.assertIn("from elsewhere", self.faults("https://example.org/a", tag, name))

    def test_css(self):
        lines = [
            "@import 'x.css';",
            'a { background: url("https://example.org/a.png") }',
            "b { src: url(site.css) }",
        ]
        found = list(links.faults("site.css", links.css_links("\n".join(lines).encode()), {}, self.FILES))
        self.assertEqual([where for _, where in found], ["line 1", "line 2"])

    def test_addresses_as_the_browser_resolves_them(self):
        below, disk = "http://127.0.0.1:80/a/b/", "file:///tmp/a/"
        for url, base in [
            (below + "a/index.html#x", below),
            (disk + "du-lieu/a%20b.csv", disk),
            ("https://example.org/", below),
            ("mailto:a@example.org", disk),
        ]:
            self.assertEqual(whats(browser.astray(url, True, base, self.FILES)), "", url)
        for url, is_followed, base, said in [
            (below + "b.html", True, below, "leads to b.html"),
            ("http://127.0.0.1:80/don-vi/", True, below, "out of the folder: /don-vi/"),
            ("file:///don-vi/", True, disk, "out of the folder: /don-vi/"),
            ("https://example.org/a.css", False, below, "out of the folder"),
        ]:
            self.assertIn(said, whats(browser.astray(url, is_followed, base, self.FILES)), url)

    def test_pages_that_nothing_leads_to(self):
        to = {
            path: [links.Link(("a", "href"), href, 1)]
            for path, href in [
                ("index.html", "a/index.html"),
                ("a/index.html", "../index.html"),
                ("b.html", "index.html"),
            ]
        }
        self.assertEqual(links.unreachable(to), ["b.html"])


class Choice(unittest.TestCase):
    def test_templates_by_path(self):
        for path, name in [
            ("index.html", "home"),
            ("404.html", "not found"),
            ("don-vi/index.html", "units"),
            ("don-vi/01/2024/index.html", "unit"),
            ("chi-tieu/a/index.html", "target"),
            ("ke-hoach/a/index.html", "plan"),
            ("khac/index.html", "other"),
            ("don-vi.html", "other"),
        ]:
            self.assertEqual(folder.template_of(path), name)

    def test_pages_for_the_browser(self):
        groups = {
            "home": ["index.html"],
            "plan": ["p1", "p2", "p3"],
            "unit": [f"u{i:03}" for i in range(900)],
        }
        sizes = {path: 1 for paths in groups.values() for path in paths} | {"u450": 9}
        largest, others = folder.choose(groups, sizes)
        self.assertEqual(largest, ["index.html", "p3", "u450"])
        self.assertEqual(len(others), folder.VISITED_BESIDES)
        self.assertEqual(others[:3], ["p1", "p2", "u000"])
        self.assertEqual(folder.choose({"home": ["index.html"]}, sizes), (["index.html"], []))
