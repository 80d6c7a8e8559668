import Diagnostics
import StageKit
import StageTestKit

@testable import Pipelines

/// A pipeline that is refused, marked 1️⃣, 2️⃣ … where that is told.
struct Refusal: Sendable, CustomStringConvertible {
  let description: String
  let text: MarkedText
  let files: [String: String]
  let set: [String]
  /// Each `MARK code English | Vietnamese — English hint | Vietnamese hint`, in the order of the file.
  let expected: [String]

  init(
    _ name: String, _ marked: String, files: [String: String] = [:], set: [String] = [],
    find expected: [String]
  ) {
    let text = MarkedText(marked)
    (description, self.text, self.files, self.set) = (name, text, files, set)
    self.expected = expected.map { line in
      let mark = line.prefix { $0 != " " }
      return (Int(mark).flatMap { text.places[$0] } ?? String(mark)) + line.dropFirst(mark.count)
    }
  }
  /// What is told of the pipeline.
  var found: [String] {
    let all = files.merging(["p.yaml": text.text]) { $1 }
    do throws(Diagnostics) {
      let checked = try checkPipeline("p.yaml", stages: exampleStages, files: .memory(all), set: set)
      return checked.warnings.all.map(\.line)
    } catch { return error.all.map(\.line) }
  }
}

extension Diagnostic {
  /// The place and the whole message in both languages, on one line.
  fileprivate var line: String {
    let place = range.map {
      ($0.file == "p.yaml" ? "" : "\($0.file):") + "\($0.start.line):\($0.start.column)"
    }
    let head = "\(place ?? "-") \(code.rawValue) \(message.en) | \(message.vi)"
    return head + (hint.map { " — \($0.en) | \($0.vi)" } ?? "")
  }
}

/// The hint that names the nearest word.
func near(_ word: String) -> String { " — did you mean '\(word)'? | có phải ý bạn là '\(word)'?" }
/// The hint that names all words.
func all(_ words: String) -> String { " — there are: \(words) | có các tên: \(words)" }
