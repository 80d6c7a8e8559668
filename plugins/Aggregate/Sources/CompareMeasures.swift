public import Diagnostics
import Measures
public import StageKit
public import Tables

/// Makes the changes between two tables of measures: absolute and relative, in all and a year, and what M0 is made of.
public struct CompareMeasures: TableStage {
  /// The word after `use:`.
  public static let name = "households.changes"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Tính thay đổi giữa hai bảng chỉ tiêu nghèo, mỗi năm bao nhiêu, và phần nào do đâu.",
    en: "Makes the changes between two tables of measures, in all and a year, and divides that of M0.")
  /// The words of its codes.
  public static let explanations = changeExplanations

  /// What it takes.
  public struct Inputs: Ports {
    /// The earlier measures.
    public let before = Port<Table>(
      vi: "Bảng của households.measures, năm trước.", en: "A table of households.measures, the earlier.")
    /// The later measures.
    public let after = Port<Table>(
      vi: "Bảng của households.measures, năm sau.", en: "A table of households.measures, the later.")
    /// The ports.
    public init() {}
  }
  /// The options of `households.changes`.
  public struct Options: StageOptions {
    @Option(
      vi: "Số năm giữa hai bảng: số nguyên như 3, hoặc phân số như 18/12; tử và mẫu không quá 120.",
      en:
        "The years between the tables: a number such as 3, or a fraction such as 18/12, with no term above 120.",
      default: "1")
    var years: String
    @Option(
      vi: "Số chữ số thập phân.", en: "Decimal places.", default: 6, limit: .within(0...12))
    var decimals: Int
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Finds the columns of both tables.
  public func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<One<Table>>, TableWork<Inputs, One<Table>>
  > {
    let columns = [inputs.before, inputs.after].map { MeasuredLevels.Columns(in: $0, &plan) }
    let years = Self.years(options.years)
    if years == nil { plan.report(.changeYears(options.years, at: options.$years)) }
    let (decimals, span) = (options.decimals, years ?? Fraction(1))
    let schema = ChangeRows.schema(decimals: decimals)
    return Planned(Shapes(schema)) { (given, findings) throws(StageError) in
      let changes = MeasureChanges(
        before: MeasuredLevels(given.before.rows, columns[0]),
        after: MeasuredLevels(given.after.rows, columns[1]), years: span, decimals: decimals)
      changes.tell(&findings)
      return Given(Table(schema, ChangeRows.batch(changes.rows, schema, decimals: decimals)))
    }
  }
  private static func years(_ text: String) -> Fraction? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { part in
      part.utf8.count <= 3 && part.utf8.allSatisfy { (48...57).contains($0) } ? Int128(part) : nil
    }
    guard parts.count <= 2, let above = parts[0], let below = parts.count == 2 ? parts[1] : 1,
      let years = Fraction(above, over: below), years > Fraction(0)
    else { return nil }
    let most = MeasureChange.longestYears
    return years.numerator <= most && years.denominator <= most ? years : nil
  }
}

/// The rows of the table of changes.
enum ChangeRows {
  /// The columns; numbers are guarded as the measures they are made from.
  static func schema(decimals: Int) -> Schema {
    let rate = Role.rate(numerator: "", denominator: "")
    let numbers = ["part", "whole"]
    return Schema(
      ["level", "unit", "group", "weight", "measure", "indicator"].map {
        Field($0, .text, $0 == "group" ? .label : .code, from: [$0])
      }
        + ["before", "after"].map { Field($0, .decimal(scale: decimals), rate, from: numbers) }
        + numbers.map { Field($0, .int, rate, from: numbers) }
        + ["change", "per_year", "relative", "relative_per_year"].map {
          Field($0, .decimal(scale: decimals), rate, from: numbers)
        })
  }
  static func batch(_ rows: [MeasureChanges.Row], _ schema: Schema, decimals: Int) -> Batch {
    var columns = schema.fields.map { ColumnBuilder($0.type) }
    for row in rows {
      let key = row.key
      for (column, text) in [key.level, key.unit, key.group, key.weight, key.measure, key.indicator]
        .enumerated()
      {
        if let text {
          columns[column].append(text: text.utf8)
        } else {
          columns[column].append(missing: .notApplicable)
        }
      }
      var rounded = [row.levels.before, row.levels.after, row.change, row.perYear, row.relative].map {
        value in
        value?.rounded(places: decimals)
      }
      rounded[2] = rounded[2] ?? row.rounded
      let pair = [row.change?.numerator, row.change?.denominator]
      let numbers =
        [rounded[0]?.units, rounded[1]?.units] + pair
        + [rounded[2]?.units, rounded[3]?.units, rounded[4]?.units, row.relativePerYear?.units]
      for (column, number) in zip(6..., numbers) {
        if let number = number.flatMap({ Int64(exactly: $0) }) {
          columns[column].append(units: number)
        } else {
          columns[column].append(missing: number == nil ? .notApplicable : .invalid)
        }
      }
    }
    return Batch(columns.map(\.column), count: rows.count)
  }
}

extension MeasureChanges {
  /// Tells what makes the two tables hard to compare.
  func tell(_ findings: inout Findings) {
    let (old, new) = (before.indicators, after.indicators)
    if old != new {
      let names = old.symmetricDifference(new).sorted().joined(separator: ", ")
      let units = otherUnits.count
      findings.add(
        "changes.indicators", file: "", line: 0, column: "indicator",
        Phrase(
          vi:
            "hai bảng không cùng chỉ số (\(names)): có thể hai năm theo hai chuẩn, nên thay đổi của \(units) đơn vị để trống; tính lại một năm theo chuẩn của năm kia",
          en:
            "the tables do not have the same indicators (\(names)): the years may be of two standards, so the changes of \(units) units are blank; measure one year by the standard of the other"
        ))
    }
    for kind in openGroups {
      findings.add(
        "measures.groups", file: "", line: 0, column: "group",
        Phrase(
          vi:
            "các nhóm của '\(kind)' không cộng lại thành toàn bộ: phần trong nhóm và phần dịch chuyển không đủ",
          en: "the groups of '\(kind)' are not one whole: their effects do not add up to the change"))
    }
  }
}
extension Diagnostic {
  static func changeYears(_ text: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "changes.years", Phrase(vi: "'\(text)' không phải số năm", en: "'\(text)' is no number of years"),
      at: range,
      hint: Phrase(
        vi: "một số như 3, hoặc phân số như 18/12; tử và mẫu không quá 120",
        en: "a number such as 3, or a fraction such as 18/12, with no term above 120"))
  }
}
