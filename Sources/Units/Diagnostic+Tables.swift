import Diagnostics
import Tables

/// What to do when a table of the register is wrong.
private let rebuild = Phrase(vi: "sửa dòng này của bảng", en: "mend this line of the table")

extension Diagnostic {
  static func badHeader(expected: [String], found: String, at range: SourceRange) -> Diagnostic {
    let columns = expected.joined(separator: ",")
    let hasSemicolons = found.contains(";") && !found.contains(",")
    return Diagnostic(
      "units.bad-header",
      Phrase(
        vi: "dòng đầu phải là '\(columns)', ở đây là '\(found)'",
        en: "the first line must be '\(columns)', here it is '\(found)'"), at: range,
      hint: hasSemicolons
        ? Phrase(
          vi: "tách các cột bằng dấu phẩy, không phải dấu chấm phẩy",
          en: "put commas between the columns, not semicolons") : rebuild)
  }
  static func badRow(expected: Int, found: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "units.bad-row",
      Phrase(
        vi: "dòng phải có \(expected) trường UTF-8, không có dấu ngoặc kép; ở đây có \(found) trường",
        en: "a line must have \(expected) fields in UTF-8 without quotes; here there are \(found)"),
      at: range,
      hint: rebuild)
  }
  static func badValue(_ value: String, expected: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "units.bad-value",
      Phrase(
        vi: "cần '\(expected)', ở đây là '\(value)'", en: "expected '\(expected)', here it is '\(value)'"),
      at: range, hint: rebuild)
  }
  static func badDay(_ value: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "units.bad-value",
      Phrase(
        vi: "cần một ngày có trong lịch, viết như 2024-12-31; ở đây là '\(value)'",
        en: "expected a day of the calendar, written as 2024-12-31; here it is '\(value)'"), at: range,
      hint: rebuild)
  }
  static func decomposed(_ code: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "units.bad-value",
      Phrase(
        vi:
          "tên của mã '\(code)' viết bằng chữ và dấu rời nhau (NFD), trông giống mà không phải chữ dựng sẵn (NFC)",
        en:
          "the name of the code '\(code)' has letters and marks apart (NFD), which only look like composed ones"
      ),
      at: range,
      hint: Phrase(
        vi: "đổi cả tệp sang chữ dựng sẵn (Unicode NFC), như `uconv -x nfc` làm",
        en: "turn the whole file into composed letters (Unicode NFC), as `uconv -x nfc` does"))
  }
  static func edgeUp(_ from: String, _ to: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "units.bad-edge",
      Phrase(
        vi: "'\(to)' ở cấp cao hơn '\(from)', nên không thể là đơn vị kế tiếp của nó",
        en: "'\(to)' is of a higher level than '\(from)', so it cannot have taken its place"), at: range,
      hint: rebuild)
  }
  static func edgeTwice(
    _ from: String, _ to: String, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "units.edges-disagree",
      Phrase(
        vi: "việc '\(from)' vào '\(to)' được ghi hai lần",
        en: "that '\(from)' went into '\(to)' is said twice"),
      at: range, hint: Phrase(vi: "giữ một trong hai dòng", en: "keep one of the two lines"),
      notes: [.init(Phrase(vi: "dòng thứ nhất", en: "the first line"), at: first)])
  }
  static func edgesDisagree(_ from: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      "units.edges-disagree",
      Phrase(
        vi: "toàn bộ '\(from)' vào một đơn vị, mà nó lại vào cả đơn vị khác",
        en: "all of '\(from)' went into one unit, and it went into another too"), at: range,
      hint: Phrase(
        vi: "ghi full ở một dòng duy nhất, hoặc partial ở mọi dòng của đơn vị ấy",
        en: "write `full` in one line alone, or `partial` in every line of that unit"),
      notes: [.init(Phrase(vi: "dòng kia", en: "the other line"), at: first)])
  }
  static func parentLevel(
    _ parent: String, _ above: UnitLevel, of unit: String, _ level: UnitLevel, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "units.parent-level",
      Phrase(
        vi: "'\(unit)' thuộc \(level.phrase.vi) không thể nằm ngay dưới '\(parent)' (\(above.phrase.vi))",
        en:
          "'\(unit)' of the level \(level.phrase.en) cannot be directly below '\(parent)' (\(above.phrase.en))"
      ),
      at: range,
      hint: Phrase(
        vi: "ghi mã tỉnh của huyện; mã huyện, hay từ 01/07/2025 mã tỉnh, của xã",
        en: "write the province of a district; the district, or since 2025-07-01 the province, of a commune"))
  }
  static func badInterval(_ from: Day, _ to: Day, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "units.bad-interval",
      Phrase(
        vi: "ngày hết hiệu lực \(to.vietnamese) phải sau ngày bắt đầu \(from.vietnamese)",
        en: "the end of validity \(to.iso) must come after its start \(from.iso)"), at: range, hint: rebuild)
  }
  static func duplicateID(_ id: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      "units.duplicate-id", Phrase(vi: "đơn vị '\(id)' có hai dòng", en: "the unit '\(id)' has two lines"),
      at: range, hint: rebuild, notes: [.init(Phrase(vi: "dòng thứ nhất", en: "the first line"), at: first)])
  }
  static func overlap(
    _ old: String, _ new: String, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "units.overlap",
      Phrase(
        vi: "'\(new)' bắt đầu khi '\(old)' cùng mã còn hiệu lực",
        en: "'\(new)' begins while '\(old)' with the same code is still valid"), at: range,
      hint: rebuild,
      notes: [.init(Phrase(vi: "đơn vị trước", en: "the unit before"), at: first)])
  }
  static func gap(
    _ old: String, _ new: String, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "units.gap",
      Phrase(
        vi: "giữa '\(old)' và '\(new)' có một khoảng không có đơn vị nào mang mã này",
        en: "between '\(old)' and '\(new)' there is a stretch in which no unit has this code"),
      at: range,
      hint: Phrase(
        vi: "nếu đúng là mã không được dùng, ghi khoảng đó vào gaps.csv",
        en: "if the code really was out of use, declare the stretch in gaps.csv"),
      notes: [.init(Phrase(vi: "đơn vị trước hết hiệu lực", en: "the unit before ends"), at: first)])
  }
  static func parentNotValid(
    _ parent: String, of unit: String, on day: Day, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "units.parent-not-valid",
      Phrase(
        vi: "đơn vị cấp trên '\(parent)' của '\(unit)' không có hiệu lực tại ngày \(day.vietnamese)",
        en: "the parent '\(parent)' of '\(unit)' is not valid on \(day.iso)"), at: range,
      hint: rebuild)
  }
  static func badEdge(_ id: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "units.bad-edge",
      Phrase(
        vi: "'\(id)' không có trong units.csv, hoặc không có hiệu lực vào ngày cần có",
        en: "'\(id)' is not in units.csv, or is not valid on the day it has to be"), at: range, hint: rebuild)
  }
  static func unknownSource(_ id: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "units.bad-source",
      Phrase(vi: "sources.csv không có nguồn '\(id)'", en: "sources.csv has no source '\(id)'"), at: range,
      hint: rebuild)
  }
  static func duplicateSource(_ id: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "units.bad-source",
      Phrase(vi: "nguồn '\(id)' có hai dòng", en: "the source '\(id)' has two lines"), at: range,
      hint: rebuild)
  }
}
