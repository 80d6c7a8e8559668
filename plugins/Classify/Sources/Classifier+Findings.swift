import Diagnostics
import StageKit
import Tables

extension Classifier {
  /// What is known of a batch in which some households could not be classified.
  struct Gaps {
    let areas: WordKernel.Codes
    let flags: [Column]
    let deprivations: Deprivations
    let classes: Texts
  }

  /// Tells of every household without a class what is missing; each thing at its place.
  func tell(_ gaps: Gaps, _ batch: Batch, _ findings: inout Findings) {
    guard let known = gaps.classes.validity else { return }
    for row in (~known).rows where !tell(row, gaps, batch, &findings) {
      findings.add(
        "classify.rule", row: row, of: batch,
        Phrase(
          vi: "không quy tắc nào của chuẩn nói về hộ này",
          en: "no rule of the standard speaks of this household"))
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
    if let income = inputs.income, batch.columns[income.column].isMissing(row) {
      findings.add(
        "classify.income", row: row, of: batch, column: income.field.name,
        Phrase(vi: "thiếu thu nhập nên chưa phân loại được hộ", en: "no class without an income"))
      isTold = true
    }
    if let points = inputs.points {
      return tell(points, row, gaps, batch, &findings) || isTold
    }
    for (flag, id) in zip(gaps.flags, indicators) where flag.isMissing(row) {
      findings.add(
        "classify.deprivation", row: row, of: batch, column: "\(inputs.prefix)dep_\(id)",
        Phrase(
          vi: "chưa biết hộ có thiếu hụt chỉ số '\(id)' không, nên chưa phân loại được",
          en: "it is not known whether the household is deprived in '\(id)', on which its class depends"))
      isTold = true
    }
    return isTold
  }
  private func tell(
    _ points: (b1: ColumnRef<Int64>, b2: ColumnRef<Int64>), _ row: Int, _ gaps: Gaps, _ batch: Batch,
    _ findings: inout Findings
  ) -> Bool {
    var isTold = false
    for (column, name) in [(points.b1, "B1"), (points.b2, "B2")]
    where batch.columns[column.index].isMissing(row) {
      findings.add(
        "classify.points", row: row, of: batch, column: column.field.name,
        Phrase(vi: "thiếu điểm \(name) nên chưa phân loại được hộ", en: "no class without the points \(name)")
      )
      isTold = true
    }
    if let wrong = gaps.deprivations.wrong, wrong[row] {
      findings.add(
        "classify.b2", row: row, of: batch, column: points.b2.field.name,
        Phrase(
          vi: "điểm B2 phải là bội của \(perDeprivation), từ 0 đến \(mostPoints)",
          en: "the points B2 must be a multiple of \(perDeprivation) from 0 to \(mostPoints)"))
      isTold = true
    }
    return isTold
  }
  private func areaPhrase(_ batch: Batch, _ row: Int) -> Phrase {
    guard !batch.columns[inputs.area.index].isMissing(row) else {
      return Phrase(vi: "thiếu khu vực nên chưa phân loại được hộ", en: "no class without an area")
    }
    let known = inputs.words.map { "'\(String(decoding: $0.word, as: UTF8.self))'" }.joined(separator: ", ")
    guard inputs.area.field.sensitivity < .personal else {
      return Phrase(
        vi: "khu vực không phải là một trong \(known)", en: "the area is none of \(known)")
    }
    let word = String(decoding: batch[inputs.area][row], as: UTF8.self)
    return Phrase(
      vi: "khu vực '\(word)' không phải là một trong \(known)", en: "the area '\(word)' is none of \(known)")
  }
}
