import Diagnostics
import Tables

extension RegistryReader {
  /// Checks the units against each other: ids, stretches of one code, parents.
  mutating func check() {
    for (a, b) in zip(byCode.members, byCode.members.dropFirst())
    where entries[Int(a)].code == entries[Int(b)].code {
      checkStretches(entries[Int(a)], entries[Int(b)])
    }
    for entry in entries { checkParent(entry) }
  }
  /// Two versions of one code follow each other without overlap, and without a gap that is not declared.
  private mutating func checkStretches(_ old: UnitEntry, _ new: UnitEntry) {
    func at(_ entry: UnitEntry, _ column: Int) -> SourceRange { table.place(Int(entry.row), column) }
    let (from, to) = (columns.from, columns.from + 1)
    if old.hasID(of: new) {
      let (second, first) = old.row < new.row ? (new, old) : (old, new)
      problems.add(.duplicateID(id(second), at: at(second, 0), first: at(first, 0)))
    } else if old.to > new.from {
      problems.add(.overlap(id(old), id(new), at: at(new, from), first: at(old, from)))
    } else if old.to < new.from, !isLost(new.code),
      !gaps.contains(Gap(code: new.code, from: old.to, to: new.from))
    {
      problems.add(.gap(id(old), id(new), at: at(new, from), first: at(old, to)))
    }
  }
  /// The parent's code stands at a higher level on every day of the unit since the register begins.
  private mutating func checkParent(_ entry: UnitEntry) {
    guard entry.level != .country, !isLost(entry.parent) else { return }
    let start = max(entry.from, UnitRegistry.firstDay.number)
    if let above = parentOfWrongLevel(entry) {
      let (row, column) = (Int(entry.row), columns.parent)
      problems.add(
        .parentLevel(table.text(row, column), above, of: id(entry), entry.level, at: table.place(row, column))
      )
      return
    }
    guard let missing = uncovered(Int(entry.parent), from: start, to: entry.to, above: entry.level) else {
      return
    }
    let (row, column) = (Int(entry.row), columns.parent)
    problems.add(
      .parentNotValid(
        table.text(row, column), of: id(entry), on: Day(number: missing), at: table.place(row, column)))
  }
  /// The level of the unit above one, when no version of its code is of a level that can be directly above.
  private func parentOfWrongLevel(_ entry: UnitEntry) -> UnitLevel? {
    let levels = byCode[Int(entry.parent)].map { entries[Int($0)].level }
    guard entry.level > .province, let first = levels.first, first < entry.level else { return nil }
    return levels.contains { $0 >= .province && $0 < entry.level } ? nil : first
  }
  /// The first day from `from` up to `to`, since the register begins, on which no version of a code is valid.
  func uncovered(_ code: Int?, from: Int32, to: Int32, above level: UnitLevel) -> Int32? {
    var day = max(from, UnitRegistry.firstDay.number)
    guard let code else { return day }
    for parent in byCode[code] {
      let parent = entries[Int(parent)]
      guard parent.level < level, parent.isValid(on: day) else { continue }
      if parent.to >= to { return nil }
      day = parent.to
    }
    return day >= to ? nil : day
  }
  private func id(_ entry: UnitEntry) -> String {
    let row = Int(entry.row)
    let code = table.text(row, columns.code)
    return entry.level < .province ? code : code + "@" + table.text(row, columns.from)
  }
}
