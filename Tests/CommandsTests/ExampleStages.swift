import Diagnostics
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
