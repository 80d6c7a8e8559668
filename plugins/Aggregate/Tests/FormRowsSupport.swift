import Diagnostics
import StageKit
import StageTestKit
import Tables
import YAML

@testable import Aggregate

/// A household as the official tables ask for it.
struct FormHousehold: Sendable {
  var commune = "00001"
  var word: String? = "poor"
  var members: Int64? = 4
  var people: String? = "Kinh"
  var local: Bool? = false
  var merit: Bool? = false
  var unable: Bool? = false
  var female: Bool? = false
  var land: Bool? = false
  var capital: Bool? = false
  var children: Int64? = 2
  var insurance: Int64? = 1
  var nutrition: Int64? = 0
  var school: Int64? = 0

  /// Whether it is of a minority; not known where its people is not.
  var minority: Bool? { people.map { $0 != "Kinh" } }
  /// The answers that make groups, in the order of the columns.
  var answers: [Bool?] { [minority, local, merit, unable, female, land, capital] }
  var numbers: [Int64?] { [members, children, insurance, nutrition, school] }

  static let schema = Schema(
    ["commune", "class", "people"].map { Field($0, .text, $0 == "commune" ? .code : .label) }
      + ["minority", "local", "merit", "unable", "female", "land", "capital"].map { Field($0, .bool, .flag) }
      + ["members", "children", "uninsured", "thin", "away"].map { Field($0, .int, .count) })
  static func batch(_ rows: [FormHousehold]) -> Batch {
    var columns = schema.fields.map { ColumnBuilder($0.type) }
    for row in rows {
      for (place, text) in [row.commune, row.word, row.people].enumerated() {
        if let text { columns[place].append(text: text.utf8) } else { columns[place].append(missing: .blank) }
      }
      for (place, answer) in row.answers.enumerated() where !columns[3 + place].append(bool: answer) {
        columns[3 + place].append(missing: .blank)
      }
      for (place, number) in row.numbers.enumerated() { columns[10 + place].append(units: number) }
    }
    return Batch(columns.map(\.column), count: rows.count)
  }
  /// Counts them as `households.aggregate` does.
  static func counted(_ rows: [FormHousehold]) throws -> Table {
    let options =
      "{ columns: { commune: commune }, members: members, groups: [people, minority, local, merit, unable, female, land, capital], sums_by_class: [children, uninsured, thin, away] }"
    var planning = Planning(
      step: "dem", range: nil, pipeline: PipelineInfo(name: "t", referenceDate: Day(iso: "2024-12-14")),
      loader: DocumentLoader(files: .memory([:])), resources: [:])
    let decoded = try AggregateHouseholds.Options.decoded(from: parseYAML(options, file: "t.yaml"))
    let planned = AggregateHouseholds(decoded).plan(schema, &planning)
    var (state, found) = (planned.work, Findings())
    state.add(batch(rows))
    return Table(planned.output, state.finish(&found))
  }
  static let options =
    "{ standard: vn-2022, ethnicity: people, labels: { kinh: \"people:Kinh\", minority: \"minority:true\", local_minority: \"local:true\", merit: \"merit:true\", unable_to_work: \"unable:true\", female_head: \"female:true\", land: \"land:true\", capital: \"capital:true\" }, children: { total: children, insurance: uninsured, nutrition: thin, school: away } }"
}
