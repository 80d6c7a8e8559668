public import Diagnostics
import Tables
import YAML

/// How many rows may be rejected: a number, or a share of those read.
///
/// What is beyond it is a matter of the data: nothing is published, and the office is told which rows were rejected.
public enum Allowance: OptionValue {
  /// So many rows.
  case rows(Int)
  /// So large a part of the rows that were read.
  case share(Percent)

  /// A whole number such as `100`, or a percentage such as `2%`.
  public static var optionType: OptionType<Allowance> {
    let either = OneOf<Int, Percent>.optionType
    let name = Phrase(vi: "số dòng hoặc phần trăm", en: "number of rows or percent")
    let schema: JSON = [
      "oneOf": .array([["type": "integer", "minimum": .integer(0)], Percent.optionType.schema])
    ]
    return OptionType(name, schema: schema, encode: encoded) { (node) throws(OptionError) in
      var problems = OptionProblems(key: "max_rejected")
      switch either.read(node, &problems) {
      case .first(let rows)? where rows >= 0: return .rows(rows)
      case .second(let share)? where share.millionths <= 1_000_000: return .share(share)
      default:
        if let written = node.scalar, written.contains("%"), written.contains(",") {
          throw .decimalComma(written, at: node)
        }
        throw OptionError(
          expected: Phrase(
            vi: "một số đếm như 100, hoặc một phần như 2%",
            en: "a count such as 100, or a share such as 2%"),
          found: node)
      }
    }
  }
  private static let encoded: @Sendable (Allowance) -> JSON = { allowance in
    switch allowance {
    case .rows(let rows): .integer(rows)
    case .share(let share): Percent.optionType.encode(share)
    }
  }

  /// Whether so many rows of all may be rejected; in whole numbers, so that the limit itself still may.
  public func allows(_ rejected: Int, of read: Int) -> Bool {
    switch self {
    case .rows(let rows): rejected <= rows
    case .share(let share): Int128(rejected) * 1_000_000 <= Int128(share.millionths) * Int128(read)
    }
  }
  /// Refuses a step that has rejected more.
  ///
  /// - Parameters:
  ///   - done: What the step has done with all its rows.
  ///   - step: The id of the step, for the message.
  /// - Throws: An error of the data when more rows were rejected.
  public func judge(_ done: StepFindings, of step: String) throws(StageError) {
    guard !allows(done.rowsRejected, of: done.rowsIn) else { return }
    throw StageError(
      Phrase(
        vi: "bước '\(step)' loại \(done.rowsRejected) trong \(done.rowsIn) dòng, quá mức \(shown.vi)",
        en: "step '\(step)' rejected \(done.rowsRejected) of \(done.rowsIn) rows, more than \(shown.en)"),
      hint: Phrase(
        vi: "sửa các dòng trong office/rejected/ rồi chạy lại; chỉ nâng max_rejected khi biết vì sao",
        en: "mend the rows in office/rejected/ and run again; raise max_rejected only when you know why"),
      cause: .data)
  }
  /// The limit for people: a share with a comma before its decimal places in Vietnamese.
  public var shown: Phrase { Phrase(vi: written.replacing(".", with: ","), en: written) }
  /// The limit as it is written.
  public var written: String {
    switch self {
    case .rows(let rows): return String(rows)
    case .share(let share):
      let plain = FixedPoint(units: Int128(share.millionths), scale: 4).plain
      return plain.trimmingZeros + "%"
    }
  }
}

extension OptionError {
  /// A comma where only a point can part the decimal places.
  fileprivate static func decimalComma(_ written: String, at node: Node) -> OptionError {
    let point = written.replacing(",", with: ".")
    return OptionError(
      Phrase(
        vi: "phần thập phân viết sau dấu chấm: '\(point)', không phải '\(written)'",
        en: "decimal places stand after a point: '\(point)', not '\(written)'"), at: node.range)
  }
}

extension String {
  /// A number without the zeros that end its decimal places.
  fileprivate var trimmingZeros: String {
    guard contains(".") else { return self }
    var digits = self[...]
    while digits.last == "0" { digits.removeLast() }
    if digits.last == "." { digits.removeLast() }
    return String(digits)
  }
}
