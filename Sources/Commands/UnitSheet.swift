import Diagnostics
import StageKit
import Tables
import Units

/// All that the register has of one unit on a day.
struct UnitSheet {
  private let unit: UnitVersion
  private let register: UnitRegistry
  /// The day of the hierarchy: the one asked for, else the last of the unit or of the register.
  private let day: Day
  /// Every unit below it on the day.
  private let units: [UnitVersion]

  init(_ unit: UnitVersion, _ register: UnitRegistry, on day: Day?) {
    (self.unit, self.register) = (unit, register)
    let day = day.flatMap { unit.isValid(on: $0) ? $0 : nil } ?? register.lastDay(of: unit)
    self.day = day
    var (units, rest) = ([UnitVersion](), register.children(of: unit, on: day))
    while let next = rest.popLast() {
      units.append(next)
      rest += register.children(of: next, on: day)
    }
    self.units = units
  }

  /// For people: a line for each thing.
  var text: Phrase {
    let parts = lines.map { line -> Phrase in
      Phrase(vi: "  \(line.title.vi): \(line.text.vi)", en: "  \(line.title.en): \(line.text.en)")
    }
    let title = "\(unit.name) (\(unit.id))"
    return Phrase(
      vi: ([title] + parts.map(\.vi)).joined(separator: "\n"),
      en: ([title] + parts.map(\.en)).joined(separator: "\n"))
  }
  private var lines: [(title: Phrase, text: Phrase)] {
    var lines = [
      (Phrase(vi: "mã", en: "code"), Phrase(same: unit.code)),
      (Phrase(vi: "cấp", en: "level"), unit.level.phrase),
      (Phrase(vi: "loại", en: "type"), Phrase(same: unit.type.rawValue)),
    ]
    if let area = unit.area { lines.append((Phrase(vi: "khu vực", en: "area"), area.phrase)) }
    lines.append((Phrase(vi: "hiệu lực", en: "valid"), unit.days))
    let above = register.ancestors(of: unit, on: day)
    if !above.isEmpty {
      let title = Phrase(vi: "thuộc, ngày \(day.vietnamese)", en: "within, on \(day.iso)")
      lines.append((title, Phrase(same: above.map { "\($0.name) (\($0.id))" }.joined(separator: ", "))))
    }
    if let region { lines.append((Phrase(vi: "vùng", en: "region"), Phrase(same: region.name))) }
    let below = below.map {
      Phrase(vi: "\($1.grouped(.vi)) \($0.phrase.vi)", en: $1.english($0.phrase.en, $0.plural))
    }
    lines.append(
      (
        Phrase(vi: "đơn vị bên dưới, ngày \(day.vietnamese)", en: "units below, on \(day.iso)"),
        below.isEmpty
          ? Phrase(vi: "không có", en: "none")
          : Phrase(vi: below.map(\.vi).joined(separator: ", "), en: below.map(\.en).joined(separator: ", "))
      ))
    if sources.count > 1 {
      lines.append(
        (
          Phrase(vi: "nguồn của các đơn vị bên dưới", en: "sources of the units below"),
          Phrase(
            vi: sources.map { "\($0.title) (\($0.count.grouped(.vi)))" }.joined(separator: "; "),
            en: sources.map { "\($0.title) (\($0.count.grouped(.en)))" }.joined(separator: "; "))
        ))
    }
    lines += before.map { (Phrase(vi: "trước đó", en: "before it"), register.line($0, to: $1)) }
    lines += after.map { (Phrase(vi: "sau đó", en: "after it"), register.line($0, to: $1)) }
    if let end = register.endOfLevel(unit) {
      lines.append((Phrase(vi: "sau đó", en: "after it"), unit.level.ended(on: end)))
    }
    lines.append((Phrase(vi: "nguồn", en: "source"), Phrase(same: unit.source)))
    return lines
  }
  /// For programs.
  var json: JSON {
    var json = register.json(unit, on: day)
    json["on"] = .string(day.iso)
    json["above"] = .array(
      register.ancestors(of: unit, on: day).map {
        ["id": .string($0.id), "name": .string($0.name), "level": .string($0.level.rawValue)]
      })
    json["region"] = region.map { ["id": .string($0.id), "name": .string($0.name)] } ?? .null
    json["below"] = .object(below.map { ($0.rawValue, .integer($1)) })
    json["below_sources"] = .object(sources.map { ($0.title, .integer($0.count)) })
    json["predecessors"] = .array(before.map { register.json($0, to: $1) })
    json["successors"] = .array(after.map { register.json($0, to: $1) })
    json["level_ended"] = register.endOfLevel(unit).map { .string($0.iso) } ?? .null
    json["source"] = .string(unit.source)
    return json
  }

  private var region: UnitVersion? {
    let province = ([unit] + register.ancestors(of: unit, on: day)).first { $0.level == .province }
    return province.flatMap { register.region(of: $0, on: day) }
  }
  /// How many units of each level are below it on the day.
  private var below: [(UnitLevel, Int)] {
    let counts = units.reduce(into: [UnitLevel: Int]()) { $0[$1.level, default: 0] += 1 }
    return UnitLevel.allCases.compactMap { level in counts[level].map { (level, $0) } }
  }
  /// From which lists the units below are taken, the most used first: one of its own says what is odd of a few.
  private var sources: [(title: String, count: Int)] {
    let counts = units.reduce(into: [String: Int]()) { $0[$1.source, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
  private var before: [(Succession, UnitVersion)] {
    register.predecessors(of: unit).compactMap { step in register.unit(id: step.from).map { (step, $0) } }
  }
  private var after: [(Succession, UnitVersion)] {
    register.successors(of: unit).compactMap { step in register.unit(id: step.to).map { (step, $0) } }
  }
}

extension UnitLevel {
  /// The English word for several.
  fileprivate var plural: String { self == .country ? "countries" : phrase.en + "s" }
}
