import Diagnostics
import StageKit
import Standards
import Tables

extension Classifier {
  /// The class that the file declares, and whether the class that was worked out is the same.
  ///
  /// Neither is changed by the other; a household of which one of the two is not known agrees with nothing.
  func declared(
    _ declared: FoundInputs.Declared, _ codes: [UInt8], _ batch: Batch, _ findings: inout Findings
  ) -> [Column] {
    let said = declared.kernel.codes(of: batch[declared.column])
    var agrees = Bitmap(count: batch.count)
    var known = Bitmap(count: batch.count)
    for row in 0..<batch.count {
      guard said.codes[row] != WordColumn.missing else {
        tellUnsaid(row, declared, batch, &findings)
        continue
      }
      guard codes[row] != WordColumn.missing else { continue }
      known[row] = true
      let pair = (DeclaredClass.allCases[Int(said.codes[row])], HouseholdClass.allCases[Int(codes[row])])
      if pair.0.agrees(with: pair.1, byPoints: inputs.points != nil) {
        agrees[row] = true
      } else {
        tell(pair.0, pair.1, row, declared, batch, &findings)
      }
    }
    return [
      .text(WordColumn.texts(said.codes, DeclaredClass.bytes)),
      .bool(Bools(agrees, validity: known.allTrue ? nil : known)),
    ]
  }
  /// Tells of a class that is not declared, or by a word of which it is not said which class it is.
  private func tellUnsaid(
    _ row: Int, _ declared: FoundInputs.Declared, _ batch: Batch, _ findings: inout Findings
  ) {
    let field = declared.column.field
    guard !batch.columns[declared.column.index].isMissing(row) else {
      findings.add(
        "classify.declared-missing", row: row, of: batch, column: field.name,
        Phrase(
          vi: "loại hộ đã khai để trống, nên không đối chiếu được",
          en: "no class is declared, so nothing can be compared"))
      return
    }
    let isShown = field.sensitivity < .personal
    let cell = batch[declared.column][row]
    let word = isShown ? " '\(String(decoding: cell, as: UTF8.self))'" : ""
    let hidden = Phrase.invisible(in: cell)
    findings.add(
      "classify.declared-word", row: row, of: batch, column: field.name,
      Phrase(
        vi:
          "loại hộ đã khai\(word)\(hidden.vi) không phải là một trong các từ ở declared.words: sửa ô, hoặc thêm từ ấy",
        en:
          "the declared class\(word)\(hidden.en) is none of the words of `declared.words`: mend the cell, or add the word"
      ))
  }
  private func tell(
    _ said: DeclaredClass, _ found: HouseholdClass, _ row: Int, _ declared: FoundInputs.Declared,
    _ batch: Batch, _ findings: inout Findings
  ) {
    let isPersonal = declared.column.field.sensitivity >= .personal
    findings.add(
      "classify.declared", row: row, of: batch, column: declared.column.field.name,
      isPersonal
        ? Phrase(
          vi: "loại hộ đã khai khác loại tính lại theo chuẩn",
          en: "the declared class is another than the one worked out")
        : Phrase(
          vi: "khai là \(said.phrase.vi), tính lại là \(found.phrase.vi)",
          en: "declared as \(said.phrase.en), worked out as \(found.phrase.en)"))
  }
}
