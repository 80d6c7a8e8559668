import Diagnostics
import Testing

@testable import Classify

/// Words that look like a known one and are none: the message says what no reader sees.
@Suite struct InvisibleTests {
  @Test(
    arguments: [
      ("Nông\u{200B} thôn", ", with an invisible character (U+200B),"),
      ("Nông\u{A0}thôn", ", with an invisible character (U+00A0),"),
      ("\u{FEFF}Nông thôn", ", with an invisible character (U+FEFF),"),
      ("Nông thôn\u{200D}", ", with an invisible character (U+200D),"),
      ("Nông\u{AD} thôn\u{200B}\u{AD}", ", with invisible characters (U+00AD, U+200B),"),
      ("Nông\tthôn", ", with an invisible character (U+0009),"),
      ("Nông\u{E0020} thôn", ", with an invisible character (U+E0020),"),
      // Outer blanks are never looked at, and what is seen is no riddle.
      (" \u{A0}Nông  thôn\u{3000}", ""), ("nông thôn", ""), ("No\u{302}ng thon", ""), ("", ""), ("?", ""),
    ]) func `what no reader sees is named`(cell: String, wanted: String)
  {
    let phrase = Phrase.invisible(in: Array(cell.utf8)[...])
    #expect(phrase.en == wanted && phrase.vi.isEmpty == wanted.isEmpty)
  }
  @Test func `an area with a character that is not seen says so`() throws {
    let options = try byIncome().replacing(
      "area: area", with: "area: { column: area, words: { Thành thị: urban, Nông thôn: rural } }")
    let made = try PlannedStep(options).made([
      .lacking(0, area: "Nông\u{200B} thôn"), .lacking(0, area: "Nông\u{A0}thôn"),
      .lacking(0, area: "\u{A0}Nông thôn"), .lacking(0, area: "nông thôn"),
    ])
    #expect(made.classes == [nil, nil, "near_poor", nil])
    let known = "none of 'Thành thị', 'Nông thôn': mend the cell, or add the word to `area.words`"
    #expect(
      made.messages.map(\.en) == [
        "the area 'Nông\u{200B} thôn', with an invisible character (U+200B), is \(known)",
        "the area 'Nông\u{A0}thôn', with an invisible character (U+00A0), is \(known)",
        "the area 'nông thôn' is \(known)",
      ])
    #expect(
      made.messages.first?.vi
        == "khu vực 'Nông\u{200B} thôn', có ký tự ẩn (U+200B), không phải là một trong 'Thành thị', 'Nông thôn': sửa ô, hoặc thêm từ ấy vào area.words"
    )
  }
}
