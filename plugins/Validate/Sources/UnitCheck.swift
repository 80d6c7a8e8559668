import Diagnostics
import StageKit
import Tables
import Units

/// The day on which codes of units must be valid.
enum UnitDay: Sendable {
  case day(Day)
  case column(Int)

  /// The day of a row; what stands at a missing cell means nothing.
  func day(_ row: Int, _ batch: Batch) -> Day {
    switch self {
    case .day(let day): day
    case .column(let column): Day(number: Int32(truncatingIfNeeded: batch.columns[column].whole(row)))
    }
  }
  /// Whether the day of a row is there.
  func isThere(_ row: Int, _ batch: Batch) -> Bool {
    if case .column(let column) = self { !batch.columns[column].isMissing(row) } else { true }
  }
  /// The rows whose day is there; `nil` when that is all.
  func validity(_ batch: Batch) -> Bitmap? {
    if case .column(let column) = self { batch.columns[column].validity } else { nil }
  }
}

/// The codes of one level of units with the days on which each stands for which.
struct UnitCodes: Sendable {
  let registry: UnitRegistry
  let level: UnitLevel
  private let codes: WordIndex
  /// Of each code, the stretches of days of its units, with the area of each.
  private let stretches: [[(days: Range<Int32>, area: AreaType?)]]

  init(_ registry: UnitRegistry, _ level: UnitLevel) {
    var codes = WordIndex([])
    var stretches: [[(days: Range<Int32>, area: AreaType?)]] = []
    for unit in registry.units where unit.level == level {
      let number = codes.insert(Array(unit.code.utf8))
      if number == stretches.count { stretches.append([]) }
      stretches[number].append((unit.validFrom.number..<(unit.validTo?.number ?? .max), unit.area))
    }
    (self.registry, self.level, self.codes, self.stretches) = (registry, level, codes, stretches)
  }
  /// The rows of which something holds, said of whether there is a unit of the code on the day, and of its area.
  ///
  /// Where there is a first day with such a unit, it is that one.
  @inline(__always) func rows(
    _ texts: Texts, _ when: UnitDay, first: UnitDay? = nil, _ batch: Batch,
    where holds: (Int, _ isThere: Bool, AreaType?) -> Bool
  ) -> Bitmap? {
    texts.withCells { bytes, offsets in
      Bitmap.asking(batch.count) { row in
        guard let code = codes.find(bytes, Int(offsets[row]), Int(offsets[row + 1])) else {
          return holds(row, false, nil)
        }
        let unit = first.flatMap { stretch(code, $0, row, batch) } ?? stretch(code, when, row, batch)
        return holds(row, unit != nil, unit?.area)
      }
    }
  }
  @inline(__always) private func stretch(
    _ code: Int, _ when: UnitDay, _ row: Int, _ batch: Batch
  ) -> (days: Range<Int32>, area: AreaType?)? {
    guard when.isThere(row, batch) else { return nil }
    let day = when.day(row, batch).number
    return stretches[code].first { $0.days.contains(day) }
  }
}

/// Codes are those of units that exist on a day.
struct UnitCheck: Check {
  let column: Int?
  private let place: Int
  private let codes: UnitCodes
  private let when: UnitDay
  init(_ place: Int, _ codes: UnitCodes, _ when: UnitDay) {
    (column, self.place, self.codes, self.when) = (place, place, codes, when)
  }

  func judge(_ batch: Batch, _ keys: BatchKeys) -> Judged {
    guard case .text(let texts) = batch.columns[place] else { return Judged() }
    let seen = both(texts.validity, when.validity(batch))
    let failed = codes.rows(texts, when, batch) { _, isThere, _ in !isThere }
    return Judged(failed: failed.limited(to: seen), seen: seen)
  }
  func fault(_ row: Int, _ batch: Batch, _ keys: BatchKeys, _ names: Names) -> Fault {
    guard case .text(let texts) = batch.columns[place] else { return .none }
    let (code, day) = (texts.string(row), when.day(row, batch))
    if let zero = LostZero.fault(
      place, row, batch, names, isKnown: { codes.registry.unit(code: $0, level: codes.level, on: day) != nil }
    ) {
      return zero
    }
    let name = names.name(place)
    var (what, mend) = (Phrase(same: ""), Phrase.compareWithForm)
    do throws(Diagnostics) {
      _ = try codes.registry.resolve(code: code, level: codes.level, on: day, at: nil)
    } catch {
      what = error.all.first?.message ?? what
      mend = error.all.first?.hint ?? mend
    }
    guard names.mayTell(place) else {
      return Fault(
        code: "validate.unit",
        what: Phrase(
          vi: "'\(name)' không phải mã \(codes.level.phrase.vi)",
          en: "'\(name)' is no code of a \(codes.level.phrase.en)"
        ),
        mend: .compareWithForm)
    }
    return Fault(
      code: "validate.unit", what: Phrase(vi: "'\(name)': \(what.vi)", en: "'\(name)': \(what.en)"),
      mend: mend)
  }
}

/// The area of a row is that of its commune on a day.
///
/// A code of no unit is for `UnitCheck` to tell, and a unit whose type leaves the area open says nothing. The area of a
/// commune may change under one code, so the day may be another than that on which the code is valid: where it is missing,
/// and where there is no such code on it, the area is that of the day of the code.
struct AreaCheck: Check {
  let column: Int?
  private let place: Int
  private let area: Int
  private let codes: UnitCodes
  private let when: UnitDay
  private let first: UnitDay?
  init(_ place: Int, area: Int, _ codes: UnitCodes, _ when: UnitDay, first: UnitDay? = nil) {
    (column, self.place, self.area, self.codes, self.when, self.first) = (
      area, place, area, codes, when, first
    )
  }

  func judge(_ batch: Batch, _ keys: BatchKeys) -> Judged {
    guard case .text(let texts) = batch.columns[place], case .text(let areas) = batch.columns[area] else {
      return Judged()
    }
    let seen = both(both(texts.validity, areas.validity), days(batch))
    let words = [AreaType.urban, .rural].map { Array($0.rawValue.utf8) }
    let failed = codes.rows(texts, when, first: first, batch) { row, _, area in
      guard let area else { return false }
      return !areas[row].elementsEqual(words[area == .urban ? 0 : 1])
    }
    return Judged(failed: failed.limited(to: seen), seen: seen)
  }
  /// The rows that have any day; `nil` when that is all.
  private func days(_ batch: Batch) -> Bitmap? {
    guard let days = when.validity(batch) else { return nil }
    guard let first else { return days }
    return first.validity(batch).map { $0 | days }
  }
  func fault(_ row: Int, _ batch: Batch, _ keys: BatchKeys, _ names: Names) -> Fault {
    guard case .text(let texts) = batch.columns[place] else { return .none }
    func unit(_ when: UnitDay) -> UnitVersion? {
      guard when.isThere(row, batch) else { return nil }
      return codes.registry.unit(code: texts.string(row), level: codes.level, on: when.day(row, batch))
    }
    let before = first.flatMap { day in unit(day).map { (day: day.day(row, batch), unit: $0) } }
    let unit = before?.unit ?? unit(when)
    let right = unit?.area?.rawValue ?? ""
    let whose = names.mayTell(place) ? unit.map { "\($0.name) (\($0.id))" } ?? "" : "…"
    let day =
      before.map { (vi: " vào ngày \($0.day.vietnamese)", en: " on \($0.day.iso)") } ?? (vi: "", en: "")
    return Fault(
      code: "validate.area",
      what: Phrase(
        vi:
          "'\(names.name(area))' là \(names.shown(area, row, batch)), nhưng \(whose) là '\(right)'\(day.vi)",
        en: "'\(names.name(area))' is \(names.shown(area, row, batch)), and \(whose) is '\(right)'\(day.en)"),
      mend: Phrase(
        vi: "sửa khu vực theo loại đơn vị, hoặc sửa mã",
        en: "mend the area by the type of the unit, or mend the code"))
  }
}
