import Diagnostics
import Figures
import StageKit
import Tables
import YAML

@testable import Disclosure

let grounds = [
  PublicGround(
    measures: ["poor", "poor_rate"], groups: ["all"], reason: Phrase(vi: "Luật 104/2016", en: "Law 104/2016")),
  PublicGround(
    measures: ["poor_rate"], groups: ["ethnicity:*"], reason: Phrase(vi: "đã đăng báo", en: "in the press")),
]
/// A figure of Cà Mau at the end of 2024, but for what is said.
func figure(
  _ measure: String = "poor", _ value: FigureValue? = .amount(2890), group: String = "all",
  status: Figure.Status = .value, id: String? = nil, precedence: Int = 0, unit: String = "96@2004-08-31",
  note: String = "a note", place: String = "table 3"
) -> Figure {
  Figure(
    id: id ?? "\(unit)/\(measure)/\(group)/\(precedence)", unit: unit, asOf: Day(number: 20_088),
    measure: measure,
    group: group, value: value, status: status, standard: "vn-2022", grade: .official,
    source: Figure.Source(title: "a table", decision: "QĐ 1", place: place), edition: "2025-02.1",
    precedence: precedence, note: note,
    origin: SourceRange(file: "f.csv", start: .init(line: 2, column: 1), end: .init(line: 2, column: 1)))
}
func notice(_ figures: String...) -> Notice {
  Notice("rollup.not-the-sum", Phrase(vi: "chênh 5", en: "5 apart"), figures: figures)
}
func release(
  _ tables: [[Figure]], _ notices: [Notice] = [], edition: String = "2025-02.1", previous: String? = nil
) throws(StageError) -> Release {
  try Release(
    tables.map { FigureTable($0) }, [Notices(notices)], grounds: grounds, edition: edition,
    previous: previous.map { Array($0.utf8) })
}
/// Everything that a release lets out, as text.
func everything(_ release: Release) -> String {
  let figures = release.table.figures.map { "\($0)" }.joined(separator: "\n")
  let notices = release.notices.all.map { "\($0)" }.joined(separator: "\n")
  let changes = (release.table.changes()?.figures ?? []).map { "\($0)" }.joined(separator: "\n")
  let entry = String(decoding: release.table.ledgerEntry, as: UTF8.self)
  return [figures, notices, changes, entry, "\(release.withheld) \(release.heldBack)"].joined(separator: "\n")
}
/// What is refused, in English; `nil` when nothing is.
func refusal(_ body: () throws(StageError) -> Void) -> StageError? {
  do throws(StageError) {
    try body()
    return nil
  } catch { return error }
}

/// A value of YAML; `nil` when it is none.
func parsed(_ text: [UInt8]) -> Node? {
  do throws(Diagnostics) { return try parseYAML(text, file: "test") } catch { return nil }
}
