public import Diagnostics
import Figures
import Formats
import Tables

// The change in words for people.
extension FigureChange {
  /// The values before and now as people of the language write them; where none can be told, why.
  public var words: (old: Phrase, new: Phrase) {
    let hidden = Phrase(vi: "đã công bố (số cũ không nhắc lại)", en: "published (not told again)")
    let before = old.map(\.figureText) ?? (touchesPublished ? hidden : Self.words(of: self.before))
    let untold = after == nil ? Phrase.gone : hidesNew && after?.value != nil ? hidden : Self.words(of: after)
    return (before, new.map(\.figureText) ?? untold)
  }
  /// What a figure without a value is.
  private static func words(of figure: LedgerFigure?) -> Phrase {
    switch figure?.status {
    case nil: Phrase(vi: "không có", en: "none")
    case .withheld: Phrase(vi: "giữ lại", en: "withheld")
    case .notApplicable: Phrase(vi: "không áp dụng", en: "not applicable")
    default: Phrase(vi: "chưa có số liệu", en: "no data")
    }
  }
}
extension FigureChange.Kind {
  /// The word for it.
  public var words: Phrase {
    switch self {
    case .added: Phrase(vi: "mới", en: "new")
    case .removed: Phrase(vi: "đã bỏ", en: "removed")
    case .revised: Phrase(vi: "đã sửa", en: "revised")
    case .withheld: Phrase(vi: "nay giữ lại", en: "withheld now")
    case .released: Phrase(vi: "nay công bố", en: "published now")
    }
  }
}

extension Phrase {
  fileprivate static let gone = Phrase(vi: "đã bỏ", en: "removed")
}
extension String {
  /// A value of the ledger, `4430`, `12/3405` or `1.32%`, as people of each language write it.
  fileprivate var figureText: Phrase {
    if hasSuffix("%") {
      return Phrase(vi: FixedPoint(plain: dropLast()).map { VietnameseNumber.percent($0) } ?? self, en: self)
    }
    let parts = split(separator: "/").map { part in
      FixedPoint(plain: part).map { VietnameseNumber.text($0) } ?? String(part)
    }
    return Phrase(vi: parts.joined(separator: " / "), en: self)
  }
}
