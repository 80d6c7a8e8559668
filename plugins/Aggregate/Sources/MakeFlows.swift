public import Diagnostics
import Measures
public import StageKit
public import Tables

/// Makes the official table of movements between two years from the lists of households, matched by an id that stays the same.
///
/// It proposes what the lists say; the table that a commune reports is never changed by it.
public struct MakeFlows: TableStage {
  /// The word after `use:`.
  public static let name = "households.flows"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Lập bảng diễn biến hộ nghèo, cận nghèo giữa hai năm từ danh sách hộ, theo mã hộ.",
    en: "Makes the movements of poor and near-poor households between two years from their lists, by id.")
  /// The words of its codes.
  public static let explanations = flowExplanations

  /// What it takes.
  public struct Inputs: Ports {
    /// The list of the earlier year.
    public let before = Port<Table>(
      vi: "Danh sách hộ của năm trước.", en: "The households of the earlier year.")
    /// The list of the later year.
    public let after = Port<Table>(vi: "Danh sách hộ của năm sau.", en: "The households of the later year.")
    /// Lists of years before both.
    public let earlier = Port<Many<Table>>(
      vi: "Danh sách các năm trước nữa, để biết hộ nào tái nghèo.",
      en: "Lists of years before both, which say who was poor before.", atLeast: 0)
    /// The movements of the period before.
    public let previous = Port<Many<Table>>(
      vi: "Biểu diễn biến của kỳ trước, để đối chiếu số cuối kỳ ấy với số đầu kỳ này.",
      en: "The movements of the period before, whose closing must be the opening of this one.", atLeast: 0)
    /// The ports.
    public init() {}
  }
  /// Where those are who are not on the list of a year; which it is depends on whom the lists are of, so that it must be said.
  public enum Unlisted: String, OptionValue, CaseIterable {
    /// Away: who comes has moved here, who goes has moved away.
    ///
    /// Nobody who is on no list last year is then new or relapsed, and nobody who is on none now has escaped.
    case away
    /// Neither poor nor near-poor: nobody else is on the lists.
    case neither

    var ofTable: FlowTable.Unlisted {
      switch self {
      case .away: .away
      case .neither: .neither
      }
    }
  }
  /// The options of `households.flows`.
  public struct Options: StageOptions {
    @Option(vi: "Cột mã hộ, giữ nguyên qua các năm.", en: "The column of the id, the same in all years.")
    var id: ColumnName
    @Option(vi: "Cột loại hộ.", en: "The column of the class.", default: "class") var `class`: ColumnName
    @Option(
      vi: "Cột số nhân khẩu; không khai thì chỉ có bảng theo hộ.",
      en: "The column of the number of members; without it there are tables of households alone.")
    var members: ColumnName?
    @Option(
      vi: "Cột mã đơn vị; không khai thì chỉ có bảng chung.",
      en: "The column of units; without it there is a table of all alone.")
    var unit: ColumnName?
    @Option(
      vi:
        "Hộ không có trong danh sách một năm: neither là không nghèo, không cận nghèo, khi danh sách chỉ có hộ được rà soát; away là ở nơi khác, khi danh sách có mọi hộ.",
      en:
        "Who is not on the list of a year: `neither` is neither poor nor near-poor, where lists are of reviewed households; `away` is elsewhere, where lists are of all households."
    )
    var unlisted: Unlisted
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Finds the columns in every list.
  public func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<One<Table>>, TableWork<Inputs, One<Table>>
  > {
    // One order for all: the lists before both, the earlier, the later.
    let columns = (inputs.earlier + [inputs.before, inputs.after]).map { FlowColumns(options, in: $0, &plan) }
    let previous = inputs.previous.map { ReportedFlows.Columns(in: $0, &plan) }
    let names = ([options.id, options.class, options.members, options.unit] as [ColumnName?]).compactMap {
      $0?.text
    }
    let schema = FlowRows.schema(from: names, units: options.unit.map { [$0.text] } ?? names)
    let (unlisted, hasPersons) = (options.unlisted.ofTable, options.members != nil)
    return Planned(Shapes(schema)) { (given, findings) throws(StageError) in
      var lists = MatchedLists(years: columns.count)
      for (year, table) in (given.earlier.items + [given.before, given.after]).enumerated() {
        lists.add(table.rows, columns[year], year: year, &findings)
      }
      let tables = lists.tables(unlisted, &findings)
      let isOne = lists.tellStandards(of: columns.count - 2..<columns.count, &findings)
      for (table, columns) in zip(given.previous.items, previous) {
        ReportedFlows(table.rows, columns, &findings).tellOpenings(tables, hasPersons: hasPersons, &findings)
      }
      return Given(
        Table(schema, FlowRows.batch(tables, hasPersons: hasPersons, isOneStandard: isOne, schema)))
    }
  }
}

/// The columns of a list of households, found.
struct FlowColumns: Sendable {
  let id: ColumnRef<String>
  let word: ColumnRef<String>
  let members: ColumnRef<Int64>?
  let unit: ColumnRef<String>?
  /// By which standard a row was classified, where the list says it.
  let standard: ColumnRef<String>?

  init(id: ColumnName, word: ColumnName, in schema: Schema, _ plan: inout Planning) {
    self.id = plan.column(id, in: schema)
    self.word = plan.column(word, in: schema)
    (members, unit) = (nil, nil)
    standard = Self.standard(of: word.text, in: schema)
  }
  init(_ options: MakeFlows.Options, in schema: Schema, _ plan: inout Planning) {
    id = plan.column(options.id, in: schema)
    word = plan.column(options.class, in: schema)
    members = options.members.map { plan.column($0, in: schema) }
    unit = options.unit.map { plan.column($0, in: schema) }
    standard = Self.standard(of: options.class.text, in: schema)
  }
  /// The column `standard`, or that with the letters before it with which the column of the class begins, such as `cu_standard`
  /// of `cu_class`: rows that were classified twice have one of each time.
  private static func standard(of word: String, in schema: Schema) -> ColumnRef<String>? {
    let found = schema.fields.enumerated().filter { _, field in
      field.type == .text && field.name.hasSuffix("standard") && word.hasPrefix(field.name.dropLast(8))
    }
    return found.max { $0.element.name.utf8.count < $1.element.name.utf8.count }.map {
      ColumnRef(index: $0.offset, field: $0.element)
    }
  }
}
