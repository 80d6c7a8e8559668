"""What a site's folder holds: its files, which template a page is of, and which pages the browser visits."""

from pathlib import Path

# The pages that stand alone, and the folders with a page for each thing in them.
ALONE = {
    "index.html": "home",
    "404.html": "not found",
    "ke-hoach/index.html": "plans",
    "chi-tieu/index.html": "targets",
    "don-vi/index.html": "units",
    "du-lieu/index.html": "data",
    "phuong-phap/index.html": "method",
    "chua-co-so-lieu/index.html": "missing",
    "thay-doi/index.html": "changes",
    "ve-trang-nay/index.html": "about",
}
MANY = {"ke-hoach": "plan", "chi-tieu": "target", "don-vi": "unit"}
TEMPLATES = [*ALONE.values(), *MANY.values()]
VISITED_BESIDES = 30


def template_of(path):
    """The template of the page at a path, by the shape of the path."""
    if path in ALONE:
        return ALONE[path]
    first, _, rest = path.partition("/")
    return MANY.get(first, "other") if rest else "other"


class Folder:
    """The files of a built site."""

    def __init__(self, root):
        self.root = Path(root).resolve()
        found = sorted(path for path in self.root.rglob("*") if path.is_file())
        self.sizes = {path.relative_to(self.root).as_posix(): path.stat().st_size for path in found}
        self.files = list(self.sizes)
        self.pages = [path for path in self.files if path.endswith(".html")]

    def read(self, path):
        return (self.root / path).read_bytes()

    def by_template(self):
        groups = {}
        for path in self.pages:
            groups.setdefault(template_of(path), []).append(path)
        return groups


def choose(groups, sizes, besides=VISITED_BESIDES):
    """The pages the browser visits: the largest of each template, and `besides` others.

    The others are shared out over the templates that have pages left, and stand evenly in the order of paths.
    The same site gives the same pages.
    """
    largest = {name: max(paths, key=lambda path: (sizes[path], path)) for name, paths in groups.items()}
    left = {name: [path for path in paths if path != largest[name]] for name, paths in groups.items()}
    taken = []
    # The smallest groups first: what they cannot fill goes to the larger ones.
    waiting = sorted((name for name in left if left[name]), key=lambda name: (len(left[name]), name))
    for place, name in enumerate(waiting):
        share = (besides - len(taken)) // (len(waiting) - place)
        taken += evenly(left[name], share)
    return sorted(largest.values()), sorted(taken)


def evenly(paths, count):
    """`count` of the paths, from the first on, at even distances."""
    count = min(count, len(paths))
    return [paths[place * len(paths) // count] for place in range(count)]
