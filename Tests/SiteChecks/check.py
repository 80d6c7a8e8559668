#!/usr/bin/env python3
"""Checks a built site: every file as text, and chosen pages in a browser.

Usage: python check.py [--partial] [--no-browser] PUBLIC
       python check.py --self-test

PUBLIC is the folder public/ of a run. --partial is for a folder that has only some of the pages: none is
missed, and no downloads are asked for. --self-test checks the folder bad/ beside this file, which must fail as
it is written there. Prints what is wrong and where, and ends with 1 when anything is.
"""

import argparse
import concurrent.futures
import multiprocessing
import os
import sys
import time
from pathlib import Path

import downloads
import links
import privacy
import structure
import verdicts
import weight
import wording
from folder import TEMPLATES, Folder, choose, template_of
from page import Page
from report import Report

HERE = Path(__file__).resolve().parent
PAGE_CHECKS = {
    "well formed": structure.well_formed,
    "html syntax": structure.html_syntax,
    "one h1": structure.one_h1,
    "language": structure.language,
    "title": structure.title,
    "skip link in markup": structure.skip_link,
    "no scripts": structure.no_scripts,
    "charts": structure.charts,
    "captions": structure.captions,
    "unfilled words": wording.unfilled,
    "numbers": wording.numbers,
    "numbers of people": privacy.numbers_of_people,
}


class SiteCheck:
    """One check of one folder."""

    def __init__(self, root, is_partial=False):
        self.folder, self.is_partial, self.report = Folder(root), is_partial, Report()
        self.links, self.ids, self.titles = {}, {}, {}
        self.verdicts, self.verdict_rows = {}, {}
        self.known = verdicts.words()

    def text(self):
        """Everything that needs no browser."""
        self.table, problems = (None, []) if self.is_partial else verdicts.find_table(self.folder)
        self.report.add("verdict file", downloads.HOME, problems)
        for path in self.folder.pages:
            self.page(Page(path, self.folder.read(path)))
        for path in self.folder.files:
            self.file(path)
        self.links_between_pages()
        self.titles_and_templates()
        self.verdicts_between_pages()
        if not self.is_partial:
            self.downloads()

    def page(self, page):
        template = template_of(page.path)
        for name, check in PAGE_CHECKS.items():
            self.report.add(name, page.path, check(page))
        self.report.add("weight", page.path, weight.page_weight(template, page.raw))
        self.links[page.path], self.ids[page.path] = list(links.links_of(page)), set(page.ids())
        self.titles.setdefault(page.title(), []).append(page.path)
        self.verdict_rows[page.path] = list(verdicts.rows(page))
        if template == "target":
            self.verdicts[page.path] = verdicts.shown(page)
            self.report.add("verdicts", page.path, verdicts.against_table(page, self.table, self.known))
        if template == "data":
            self.report.add("printed hashes", page.path, downloads.printed_hashes(self.folder, page))

    def file(self, path):
        if path.endswith(wording.TEXT_FILES):
            self.report.add("encoding", path, wording.encoding(path, self.folder.read(path)))
        if path.endswith(wording.XML_FILES):
            self.report.add("xml", path, wording.xml_syntax(path, self.folder.read(path)))
        if path.endswith((".csv", ".json")):
            self.report.add("numbers of people", path, privacy.in_fields(path, self.folder.read(path)))
        if path.endswith(".css"):
            raw = self.folder.read(path)
            self.report.add("weight", path, weight.css_weight(raw))
            self.report.add(
                "links", path, links.faults(path, links.css_links(raw), self.ids, self.folder.sizes)
            )

    def links_between_pages(self):
        for path, found in self.links.items():
            self.report.add("links", path, links.faults(path, found, self.ids, self.folder.sizes))
        lost = [] if self.is_partial else links.unreachable(self.links)
        self.report.add(
            "reachable", "index.html", [("no chain of links leads to this page", path) for path in lost]
        )

    def titles_and_templates(self):
        for title, paths in self.titles.items():
            same = [(f"the title '{title}' is also that of another page", path) for path in paths[1:]]
            self.report.add("unique titles", paths[0], same)
        groups = self.folder.by_template()
        missing = [] if self.is_partial else [name for name in TEMPLATES if name not in groups]
        self.report.add(
            "templates", "", [(f"there is no page of the template '{name}'", "") for name in missing]
        )

    def verdicts_between_pages(self):
        for path, rows in self.verdict_rows.items():
            if rows:
                self.report.add("same verdicts", path, verdicts.same_everywhere(rows, self.verdicts))
        if not self.is_partial and not any(self.verdict_rows.values()):
            self.report.add(
                "same verdicts", "", [("no table of the site has a row with a target and its verdict", "")]
            )
        if self.table:
            left = [("no page shows this target", name) for name in self.table.not_shown()]
            self.report.add("targets of the verdict file", downloads.HOME, left)

    def downloads(self):
        entries, problems = downloads.description(self.folder)
        self.report.add("description", downloads.DESCRIPTION, problems)
        self.report.add("described files", downloads.DESCRIPTION, downloads.described(self.folder, entries))
        for path in (path for path in self.folder.files if path.endswith(".csv")):
            raw, other = self.folder.read(path), path.removesuffix(".csv") + ".json"
            self.report.add("csv", path, downloads.csv_shape(raw))
            if other in self.folder.sizes:
                self.report.add("json", other, downloads.twin(raw, self.folder.read(other)))

    def browser(self):
        """What only a browser knows, of the chosen pages: half of them in each of two browsers."""
        import browser

        largest, others = choose(self.folder.by_template(), self.folder.sizes)
        paths, workers = largest + others, min(2, os.cpu_count() or 1)
        spawn = multiprocessing.get_context("spawn")
        with concurrent.futures.ProcessPoolExecutor(workers, mp_context=spawn) as pool:
            parts = [
                pool.submit(browser.inspect, str(self.folder.root), paths[place::workers], largest)
                for place in range(workers)
            ]
            for part in parts:
                for check, path, problems in part.result():
                    self.report.add(check, path, problems)
        self.report.notes.append(f"{len(paths)} of {len(self.folder.pages)} pages were opened in the browser")


def checked(root, is_partial, with_browser=True):
    check, began = SiteCheck(root, is_partial), time.monotonic()
    check.text()
    check.report.notes.append(
        f"{len(check.folder.files)} files were read in {time.monotonic() - began:.0f} s"
    )
    if with_browser:
        began = time.monotonic()
        check.browser()
        check.report.notes.append(f"the browser took {time.monotonic() - began:.0f} s")
    return check.report


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("public", nargs="?", type=Path)
    parser.add_argument("--partial", action="store_true")
    parser.add_argument("--no-browser", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.self_test:
        import selftest

        return selftest.run()
    if options.public is None or not options.public.is_dir():
        parser.error("PUBLIC must be a folder")
    report = checked(options.public, options.partial, not options.no_browser)
    print("\n".join(report.lines()))
    return 0 if report.is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
