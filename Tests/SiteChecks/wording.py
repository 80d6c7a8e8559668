"""How text is written: encoding, words that were not filled in, numbers."""

import re
import unicodedata
import xml.etree.ElementTree

TEXT_FILES = (
    ".html",
    ".css",
    ".csv",
    ".json",
    ".jsonld",
    ".xml",
    ".atom",
    ".svg",
    ".txt",
    ".md",
    ".webmanifest",
)
XML_FILES = (".xml", ".atom", ".svg")
# The marks that Vietnamese letters are composed of; composed text has none.
LOOSE_MARK = re.compile("[\u0300-\u0323]")
UNFILLED = re.compile(r"\{\{|\}\}|\{[^{}]{0,40}\}")
# In code single braces are part of what is quoted, such as a condition of a rule.
UNFILLED_CODE = re.compile(r"\{\{|\}\}")
NUMBERS = [
    (
        re.compile(r"\d\.\d{1,2}[ \u00a0\u202f]?(?:%|điểm|hộ|người|triệu|tỷ)"),
        "a decimal point where a comma must be",
    ),
    (
        re.compile(r"(?<!\d)\d{1,3},\d{3}[ \u00a0\u202f](?:hộ|người)"),
        "a comma where a dot must part thousands",
    ),
    (re.compile(r"[ \t\r\n]%"), "an ordinary space before %"),
    (re.compile(r"\d%(?![0-9A-Fa-f]{2})"), "no space before %"),
]


def around(text, match):
    """The words about a match, for a reader to find the place."""
    return " ".join(text[max(0, match.start() - 20) : match.end() + 10].split())


def unfilled(page):
    """A parameter of a word that no value was put in for."""
    for node, text in page.texts():
        in_code = node.tag == "#text" and node.parent.tag == "code"
        for match in (UNFILLED_CODE if in_code else UNFILLED).finditer(text):
            yield f"'{match.group()}' stands in the text", f"line {node.line}: {around(text, match)}"


def numbers(page):
    for node, text in page.texts():
        for pattern, what in NUMBERS:
            for match in pattern.finditer(text):
                yield what, f"line {node.line}: {around(text, match)}"


def encoding(path, raw):
    """A text file is UTF-8 in NFC, without loose marks."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        yield "not UTF-8", f"byte {error.start}"
        return
    mark = LOOSE_MARK.search(text)
    if mark:
        line = text.count("\n", 0, mark.start()) + 1
        yield f"a loose mark U+{ord(mark.group()):04X}", f"line {line}: {around(text, mark)}"
    elif not unicodedata.is_normalized("NFC", text):
        yield "not in NFC", ""


def xml_syntax(path, raw):
    try:
        xml.etree.ElementTree.fromstring(raw)
    except xml.etree.ElementTree.ParseError as error:
        yield f"not well-formed XML: {error}", ""
