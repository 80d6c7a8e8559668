import Diagnostics
import StageKit
import Tables

extension Classifier {
  /// Tells of every household whose points of form B2 are those of another number of deprivations than its flags are.
  ///
  /// The class is that of the points, as the pack has it; a flag that is not known can be either.
  func tellContradictions(
    _ deprivations: Deprivations, _ flags: [Column], _ batch: Batch, _ findings: inout Findings
  ) {
    guard let points = inputs.points, !flags.isEmpty else { return }
    var (yes, open): ([Bitmap], [Bitmap]) = ([], [])
    for case .bool(let flag) in flags {
      yes.append(flag.isTrue)
      if let known = flag.validity { open.append(~known) }
    }
    let deprived = Bitmap.counts(yes, count: batch.count)
    let unknown = Bitmap.counts(open, count: batch.count)
    for (row, count) in deprivations.count.values.enumerated() {
      guard deprivations.count.validity.map({ $0[row] }) ?? true,
        count < deprived[row] || count > deprived[row] + unknown[row]
      else { continue }
      let (least, most) = (deprived[row], deprived[row] + unknown[row])
      let shown =
        least == most
        ? Phrase(same: "\(least)") : Phrase(vi: "từ \(least) đến \(most)", en: "\(least) to \(most)")
      findings.add(
        "classify.b2-count", row: row, of: batch, column: points.b2.field.name,
        Phrase(
          vi:
            "điểm B2 là của \(count) chỉ số thiếu hụt, mà các chỉ số cho thấy \(shown.vi); loại hộ theo điểm: đối chiếu với phiếu B2",
          en:
            "the points B2 are those of \(count) deprivations, and the indicators show \(shown.en); the class is that of the points: compare with form B2"
        ))
    }
  }
}
