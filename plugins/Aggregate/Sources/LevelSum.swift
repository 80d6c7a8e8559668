import Diagnostics
import Figures
import Formats
import StageKit
import Tables
import Units

/// The sums of one unit, day, standard and group.
struct LevelSum {
  private let rollUp: RollUp
  private let series: RollUp.Series
  private let above: UnitVersion
  private let members: [UnitVersion]
  private let values: RollUp.Values
  private let around: LeafUnits.Found
  /// The published figures of the unit above.
  private let published: [String: Figure]

  init(
    _ rollUp: RollUp, _ series: RollUp.Series, _ above: UnitVersion, _ members: [UnitVersion],
    _ values: RollUp.Values, around: LeafUnits.Found, published: [String: Figure]? = nil
  ) {
    (self.rollUp, self.series, self.above) = (rollUp, series, above)
    (self.members, self.values, self.around) = (members, values, around)
    self.published = published ?? values[above.id] ?? [:]
  }

  /// The sums that can be made, and notices of those that cannot, and of published totals that differ.
  ///
  /// - Throws: When a sum does not fit.
  func made() throws(StageError) -> (figures: [Figure], different: [Notice], incomplete: [Notice]) {
    var figures: [Figure] = []
    var different: [Notice] = []
    var incomplete: [[String]: [String]] = [:]
    var order: [[String]] = []
    var given: [[String]: [String]] = [:]
    for measure in rollUp.measures where !members.isEmpty {
      let counts = members.map { rollUp.count(measure, of: $0, values) }
      guard counts.contains(where: { $0 != nil }) else { continue }
      let missing = zip(members, counts).filter { $0.1 == nil }.map(\.0.name)
      guard missing.isEmpty, around.unknown.isEmpty else {
        if incomplete[missing] == nil { order.append(missing) }
        incomplete[missing, default: []].append(measure)
        given[missing, default: []] += counts.flatMap { $0?.parts ?? [] }.map(\.id)
        continue
      }
      let sum = try sum(measure, counts.compactMap { $0 })
      figures.append(sum)
      if let notice = difference(sum) { different.append(notice) }
    }
    let gaps = order.map {
      self.incomplete(incomplete[$0] ?? [], missing: $0, given: Set(given[$0] ?? []).sorted())
    }
    return (figures, different, gaps)
  }

  private func sum(
    _ measure: String, _ counts: [(value: FixedPoint, parts: [Figure])]
  ) throws(StageError) -> Figure {
    var total = 0 as FixedPoint
    for count in counts {
      guard let next = total + count.value else {
        throw StageError(
          Phrase(
            vi: "tổng '\(measure)' của \(above.name) ngày \(series.day.iso) quá lớn",
            en: "the sum of '\(measure)' of \(above.name) on \(series.day.iso) is too large"), cause: .data)
      }
      total = next
    }
    let published = published[measure]
    let derived = zip(members, counts).filter { $0.1.parts.contains { $0.grade == .derived } }.map(\.0.name)
    return Figure(
      id: "\(above.id)/\(series.day.iso)/\(measure)/\(series.group)/\(series.standard)/sum", unit: above.id,
      asOf: series.day, measure: measure, group: series.group, value: .amount(total),
      status: status(counts.flatMap(\.parts)), standard: series.standard, grade: .derived,
      source: Figure.Source(title: "Cộng từ \(membersText)"),
      edition: rollUp.edition, precedence: published == nil ? 0 : 9,
      note: note(derived))
  }
  private func note(_ derived: [String]) -> String {
    var said = derived.isEmpty ? [] : ["Gồm số suy ra của: \(derived.joined(separator: ", "))."]
    let empty = around.empty.map(\.name).joined(separator: ", ")
    if !empty.isEmpty { said.append("Không có xã và không có số liệu riêng: \(empty).") }
    return said.joined(separator: " ")
  }
  /// `35 xã`; a district without communes that has figures of its own is named as such.
  private var membersText: String { membersPhrase.vi }
  private var membersPhrase: Phrase {
    let leaves = around.counted.count
    let count = members.count - leaves
    let own = Phrase(vi: "\(count) \(memberWord.vi)", en: counted(count, memberWord.en))
    guard leaves > 0 else { return own }
    return Phrase(
      vi: "\(own.vi) và \(leaves) huyện không có xã",
      en: "\(own.en) and \(counted(leaves, "districts")) without communes")
  }
  /// `218 xã`, or `218 đơn vị (217 xã và 1 huyện không có xã)`.
  private var wholePhrase: Phrase {
    let own = membersPhrase
    guard !around.counted.isEmpty else { return own }
    return Phrase(
      vi: "\(members.count) đơn vị (\(own.vi))", en: "\(counted(members.count, "units")) (\(own.en))")
  }
  private func counted(_ count: Int, _ plural: String) -> String {
    "\(count) \(count == 1 ? String(plural.dropLast()) : plural)"
  }

  /// What is to be said of a sum is what is to be said of its least certain part.
  private func status(_ parts: [Figure]) -> Figure.Status {
    [.estimate, .provisional].first { status in parts.contains { $0.status == status } } ?? .value
  }
  /// A notice when the published total is another than the sum; neither is mended.
  private func difference(_ sum: Figure) -> Notice? {
    guard let published = published[sum.measure], case .amount(let told)? = published.value,
      case .amount(let added)? = sum.value, told != added, let gap = told - added
    else { return nil }
    let name = measurePhrase(sum.measure)
    let (day, whole) = (series.day, wholePhrase)
    let (a, b) = (VietnameseNumber.text(told), VietnameseNumber.text(added))
    let size = FixedPoint(units: gap.units < 0 ? -gap.units : gap.units, scale: gap.scale)
    return Notice(
      "rollup.not-the-sum",
      Phrase(
        vi:
          "\(above.name), \(day.vietnamese), \(name.vi): tổng đã công bố là \(a), cộng từ \(whole.vi) được \(b), chênh \(VietnameseNumber.text(size)). Cả hai được nêu, không sửa.",
        en:
          "\(above.name), \(day.iso), \(name.en): the published total is \(told.plain), the \(whole.en) add up to \(added.plain), \(size.plain) apart. Both are given, neither is mended."
      ), unit: above.id, subject: "figure:\(published.id)", figures: [published.id, sum.id])
  }
  /// Why there is no sum; it rests on the figures there are, and is held back with them.
  private func incomplete(_ measures: [String], missing: [String], given: [String]) -> Notice {
    let names = measures.map { measurePhrase($0) }
    let there = members.count - missing.count
    func shown(_ names: [String]) -> String {
      names.prefix(6).joined(separator: ", ") + (names.count > 6 ? ", …" : "")
    }
    guard around.unknown.isEmpty else {
      let bare = shown(around.unknown.map(\.name))
      return Notice(
        "rollup.incomplete",
        Phrase(
          vi:
            "\(above.name), \(series.day.vietnamese): danh mục không có \(memberWord.vi) nào của \(bare), nên không cộng \(names.map(\.vi).joined(separator: ", ")).",
          en:
            "\(above.name), \(series.day.iso): the register has no \(memberWord.en) of \(bare), so \(names.map(\.en).joined(separator: ", ")) are not added up."
        ), unit: above.id, figures: given)
    }
    let (shown, whole) = (shown(missing), wholePhrase)
    return Notice(
      "rollup.incomplete",
      Phrase(
        vi:
          "\(above.name), \(series.day.vietnamese): chỉ \(there) trên \(whole.vi) có số liệu \(names.map(\.vi).joined(separator: ", ")) (thiếu \(shown)), nên không cộng.",
        en:
          "\(above.name), \(series.day.iso): only \(there) of \(whole.en) have figures of \(names.map(\.en).joined(separator: ", ")) (missing: \(shown)), so they are not added up."
      ), unit: above.id, figures: given)
  }
  private var memberWord: Phrase {
    switch rollUp.from {
    case .country, .region: Phrase(vi: "vùng", en: "regions")
    case .province: Phrase(vi: "tỉnh", en: "provinces")
    case .district: Phrase(vi: "huyện", en: "districts")
    case .commune: Phrase(vi: "xã", en: "communes")
    }
  }
}
