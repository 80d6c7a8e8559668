"""Whether every link of every page leads somewhere, wherever the site's folder stands."""

import re
from urllib.parse import unquote

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
# What only a reader who clicks leaves the site by; all else would be loaded with the page.
FOLLOWED = {("a", "href"), ("area", "href"), ("link canonical", "href")}
ADDRESSES = ("href", "src", "srcset", "action", "formaction", "poster", "data", "xlink:href", "background")
CSS_ADDRESS = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")


class Link:
    """One address in a page."""

    def __init__(self, kind, value, line):
        self.kind, self.value, self.line = kind, value, line

    @property
    def is_followed(self):
        return self.kind in FOLLOWED


def links_of(page):
    for node in page.nodes:
        for name in ADDRESSES:
            if name not in node.attrs or (name == "data" and node.tag != "object"):
                continue
            tag = f"link {node.attrs.get('rel')}" if node.tag == "link" else node.tag
            values = [node.attrs[name]]
            if name == "srcset":
                values = [part.split()[0] for part in node.attrs[name].split(",") if part.strip()]
            for value in values:
                yield Link((tag, name), value, node.line)


def css_links(raw):
    text = raw.decode("utf-8", errors="replace")
    for match in CSS_ADDRESS.finditer(text):
        yield Link(("css", "url"), match.group(1) or match.group(2), text.count("\n", 0, match.start()) + 1)


def resolve(page, value):
    """The path of the file that a relative link of a page names, and the anchor.

    There is no path when the link leaves the site.
    """
    path, _, anchor = value.partition("#")
    path = unquote(path.partition("?")[0])
    if not path:
        return page, unquote(anchor)
    parts = page.split("/")[:-1]
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return None, anchor
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts), unquote(anchor)


def fault(page, link, ids, files):
    """What is wrong with a link, or nothing.

    `ids` has the ids of every page, `files` every path of the site.
    """
    value = link.value
    if value.startswith("/"):
        return "starts with /, so it holds at the top of a server only"
    if SCHEME.match(value):
        return None if link.is_followed or value.startswith("data:") else "is loaded from elsewhere"
    path, anchor = resolve(page, value)
    if path is None:
        return "leaves the site"
    if path not in files:
        inside = path.rstrip("/") + "/"
        is_folder = not path or any(other.startswith(inside) for other in files)
        return "names a folder, which does not open from a disk" if is_folder else "leads nowhere"
    if value.endswith("#") or (anchor and anchor not in ids.get(path, ())):
        return "names a place that the page does not have"
    return None


def faults(page, links, ids, files):
    for link in links:
        found = fault(page, link, ids, files)
        if found:
            yield f"the link '{link.value}' {found}", f"line {link.line}"


def unreachable(links, start="index.html", besides=("404.html",)):
    """The pages that no chain of links from the first page leads to. `links` has the links of every page."""
    seen, waiting = {start}, [start]
    while waiting:
        page = waiting.pop()
        for link in links.get(page, ()):
            if SCHEME.match(link.value) or not link.is_followed:
                continue
            path, _ = resolve(page, link.value)
            if path in links and path not in seen:
                seen.add(path)
                waiting.append(path)
    return sorted(page for page in links if page not in seen and page not in besides)
