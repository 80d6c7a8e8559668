import Tables

/// Where the first row of each group was read: the least file by name, and the least line in it.
struct LeastPlaces: Sendable {
  private var files: [String] = []
  private var places: [(file: Int32, line: Int)] = []
  private var numbers: [String: Int32] = [:]
  private var last: (file: String, number: Int32)?

  /// The place of a group.
  subscript(group: Int) -> (file: String, line: Int) {
    guard group < places.count else { return ("", 0) }
    return (files[Int(places[group].file)], places[group].line)
  }
  /// Notes a row of a group; groups come in the order of their numbers.
  mutating func note(_ group: Int, _ file: String, _ line: Int) {
    let place = (file: number(of: file), line: line)
    guard group < places.count else { return places.append(place) }
    let known = places[group]
    let isLess =
      known.file == place.file ? line < known.line : file < files[Int(known.file)]
    if isLess { places[group] = place }
  }
  private mutating func number(of file: String) -> Int32 {
    if let last, last.file == file { return last.number }
    let number = numbers[file] ?? Int32(files.count)
    if Int(number) == files.count {
      files.append(file)
      numbers[file] = number
    }
    last = (file, number)
    return number
  }
  mutating func merge(_ other: LeastPlaces, _ from: Int, _ to: Int) {
    let place = other[from]
    note(to, place.file, place.line)
  }
  func write(_ group: Int, to bytes: inout ByteWriter) {
    let place = self[group]
    bytes.write(place.file.utf8)
    bytes.write(Int64(place.line))
  }
  mutating func read(_ group: Int, from bytes: inout ByteReader) throws(StateError) {
    let file = String(decoding: try bytes.readBytes(), as: UTF8.self)
    note(group, file, Int(try bytes.read(Int64.self)))
  }
}
