import Diagnostics
import StageKit
import StageTestKit
import YAML

/// Options of one option, `x`, of any type.
struct Only<Value: OptionValue>: StageOptions {
  @Option(vi: "Một thứ.", en: "A thing.") var x: Value
}

/// What `x: text` gives; the marks of `text` are taken out.
func reading<Value: OptionValue>(_: Value.Type, _ text: String) throws -> Value {
  try Only<Value>.decoded(from: parseYAML(MarkedText("x: \(text)").text, file: "t.yaml")).x
}

/// What is wrong with a text, each as `line:column English | Vietnamese`, with hints after ` — `.
func problems(_ body: () throws(Diagnostics) -> Void) -> [String] {
  do throws(Diagnostics) {
    try body()
    return []
  } catch { return error.all.map(\.whole) }
}

extension Diagnostic {
  /// The place and the whole message in both languages.
  var whole: String {
    "\(range.place) \(message.en) | \(message.vi)" + (hint.map { " — \($0.en) | \($0.vi)" } ?? "")
  }
}
extension SourceRange? {
  /// Line and column of the start.
  var place: String { "\(self?.start.line ?? 0):\(self?.start.column ?? 0)" }
}

/// A text that is no value of a type, marked 1️⃣ where that is told, and what is told.
struct Refused: Sendable, CustomStringConvertible {
  let description: String
  /// The place, and the message in both languages.
  let expected: String
  /// What is told of the text.
  let found: @Sendable () -> [String]

  init<Value: OptionValue>(
    _: Value.Type, _ marked: String, en: String, vi: String, key: String = "x", hint: String = ""
  ) {
    description = "\(Value.self) \(marked)"
    let text = MarkedText("x: \(marked)")
    expected =
      "\(text.places[1] ?? (marked.isEmpty ? "1:3" : "1:4")) option '\(key)': \(en) | tùy chọn '\(key)': \(vi)\(hint)"
    found = {
      problems { () throws(Diagnostics) in
        _ = try Only<Value>.decoded(from: parseYAML(text.text, file: "t.yaml"))
      }
    }
  }
}
