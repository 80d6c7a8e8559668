public import Diagnostics
public import Tables

extension UnitVersion {
  /// The days of validity in words, such as `từ 31/08/2004 đến trước 01/07/2025`.
  public var days: Phrase {
    guard let end = validTo else {
      return Phrase(vi: "từ \(validFrom.vietnamese)", en: "since \(validFrom.iso)")
    }
    return Phrase(
      vi: "từ \(validFrom.vietnamese) đến trước \(end.vietnamese)",
      en: "from \(validFrom.iso) until before \(end.iso)")
  }
}

extension UnitRegistry {
  /// Gives a unit in one line: its name, those above it, its id and its days.
  ///
  /// - Parameters:
  ///   - unit: The unit.
  ///   - day: The day of the hierarchy; the last one of the unit when it is not valid then, or for `nil`.
  /// - Returns: The line in both languages.
  public func line(_ unit: UnitVersion, on day: Day? = nil) -> Phrase {
    let names = ([unit] + above(unit, on: day)).map(\.name).joined(separator: ", ")
    return Phrase(
      vi: "\(names) (\(unit.id)), \(unit.days.vi)", en: "\(names) (\(unit.id)), \(unit.days.en)")
  }
  /// Gives the units above one up to the province, nearest first, on a day as `line` takes it.
  public func above(_ unit: UnitVersion, on day: Day? = nil) -> [UnitVersion] {
    let then = day.flatMap { unit.isValid(on: $0) ? $0 : nil } ?? lastDay(of: unit)
    return ancestors(of: unit, on: then).filter { $0.level != .country }
  }
  /// At most eight units in one line, each with those above it, its id and its days.
  func lines(_ units: [UnitVersion], on day: Day? = nil) -> Phrase {
    let more = units.count > 8 ? "; …" : ""
    let lines = units.prefix(8).map { line($0, on: day) }
    return Phrase(
      vi: lines.map(\.vi).joined(separator: "; ") + more, en: lines.map(\.en).joined(separator: "; ") + more)
  }
}
