public import Diagnostics
public import StageKit
public import Tables

/// Adds columns of another table to the rows that have its keys.
///
/// A key is only looked up, never counted, so the rows are read once; that no key stands twice in the table is found when
/// it is indexed.
public struct JoinRows: BatchStage {
  /// The word after `use:`.
  public static let name = "rows.join"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Thêm cột của một bảng khác vào các dòng có cùng khóa.",
    en: "Adds columns of another table to the rows with the same key.")
  /// The words of its codes.
  public static let explanations = joinExplanations

  /// What it takes besides the rows.
  public struct Sides: Ports {
    /// The other table.
    public let lookup = Port<Table>(
      vi: "Bảng được tra, mỗi khóa một dòng.", en: "The table that is looked into, a row a key.")
    /// The ports.
    public init() {}
  }
  /// What becomes of a row whose key the table does not have.
  enum Unmatched: String, OptionValue, CaseIterable { case reject, keep, drop }
  /// The options of `rows.join`.
  public struct Options: StageOptions {
    @Option(
      vi: "Các cột làm khóa; khi tên ở hai bảng khác nhau thì ghi tên ở đây: tên ở bảng tra.",
      en: "The columns of the key; where names differ, name here: name in the table.")
    var on: OneOf<[ColumnName], Mapping<ColumnName>>
    @Option(
      vi: "Các cột của bảng tra được thêm; không ghi thì mọi cột trừ khóa.",
      en: "The columns of the table that are added; all but the key unless said.")
    var columns: [ColumnName]?
    @Option(vi: "Chữ đứng trước tên các cột được thêm.", en: "What stands before their names.", default: "")
    var prefix: String
    @Option(
      vi: "Dòng không có trong bảng tra: reject loại và báo, keep giữ với ô thiếu và báo, drop bỏ.",
      en: "Rows that are not in the table: rejected and told, kept with missing cells and told, or dropped.",
      default: .reject)
    var unmatched: Unmatched
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Finds the columns of the key and those that are added.
  public func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, BatchWork> {
    let side = plan.sides(Sides.self).lookup
    let key = key(input, side, &plan)
    let added = added(side, besides: Set(key.map(\.other.index)), &plan)
    var output = input
    for field in added.map({ side.fields[$0] }) {
      let name = options.prefix + field.name
      guard output.index(of: name) == nil else {
        plan.report(.joinExists(name, at: options.$columns ?? plan.range))
        continue
      }
      // Which row is found depends on the key, so what is found is as guarded as the key is.
      output = output.adding(
        Field(
          name, field.type, field.role, unit: field.unit, sensitivity: field.sensitivity,
          from: [field.name] + key.map(\.own.field.name)))
    }
    let unmatched = options.unmatched
    return Planned(output, drops: unmatched == .drop, with: Sides.self) { (given) throws(StageError) in
      let join = try Join(
        of: key.map { ($0.own.field.name, $0.own.index) }, given.lookup.rows,
        key.map { ($0.other.field.name, $0.other.index) }, adding: added, unmatched)
      return { join.rows(of: $0, &$1) }
    }
  }

  private typealias Found = (index: Int, field: Field)
  /// The columns of the key on both sides.
  private func key(_ input: Schema, _ side: Schema, _ plan: inout Planning) -> [(own: Found, other: Found)] {
    let pairs: [(ColumnName, ColumnName)] =
      switch options.on {
      case .first(let names): names.map { ($0, $0) }
      case .second(let names): names.entries.map { (ColumnName($0.name, at: $0.range), $0.value) }
      }
    if pairs.isEmpty { plan.report(.joinOnNothing(at: options.$on)) }
    return pairs.compactMap { name, otherName in
      let (own, other) = (plan.column(name, in: input), plan.column(otherName, in: side))
      guard let own, let other else { return nil }
      if own.field.type != other.field.type { plan.report(.keyTypes(own.field, other.field, at: name.range)) }
      return (own, other)
    }
  }
  private func added(_ side: Schema, besides key: Set<Int>, _ plan: inout Planning) -> [Int] {
    guard let names = options.columns else { return side.fields.indices.filter { !key.contains($0) } }
    return names.compactMap { plan.column($0, in: side)?.index }
  }
}

extension Diagnostic {
  fileprivate static func joinExists(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "join.exists",
      Phrase(vi: "đã có cột '\(name)'", en: "there is a column '\(name)' already"), at: range,
      hint: Phrase(
        vi: "chọn các cột bằng columns, hoặc đặt prefix", en: "choose with `columns`, or set a `prefix`"))
  }
  fileprivate static func joinOnNothing(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "join.on-nothing", Phrase(vi: "khóa không có cột nào", en: "the key has no column"), at: range)
  }
  fileprivate static func keyTypes(_ own: Field, _ other: Field, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "plan.key-type",
      Phrase(
        vi: "cột '\(own.name)' là \(own.type.phrase.vi), cột '\(other.name)' là \(other.type.phrase.vi)",
        en: "column '\(own.name)' is \(own.type.phrase.en), column '\(other.name)' is \(other.type.phrase.en)"
      ), at: range)
  }
}
