import Figures
import StageKit
import StageTestKit
import Tables
import Testing
import Units

@testable import Aggregate

/// Labels of groups: two that differ only in how letters are composed, or by blanks around, are one.
@Suite struct LabelTests {
  private static func texts(_ words: [String?]) -> Texts {
    var column = ColumnBuilder(.text)
    for word in words {
      if let word { column.append(text: word.utf8) } else { column.append(missing: .blank) }
    }
    guard case .text(let texts) = column.column else { return Texts() }
    return texts
  }
  @Test(
    arguments: [
      ("Tày", "Tày"), ("Ta\u{300}y", "Tày"), (" Tày", "Tày"), ("Tày ", "Tày"), ("\u{A0}Ta\u{300}y\t", "Tày"),
      ("tày", "tày"), ("Bru - Vân Kiều", "Bru - Vân Kiều"),
      ("Bru - Va\u{302}n Kie\u{302}\u{300}u", "Bru - Vân Kiều"),
      ("Ê Đê", "Ê Đê"), ("E\u{302} Đe\u{302}", "Ê Đê"), ("Ne\u{306}", "N\u{115}"), ("m\u{306}", "m\u{306}"),
      ("", ""), ("  ", ""), ("H’rê", "H’rê"), ("ệ", "ệ"), ("e\u{323}\u{302}", "ệ"), ("e\u{302}\u{323}", "ệ"),
      ("a  b", "a  b"), ("漢", "漢"), ("👍🏽", "👍🏽"),
    ]) func `a label has its letters in one scalar and no blanks around`(text: String, wanted: String)
  {
    let folded = GroupLabel.folded(Array(text.utf8)[...])
    #expect(folded == Array(wanted.utf8), "\(String(decoding: folded, as: UTF8.self))")
    #expect(GroupLabel.folded(folded[...]) == folded)
    #expect(Array(GroupLabel.folded(label: "dt:" + text).utf8) == Array(("dt:" + wanted).utf8))
  }
  @Test func `bytes that are no text are a label all the same`() {
    for bytes in [[0xC2], [0xE1], [0xE1, 0xBA], [0xFF, 0x20], [0xC3], [0x20, 0xC3]] as [[UInt8]] {
      let folded = GroupLabel.folded(bytes[...])
      #expect(GroupLabel.folded(folded[...]) == folded)
    }
  }
  @Test func `texts of one label have one number, in the order in which labels come`() {
    var ids = LabelIDs()
    #expect(ids.ids(of: Self.texts(["Kinh", nil, "Tày", "Kinh"])) == [1, 0, 2, 1])
    #expect(ids.ids(of: Self.texts(["Ta\u{300}y", "Mông", "Kinh ", "Mông"])) == [2, 3, 1, 3])
    #expect(ids.count == 4 && ids.text(2).map { Array($0) } == Array("Tày".utf8) && ids.text(0) == nil)
    var others = LabelIDs()
    #expect(others.ids(of: Self.texts(["Dao", " Mông", "Tày"])) == [1, 2, 3])
    #expect(ids.join(others) == [0, 4, 3, 2])
    #expect(ids.id(of: Array(" Dao".utf8)[...]) == 4 && ids.id(of: nil) == 0)
  }
  private static let rows = ["Tày", "Ta\u{300}y", "tày", "Tày ", "Kinh"].map { Row(people: $0, word: "poor") }

  @Test func `every stage that counts has one group of them`() throws {
    let made = try PlannedSums(byColumns).made(Self.rows)
    #expect(made.row("province 01 people:Tày", "households", "poor") == "3 3")
    #expect(made.row("province 01 people:tày", "households") == "1")
    #expect(made.keys.count { $0.hasPrefix("province 01 people:") } == 3)
    let measured = try PlannedMeasures(MeasureStageTests.options).made(Self.rows)
    #expect(measured.measure("province 01 people:Tày", "households", "population_share") == "3/5 0.6000")
    let groups = Set((0..<measured.rows.count).map { Array(measured.cell(2, $0).utf8) })
    #expect(groups.count { $0.starts(with: Array("people:".utf8)) } == 3)
  }
  @Test func `figures of one group are added up together`() throws {
    let summed = try rollUp(
      [
        figure("01", 10, group: "dt:Tày"), figure("02", 5, group: "dt:Ta\u{300}y "),
        figure("02", 7, group: "dt:tày"),
      ], to: [.region])
    #expect(summed.shown == ["vung:a 2024-12-31 poor 15"])
    #expect(summed.figures.map(\.group) == ["dt:Tày"])
  }
  @Test func `any cut, dealing and merging gives the same bytes`() throws {
    let rows = Rows.batch(Self.rows + Self.rows.reversed())
    try expectLaws(of: try PlannedSums(byColumns).planned.work, over: rows)
    try expectLaws(of: try PlannedMeasures(MeasureStageTests.options).planned.work, over: rows)
  }
}
