import Diagnostics
import StageKit
import Tables
import Units

/// What was found of names, written one after another.
struct FoundNames {
  /// How it is written.
  enum Form { case text, json, csv }
  /// The most candidates that are shown to people for one name.
  private static let shown = 20

  /// Whether each name was exactly one unit so far.
  private(set) var areClear = true
  private let register: UnitRegistry
  private let (form, language): (Form, Language)
  private let (day, level, parents): (Day?, UnitLevel?, [String])
  /// Whether names that are one unit are left out.
  private let isQuiet: Bool
  private var search: UnitSearch
  /// Units with the letters of a name; made for the first name that is no unit.
  private var sameLetters: SameLetters?
  /// How each unit is written: most units of a long list come again.
  private var written: [Int: String] = [:]

  init(_ register: UnitRegistry, _ command: UnitsFindCommand, form: Form, _ language: Language) {
    (self.register, self.form, self.language) = (register, form, language)
    (day, level, parents) = (
      command.register.day?.day, command.level?.level, command.register.parents
    )
    isQuiet = command.common.quiet
    search = UnitSearch(register)
  }

  /// What goes before the first name.
  var head: String {
    form == .csv ? "\u{FEFF}name,status,id,code,unit,type,level,area,valid_from,valid_to,above\r\n" : ""
  }

  /// Writes what one name can mean.
  mutating func append(_ name: Substring, to text: inout String) {
    let found = units(name)
    if found.count == 1 {
      guard !isQuiet else { return }
    } else {
      areClear = false
    }
    switch form {
    case .text: appendText(name, found, to: &text)
    case .json: appendJSON(name, found, to: &text)
    case .csv: appendCSV(name, found, to: &text)
    }
  }
  private mutating func units(_ name: Substring) -> [Int] {
    // Digits that are a code are no number of a ward, on no day: `00004` is not `Phường 4`.
    if let term = CodeTerm(name), term.isOnlyCode || !coded(term, on: nil).isEmpty {
      return coded(term, on: day)
    }
    let named = search.places(named: name, within: parents, on: day, at: level)
    guard let term = term(name, isName: !named.isEmpty) else { return named }
    return coded(term, on: day) + named
  }
  private mutating func coded(_ term: CodeTerm, on day: Day?) -> [Int] {
    let coded = search.places(ofCode: term.code, within: parents, on: day, at: level)
    return term.id.map { id in coded.filter { register.units[$0].id == id } } ?? coded
  }
  /// The code or id that a text is; the country and regions have words for codes, which are no names.
  private func term(_ name: Substring, isName: Bool) -> CodeTerm? {
    if let term = CodeTerm(name) { return term }
    let text = isName ? nil : name.split(separator: " ").first.map(String.init)
    return text.flatMap { register.unit(id: $0) == nil ? nil : CodeTerm(whole: $0) }
  }
  /// What the code has been; for a name the units that have it on other days or elsewhere, or else its letters.
  private mutating func others(_ name: Substring) -> OtherUnits {
    let term = term(name, isName: false)
    if let term, case let versions = search.places(ofCode: term.code), !versions.isEmpty {
      let own = versions.map { register.units[$0] }.filter { term.id == nil || term.id == $0.id }
      return OtherUnits(
        kind: .code, units: versions, became: became(own),
        isOutOfDay: day.map { day in !own.isEmpty && !own.contains { $0.isValid(on: day) } } ?? false)
    }
    if term?.isOnlyCode == true { return OtherUnits(kind: .unknownCode, units: []) }
    // The unit that was meant, if the day alone was wrong: what it became is the answer.
    let here = day == nil ? [] : search.places(named: name, within: parents, at: level)
    guard here.isEmpty else {
      return OtherUnits(kind: .name, units: here, became: became(here.map { register.units[$0] }))
    }
    let elsewhere = search.places(named: name.split(separator: ",").first ?? "")
    guard elsewhere.isEmpty else { return OtherUnits(kind: .name, units: elsewhere) }
    guard term == nil else { return OtherUnits(kind: .unknownCode, units: []) }
    let letters = sameLetters ?? SameLetters(register)
    sameLetters = letters
    return OtherUnits(kind: .letters, units: letters.places(like: String(name)))
  }
  /// What versions of a code had become on the day asked for.
  private func became(_ versions: [UnitVersion]) -> [UnitVersion] {
    guard let day else { return [] }
    var seen: Set<String> = []
    return versions.flatMap { UnitStory($0, register).became(on: day) }
      .filter { seen.insert($0.id).inserted }
  }

  // MARK: For people

  private mutating func appendText(_ name: Substring, _ found: [Int], to text: inout String) {
    if found.count == 1, let unit = found.first {
      text += "\(name): \(line(unit))\n"
      return
    }
    guard found.isEmpty else {
      let count = found.count
      text += Phrase(
        vi: "\(name): \(count) đơn vị, không chọn:\n", en: "\(name): \(count) units, none chosen:\n")(
          language)
      return appendLines(found, to: &text)
    }
    let others = others(name)
    text += "\(name): \(others.why(on: day)(language))\n"
    appendLines(others.units, to: &text)
    for unit in others.became { text += "    → \(register.line(unit, on: day)(language))\n" }
  }
  private mutating func appendLines(_ units: [Int], to text: inout String) {
    for unit in units.prefix(Self.shown) { text += "  \(line(unit))\n" }
    guard units.count > Self.shown else { return }
    let more = units.count - Self.shown
    text += Phrase(
      vi: "  … và \(more) đơn vị nữa: thêm --on, --in hay --level\n",
      en: "  … and \(more) more: say --on, --in or --level\n")(language)
  }
  private mutating func line(_ unit: Int) -> String {
    kept(unit) { unit, register, day, language in register.line(unit, on: day)(language) }
  }

  // MARK: For programs

  private mutating func appendJSON(_ name: Substring, _ found: [Int], to text: inout String) {
    text += "{\"name\": \(JSON.string(String(name))), \"status\": \"\(status(found))\", \"candidates\": ["
    appendList(found, to: &text)
    if found.isEmpty {
      let others = others(name)
      text += "], \"\(others.key)\": ["
      appendList(others.units, to: &text)
      if others.kind == .code || !others.became.isEmpty {
        let became = others.became.map { register.json($0, on: day).description }
        text += "], \"became\": [" + became.joined(separator: ", ")
      }
    }
    text += "]}\n"
  }
  private mutating func appendList(_ units: [Int], to text: inout String) {
    for (place, unit) in units.enumerated() {
      if place > 0 { text += ", " }
      text += kept(unit) { unit, register, day, _ in register.json(unit, on: day).description }
    }
  }
  private mutating func appendCSV(_ name: Substring, _ found: [Int], to text: inout String) {
    let start = "\(Self.quoted(String(name))),\(status(found)),"
    guard !found.isEmpty else {
      text += start + ",,,,,,,,\r\n"
      return
    }
    for unit in found {
      text += start
      text += kept(unit) { unit, register, day, _ in
        [
          unit.id, unit.code, unit.name, unit.type.rawValue, unit.level.rawValue, unit.area?.rawValue ?? "",
          unit.validFrom.iso, unit.validTo?.iso ?? "",
          register.above(unit, on: day).map(\.name).joined(separator: ", "),
        ].map(Self.quoted).joined(separator: ",")
      }
      text += "\r\n"
    }
  }
  private func status(_ found: [Int]) -> String {
    found.isEmpty ? "none" : found.count == 1 ? "one" : "several"
  }
  /// A field of RFC 4180; one that a spreadsheet would take for a formula begins with an apostrophe.
  private static func quoted(_ field: String) -> String {
    let isFormula = field.utf8.first.map { [0x3D, 0x2B, 0x2D, 0x40, 0x09].contains($0) } ?? false
    let field = isFormula ? "'" + field : field
    guard field.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
      return field
    }
    let hasQuote = field.utf8.contains(0x22)
    return "\"" + (hasQuote ? field.replacing("\"", with: "\"\"") : field) + "\""
  }
  private mutating func kept(
    _ place: Int, _ make: (UnitVersion, UnitRegistry, Day?, Language) -> String
  ) -> String {
    if let text = written[place] { return text }
    let text = make(register.units[place], register, day, language)
    written[place] = text
    return text
  }
}
