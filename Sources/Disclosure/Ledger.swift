import Diagnostics
import Figures
import Formats
import StageKit
import Tables
import YAML

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
  /// What the figures spoke of, by id, those that are gone too, as far as it is known.
  private(set) var subjects: [String: FigureSubject] = [:]

  /// What an edition is about to publish.
  init(_ table: PublishedTable, _ verdicts: [PublishedVerdicts] = []) {
    head = table.head
    for figure in table.figures { figures[figure.id] = LedgerFigure(figure) }
    for verdict in verdicts.flatMap(\.entries) { self.verdicts[verdict.target] = verdict }
  }
  /// Reads the entry of an edition.
  ///
  /// - Throws: When it is no ledger.
  init(_ entry: [UInt8]) throws(StageError) {
    var sources: [String: String] = [:]
    for (number, line) in entry.split(separator: 10).enumerated() {
      // A line of JSON is YAML too, and its places are those of the line.
      guard let node = parsed(Array(line)), read(node, &sources) else {
        throw .damagedLedger(line: number + 1)
      }
    }
  }
  /// Takes one line; says whether it is one of a ledger.
  private mutating func read(_ node: Node, _ sources: inout [String: String]) -> Bool {
    if let id = node["figure"]?.scalar { return read(figure: id, node, sources) }
    if let name = node["source"]?.scalar, let text = node["text"]?.scalar {
      return sources.updateValue(text, forKey: name) == nil
    }
    if let verdict = LedgerVerdict(node) {
      return verdicts.updateValue(verdict, forKey: verdict.target) == nil
    }
    guard let head = EditionHead(node), self.head == nil else { return false }
    self.head = head
    return true
  }
  private mutating func read(figure id: String, _ node: Node, _ sources: [String: String]) -> Bool {
    guard node["value"]?.scalar != nil, figures[id] == nil, known[id] == nil else { return false }
    let value = node["value"]?.text
    let status = node["status"]?.scalar
    if status != Self.gone {
      figures[id] = LedgerFigure(
        value: value,
        status: status.flatMap { Figure.Status(rawValue: $0) } ?? (value == nil ? .notReported : .value),
        subject: FigureSubject(id: id, node["of"]), source: node["from"]?.text.flatMap { sources[$0] })
    }
    known[id] = value ?? node["before"]?.text
    subjects[id] = FigureSubject(id: id, node["of"])
    return true
  }
  private static let gone = "gone"

  /// The lines of one edition: what it says of itself, then the figures in the order of ids.
  static func entry(
    _ table: PublishedTable, known: [String: String], of subjects: [String: FigureSubject]
  ) -> [UInt8] {
    var writer = JSONWriter(.compact)
    table.head?.write(to: &writer)
    var gone = known
    var sources = SourceNames()
    for figure in table.figures {
      let (value, before) = (text(figure), gone.removeValue(forKey: figure.id))
      // Without its head an entry is one of figures alone.
      let source = table.head == nil ? nil : sources.name(figure.source.told, &writer)
      writer.object {
        $0.member("figure", figure.id)
        $0.member("value", value)
        $0.member("status", figure.status.rawValue)
        $0.member("ground", table.ground(of: figure)?.vi)
        $0.member("edition", table.edition)
        if value == nil, let before { $0.member("before", before) }
        if let source { $0.member("from", source) }
        FigureSubject(CellKey(figure)).write(unlessSaidBy: figure.id, to: &$0, isFull: table.head != nil)
      }
      writer.endLine()
    }
    for (id, before) in gone.sorted(by: { $0.key < $1.key }) {
      writer.object {
        $0.member("figure", id)
        $0.member("value", String?.none)
        $0.member("status", Self.gone)
        $0.member("before", before)
        subjects[id]?.write(unlessSaidBy: id, to: &$0, isFull: true)
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

func parsed(_ line: [UInt8]) -> Node? {
  do throws(Diagnostics) { return try parseYAML(line, file: "ledger") } catch { return nil }
}
extension Node {
  /// A text; `nil` for `null`.
  var text: String? {
    if case .scalar("null", plain: true) = content { return nil }
    return scalar
  }
}
extension StageError {
  fileprivate static func damagedLedger(line: Int) -> StageError {
    StageError(
      Phrase(
        vi: "sổ công bố của lần trước hỏng ở dòng \(line)",
        en: "the ledger of the edition before is damaged in line \(line)"),
      hint: Phrase(
        vi: "khôi phục thư mục ledger/ từ bản sao lưu", en: "restore the folder ledger/ from a backup"),
      code: "ledger.damaged")
  }
}
