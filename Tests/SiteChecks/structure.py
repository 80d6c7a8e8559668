"""What the markup of one page must be like. Each check gives (what, where) for every fault."""

import html5lib

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def at(node):
    return f"line {node.line}"


def well_formed(page):
    """Tags pair, ids are used once, and every id that is named exists."""
    yield from page.syntax
    seen = set()
    for node in page.nodes:
        name = node.attrs.get("id")
        if name is None:
            continue
        if name in seen or not name:
            yield f"the id '{name}' is used twice or is empty", at(node)
        seen.add(name)
    for node in page.nodes:
        for attribute in ("aria-labelledby", "aria-describedby", "for"):
            for name in node.attrs.get(attribute, "").split():
                if name not in seen:
                    yield f"{attribute} names '{name}', which no element has", at(node)


def html_syntax(page):
    """The page is read by the rules of HTML without a mistake that a browser would have to mend."""
    reader = html5lib.HTMLParser()
    reader.parse(page.raw, transport_encoding="utf-8")
    for (line, _), code, values in reader.errors:
        yield html5lib.constants.E[code] % values, f"line {line}"


def one_h1(page):
    found = page.all("h1")
    if len(found) != 1:
        yield f"{len(found)} h1 where there must be one", ", ".join(at(node) for node in found)
    for node in found:
        if not node.text():
            yield "the h1 is empty", at(node)


def language(page):
    html = page.root.first("html")
    found = html.attrs.get("lang") if html else None
    if found != "vi":
        yield f"lang is {found!r} where it must be 'vi'", "html"


def title(page):
    if not page.title():
        yield "no title, or an empty one", "head"


def skip_link(page):
    """The first link of the page leads to its main part."""
    first = next((node for node in page.all("a") if node.attrs.get("href")), None)
    main = page.root.first("main")
    if main is None or "id" not in main.attrs:
        yield "no main with an id", ""
    elif first is None or first.attrs["href"] != "#" + main.attrs["id"]:
        yield "the first link does not lead to main", at(first) if first else ""


def no_scripts(page):
    """Data blocks may stand in a page, programs may not."""
    for node in page.nodes:
        if node.tag == "script" and node.attrs.get("type") != "application/ld+json":
            yield "a script", at(node)
        for name in node.attrs:
            if name.startswith("on"):
                yield f"the handler {name} on <{node.tag}>", at(node)
        if node.attrs.get("href", "").strip().lower().startswith("javascript:"):
            yield "a javascript: link", at(node)


def charts(page):
    """A chart has a title, a description and a table after it, before the next heading."""
    for place, node in enumerate(page.nodes):
        if node.tag != "svg" or not is_chart(node):
            continue
        for part in ("title", "desc"):
            found = next((child for child in node.children if child.tag == part), None)
            if found is None or not found.text():
                yield f"a chart without a {part}", at(node)
            elif found.attrs.get("id") not in node.attrs.get("aria-labelledby", "").split():
                yield f"a chart whose aria-labelledby leaves out its {part}", at(node)
        rest = (other.tag for other in page.nodes[place + 1 :])
        if next((tag for tag in rest if tag in HEADINGS or tag == "table"), None) != "table":
            yield "a chart without a table after it in its section", at(node)


def is_chart(svg):
    return svg.has_class("chart") or svg.attrs.get("role") == "img"


def captions(page):
    for table in page.all("table"):
        found = next((node for node in table.children if node.tag == "caption"), None)
        if found is None or not found.text():
            yield "a table without a caption", at(table)
