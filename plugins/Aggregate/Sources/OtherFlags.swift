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
  /// Whether they are held against a standard, or against the flags that stand beside.
  let isOfStandard: Bool

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
      (missing, extra, isOfStandard) = (others, [], false)
      return
    }
    guard !near.contains(own) else { return nil }
    isOfStandard = true
    (missing, extra) = (nearest.subtracting(own).sorted(), own.subtracting(nearest).sorted())
  }

  /// The flags that can tell whether the number is of those that are counted all the same.
  func witnesses(
    counted: [(column: Int, id: String)], beside: [(column: Int, id: String)]
  ) -> [FlagProof.Witness] {
    counted.filter { extra.contains($0.id) }.map { FlagProof.Witness(column: $0.column, kind: .extra) }
      + beside.map {
        FlagProof.Witness(column: $0.column, kind: missing.contains($0.id) ? .lacking : .beside)
      }
  }
  /// Tells that there are no measures of them, why, and what to do.
  func tell(differing: Int64, _ findings: inout Findings) {
    func list(_ lead: String, _ ids: [String]) -> [String] {
      ids.isEmpty ? [] : [lead + ids.map { "dep_\($0)" }.joined(separator: ", ")]
    }
    var vi = list(isOfStandard ? "thiếu " : "không đếm ", missing) + list("thừa ", extra)
    var en = list(isOfStandard ? "without " : "not counted: ", missing) + list("with ", extra)
    if isOfStandard {
      vi[0] = "so với chuẩn gần nhất: " + vi[0]
      en[0] = "held against the nearest standard: " + en[0]
    }
    if differing > 0 {
      vi.append("ở \(differing) hộ số ấy khác số cột được đếm là có, hoặc có cột để trống")
      en.append("in \(differing) households it is not the number of those that are counted, or one is blank")
    }
    let (whyVi, whyEn) = (vi.joined(separator: "; "), en.joined(separator: "; "))
    findings.add(
      "aggregate.indicators", file: "", line: 0, column: "deprivation_count",
      Phrase(
        vi:
          "không chắc deprivation_count đếm đúng các cột thiếu hụt được đếm ở đây (\(whyVi)), nên a, m0 để trống; nêu trong deprivations đúng các chỉ số của chuẩn, hoặc tính theo bộ chỉ số khác bằng households.measures",
        en:
          "it is not certain that deprivation_count counts just the flags that are counted here (\(whyEn)), so a and m0 are blank; name in `deprivations` just the indicators of the standard, or measure by others with households.measures"
      ))
  }
}
