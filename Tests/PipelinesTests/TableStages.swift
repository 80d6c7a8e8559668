import Diagnostics
import Figures
import StageKit
import Tables

/// Lets everybody see a table.
struct ReleaseTable: TableStage {
  static let name = "table.release"
  static let summary = Phrase(vi: "Cho xem một bảng.", en: "Lets everybody see a table.")
  typealias Outputs = One<Shown>
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<One<Table>>, _ plan: inout Planning) -> Planned<
    Shapes<One<Shown>>, TableWork<One<Table>, One<Shown>>
  > {
    Planned(Shapes(inputs.table)) { (given, _) throws(StageError) in Given(Shown(table: given.table)) }
  }
}

/// Puts the rows of two tables under each other; the second may be left out, and a rule limits the rows.
struct JoinTables: TableStage {
  static let name = "tables.join"
  static let summary = Phrase(vi: "Ghép hai bảng.", en: "Joins two tables.")
  struct Inputs: Ports {
    let left = Port<Table>(vi: "Bảng trên.", en: "The upper table.")
    let right = Port<Table>(vi: "Bảng dưới.", en: "The lower table.")
    let rule = Port<Rule>(vi: "Số dòng nhiều nhất.", en: "The most rows.")
  }
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<One<Table>>, TableWork<Inputs, One<Table>>
  > {
    Planned(Shapes(inputs.left)) { (given, _) throws(StageError) in
      let (left, right) = (given.left.rows, given.right.rows)
      let columns = left.columns.indices.map { Column.joined([left.columns[$0], right.columns[$0]]) }
      let all = Batch(columns, count: left.count + right.count)
      let most = min(given.rule.number, all.count)
      return Given(Table(given.left.schema, all.gathered(Array(0..<most))))
    }
  }
}

/// Counts the rows of many tables.
struct CountTables: TableStage {
  static let name = "tables.count"
  static let summary = Phrase(vi: "Đếm dòng của các bảng.", en: "Counts the rows of tables.")
  struct Inputs: Ports {
    let tables = Port<Many<Table>>(vi: "Các bảng.", en: "Tables.", atLeast: 2)
    let more = Port<Many<FigureTable>>(vi: "Số liệu thêm.", en: "More figures.", atLeast: 0)
  }
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<One<Table>>, TableWork<Inputs, One<Table>>
  > {
    let schema = Schema([Field("rows", .int, .count, from: [])])
    return Planned(Shapes(schema)) { (given, _) throws(StageError) in
      let counts = given.tables.items.map { Int64($0.rows.count) }
      return Given(Table(schema, Batch([.int(Values(counts))], count: counts.count)))
    }
  }
}

/// Makes no figures, and says that everybody may see them.
struct MakeFigures: TableStage {
  static let name = "figures.make"
  static let summary = Phrase(vi: "Làm số liệu.", en: "Makes figures.")
  struct Inputs: Ports {
    let tables = Port<Many<Table>>(vi: "Các bảng.", en: "Tables.", atLeast: 0)
    let figures = Port<Many<FigureTable>>(vi: "Số liệu.", en: "Figures.", atLeast: 0)
  }
  typealias Outputs = One<FigureTable>
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<One<FigureTable>>, TableWork<Inputs, One<FigureTable>>
  > {
    Planned(Shapes(FigureShape(.public))) { (_, _) throws(StageError) in Given(FigureTable()) }
  }
}
/// Makes a table of figures, and says that everybody may see it.
struct ListFigures: TableStage {
  static let name = "figures.list"
  static let summary = Phrase(vi: "Liệt kê số liệu.", en: "Lists figures.")
  typealias Inputs = One<FigureTable>
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<One<Table>>, TableWork<Inputs, One<Table>>
  > {
    let schema = Schema([Field("value", .int, .count)])
    return Planned(Shapes(schema)) { (_, _) throws(StageError) in
      Given(Table(schema, Batch([.int(Values([]))], count: 0)))
    }
  }
}
/// Lets everybody see figures.
struct ReleaseFigures: TableStage {
  static let name = "figures.release"
  static let summary = Phrase(vi: "Cho xem số liệu.", en: "Lets everybody see figures.")
  typealias Inputs = One<FigureTable>
  typealias Outputs = One<ShownFigures>
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<Outputs>, TableWork<Inputs, Outputs>
  > {
    Planned(Shapes(inputs.table)) { (_, _) throws(StageError) in Given(ShownFigures()) }
  }
}

/// Keeps all rows, and asks for documents where its options say so.
struct AskDocuments: BatchStage {
  static let name = "documents.ask"
  static let summary = Phrase(vi: "Hỏi tài liệu.", en: "Asks for documents.")
  static let optionalResources: [any Resource.Type] = [Rule.self, Unit.self]
  struct Sides: Ports {
    let others = Port<Many<Table>>(vi: "Các bảng khác.", en: "Other tables.", atLeast: 0)
  }
  struct Options: StageOptions {
    @Option(vi: "Quy tắc.", en: "Rule.", default: false) var rule: Bool
    @Option(vi: "Đơn vị.", en: "Unit.", default: false) var unit: Bool
  }
  private let options: Options
  init(_ options: Options) { self.options = options }
  func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, BatchWork> {
    var found = plan.steps(joinedTo: \Sides.others)
    if options.rule {
      found.append(plan.resource(Rule.self, at: options.$rule).map { "\($0.number)" } ?? "no rule")
    }
    if options.unit { found.append(plan.resource(Unit.self, at: options.$unit)?.name ?? "no unit") }
    let words = found.joined(separator: " ")
    return Planned(input, with: Sides.self) { (_) throws(StageError) in
      { batch, findings in
        for row in 0..<batch.count {
          findings.add("documents.found", row: row, of: batch, Phrase(same: words))
        }
        return batch
      }
    }
  }
}

/// Makes a table of nothing, as it is told; takes no input.
struct MakeTable: TableStage {
  static let name = "table.make"
  static let summary = Phrase(vi: "Làm một bảng.", en: "Makes a table.")
  typealias Inputs = NoPorts
  static let resources: [any Resource.Type] = [Rule.self]
  struct Options: StageOptions {
    @Option(vi: "Thông báo lỗi.", en: "A failure.") var failure: String?
    @Option(vi: "Tài liệu.", en: "Document.") var also: DocumentPath<Rule>?
  }
  private let options: Options
  init(_ options: Options) { self.options = options }
  func plan(_ inputs: Shapes<NoPorts>, _ plan: inout Planning) -> Planned<
    Shapes<One<Table>>, TableWork<NoPorts, One<Table>>
  > {
    let schema = Schema([Field("rate", .decimal(scale: 2), .rate(numerator: "poor", denominator: "all"))])
    let number = (options.also.flatMap { plan.document($0) } ?? plan[Rule.self]).number
    let failure = options.failure
    return Planned(Shapes(schema)) { (_, findings) throws(StageError) in
      findings.add("table.made", file: "", line: 0, Phrase(vi: "đã làm", en: "made"))
      if let failure { throw StageError(Phrase(same: failure), cause: .data) }
      let rates = Decimals(Values([Int64(number)]), scale: 2)
      return Given(Table(schema, Batch([.decimal(rates)], count: 1)))
    }
  }
}
/// Needs what the program brings along.
struct NameUnit: BatchStage {
  static let name = "unit.name"
  static let summary = Phrase(vi: "Cần đơn vị.", en: "Needs a unit.")
  static let resources: [any Resource.Type] = [Unit.self]
  init(_ options: NoOptions) {}
  func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, BatchWork> {
    _ = plan[Unit.self].name
    return Planned(input) { batch, _ in batch }
  }
}
