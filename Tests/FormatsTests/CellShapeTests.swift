import StageTestKit
import Tables
import Testing

@testable import Formats

@Suite struct CellShapeTests {
  @Test(
    arguments: [
      ("", .blank), ("0", .whole(digits: 1, hasLeadingZero: false, fits: true)),
      ("007", .whole(digits: 3, hasLeadingZero: true, fits: true)),
      ("-12", .whole(digits: 2, hasLeadingZero: false, fits: true)),
      ("9223372036854775808", .whole(digits: 19, hasLeadingZero: false, fits: false)),
      ("1.5", .plain(places: 1)), ("1234.567", .plain(places: 3)), ("0.675", .plain(places: 3)),
      ("1.234,5", .vi(places: 1)), ("0,96", .vi(places: 2)), ("1.258.997", .vi(places: 0)),
      ("3.675", .doubtful), ("-12.345", .doubtful), ("1.2.3", .text), ("1,2,3", .text), ("-", .placeholder),
      ("--", .text), ("..", .placeholder), ("N/A", .placeholder), ("none", .text), ("2024-12-31", .isoDay),
      ("2024-02-30", .text), ("31/12/2024", .viDay(couldBeMonthFirst: false)),
      ("3/2/2024", .viDay(couldBeMonthFirst: true)), ("3/3/2024", .viDay(couldBeMonthFirst: false)),
      ("12/31/2024", .monthFirst), ("30/02/2024", .text), ("CÓ", .answer), ("false", .answer),
      ("Có lẽ", .text),
      ("Nguyễn Thị Mẫu", .text), ("12a", .text), ("1e5", .text),
    ] as [(String, CellShape)])
  func `a cell is of one shape`(_ text: String, _ shape: CellShape) {
    #expect(CellShape(Array(text.utf8)[...]) == shape)
  }
  @Test(arguments: [
    ("Nguyễn Thị Mẫu", true), ("H' Đức Khánh", true), ("NGUYE\u{302}\u{303}N VĂN MẪU", true),
    ("Xã Mẫu Một", false),
    ("Nguyễn", false), ("Trần Phú 12", false), ("Hộ nghèo", false), ("", false),
  ])
  func `a name of a person begins with a family name`(_ text: String, _ isName: Bool) {
    #expect(PersonalSigns.isNameOfPerson(Array(text.utf8)[...]) == isName)
  }
  @Test(
    arguments: [
      ("Họ và tên", .name), ("Chủ hộ", .name), ("Giới tính chủ hộ", nil), ("family.hostName", .name),
      ("Số CCCD", .identity), ("Mã hộ", .household), ("Số nhân khẩu", nil), ("Số nhà", .address),
      ("Ngày sinh", .birth), ("head_birth_year", .birth), ("SĐT", .telephone), ("Ghi chú", .note),
      ("denote", nil), ("Mã xã", nil), ("", nil),
    ] as [(String, PersonalSigns.Sign?)])
  func `the name of a column says what is personal in it`(_ name: String, _ sign: PersonalSigns.Sign?) {
    #expect(PersonalSigns.sign(of: [name]) == sign)
  }
  @Test func `no bytes trap`() {
    var random = SeededRandom(3)
    let alphabet = Array("0123456789.,-/ aấ".utf8) + [0, 0xFF]
    for _ in 0..<5000 {
      let bytes = (0..<random.next(below: 45)).map { _ in alphabet[random.next(below: alphabet.count)] }
      var evidence = ColumnEvidence("x")
      evidence.add(bytes[...])
      #expect(evidence.cells == 1 && evidence.filled + evidence.blank + evidence.placeholders.count == 1)
    }
  }
}
