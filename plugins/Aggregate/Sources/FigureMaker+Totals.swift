import Diagnostics
import Figures
import StageKit
import Standards
import Tables
import Units

extension FigureMaker {
  /// Makes the figures of all households, and notices of units where they are not all known.
  ///
  /// - Throws: When two rows say different things of one figure.
  func makeTotals(_ denominators: Denominators, _ made: inout MadeFigures) throws(StageError) {
    guard denominators.areGiven else { return }
    let then = denominators.day ?? day
    for (unit, group) in made.units {
      switch denominators.total(of: unit, group: group) {
      case .known(let all):
        var total = figure(unit, then, "households", group, .amount(FixedPoint(all)), "")
        total.source = totalsSource
        try made.add(total)
      case .incomplete(let missing):
        // Nobody promises totals by group; that there are none is no news.
        if group == "all" { made.notices.append(incomplete(unit, missing, made)) }
      case .tooLarge:
        throw StageError(
          Phrase(
            vi: "tổng số hộ của \(unit.name) quá lớn",
            en: "the sum of the households of \(unit.name) is too large"),
          cause: .data)
      }
    }
  }
  private func incomplete(_ unit: UnitVersion, _ missing: [String], _ made: MadeFigures) -> Notice {
    let names = missing.prefix(6).joined(separator: ", ") + (missing.count > 6 ? ", …" : "")
    return Notice(
      "households.no-denominator",
      Phrase(
        vi: "\(unit.name), \(day.vietnamese): chưa có tổng số hộ của \(names), nên không tính tỷ lệ.",
        en:
          "\(unit.name), \(day.iso): the number of all households of \(names) is not known, so no rate is made."
      ), unit: unit.id, figures: [figure(unit, day, "poor", "all", nil, standard).id])
  }
  /// A rate of more than a hundred in a hundred is none.
  func tooMany(_ unit: UnitVersion, _ group: String, _ id: String) -> Notice {
    Notice(
      "households.rate",
      Phrase(
        vi:
          "\(unit.name), \(day.vietnamese), nhóm \(group): số hộ được đếm lớn hơn tổng số hộ, nên không tính tỷ lệ.",
        en:
          "\(unit.name), \(day.iso), group \(group): more households were counted than there are, so no rate is made."
      ), unit: unit.id, figures: [id])
  }

  /// The ids of units with more households in their rows than in those of their communes: some are of an island that has
  /// no communes.
  func outside(_ rows: [Placed]) -> Set<String> {
    let all = rows.filter { $0.row.group == "all" }
    var inCommunes: [String: Int64] = [:]
    // Two tables may both have the communes.
    var seen: Set<String> = []
    for placed in all where placed.row.level == .commune && seen.insert(placed.unit.id).inserted {
      for above in units.ancestors(of: placed.unit, on: day) {
        inCommunes[above.id, default: 0] &+= placed.row["households"] ?? 0
      }
    }
    return Set(
      all.filter { $0.row.level != .commune && ($0.row["households"] ?? 0) > inCommunes[$0.unit.id] ?? 0 }
        .map(\.unit.id))
  }
  /// Tells the office of communes without a row: their households are in no sum, and nobody says that there are none.
  func tellAbsent(_ made: MadeFigures, _ findings: inout Findings) {
    let found = Set(made.units.map(\.unit.id))
    guard made.units.contains(where: { $0.unit.level == .commune }) else { return }
    for (unit, group) in made.units where group == "all" && unit.level == .province {
      let absent = Denominators.communes(of: unit, in: units, on: day).filter { !found.contains($0.id) }
      guard !absent.isEmpty else { continue }
      let names = absent.prefix(6).map(\.name).joined(separator: ", ") + (absent.count > 6 ? ", …" : "")
      findings.add(
        "households.absent", file: "", line: 0, column: "unit",
        Phrase(
          vi:
            "\(unit.name): \(absent.count) xã không có hộ nào trong bảng (\(names)); tổng không gồm các xã này",
          en:
            "\(unit.name): \(absent.count) communes have no household in the table (\(names)); no sum has them"
        ))
    }
  }
}

extension StageError {
  static func twoValues(_ id: String) -> StageError {
    StageError(
      Phrase(
        vi: "hai bảng cho hai giá trị khác nhau của số liệu '\(id)'",
        en: "two tables say different things of the figure '\(id)'"),
      hint: Phrase(
        vi: "mỗi kỳ rà soát cần một bước households.figures riêng, với as_of của nó",
        en: "each review needs a step households.figures of its own, with its `as_of`"), cause: .data)
  }
  static func unplaced(_ count: Int64, _ most: Int, _ step: String) -> StageError {
    StageError(
      Phrase(
        vi: "bước '\(step)': \(count) hộ không nằm trong đơn vị nào, cho phép nhiều nhất \(most)",
        en: "step '\(step)': \(count) households are in no unit, and at most \(most) are let pass"),
      hint: Phrase(
        vi: "xem từng mã trong office/findings.ndjson; sửa mã, hoặc nâng max_unplaced",
        en: "each code is told in office/findings.ndjson; mend it, or raise `max_unplaced`"), cause: .data)
  }
  static func unclassified(_ count: Int64, _ most: Int, _ step: String) -> StageError {
    StageError(
      Phrase(
        vi: "bước '\(step)': có đơn vị với \(count) hộ chưa phân loại, cho phép nhiều nhất \(most)",
        en: "step '\(step)': a unit has \(count) households without a class, and at most \(most) are let pass"
      ),
      hint: Phrase(
        vi: "xem từng hộ trong office/findings.ndjson; bổ sung, hoặc nâng max_unclassified",
        en: "each is told in office/findings.ndjson; fill them in, or raise `max_unclassified`"), cause: .data
    )
  }
}
extension Diagnostic {
  static func noDay(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "households.day", Phrase(vi: "không biết ngày của kết quả", en: "the day of the results is not said"),
      at: range,
      hint: Phrase(
        vi: "ghi as_of: trong bước, hoặc reference_date: trong defaults",
        en: "write `as_of:` in the step, or `reference_date:` under `defaults:`"))
  }
  static func standardThen(
    _ standard: Standard, on day: Day, of library: StandardLibrary, in province: String?,
    at range: SourceRange?
  ) -> Diagnostic {
    let valid = library.valid(on: day, in: province).map(\.id).joined(separator: ", ")
    return Diagnostic(
      "households.standard",
      Phrase(
        vi: "chuẩn '\(standard.id)' không áp dụng cho rà soát ngày \(day.vietnamese)",
        en: "the standard '\(standard.id)' is not that of a review of \(day.iso)"), at: range,
      hint: valid.isEmpty
        ? Phrase(vi: "sửa as_of hoặc standard", en: "mend `as_of` or `standard`")
        : Phrase(vi: "vào ngày ấy có: \(valid)", en: "on that day there is: \(valid)"))
  }
  static func notWide(_ missing: [String], at range: SourceRange?) -> Diagnostic {
    let names = missing.joined(separator: ", ")
    return Diagnostic(
      "households.table",
      Phrase(
        vi: "bảng này không phải của households.aggregate: thiếu cột \(names)",
        en: "the table is not one of households.aggregate: it lacks \(names)"), at: range,
      hint: Phrase(
        vi: "nối một bước households.aggregate vào cổng này",
        en: "join a step of households.aggregate to the port"))
  }
}
