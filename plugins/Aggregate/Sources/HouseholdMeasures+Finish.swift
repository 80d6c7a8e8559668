import Diagnostics
import Measures
public import StageKit
public import Tables

extension HouseholdMeasures {
  /// What a row of the table is about.
  private struct About: Hashable {
    let depth: Int
    let place: UnitPlaces.Place
    let label: String

    static func precedes(_ a: About, _ b: About) -> Bool {
      if a.depth != b.depth { return a.depth < b.depth }
      if a.place.code != b.place.code {
        return (a.place.code ?? "").utf8.lexicographicallyPrecedes((b.place.code ?? "").utf8)
      }
      return a.label.utf8.lexicographicallyPrecedes(b.label.utf8)
    }
  }

  /// Adds the units up to the levels asked for, and makes the measures of each.
  public func finish(_ findings: inout Findings) -> Batch {
    var rolled: [About: Sums] = [:]
    var lost = LostRows(groups: form.groups.count)
    let tables = tables.map(\.settled)
    for (index, table) in tables.enumerated() {
      for cell in 0..<table.count where table.hasRows(cell) {
        let sums = table.sums(of: cell)
        if index == 0 {
          let found = form.places.found(cells.codes(of: cell))
          lost.note(found, sums.rows)
          add(sums, found, "all", &rolled)
        } else {
          add(sums, cell, ofGroup: index - 1, &rolled, &lost)
        }
      }
    }
    lost.tell(form.places, groups: form.groups.map(\.name), namingUnits: isNamingUnits, &findings)
    if let units = tables.first { tellLeftOut(units, &findings) }
    return table(rolled, &findings)
  }
  private var isNamingUnits: Bool { form.table.schema["unit"]?.sensitivity != .personal }
  private func add(
    _ sums: Sums, _ cell: Int, ofGroup group: Int, _ rolled: inout [About: Sums], _ lost: inout LostRows
  ) {
    let (unit, value) = cells.cells[group].pair(cell)
    guard let text = cells.values[group].text(value) else {
      lost.withoutGroup[group] += sums.rows
      return
    }
    let label = "\(form.groups[group].name):\(String(decoding: text, as: UTF8.self))"
    add(sums, form.places.found(cells.codes(of: unit)), label, &rolled)
  }
  private func add(_ sums: Sums, _ found: UnitPlaces.Found, _ label: String, _ rolled: inout [About: Sums]) {
    for place in found.places {
      let depth = form.places.levels.firstIndex(of: place.level) ?? 0
      rolled[About(depth: depth, place: place, label: label), default: Sums(form.flags.count)].merge(sums)
    }
  }
  /// Tells how many households are in no measure, since something of them is not known.
  private func tellLeftOut(_ units: MeasureCells, _ findings: inout Findings) {
    let all = (0..<units.count).map { units.sums(of: $0) }
    let households = all.reduce(0 as Int128) { $0 + $1.households.leftOut }
    if households > 0 {
      findings.add(
        "measures.left-out", file: "", line: 0,
        Phrase(
          vi: "\(households) hộ thiếu một chỉ số hoặc thiếu thông tin thu nhập: không nằm trong chỉ tiêu nào",
          en: "\(households) households lack an indicator or what is known of income: they are in no measure")
      )
    }
    let persons = all.reduce(0 as Int128) { $0 + $1.persons.leftOut } - households
    if form.members != nil, persons > 0 {
      findings.add(
        "measures.left-out", file: "", line: 0,
        Phrase(
          vi: "\(persons) hộ không có số nhân khẩu hợp lệ: không nằm trong chỉ tiêu tính theo người",
          en: "\(persons) households have no number of members that can be: they are in no measure of persons"
        ))
    }
  }
  private func table(_ rolled: [About: Sums], _ findings: inout Findings) -> Batch {
    var columns = MeasureTable.Cells(form.table.schema)
    guard let rule = form.rule else { return columns.batch }
    let weights = form.members == nil ? ["households"] : ["households", "persons"]
    let blocks = [false, true].map { MeasureTable.Block(rule, weights, isPart: $0) }
    for (about, sums) in rolled.sorted(by: { About.precedes($0.key, $1.key) }) {
      let isPart = about.label != "all"
      let all =
        isPart ? rolled[About(depth: about.depth, place: about.place, label: "all")] : nil
      let block = blocks[isPart && all != nil ? 1 : 0]
      do throws(MeasureProblem) {
        var values = try block.values(sums.households, of: all?.households, by: rule)
        if form.members != nil { values += try block.values(sums.persons, of: all?.persons, by: rule) }
        columns.append(block, about.place.level.rawValue, about.place.code, about.label)
        for (line, value) in zip(block.lines, values) { append(value, line, about, &columns, &findings) }
      } catch {
        findings.tooLarge("value", isNamingUnits ? about.place.code : nil, about.label)
      }
    }
    return columns.batch
  }
  private func append(
    _ value: Fraction?, _ line: MeasureTable.Line, _ about: About, _ columns: inout MeasureTable.Cells,
    _ findings: inout Findings
  ) {
    guard let value else { return columns.append(nil, reason: .notApplicable) }
    let units = value.rounded(places: form.table.decimals).flatMap { Int64(exactly: $0.units) }
    let numbers = (Int64(exactly: value.numerator), Int64(exactly: value.denominator), units)
    if numbers.0 == nil || numbers.1 == nil || (units == nil && !line.measure.isCount) {
      findings.tooLarge(line.measure.rawValue, isNamingUnits ? about.place.code : nil, about.label)
    }
    columns.append(numbers, reason: .invalid)
  }
}

extension HouseholdMeasures.Sums {
  /// The number of rows, known or not.
  fileprivate var rows: Int64 { Int64(clamping: households.households + households.leftOut) }
}
