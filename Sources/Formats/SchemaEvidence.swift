import Diagnostics
import StageKit
import Tables

/// What was seen of the columns of one file.
struct SchemaEvidence {
  /// The most columns that are looked at.
  static let columnLimit = 2000
  var columns: [ColumnEvidence] = []
  var rows = 0
  /// Records of CSV that are rows, whether or not all were looked at, and those that are none.
  private var (read, rejected) = (0, 0)
  var isWhole = true
  var options: [(name: String, value: String)] = []
  var remarks: [Phrase] = []
}

// MARK: CSV

extension SchemaEvidence {
  /// The rows from which the types are guessed by which a second row of names is recognised.
  private static let sample = 500

  /// Reads a CSV file.
  init(csv file: String, in project: ProjectFiles, limit: Int?) throws(StageError) {
    let head = try project.bytes(file, at: 0, count: CSVHead.size)
    guard !YAMLSigns.areThere(in: head, of: file) else { throw .isYAML(file) }
    let first = try CSVHead(file, head, CSVFormat()).header(for: [])
    let names = first.header.names
    var rules: [ColumnRule] = []
    for (index, name) in names.enumerated() {
      let isTwice = names.count { $0 == name } > 1
      if name.isEmpty || isTwice {
        let vi = name.isEmpty ? "cột \(index + 1) không có tên" : "cột '\(name)' có nhiều lần"
        let en =
          name.isEmpty ? "column \(index + 1) has no name" : "the column '\(name)' stands several times"
        remarks.append(Phrase(vi: "\(vi), không đọc", en: "\(en), and is not read"))
      } else {
        rules.append(ColumnRule(Field(name, .text, .label)))
      }
    }
    guard !rules.isEmpty else { throw .headerNotFound(file) }
    let more = try Self.moreNames(file, project, rules)
    var format = CSVFormat(separator: first.header.separator, headerRows: 1 + more.count)
    format.titleLines = nil
    try readCSV(file, project, rules, format, limit)
    guard rejected <= read else { throw .noTable(file, rows: read, rejected: rejected) }
    guard rows > 0 else { throw .noRowsToGuessFrom(file, first.place.line) }
    let places = rules.map { rule in names.firstIndex { $0 == rule.header } }
    for (index, place) in places.enumerated() {
      guard let place, let labels = more.first, labels.indices.contains(place) else { continue }
      columns[index].label = labels[place].isEmpty ? nil : labels[place]
    }
    describe(first, more)
  }
  private mutating func describe(
    _ first: (header: CSVHeader, place: CSVScanner.Place, notes: [TextNote]), _ more: [[String]]
  ) {
    let separator = first.header.separator
    if separator != UInt8(ascii: ",") {
      options.append(
        ("separator", separator == 9 ? "tab" : "\"\(Character(Unicode.Scalar(separator)))\""))
    }
    if !more.isEmpty {
      options.append(("header_rows", String(1 + more.count)))
      remarks.append(
        Phrase(
          vi: "dưới dòng tên cột có một dòng tên nữa; mỗi tên ghi ở 'label'",
          en: "a second row of names stands under the first; each is written as 'label'"))
    }
  }
  /// The further rows of names, known by what the rows after them are.
  private static func moreNames(
    _ file: String, _ project: ProjectFiles, _ rules: [ColumnRule]
  ) throws(StageError) -> [[String]] {
    var evidence = SchemaEvidence()
    // The first row may be the one that is looked for.
    try evidence.readCSV(file, project, rules, CSVFormat(headerRows: 2), sample)
    guard evidence.rows > 0 else { return [] }
    let typed = zip(rules, evidence.columns).map { rule, column in
      var rule = rule
      let guess = ColumnGuess(column, others: (false, false))
      // A code is text and yet no word.
      rule.field.type = guess.role == "code" && column.whole == column.filled ? .int : guess.type
      rule.numberStyle = guess.style ?? .plain
      rule.dateStyle = guess.dateStyle ?? .iso
      return rule
    }
    let head = try project.bytes(file, at: 0, count: CSVHead.size)
    return try CSVHead(file, head, CSVFormat()).header(for: typed).header.more
  }
  private mutating func readCSV(
    _ file: String, _ project: ProjectFiles, _ rules: [ColumnRule], _ format: CSVFormat, _ limit: Int?
  ) throws(StageError) {
    var cutter = CSVCutter([file], rules: rules, format: format, size: 1 << 20)
    let decoder = CSVDecoder(rules, batchRows: 4096)
    var findings = Findings()
    columns = rules.map { ColumnEvidence($0.header) }
    while isWhole, let piece = try cutter.next(project) {
      decoder.decode(piece, &findings) { batch, _ in
        read += batch.count
        add(batch, limit)
      }
    }
    rejected = findings.steps[""]?.rowsRejected ?? 0
    let counts = findings.steps[""]?.counts ?? [:]
    for (code, count) in counts.sorted(by: { $0.key < $1.key })
    where code != "csv.guessed" && code != "csv.no-rows" {
      remarks.append(
        Phrase(
          vi: "khi đọc phát hiện \(code) ×\(count.inGroups)", en: "reading found \(code) ×\(count.inGroups)"))
    }
  }
  private mutating func add(_ batch: Batch, _ limit: Int?) {
    let count = limit.map { min($0 - rows, batch.count) } ?? batch.count
    if count < batch.count { isWhole = false }
    for (index, column) in batch.columns.enumerated() {
      guard case .text(let cells) = column else { continue }
      for row in 0..<max(count, 0) { columns[index].add(cells[row]) }
    }
    rows += max(count, 0)
  }
}

// MARK: JSON

extension SchemaEvidence {
  /// Reads a JSON or NDJSON file.
  init(json file: String, in project: ProjectFiles, limit: Int?) throws(StageError) {
    var cutter = JSONCutter([file], size: 1 << 20, form: .auto)
    var places: [String: Int] = [:]
    var bad = 0
    var cutOff: Int?
    while isWhole, let piece = try cutter.next(project) {
      var items = JSONItems(piece, [])
      while let item = items.nextObject() {
        guard case .object(let members) = item, !members.isEmpty else {
          if case .cutOff(let line) = item { cutOff = line } else { bad += 1 }
          continue
        }
        guard rows < limit ?? .max else {
          isWhole = false
          break
        }
        add(members, &places)
        rows += 1
      }
    }
    if bad > 0 {
      remarks.append(
        Phrase(
          vi: "\(bad) phần tử không phải đối tượng, không đọc",
          en: "\(bad) items are no objects, and are not read"))
    }
    if let cutOff { remarks.append(.lastLineCutOff(cutOff)) }
    guard !columns.isEmpty else { throw .noObjects(file, cutOff: cutOff) }
    for index in columns.indices { columns[index].absent = rows - columns[index].cells }
  }
  private mutating func add(_ members: [JSONParser.Member], _ places: inout [String: Int]) {
    for member in members {
      let place = places[member.name] ?? columns.count
      if place == columns.count {
        guard columns.count < Self.columnLimit else { continue }
        places[member.name] = place
        columns.append(ColumnEvidence(member.name))
      }
      columns[place].add(member.value)
    }
  }
}
