import Diagnostics
import StageKit
import Tables
import Units

/// Codes are those of units that exist on a day.
struct UnitCheck: Check {
  /// The day on which a code must be valid.
  enum When: Sendable {
    case day(Day)
    case column(Int)
  }
  let column: Int?
  private let place: Int
  private let registry: UnitRegistry
  private let level: UnitLevel
  private let when: When
  private let codes: WordIndex
  /// The stretches of days in which each code is valid, of codes that are checked at the day of a column.
  private let stretches: [[Range<Int32>]]

  init(_ place: Int, _ registry: UnitRegistry, _ level: UnitLevel, _ when: When) {
    (column, self.place, self.registry, self.level, self.when) = (place, place, registry, level, when)
    var codes = WordIndex([])
    var stretches: [[Range<Int32>]] = []
    for unit in registry.units where unit.level == level {
      if case .day(let day) = when, !unit.isValid(on: day) { continue }
      let number = codes.insert(Array(unit.code.utf8))
      if number == stretches.count { stretches.append([]) }
      stretches[number].append(unit.validFrom.number..<(unit.validTo?.number ?? .max))
    }
    (self.codes, self.stretches) = (codes, stretches)
  }

  func judge(_ batch: Batch, _ keys: BatchKeys) -> Judged {
    guard case .text(let texts) = batch.columns[place] else { return Judged() }
    guard case .column(let column) = when, case .date(let days) = batch.columns[column] else {
      return Judged(failed: texts.rows(notIn: codes).limited(to: texts.validity), seen: texts.validity)
    }
    let seen = both(texts.validity, days.validity)
    let failed = texts.withCells { bytes, offsets in
      Bitmap.asking(batch.count) { row in
        guard let code = codes.find(bytes, Int(offsets[row]), Int(offsets[row + 1])) else { return true }
        return !stretches[code].contains { $0.contains(days.values[row]) }
      }
    }
    return Judged(failed: failed.limited(to: seen), seen: seen)
  }
  func fault(_ row: Int, _ batch: Batch, _ keys: BatchKeys, _ names: Names) -> Fault {
    guard case .text(let texts) = batch.columns[place] else { return .none }
    let (code, day) = (texts.string(row), day(row, batch))
    if let zero = LostZero.fault(
      place, row, batch, names, isKnown: { registry.unit(code: $0, level: level, on: day) != nil })
    {
      return zero
    }
    let name = names.name(place)
    var (what, mend) = (Phrase(same: ""), Phrase.compareWithForm)
    do throws(Diagnostics) { _ = try registry.resolve(code: code, level: level, on: day, at: nil) } catch {
      what = error.all.first?.message ?? what
      mend = error.all.first?.hint ?? mend
    }
    guard names.mayTell(place) else {
      return Fault(
        code: "validate.unit",
        what: Phrase(
          vi: "'\(name)' không phải mã \(level.phrase.vi)", en: "'\(name)' is no code of a \(level.phrase.en)"
        ),
        mend: .compareWithForm)
    }
    return Fault(
      code: "validate.unit", what: Phrase(vi: "'\(name)': \(what.vi)", en: "'\(name)': \(what.en)"),
      mend: mend)
  }
  private func day(_ row: Int, _ batch: Batch) -> Day {
    switch when {
    case .day(let day): day
    case .column(let column): Day(number: Int32(truncatingIfNeeded: batch.columns[column].whole(row)))
    }
  }
}
