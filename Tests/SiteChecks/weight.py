"""How heavy pages may be, so that they open on an old phone."""

import gzip

KB = 1024
ONE_THING = ("plan", "target", "unit")
PAGE_RAW, PAGE_GZIP, LIST_RAW, CSS_GZIP = 40 * KB, 9 * KB, 150 * KB, 6 * KB
REQUESTS = 4


def packed(raw):
    return len(gzip.compress(raw, 6, mtime=0))


def page_weight(template, raw):
    """A page about one thing is small; lists may be longer."""
    limit = PAGE_RAW if template in ONE_THING else LIST_RAW
    if len(raw) > limit:
        yield f"{len(raw):,} bytes; at most {limit:,}", ""
    if template in ONE_THING and packed(raw) > PAGE_GZIP:
        yield f"{packed(raw):,} bytes in gzip; at most {PAGE_GZIP:,}", ""


def css_weight(raw):
    if packed(raw) > CSS_GZIP:
        yield f"{packed(raw):,} bytes in gzip; at most {CSS_GZIP:,}", ""
