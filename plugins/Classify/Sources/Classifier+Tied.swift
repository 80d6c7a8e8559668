import Diagnostics
import Expressions
import StageKit
import Standards
import Tables

extension Classifier {
  /// An indicator that a line of the pack decides: who is at or below the line is deprived in it.
  struct Tied: Sendable {
    /// The place of the indicator.
    let place: Int
    let indicator: Indicator
    let line: String
    let condition: TypedExpression

    static func all(_ rules: ClassRules, _ names: RuleNames) -> [Tied] {
      rules.lines.compactMap { line in
        guard let place = rules.indicators.firstIndex(where: { $0.id == line.indicator }) else { return nil }
        do throws(ExpressionProblems) {
          let condition = names.typed(try Expression.parse("income <= \(line.name)"))
          return Tied(
            place: place, indicator: rules.indicators[place], line: line.name, condition: condition)
        } catch { preconditionFailure("the name of a line that was checked is none: \(line.name)") }
      }
    }
  }

  /// Takes a flag that the income contradicts for not known, and tells of it.
  ///
  /// One of the two is wrong, and nobody can say which: the household could have another number of deprivations than its
  /// flags are, or stand on the other side of the line.
  func settle(
    _ flags: inout [Column], _ areas: WordKernel.Codes, _ amounts: Amounts, _ batch: Batch,
    _ findings: inout Findings
  ) {
    guard !tied.isEmpty else { return }
    let none = Values(Array(repeating: Int64(0), count: batch.count))
    let cells = names.batch(batch, areas, none, amounts: amounts.column, b2: nil, flags: flags)
    for tied in tied {
      guard case .bool(var flag) = flags[tied.place],
        case .bool(let isLow) = tied.condition.evaluate(cells).column
      else { continue }
      let isSet = flag.isTrue
      let isClear = flag.validity.map { $0 & ~flag.bits } ?? ~flag.bits
      let isHigh = isLow.validity.map { $0 & ~isLow.bits } ?? ~isLow.bits
      let isWrong = isSet & isHigh | isClear & isLow.isTrue
      guard isWrong.trueCount > 0 else { continue }
      isWrong.forEachRow { tell(tied, isSet: isSet[$0], $0, batch, &findings) }
      flag.validity = flag.validity.map { $0 & ~isWrong } ?? ~isWrong
      flag.reasons = nil
      flags[tied.place] = .bool(flag)
    }
  }
  private func tell(_ tied: Tied, isSet: Bool, _ row: Int, _ batch: Batch, _ findings: inout Findings) {
    let (id, line) = (tied.indicator.id, tied.line)
    let what =
      isSet
      ? Phrase(
        vi: "thu nhập trên mức '\(line)' mà ghi là thiếu hụt chỉ số '\(id)'",
        en: "the income is above '\(line)', and the household is given as deprived in '\(id)'")
      : Phrase(
        vi: "thu nhập từ mức '\(line)' trở xuống mà ghi là không thiếu hụt chỉ số '\(id)'",
        en: "the income is at or below '\(line)', and the household is given as not deprived in '\(id)'")
    findings.add(
      "classify.income-flag", row: row, of: batch, column: inputs.prefix + tied.indicator.flag,
      Phrase(
        vi: "\(what.vi): một trong hai sai, nên coi như chưa biết chỉ số ấy; đối chiếu với phiếu",
        en: "\(what.en): one of the two is wrong, so the indicator counts as not known; compare with the form"
      ))
  }
}
