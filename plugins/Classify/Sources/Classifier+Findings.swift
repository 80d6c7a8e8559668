import Diagnostics
import StageKit
import Tables

extension Classifier {
  /// What is known of a batch in which some households could not be classified.
  struct Gaps {
    let areas: WordKernel.Codes
    let flags: [Column]
    let deprivations: Deprivations
    let amounts: Amounts
    let classes: Texts
  }

  /// Tells of every household without a class what is missing; each thing at its place.
  func tell(_ gaps: Gaps, _ batch: Batch, _ findings: inout Findings) {
    guard let known = gaps.classes.validity else { return }
    for row in (~known).rows where !tell(row, gaps, batch, &findings) {
      findings.add(
        "classify.rule", row: row, of: batch,
        Phrase(
          vi: "không quy tắc nào của chuẩn nói về hộ này: xem mục gap và các quy tắc của chuẩn",
          en: "no rule of the standard speaks of this household: see `gap` and the rules of the pack"))
    }
  }
  /// Whether anything is missing of a household; all of it is told.
  private func tell(_ row: Int, _ gaps: Gaps, _ batch: Batch, _ findings: inout Findings) -> Bool {
    var isTold = false
    if let validity = gaps.areas.validity, !validity[row] {
      findings.add(
        "classify.area", row: row, of: batch, column: inputs.area.field.name, areaPhrase(batch, row))
      isTold = true
    }
    if let income = inputs.income {
      isTold =
        tellAmount(income.column, income.field, "classify.income", .income, row, gaps, batch, &findings)
        || isTold
    }
    if let points = inputs.points {
      return tell(points, row, gaps, batch, &findings) || isTold
    }
    for (flag, id) in zip(gaps.flags, indicators) where flag.isMissing(row) {
      findings.add(
        "classify.deprivation", row: row, of: batch, column: "\(inputs.prefix)dep_\(id)",
        Phrase(
          vi: "chưa biết hộ có thiếu hụt chỉ số '\(id)' không, nên chưa phân loại được: bổ sung từ phiếu",
          en:
            "it is not known whether the household is deprived in '\(id)', on which its class depends: fill it in from the form"
        ))
      isTold = true
    }
    return isTold
  }
  private func tell(
    _ points: (b1: ColumnRef<Int64>, b2: ColumnRef<Int64>), _ row: Int, _ gaps: Gaps, _ batch: Batch,
    _ findings: inout Findings
  ) -> Bool {
    let b1 = Phrase(vi: "điểm B1", en: "points B1")
    var isTold = tellAmount(
      points.b1.index, points.b1.field, "classify.points", b1, row, gaps, batch, &findings)
    if batch.columns[points.b2.index].isMissing(row) {
      findings.add(
        "classify.points", row: row, of: batch, column: points.b2.field.name,
        .lacking(Phrase(vi: "điểm B2", en: "points B2")))
      isTold = true
    }
    if let wrong = gaps.deprivations.wrong, wrong[row] {
      findings.add(
        "classify.b2", row: row, of: batch, column: points.b2.field.name,
        Phrase(
          vi: "điểm B2 phải là bội của \(perDeprivation), từ 0 đến \(mostPoints): đối chiếu với phiếu B2",
          en:
            "the points B2 must be a multiple of \(perDeprivation) from 0 to \(mostPoints): compare with the form"
        ))
      isTold = true
    }
    return isTold
  }
  /// Whether an amount is missing, or below 0, so that there is no class.
  private func tellAmount(
    _ column: Int, _ field: Field, _ code: String, _ what: Phrase, _ row: Int, _ gaps: Gaps, _ batch: Batch,
    _ findings: inout Findings
  ) -> Bool {
    if batch.columns[column].isMissing(row) {
      findings.add(code, row: row, of: batch, column: field.name, .lacking(what))
      return true
    }
    guard let wrong = gaps.amounts.wrong, wrong[row] else { return false }
    findings.add(
      code, row: row, of: batch, column: field.name,
      Phrase(
        vi: "\(what.vi) nhỏ hơn 0 nên chưa phân loại được hộ: đối chiếu với phiếu",
        en: "no class with \(what.en) below 0: compare with the form"))
    return true
  }
  private func areaPhrase(_ batch: Batch, _ row: Int) -> Phrase {
    guard !batch.columns[inputs.area.index].isMissing(row) else {
      return .lacking(Phrase(vi: "khu vực", en: "an area"))
    }
    let known = inputs.words.map { "'\(String(decoding: $0.word, as: UTF8.self))'" }.joined(separator: ", ")
    let cell = batch[inputs.area][row]
    let isShown = inputs.area.field.sensitivity < .personal
    let word = isShown ? " '\(String(decoding: cell, as: UTF8.self))'" : ""
    let hidden = Phrase.invisible(in: cell)
    return Phrase(
      vi:
        "khu vực\(word)\(hidden.vi) không phải là một trong \(known): sửa ô, hoặc thêm từ ấy vào area.words",
      en: "the area\(word)\(hidden.en) is none of \(known): mend the cell, or add the word to `area.words`")
  }
}

extension Phrase {
  fileprivate static let income = Phrase(vi: "thu nhập", en: "an income")
  /// Something is missing on which the class depends.
  fileprivate static func lacking(_ what: Phrase) -> Phrase {
    Phrase(
      vi: "thiếu \(what.vi) nên chưa phân loại được hộ: bổ sung từ phiếu",
      en: "no class without \(what.en): fill it in from the form")
  }
}
