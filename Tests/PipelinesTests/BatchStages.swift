import Diagnostics
import StageKit
import Tables

/// Keeps the rows with at least some number, and tells of the others.
struct CheckPeople: BatchStage {
  static let name = "people.check"
  static let summary = Phrase(vi: "Kiểm tra một cột.", en: "Checks a column.")
  struct Options: StageOptions {
    @Option(vi: "Cột.", en: "Column.") var column: ColumnName
    @Option(vi: "Ít nhất.", en: "At least.", default: 1) var atLeast: Int
  }
  private let options: Options
  init(_ options: Options) { self.options = options }

  func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, BatchWork> {
    let column = plan.column(options.column, in: input, as: Int64.self)
    let least = Int64(options.atLeast)
    return Planned(input) { batch, findings in
      var kept = Bitmap(repeating: true, count: batch.count)
      for (row, number) in batch[column].values.enumerated() where number < least {
        kept[row] = false
        findings.reject(
          "people.range", row: row, of: batch, column: column.field.name,
          Phrase(vi: "\(number) dưới \(least)", en: "\(number) is below \(least)"))
      }
      return batch.keeping(kept)
    }
  }
}

/// Leaves columns out.
struct DropColumns: BatchStage {
  static let name = "columns.drop"
  static let summary = Phrase(vi: "Bỏ các cột.", en: "Leaves columns out.")
  struct Options: StageOptions { @Option(vi: "Các cột.", en: "Columns.") var columns: [ColumnName] }
  private let options: Options
  init(_ options: Options) { self.options = options }

  func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, BatchWork> {
    let dropped = options.columns.compactMap { plan.column($0, in: input)?.index }
    let kept = input.fields.indices.filter { !dropped.contains($0) }
    return Planned(Schema(kept.map { input.fields[$0] })) { batch, _ in
      Batch(kept.map { batch.columns[$0] }, count: batch.count, origin: batch.origin)
    }
  }
}

/// Gives a text column another name, and claims that everybody may see it.
struct CopyColumn: BatchStage {
  static let name = "column.copy"
  static let summary = Phrase(vi: "Chép một cột.", en: "Copies a column.")
  enum Claim: String, OptionValue, CaseIterable { case from, nothing, none, typo, keepField = "keep_field" }
  struct Options: StageOptions {
    @Option(vi: "Cột.", en: "Column.") var column: ColumnName
    @Option(vi: "Tên mới.", en: "New name.") var to: String
    @Option(vi: "Nói gì về nguồn.", en: "What is said of its source.", default: .from) var claim: Claim
  }
  private let options: Options
  init(_ options: Options) { self.options = options }

  func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, BatchWork> {
    let old = plan.column(options.column, in: input, as: String.self)
    var field = Field(options.to, .text, .label, sensitivity: .public)
    switch options.claim {
    case .from: field.sources = [old.field.name]
    case .nothing: field.sources = nil
    case .none: field.sources = []
    case .typo: field.sources = ["hed"]
    case .keepField:
      field = old.field
      (field.name, field.sensitivity, field.sources) = (options.to, .public, [])
    }
    return Planned(input.adding(field)) { batch, _ in batch.adding(.text(batch[old])) }
  }
}
