"""What a page becomes on paper."""

import io
import unicodedata

import pypdf

PAGES_OF_A_UNIT = 6


def squashed(text):
    """Text without white space: where lines break on paper does not matter."""
    return "".join(unicodedata.normalize("NFC", text).split())


def problems(tab, template):
    sheets = [sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(tab.pdf(format="A4"))).pages]
    wanted = tab.eval_on_selector_all("h1, caption", "nodes => nodes.map((node) => node.textContent)")
    yield from missing(wanted, "".join(sheets))
    yield from too_long(len(sheets), template)


def missing(wanted, text):
    paper = squashed(text)
    for words in wanted:
        if squashed(words) not in paper:
            yield f"the paper lacks '{' '.join(words.split())}'", ""


def too_long(sheets, template):
    if template == "unit" and sheets > PAGES_OF_A_UNIT:
        yield f"{sheets} sheets of A4; at most {PAGES_OF_A_UNIT}", ""
