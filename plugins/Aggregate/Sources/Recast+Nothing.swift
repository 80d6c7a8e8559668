import Diagnostics
import Figures
import Tables
import Units

extension Recast {
  /// Why not one of some figures was carried over.
  func whyNothing(of figures: [Figure]) -> Phrase {
    guard !figures.isEmpty else {
      return Phrase(vi: "bước này không nhận được số liệu nào", en: "the step was given no figures")
    }
    let counts = figures.filter { measures.contains($0.measure) }
    guard let first = counts.map(\.asOf).min() else {
      return Phrase(vi: "không có số liệu của measures", en: "there are no figures of the measures")
    }
    guard first < to else {
      return Phrase(
        vi: "số liệu sớm nhất là ngày \(first.vietnamese), không trước ngày \(to.vietnamese) ghi ở to",
        en: "the earliest figure is of \(first.iso), which is not before \(to.iso) at `to`")
    }
    let ends = counts.filter { $0.asOf < to }.compactMap { figure in
      units.unit(id: figure.unit)?.validTo.flatMap { $0 > figure.asOf ? $0 : nil }
    }
    if let end = ends.min(), end <= to {
      return Phrase(
        vi: "chỉ có tỷ lệ, nhóm theo khu vực, hoặc đơn vị không ai biết đi vào đâu",
        en: "there are only rates, groups of an area, or units of which nobody says what became")
    }
    let next = ends.min().map { end in
      Phrase(
        vi: "; ngày đầu tiên có thay đổi là \(end.vietnamese)",
        en: "; the first day of a change is \(end.iso)")
    }
    return Phrase(
      vi: "không đơn vị nào có số liệu thay đổi đến ngày \(to.vietnamese) ghi ở to" + (next?.vi ?? ""),
      en: "no unit with figures has changed by \(to.iso) at `to`" + (next?.en ?? ""))
  }
}
