import Diagnostics
import StageKit
import Tables

// Names in both languages, days and places of a pack.
extension StandardFields {
  /// Notes names and words without English, days in the wrong order, and a province that cannot be one.
  func checkNames(_ problems: inout Diagnostics) {
    if let to = valid.to, to < valid.from { problems.add(.validity(valid.from, to, at: $valid)) }
    if let scope, !(1...96).contains(Int(scope.province) ?? 0) {
      problems.add(.noProvince(scope.province, at: scope.$province))
    }
    var names = [(name.phrase, $name)]
    for indicator in indicators ?? [] {
      names += [(indicator.dimension.phrase, indicator.$dimension), (indicator.name.phrase, indicator.$name)]
    }
    for branch in branches?.entries ?? [] { names.append((branch.value.name.phrase, branch.value.$name)) }
    for column in form?.columns ?? [] {
      names += (column.value.words?.entries ?? []).map { ($0.value.phrase, $0.range) }
    }
    if let gap { names.append((gap.meaning.phrase, gap.$meaning)) }
    // The same letters in both, with Vietnamese among them, are no English name.
    for (phrase, range) in names where phrase.vi == phrase.en && !phrase.vi.utf8.allSatisfy({ $0 < 0x80 }) {
      problems.add(.noEnglish(phrase.vi, at: range))
    }
  }
}
extension Diagnostic {
  fileprivate static func validity(_ from: Day, _ to: Day, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.validity",
      Phrase(
        vi: "ngày cuối \(to.iso) đứng trước ngày đầu \(from.iso)",
        en: "the last day \(to.iso) is before the first day \(from.iso)"),
      at: range,
      hint: Phrase(vi: "sửa from hoặc to theo văn bản", en: "mend `from` or `to` as the act has it"))
  }
  fileprivate static func noProvince(_ code: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.province",
      Phrase(vi: "không tỉnh nào có mã '\(code)'", en: "no province has the code '\(code)'"), at: range,
      hint: Phrase(
        vi: "ghi mã tỉnh hai chữ số của danh mục hành chính, từ 01 đến 96",
        en: "write the two digits of the province in the administrative list, from 01 to 96"))
  }
  fileprivate static func noEnglish(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.english",
      Phrase(vi: "'\(name)' không có tên tiếng Anh", en: "'\(name)' has no English name"), at: range,
      hint: Phrase(
        vi: "ghi { vi: …, en: … }; trang tiếng Anh và standards show cần tên ấy",
        en: "write { vi: …, en: … }; English pages and `standards show` need it"))
  }
}
