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
  /// The only standards that are looked at; `nil` when every one is.
  let standards: Set<String>?

  /// A number, and the figures it is made of.
  private struct Found {
    var number: Int64?
    var figures: [Figure] = []
    /// Whether they are there and their sum does not fit.
    var isOver = false

    var isThere: Bool { number != nil || isOver }
  }
  /// The numbers of one place.
  private struct Row {
    let place: FigurePlace
    let found: [Found]
  }

  func judge(_ all: CheckedFigures) -> FigureOutcome {
    var outcome = FigureOutcome()
    let asked = names.indices.filter { used.contains(names[$0]) }
    var rows: [Row] = []
    for place in all.figures.places where isAsked(place) {
      let found = names.map { used.contains($0) ? self.found($0, place, all) : Found() }
      guard isMeant(place, asked, found) else { continue }
      if asked.contains(where: { isOfLastYear(names[$0]) && !found[$0].isThere }),
        let why = all.seriesBreak(place)
      {
        outcome.breaks.append((place, why))
        continue
      }
      rows.append(Row(place: place, found: found))
    }
    judge(rows, asked, &outcome)
    return outcome
  }
  private func isAsked(_ place: FigurePlace) -> Bool {
    (group.map { $0 == place.group } ?? true) && (standards.map { $0.contains(place.standard) } ?? true)
  }
  /// Whether a place has a number of its own that the rule asks for, and not just totals of some earlier day or no standard.
  private func isMeant(_ place: FigurePlace, _ asked: [Int], _ found: [Found]) -> Bool {
    asked.contains { isOwn(names[$0]) && found[$0].isThere }
      && asked.contains { index in
        !isOfLastYear(names[index]) && found[index].isThere
          && found[index].figures.contains { $0.asOf == place.day && $0.standard == place.standard }
      }
  }

  private func judge(
    _ rows: [Row], _ asked: [Int], _ outcome: inout FigureOutcome
  ) {
    let batch = Batch(
      names.indices.map { column in
        var builder = ColumnBuilder(.int)
        for row in rows { builder.append(units: row.found[column].number) }
        return builder.column
      }, count: rows.count)
    let (answers, held) = (check.evaluate(batch), when?.evaluate(batch))
    guard case .bool(let holds) = answers.column else { return }
    var limit: Bitmap?
    if case .bool(let rows)? = held?.column { limit = rows.isTrue }
    let computed = self.computed?.evaluate(batch).column
    for (index, row) in rows.enumerated() {
      let isOver = (answers.overflow?[index] ?? false) || (held?.overflow?[index] ?? false)
      guard isOver || limit?[index] ?? true else { continue }
      guard !isOver, !answers.column.isMissing(index) else {
        leaveOut(row, asked, isOver, &outcome)
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
  /// Notes why the rule could not be asked of a row.
  private func leaveOut(
    _ row: Row, _ asked: [Int], _ isOver: Bool, _ outcome: inout FigureOutcome
  ) {
    let tooLarge = asked.filter { row.found[$0].isOver }
    if isOver || !tooLarge.isEmpty {
      let names = (tooLarge.isEmpty ? asked : tooLarge).map { self.names[$0] }
      return outcome.overflows.append((row.place, names))
    }
    // Totals without a standard are asked about at the places that have one; by themselves they lack nothing.
    let there = asked.flatMap { row.found[$0].figures }.filter { $0.wholeCount != nil }
    if row.place.standard.isEmpty, there.allSatisfy({ FigureIndex.totals.contains($0.measure) }) { return }
    outcome.missing.append((row.place, asked.filter { row.found[$0].number == nil }.map { names[$0] }))
  }

  private func fault(_ row: Row, _ asked: [Int], _ computed: Int64?) -> FigureFault {
    func listed(_ write: (Int64) -> String, _ day: ((vi: String, en: String)) -> String) -> String {
      asked.map { index in
        let found = row.found[index]
        let total = cells[names[index]] == nil ? found.figures.first : nil
        return "\(names[index]) = \(found.number.map(write) ?? "—")"
          + (total.map { day($0.ownDay(at: row.place)) } ?? "")
      }.joined(separator: ", ")
    }
    let (vi, en) = (listed({ VietnameseNumber.text($0) }) { $0.vi }, listed({ String($0) }) { $0.en })
    let worked = computed.map {
      Phrase(vi: "; tính lại được \(VietnameseNumber.text($0))", en: "; worked out it is \($0)")
    }
    return FigureFault(
      place: row.place, figures: asked.flatMap { row.found[$0].figures },
      found: Phrase(vi: vi + (worked?.vi ?? ""), en: en + (worked?.en ?? "")),
      what: Phrase(vi: "không thỏa \(text.shown)", en: "\(text.shown) does not hold"))
  }

  /// Whether a name is of the figures of the place itself.
  private func isOwn(_ name: String) -> Bool {
    guard let cell = cells[name] else { return true }
    return cell.at == .same && cell.from == .figures && cell.group == nil
  }
  private func isOfLastYear(_ name: String) -> Bool { cells[name]?.at == .last }

  /// A number; missing when one of the figures that it is made of is.
  private func found(_ name: String, _ place: FigurePlace, _ all: CheckedFigures) -> Found {
    guard let cell = cells[name] else {
      let figure = all.figures.figure(name, place)
      return Found(number: figure?.wholeCount, figures: figure.map { [$0] } ?? [])
    }
    let index = cell.from == .figures ? all.figures : all.others
    let there = FigurePlace(
      unit: place.unit, day: place.day, standard: place.standard, group: cell.group ?? place.group)
    let places = cell.at == .last ? all.before(there, in: index) : [there]
    let measures = cell.measures.flatMap(index.named)
    let figures = places.flatMap { place in measures.compactMap { index.figure($0, place) } }
    // What is not there makes the largest of the others no smaller.
    if cell.take == .largest {
      let most = figures.compactMap(\.wholeCount).max()
      return Found(number: most, figures: figures.filter { $0.wholeCount == most && most != nil })
    }
    let numbers = figures.compactMap(\.wholeCount)
    guard !places.isEmpty, numbers.count == places.count * measures.count else {
      return Found(figures: figures)
    }
    var total = 0 as Int64
    for number in numbers {
      let (next, isOver) = total.addingReportingOverflow(number)
      if isOver { return Found(figures: figures, isOver: true) }
      total = next
    }
    return Found(number: total, figures: figures)
  }
}
