import Diagnostics
import Figures
import StageKit

// Shares of households that lack an indicator.
extension Choice {
  /// Refuses a share that is public by law of which the count is not told: beside the number of all it tells that count.
  ///
  /// A count that is in no row is one that nobody looked at, so that it may be small.
  func refuseShares(_ candidates: Candidates) throws(StageError) {
    let (figures, isPublic) = (candidates.figures, candidates.isPublic)
    let prefix = KnownMeasures.deprivationRatePrefix
    let shares = figures.indices.filter {
      isPublic[$0] && figures[$0].value != nil && figures[$0].measure.hasPrefix(prefix)
    }
    guard !shares.isEmpty else { return }
    let all = Dictionary(grouping: figures.indices) { CellKey(figures[$0]) }
    for share in shares {
      let key = CellKey(figures[share])
      let rows = all[key.with(KnownMeasures.deprivedPrefix + key.measure.dropFirst(prefix.count))] ?? []
      if let row = rows.first(where: { reasons[$0] != nil }) {
        throw .told(figures[row].id, by: figures[share].id)
      }
      guard rows.contains(where: { figures[$0].value != nil }) else { throw .unseen(by: figures[share].id) }
    }
  }
}
extension StageError {
  /// A share that is public, of which the count is not there.
  fileprivate static func unseen(by share: String) -> StageError {
    StageError(
      Phrase(
        vi: "'\(share)' là số công khai nói ra số hộ thiếu hụt, mà số hộ ấy không có trong bảng",
        en: "'\(share)', which is public, tells how many lack it, and that count is not in the table"),
      hint: Phrase(
        vi: "thêm số đếm deprived_* của cùng nhóm, đơn vị, ngày để xét, hoặc bỏ căn cứ của tỷ lệ",
        en: "add the count deprived_* of the same group, unit and day, or take the ground of the share away"),
      cause: .data)
  }
}
