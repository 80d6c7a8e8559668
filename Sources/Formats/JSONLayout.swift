/// The names of the members of the objects so far, in the order in which they stand.
///
/// Where an object has the same names in the same order, or some of them, no two are the same, and each is recognised by
/// comparing bytes.
struct JSONLayout {
  /// One name: where its bytes begin, and how many they are, with both quotes.
  private struct Name {
    let start: Int
    let length: Int
    /// The column that is read from it; -1 for none.
    let column: Int
  }
  private var names: [Name] = []
  private var bytes: [UInt8] = []

  /// Learns the names of an object that was read with all care.
  mutating func learn(_ members: [JSONParser.Member], _ rules: [ColumnRule], _ text: [UInt8]) {
    (names, bytes) = ([], [])
    for member in members {
      let column = rules.firstIndex { $0.header == member.name } ?? -1
      names.append(Name(start: bytes.count, length: member.written.count, column: column))
      bytes += text[member.written]
    }
    // So that eight bytes can be taken at every place.
    bytes += [0, 0, 0, 0, 0, 0, 0, 0]
  }
  /// The next name, from one on, that stands at a place of a text: its length and column, and the number of the one after.
  @inline(__always) func find(
    _ text: UnsafeRawBufferPointer, at place: Int, from first: Int
  ) -> (length: Int, column: Int, next: Int)? {
    var index = first
    while index < names.count {
      let name = names[index]
      index += 1
      if isEqual(name, text, place) { return (name.length, name.column, index) }
    }
    return nil
  }
  @inline(__always) private func isEqual(
    _ name: Name, _ text: UnsafeRawBufferPointer, _ place: Int
  ) -> Bool {
    guard place + name.length + 8 <= text.count else {
      return place + name.length <= text.count
        && text[place..<place + name.length].elementsEqual(bytes[name.start..<name.start + name.length])
    }
    return bytes.withUnsafeBytes { names in
      var done = 0
      while done + 8 < name.length {
        guard word(text, place + done) == word(names, name.start + done) else { return false }
        done += 8
      }
      let rest = UInt64(8 - (name.length - done)) * 8
      return (word(text, place + done) ^ word(names, name.start + done)) << rest == 0
    }
  }
  @inline(__always) private func word(_ text: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
    UInt64(littleEndian: text.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }
}
