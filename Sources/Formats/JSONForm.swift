public import StageKit

/// How the objects of a JSON file stand in it.
public enum JSONForm: String, OptionValue, CaseIterable {
  /// By its ending or its first sign: NDJSON when it ends in `.ndjson` or `.jsonl`, else a list when it begins with `[`, else NDJSON.
  case auto
  /// One list of objects.
  case list
  /// NDJSON: an object a line.
  case lines

  /// The form of a file whose first sign that is no space is `first`; `nil` when it has none.
  func settled(_ file: String, first: UInt8?) -> JSONForm {
    guard self == .auto else { return self }
    let name = file.lowercased()
    if name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl") { return .lines }
    return first.map { $0 == UInt8(ascii: "[") } ?? true ? .list : .lines
  }
}
