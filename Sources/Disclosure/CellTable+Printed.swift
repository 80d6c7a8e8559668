import Tables

/// A printed rate that everybody may read or has read, and the counts in it.
struct PrintedRate {
  let key: CellKey
  let range: PrintedRange?
  let part: CellKey
  let whole: CellKey
  /// The figure of now that it is, by its place; `nil` for one that only an earlier edition printed.
  let figure: Int?
  /// The earlier edition that printed it; `nil` for a rate of now.
  let edition: Int?

  init(
    _ value: FixedPoint, _ key: CellKey, _ rate: DisclosureRule.Rate, figure: Int? = nil, edition: Int? = nil
  ) {
    (range, self.key, self.figure, self.edition) = (PrintedRange(value), key, figure, edition)
    (part, whole) = (key.with(rate.part), key.with(rate.whole))
  }
}

/// What a printed rate says of two counts that go with it: between which bounds each is when the other is known.
struct RateLink {
  let rate: Int
  let range: PrintedRange
  let part: Int
  let whole: Int
  /// By which values of theirs they go with it; `nil` where a count has bounds alone.
  let values: (part: Int64?, whole: Int64?)
}

// What printed rates say of counts.
extension CellTable {
  /// So many numbers or bounds of one count are followed, those of what is told now first.
  static let mostDrawn = 64
  /// So many beside what is told of a count: corrected over editions, a count has rates and numbers of all of them.
  static let mostBesideTold = 8

  /// Draws what earlier editions by themselves gave away: from the rates that they printed, and the counts that they told.
  mutating func drawnBefore(_ told: [Int: [Int64]]) -> [(cell: Int, count: Int64, edition: Int?)] {
    let rates = printed.filter { $0.figure == nil && $0.range != nil }
    guard !rates.isEmpty else { return [] }
    var drawing = Drawing(rates.map { ends(of: $0) }, told)
    drawing.follow()
    return drawing.drawn.flatMap { cell, drawn in
      drawn.compactMap { one in one.number.map { (cell, $0, one.rate.flatMap { rates[$0].edition }) } }
    }
  }
  /// Draws what a reader may take each count of a printed rate for, from every rate with all that is told of its other count,
  /// and from sums of which all else is told; and links the counts that go together by a rate.
  mutating func draw(_ hierarchy: inout Hierarchy, _ rule: DisclosureRule) {
    let rates = drawn
    let ends = rates.map { self.ends(of: $0) }
    guard placeParts(rule) || !rates.isEmpty else { return }
    hasBlanks = true
    let sums = sums(&hierarchy, rule).candidates.filter(\.isWhole)
    hasBlanks = false
    var told: [Int: [Int64]] = [:]
    for cell in cells.indices where !cells[cell].isOld {
      told[cell] = cells[cell].values + (old[cell] ?? []).flatMap { cells[$0].values }
    }
    let ofRates = Set(ends.flatMap { [$0.part, $0.whole] })
    let open = cells.indices.filter {
      !cells[$0].isThere || (cells[$0].values.isEmpty && ofRates.contains($0))
    }
    var drawing = Drawing(ends, told, open: Set(open))
    repeat { drawing.follow() } while drawing.isMoved(by: sums)
    for (rate, end) in zip(rates, ends) {
      for cell in [end.part, end.whole] where drawing.isDrawn(cell) { join(rate, to: cell) }
    }
    for (cell, drawn) in drawing.drawn { note(drawn.map(\.range), of: cell) }
    links = ends.enumerated().flatMap { links(of: $0, $1) }
  }
  /// The rates that something is drawn from, as links name them.
  var drawn: [PrintedRate] { printed.filter { $0.range != nil } }
  private mutating func ends(of rate: PrintedRate) -> Drawing.Ends {
    Drawing.Ends(
      part: find(rate.part) ?? place(rate.part), whole: find(rate.whole) ?? place(rate.whole),
      range: rate.range)
  }
  /// Makes counts that are missing in a sum of measures, where others of it are there and theirs are told elsewhere.
  private mutating func placeParts(_ rule: DisclosureRule) -> Bool {
    let measures = Set(rule.sums.flatMap { [$0.measure] + $0.parts })
    let some = cells.filter { measures.contains($0.key.measure) }.map(\.key)
    let series = Set(some.map(\.series))
    var missing: [CellKey] = []
    for sum in rule.sums {
      let all = [sum.measure] + sum.parts
      for key in some where all.contains(key.measure) {
        for other in all where other != key.measure {
          let key = key.with(other)
          if find(key) == nil, series.contains(key.series) { missing.append(key) }
        }
      }
    }
    for key in missing { _ = place(key) }
    return !missing.isEmpty
  }
  private func links(of rate: Int, _ ends: Drawing.Ends) -> [RateLink] {
    guard let range = ends.range else { return [] }
    func isFixed(_ cell: Int) -> Bool { cells[cell].isForced || cells[cell].isKnownBefore }
    func versions(_ cell: Int) -> [Int] { [cell] + (old[cell] ?? []) }
    var found: [RateLink] = []
    for part in versions(ends.part) {
      for whole in versions(ends.whole) where !isFixed(part) || !isFixed(whole) {
        func add(_ a: Int64?, _ b: Int64?) {
          found.append(RateLink(rate: rate, range: range, part: part, whole: whole, values: (a, b)))
        }
        for value in cells[whole].values {
          guard let parts = range.parts(of: value) else { continue }
          for count in cells[part].values where parts.contains(count) { add(count, value) }
          if let bounds = cells[part].range, parts.overlaps(bounds) { add(nil, value) }
        }
        guard let bounds = cells[whole].range else { continue }
        for count in cells[part].values {
          if let wholes = range.wholes(for: count), wholes.overlaps(bounds) { add(count, nil) }
        }
        if let own = cells[part].range, range.parts(of: bounds)?.overlaps(own) == true { add(nil, nil) }
      }
    }
    return found
  }
}
