import Diagnostics
import StageKit
import Tables

/// Rows that are in no unit, or in no group.
struct LostRows {
  /// The households of each commune that there is not, by code.
  var unknown: [String: Int64] = [:]
  /// Households without a code of some level.
  var withoutUnit: Int64 = 0
  /// Households without a value of each group.
  var withoutGroup: [Int64]

  init(groups: Int) { withoutGroup = Array(repeating: 0, count: groups) }

  mutating func note(_ found: UnitPlaces.Found, _ households: Int64) {
    if let code = found.unknown { unknown[code, default: 0] += households }
    if found.places.contains(where: { $0.code == nil }) || found.places.isEmpty && found.unknown == nil {
      withoutUnit += households
    }
  }
}

extension LostRows {
  /// Tells of rows that are in no unit or in no group: each kind once, with their number.
  func tell(_ places: UnitPlaces, groups: [String], namingUnits: Bool, _ findings: inout Findings) {
    if case .register(_, let day) = places.way {
      for (code, count) in unknown.sorted(by: { $0.key < $1.key }) {
        let name = namingUnits ? " '\(code)'" : ""
        findings.add(
          "aggregate.unknown-commune", file: "", line: 0, column: "unit",
          Phrase(
            vi:
              "ngày \(day.vietnamese) không có xã mang mã\(name): \(count) hộ của mã này không nằm trong huyện, tỉnh nào",
            en:
              "on \(day.iso) there is no commune with the code\(name): its \(count) households are in no district or province"
          ))
      }
    }
    if withoutUnit > 0 {
      findings.add(
        "aggregate.no-unit", file: "", line: 0, column: "unit",
        Phrase(
          vi: "\(withoutUnit) hộ thiếu mã đơn vị của một cấp",
          en: "\(withoutUnit) households lack the code of a unit"))
    }
    for (group, count) in zip(groups, withoutGroup) where count > 0 {
      findings.add(
        "aggregate.no-group", file: "", line: 0, column: group,
        Phrase(
          vi: "\(count) hộ thiếu '\(group)': được tính trong 'all', không nằm trong nhóm nào",
          en: "\(count) households lack '\(group)': they are counted in 'all' and in no group"))
    }
  }
}
extension HouseholdSums {
  /// Tells of rows that are in no unit or no group, or have something that cannot be, and of flags that are others.
  func tell(_ lost: LostRows, _ findings: inout Findings) {
    lost.tell(
      form.places, groups: form.groups.map(\.name),
      namingUnits: form.table.schema["unit"]?.sensitivity != .personal, &findings)
    wrong.tell(&findings, members: form.measures.sums.first { $0.isOfMembers }?.field.name)
    // Of a table without rows there is nothing to be blank.
    guard sums[0].hasRows, hasOtherFlags else { return }
    form.measures.otherFlags?.tell(differing: proof.others, &findings)
  }
}
extension Findings {
  /// Tells of a number that does not fit; of all when a state did not.
  mutating func tooLarge(_ name: String?, _ unit: String?, _ group: String) {
    guard let name else {
      return add(
        "aggregate.overflow", file: "", line: 0,
        Phrase(
          vi: "một tổng trung gian quá lớn, nên mọi số của bảng để trống; xem lại các số rất lớn trong tệp",
          en:
            "a partial sum is too large, so all numbers of the table are left out; look for very large numbers in the file"
        ))
    }
    add(
      "aggregate.overflow", file: "", line: 0, column: name,
      Phrase(
        vi:
          "tổng '\(name)' của đơn vị '\(unit ?? "")', nhóm '\(group)' quá lớn nên để trống; xem lại đơn vị tính của cột và các số rất lớn trong tệp",
        en:
          "the sum '\(name)' of unit '\(unit ?? "")', group '\(group)', is too large and left out; look at the unit of the column and at its largest numbers"
      ))
  }
}
