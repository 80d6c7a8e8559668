import Diagnostics
import StageKit
import Standards
import Tables

// Standards as the commands `standards …` write them.
extension Standard {
  /// In one line: id, days, scope and name.
  func line(_ width: Int) -> Phrase {
    let padded = id + String(repeating: " ", count: width - id.count)
    let place = scope?.name ?? Phrase(vi: "cả nước", en: "whole country")
    let unsure = provisional == nil ? Phrase(same: "") : Phrase(vi: " (tạm)", en: " (provisional)")
    return Phrase(
      vi: "\(padded)  \(days.vi)  \(place.vi)  \(name.vi)\(unsure.vi)",
      en: "\(padded)  \(days.en)  \(place.en)  \(name.en)\(unsure.en)")
  }
  /// From which day to which.
  var days: Phrase {
    let from = Phrase(vi: "từ \(validFrom.vietnamese)", en: "\(validFrom.iso)")
    guard let end = validTo else { return Phrase(vi: from.vi, en: "from \(from.en)") }
    return Phrase(vi: "\(from.vi) đến \(end.vietnamese)", en: "\(from.en) to \(end.iso)")
  }
  /// What it is, for programs.
  var head: JSON {
    [
      "id": .string(id), "name": name.json, "valid_from": .string(validFrom.iso),
      "valid_to": validTo.map { .string($0.iso) } ?? .null,
      "province": scope.map { .string($0.province) } ?? .null,
      "provisional": provisional?.json ?? .null,
    ]
  }
}

extension SharedDays {
  /// In a sentence.
  var phrase: Phrase {
    let which = ids.joined(separator: ", ")
    guard from != to else {
      return Phrase(
        vi: "ngày \(from.vietnamese) có hai chuẩn quốc gia: \(which); mỗi số liệu phải nói theo chuẩn nào",
        en:
          "two national standards are in force on \(from.iso): \(which); each figure must say which it is under"
      )
    }
    let end = to.map { Phrase(vi: " đến \($0.vietnamese)", en: " to \($0.iso)") } ?? Phrase(same: "")
    return Phrase(
      vi:
        "từ \(from.vietnamese)\(end.vi) có hai chuẩn quốc gia: \(which); mỗi số liệu phải nói theo chuẩn nào",
      en:
        "two national standards are in force from \(from.iso)\(end.en): \(which); each figure must say which it is under"
    )
  }
  /// For programs.
  var json: JSON {
    [
      "shared_by": .array(ids.map { .string($0) }), "from": .string(from.iso),
      "to": to.map { .string($0.iso) } ?? .null,
    ]
  }
}

extension Phrase {
  /// Both languages, for programs.
  var json: JSON { ["vi": .string(vi), "en": .string(en)] }
}
