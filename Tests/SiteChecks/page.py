"""Reads a page into a small tree, so that checks can ask about it."""

from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
UNSEEN = frozenset(["script", "style", "template"])
# Attributes whose value a reader sees or hears.
WORDED = ("alt", "aria-label", "placeholder", "title")


class Node:
    """An element, or a piece of text, whose tag is `#text`."""

    __slots__ = ("tag", "attrs", "children", "parent", "line", "data")

    def __init__(self, tag, attrs, parent, line, data=""):
        self.tag, self.attrs, self.parent, self.line, self.data = tag, attrs, parent, line, data
        self.children = []
        if parent is not None:
            parent.children.append(self)

    def walk(self):
        """This node and everything in it, in the order of the page."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))

    def all(self, *tags):
        return [node for node in self.walk() if node.tag in tags]

    def first(self, tag):
        return next((node for node in self.walk() if node.tag == tag), None)

    def text(self):
        """Its text, with every run of white space as one space; a no-break space stays what it is."""
        joined = "".join(node.data for node in self.walk() if node.tag == "#text")
        return " ".join(part for part in joined.replace("\n", " ").replace("\t", " ").split(" ") if part)

    def has_class(self, name):
        return name in self.attrs.get("class", "").split()

    def ancestor(self, *tags):
        node = self.parent
        while node is not None and node.tag not in tags:
            node = node.parent
        return node


class Reader(HTMLParser):
    """Builds the tree and notes tags that do not pair."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self.place = Node("#root", {}, None, 1)
        self.problems = []

    def handle_starttag(self, tag, attrs):
        node = self.leaf(tag, attrs)
        if tag not in VOID:
            self.place = node

    def handle_startendtag(self, tag, attrs):
        node = self.leaf(tag, attrs)
        if tag not in VOID and node.ancestor("svg") is None:
            self.note(f"<{tag}/> does not close itself in HTML")

    def leaf(self, tag, attrs):
        names = [name for name, _ in attrs]
        for name in sorted({name for name in names if names.count(name) > 1}):
            self.note(f"<{tag}> has the attribute {name} twice")
        return Node(tag, {name: value or "" for name, value in attrs}, self.place, self.getpos()[0])

    def handle_endtag(self, tag):
        open_tags = []
        node = self.place
        while node.parent is not None and node.tag != tag:
            open_tags.append(node.tag)
            node = node.parent
        if node.parent is None:
            self.note(f"</{tag}> closes nothing")
            return
        if open_tags:
            self.note(f"</{tag}> comes while <{open_tags[0]}> is open")
        self.place = node.parent

    def handle_data(self, data):
        Node("#text", {}, self.place, self.getpos()[0], data)

    def close(self):
        super().close()
        if self.place is not self.root:
            self.note(f"<{self.place.tag}> is never closed")

    def note(self, what):
        self.problems.append((what, f"line {self.getpos()[0]}"))


class Page:
    """One HTML file."""

    def __init__(self, path, raw):
        self.path, self.raw = path, raw
        reader = Reader()
        reader.feed(raw.decode("utf-8", errors="replace"))
        reader.close()
        self.root, self.syntax = reader.root, reader.problems
        self.nodes = list(self.root.walk())

    def all(self, *tags):
        return [node for node in self.nodes if node.tag in tags]

    def ids(self):
        return [node.attrs["id"] for node in self.nodes if "id" in node.attrs]

    def title(self):
        node = next((node for node in self.all("title") if node.ancestor("svg") is None), None)
        return node.text() if node else ""

    def texts(self, unseen=False):
        """(node, text) for all that a reader sees or hears; with `unseen` also what scripts would read."""
        for node in self.nodes:
            if node.tag == "#text":
                if node.data.strip() and (unseen or node.parent.tag not in UNSEEN):
                    yield node, node.data
                continue
            for name in WORDED:
                if node.attrs.get(name):
                    yield node, node.attrs[name]
            if node.tag == "meta" and node.attrs.get("name", node.attrs.get("property")) not in (
                None,
                "viewport",
            ):
                yield node, node.attrs.get("content", "")
