extension Figure {
  /// The set of boundaries, empty when they are those of the unit version itself.
  ///
  /// A figure carried over to a unit says since when the boundaries are so; when that is the first day of the unit, it is
  /// of the same territory as the unit's own later figures.
  public var ownBoundary: String { unit.hasSuffix("@" + boundary) ? "" : boundary }
}
