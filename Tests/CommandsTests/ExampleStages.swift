import Diagnostics
import Glibc
import StageKit
import Tables

/// A stage with an option of each common kind and a code of its own.
struct CountWords: BatchStage {
  static let name = "words.count"
  static let summary = Phrase(vi: "Đếm từ.", en: "Counts words.")
  static let explanations = [
    Explanation(
      "words.too-many", Phrase(vi: "Có quá nhiều từ.", en: "There are too many words."),
      remedy: Phrase(vi: "Bớt từ.", en: "Write fewer."))
  ]
  struct Options: StageOptions {
    @StageKit.Option(vi: "Số từ nhiều nhất.", en: "The most words.", default: 3, limit: .atLeast(1))
    var most: Int
    @StageKit.Option(vi: "Cột đếm.", en: "Column to count in.") var column: String
  }
  init(_ options: Options) {}
  func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, BatchWork> {
    Planned(input) { batch, _ in batch }
  }
}

/// A sink without options.
struct KeepAll: SinkStage {
  static let name = "rows.keep"
  static let summary = Phrase(vi: "Giữ mọi dòng.", en: "Keeps all rows.")
  static let audience = Audience.office
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<One<Rows>>, _ plan: inout Planning) -> SinkWork<One<Rows>> {
    SinkWork { (_, _) throws(StageError) in }
  }
}

/// A text that everybody may see.
struct ShownText: Releasable {
  typealias Shape = NoShape
  static let kind = Phrase(vi: "lời", en: "a text")
  let text: String
}
struct NoPorts: Ports {}

/// Makes a text; it may name a file, which must lie in the project.
struct MakeText: TableStage {
  static let name = "text.make"
  static let summary = Phrase(vi: "Làm một lời.", en: "Makes a text.")
  typealias Inputs = NoPorts
  typealias Outputs = One<ShownText>
  struct Options: StageOptions {
    @StageKit.Option(vi: "Lời.", en: "The text.") var text: String
    @StageKit.Option(vi: "Số lần.", en: "How often.", default: 1, limit: .within(1...9)) var times: Int
    @StageKit.Option(vi: "Tệp.", en: "A file.") var file: Path?
  }
  private let options: Options
  init(_ options: Options) { self.options = options }
  func plan(_ inputs: Shapes<NoPorts>, _ plan: inout Planning) -> Planned<
    Shapes<One<ShownText>>, TableWork<NoPorts, One<ShownText>>
  > {
    _ = options.file.flatMap { plan.file($0) }
    let text = String(repeating: options.text, count: options.times)
    return Planned(Shapes(NoShape())) { (_, _) throws(StageError) in Given(ShownText(text: text)) }
  }
}

/// Publishes a text, and then does what its option says.
struct PublishText: SinkStage {
  static let name = "text.publish"
  static let summary = Phrase(vi: "Công bố một lời.", en: "Publishes a text.")
  static let audience = Audience.everybody
  enum Afterwards: String, CaseIterable, OptionValue, Sendable { case nothing, fail, refuse, die, interrupt }
  struct Options: StageOptions {
    @StageKit.Option(vi: "Rồi làm gì.", en: "What then.", default: .nothing) var then: Afterwards
  }
  private let options: Options
  init(_ options: Options) { self.options = options }
  func plan(_ inputs: Shapes<One<ShownText>>, _ plan: inout Planning) -> SinkWork<One<ShownText>> {
    let then = options.then
    return SinkWork { (given, staging) throws(StageError) in
      try staging.write(Array(given.table.text.utf8), to: "index.html")
      switch then {
      case .nothing: return
      case .fail: throw StageError(Phrase(vi: "mất điện", en: "the power is out"))
      case .refuse: throw StageError(Phrase(vi: "thiếu dòng", en: "rows are missing"), cause: .data)
      case .die: kill(getpid(), SIGKILL)
      case .interrupt:
        kill(getpid(), SIGINT)
        while !Task.isCancelled { await Task.yield() }
      }
    }
  }
}
