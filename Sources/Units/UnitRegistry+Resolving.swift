public import Diagnostics
public import Tables

extension UnitRegistry {
  /// Gives the unit with an id.
  ///
  /// - Throws: `units.unknown-id`.
  public func resolve(id: String, at range: SourceRange?) throws(Diagnostics) -> UnitVersion {
    if let unit = unit(id: id) { return unit }
    let code = String(id.prefix { $0 != "@" })
    throw Diagnostics(.unknownID(id, history(code), at: range))
  }
  /// Gives the unit that has a code on a day; without a day, the only version the code ever had.
  ///
  /// - Throws: `units.unknown-code`, `units.wrong-level`, `units.not-valid-then`; `units.needs-date` for a code that has
  ///   stood for several units when no day is given.
  public func resolve(
    code: String, level: UnitLevel? = nil, on day: Day?, at range: SourceRange?
  ) throws(Diagnostics) -> UnitVersion {
    let all = history(code)
    guard !all.isEmpty else { throw Diagnostics(.unknownCode(code, near: codes(like: code), at: range)) }
    let versions = all.filter { level == nil || $0.level == level }
    guard let first = versions.first else { throw Diagnostics(.wrongLevel(code, all, at: range)) }
    guard let day else {
      guard versions.count == 1 else { throw Diagnostics(.needsDate(code, versions, at: range)) }
      return first
    }
    if let unit = versions.first(where: { $0.isValid(on: day) }) { return unit }
    let now = versions.flatMap { successors(of: $0) }.compactMap { unit(id: $0.to) }.filter {
      $0.isValid(on: day)
    }
    throw Diagnostics(.notValidThen(code, versions, on: day, successors: now, at: range))
  }
  /// Gives the one unit that a name means on a day within the parents named.
  ///
  /// - Throws: `units.unknown-name`, `units.ambiguous-name` with the candidates, `units.needs-parent` for a commune named
  ///   without any unit above it; never a nearest match.
  public func resolve(
    name: String, within parents: [String] = [], on day: Day?, at range: SourceRange?
  ) throws(Diagnostics) -> UnitVersion {
    let found = candidates(named: name, within: parents, on: day)
    guard let first = found.first else {
      throw Diagnostics(unknown(name, within: parents, on: day, at: range))
    }
    guard found.count == 1 else {
      throw Diagnostics(.ambiguousName(name, found.count, lines(found, on: day), at: range))
    }
    // Commune names repeat across the country, and the register need not hold the communes of every province:
    // that it knows one such commune does not make the name clear.
    guard first.level != .commune || !parents.isEmpty || Substring(name).parts.count > 1 else {
      throw Diagnostics(.needsParent(name, line(first, on: day), at: range))
    }
    return first
  }
  /// Tells of a name, code or id given for a unit above that is none on a day.
  ///
  /// - Throws: `units.unknown-parent`, and for codes what `resolve(code:level:on:at:)` throws.
  public func checkParents(_ names: [String], on day: Day?) throws(Diagnostics) {
    for text in names.flatMap({ Substring($0).parts.map(\.bare) }) {
      guard unit(id: text) == nil, candidates(named: text, on: day).isEmpty else { continue }
      let isCode = [2, 3, 5].contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
      if isCode {
        // Without a day every version of the code will do.
        if day != nil || history(text).isEmpty { _ = try resolve(code: text, on: day, at: nil) }
        continue
      }
      throw Diagnostics(unknown(text, asParent: true, on: day, at: nil))
    }
  }
  /// That no unit has a name, with those that have it elsewhere or are written with the same letters.
  private func unknown(
    _ name: String, within parents: [String] = [], asParent: Bool = false, on day: Day?,
    at range: SourceRange?
  ) -> Diagnostic {
    // Those in the same place on another day are nearer than namesakes across the country.
    let here = day == nil ? [] : candidates(named: name, within: parents)
    let elsewhere = here.isEmpty ? candidates(named: String(name.prefix { $0 != "," })) : here
    let now = day.map { day in
      here.flatMap { successors(of: $0) }.compactMap { unit(id: $0.to) }.filter { $0.isValid(on: day) }
    }
    let alike = elsewhere.isEmpty ? SameLetters(self).units(like: name) : []
    return .unknownName(
      name, asParent: asParent, elsewhere: elsewhere.isEmpty ? nil : lines(elsewhere),
      now: now.flatMap { $0.isEmpty ? nil : lines($0, on: day) },
      alike: alike.isEmpty ? nil : lines(alike), on: day, at: range)
  }
  /// Codes that differ from one only by leading zeros, which a spreadsheet removes.
  private func codes(like code: String) -> [String] {
    let bare = code.drop { $0 == "0" }
    guard !bare.isEmpty, bare.utf8.count <= 5 else { return [] }
    return (0...(5 - bare.utf8.count)).map { String(repeating: "0", count: $0) + bare }.filter {
      $0 != code && !store.history($0).isEmpty
    }
  }
}
