import Diagnostics
import Formats
public import StageKit
import Tables

// The changes as tables.
extension EditionDiff {
  /// The changes as CSV by RFC 4180, a row a verdict and then a row a figure, with the reasons in both languages.
  public var csv: [UInt8] {
    var writer = CSVWriter()
    writer.write(Self.columns)
    for verdict in verdicts {
      writer.write([
        "verdict", verdict.target, verdict.unit, nil, nil, nil, verdict.cause.word, verdict.old, verdict.new,
        verdict.cause.figure, verdict.reason?.vi, verdict.reason?.en, unitName(verdict.unit),
        verdict.title.vi,
        verdict.title.en,
      ])
    }
    for figure in figures {
      let name = figure.subject.flatMap { measureName($0.measure) }
      writer.write([
        "figure", figure.figure, figure.subject?.unit, figure.subject?.asOf.iso, figure.subject?.measure,
        figure.subject?.group, figure.kind.rawValue, figure.old, figure.new, nil, figure.reason?.vi,
        figure.reason?.en, figure.subject.flatMap { unitName($0.unit) }, name?.vi, name?.en,
      ])
    }
    return writer.bytes
  }
  private static let columns = [
    "subject", "id", "unit", "as_of", "measure", "group", "change", "old", "new", "caused_by", "reason_vi",
    "reason_en", "unit_name", "title_vi", "title_en",
  ]
  /// The changes as one JSON value, indented.
  public var json: [UInt8] {
    var writer = JSONWriter(.indented)
    writer.value([
      "old": old.json, "new": new.json, "acceptance": acceptance.map { .string($0) } ?? .null,
      "verdicts": .array(verdicts.map { json(of: $0) }), "figures": .array(figures.map { json(of: $0) }),
    ])
    writer.endLine()
    return writer.bytes
  }
  /// A change of a figure for programs, with what its unit and its measure are called.
  public func json(of change: FigureChange) -> JSON {
    var json = change.json
    json["unit_name"] = .optional(change.subject.flatMap { unitName($0.unit) })
    json["title"] = .optional(change.subject.flatMap { measureName($0.measure) })
    return json
  }
  /// A change of a verdict for programs, with what its unit and its target are called.
  public func json(of change: VerdictChange) -> JSON {
    var json = change.json
    json["unit_name"] = .optional(unitName(change.unit))
    json["title"] = .optional(change.title)
    return json
  }
  /// What the office is given of them.
  var officeFiles: [(path: String, bytes: [UInt8])] { [("changes.csv", csv), ("changes.json", json)] }
}

extension EditionDiff.Edition {
  /// The id and the day, for programs.
  public var json: JSON { ["edition": .string(id), "date": .string(date)] }
}
extension FigureChange {
  fileprivate var json: JSON {
    [
      "figure": .string(figure), "unit": .optional(subject?.unit), "as_of": .optional(subject?.asOf.iso),
      "measure": .optional(subject?.measure), "group": .optional(subject?.group),
      "change": .string(kind.rawValue), "old": .optional(old), "new": .optional(new),
      "reason": .optional(reason),
    ]
  }
}
extension VerdictChange {
  fileprivate var json: JSON {
    [
      "target": .string(target), "unit": .string(unit), "old": .optional(old), "new": .optional(new),
      "cause": .string(cause.word), "figure": .optional(cause.figure), "reason": .optional(reason),
    ]
  }
}
extension VerdictChange.Cause {
  /// The word for it in tables.
  public var word: String {
    switch self {
    case .figure: "figure"
    case .newFigure: "new-figure"
    case .plan: "plan"
    case .day: "day"
    case .rule: "rule"
    case .added: "added"
    case .removed: "removed"
    }
  }
  /// The id of the figure that made the difference; `nil` when none did.
  public var figure: String? {
    switch self {
    case .figure(let id), .newFigure(let id): id
    case .plan, .day, .rule, .added, .removed: nil
    }
  }
}
extension JSON {
  fileprivate static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
  fileprivate static func optional(_ phrase: Phrase?) -> JSON {
    phrase.map { ["vi": .string($0.vi), "en": .string($0.en)] } ?? .null
  }
}
