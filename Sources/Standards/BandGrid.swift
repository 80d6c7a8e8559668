import Diagnostics
import Expressions
import Tables

/// Households in every place between lines: below, at and above each, with every number of deprivations, and each way in which
/// the indicators that rules name can be among them, in the countryside and in towns.
///
/// The rules of packs compare names alone, and deprivations with whole numbers (`RuleTerms`), so they say the same of two
/// households in one area, with one number of deprivations and the same flags, whose amounts stand alike to all lines. Each
/// such group has one of them, so what is true of these is true of all, whatever fractions of a đồng an income has.
struct BandGrid {
  /// One of the households.
  struct Place: Hashable {
    let area: LineArea
    /// The income in tenths of a đồng, or the points of form B1.
    let amount: Int64
    let deprivations: Int64
    /// Whether it is deprived in each of the indicators that rules name.
    let isSet: [Bool]
  }
  /// How many indicators rules may name: each makes twice as many households.
  static let mostFlags = 6
  let places: [Place]
  private let schema: Schema
  private let lines: [AreaLine]
  private let flags: [String]
  private let cutoff: Int64?
  /// The points of form B2 for a deprivation; `nil` where incomes are looked at.
  private let each: Int64?
  private let period: IncomePeriod
  /// How many parts of an amount make a đồng or a point: between two lines of neighbouring đồng there are incomes, too.
  private let parts: Int64

  init(of rules: ClassRules, _ points: PointRules? = nil) {
    parts = points == nil ? 10 : 1
    flags = points == nil ? rules.namedFlags : []
    let others = Set(rules.flags).subtracting(flags)
    let all = points == nil ? rules.schema(income: .decimal(scale: 1)) : rules.pointSchema
    schema = Schema(all.fields.filter { !others.contains($0.name) })
    lines = points?.lines ?? rules.lines
    (cutoff, each, period) = (rules.cutoff, points?.perDeprivation, rules.period)
    let isCounted = rules.cutoff != nil || points != nil
    let kinds = Self.kinds(flags.count, of: isCounted ? rules.cutoffOf ?? Int64(rules.indicators.count) : nil)
    let (lines, parts) = (lines, parts)
    places = [LineArea.rural, .urban].flatMap { area in
      let amounts = Self.amounts(Set(lines.map { area == .rural ? $0.rural : $0.urban }), parts)
      return amounts.sorted().flatMap { amount in
        kinds.map { Place(area: area, amount: amount, deprivations: $0.deprivations, isSet: $0.isSet) }
      }
    }
  }
  /// Each way in which some flags can be set, with every number of deprivations that is possible with it, of so many
  /// indicators, the flags among them; without those where deprivations are not counted.
  private static func kinds(_ flags: Int, of indicators: Int64?) -> [(isSet: [Bool], deprivations: Int64)] {
    (0..<1 << flags).flatMap { bits in
      let isSet = (0..<flags).map { bits >> $0 & 1 == 1 }
      let least = Int64(bits.nonzeroBitCount)
      let most = indicators.map { max(least, $0 - Int64(flags) + least) } ?? least
      return (least...most).map { (isSet, $0) }
    }
  }
  /// An amount at each line, and one in every band between them.
  private static func amounts(_ lines: Set<Int64>, _ parts: Int64) -> Set<Int64> {
    var amounts: Set<Int64> = [0]
    for line in lines {
      amounts.insert(line * parts)
      if line > 0 { amounts.insert((line - 1) * parts) }
      amounts.insert((line + 1) * parts)
      if lines.contains(line + 1) { amounts.insert(line * parts + parts / 2) }
    }
    return amounts
  }
  /// The places of which a rule is true; `nil` for one that cannot be asked.
  func rows(of rule: Expression) -> Bitmap? {
    let batch = Batch(schema.fields.map { column($0.name) }, count: places.count)
    do throws(ExpressionProblems) {
      guard case .bool(let answer) = try rule.typed(in: schema, referenceDate: nil).evaluate(batch).column
      else { return nil }
      return answer.isTrue
    } catch { return nil }
  }
  private func column(_ name: String) -> Column {
    if name == "area" {
      var texts = Texts()
      for place in places { texts.append((place.area == .rural ? "rural" : "urban").utf8) }
      return .text(texts)
    }
    if let flag = flags.firstIndex(of: name) {
      return .bool(Bools(Bitmap(count: places.count) { places[$0].isSet[flag] }))
    }
    let line = lines.first { $0.name == name }
    let values = Values(
      places.map { place in
        switch name {
        case "income", "b1": place.amount
        case "deprivations": place.deprivations
        case "b2": place.deprivations * (each ?? 1)
        case "cutoff": cutoff ?? 0
        default: ((place.area == .rural ? line?.rural : line?.urban) ?? 0) * parts
        }
      })
    return schema[name]?.type == .int ? .int(values) : .decimal(Decimals(values, scale: 1))
  }
  /// A household in words.
  func phrase(of place: Place) -> Phrase {
    let area =
      place.area == .rural
      ? Phrase(vi: "ở nông thôn", en: "in the countryside") : Phrase(vi: "ở thành thị", en: "in towns")
    if let each {
      let b2 = place.deprivations * each
      return Phrase(
        vi: "\(area.vi), điểm B1 là \(place.amount), điểm B2 là \(b2)",
        en: "\(area.en), with \(place.amount) points B1 and \(b2) points B2")
    }
    let (whole, part) = place.amount.quotientAndRemainder(dividingBy: parts)
    let fraction = part == 0 ? Phrase(same: "") : Phrase(vi: ",\(part)", en: ".\(part)")
    let income = Phrase(
      vi: "thu nhập \(whole)\(fraction.vi) đồng/người/\(period.phrase.vi)",
      en: "with \(whole)\(fraction.en) đồng per person and \(period.phrase.en)")
    guard cutoff != nil else { return Phrase(vi: "\(area.vi), \(income.vi)", en: "\(area.en), \(income.en)") }
    let set = phrase(of: place.isSet)
    return Phrase(
      vi: "\(area.vi), \(income.vi), thiếu hụt \(place.deprivations) chỉ số\(set.vi)",
      en: "\(area.en), \(income.en) and \(place.deprivations) deprivations\(set.en)")
  }
  /// Which of the indicators that rules name are among the deprivations.
  private func phrase(of isSet: [Bool]) -> Phrase {
    guard !flags.isEmpty else { return Phrase(same: "") }
    func list(_ not: String) -> String {
      zip(flags, isSet).map { $1 ? $0 : "\(not) \($0)" }.joined(separator: ", ")
    }
    return Phrase(vi: " (\(list("không")))", en: " (\(list("not")))")
  }
}
