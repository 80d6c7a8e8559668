import Diagnostics
import StageKit
import Standards
import Tables

/// The answers of a form as conditions may use them: what the pack says cannot be an answer is missing, and told.
///
/// A condition would else take a word that it does not know for "no", or a day to come for a child's day of birth.
struct AnswerSheet: Sendable {
  /// A column that is looked at.
  private struct Answer: Sendable {
    let index: Int
    let field: Field
    let column: FormColumn
    let words: FoldedWords
    /// The days that can be answers.
    let days: ClosedRange<Int32>?
  }
  private let answers: [Answer]

  /// Looks at the columns of a form that conditions use.
  init(_ form: [FormColumn], used: Set<String>, in schema: Schema, on day: Day?) {
    answers = form.compactMap { column in
      guard used.contains(column.name), let index = schema.index(of: column.name) else { return nil }
      return Answer(
        index: index, field: schema.fields[index], column: column,
        words: FoldedWords(column.words.map { Array($0.id.utf8) }),
        days: day.flatMap { Self.days(column, on: $0) })
    }
  }
  /// The days that a column may have on the day of a review.
  private static func days(_ column: FormColumn, on day: Day) -> ClosedRange<Int32>? {
    guard column.kind == .date else { return nil }
    guard let years = column.years else { return Int32.min...day.number }
    // One year more is too old from that day on; of 29 February the day before stands for it.
    let (year, month, date) = day.civil
    let first =
      Day(year: year - years - 1, month: month, day: date)
      ?? Day(year: year - years - 1, month: month, day: date - 1)
    return (first.map { $0.number + 1 } ?? .min)...day.number
  }

  /// The batch with what can be answers; each cell that cannot is told.
  func clean(_ batch: Batch, _ findings: inout Findings) -> Batch {
    var columns = batch.columns
    for answer in answers {
      if let cleaned = clean(columns[answer.index], answer, batch, &findings) {
        columns[answer.index] = cleaned
      }
    }
    return Batch(columns, count: batch.count, origin: batch.origin)
  }
  /// `nil` when all cells can be answers.
  private func clean(_ column: Column, _ answer: Answer, _ batch: Batch, _ findings: inout Findings)
    -> Column?
  {
    switch column {
    case .text(let texts) where answer.column.kind == .text:
      return clean(texts, answer, batch, &findings).map { .text($0) }
    case .int(var values):
      guard let least = answer.column.least else { return nil }
      let isWrong = values.drop(tested: values.test { $0 >= least }.bits)
      return tell(isWrong, "classify.number", answer, batch, &findings) ? .int(values) : nil
    case .decimal(var decimals):
      guard let least = answer.column.least?.times(tenTo: decimals.scale) else { return nil }
      let isWrong = decimals.units.drop(tested: decimals.units.test { $0 >= least }.bits)
      return tell(isWrong, "classify.number", answer, batch, &findings) ? .decimal(decimals) : nil
    case .double(var values):
      guard let least = answer.column.least else { return nil }
      let isWrong = values.drop(tested: values.test { $0 >= Double(least) }.bits)
      return tell(isWrong, "classify.number", answer, batch, &findings) ? .double(values) : nil
    case .date(var days):
      guard let range = answer.days else { return nil }
      let isWrong = days.drop(tested: days.test { range.contains($0) }.bits)
      return tell(isWrong, "classify.day", answer, batch, &findings) ? .date(days) : nil
    case .text, .bool: return nil
    }
  }
  private func clean(_ texts: Texts, _ answer: Answer, _ batch: Batch, _ findings: inout Findings) -> Texts? {
    let known = texts.rows(among: answer.words.words)
    let there = texts.validity ?? Bitmap(repeating: true, count: batch.count)
    guard (~known & there).trueCount > 0 else { return nil }
    var fold = answer.words.folding
    var cleaned = Texts()
    var validity = Bitmap(count: batch.count)
    for row in 0..<batch.count {
      let word = there[row] ? known[row] ? Array(texts[row]) : fold.word(texts[row]) : nil
      cleaned.append(word ?? [])
      validity[row] = word != nil
      if word == nil, there[row] { tellWord(texts[row], row, answer, batch, &findings) }
    }
    cleaned.validity = validity
    return cleaned
  }

  // MARK: Telling

  private func tellWord(
    _ cell: ArraySlice<UInt8>, _ row: Int, _ answer: Answer, _ batch: Batch, _ findings: inout Findings
  ) {
    let known = answer.column.words.map(\.id).joined(separator: ", ")
    let isShown = answer.field.sensitivity < .personal
    let word = isShown ? " '\(String(decoding: cell, as: UTF8.self))'" : ""
    let hidden = Phrase.invisible(in: cell)
    findings.add(
      "classify.word", row: row, of: batch, column: answer.field.name,
      Phrase(
        vi:
          "từ\(word)\(hidden.vi) không phải là một trong \(known), nên coi như chưa biết: sửa ô, hoặc đổi từ trước bước này",
        en:
          "the word\(word)\(hidden.en) is none of \(known), so it counts as not known: mend the cell, or map the word before"
      ))
  }
  /// Whether any cell is wrong; each is told.
  private func tell(
    _ isWrong: Bitmap?, _ code: String, _ answer: Answer, _ batch: Batch, _ findings: inout Findings
  ) -> Bool {
    guard let isWrong else { return false }
    let limits = answer.column.limits ?? Phrase(same: "")
    for row in isWrong.rows {
      findings.add(
        code, row: row, of: batch, column: answer.field.name,
        Phrase(
          vi:
            "\(answer.column.meaning.vi) phải \(limits.vi), nên ô này coi như chưa biết: đối chiếu với phiếu",
          en:
            "\(answer.column.meaning.en) must be \(limits.en), so this cell counts as not known: compare with the form"
        ))
    }
    return true
  }
}

extension Values where Element: ExpressibleByIntegerLiteral {
  /// Makes missing what did not pass a test; the rows where something did not, `nil` when all did.
  mutating func drop(tested isSound: Bitmap) -> Bitmap? {
    var isWrong = ~isSound
    // A missing cell is a 0, which need not pass: it is missing and not wrong.
    if let validity { isWrong = isWrong & validity }
    guard isWrong.trueCount > 0 else { return nil }
    for row in isWrong.rows { values[row] = 0 }
    validity = validity.map { $0 & ~isWrong } ?? ~isWrong
    reasons = nil
    return isWrong
  }
}
extension Int64 {
  /// The product with a power of ten; `nil` when it does not fit, so that every number is below it.
  fileprivate func times(tenTo scale: Int) -> Int64? {
    var product = self
    for _ in 0..<scale {
      let (next, over) = product.multipliedReportingOverflow(by: 10)
      guard !over else { return nil }
      product = next
    }
    return product
  }
}
