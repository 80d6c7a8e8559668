import Diagnostics
import StageKit
import Tables

/// Writes rows for the office as they come, and then does what its option says.
struct WriteRows: SinkStage {
  static let name = "rows.write"
  static let summary = Phrase(vi: "Ghi các dòng.", en: "Writes rows.")
  static let audience = Audience.office
  struct Options: StageOptions {
    @Option(vi: "Tệp.", en: "File.", default: "rows.txt") var file: String
    @Option(vi: "Lỗi sau dòng này.", en: "Fails after this many rows.") var failAfter: Int?
  }
  private let options: Options
  init(_ options: Options) { self.options = options }
  func plan(_ inputs: Shapes<One<Rows>>, _ plan: inout Planning) -> SinkWork<One<Rows>> {
    let (file, last) = (options.file, options.failAfter ?? .max)
    return SinkWork { (given, staging) throws(StageError) in
      var lines: [String] = []
      try await given.table.forEach { (batch) throws(StageError) in
        lines += batch.lines
        if lines.count > last { throw StageError(Phrase(vi: "hết giấy", en: "out of paper")) }
      }
      try staging.write(Array(lines.map { $0 + "\n" }.joined().utf8), to: file)
    }
  }
}

/// Writes rows for the office bit by bit, a line at a time.
struct AppendRows: SinkStage {
  static let name = "rows.append"
  static let summary = Phrase(vi: "Ghi dần các dòng.", en: "Writes rows bit by bit.")
  static let audience = Audience.office
  struct Options: StageOptions {
    @Option(vi: "Tệp.", en: "File.", default: "bit.txt") var file: String
    @Option(vi: "Ghi cả tệp trước.", en: "Writes it as a whole before.", default: false) var whole: Bool
    @Option(vi: "Ghi những gì đã thấy.", en: "Writes what it sees.", default: false) var seen: Bool
  }
  private let options: Options
  init(_ options: Options) { self.options = options }
  func plan(_ inputs: Shapes<One<Rows>>, _ plan: inout Planning) -> SinkWork<One<Rows>> {
    let options = options
    return SinkWork { (given, staging) throws(StageError) in
      if options.whole { try staging.write([], to: options.file) }
      try staging.append([], to: options.file)
      try await given.table.forEach { (batch) throws(StageError) in
        for line in batch.lines { try staging.append(Array("\(line)\n".utf8), to: options.file) }
      }
      guard options.seen else { return }
      let seen = staging.files.map { "\($0.path) \($0.size) \($0.sha256)\n" }.joined()
      try staging.write(Array(seen.utf8), to: "\(options.file).seen")
    }
  }
}

/// Shows a table to everybody, and then does what its option says.
struct PublishTable: SinkStage {
  static let name = "table.publish"
  static let summary = Phrase(vi: "Công bố một bảng.", en: "Publishes a table.")
  static let audience = Audience.everybody
  enum Afterwards: String, CaseIterable, OptionValue { case nothing, fail, refuse }
  struct Options: StageOptions {
    @Option(vi: "Các tệp.", en: "Files.", default: ["index.html"]) var files: [String]
    @Option(vi: "Rồi làm gì.", en: "What then.", default: .nothing) var then: Afterwards
  }
  private let options: Options
  init(_ options: Options) { self.options = options }
  func plan(_ inputs: Shapes<One<Shown>>, _ plan: inout Planning) -> SinkWork<One<Shown>> {
    let options = options
    return SinkWork { (given, staging) throws(StageError) in
      let before = staging.files.map { "\($0.path) \($0.size) \($0.sha256)\n" }.joined()
      let text = given.table.table.rows.lines.map { $0 + "\n" }.joined()
      for file in options.files { try staging.write(Array((before + text).utf8), to: file) }
      switch options.then {
      case .nothing: return
      case .fail: throw StageError(Phrase(vi: "mất điện", en: "the power is out"), mayRetry: true)
      case .refuse: throw StageError(Phrase(vi: "thiếu dòng", en: "rows are missing"), cause: .data)
      }
    }
  }
}

/// Would show rows to everybody as they are.
struct LeakRows: SinkStage {
  static let name = "rows.leak"
  static let summary = Phrase(vi: "Để lộ các dòng.", en: "Leaks rows.")
  static let audience = Audience.everybody
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<One<Rows>>, _ plan: inout Planning) -> SinkWork<One<Rows>> {
    SinkWork { (_, _) throws(StageError) in }
  }
}
/// Shows released figures and a rule to everybody.
struct PublishFigures: SinkStage {
  static let name = "figures.publish"
  static let summary = Phrase(vi: "Công bố số liệu.", en: "Publishes figures.")
  static let audience = Audience.everybody
  struct Inputs: Ports {
    let figures = Port<ShownFigures>(vi: "Số liệu.", en: "Figures.")
    let rule = Port<Many<Rule>>(vi: "Quy tắc.", en: "Rules.", atLeast: 0)
    let unit = Port<Many<Unit>>(vi: "Đơn vị.", en: "Units.", atLeast: 0)
  }
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> SinkWork<Inputs> {
    SinkWork { (_, _) throws(StageError) in }
  }
}
/// Looks earlier editions up and writes what it finds.
struct WriteLedger: SinkStage {
  static let name = "ledger.write"
  static let summary = Phrase(vi: "Ghi lần công bố trước.", en: "Writes the edition before.")
  static let audience = Audience.office
  typealias Inputs = NoPorts
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<NoPorts>, _ plan: inout Planning) -> SinkWork<NoPorts> {
    let info = plan.pipeline
    return SinkWork { (_, staging) throws(StageError) in
      let entry = try info.edition?.previous.flatMap { (id) throws(StageError) in try info.ledger(id) }
      try staging.write(entry ?? Array("nothing".utf8), to: "before.txt")
    }
  }
}
/// Shows everybody a text that is not recorded.
struct PublishText: SinkStage {
  static let name = "text.publish"
  static let summary = Phrase(vi: "Công bố một lời.", en: "Publishes a text.")
  static let audience = Audience.everybody
  typealias Inputs = NoPorts
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<NoPorts>, _ plan: inout Planning) -> SinkWork<NoPorts> {
    SinkWork { (_, staging) throws(StageError) in try staging.write(Array("a".utf8), to: "index.html") }
  }
}
