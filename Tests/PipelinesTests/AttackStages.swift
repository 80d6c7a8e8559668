import Diagnostics
import Expressions
import Figures
import StageKit
import Tables

/// Adds a column that an expression gives.
struct ComputeColumn: BatchStage {
  static let name = "column.compute"
  static let summary = Phrase(vi: "Tính một cột.", en: "Computes a column.")
  struct Options: StageOptions {
    @Option(vi: "Biểu thức.", en: "Expression.") var formula: ExpressionText
  }
  private let options: Options
  init(_ options: Options) { self.options = options }
  func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, BatchWork> {
    guard let typed = plan.expression(options.formula, in: input) else {
      return Planned(input) { batch, _ in batch }
    }
    let field = Field("made", typed.type, .label, from: typed.columns)
    return Planned(input.adding(field)) { batch, _ in batch.adding(typed.evaluate(batch).column) }
  }
}

/// Adds a text column of the first row of a side table to every row.
struct AttachColumn: BatchStage {
  static let name = "column.attach"
  static let summary = Phrase(vi: "Gắn một cột.", en: "Attaches a column.")
  struct Sides: Ports { let other = Port<Table>(vi: "Bảng kia.", en: "The other table.") }
  struct Options: StageOptions {
    @Option(vi: "Cột.", en: "Column.") var column: ColumnName
    @Option(vi: "Tên mới.", en: "New name.") var to: String
  }
  private let options: Options
  init(_ options: Options) { self.options = options }
  func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, BatchWork> {
    let column = plan.column(options.column, in: plan.sides(Sides.self).other, as: String.self)
    let field = Field(options.to, .text, .label, from: [column.field.name])
    return Planned(input.adding(field), with: Sides.self) { (given) throws(StageError) in
      let cell = given.other.rows[column][0]
      return { batch, _ in
        var texts = Texts()
        for _ in 0..<batch.count { texts.append(cell) }
        return batch.adding(.text(texts))
      }
    }
  }
}

/// Adds a column of which it says that every cell is one of two words.
struct MarkRows: BatchStage {
  static let name = "rows.mark"
  static let summary = Phrase(vi: "Đánh dấu các dòng.", en: "Marks rows.")
  struct Options: StageOptions { @Option(vi: "Chữ.", en: "Word.", default: "commune") var word: String }
  private let options: Options
  init(_ options: Options) { self.options = options }
  func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, BatchWork> {
    let word = options.word
    let field = Field.constant("level", oneOf: ["commune", "province"])
    return Planned(input.adding(field)) { batch, _ in
      var texts = Texts()
      for row in 0..<batch.count { texts.append((row == 0 ? "province" : word).utf8) }
      return batch.adding(.text(texts))
    }
  }
}

/// Puts the cells of one column into another, and says that they come from a third.
struct LieOfColumn: BatchStage {
  static let name = "column.lie"
  static let summary = Phrase(vi: "Nói dối về một cột.", en: "Lies of a column.")
  init(_ options: NoOptions) {}
  func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, BatchWork> {
    let head = plan.column("head", in: input, as: String.self)
    return Planned(Schema([Field("shown", .text, .label, from: ["commune"])])) { batch, _ in
      Batch([.text(batch[head])], count: batch.count, origin: batch.origin)
    }
  }
}

/// A reduction that gives a word, and says that it is a count.
struct LongestName: ReduceStage {
  static let name = "names.longest"
  static let summary = Phrase(vi: "Tìm tên dài nhất.", en: "Finds the longest name.")
  init(_ options: NoOptions) {}
  func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, PeopleSums> {
    let head = plan.column("head", in: input)
    let schema = Schema([Field("longest", .text, .count, from: ["head"]), Field("rows", .int, .count)])
    return Planned(schema, PeopleSums(key: head?.index ?? 0, sums: [], schema: schema))
  }
}

/// Tells of the rows of a table, and of documents.
struct TellRows: TableStage {
  static let name = "rows.tell"
  static let summary = Phrase(vi: "Kể về các dòng.", en: "Tells of rows.")
  struct Inputs: Ports {
    let tables = Port<Many<Table>>(vi: "Các bảng.", en: "Tables.", atLeast: 0)
    let notices = Port<Many<Notices>>(vi: "Thông báo.", en: "Notices.", atLeast: 0)
    let unit = Port<Many<Unit>>(vi: "Đơn vị.", en: "Units.", atLeast: 0)
  }
  typealias Outputs = One<Notices>
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<Outputs>, TableWork<Inputs, Outputs>
  > {
    Planned(Shapes(NoShape())) { (_, _) throws(StageError) in Given(Notices()) }
  }
}
/// Lets everybody read notices.
struct ReleaseNotices: TableStage {
  static let name = "notices.release"
  static let summary = Phrase(vi: "Cho đọc thông báo.", en: "Lets everybody read notices.")
  struct Inputs: Ports { let notices = Port<Many<Notices>>(vi: "Thông báo.", en: "Notices.") }
  typealias Outputs = One<ShownNotices>
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<Outputs>, TableWork<Inputs, Outputs>
  > {
    Planned(Shapes(NoShape())) { (_, _) throws(StageError) in Given(ShownNotices()) }
  }
}
struct ShownNotices: Releasable {
  typealias Shape = NoShape
  static let kind = Phrase(vi: "thông báo đã cho đọc", en: "notices for everybody")
}
/// Writes a text into a file for everybody.
struct PublishWords: SinkStage {
  static let name = "words.publish"
  static let summary = Phrase(vi: "Công bố chữ.", en: "Publishes words.")
  static let audience = Audience.everybody
  struct Inputs: Ports { let table = Port<Shown>(vi: "Bảng.", en: "A table.") }
  struct Options: StageOptions {
    @Option(vi: "Tệp.", en: "File.") var file: String
    @Option(vi: "Chữ.", en: "Words.") var words: String
  }
  private let options: Options
  init(_ options: Options) { self.options = options }
  func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> SinkWork<Inputs> {
    let options = options
    return SinkWork { (_, staging) throws(StageError) in
      try staging.write(Array(options.words.utf8), to: options.file)
    }
  }
}
