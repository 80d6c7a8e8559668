public import Diagnostics
public import StageKit
public import Tables
import Units

/// Makes up households of an invented province, as many as one likes, with as many mistakes of each kind as one likes.
///
/// The same options give the same rows, whatever the number of workers.
public struct SimulateHouseholds: SourceStage {
  /// The word after `use:`.
  public static let name = "households.simulate"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Bịa ra các hộ của một tỉnh không có thật, để thử.",
    en: "Makes up households of an invented province, for trials.")
  /// The words of its codes.
  public static let explanations = simulateExplanations

  /// The options of `households.simulate`.
  public struct Options: StageOptions {
    @Option(vi: "Số hộ.", en: "The number of households.", limit: .within(1...1_000_000_000))
    var households: Int
    @Option(
      vi: "Số gốc: cùng số gốc thì cùng các hộ.", en: "The same seed gives the same households.", default: 1)
    var seed: Int
    @Option(
      vi: "Năm rà soát, theo chuẩn vn-2022.", en: "The year of the review, by the standard vn-2022.",
      default: 2024, limit: .within(2022...2026))
    var period: Int
    @Option(
      vi: "Số xã bịa ra, khi không khai units; mã từ 90001.",
      en: "How many communes are invented when `units` is left out; their codes begin with 90001.",
      default: 20, limit: .within(1...9000))
    var communes: Int
    @Option(
      vi: "Danh mục đơn vị để lấy các xã, vào ngày 31/12 của năm.",
      en: "Register of units to take the communes from, on 31 December of the year.")
    var units: DocumentPath<UnitRegistry>?
    @Option(
      vi: "Số người phụ thuộc, d1…d6, điểm B2 và class tính từ các thành viên mà members.simulate bịa ra.",
      en:
        "The dependants, d1 to d6, b2 and the class follow from the members that members.simulate makes up.",
      default: false)
    var fromMembers: Bool
    @Option(vi: "Phần hộ để trống điểm B1, B2.", en: "Share with blank points.", default: .zero)
    var blankPoints: Percent
    @Option(vi: "Phần hộ chép y nguyên một hộ khác.", en: "Share of exact copies.", default: .zero)
    var exactDuplicates: Percent
    @Option(vi: "Phần hộ mang mã của hộ khác.", en: "Share with the id of another.", default: .zero)
    var duplicateIds: Percent
    @Option(
      vi: "Phần hộ có dân tộc ngoài danh mục.", en: "Share with an ethnicity that is not in the list.",
      default: .zero)
    var unknownEnum: Percent
    @Option(vi: "Phần hộ mất số 0 đầu mã.", en: "Share whose id lost its leading zero.", default: .zero)
    var lostLeadingZero: Percent
    @Option(
      vi: "Phần hộ ghi thu nhập bằng đồng.", en: "Share whose income is in đồng, not thousands.",
      default: .zero)
    var wrongIncomeUnit: Percent
    @Option(
      vi: "Phần hộ có điểm B2 không chia hết cho 10.", en: "Share whose b2 is no multiple of ten.",
      default: .zero)
    var b2NotMultipleOfTen: Percent
    @Option(vi: "Phần hộ có mã xã không tồn tại.", en: "Share of an unknown commune.", default: .zero)
    var unknownCommune: Percent
    @Option(
      vi: "Phần hộ có số người phụ thuộc lớn hơn số nhân khẩu.",
      en: "Share with more dependants than members.",
      default: .zero)
    var dependantsOverMembers: Percent
    /// Options not yet read.
    public init() {}

    /// The shares, in the order of the kinds of mistakes.
    var shares: [Int64] {
      [
        blankPoints, exactDuplicates, duplicateIds, unknownEnum, lostLeadingZero, wrongIncomeUnit,
        b2NotMultipleOfTen, unknownCommune, dependantsOverMembers,
      ].map(\.millionths)
    }
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Counts the mistakes and finds the communes.
  public func plan(_ plan: inout Planning) -> Planned<Schema, HouseholdReader> {
    let simulation = options.simulation(&plan)
    return Planned(
      HouseholdReader.schema, HouseholdReader(simulation: simulation, rows: 0..<simulation.rows))
  }
}

extension SimulateHouseholds.Options {
  /// Counts the mistakes and finds the communes, also for the members of these households.
  ///
  /// - Parameters:
  ///   - plan: Where mistakes are reported.
  ///   - memberShares: Millionths of the households for each kind of mistake among members.
  /// - Returns: What makes the rows; without mistakes when they were too many.
  func simulation(_ plan: inout Planning, memberShares: [Int64] = []) -> Simulation {
    let dealt = DirtPlan(rows: households, shares: shares, memberShares: memberShares, seed: seed)
    if dealt == nil { plan.report(.tooMuchDirt(plan.range)) }
    return Simulation(
      rows: households, seed: seed, year: period, communes: places(&plan), isFromMembers: fromMembers,
      dirt: dealt ?? .none(rows: households))
  }
  private func places(_ plan: inout Planning) -> [Commune] {
    guard let path = units else { return Commune.invented(communes) }
    guard let register = plan.document(path), let day = Day(year: period, month: 12, day: 31) else {
      return []
    }
    let communes = Commune.all(in: register, on: day)
    if communes.isEmpty { plan.report(.noCommunes(day, $units)) }
    return communes
  }
}

extension Percent {
  static let zero = Percent(millionths: 0)
}
extension Diagnostic {
  fileprivate static func tooMuchDirt(_ range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "simulate.shares",
      Phrase(
        vi: "các phần lỗi cộng lại nhiều hơn số hộ; mỗi bản chép còn cần một hộ không lỗi để chép",
        en: "the shares of mistakes need more households than there are; every copy needs a clean one besides"
      ),
      at: range)
  }
  fileprivate static func noCommunes(_ day: Day, _ range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "simulate.no-communes",
      Phrase(
        vi: "ngày \(day.vietnamese), danh mục không có xã nào mà loại cho biết là thành thị hay nông thôn",
        en: "on \(day.iso) the register has no commune whose type says whether it is urban or rural"),
      at: range)
  }
}
