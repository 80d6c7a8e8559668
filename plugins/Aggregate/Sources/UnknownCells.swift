import Diagnostics
import StageKit

/// The cells of a wide table that are not known because some households lack the cell they rest on.
struct UnknownCells {
  /// The measures that some household lacks, in their order.
  private let lacking: [String]
  /// Whether some cells that were there could not be added.
  private let hasRefused: Bool
  private var names: Set<String> = []
  private var cells = 0
  private var units: Set<UnitPlaces.Place> = []
  private var first: (unit: UnitPlaces.Place, group: String, row: Int)?

  init(lacking: [String], hasRefused: Bool) { (self.lacking, self.hasRefused) = (lacking, hasRefused) }

  /// Notes a cell of a row; one that follows from others, such as a share, is not counted.
  mutating func note(_ name: String, _ unit: UnitPlaces.Place, _ group: String, row: Int) {
    guard lacking.contains(name) else { return }
    names.insert(name)
    cells += 1
    units.insert(unit)
    if first.map({ row < $0.row }) ?? true { first = (unit, group, row) }
  }

  /// Tells of all of them once; the first unit by name unless its code is personal.
  func tell(namingUnits isNamed: Bool, _ findings: inout Findings) {
    guard let first else { return }
    let list = lacking.filter(names.contains).joined(separator: ", ")
    let code = first.unit.code.map { isNamed ? " '\($0)'" : "" }
    let unit = Phrase(
      vi: code.map { "đơn vị\($0)" } ?? "không có mã", en: code.map { "unit\($0)" } ?? "no code")
    let many = cells == 1 ? "cell" : "cells"
    let of = units.count == 1 ? "unit" : "units"
    let why =
      hasRefused
      ? Phrase(
        vi: "có hộ để trống ô tương ứng, hoặc ghi số không thể có",
        en: "some households lack the cell, or have a number in it that cannot be")
      : Phrase(vi: "có hộ để trống ô tương ứng", en: "some households lack the cell")
    findings.add(
      "aggregate.unknown", file: "", line: 0,
      Phrase(
        vi:
          "chưa biết \(cells) ô của \(units.count) đơn vị (ô đầu tiên: \(unit.vi), nhóm '\(first.group)') ở các cột \(list), vì \(why.vi); bổ sung các ô ấy, hoặc loại các hộ thiếu trước khi cộng",
        en:
          "\(cells) \(many) of \(units.count) \(of) (first: \(unit.en), group '\(first.group)') are not known in the columns \(list), because \(why.en); fill the cells in, or reject such households before"
      ))
  }
}
