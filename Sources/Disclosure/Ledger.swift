import Diagnostics
import Figures
import Formats
import StageKit
import Tables
import YAML

/// The record of what was published in which edition: a line of JSON for each figure.
enum Ledger {
  /// The lines of one edition, in the order of ids.
  static func entry(_ figures: [Figure], _ grounds: [PublicGround], edition: String) -> [UInt8] {
    var writer = JSONWriter(.compact)
    for figure in figures {
      writer.object {
        $0.member("figure", figure.id)
        $0.member("value", text(figure))
        $0.member("status", figure.status.rawValue)
        $0.member("ground", grounds.first { $0.covers(figure) }?.reason.vi)
        $0.member("edition", edition)
      }
      writer.endLine()
    }
    return writer.bytes
  }
  /// What has another value than in an earlier edition, or is new, or gone; by id.
  ///
  /// - Throws: When the earlier entry is no ledger.
  static func changes(_ figures: [Figure], since previous: [UInt8]?) throws(StageError) -> [FigureChange] {
    guard let previous else { return [] }
    var old = try values(previous)
    var changes: [FigureChange] = []
    for figure in figures {
      let (now, before) = (text(figure) ?? "", old.removeValue(forKey: figure.id))
      if before != now { changes.append(FigureChange(figure: figure.id, old: before, new: now)) }
    }
    changes += old.map { FigureChange(figure: $0.key, old: $0.value, new: nil) }
    return changes.sorted { $0.figure < $1.figure }
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
  private static func values(_ entry: [UInt8]) throws(StageError) -> [String: String] {
    var values: [String: String] = [:]
    for (number, line) in entry.split(separator: 10).enumerated() {
      // A line of JSON is YAML too, and its places are those of the line.
      guard let node = parsed(Array(line)), let id = node["figure"]?.scalar,
        let value = node["value"]?.scalar,
        values[id] == nil
      else {
        throw StageError(
          Phrase(
            vi: "sổ công bố của lần trước hỏng ở dòng \(number + 1)",
            en: "the ledger of the edition before is damaged in line \(number + 1)"),
          hint: Phrase(
            vi: "khôi phục thư mục ledger/ từ bản sao lưu", en: "restore the folder ledger/ from a backup"))
      }
      if case .scalar("null", plain: true)? = node["value"]?.content {
        values[id] = ""
      } else {
        values[id] = value
      }
    }
    return values
  }
  private static func parsed(_ line: [UInt8]) -> Node? {
    do throws(Diagnostics) { return try parseYAML(line, file: "ledger") } catch { return nil }
  }
}
