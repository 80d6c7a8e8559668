/// Reads answers of yes or no, which are mostly written in one of a few ways.
struct AnswerKernel: CellKernel {
  static let none = false
  private let rule: ColumnRule
  private let known: [(word: [UInt8], answer: Bool)]

  init(_ rule: ColumnRule) {
    self.rule = rule
    let words = ["0", "1", "có", "không", "true", "false"] + rule.yes + rule.no
    known = words.compactMap { word in
      let bytes = Array(word.utf8)
      return bytes[...].trimmed.count == bytes.count ? rule.answer(bytes[...]).map { (bytes, $0) } : nil
    }
  }
  func glance(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool? {
    for (word, answer) in known where word.count == end - start && text[start..<end].elementsEqual(word) {
      return answer
    }
    return nil
  }
  func read(_ text: ArraySlice<UInt8>) -> Bool? { rule.answer(text) }
  func read(answer: Bool) -> Bool? { answer }
}
