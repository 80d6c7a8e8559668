import Diagnostics
import Figures
import Formats
import StageKit
import Tables
import YAML

/// The record of what was published in which edition: a line of JSON for each figure.
///
/// A line also keeps, under `before`, what an earlier edition published of a figure that is withheld or gone: it stays known.
struct Ledger {
  /// What was published in the edition, by id: a value, or nothing for a figure without one.
  private(set) var values: [String: String] = [:]
  /// What has ever been published, by id, where it is the last that was.
  private(set) var known: [String: String] = [:]

  /// Reads the entry of an edition.
  ///
  /// - Throws: When it is no ledger.
  init(_ entry: [UInt8]) throws(StageError) {
    for (number, line) in entry.split(separator: 10).enumerated() {
      // A line of JSON is YAML too, and its places are those of the line.
      guard let node = parsed(Array(line)), let id = node["figure"]?.scalar, node["value"]?.scalar != nil,
        values[id] == nil, known[id] == nil
      else { throw .damagedLedger(line: number + 1) }
      let value = node["value"]?.text
      if node["status"]?.scalar != Self.gone { values[id] = value ?? "" }
      known[id] = value ?? node["before"]?.text
    }
  }
  private static let gone = "gone"

  /// The lines of one edition, in the order of ids.
  static func entry(_ table: PublishedTable, known: [String: String]) -> [UInt8] {
    var writer = JSONWriter(.compact)
    var gone = known
    for figure in table.figures {
      let (value, before) = (text(figure), gone.removeValue(forKey: figure.id))
      writer.object {
        $0.member("figure", figure.id)
        $0.member("value", value)
        $0.member("status", figure.status.rawValue)
        $0.member("ground", table.ground(of: figure)?.vi)
        $0.member("edition", table.edition)
        if value == nil, let before { $0.member("before", before) }
      }
      writer.endLine()
    }
    for (id, before) in gone.sorted(by: { $0.key < $1.key }) {
      writer.object {
        $0.member("figure", id)
        $0.member("value", String?.none)
        $0.member("status", Self.gone)
        $0.member("before", before)
      }
      writer.endLine()
    }
    return writer.bytes
  }
  /// What has another value than in this edition, or is new, or gone; by id.
  ///
  /// Of a figure that is withheld now the old value is not told again.
  func changes(to figures: [Figure]) -> [FigureChange] {
    var old = values
    var changes: [FigureChange] = []
    for figure in figures {
      let (now, before) = (Self.text(figure) ?? "", old.removeValue(forKey: figure.id))
      guard before != now else { continue }
      let told = before.map { figure.status == .withheld ? "" : $0 }
      changes.append(FigureChange(figure: figure.id, old: told, new: now))
    }
    changes += old.map { FigureChange(figure: $0.key, old: $0.value, new: nil) }
    return changes.sorted { $0.figure < $1.figure }
  }
  /// What was published before of figures that there are now, and of others.
  func earlier(than figures: [Figure]) -> [EarlierFigure] {
    var rest = known
    var earlier: [EarlierFigure] = []
    for figure in figures {
      if let value = rest.removeValue(forKey: figure.id) {
        earlier.append(EarlierFigure(figure, value: value))
      }
    }
    return earlier
      + rest.sorted { $0.key < $1.key }.compactMap { EarlierFigure(id: $0.key, value: $0.value) }
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

private func parsed(_ line: [UInt8]) -> Node? {
  do throws(Diagnostics) { return try parseYAML(line, file: "ledger") } catch { return nil }
}
extension Node {
  /// A text; `nil` for `null`.
  fileprivate var text: String? {
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
        vi: "khôi phục thư mục ledger/ từ bản sao lưu", en: "restore the folder ledger/ from a backup"))
  }
}
