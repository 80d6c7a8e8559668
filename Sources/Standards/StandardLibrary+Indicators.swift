public import Diagnostics

extension StandardLibrary {
  /// What an indicator is called and where it stands among those of its standard: of the one named, else of the newest that knows it.
  ///
  /// - Returns: `nil` when no standard has it.
  public func indicator(
    _ id: some StringProtocol, under standard: String?
  ) -> (rank: Int, name: Phrase)? {
    let own = standard.flatMap { self[$0] }.map { [$0] } ?? []
    for standard in own + standards.reversed() {
      let indicators = standard.rules?.indicators ?? []
      if let rank = indicators.firstIndex(where: { $0.id == id }) { return (rank, indicators[rank].name) }
    }
    return nil
  }
}
