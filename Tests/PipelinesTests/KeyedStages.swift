import Diagnostics
import StageKit
import Tables

/// Rejects the rows whose key another row has, and tells how many have it and where the first is.
struct UniqueRows: KeyedStage {
  static let name = "rows.unique"
  static let summary = Phrase(vi: "Tìm các dòng trùng.", en: "Finds rows that stand twice.")
  struct Options: StageOptions {
    @Option(vi: "Các khóa.", en: "Keys.") var keys: [ColumnName]
    @Option(vi: "Khóa gồm mọi cột.", en: "One key of all columns.", default: false) var together: Bool
  }
  private let options: Options
  init(_ options: Options) { self.options = options }

  func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, KeyedWork> {
    let columns = options.keys.compactMap { plan.column($0, in: input) }
    let keys =
      options.together
      ? [Key("all", columns.map(\.index))] : columns.map { Key($0.field.name, [$0.index]) }
    return Planned(input, keys: keys) { batch, known, findings in
      var kept = Bitmap(repeating: true, count: batch.count)
      for key in keys {
        for row in 0..<batch.count where !known[key.name].isUnique(row) {
          kept[row] = false
          let first = known[key.name].firstPlace(of: row)
          let count = known[key.name].count(of: row)
          let text = "\(count) \(first?.file ?? ""):\(first?.line ?? 0)"
          findings.reject("rows.twice", row: row, of: batch, column: key.name, Phrase(same: text))
        }
      }
      return batch.keeping(kept)
    }
  }
}

/// Adds the row of other tables that has the key of a row, -1 where there is none.
struct FindRows: KeyedStage {
  static let name = "rows.find"
  static let summary = Phrase(vi: "Tìm trong bảng khác.", en: "Looks into other tables.")
  struct Sides: Ports {
    let others = Port<Many<Table>>(vi: "Các bảng khác.", en: "Other tables.", atLeast: 0)
  }
  struct Options: StageOptions {
    @Option(vi: "Cột.", en: "Column.") var column: ColumnName
    @Option(vi: "Cột ở bảng kia.", en: "Column there.") var other: ColumnName
  }
  private let options: Options
  init(_ options: Options) { self.options = options }

  func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, KeyedWork> {
    let column = plan.column(options.column, in: input)?.index ?? -1
    let sides = plan.sides(Sides.self).others
    let other = sides.first.flatMap { plan.column(options.other, in: $0) }?.index ?? -1
    let key = Key("other", [column], in: \Sides.others, [other])
    return Planned(input.adding(Field("row", .int, .label, from: [])), keys: [key]) { batch, known, _ in
      let rows = (0..<batch.count).map { Int64(known["other"].lookup($0) ?? -1) }
      return batch.adding(.int(Values(rows)))
    }
  }
}

/// A batch stage with a side table: keeps the rows whose number is at least that of the first row there.
struct KeepLarge: BatchStage {
  static let name = "rows.large"
  static let summary = Phrase(vi: "Giữ các dòng lớn.", en: "Keeps large rows.")
  struct Sides: Ports {
    let least = Port<Table>(vi: "Bảng có số nhỏ nhất.", en: "A table with the least number.")
  }
  struct Options: StageOptions { @Option(vi: "Cột.", en: "Column.") var column: ColumnName }
  private let options: Options
  init(_ options: Options) { self.options = options }

  func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, BatchWork> {
    let column = plan.column(options.column, in: input, as: Int64.self)
    let least = plan.column("rows", in: plan.sides(Sides.self).least, as: Int64.self)
    return Planned(input, drops: true, with: Sides.self) { (given) throws(StageError) in
      let bound = given.least.rows[least].values.min() ?? 0
      return { batch, _ in
        let values = batch[column].values
        return batch.gathered(values.indices.filter { values[$0] >= bound })
      }
    }
  }
}

/// Gives other rows than it should, as its option says.
struct LoseRows: BatchStage {
  static let name = "rows.lose"
  static let summary = Phrase(vi: "Làm mất dòng.", en: "Loses rows.")
  enum Fault: String, CaseIterable, OptionValue {
    case none, drops, filters, twice, keepsRejected = "keeps_rejected"
  }
  struct Options: StageOptions { @Option(vi: "Lỗi.", en: "Fault.") var fault: Fault }
  private let options: Options
  init(_ options: Options) { self.options = options }

  func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, BatchWork> {
    let fault = options.fault
    return Planned(input, drops: fault == .filters) { batch, findings in
      let rows = Array(0..<batch.count)
      switch fault {
      case .none: return batch
      case .drops, .filters: return batch.gathered(rows.filter { $0 > 0 })
      case .twice: return batch.gathered(rows + rows)
      case .keepsRejected:
        findings.reject("rows.lost", row: 0, of: batch, Phrase(same: "a"))
        findings.reject("rows.lost", row: 0, of: batch, Phrase(same: "b"))
        return batch
      }
    }
  }
}
