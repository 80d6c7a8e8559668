import Diagnostics
import Tables

/// At most eight units in one line, each with its code and days.
private func listed(_ units: [UnitVersion]) -> Phrase {
  let more = units.count > 8 ? "; …" : ""
  let lines = units.prefix(8).map { unit in
    Phrase(
      vi: "\(unit.name) (\(unit.id)), \(unit.days.vi)", en: "\(unit.name) (\(unit.id)), \(unit.days.en)")
  }
  return Phrase(
    vi: lines.map(\.vi).joined(separator: "; ") + more, en: lines.map(\.en).joined(separator: "; ") + more)
}

extension Diagnostic {
  static func unknownID(_ id: String, _ versions: [UnitVersion], at range: SourceRange?) -> Diagnostic {
    let list = listed(versions)
    return Diagnostic(
      "units.unknown-id",
      Phrase(vi: "danh mục không có đơn vị '\(id)'", en: "the register has no unit '\(id)'"), at: range,
      hint: versions.isEmpty
        ? Phrase(
          vi: "viết mã@ngày bắt đầu, như 96@2004-08-31", en: "write code@first-day, such as 96@2004-08-31")
        : Phrase(vi: "mã này có: \(list.vi)", en: "this code has: \(list.en)"))
  }
  static func unknownCode(_ code: String, near: [String], at range: SourceRange?) -> Diagnostic {
    let list = near.joined(separator: ", ")
    return Diagnostic(
      "units.unknown-code",
      Phrase(vi: "danh mục không có mã '\(code)'", en: "the register has no code '\(code)'"), at: range,
      hint: near.isEmpty
        ? Phrase(
          vi: "tra lại mã: tỉnh có 2 chữ số, huyện 3, xã 5",
          en: "look the code up again: a province has 2 digits, a district 3, a commune 5")
        : Phrase(
          vi: "mã là chữ, giữ số 0 ở đầu; có các mã: \(list)",
          en: "codes are text and keep their leading zeros; there are: \(list)"))
  }
  static func wrongLevel(_ code: String, _ versions: [UnitVersion], at range: SourceRange?) -> Diagnostic {
    let list = listed(versions)
    return Diagnostic(
      "units.wrong-level",
      Phrase(
        vi: "mã '\(code)' không thuộc cấp cần tìm", en: "the code '\(code)' is not of the level asked for"),
      at: range, hint: Phrase(vi: "mã này là: \(list.vi)", en: "this code is: \(list.en)"))
  }
  static func needsDate(_ code: String, _ versions: [UnitVersion], at range: SourceRange?) -> Diagnostic {
    let list = listed(versions)
    return Diagnostic(
      "units.needs-date",
      Phrase(
        vi: "mã '\(code)' đã chỉ nhiều đơn vị, cần có ngày",
        en: "the code '\(code)' has stood for several units, a date is needed"), at: range,
      hint: Phrase(vi: "ghi ngày, hoặc mã@ngày: \(list.vi)", en: "give a date, or code@first-day: \(list.en)")
    )
  }
  static func notValidThen(
    _ code: String, _ versions: [UnitVersion], on day: Day, successors: [UnitVersion], at range: SourceRange?
  ) -> Diagnostic {
    let (list, now) = (listed(versions), listed(successors))
    let then =
      successors.isEmpty
      ? Phrase(same: "")
      : Phrase(
        vi: "; tại ngày \(day.vietnamese) có: \(now.vi)", en: "; on \(day.iso) there is: \(now.en)")
    return Diagnostic(
      "units.not-valid-then",
      Phrase(
        vi: "mã '\(code)' không có hiệu lực tại ngày \(day.vietnamese)",
        en: "the code '\(code)' is not valid on \(day.iso)"), at: range,
      hint: Phrase(
        vi: "mã này có hiệu lực: \(list.vi)\(then.vi)", en: "this code is valid: \(list.en)\(then.en)"))
  }
  /// Names the units with this name `elsewhere`; when there are none, those with its letters and other marks.
  static func unknownName(
    _ name: String, asParent: Bool, elsewhere: Phrase?, now: Phrase?, alike: Phrase?, on day: Day?,
    at range: SourceRange?
  ) -> Diagnostic {
    let above = asParent ? Phrase(vi: " cấp trên", en: " above") : Phrase(same: "")
    let then = now.map { Phrase(vi: "; tại ngày ấy là: \($0.vi)", en: "; on that day it is: \($0.en)") }
    let vi = day.map { " tại ngày \($0.vietnamese)" } ?? ""
    let en = day.map { " on \($0.iso)" } ?? ""
    return Diagnostic(
      asParent ? "units.unknown-parent" : "units.unknown-name",
      Phrase(
        vi: "không có đơn vị\(above.vi) nào tên '\(name)'\(vi)",
        en: "there is no unit\(above.en) named '\(name)'\(en)"),
      at: range,
      hint: elsewhere.map {
        Phrase(
          vi: "tên này ở ngày khác hoặc nơi khác: \($0.vi)\(then?.vi ?? "")",
          en: "this name on another day or elsewhere: \($0.en)\(then?.en ?? "")")
      }
        ?? alike.map {
          Phrase(
            vi: "cùng chữ cái nhưng khác dấu, không tự chọn: \($0.vi)",
            en: "the same letters with other marks, of which none is chosen: \($0.en)")
        }
        ?? Phrase(
          vi: "xem lại tên, hoặc dùng mã của đơn vị",
          en: "look at the name again, or use the code of the unit"
        ))
  }
  static func needsParent(_ name: String, _ known: Phrase, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "units.needs-parent",
      Phrase(
        vi: "tên xã '\(name)' chưa đủ, vì nhiều nơi có xã cùng tên",
        en: "the commune name '\(name)' is not enough, for communes in several places share names"),
      at: range,
      hint: Phrase(
        vi: "ghi thêm tên huyện hoặc tỉnh, hoặc dùng mã; danh mục có: \(known.vi)",
        en: "add the district or province, or use the code; the register has: \(known.en)"))
  }
  static func ambiguousName(
    _ name: String, _ count: Int, _ found: Phrase, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "units.ambiguous-name",
      Phrase(vi: "tên '\(name)' chỉ \(count) đơn vị", en: "the name '\(name)' can mean \(count) units"),
      at: range,
      hint: Phrase(
        vi: "ghi thêm ngày và đơn vị cấp trên, hoặc dùng mã: \(found.vi)",
        en: "add a date and the units above, or use a code: \(found.en)"))
  }
}
