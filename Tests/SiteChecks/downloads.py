"""Whether the files to download are what their description says."""

import csv
import hashlib
import io
import json
import re

HOME = "du-lieu/"
DESCRIPTION = HOME + "datapackage.json"
# Pages and descriptions of the folder, which no description names.
NOT_DATA = (HOME + "index.html", DESCRIPTION)
HEX = re.compile(r"[0-9a-f]{64}")
FILES = (".csv", ".json", ".jsonld", ".zip", ".txt", ".md")


def sha256(raw):
    return hashlib.sha256(raw).hexdigest()


def description(folder):
    """The resources of the description by path, and what is wrong with it."""
    if DESCRIPTION not in folder.sizes:
        return {}, [("there is no such file", "")]
    try:
        package = json.loads(folder.read(DESCRIPTION))
        listed = package["resources"]
        found = {HOME + entry["path"]: entry for entry in listed}
    except (ValueError, KeyError, TypeError) as error:
        return {}, [(f"not a description with resources that have a path: {error!r}", "")]
    problems = [] if len(found) == len(listed) else [("a path is named twice", "")]
    names = [entry.get("name") for entry in listed]
    for name in sorted({str(name) for name in names if names.count(name) > 1 or not name}):
        problems.append((f"the name {name} is missing or used twice", ""))
    return found, problems


def described(folder, entries):
    """Every file of the folder is named, with its bytes and hash."""
    for path in folder.files:
        if path.startswith(HOME) and path not in NOT_DATA and path not in entries:
            yield "does not name a file of the folder", path
    for path, entry in entries.items():
        if path not in folder.sizes:
            yield "names a file that is not there", path
            continue
        raw = folder.read(path)
        if entry.get("bytes") != len(raw):
            yield f"says bytes {entry.get('bytes')} where there are {len(raw)}", path
        if str(entry.get("hash", "")).lower().removeprefix("sha256:") != sha256(raw):
            yield f"says hash {entry.get('hash')} where sha256 is {sha256(raw)}", path


def rows_of(raw):
    """The header and the rows of a CSV file, strictly read."""
    text = raw.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    return (rows[0] if rows else []), rows[1:]


def csv_shape(raw):
    try:
        header, rows = rows_of(raw)
    except (UnicodeDecodeError, csv.Error) as error:
        yield f"cannot be read: {error}", ""
        return
    if not header or not all(header) or len(set(header)) != len(header):
        yield "the header has an empty name, or a name twice", "row 1"
    for number, row in enumerate(rows, 2):
        if len(row) != len(header):
            yield f"{len(row)} columns where the header has {len(header)}", f"row {number}"


def items_of(raw):
    """The items of a JSON file: a list, or the longest list of an object."""
    value = json.loads(raw)
    if isinstance(value, dict):
        value = max((part for part in value.values() if isinstance(part, list)), key=len, default=None)
    if not isinstance(value, list):
        raise ValueError("neither a list nor an object with one")
    return value


def twin(csv_raw, json_raw):
    """The JSON file beside a CSV file has as many items, with the same names."""
    try:
        header, rows = rows_of(csv_raw)
        items = items_of(json_raw)
    except (UnicodeDecodeError, csv.Error, ValueError) as error:
        yield f"cannot be read: {error}", ""
        return
    if len(items) != len(rows):
        yield f"{len(items)} items where the CSV file has {len(rows)} rows", ""
    for number, item in enumerate(items, 1):
        unknown = sorted(set(item) - set(header)) if isinstance(item, dict) else ["no object"]
        if unknown:
            yield f"has what the CSV file has not: {', '.join(unknown)}", f"item {number}"
            return


def printed_hashes(folder, page):
    """Beside a link to a file, the page of data prints the hash of that file."""
    for row in page.all("tr"):
        link = next((node.attrs["href"] for node in row.all("a") if "href" in node.attrs), "")
        hashes = [cell.text() for cell in row.all("td") if HEX.fullmatch(cell.text())]
        path = HOME + link
        if not hashes and link.endswith(FILES):
            yield f"prints no hash of '{link}'", f"line {row.line}"
        for printed in hashes:
            if path not in folder.sizes or sha256(folder.read(path)) != printed:
                yield f"prints a hash that is not that of '{link}'", f"line {row.line}"
