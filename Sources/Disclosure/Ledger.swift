import Diagnostics
import Figures
import Formats
import StageKit
import Tables

/// The record of what was published in one edition: lines of JSON for the edition, its figures and its verdicts.
///
/// A line of a figure also keeps, under `before`, what an earlier edition published of one that is withheld or gone: it stays
/// known.
struct Ledger: Sendable {
  /// What the edition says of itself; `nil` in an entry that does not say.
  var head: EditionHead?
  /// What was published in the edition, by id.
  private(set) var figures: [String: LedgerFigure] = [:]
  /// The verdicts given, by target.
  private(set) var verdicts: [String: LedgerVerdict] = [:]
  /// What has ever been published, by id, where it is the last that was.
  private(set) var known: [String: String] = [:]
  /// What units were called, each with those above it, by id.
  private(set) var unitNames: [String: String] = [:]
  /// What the figures spoke of, by id, those that are gone too, as far as it is known.
  private(set) var subjects: [String: FigureSubject] = [:]

  /// What an edition is about to publish.
  init(_ table: PublishedTable, _ head: EditionHead?, _ verdicts: [PublishedVerdicts]) {
    self.head = head
    unitNames = table.unitNames
    for figure in table.figures { figures[figure.id] = LedgerFigure(figure) }
    for verdict in verdicts.flatMap(\.entries) { self.verdicts[verdict.target] = verdict }
  }
  /// Reads the entry of an edition, which is told by its name when it is damaged.
  ///
  /// - Throws: When it is no ledger.
  init(_ entry: [UInt8], named name: String? = nil) throws(StageError) {
    var sources: [String: String] = [:]
    for (number, line) in entry.split(separator: 10).enumerated() {
      guard let line = JSON(line: line), read(line, &sources) else {
        throw .damagedLedger(name, line: number + 1)
      }
    }
  }
  /// Takes one line; says whether it is one of a ledger.
  private mutating func read(_ line: JSON, _ sources: inout [String: String]) -> Bool {
    if let id = line["figure"]?.text { return read(figure: id, line, sources) }
    if let name = line["source"]?.text, let text = line["text"]?.text {
      return sources.updateValue(text, forKey: name) == nil
    }
    if let unit = line["unit"]?.text, let name = line["name"]?.text {
      return unitNames.updateValue(name, forKey: unit) == nil
    }
    if let verdict = LedgerVerdict(line) {
      return verdicts.updateValue(verdict, forKey: verdict.target) == nil
    }
    guard let head = EditionHead(line), self.head == nil else { return false }
    self.head = head
    return true
  }
  private mutating func read(figure id: String, _ line: JSON, _ sources: [String: String]) -> Bool {
    guard let told = line["value"], told.isScalar, figures[id] == nil, known[id] == nil else { return false }
    let (value, status) = (told.text, line["status"]?.text)
    let subject = FigureSubject(id: id, line["of"])
    if status != Self.gone {
      figures[id] = LedgerFigure(
        value: value,
        status: status.flatMap { Figure.Status(rawValue: $0) } ?? (value == nil ? .notReported : .value),
        subject: subject, source: line["from"]?.text.flatMap { sources[$0] })
    }
    known[id] = value ?? line["before"]?.text
    subjects[id] = subject
    return true
  }
  private static let gone = "gone"

  /// The lines of one edition: what it says of itself, then the figures in the order of ids.
  static func entry(_ table: PublishedTable, _ edition: SettledEdition, _ head: EditionHead?) -> [UInt8] {
    var writer = JSONWriter(.compact)
    head?.write(to: &writer)
    if head != nil { table.writeUnitNames(to: &writer) }
    var gone = edition.known
    var sources = SourceNames()
    for figure in table.figures {
      let (value, before) = (text(figure), gone.removeValue(forKey: figure.id))
      // Without its head an entry is one of figures alone.
      let source = head == nil ? nil : sources.name(figure.source.told, &writer)
      writer.object {
        $0.member("figure", figure.id)
        $0.member("value", value)
        $0.member("status", figure.status.rawValue)
        $0.member("ground", table.ground(of: figure)?.vi)
        $0.member("edition", edition.id)
        if value == nil, let before { $0.member("before", before) }
        if let source { $0.member("from", source) }
        FigureSubject(CellKey(figure)).write(unlessSaidBy: figure.id, to: &$0, isFull: head != nil)
      }
      writer.endLine()
    }
    for (id, before) in gone.sorted(by: { $0.key < $1.key }) {
      writer.object {
        $0.member("figure", id)
        $0.member("value", String?.none)
        $0.member("status", Self.gone)
        $0.member("before", before)
        edition.subjects[id]?.write(unlessSaidBy: id, to: &$0, isFull: true)
      }
      writer.endLine()
    }
    return writer.bytes
  }
  /// The lines of verdicts.
  static func entry(_ verdicts: PublishedVerdicts) -> [UInt8] {
    var writer = JSONWriter(.compact)
    for verdict in verdicts.entries { verdict.write(to: &writer) }
    return writer.bytes
  }

  /// What was published before of figures that there are now, and of others.
  func earlier(than figures: [Figure]) -> [EarlierFigure] {
    var rest = known
    var earlier: [EarlierFigure] = []
    for figure in figures {
      if let value = rest.removeValue(forKey: figure.id), !EarlierFigure.isCarried(figure.id, figure) {
        earlier.append(EarlierFigure(figure, value: value))
      }
    }
    let gone = rest.sorted { $0.key < $1.key }.compactMap { id, value in
      EarlierFigure.isCarried(id, nil) ? nil : subjects[id].map { EarlierFigure($0.key, value: value) }
    }
    return earlier + gone
  }
  /// Whether the same is told of the same figures, wherever it came from.
  func hasSameFigures(as other: [Figure]) -> Bool {
    guard figures.count == other.count else { return false }
    return other.allSatisfy { figures[$0.id]?.isSame(as: LedgerFigure($0)) == true }
  }
  /// Whether these are the targets of the edition, each with the word it had and asking what it asked.
  func saysTheSame(_ other: [LedgerVerdict]) -> Bool {
    guard Set(other.map(\.target)).count == verdicts.count else { return false }
    return other.allSatisfy { now in
      verdicts[now.target].map { $0.word == now.word && !$0.asksOtherwise(than: now) } ?? false
    }
  }

  /// A value in one fixed form; `nil` without one.
  static func text(_ figure: Figure) -> String? {
    switch figure.value {
    case .amount(let amount)?: amount.plain
    case .ratio(let part, let whole)?: "\(part.plain)/\(whole.plain)"
    case .printed(let rate)?: "\(rate.plain)%"
    case nil: nil
    }
  }
}

/// Short names for the sources of an entry, each said once.
private struct SourceNames {
  private var names: [String: String] = [:]
  /// The name of a source; a line says which it is when it is new.
  mutating func name(_ text: String, _ writer: inout JSONWriter) -> String {
    if let known = names[text] { return known }
    let name = String(names.count + 1)
    names[text] = name
    writer.object {
      $0.member("source", name)
      $0.member("text", text)
    }
    writer.endLine()
    return name
  }
}

// The values of a line.
extension JSON {
  /// A text, or a number as it is written; `nil` for everything else.
  var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .integer(let number): String(number)
    case .null, .bool, .array, .object: nil
    }
  }
  /// Whether it may stand for a value: a text, a number or `null`.
  var isScalar: Bool { if case .null = self { true } else { text != nil } }
  /// The values of a list.
  var items: [JSON]? { if case .array(let items) = self { items } else { nil } }
}
extension StageError {
  fileprivate static func damagedLedger(_ name: String?, line: Int) -> StageError {
    let entry = name.map { Phrase(vi: " (tệp ledger/\($0).ndjson)", en: " (the file ledger/\($0).ndjson)") }
    return StageError(
      Phrase(
        vi: "một mục của sổ công bố\(entry?.vi ?? "") hỏng ở dòng \(line)",
        en: "an entry of the ledger\(entry?.en ?? "") is damaged in line \(line)"),
      hint: Phrase(
        vi: "khôi phục thư mục ledger/ từ bản sao lưu", en: "restore the folder ledger/ from a backup"),
      code: "ledger.damaged")
  }
}
