import Diagnostics
import StageKit

/// How the flags that are counted differ from those that the number of deprivations is made of.
///
/// A and M0 divide that number by the number of flags, so that over other flags they would be other than they are called.
struct OtherFlags: Sendable, Hashable {
  /// The indicators that are not counted.
  let missing: [String]
  /// The indicators that are counted besides.
  let extra: [String]

  /// Holds the indicators that are counted against those of the standards, and against the flags that stand beside them.
  ///
  /// They are those of the number when they are just those of a standard. Indicators that no standard has any of are of
  /// somebody's own, and then all flags there are are counted.
  ///
  /// - Returns: `nil` when nothing says that they are others.
  init?(_ counted: [String], beside others: [String], of standards: [[String]]) {
    let own = Set(counted)
    let near = standards.map { Set($0) }.filter { !$0.isDisjoint(with: own) }
    // Of which standard rows are is best seen by all flags they have.
    let all = own.union(others)
    func distance(_ ids: Set<String>) -> Int { ids.symmetricDifference(all).count }
    guard let nearest = near.min(by: { distance($0) < distance($1) }) else {
      guard !others.isEmpty else { return nil }
      (missing, extra) = (others, [])
      return
    }
    guard !near.contains(own) else { return nil }
    (missing, extra) = (nearest.subtracting(own).sorted(), own.subtracting(nearest).sorted())
  }

  /// Tells that there are no measures of them, and what to do.
  func tell(_ findings: inout Findings) {
    func list(_ lead: String, _ ids: [String]) -> [String] {
      ids.isEmpty ? [] : [lead + ids.map { "dep_\($0)" }.joined(separator: ", ")]
    }
    let vi = (list("thiếu ", missing) + list("thừa ", extra)).joined(separator: "; ")
    let en = (list("without ", missing) + list("with ", extra)).joined(separator: "; ")
    findings.add(
      "aggregate.indicators", file: "", line: 0, column: "deprivation_count",
      Phrase(
        vi:
          "các cột thiếu hụt được đếm không phải đúng các chỉ số mà deprivation_count đếm (\(vi)), nên h, a, m0 để trống; nêu trong deprivations đúng các chỉ số của chuẩn, hoặc tính theo bộ chỉ số khác bằng households.measures",
        en:
          "the flags that are counted are not just those that deprivation_count counts (\(en)), so h, a and m0 are blank; name in `deprivations` just the indicators of the standard, or measure by others with households.measures"
      ))
  }
}
