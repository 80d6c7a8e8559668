/// The items of a piece, one after another.
struct JSONItems {
  private let piece: JSONPiece
  private let rules: [ColumnRule]
  private var cutter: JSONRowCutter
  /// Whether all bytes are text; where they are not, each object is looked at.
  private let isText: Bool
  private var place = 0
  private var isAtEnd = false
  private var number: Int
  private var lines: JSONLines

  init(_ piece: JSONPiece, _ rules: [ColumnRule]) {
    (self.piece, self.rules, number) = (piece, rules, piece.number)
    cutter = JSONRowCutter(rules, isLines: piece.isLines)
    lines = JSONLines(piece)
    isText = piece.bytes.isWellFormedText
  }
  /// Whether the piece is a whole list without an item.
  var isEmptyList: Bool { !piece.isLines && piece.isLast && number == 1 }

  /// Cuts items until there are rows enough for a batch.
  ///
  /// - Returns: Whether there was any item left.
  mutating func cut(_ rows: inout JSONRows, _ notes: inout JSONNotes) -> Bool {
    guard !isAtEnd else { return false }
    while rows.count < rows.limit, let start = nextItem() {
      let line = lines.line(at: start)
      if isText, let end = cutter.cut(&rows, at: start) {
        rows.places.append(RecordPlace(offset: start, end: last(before: end), line: line, number: number))
        pass(end)
        // An object of NDJSON has no line end in it.
        if piece.isLines { lines.skip(to: end) }
      } else {
        look(from: start, line, &rows, &notes)
      }
      number += 1
    }
    return true
  }

  /// An item, when nothing is declared of it.
  enum Item {
    case object([JSONParser.Member])
    case noObject
    /// The file ends within the item on this line.
    case cutOff(line: Int)
  }
  /// The next item; `nil` after the last.
  mutating func nextObject() -> Item? {
    guard let start = nextItem() else { return nil }
    let end = end(of: start)
    defer {
      pass(end)
      number += 1
    }
    var parser = JSONParser(piece.bytes[start..<end])
    do throws(JSONFault) { return .object(try parser.object(isLine: piece.isLines)) } catch {
      return isCutOff(start..<end, error) ? .cutOff(line: lines.line(at: start)) : .noObject
    }
  }
  /// Where the next item begins; `nil` after the last.
  private mutating func nextItem() -> Int? {
    guard !isAtEnd else { return nil }
    let bytes = piece.bytes
    let start = bytes[place...].firstIndex { !$0.isJSONSpace } ?? bytes.endIndex
    // Behind a comma an item must come, even at the end of a list.
    let isWanted = !piece.isLines && piece.isLast && number > 1
    guard start < bytes.endIndex || isWanted else {
      isAtEnd = true
      return nil
    }
    return start
  }
  /// Goes past an item that ends at a comma, a line end or the end of the piece.
  private mutating func pass(_ end: Int) {
    (isAtEnd, place) = (end >= piece.bytes.count, min(end + 1, piece.bytes.count))
  }
  /// The place after the last byte of an item that is no space.
  private func last(before end: Int) -> Int {
    var end = end
    while end > 0, piece.bytes[end - 1].isJSONSpace { end -= 1 }
    return end
  }

  /// Makes a row of an item that was not plain, or notes why it is none.
  private mutating func look(
    from start: Int, _ line: Int, _ rows: inout JSONRows, _ notes: inout JSONNotes
  ) {
    let end = end(of: start)
    let item = piece.bytes[start..<end]
    let record = RecordPlace(
      offset: start, end: max(last(before: end), start), line: line, number: number)
    do throws(JSONFault) {
      var parser = JSONParser(item)
      let members = try parser.object(isLine: piece.isLines)
      rows.add(try values(of: members, start), record)
      cutter.layout.learn(members, rules, piece.bytes)
    } catch {
      notes.add(isCutOff(start..<end, error) ? .cutOff(end) : error, record, from: lineStart(start))
    }
    pass(end)
  }
  /// Whether an item that is no object is the last line, and is not closed at the end of the file.
  private func isCutOff(_ item: Range<Int>, _ fault: JSONFault) -> Bool {
    guard piece.isLines, piece.isLast, item.upperBound == piece.bytes.count, fault.code == "json.syntax"
    else {
      return false
    }
    var scanner = JSONScanner()
    for byte in piece.bytes[item] { _ = scanner.step(byte) }
    return scanner.isOpen
  }
  private func end(of start: Int) -> Int {
    let bytes = piece.bytes
    if piece.isLines { return bytes[start...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.endIndex }
    var scanner = JSONScanner()
    return bytes[start...].firstIndex { scanner.step($0) == .comma } ?? bytes.endIndex
  }
  /// Where the line of an item of NDJSON begins.
  private func lineStart(_ start: Int) -> Int {
    piece.bytes[..<start].lastIndex { $0 == 10 || $0 == 13 }.map { $0 + 1 } ?? 0
  }

  /// The value of each column, none for an optional one that is not there.
  private func values(of members: [JSONParser.Member], _ start: Int) throws(JSONFault) -> [JSONValue] {
    var values: [JSONValue] = []
    for rule in rules {
      let member = members.first { $0.name == rule.header }
      guard member != nil || rule.isOptional else {
        throw .missingMember(rule, members.map(\.name), start)
      }
      let value = member?.value ?? .absent
      guard !rule.isRequired || !rule.isMissing(value) else {
        throw .requiredMissing(rule, member?.index ?? start)
      }
      values.append(value)
    }
    return values
  }
}

/// Counts the lines of a piece, from item to item.
struct JSONLines {
  private let bytes: [UInt8]
  private var place = 0
  private var line: Int

  init(_ piece: JSONPiece) {
    (bytes, line) = (piece.bytes, piece.place.line)
    // The LF of a CR at the end of the piece before was counted with it.
    if piece.place.followsCR, bytes.first == 10 { place = 1 }
  }
  /// Goes past bytes in which no line ends.
  mutating func skip(to next: Int) { place = max(place, next) }
  /// The line of a place that is not before the last one asked for.
  mutating func line(at next: Int) -> Int {
    guard next > place else { return line }
    let (from, total) = (place, bytes.count)
    line += bytes.withUnsafeBufferPointer { bytes in
      var ends = 0
      for place in from..<next {
        let byte = bytes[place]
        if byte == 10 { ends += 1 }
        if byte == 13, place + 1 >= total || bytes[place + 1] != 10 { ends += 1 }
      }
      return ends
    }
    place = next
    return line
  }
}
