import Diagnostics
import Expressions
import Figures
import Formats
import Tables

/// A condition on counts of one unit, day, standard and group holds.
struct CountCheck: FigureCheck {
  let text: ConditionText
  let check: TypedExpression
  let when: TypedExpression?
  /// What is worked out, to be told.
  let computed: TypedExpression?
  /// The names that are columns, in the order of the schema of the expressions.
  let names: [String]
  let cells: [String: FigureCell]
  /// The names that the expressions ask for.
  let used: Set<String>
  /// The only group that is looked at; `nil` when every one is.
  let group: String?

  /// The numbers of one place, and the figures that they are of.
  private struct Row {
    let place: FigurePlace
    let numbers: [Int64?]
    let figures: [Figure]
  }

  func judge(_ all: CheckedFigures) -> FigureOutcome {
    var outcome = FigureOutcome()
    let asked = names.indices.filter { used.contains(names[$0]) }
    var rows: [Row] = []
    for place in all.figures.places where group.map({ $0 == place.group }) ?? true {
      let found = names.map { name -> (number: Int64?, figures: [Figure]) in
        used.contains(name) ? number(name, place, all) : (nil, [])
      }
      // A place is meant when it has a number of its own that the rule asks for.
      guard asked.contains(where: { isOwn(names[$0]) && found[$0].number != nil }) else { continue }
      if asked.contains(where: { isOfLastYear(names[$0]) && found[$0].number == nil }),
        let why = all.seriesBreak(place)
      {
        outcome.breaks.append((place, why))
        continue
      }
      rows.append(
        Row(place: place, numbers: found.map(\.number), figures: asked.flatMap { found[$0].figures }))
    }
    judge(rows, asked, &outcome)
    return outcome
  }

  private func judge(_ rows: [Row], _ asked: [Int], _ outcome: inout FigureOutcome) {
    let batch = Batch(
      names.indices.map { column in
        var builder = ColumnBuilder(.int)
        for row in rows { builder.append(units: row.numbers[column]) }
        return builder.column
      }, count: rows.count)
    let answers = check.evaluate(batch).column
    guard case .bool(let holds) = answers else { return }
    var limit: Bitmap?
    if let when, case .bool(let held) = when.evaluate(batch).column { limit = held.isTrue }
    let computed = self.computed?.evaluate(batch).column
    for (index, row) in rows.enumerated() where limit.map({ $0[index] }) ?? true {
      guard !answers.isMissing(index) else {
        let gone = asked.filter { row.numbers[$0] == nil }.map { names[$0] }
        outcome.missing.append((row.place, gone))
        continue
      }
      outcome.seen += 1
      guard !holds.bits[index] else { continue }
      var worked: Int64?
      if case .int(let values)? = computed, computed?.isMissing(index) == false {
        worked = values.values[index]
      }
      outcome.faults.append(fault(row, asked, worked))
    }
  }

  private func fault(_ row: Row, _ asked: [Int], _ computed: Int64?) -> FigureFault {
    func listed(_ write: (Int64) -> String) -> String {
      asked.map { "\(names[$0]) = \(row.numbers[$0].map(write) ?? "—")" }.joined(separator: ", ")
    }
    let (vi, en) = (listed { VietnameseNumber.text($0) }, listed { String($0) })
    let worked = computed.map {
      Phrase(vi: "; tính lại được \(VietnameseNumber.text($0))", en: "; worked out it is \($0)")
    }
    return FigureFault(
      place: row.place, figures: row.figures,
      found: Phrase(vi: vi + (worked?.vi ?? ""), en: en + (worked?.en ?? "")),
      what: Phrase(vi: "không thỏa \(text.shown)", en: "\(text.shown) does not hold"))
  }

  /// Whether a name is of the figures of the place itself.
  private func isOwn(_ name: String) -> Bool {
    guard let cell = cells[name] else { return true }
    return cell.at == .same && cell.from == .figures && cell.group == nil
  }
  private func isOfLastYear(_ name: String) -> Bool { cells[name]?.at == .last }

  /// A number, and the figures it is made of; missing when one of them is.
  private func number(_ name: String, _ place: FigurePlace, _ all: CheckedFigures) -> (
    number: Int64?, figures: [Figure]
  ) {
    guard let cell = cells[name] else {
      let figure = all.figures.figure(name, place)
      return (figure?.wholeCount, figure.map { [$0] } ?? [])
    }
    let index = cell.from == .figures ? all.figures : all.others
    let there = FigurePlace(
      unit: place.unit, day: place.day, standard: place.standard, group: cell.group ?? place.group)
    let places = cell.at == .last ? all.before(there, in: index) : [there]
    let figures = places.flatMap { place in cell.measures.compactMap { index.figure($0, place) } }
    let numbers = figures.compactMap(\.wholeCount)
    guard !places.isEmpty, numbers.count == places.count * cell.measures.count else { return (nil, figures) }
    if cell.take == .largest { return (numbers.max(), figures) }
    var total = 0 as Int64
    for number in numbers {
      let (next, isOver) = total.addingReportingOverflow(number)
      if isOver { return (nil, figures) }
      total = next
    }
    return (total, figures)
  }
}
