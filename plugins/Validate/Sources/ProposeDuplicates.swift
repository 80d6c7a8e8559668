public import Diagnostics
public import StageKit
public import Tables

/// Proposes pairs of households that may be one, for the office to look at; no row is changed or left out.
///
/// Every pair is weighed as Fellegi and Sunter do, on the name of the head, the day or year of birth, the sex and the commune.
/// Pairs are compared that share the year of birth and the given name, or the commune and the whole name, marks aside, or
/// the last six digits of the citizen number.
public struct ProposeDuplicates: TableStage {
  /// The word after `use:`.
  public static let name = "households.duplicates"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Nêu các cặp hộ có thể trùng nhau để xã xem lại; không sửa gì.",
    en: "Proposes pairs of households that may be one, for the commune to look at; changes nothing.")
  /// The words of its codes.
  public static let explanations = duplicateExplanations

  /// The options of `households.duplicates`.
  public struct Options: StageOptions {
    @Option(vi: "Cột mã hộ.", en: "The column of the household's id.") var id: ColumnName
    @Option(vi: "Cột họ tên chủ hộ.", en: "The column of the name of its head.") var head: ColumnName
    @Option(vi: "Cột mã xã.", en: "The column of the commune.") var commune: ColumnName
    @Option(vi: "Cột ngày sinh của chủ hộ.", en: "The column of the day of birth of the head.")
    var birthDate: ColumnName?
    @Option(
      vi: "Cột năm sinh, khi không có ngày sinh.", en: "The column of the year of birth, without a day.")
    var birthYear: ColumnName?
    @Option(vi: "Cột giới tính của chủ hộ.", en: "The column of the sex of the head.") var sex: ColumnName?
    @Option(
      vi: "Cột số CCCD của chủ hộ.", en: "The column of the citizen number of the head.")
    var citizenId: ColumnName?
    @Option(
      vi: "Trọng số ít nhất để nêu, tính bằng bit.", en: "The least weight that is proposed, in bits.",
      default: 22, limit: .within(1...200))
    var atLeast: Int
    @Option(
      vi: "Số cặp nhiều nhất được nêu.", en: "The most pairs that are proposed.", default: 10_000,
      limit: .atLeast(1))
    var most: Int
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Finds the columns.
  public func plan(_ inputs: Shapes<One<Table>>, _ plan: inout Planning) -> Planned<
    Shapes<One<Table>>, TableWork<One<Table>, One<Table>>
  > {
    let schema = inputs.table
    let columns = DuplicateColumns(
      id: plan.column(options.id, in: schema, as: String.self),
      head: plan.column(options.head, in: schema, as: String.self),
      commune: plan.column(options.commune, in: schema, as: String.self),
      birthDate: options.birthDate.map { plan.column($0, in: schema, as: Day.self) },
      birthYear: options.birthYear.map { plan.column($0, in: schema, as: Int64.self) },
      sex: options.sex.map { plan.column($0, in: schema, as: String.self) },
      citizenID: options.citizenId.map { plan.column($0, in: schema, as: String.self) })
    if (options.birthDate == nil) == (options.birthYear == nil) {
      plan.report(
        Diagnostic(
          "duplicates.birth",
          Phrase(
            vi: "cần đúng một trong birth_date và birth_year",
            en: "one of `birth_date` and `birth_year` is needed"),
          at: options.$birthYear ?? options.$id))
    }
    let output = columns.output
    let (least, most) = (Int64(options.atLeast) * BinaryLogarithm.unit, options.most)
    return Planned(Shapes(output)) { (given, findings) throws(StageError) in
      let rows = given.table.rows
      let search = columns.search(rows, least: least)
      let (pairs, passedOver) = search.pairs()
      tell(passedOver, pairs.count, most, &findings)
      return Given(Table(output, columns.listed(Array(pairs.prefix(most)), search, rows)))
    }
  }
}

private func tell(_ passedOver: Int, _ count: Int, _ most: Int, _ findings: inout Findings) {
  if passedOver > 0 {
    findings.add(
      "duplicates.passed-over", file: "", line: 0,
      Phrase(
        vi:
          "\(passedOver) dòng cùng tên và năm sinh, hoặc cùng tên và xã, hoặc cùng sáu số cuối CCCD, quá nhiều để so từng cặp",
        en:
          "\(passedOver) rows share a name and a year, a name and a commune, or the last six digits of a citizen number, and are too many to compare"
      ))
  }
  if count > most {
    findings.add(
      "duplicates.too-many", file: "", line: 0,
      Phrase(
        vi: "có \(count) cặp, chỉ nêu \(most) cặp nặng nhất",
        en: "there are \(count) pairs; the \(most) heaviest are given"
      ))
  }
}
