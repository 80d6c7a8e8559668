import Diagnostics
import Figures
import StageKit
import Tables

/// Stops a release in whose texts a person could be recognised: an identity number or a telephone number.
///
/// Names cannot be told from other words. They are kept out by where a column comes from, when the pipeline is checked.
struct TextCheck {
  private var seen: Set<String> = []

  /// Checks what is shown of figures; `origins` are the places of their rows.
  mutating func check(_ figures: [Figure], origins: [SourceRange?]) throws(StageError) {
    for (figure, origin) in zip(figures, origins) {
      let texts = [
        ("id", figure.id), ("unit", figure.unit), ("measure", figure.measure), ("group", figure.group),
        ("standard", figure.standard), ("boundary", figure.boundary), ("source", figure.source.title),
        ("decision", figure.source.decision), ("place", figure.source.place), ("note", figure.note),
        ("edition", figure.edition),
      ]
      for (field, text) in texts { try check(text, field, origin, of: figure) }
    }
  }
  mutating func check(_ notices: [Notice]) throws(StageError) {
    for notice in notices {
      let texts = [notice.message.vi, notice.message.en, notice.unit, notice.subject] + notice.figures
      for text in texts { try check(text, notice.code, nil, of: nil) }
    }
  }
  /// Checks the reasons that somebody has given; `place` says where each was written.
  func check(_ reasons: [(text: Phrase, place: Phrase)]) throws(StageError) {
    for reason in reasons {
      let found = PersonalNumber.first(in: reason.text.vi) ?? PersonalNumber.first(in: reason.text.en)
      guard let found else { continue }
      throw StageError(
        Phrase(
          vi: "\(reason.place.vi) có \(found.phrase.vi), nên chưa làm gì",
          en: "\(reason.place.en) has \(found.phrase.en), so nothing is done"),
        hint: Phrase(
          vi: "lý do ấy ai cũng đọc được: viết lại mà không có con số ấy",
          en: "everybody can read that reason: write it again without the number"), cause: .data)
    }
  }
  private mutating func check(
    _ text: String, _ field: String, _ place: SourceRange?, of figure: Figure?
  ) throws(StageError) {
    guard text.utf8.count >= 9, seen.insert(text).inserted, let found = PersonalNumber.first(in: text) else {
      return
    }
    let spot = Self.place(field, place, figure)
    throw StageError(
      Phrase(
        vi: "\(spot.vi) có \(found.phrase.vi), nên không công bố gì",
        en: "\(spot.en) has \(found.phrase.en), so nothing is published"),
      hint: Phrase(
        vi: "bỏ con số ấy khỏi nguồn; nếu là địa chỉ trang, ghi tên văn bản thay cho địa chỉ",
        en: "take the number out of the source; write the title of a page in place of its address"),
      cause: .data)
  }
  /// Where it stands, without the text itself: messages are read by more people than the data.
  private static func place(_ field: String, _ place: SourceRange?, _ figure: Figure?) -> Phrase {
    guard let figure else {
      return Phrase(vi: "thông báo '\(field)'", en: "a notice '\(field)'")
    }
    if let place {
      let at = "\(place.file):\(place.start.line)"
      return Phrase(vi: "\(at): mục '\(field)' của một số liệu", en: "\(at): '\(field)' of a figure")
    }
    let day = figure.asOf
    return Phrase(
      vi: "mục '\(field)' của một số liệu ngày \(day.vietnamese)", en: "'\(field)' of a figure of \(day.iso)")
  }
}

extension PersonalNumber {
  fileprivate var phrase: Phrase {
    switch self {
    case .identity:
      Phrase(vi: "một dãy số như số căn cước, chứng minh", en: "a number like that of an identity card")
    case .telephone: Phrase(vi: "một dãy số như số điện thoại", en: "a number like a telephone number")
    }
  }
}
