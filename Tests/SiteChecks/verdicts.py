"""Whether the verdicts on the pages are those of the files to download, and everywhere the same."""

import csv
import re
from pathlib import Path

from downloads import HOME, rows_of
from links import resolve

THEME_WORDS = Path(__file__).resolve().parents[2] / "site" / "words.vi.yaml"
VERDICT_COLUMNS = ("danh_gia", "verdict")
TARGET_COLUMNS = ("ma_chi_tieu", "chi_tieu", "target_id", "target", "id")
PLAN_COLUMNS = ("ma_ke_hoach", "ke_hoach", "plan_id", "plan")
TARGET_FOLDER = "chi-tieu/"


def words(path=THEME_WORDS):
    """The theme's word of every verdict, by its key: the block `verdict:` of the words."""
    block = re.search(r"^verdict:\n((?:  .*\n)+)", path.read_text("utf-8"), re.MULTILINE)
    pairs = re.findall(r"^  ([\w-]+): *(.+?) *$", block.group(1), re.MULTILINE) if block else []
    return {key: plain(word.strip("\"'")) for key, word in pairs}


def plain(word):
    """A verdict without what stands in brackets after it."""
    return re.sub(r"[ \u00a0]*\(.*\)$", "", word).strip()


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def marks(node):
    return [plain(found.text()) for found in node.walk() if found.tag == "span" and found.has_class("st")]


def shown(page):
    """The verdict at the top of the page of a target, before its first section."""
    for node in page.nodes:
        if node.tag == "h2":
            return None
        if node.tag == "span" and node.has_class("st") and node.ancestor("main"):
            return plain(node.text())
    return None


def rows(page):
    """(path of the target, its verdict, line) for every row of a table that has both."""
    for row in page.all("tr"):
        words_here = marks(row)
        heads = [node for node in row.children if node.tag == "th"]
        links = [node for head in heads for node in head.all("a") if "href" in node.attrs]
        if len(words_here) == 1 and len(links) == 1:
            path, _ = resolve(page.path, links[0].attrs["href"])
            if path and path.startswith(TARGET_FOLDER):
                yield path, words_here[0], row.line


def keys_of(page):
    """What a target may be called in a file, likeliest first: its folder, then what its page defines."""
    parts = page.path.removeprefix(TARGET_FOLDER).split("/")[:-1]
    return [slug("/".join(parts)), slug(parts[-1] if parts else "")] + [
        slug(node.text()) for node in page.all("dd")
    ]


class Entry:
    """One target of a file: every verdict given to it, one for each reading of its words."""

    def __init__(self):
        self.verdicts, self.is_shown = [], False


class VerdictTable:
    """The verdicts of the files to download."""

    def __init__(self, header, body, columns):
        verdict, target, plan = (header.index(name) if name else None for name in columns)
        self.entries = {}
        for row in body:
            name = (row[plan] if plan is not None else "", row[target])
            self.entries.setdefault(name, Entry()).verdicts.append(row[verdict])
        self.by_key = {}
        for (plan_name, target_name), entry in self.entries.items():
            for key in {slug(target_name), slug(f"{plan_name}-{target_name}")}:
                self.by_key.setdefault(key, []).append(entry)

    def find(self, keys):
        """The only entry that the first fitting key names."""
        return next((self.by_key[key][0] for key in keys if len(self.by_key.get(key, ())) == 1), None)

    def not_shown(self):
        return [" ".join(filter(None, name)) for name, entry in self.entries.items() if not entry.is_shown]


def find_table(folder):
    """The first file to download with the verdicts, and what is wrong when there is none."""
    headers = []
    for path in folder.files:
        if not (path.startswith(HOME) and path.endswith(".csv")):
            continue
        try:
            header, body = rows_of(folder.read(path))
        except (UnicodeDecodeError, csv.Error):
            continue
        columns = [
            next((name for name in names if name in header), None)
            for names in (VERDICT_COLUMNS, TARGET_COLUMNS, PLAN_COLUMNS)
        ]
        if columns[0] and columns[1]:
            return VerdictTable(header, [row for row in body if len(row) == len(header)], columns), []
        headers.append(f"{path}: {', '.join(header)}")
    expected = f"one of {', '.join(VERDICT_COLUMNS)} and one of {', '.join(TARGET_COLUMNS)}"
    return None, [(f"no CSV file has the columns {expected}", "; ".join(headers))]


def against_table(page, table, known):
    """The verdict of a target's page is that of the file; either gives it by key or by word."""
    word = shown(page)
    if word is None:
        yield "no verdict before the first section", ""
        return
    for other in sorted({word, *marks(page.root)} - set(known.values())):
        yield f"'{other}' is no verdict of the theme", ""
    entry = table.find(keys_of(page)) if table else None
    if table and entry is None:
        yield "no file to download has this target", ""
    if entry is None:
        return
    entry.is_shown = True
    said = {plain(known.get(value, value)) for value in entry.verdicts}
    if word not in said:
        yield f"shows '{word}' where the file says {', '.join(sorted(said))}", ""
    for other in sorted(said - set(marks(page.root))):
        yield f"does not show '{other}', which the file says of one reading", ""


def same_everywhere(found, by_path):
    """A row that names a target shows the verdict of its page. `found` is what `rows` gives."""
    for path, word, line in found:
        if by_path.get(path) != word:
            yield f"shows '{word}' where {path} shows '{by_path.get(path)}'", f"line {line}"
