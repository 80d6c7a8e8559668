import Measures
import StageKit
import Standards
import Tables

/// The rows of a table of movements: one for each unit, class, unit of counting and official column.
enum FlowRows {
  static let classes = FlowTable.classes.map(\.rawValue)
  private static let counted: [(unit: FlowTable.Unit, word: String)] = [
    (.households, "households"), (.persons, "persons"),
  ]
  /// The word of each term.
  private static let words: [FlowTerm: String] = [
    .opening: "opening", .out: "out", .outFurther: "out_further", .otherDecrease: "other_decrease",
    .fromOther: "from_other", .relapsed: "relapsed", .new: "new", .otherIncrease: "other_increase",
    .closing: "closing",
  ]

  /// The columns; counts are guarded as what they are made from.
  static func schema(from names: [String], units: [String]) -> Schema {
    Schema([
      Field("unit", .text, .code, from: units), .constant("class", oneOf: classes),
      .constant("weight", oneOf: counted.map(\.word), .code),
      Field("column", .int, .code, from: names),
      .constant("term", oneOf: FlowTerm.allCases.compactMap { words[$0] }, .code),
      Field("count", .int, .count, from: names),
    ])
  }
  /// The rows; where the lists are of two standards there is no number.
  static func batch(
    _ tables: [(unit: String?, table: FlowTable)], hasPersons: Bool, isOneStandard: Bool, _ schema: Schema
  ) -> Batch {
    var columns = schema.fields.map { ColumnBuilder($0.type) }
    var rows = 0
    for (unit, table) in tables {
      for kind in FlowTable.classes {
        for (counting, word) in counted.prefix(hasPersons ? 2 : 1) {
          for term in FlowTerm.allCases {
            if let unit {
              columns[0].append(text: unit.utf8)
            } else {
              columns[0].append(missing: .notApplicable)
            }
            columns[1].append(text: kind.rawValue.utf8)
            columns[2].append(text: word.utf8)
            columns[3].append(units: Int64(term.rawValue))
            columns[4].append(text: (words[term] ?? "").utf8)
            if !isOneStandard {
              columns[5].append(missing: .notApplicable)
            } else if let count = table[kind, counting][term] {
              columns[5].append(units: count)
            } else {
              columns[5].append(missing: .invalid)
            }
            rows += 1
          }
        }
      }
    }
    return Batch(columns.map(\.column), count: rows)
  }
}
