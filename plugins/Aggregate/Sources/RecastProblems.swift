import Diagnostics
import Figures
import Formats
import StageKit
import Tables
import Units

/// What could not be carried over, gathered so that each thing is told once.
struct RecastProblems {
  /// Why the counts of a unit were not made, of which days and measures, and on which figures that rests.
  private struct Refusal {
    let unit: UnitVersion
    let isOfAll: Bool
    let isOpen: Bool
    let reason: Phrase
    var days: Set<Day> = []
    var measures: Set<String> = []
    var figures: Set<String> = []
  }
  private var refusals: [String: Refusal] = [:]
  private var steps: [Succession] = []
  private var origins: [UnitVersion] = []
  private var gone: [UnitVersion] = []
  private var rates: Set<String> = []
  private var others: [Notice] = []
  /// Rates whose numerator was more than the denominator somewhere, and rates that were made somewhere.
  private var (over, fine) = (Set<Recast.Rate>(), Set<Recast.Rate>())
  private var absentMeasures: [String] = []
  private var presentMeasures: [String] = []
  private var whyNothing: Phrase?

  mutating func rate(_ measure: String) { rates.insert(measure) }
  mutating func made(_ rate: Recast.Rate) { fine.insert(rate) }
  /// Notes measures that no figure is of.
  mutating func absent(_ measures: [String], among present: [String]) {
    (absentMeasures, presentMeasures) = (measures, present)
  }
  /// Notes why not one figure was carried.
  mutating func nothing(_ why: Phrase) { whyNothing = why }
  mutating func lost(_ unit: UnitVersion) { if !gone.contains(unit) { gone.append(unit) } }
  mutating func refused(
    _ unit: UnitVersion, _ series: RollUp.Series, _ measure: String, _ found: Inflow.Found,
    _ given: [Figure], _ reason: Phrase
  ) {
    for step in found.open where !steps.contains(step) { steps.append(step) }
    for origin in found.unknown where !origins.contains(origin) { origins.append(origin) }
    note(unit, series, measure, given, isOpen: true, reason)
  }
  mutating func incomplete(
    _ unit: UnitVersion, _ series: RollUp.Series, _ measure: String, _ given: [Figure], _ reason: Phrase
  ) { note(unit, series, measure, given, isOpen: false, reason) }
  mutating func more(_ rate: Recast.Rate, _ unit: UnitVersion, _ day: Day, _ part: Figure, _ whole: Figure) {
    over.insert(rate)
    others.append(
      Notice(
        "recast.rate",
        Phrase(
          vi:
            "\(unit.name), \(day.vietnamese): '\(rate.numerator)' lớn hơn '\(rate.denominator)' sau khi quy đổi, nên không có '\(rate.name)'.",
          en:
            "\(unit.name), \(day.iso): '\(rate.numerator)' is more than '\(rate.denominator)' once carried over, so there is no '\(rate.name)'."
        ), unit: unit.id, figures: [part.id, whole.id]))
  }
  private mutating func note(
    _ unit: UnitVersion, _ series: RollUp.Series, _ measure: String, _ given: [Figure], isOpen: Bool,
    _ reason: Phrase
  ) {
    // What is told of everybody must not be held back because groups are.
    let isOfAll = series.group == "all"
    let key = [unit.id, reason.vi, isOfAll ? "" : "groups"].joined(separator: "/")
    var refusal = refusals[key] ?? Refusal(unit: unit, isOfAll: isOfAll, isOpen: isOpen, reason: reason)
    refusal.days.insert(series.day)
    refusal.measures.insert(measure)
    refusal.figures.formUnion(given.map(\.id))
    refusals[key] = refusal
  }

  /// A notice for every unit and reason, by unit.
  var notices: [Notice] {
    refusals.sorted { $0.key < $1.key }.map { _, refusal in
      let days = refusal.days.sorted()
      let vi = days.map(\.vietnamese).joined(separator: ", ")
      let en = days.map(\.iso).joined(separator: ", ")
      let names = refusal.measures.sorted().map { measurePhrase($0) }
      let which = refusal.isOfAll ? Phrase(same: "") : Phrase(vi: " theo nhóm dân cư", en: " by groups")
      return Notice(
        refusal.isOpen ? "recast.no-share" : "recast.incomplete",
        Phrase(
          vi:
            "\(refusal.unit.name), \(vi): không quy đổi \(names.map(\.vi).joined(separator: ", "))\(which.vi), vì \(refusal.reason.vi).",
          en:
            "\(refusal.unit.name), \(en): \(names.map(\.en).joined(separator: ", "))\(which.en) are not carried over, for \(refusal.reason.en)."
        ), unit: refusal.unit.id, figures: refusal.figures.sorted())
    } + others
  }

  /// Tells the office of what a table of shares or a fuller register would mend.
  func tell(_ units: UnitRegistry, _ shares: SplitShares, _ findings: inout Findings) {
    tellOptions(&findings)
    for step in steps {
      guard let from = units.unit(id: step.from), let to = units.unit(id: step.to) else { continue }
      findings.add("recast.no-share", file: "", line: 0, RecastReason.open(step, from, to, shares))
    }
    for unit in origins {
      findings.add(
        "recast.no-origin", file: "", line: 0,
        Phrase(
          vi: "danh mục không ghi \(unit.name) (\(unit.id)) gồm những đơn vị cũ nào; bổ sung successors.csv",
          en:
            "the register does not say of which units \(unit.name) (\(unit.id)) was made; complete successors.csv"
        ))
    }
    if !gone.isEmpty {
      let names = RecastReason.list(gone)
      findings.add(
        "recast.no-successor", file: "", line: 0,
        Phrase(
          vi:
            "danh mục không ghi \(gone.count) đơn vị sau đi vào đâu, nên số của chúng không được quy đổi: \(names)",
          en:
            "the register does not say what became of \(gone.count) units, whose figures are not carried over: \(names)"
        ))
    }
    for measure in rates.sorted() {
      findings.add(
        "recast.rate", file: "", line: 0,
        Phrase(
          vi: "'\(measure)' là tỷ lệ: không quy đổi được; ghi vào rates hai số đếm làm nên nó",
          en:
            "'\(measure)' is a rate and cannot be carried over; name the two counts that make it under `rates`"
        ))
    }
  }
  /// Tells of options by which nothing, or less than was asked for, can be carried.
  private func tellOptions(_ findings: inout Findings) {
    if let nothing = whyNothing {
      findings.add(
        "recast.nothing", file: "", line: 0,
        Phrase(
          vi: "không quy đổi được số nào: \(nothing.vi)", en: "not one figure was carried over: \(nothing.en)"
        ))
    }
    for measure in absentMeasures {
      let near = presentMeasures.suggestion(for: measure)
      findings.add(
        "recast.no-measure", file: "", line: 0,
        Phrase(
          vi: "không có số liệu nào của '\(measure)'" + (near.map { "; \($0.vi)" } ?? ""),
          en: "there is no figure of '\(measure)'" + (near.map { "; \($0.en)" } ?? "")))
    }
    for rate in over.subtracting(fine).sorted(by: { $0.name < $1.name }) {
      findings.add(
        "recast.rate", file: "", line: 0,
        Phrase(
          vi:
            "'\(rate.name)' không được tính ở đâu, vì '\(rate.numerator)' lớn hơn '\(rate.denominator)'; ghi [tử số, mẫu số], có phải là [\(rate.denominator), \(rate.numerator)]?",
          en:
            "'\(rate.name)' is made nowhere, for '\(rate.numerator)' is more than '\(rate.denominator)'; write [numerator, denominator], is it [\(rate.denominator), \(rate.numerator)]?"
        ))
    }
  }
}

/// Why counts are not carried over, in words.
enum RecastReason {
  /// At most six names.
  static func list(_ units: [UnitVersion]) -> String {
    units.prefix(6).map(\.name).joined(separator: ", ") + (units.count > 6 ? ", …" : "")
  }
  /// Of a part of the people the names would tell in which unit there is nobody of it.
  static let missingSomewhere = Phrase(
    vi: "có đơn vị cũ chưa có số liệu", en: "some former unit has no figure")
  static func missing(_ units: [UnitVersion]) -> Phrase {
    let names = list(units)
    return Phrase(vi: "chưa có số liệu của \(names)", en: "there is no figure of \(names)")
  }
  static func refused(_ found: Inflow.Found, _ units: UnitRegistry) -> Phrase {
    let parts = found.open.compactMap { step in
      units.unit(id: step.from).flatMap { from in units.unit(id: step.to).map { (from.name, $0.name) } }
    }
    let all = parts.prefix(6)
    let more = parts.count > 6 ? "; …" : ""
    var (vi, en): ([String], [String]) = ([], [])
    if !parts.isEmpty {
      vi.append("chưa biết bao nhiêu của " + all.map { "\($0.0) vào \($0.1)" }.joined(separator: "; ") + more)
      en.append(
        "nobody says how much of " + all.map { "\($0.0) went into \($0.1)" }.joined(separator: "; ") + more)
    }
    if !found.unknown.isEmpty {
      let names = list(found.unknown)
      vi.append("danh mục không ghi \(names) gồm những đơn vị cũ nào")
      en.append("the register does not say of which units \(names) was made")
    }
    return Phrase(vi: vi.joined(separator: "; "), en: en.joined(separator: "; "))
  }
  static func beside(_ units: [UnitVersion]) -> Phrase {
    let names = list(units)
    return Phrase(
      vi: "danh mục không ghi \(names), bị bãi bỏ trong thời gian ấy ở cùng nơi, đi vào đâu",
      en: "the register does not say what became of \(names), abolished beside it in that time")
  }
  static func adrift(_ units: [UnitVersion]) -> Phrase {
    let names = list(units)
    return Phrase(
      vi: "không theo được các phần còn lại của \(names)",
      en: "what became of the other parts of \(names) is not known")
  }
  static func sameUnit(_ unit: UnitVersion) -> Phrase {
    Phrase(
      vi:
        "\(unit.name) nhận thêm đơn vị khác mà vẫn mang mã và hiệu lực cũ, nên số liệu trước và sau không phân biệt được",
      en:
        "\(unit.name) took others in and kept its code and validity, so that figures of before and after cannot be told apart"
    )
  }
  static func open(
    _ step: Succession, _ from: UnitVersion, _ to: UnitVersion, _ shares: SplitShares
  ) -> Phrase {
    let mend = mend(from, shares)
    let vi = step.extent == .partial ? "chỉ một phần" : "không rõ bao nhiêu"
    let en = step.extent == .partial ? "only a part" : "an amount nobody states"
    return Phrase(
      vi:
        "\(from.name) (\(from.id)): \(vi) đi vào \(to.name) (\(to.id)), nên số đếm không quy đổi được; \(mend.vi)",
      en:
        "\(from.name) (\(from.id)): \(en) went into \(to.name) (\(to.id)), so counts cannot be carried over; \(mend.en)"
    )
  }
  /// What would make up for a share that is missing.
  private static func mend(_ from: UnitVersion, _ shares: SplitShares) -> Phrase {
    if shares.refused.contains(from.id) {
      return Phrase(
        vi: "tỷ lệ đã cho của \(from.name) không dùng được",
        en: "the shares given of \(from.name) cannot be used")
    }
    return shares.areGiven
      ? Phrase(
        vi: "thêm các tỷ lệ của \(from.name) vào bảng ở cổng shares",
        en: "add the shares of \(from.name) to the table at the port `shares`")
      : Phrase(
        vi: "cho bảng tỷ lệ vào cổng shares", en: "give a table of shares at the port `shares`")
  }
  /// The Vietnamese note on parts that were of another kind of area.
  static func area(_ units: [UnitVersion], _ target: UnitVersion) -> String {
    let now = target.area == .urban ? "thành thị" : "nông thôn"
    let then = target.area == .urban ? "nông thôn" : "thành thị"
    return
      "Tại ngày số liệu \(list(units)) thuộc khu vực \(then), nay thuộc khu vực \(now): mức chuẩn thu nhập của hộ đã đổi theo."
  }
  static func differs(
    _ unit: UnitVersion, _ day: Day, _ measure: String, told: FixedPoint, added: FixedPoint
  ) -> Phrase {
    let name = measurePhrase(measure)
    let (a, b) = (VietnameseNumber.text(told), VietnameseNumber.text(added))
    return Phrase(
      vi:
        "\(unit.name), \(day.vietnamese), \(name.vi): số đã công bố theo địa giới mới là \(a), cộng từ các đơn vị cũ được \(b). Cả hai được nêu, không sửa.",
      en:
        "\(unit.name), \(day.iso), \(name.en): the figure published in the new boundaries is \(told.plain), the former units add up to \(added.plain). Both are given, neither is mended."
    )
  }
}
