public import Diagnostics
import Measures
public import StageKit
import Standards
public import Tables

/// Makes the official tables F1 to F13 of counted households, movements and the numbers of all households.
///
/// They are for the office: counts of few are in them, and nothing of them can reach a site but by `figures.protect`.
public struct MakeForms: TableStage {
  /// The word after `use:`.
  public static let name = "households.forms"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Lập các biểu tổng hợp F1–F13 theo thứ tự chính thức, có dòng tổng, đối chiếu giữa các biểu.",
    en: "Makes the official tables F1 to F13 with their totals, and checks one against another.")
  /// The standards, for the names and the order of the indicators.
  public static let resources: [any Resource.Type] = [StandardLibrary.self]
  /// The words of its codes.
  public static let explanations = formExplanations

  /// What it takes.
  public struct Inputs: Ports {
    /// Counted households.
    public let counts = Port<Many<Table>>(
      vi: "Các bảng của households.aggregate.", en: "The tables of households.aggregate.")
    /// Movements.
    public let flows = Port<Many<Table>>(
      vi: "Biểu diễn biến của households.flows, có cột unit; không nối thì F2, F3 để trống.",
      en: "Movements of households.flows with units; without them F2 and F3 are blank.", atLeast: 0)
    /// All households.
    public let denominators = Port<Many<Table>>(
      vi:
        "Tổng số hộ (và nhân khẩu: nhóm persons, persons/… của một nhóm) của từng đơn vị; không nối thì không có tỷ lệ trên tổng số.",
      en:
        "All households (and persons: the groups `persons`, and `persons/…` of a group) of each unit; without them there are no rates.",
      atLeast: 0)
    /// The ports.
    public init() {}
  }
  /// The columns about children that F11 is made of.
  public struct ChildrenColumns: StageOptions {
    @Option(vi: "Số trẻ em.", en: "The number of children.") var total: ColumnName?
    @Option(vi: "Số trẻ em không có bảo hiểm y tế.", en: "Children without health insurance.") var insurance:
      ColumnName?
    @Option(vi: "Số trẻ em thiếu dinh dưỡng.", en: "Malnourished children.") var nutrition: ColumnName?
    @Option(
      vi: "Số trẻ em không đi học đúng độ tuổi.", en: "Children not at the school of their age.")
    var school: ColumnName?
    /// Nothing read yet.
    public init() {}
    /// Those that are given, by the word of the form.
    var given: [(word: String, column: ColumnName)] {
      [("total", total), ("insurance", insurance), ("nutrition", nutrition), ("school", school)]
        .compactMap { word, column in column.map { (word, $0) } }
    }
  }
  /// The options of `households.forms`.
  public struct Options: StageOptions {
    @Option(
      vi: "Mã chuẩn nghèo, cho tên và thứ tự các chỉ số.", en: "Id of the standard, for its indicators.")
    var standard: String
    @Option(vi: "Cấp của các dòng.", en: "The level of the rows.", default: .commune) var level:
      HouseholdLevel
    @Option(
      vi: "Nhãn nhóm của từng từ trong biểu, như minority: thieu_so:true.",
      en: "The label of a group for each word of the forms, such as `minority: minority:true`.")
    var labels: Mapping<String>?
    @Option(vi: "Cột nhóm dân tộc, cho F9.", en: "The column of ethnicities, for F9.") var ethnicity: String?
    @Option(
      vi: "Các cột về trẻ em trong sums_by_class của bảng đếm, cho F11.",
      en: "The columns about children among the `sums_by_class` of the counts, for F11.")
    var children: ChildrenColumns?
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }
  /// The words that `labels` can have.
  static let words = Set(
    (OfficialForm.groups + OfficialForm.causes + OfficialForm.peoples + OfficialForm.marks).map(\.0))

  /// Finds the columns and the standard.
  public func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<One<Table>>, TableWork<Inputs, One<Table>>
  > {
    let wide = inputs.counts.compactMap { WideColumns($0, &plan) }
    let flows = inputs.flows.map { ReportedFlows.Columns(in: $0, &plan) }
    let totals = inputs.denominators.map { FoundDenominators(nil, in: $0, &plan) }
    let day = plan.pipeline.referenceDate
    let maker = FormMaker(
      level: options.level, indicators: indicators(&plan), labels: labels(&plan),
      ethnicity: options.ethnicity, children: children(inputs.counts, &plan))
    let guarded = (inputs.counts + inputs.flows + inputs.denominators).flatMap(\.fields).map(\.sensitivity)
    let schema = FormRows.schema(max(.protected, guarded.max() ?? .protected))
    return Planned(Shapes(schema)) { (given, findings) throws(StageError) in
      var maker = maker
      for (table, columns) in zip(given.counts.items, wide) { maker.add(columns.rows(table.rows)) }
      for (table, columns) in zip(given.flows.items, flows) {
        maker.add(ReportedFlows(table.rows, columns, &findings))
      }
      let numbers = zip(given.denominators.items, totals).map { ($0.rows, $1) }
      // The codes are those of the rows as they are given, whatever a register has.
      maker.add(GivenTotals(numbers, on: day, &findings) { code, _ in code })
      maker.tellTies(&findings)
      maker.tellInputs(&findings)
      let sheets = maker.sheets
      FormRows.tellExcesses(sheets, &findings)
      FormRows.tellBlanks(sheets, &findings)
      return Given(Table(schema, FormRows.batch(sheets, schema)))
    }
  }
  private func indicators(_ plan: inout Planning) -> [(id: String, name: String)] {
    do throws(Diagnostics) {
      let found = try plan[StandardLibrary.self].resolve(options.standard, at: options.$standard)
      return (found.rules?.indicators ?? []).map { ($0.id, $0.name.vi) }
    } catch {
      plan.report(error)
      return []
    }
  }
  /// The columns about children, each of which some table of counts has by class.
  private func children(_ counts: [Schema], _ plan: inout Planning) -> [String: String] {
    var children: [String: String] = [:]
    for (word, column) in options.children?.given ?? [] {
      let isSummed = counts.contains { schema in
        FlowTable.classes.allSatisfy { schema["\(column.text)_\($0.rawValue)"]?.type == .int }
      }
      if !isSummed { plan.report(.formChildren(column)) }
      children[word] = column.text
    }
    return children
  }
  private func labels(_ plan: inout Planning) -> [String: String] {
    var labels: [String: String] = [:]
    for entry in options.labels?.entries ?? [] {
      let isKnown = Self.words.contains(entry.name)
      if !isKnown || !entry.value.utf8.contains(58) {
        plan.report(.formLabel(isKnown ? entry.value : entry.name, isWord: !isKnown, at: entry.range))
      }
      labels[entry.name] = GroupLabel.folded(label: entry.value)
    }
    return labels
  }
}

extension FormMaker {
  /// Tells where two tables have two numbers of one thing.
  func tellTies(_ findings: inout Findings) {
    for code in codes {
      guard let table = flows.tables[code] else { continue }
      for fault in table.faults() {
        let isMove = if case .moves = fault { true } else { false }
        findings.add(
          isMove ? "forms.tie" : fault.code.rawValue, file: "", line: 0, column: code,
          Phrase(vi: "\(code): \(fault.phrase.vi)", en: "\(code): \(fault.phrase.en)"))
      }
      for (kind, form) in [(HouseholdClass.poor, "F2.9, F1.3"), (.nearPoor, "F3.9, F1.5")] {
        guard let closing = table[kind, .households][.closing], let all = units[code]?.all,
          let counted = all[kind.rawValue], counted != closing
        else { continue }
        findings.add(
          "forms.tie", file: "", line: 0, column: code,
          Phrase(
            vi: "\(code): \(form): cuối kỳ là \(closing), bảng đếm có \(counted)",
            en: "\(code): \(form): the closing is \(closing), counted are \(counted)"))
      }
    }
  }
}
extension FormMaker {
  /// Tells of units that two tables have two numbers of, and of numbers of all households that are in no row.
  func tellInputs(_ findings: inout Findings) {
    for unit in disputed {
      findings.add(
        "forms.two-numbers", file: "", line: 0, column: unit,
        Phrase(
          vi: "\(unit): hai bảng có hai số khác nhau về cùng một ô: không số nào được dùng",
          en: "\(unit): two tables have two numbers of one cell: neither is used"))
    }
    if let first = outsideMovements.first {
      findings.add(
        "forms.movements-outside", file: "", line: 0, column: first,
        Phrase(
          vi:
            "bảng diễn biến có \(outsideMovements.count) đơn vị của cấp khác, đầu tiên là \(first): không thành dòng, không cộng vào tổng",
          en:
            "the movements have \(outsideMovements.count) units of another level, first \(first): they are no rows and are not added up"
        ))
    }
    guard let first = outside.first else { return }
    findings.add(
      "forms.outside", file: "", line: 0, column: first,
      Phrase(
        vi:
          "bảng tổng số có \(outside.count) mã không biết là của cấp của biểu, đầu tiên là \(first): dòng tổng cộng không có tổng số",
        en:
          "the table of all households has \(outside.count) codes that are not known to be of the level of the forms, first \(first): the totals have no number of all"
      ))
  }
}
extension Diagnostic {
  static func formChildren(_ column: ColumnName) -> Diagnostic {
    Diagnostic(
      "forms.children",
      Phrase(
        vi: "không bảng đếm nào có tổng của cột '\(column.text)' theo hộ nghèo và hộ cận nghèo",
        en: "no table of counts has sums of the column '\(column.text)' over the poor and the near-poor"),
      at: column.range, hint: Phrase(same: "households.aggregate: sums_by_class: [\(column.text)]"))
  }
  static func formLabel(_ text: String, isWord: Bool, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "forms.label",
      isWord
        ? Phrase(vi: "biểu không có từ '\(text)'", en: "the forms have no word '\(text)'")
        : Phrase(vi: "'\(text)' không phải nhãn cột:giá trị", en: "'\(text)' is no label `column:value`"),
      at: range, hint: Phrase(same: MakeForms.words.sorted().joined(separator: ", ")))
  }
}
