/// What `LIKE` asks for: `%` stands for any text, `_` for one character, all else for itself.
///
/// Small and large letters differ, and there is no way to write a `%` that stands for itself.
struct Pattern: Sendable, Hashable {
  private enum Part<Element: Sendable & Hashable>: Sendable, Hashable {
    case any, one
    case exactly(Element)
  }
  private let characters: [Part<Character>]
  private let bytes: [Part<UInt8>]
  private let isPlain: Bool

  init(_ text: String) {
    characters = text.map { $0 == "%" ? .any : $0 == "_" ? .one : .exactly($0) }
    bytes = text.utf8.map { $0 == 37 ? .any : $0 == 95 ? .one : .exactly($0) }
    isPlain = PlainText.is(Array(text.utf8)[...])
  }
  /// Whether a text is as asked; `isPlain` when it is known to be plain.
  func matches(_ text: ArraySlice<UInt8>, isPlain known: Bool) -> Bool {
    if isPlain, known || PlainText.is(text) {
      return text.withUnsafeBufferPointer { bytes in
        Self.matches(self.bytes, bytes) { bytes[$0] & 0xC0 == 0x80 }
      }
    }
    let text = Array(String(decoding: text, as: UTF8.self))
    return text.withUnsafeBufferPointer { Self.matches(characters, $0) { _ in false } }
  }
  /// Goes forward, and back only to the last `%`, so the time is at most the product of both lengths.
  ///
  /// `isInside` says whether an element continues the character before it.
  private static func matches<E>(
    _ parts: [Part<E>], _ text: UnsafeBufferPointer<E>, _ isInside: (Int) -> Bool
  ) -> Bool {
    var (part, place) = (0, 0)
    var (lastAny, resume) = (-1, 0)
    func afterCharacter(_ start: Int) -> Int {
      var next = start + 1
      while next < text.count, isInside(next) { next += 1 }
      return next
    }
    while place < text.count {
      if part < parts.count {
        switch parts[part] {
        case .any:
          (lastAny, resume, part) = (part, place, part + 1)
          continue
        case .one:
          (part, place) = (part + 1, afterCharacter(place))
          continue
        case .exactly(text[place]):
          (part, place) = (part + 1, place + 1)
          continue
        case .exactly: break
        }
      }
      guard lastAny >= 0 else { return false }
      resume = afterCharacter(resume)
      (part, place) = (lastAny + 1, resume)
    }
    return parts[part...].allSatisfy { $0 == .any }
  }
}
