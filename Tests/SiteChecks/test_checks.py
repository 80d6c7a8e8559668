"""Every check that needs no browser is shown to pass what is right and to find what is wrong."""

import unittest

import check
import printing
import privacy
import report
import selftest
import weight
import wording
from page import Page

GOOD = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Xã bịa ra</title></head><body>
<a href="#noi-dung">Chuyển đến nội dung</a><main id="noi-dung"><h1>Xã bịa ra</h1>
<p>Còn 2,31\u00a0% (52 trên 2.251 hộ).</p>
<svg class="chart" aria-labelledby="t d"><title id="t">Tỷ lệ</title><desc id="d">2,31\u00a0%</desc></svg>
<table><caption>Số liệu</caption><tbody><tr><th scope="row">2024</th><td>2,31\u00a0%</td></tr></tbody></table>
</main><footer><p>Liên hệ: 0123 456 789.</p></footer></body></html>"""

# For each check of a page: what is put in place of what, and a part of what it must say.
BAD = {
    "well formed": [
        ("</p>\n<svg", "\n<svg", "while <p> is open"),
        ('id="d"', 'id="t"', "used twice"),
        ('="t d"', '="t x"', "which no element has"),
        ("<main ", '<main id="a" ', "attribute id twice"),
        ("</body></html>", "", "never closed"),
        ("</footer>", "</footer></i>", "closes nothing"),
    ],
    "html syntax": [
        ("<p>Còn", "<p><p><div></p></div>Còn", "end tag"),
        ("<caption>", "<p></p><caption>", "table"),
    ],
    "one h1": [("<p>Còn", "<h1>Hai</h1><p>Còn", "2 h1"), (">Xã bịa ra</h1>", "></h1>", "is empty")],
    "language": [('lang="vi"', 'lang="en"', "'en'"), (' lang="vi"', "", "None")],
    "title": [("<title>Xã bịa ra</title>", "", "no title"), ("<title>Xã bịa ra", "<title> ", "empty")],
    "skip link in markup": [
        ("#noi-dung", "#khac", "does not lead to main"),
        (' id="noi-dung"', "", "no main"),
    ],
    "no scripts": [
        ("<p>Còn", "<script></script><p>Còn", "a script"),
        ("<h1", '<h1 onclick="a()"', "handler"),
        ("#noi-dung", "javascript:a()", "javascript:"),
    ],
    "charts": [
        ('<title id="t">Tỷ lệ</title>', "", "without a title"),
        ("2,31\u00a0%</desc>", "</desc>", "a desc"),
        ('"t d"', '"t"', "leaves out its desc"),
        ("</svg>", "</svg><h2>Khác</h2>", "table after it"),
    ],
    "captions": [
        ("<caption>Số liệu</caption>", "", "without"),
        ("Số liệu</caption>", "</caption>", "without"),
    ],
    "unfilled words": [
        ("trên 2.251", "trên {whole}", "'{whole}'"),
        ("<main ", '<main title="{{ a }}" ', "'{{'"),
    ],
    "numbers": [
        ("Còn 2,31", "Còn 2.31", "decimal point"),
        ("2.251 hộ", "2,251 hộ", "part thousands"),
        ("Còn 2,31\u00a0%", "Còn 2,31 %", "an ordinary space"),
        ("Còn 2,31\u00a0%", "Còn 2,31%", "no space"),
        ("2.251 hộ", "2.5 hộ", "decimal point"),
        ("Còn 2,31\u00a0%", "Còn 2,31\n%", "an ordinary space"),
    ],
    "numbers of people": [
        ("52 trên", "001234567890 trên", "twelve digits"),
        ("52 trên", "0912 345 678", "telephone"),
        ("52 trên", "+84 912.345.678 trên", "telephone"),
        ("<main ", '<main title="0912345678" ', "tele"),
        ("</head>", '<script type="application/ld+json">"001234567890"</script></head>', "twelve"),
    ],
}


def whats(problems):
    return " | ".join(what for what, _ in problems)


class Pages(unittest.TestCase):
    def test_a_good_page_passes_every_check(self):
        for name, one in check.PAGE_CHECKS.items():
            self.assertEqual(list(one(Page("a/index.html", GOOD.encode()))), [], name)

    def test_every_check_finds_what_is_wrong(self):
        self.assertEqual(set(BAD), set(check.PAGE_CHECKS))
        for name, cases in BAD.items():
            for old, new, said in cases:
                with self.subTest(name, new=new):
                    self.assertIn(old, GOOD)
                    page = Page("a/index.html", GOOD.replace(old, new, 1).encode())
                    self.assertIn(said, whats(check.PAGE_CHECKS[name](page)))

    def test_what_only_looks_like_a_wrong_number_passes(self):
        for text in [
            "31.12.2024",
            "1.225 hộ",
            "a%20b",
            "2,499\u202f%",
            "Mục I.2 hộ",
            "bản 2024-12.1",
            "94277000000",
            "3f001234567890ab",
            "01-02-2024",
            "0123 456 789",
        ]:
            page = Page("a.html", GOOD.replace("52 trên", text + " trên").encode())
            self.assertEqual(list(wording.numbers(page)) + list(privacy.numbers_of_people(page)), [], text)

    def test_braces_of_quoted_code_are_no_unfilled_words(self):
        for text, count in [("0[0-9]{11}", 0), ("{ factor: 1000 }", 0), ("{{ a }}", 2)]:
            page = Page("a.html", GOOD.replace("52 trên", f"<code>{text}</code> trên").encode())
            self.assertEqual(len(list(wording.unfilled(page))), count, text)

    def test_text_keeps_its_no_break_space(self):
        page = Page("a.html", "<p>2,31\u00a0%\n  là <b>ít</b></p>".encode())
        self.assertEqual(page.root.text(), "2,31\u00a0% là ít")


class Files(unittest.TestCase):
    def test_encoding(self):
        self.assertEqual(list(wording.encoding("a", "Tỷ lệ hộ nghèo".encode())), [])
        for raw, said in [
            (b"\xff", "not UTF-8"),
            ("ho\u0323".encode(), "U+0323"),
            ("\u212b".encode(), "NFC"),
        ]:
            self.assertIn(said, whats(wording.encoding("a", raw)))

    def test_xml(self):
        self.assertEqual(list(wording.xml_syntax("a.svg", b"<svg/>")), [])
        self.assertIn("not well-formed", whats(wording.xml_syntax("a.svg", b"<svg>")))

    def test_weight(self):
        noise = bytes((i * i * 7919 >> 7) % 251 for i in range(weight.PAGE_GZIP * 3))
        self.assertEqual(list(weight.page_weight("unit", b"a" * weight.PAGE_RAW)), [])
        self.assertEqual(list(weight.page_weight("targets", b"a" * weight.LIST_RAW)), [])
        self.assertIn("at most 40,960", whats(weight.page_weight("unit", b"a" * (weight.PAGE_RAW + 1))))
        self.assertIn("in gzip", whats(weight.page_weight("target", noise)))
        self.assertIn("at most 153,600", whats(weight.page_weight("home", b"a" * (weight.LIST_RAW + 1))))
        self.assertIn("in gzip", whats(weight.css_weight(noise)))

    def test_numbers_of_people_in_data(self):
        self.assertEqual(list(privacy.in_fields("a.csv", b"id,n\n0123,2024-01-01\n")), [])
        for path, raw in [
            ("a.csv", b"id\n001234567890\n"),
            ("a.csv", b"id\n0912345678\n"),
            ("a.json", b'[{"a": ["001234567890"]}]'),
        ]:
            self.assertTrue(list(privacy.in_fields(path, raw)), raw)

    def test_paper(self):
        self.assertEqual(list(printing.missing(["Xã  bịa ra"], "Xã bịa\nra 1")), [])
        self.assertIn("lacks 'Xã'", whats(printing.missing(["Xã"], "Xa")))
        self.assertEqual(list(printing.too_long(7, "plan")) + list(printing.too_long(6, "unit")), [])
        self.assertIn("7 sheets", whats(printing.too_long(7, "unit")))


class Reports(unittest.TestCase):
    def test_counts_and_lines(self):
        one = report.Report()
        one.add("links", "a.html", [])
        self.assertTrue(one.is_clean)
        one.add("links", "b.html", [("leads nowhere", f"line {i}") for i in range(20)])
        lines = list(one.lines())
        self.assertFalse(one.is_clean)
        self.assertIn("  b.html: leads nowhere [line 0]", lines)
        self.assertIn("  … and 8 more", lines)
        self.assertEqual(lines[-1], "1 passed, 1 failed")

    def test_the_self_test_can_fail(self):
        pairs = selftest.expected("# words\naxe: image-alt\nlinks: line 1\n")
        found = {"axe": [("a", "image-alt: words", "")], "links": [("a", "x", "line 1")]}
        self.assertEqual(selftest.lacking(pairs, found), [])
        self.assertEqual(selftest.lacking(pairs, {"axe": [("a", "other", "")]}), pairs)
        self.assertEqual(selftest.silent(["axe", "print"], found), ["print"])
