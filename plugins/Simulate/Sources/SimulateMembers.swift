public import Diagnostics
public import StageKit
public import Tables

/// How days of birth are given.
public enum BirthForm: String, OptionValue, CaseIterable, Sendable {
  /// As days; one that does not exist is missing as `invalid`.
  case date
  /// As texts in ISO form, so that one that does not exist can be written.
  case text
}

/// Makes up the members of the households that `households.simulate` makes up of the same options.
public struct SimulateMembers: SourceStage {
  /// The word after `use:`.
  public static let name = "members.simulate"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Bịa ra các thành viên của những hộ mà households.simulate bịa ra.",
    en: "Makes up the members of the households that households.simulate makes up.")
  /// The words of its codes.
  public static let explanations = simulateExplanations

  /// The options of `members.simulate`.
  public struct Options: StageOptions {
    @Option(
      vi: "Các hộ, khai đúng như `with` của households.simulate.",
      en: "The households, said as under `with` of households.simulate.")
    var households: SimulateHouseholds.Options
    @Option(
      vi: "Ngày sinh là ngày, hay là chữ để viết được cả ngày không có.",
      en: "Days of birth are days, or texts, so that a day that does not exist can be written.",
      default: .date)
    var birthDates: BirthForm
    @Option(
      vi: "Phần hộ có thêm một người mang mã hộ không có trong danh sách.",
      en: "Share of households with one more person, whose household is not in the list.", default: .zero)
    var orphans: Percent
    @Option(
      vi: "Phần hộ có một thành viên được chép y nguyên thành hai dòng.",
      en: "Share of households of which one member has two rows.", default: .zero)
    var duplicates: Percent
    @Option(
      vi: "Phần hộ có một thành viên sinh sau ngày rà soát.",
      en: "Share of households of which one member was born after the review.", default: .zero)
    var birthAfterReview: Percent
    @Option(
      vi: "Phần hộ có một thành viên sinh ngày 30 tháng 2.",
      en: "Share of households of which one member was born on 30 February.", default: .zero)
    var thirtiethOfFebruary: Percent
    /// Options not yet read.
    public init() {}

    /// The shares, in the order of the kinds of mistakes.
    var shares: [Int64] {
      [orphans, duplicates, birthAfterReview, thirtiethOfFebruary].map(\.millionths)
    }
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Counts the mistakes and finds the communes.
  public func plan(_ plan: inout Planning) -> Planned<Schema, MemberReader> {
    let simulation = options.households.simulation(&plan, memberShares: options.shares)
    let reader = MemberReader(
      simulation: simulation, birthDates: options.birthDates, rows: 0..<simulation.rows)
    return Planned(MemberReader.schema(options.birthDates), reader)
  }
}
