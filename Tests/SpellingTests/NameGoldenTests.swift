import Foundation
import Spelling
import Testing

/// Names as two tools normalize them: viet-text-tools 0.1.6 and vi-textmatch 0.2.0, golden case G10.
@Suite struct NameGoldenTests {
  private struct Row {
    let points: String
    let cells: [String]
    /// The name by its code points, NFC or NFD.
    var input: String {
      var text = String.UnicodeScalarView()
      for point in points.split(separator: " ") {
        guard let value = UInt32(point, radix: 16), let scalar = Unicode.Scalar(value) else { continue }
        text.append(scalar)
      }
      return String(text)
    }
    var old: String { cells[3] }
    var new: String { cells[4] }
    var matched: String { cells[5] }
  }
  private static let file = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "Golden/G10_names.csv")
  private static let rows: [Row] = {
    let text = FileManager.default.contents(atPath: file.path).map { String(decoding: $0, as: UTF8.self) }
    return (text ?? "").split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Row(points: cells[1], cells: cells)
    }
  }()
  /// Small letters and one blank, by Foundation and not by the code that is tested.
  private static func plain(_ text: String) -> String {
    text.lowercased().split(separator: " ").joined(separator: " ").precomposedStringWithCanonicalMapping
  }

  @Test func `the table is there, each name in both Unicode forms`() {
    #expect(Self.rows.count == 130)
    #expect(Self.rows.allSatisfy { $0.cells.count == 6 })
    #expect(Self.rows.filter { $0.cells[0] == "NFD" }.count == 65)
  }
  @Test func `a name and what either style of the tool makes of it are one name`() {
    for row in Self.rows {
      let key = VietnameseName.folded(row.input)
      #expect(key == VietnameseName.folded(row.old), "\(row.cells)")
      #expect(key == VietnameseName.folded(row.new), "\(row.cells)")
      #expect(key == VietnameseName.folded(row.matched), "\(row.cells)")
    }
  }
  @Test func `two names are one just when viet-text-tools writes them alike`() {
    for one in Self.rows {
      for two in Self.rows {
        let isOne = VietnameseName.folded(one.input) == VietnameseName.folded(two.input)
        #expect(isOne == (Self.plain(one.old) == Self.plain(two.old)), "\(one.input) \(two.input)")
      }
    }
  }
  @Test func `vi-textmatch tells apart only what has its mark on the wrong letter`() {
    var apart: Set<String> = []
    for one in Self.rows {
      for two in Self.rows {
        let isOne = VietnameseName.folded(one.input) == VietnameseName.folded(two.input)
        let isOneThere = Self.plain(one.matched) == Self.plain(two.matched)
        #expect(isOne || !isOneThere, "\(one.input) \(two.input)")
        if isOne, !isOneThere {
          apart.insert([one, two].map { Self.plain($0.input) }.sorted().joined(separator: " "))
        }
      }
    }
    #expect(apart == ["huỳnh hùynh", "quý qúy", "hoài hòai", "ngoạn ngọan", "giàng gìang"])
  }
  @Test func `composing gives the NFC form`() {
    for row in Self.rows {
      #expect(Array(VietnameseName.composed(row.input).unicodeScalars) == Array(row.cells[2].unicodeScalars))
    }
  }

  @Test(arguments: [
    ("Lý", "Lí"), ("MỸ", "mĩ"), ("Quý", "Quí"), ("Qúy", "Quí"), ("Sỹ", "Sĩ"),
    ("Nguyễn Thị Hoà", "nguyễn thị hòa"),
    ("Kỳ Tý", "Kì Tí"), ("Vy Hy", "Vy Hi"),
  ]) func `i and y are one at the end of some words`(_ one: String, _ two: String) {
    #expect(VietnameseName.spelling(one) == VietnameseName.spelling(two))
    #expect(VietnameseName.spelling(VietnameseName.spelling(one)) == VietnameseName.spelling(one))
  }
  @Test(arguments: [
    ("Thuý", "Thúi"), ("Hay", "Hai"), ("Y Bhơm", "I Bhơm"), ("Lý", "Lì"), ("Vy", "Vi"), ("Tuý", "Túi"),
    ("Lan", "Loan"),
  ]) func `elsewhere they are two`(_ one: String, _ two: String) {
    #expect(VietnameseName.spelling(one) != VietnameseName.spelling(two))
  }
}
