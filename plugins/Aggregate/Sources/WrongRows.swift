import Diagnostics
import StageKit
import Tables

/// How many rows have something that cannot be, by what it is.
struct WrongRows: Sendable, Hashable {
  /// Rows with a class that is none of the words there are.
  var classes: Int64 = 0
  /// Rows with fewer members than one.
  var members: Int64 = 0
  /// Rows whose number of deprivations is not that of their flags.
  var counts: Int64 = 0

  /// Whether some cell of a row was not added, though it was there.
  var hasRefused: Bool { members > 0 || counts > 0 }

  mutating func add(_ other: WrongRows) {
    classes = classes.addingSaturated(other.classes)
    members = members.addingSaturated(other.members)
    counts = counts.addingSaturated(other.counts)
  }
  func write(to bytes: inout ByteWriter) { for count in [classes, members, counts] { bytes.write(count) } }
  /// Adds what `write` wrote.
  mutating func read(from bytes: inout ByteReader) throws(StateError) {
    var other = WrongRows()
    other.classes = try bytes.read(Int64.self)
    other.members = try bytes.read(Int64.self)
    other.counts = try bytes.read(Int64.self)
    guard min(other.classes, other.members, other.counts) >= 0 else { throw StateError("a count below zero") }
    add(other)
  }

  /// Tells of each kind once, with its number.
  func tell(_ findings: inout Findings, members column: String?) {
    if classes > 0 {
      findings.add(
        "aggregate.class", file: "", line: 0, column: "unclassified",
        Phrase(
          vi: "\(classes) hộ có loại không phải poor, near_poor, average hay none: tính là chưa phân loại",
          en: "\(classes) households have a class that is none of the four: they count as unclassified"))
    }
    if members > 0 {
      findings.add(
        "aggregate.members", file: "", line: 0, column: column,
        Phrase(
          vi:
            "\(members) hộ có số nhân khẩu nhỏ hơn 1: số ấy không được cộng, và số nhân khẩu của các đơn vị, nhóm ấy để trống; sửa số nhân khẩu trong tệp",
          en:
            "\(members) households have fewer than 1 member: the number is not added, and the members of their units and groups are blank; mend the numbers in the file"
        ))
    }
    if counts > 0 {
      findings.add(
        "aggregate.deprivation-count", file: "", line: 0, column: "deprivation_count",
        Phrase(
          vi:
            "\(counts) hộ có deprivation_count khác số cột dep_… là có: số ấy không được cộng, và deprivation_sum, a, m0 để trống nơi hộ ấy nghèo; sửa số hay các cột của hộ, rồi phân loại lại",
          en:
            "\(counts) households have a deprivation_count other than the number of their flags dep_…: it is not added, and deprivation_sum, a and m0 are blank where they are poor; mend the number or the flags, and classify again"
        ))
    }
  }
}
