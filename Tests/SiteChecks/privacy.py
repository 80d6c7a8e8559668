"""Looks for what no page may hold: numbers of identity cards and of telephones.

A canary and no proof: that nobody can be recognised is held where figures are protected.
"""

import csv
import io
import json
import re

TWELVE_DIGITS = re.compile(r"(?<!\w)\d{12}(?!\w)")
PHONE = re.compile(r"(?<![\w.,/+-])(?:\+84|0)(?:[ .\u00a0-]?\d){8,10}(?!\w)")
CARD_FIELD = re.compile(r"0\d{11}")


def digits(text):
    return re.sub(r"\D", "", text)


def contacts(page):
    """The telephone numbers that a page's footer gives, as digits."""
    return {
        digits(match.group())
        for node, text in page.texts()
        if node.ancestor("footer")
        for match in PHONE.finditer(text)
    }


def numbers_of_people(page):
    """The telephone of the footer may be repeated, every other number is a fault."""
    allowed = contacts(page)
    for node, text in page.texts(unseen=True):
        for match in TWELVE_DIGITS.finditer(text):
            yield "a number of twelve digits, as identity cards have", f"line {node.line}"
        for match in PHONE.finditer(text):
            if digits(match.group()) not in allowed:
                yield "what looks like a telephone number", f"line {node.line}"


def in_fields(path, raw):
    """The same for a file of data, field by field."""
    for place, field in fields(path, raw):
        if CARD_FIELD.fullmatch(field):
            yield "a number as identity cards have", place
        elif PHONE.fullmatch(field):
            yield "what looks like a telephone number", place


def fields(path, raw):
    text = raw.decode("utf-8-sig", errors="replace")
    if path.endswith(".csv"):
        for row, cells in enumerate(csv.reader(io.StringIO(text, newline="")), 1):
            yield from ((f"row {row}", cell.strip()) for cell in cells)
    elif path.endswith(".json"):
        yield from json_strings(text)


def json_strings(text):
    try:
        waiting = [json.loads(text)]
    except ValueError:
        return
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, str):
            yield "", value.strip()
