import Figures
import Formats
import Plans
import SiteKit

// A figure as one cell of a table.
extension SiteModel {
  /// The number of a figure, or the symbol that says why there is none; `nil` stands for a figure nobody has.
  ///
  /// `url` is where its source stands, `unit` is written after a count, `places` are the decimal places of a ratio; it has
  /// more when a verdict rests on it that fewer would contradict.
  func cell(
    _ figure: Figure?, url: String? = nil, unit: TargetUnit? = nil, places: Int = 2
  ) -> [String: TemplateValue] {
    let text = figure.map { FigureText($0, places: max(places, self.places[$0.id] ?? 2)) }
    var number = text?.number
    if let amount = number, let unit, !unit.isRate, text?.isPercent == false {
      number = amount + "\u{A0}" + unit.phrase.text
    }
    number = number.map { figure?.worded($0)?.text ?? $0 }
    let symbol = Symbol(figure)
    return [
      "number": .optional(number), "symbol": .optional(symbol?.mark),
      "symbol_word": .optional(symbol.flatMap { words.named("symbols", $0.rawValue) }),
      "derived": .flag(figure?.grade == .derived && number != nil), "url": .optional(url),
    ]
  }
  /// The same in words, for sentences and charts: `1,32 % (suy ra)`, `chưa có số liệu`.
  func words(for figure: Figure?) -> String {
    guard let figure, let plain = FigureText(figure, places: places[figure.id] ?? 2).number else {
      let symbol = Symbol(figure) ?? .missing
      return words.named("symbols", symbol.rawValue) ?? symbol.mark
    }
    let number = figure.worded(plain)?.text ?? plain
    return figure.grade == .derived ? "\(number) (\(words(.figureDerived)))" : number
  }
}
