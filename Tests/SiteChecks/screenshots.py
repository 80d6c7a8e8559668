#!/usr/bin/env python3
"""Saves pictures of a built site for a person to look at; no part of the checks.

Usage: python screenshots.py FOLDER PUBLIC

FOLDER gets the first page and the largest page of a plan, a target and a unit of PUBLIC, as a phone and a
desktop show them, in light and dark.
"""

import sys
from pathlib import Path

from browser import SCHEMES
from folder import Folder, choose
from serving import served
from visit import chromium

TEMPLATES = ("home", "plan", "target", "unit")
WINDOWS = {"phone": {"width": 360, "height": 780}, "desktop": {"width": 1280, "height": 900}}


def chosen(site):
    groups = site.by_template()
    for name in TEMPLATES:
        if name in groups:
            largest, _ = choose({name: groups[name]}, site.sizes, besides=0)
            yield name, largest[0]


def take(browser, address, target):
    for device, window in WINDOWS.items():
        for scheme in SCHEMES:
            tab = browser.new_page(viewport=window, color_scheme=scheme)
            tab.goto(address, wait_until="load")
            tab.screenshot(path=f"{target}-{device}-{scheme}.png", full_page=True)
            tab.close()


def main(target, public):
    site = Folder(public)
    Path(target).mkdir(parents=True, exist_ok=True)
    with chromium() as browser, served(site.root) as top:
        for name, path in chosen(site):
            take(browser, top + path, Path(target) / name)
            print(f"{name}: {path}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
