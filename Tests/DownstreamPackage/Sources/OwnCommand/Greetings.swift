import Diagnostics
import StageKit
import Tables

/// Writes a greeting for every row into one file for the office, with the line of the file it came from.
struct WriteGreetings: SinkStage {
  static let name = "greetings.write"
  static let summary = Phrase(vi: "Ghi lời chào.", en: "Writes greetings.")
  static let audience = Audience.office

  struct Options: StageOptions {
    @Option(vi: "Lời chào.", en: "The greeting.", default: "xin chào") var greeting: String
  }
  private let options: Options
  init(_ options: Options) { self.options = options }

  func plan(_ inputs: Shapes<One<Rows>>, _ plan: inout Planning) -> SinkWork<One<Rows>> {
    let greeting = options.greeting
    return SinkWork { (given, staging) throws(StageError) in
      var lines: [UInt8] = []
      try await given.table.forEach { batch in
        for row in 0..<batch.count { lines += Array("\(greeting) \(batch.origin.line(of: row))\n".utf8) }
      }
      try staging.write(lines, to: "greetings.txt")
    }
  }
}
