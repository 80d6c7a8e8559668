import Diagnostics
import StageKit

extension Diagnostic {
  /// Why a run stopped, at its place when the message begins with one; `path` shows the file that the message names.
  init(_ error: StageError, path: (String) -> String) {
    let usual: Code =
      switch error.cause {
      case .environment: "run.failed"
      case .data: "run.gate"
      }
    let (message, range) = error.message.placed
    self.init(
      error.code ?? usual, error.file.map { message.naming($0, as: path($0)) } ?? message, at: range,
      hint: error.hint)
  }
  /// One finding about the data.
  init(_ finding: Finding) {
    let place = SourcePosition(line: finding.line, column: 1)
    let column = finding.column.map { "\($0): " } ?? ""
    let record = Phrase(
      vi: finding.record.map { "bản ghi \($0): " } ?? "", en: finding.record.map { "record \($0): " } ?? "")
    self.init(
      Code(rawValue: finding.code),
      Phrase(vi: record.vi + column + finding.message.vi, en: record.en + column + finding.message.en),
      at: finding.file.isEmpty ? nil : SourceRange(file: finding.file, start: place, end: place),
      severity: .finding)
  }
}

extension Phrase {
  /// The words without the `file:line:column: ` that they begin with, and that place; the column may be left out.
  fileprivate var placed: (Phrase, SourceRange?) {
    let form = #/(.+?):(\d+)(?::(\d+))?: /#
    guard let head = vi.prefixMatch(of: form), en.hasPrefix(head.0), let line = Int(head.2) else {
      return (self, nil)
    }
    let place = SourcePosition(line: line, column: head.3.flatMap { Int($0) } ?? 1)
    let words = Phrase(vi: String(vi.dropFirst(head.0.count)), en: String(en.dropFirst(head.0.count)))
    return (words, SourceRange(file: String(head.1), start: place, end: place))
  }
  fileprivate func naming(_ file: String, as shown: String) -> Phrase {
    Phrase(
      vi: vi.replacing("'\(file)'", with: "'\(shown)'"), en: en.replacing("'\(file)'", with: "'\(shown)'"))
  }
}
