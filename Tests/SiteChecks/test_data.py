"""The same for the files to download and for the verdicts."""

import json
import tempfile
import unittest
from pathlib import Path

import check
import downloads
import verdicts
from folder import Folder
from page import Page

CSV = b"chi_tieu,ke_hoach,danh_gia\r\nHD-01,hd,met\r\nHD-02,hd,no-data\r\n"
JSON = b'[{"chi_tieu": "HD-01"}, {"chi_tieu": "HD-02"}]'
KNOWN = {"met": "Đạt", "not-met": "Chưa đạt", "no-data": "Chưa có số liệu"}


def whats(problems):
    return " | ".join(what for what, _ in problems)


def target(path, word, besides=""):
    return Page(
        path,
        f"""<main><h1>A</h1><p><span class="st dat"><svg></svg>{word}</span></p>{besides}
<h2>B</h2><p><span class="st">Chưa đạt (79\u00a0%)</span></p></main>""".encode(),
    )


class Downloads(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.root = Path(place.name)
        (self.root / "du-lieu").mkdir()
        self.write("a.csv", CSV)
        self.write("a.json", JSON)

    def write(self, name, raw):
        (self.root / "du-lieu" / name).write_bytes(raw)

    def describe(self, **changes):
        entries = [
            {"name": name, "path": name, "bytes": len(raw), "hash": "sha256:" + downloads.sha256(raw)}
            for name, raw in [("a.csv", CSV), ("a.json", JSON)]
        ]
        entries[0].update(changes)
        self.write("datapackage.json", json.dumps({"resources": entries}).encode())

    def problems(self):
        entries, problems = downloads.description(Folder(self.root))
        return whats(problems + list(downloads.described(Folder(self.root), entries)))

    def test_a_true_description(self):
        self.describe()
        self.assertEqual(self.problems(), "")

    def test_a_false_description(self):
        for changes, said in [
            ({"bytes": 1}, "says bytes 1"),
            ({"hash": "sha256:0"}, "says hash"),
            ({"path": "b.csv"}, "not there"),
            ({"path": "b.csv"}, "does not name"),
            ({"name": "a.json"}, "used twice"),
            ({"path": "a.json"}, "named twice"),
        ]:
            self.describe(**changes)
            self.assertIn(said, self.problems())

    def test_a_description_that_cannot_be_read(self):
        self.assertIn("no such file", self.problems())
        for raw in [b"{", b"{}", b'{"resources": [{}]}', b"[]"]:
            self.write("datapackage.json", raw)
            self.assertIn("not a description", self.problems())

    def test_csv_and_its_twin(self):
        self.assertEqual(list(downloads.csv_shape(b"\xef\xbb\xbf" + CSV)), [])
        for raw, said in [
            (b"a,b\n1\n", "1 columns"),
            (b'a\n"1', "cannot be read"),
            (b"a,a\n", "a name twice"),
            (b"", "empty name"),
            (b"a\n\xff", "cannot be read"),
        ]:
            self.assertIn(said, whats(downloads.csv_shape(raw)))
        self.assertEqual(list(downloads.twin(CSV, JSON)), [])
        self.assertEqual(list(downloads.twin(CSV, b'{"items": ' + JSON + b"}")), [])
        for raw, said in [(b"[]", "0 items"), (b"{", "cannot be read"), (b'[{"x": 1}, {}]', "has not: x")]:
            self.assertIn(said, whats(downloads.twin(CSV, raw)))

    def test_printed_hashes(self):
        row = '<table><tr><th><a href="{}">a</a></th><td>{}</td></tr></table>'
        for name, number, said in [
            ("a.csv", downloads.sha256(CSV), ""),
            ("a.csv", "0" * 64, "not that of"),
            ("a.csv", "", "no hash"),
            ("b.csv", downloads.sha256(CSV), "not that of"),
            ("index.html", "", ""),
        ]:
            page = Page("du-lieu/index.html", row.format(name, number).encode())
            found = whats(downloads.printed_hashes(Folder(self.root), page))
            (self.assertIn if said else self.assertEqual)(said, found)

    def test_verdicts_of_the_file(self):
        table, problems = verdicts.find_table(Folder(self.root))
        self.assertEqual(problems, [])
        for page, said in [
            (target("chi-tieu/hd-01/index.html", "Đạt"), ""),
            (target("chi-tieu/hd/03/index.html", "Đạt"), "no file to download"),
            (target("chi-tieu/b/index.html", "Đạt", "<dl><dd>HD-01</dd></dl>"), ""),
            (target("chi-tieu/hd-hd-01/index.html", "Đạt"), ""),
            (target("chi-tieu/hd-02/index.html", "Đạt"), "shows 'Đạt' where the file says Chưa có số liệu"),
            (target("chi-tieu/hd-01/index.html", "Tốt"), "no verdict of the theme"),
            (Page("chi-tieu/hd-01/index.html", b"<main><h1>A</h1><h2>B</h2></main>"), "no verdict before"),
        ]:
            found = whats(verdicts.against_table(page, table, KNOWN))
            (self.assertIn if said else self.assertEqual)(said, found)
        self.assertEqual(table.not_shown(), [])

    def test_a_target_without_a_page_is_told(self):
        table, _ = verdicts.find_table(Folder(self.root))
        list(verdicts.against_table(target("chi-tieu/hd-01/index.html", "Đạt"), table, KNOWN))
        self.assertEqual(table.not_shown(), ["hd HD-02"])

    def test_two_readings_are_both_shown(self):
        body = [["A-1", "met"], ["A-1", "not-met"], ["A-2", "met"], ["A-2", "no-data"]]
        table = verdicts.VerdictTable(["chi_tieu", "danh_gia"], body, ["danh_gia", "chi_tieu", None])
        both = verdicts.against_table(target("chi-tieu/a-1/index.html", "Đạt"), table, KNOWN)
        one = verdicts.against_table(target("chi-tieu/a-2/index.html", "Đạt"), table, KNOWN)
        self.assertEqual(whats(both), "")
        self.assertIn("does not show 'Chưa có số liệu'", whats(one))

    def test_a_name_that_two_plans_use_is_not_enough(self):
        table = verdicts.VerdictTable(
            ["plan", "id", "verdict"], [["a", "1", "met"], ["b", "1", "no-data"]], ["verdict", "id", "plan"]
        )
        self.assertIsNone(table.find(["1"]))
        self.assertEqual(table.find(["b-1", "1"]).verdicts, ["no-data"])

    def test_missing_columns_are_named(self):
        self.write("a.csv", b"a,b\n")
        table, problems = verdicts.find_table(Folder(self.root))
        self.assertIsNone(table)
        self.assertIn("danh_gia, verdict", whats(problems))

    def test_the_theme_has_words_for_verdicts(self):
        words = verdicts.words()
        self.assertEqual(words["met"], "Đạt")
        self.assertEqual(words["not-met-share"], words["not-met"])

    def test_rows_show_the_verdict_of_the_page(self):
        page = Page(
            "index.html",
            """<table><tr><th><a href="chi-tieu/a/index.html">A</a></th>
<td><span class="st">Đạt</span></td></tr></table>""".encode(),
        )
        rows = list(verdicts.rows(page))
        self.assertEqual(list(verdicts.same_everywhere(rows, {"chi-tieu/a/index.html": "Đạt"})), [])
        self.assertIn(
            "shows 'Chưa đạt'", whats(verdicts.same_everywhere(rows, {"chi-tieu/a/index.html": "Chưa đạt"}))
        )


class Whole(unittest.TestCase):
    def test_an_empty_folder_misses_everything(self):
        with tempfile.TemporaryDirectory() as place:
            report = check.checked(place, is_partial=False, with_browser=False)
        self.assertIn("templates", report.violations)
        self.assertIn("description", report.violations)
        self.assertIn("verdict file", report.violations)

    def test_two_pages_with_one_title(self):
        with tempfile.TemporaryDirectory() as place:
            for name in ["a.html", "b.html"]:
                (Path(place) / name).write_text("<title>A</title>", "utf-8")
            report = check.checked(place, is_partial=True, with_browser=False)
        self.assertIn("unique titles", report.violations)
