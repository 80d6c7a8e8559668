import Tables

/// What kinds of cells a group has had.
struct SeenCells: OptionSet, Sendable {
  let rawValue: UInt16
  /// One with a value.
  static let value = SeenCells(rawValue: 1)
  /// One in whose making a number did not fit.
  static let overflow = SeenCells(rawValue: 1 << 1)
  /// One that is true.
  static let yes = SeenCells(rawValue: 1 << 2)
  /// One that is false.
  static let no = SeenCells(rawValue: 1 << 3)
  /// Two that are not equal.
  static let differs = SeenCells(rawValue: 1 << 4)

  init(rawValue: UInt16) { self.rawValue = rawValue }
  /// One that is missing for a reason.
  init(_ reason: MissingReason) { rawValue = 1 << (8 + UInt16(reason.rawValue)) }

  /// Why what is made of them is missing; `nil` when it is not.
  ///
  /// A cell that does not apply is left out, unless there is no other. Of several reasons it is the gravest.
  var missing: MissingReason? {
    if contains(.overflow) || contains(.differs) { return .invalid }
    for reason in [MissingReason.invalid, .withheld, .notReported, .blank] where contains(SeenCells(reason)) {
      return reason
    }
    return contains(.value) ? nil : .notApplicable
  }
}
