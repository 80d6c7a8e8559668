import Diagnostics
import Pipelines
import StageKit
import Testing

/// What is said of a row: what is wrong, where, and how to mend it, in both languages.
@Suite struct MessageTests {
  @Test(
    arguments: [
      (
        "a: int", "", "- { id: R1, column: a, required: true }",
        "R1: 'a' phải có giá trị, nhưng để trống; điền theo phiếu gốc",
        "R1: 'a' must have a value, and is blank; fill it in from the form"
      ),
      (
        "a: int", "-", "- { id: R1, column: a, required: true }",
        "R1: 'a' phải có giá trị, nhưng ghi là không áp dụng; điền theo phiếu gốc",
        "R1: 'a' must have a value, and is said not to apply; fill it in from the form"
      ),
      (
        "a: int", "!", "- { id: R1, column: a, required: true, message: trống }",
        "R1: 'a' có ghi, nhưng không đọc được thành số nguyên; sửa ô như bước đọc tệp đã báo",
        "R1: 'a' was written, but could not be read as a whole number; mend the cell as the step that read it has told"
      ),
      (
        "a: int", "",
        "- { id: R1, column: a, required: true, message: { vi: Thiếu, en: Missing }, legal: Điều 3 }",
        "R1: Thiếu [căn cứ: Điều 3]", "R1: Missing [legal basis: Điều 3]"
      ),
      (
        "a: decimal", "45.5", "- { id: R1, column: a, range: 1..30, legal: { vi: Điều 3, en: Article 3 } }",
        "R1: 'a' là 45.50, phải trong khoảng 1..30; đối chiếu với phiếu gốc rồi sửa [căn cứ: Điều 3]",
        "R1: 'a' is 45.50, and must be in 1..30; compare it with the form and mend it [legal basis: Article 3]"
      ),
      (
        "a: personal", "x", "- { id: R1, column: a, values: [y, z] }",
        "R1: 'a' là …, không có trong danh mục; đối chiếu với phiếu gốc rồi sửa",
        "R1: 'a' is …, which is not in the list; compare it with the form and mend it"
      ),
      (
        "a: text", "Tay", "- { id: R1, column: a, values: [Tày, Kinh] }",
        "R1: 'a' là 'Tay', không có trong danh mục; có phải ý bạn là 'Tày'?",
        "R1: 'a' is 'Tay', which is not in the list; did you mean 'Tày'?"
      ),
      (
        "a: text", "Ta\u{300}y", "- { id: R1, column: a, values: [Tày] }",
        "R1: 'a' là 'Ta\u{300}y', không có trong danh mục; chữ giống nhưng dấu viết rời: chuyển tệp sang Unicode dựng sẵn (NFC), hoặc ghi compare: name",
        "R1: 'a' is 'Ta\u{300}y', which is not in the list; the letters are the same with marks of their own: convert the file to NFC, or write compare: name"
      ),
      (
        "a: int", "4", "- { id: R1, column: a, values: [1, 2] }",
        "R1: 'a' là 4, phải là một trong 1, 2; đối chiếu với phiếu gốc rồi sửa",
        "R1: 'a' is 4, and must be one of 1, 2; compare it with the form and mend it"
      ),
      (
        "a: text", "12a", "- { id: R1, column: a, pattern: \"[0-9]+\" }",
        "R1: 'a' là '12a', phải có dạng [0-9]+; đối chiếu với phiếu gốc rồi sửa",
        "R1: 'a' is '12a', and must have the form [0-9]+; compare it with the form and mend it"
      ),
      (
        "a: personal", "1", "- { id: R1, column: a, pattern: \"[0-9]{2}\" }",
        "R1: 'a' là …, có vẻ là mã … đã mất số 0 ở đầu; mã là chữ, không phải số: định dạng cột là văn bản rồi xuất lại tệp",
        "R1: 'a' is …, which looks like the code … without its leading zero; codes are text, not numbers: format the column as text and write the file again"
      ),
      (
        "a: int, b: personal", "4;x", "- { id: R1, check: \"a < 3   OR b = 'y'\" }",
        "R1: không thỏa điều kiện a < 3 OR b = 'y' (a = 4, b = …); đối chiếu với phiếu gốc rồi sửa",
        "R1: the condition a < 3 OR b = 'y' does not hold (a = 4, b = …); compare it with the form and mend it"
      ),
      (
        "a: int, b: int", "4;", "- { id: R1, check: a < 3 AND b > 1, message: { vi: sai, en: wrong } }",
        "R1: sai (b = NULL, a = 4)", "R1: wrong (b = NULL, a = 4)"
      ),
      (
        "g: int, f: int, e: int, d: int, c: int, b: int, a: int", "1;2;;4;5;6;7",
        "- { id: R1, check: g > f AND (e + d > 0 OR c < b AND a < 0), message: sai }",
        "R1: sai (e = NULL, g = 1, f = 2, d = 4, c = 5, b = 6, …)",
        "R1: sai (e = NULL, g = 1, f = 2, d = 4, c = 5, b = 6, …)"
      ),
      (
        "z: text, a: text", "x;y", "- { id: R1, check: \"z = 'a' AND \\\"a\\\" = 'z'\", message: sai }",
        "R1: sai (z = 'x', a = 'y')", "R1: sai (z = 'x', a = 'y')"
      ),
      (
        "a: int, b: int, c: int", "1;;",
        "- { id: R1, check: c IS NOT NULL AND a IS NOT NULL AND b IS NOT NULL }",
        "R1: không thỏa điều kiện c IS NOT NULL AND a IS NOT NULL AND b IS NOT NULL (c = NULL, b = NULL); đối chiếu với phiếu gốc rồi sửa",
        "R1: the condition c IS NOT NULL AND a IS NOT NULL AND b IS NOT NULL does not hold (c = NULL, b = NULL); compare it with the form and mend it"
      ),
      (
        "a: int", "45", "- { id: R1, column: a, range: 1..30, message: { vi: sai, en: wrong } }",
        "R1: sai (a = 45)", "R1: wrong (a = 45)"
      ),
      (
        "a: personal", "x", "- { id: R1, column: a, values: [y], message: { vi: sai, en: wrong } }",
        "R1: sai", "R1: wrong"
      ),
      (
        "a: int", "1500000", "- { id: R1, column: a, unit_slip: { factor: 1000, range: 50..50000 } }",
        "R1: 'a' là 1500000, có vẻ ghi nhầm đơn vị: lớn gấp 1000 lần so với khoảng thường gặp 50..50000; xem phiếu gốc ghi theo đơn vị nào rồi sửa",
        "R1: 'a' is 1500000, which looks like another unit: too large by a factor of 1000 for the usual 50..50000; look which unit the form is in, and mend it"
      ),
      (
        "a: int", "2", "- { id: R1, column: a, unit_slip: { factor: 1000, range: 50..50000 } }",
        "R1: 'a' là 2, có vẻ ghi nhầm đơn vị: nhỏ hơn 1000 lần so với khoảng thường gặp 50..50000; xem phiếu gốc ghi theo đơn vị nào rồi sửa",
        "R1: 'a' is 2, which looks like another unit: too small by a factor of 1000 for the usual 50..50000; look which unit the form is in, and mend it"
      ),
      (
        "a: int", "9223372036854775807", "- { id: R1, check: a * 2 > 0 }",
        "R1: một số trong điều kiện vượt quá 64 bit nên không kết luận được; đối chiếu với phiếu gốc rồi sửa",
        "R1: a number in the condition does not fit in 64 bits, so nothing can be said; compare it with the form and mend it"
      ),
    ] as [(String, String, String, String, String)]) func `the words are those of the kind`(
      _ columns: String, _ row: String, _ rule: String, _ vi: String, _ en: String
    ) async throws
  {
    let found = try await Trial(columns, row + "\n", rule).run()
    #expect(found.messages == [Phrase(vi: vi, en: en)])
  }
  @Test func `each row that is not unique is told where the first is`() async throws {
    let found = try await Trial("a: text", "x\ny\nx\n", "- { id: R1, unique: [a], message: trùng }").run()
    #expect(
      found.messages == [
        Phrase(vi: "R1: trùng (dòng đầu tiên: a.txt:1)", en: "R1: trùng (the first is a.txt:1)"),
        Phrase(vi: "R1: trùng (dòng đầu tiên: a.txt:1)", en: "R1: trùng (the first is a.txt:1)"),
      ])
    let plain = try await Trial("a: text", "x\ny\nx\n", "- { id: R1, unique: [a] }").run()
    #expect(
      plain.messages[1].en
        == "R1: a = 'x' is in 2 rows (the first is a.txt:1); keep one of them, or mend the one that is wrong")
  }
  @Test func `a long text is cut`() async throws {
    let long = String(repeating: "ắ", count: 60)
    let found = try await Trial("a: text", long + "\n", "- { id: R, column: a, values: [x] }").run()
    #expect(found.messages[0].en.hasPrefix("R: 'a' is '\(String(repeating: "ắ", count: 40))…', which"))
  }
}
