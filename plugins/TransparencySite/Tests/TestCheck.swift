import Diagnostics
import Disclosure
import StageKit

/// Stands for a stage that checks by rules.
struct TestCheck: SinkStage {
  static let name = "test.check"
  static let summary = Phrase(same: "Test.")
  static let audience = Audience.office
  typealias Inputs = One<PublishedTable>
  struct Options: StageOptions {
    @Option(vi: "a", en: "a") var rules: DocumentPath<TestRules>
  }
  private let options: Options
  init(_ options: Options) { self.options = options }
  func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> SinkWork<Inputs> {
    _ = plan.document(options.rules)
    return SinkWork { (_, _) throws(StageError) in }
  }
}
/// Stands for the rules that a stage checks by; what stands in them is of no interest here.
struct TestRules: Resource {
  typealias Shape = TestRules
  static let kind = Phrase(same: "rules")
  static let key = "rules"
  static func load(
    _ path: String, namedAt range: SourceRange?, _ files: ProjectFiles
  ) throws(Diagnostics) -> TestRules {
    _ = try files.bytes(path, namedAt: range)
    return TestRules()
  }
}
