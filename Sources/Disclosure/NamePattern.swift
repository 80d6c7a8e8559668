extension String {
  /// Whether a name is this one; this stands for all names that begin so when it ends in `*`.
  func covers(_ name: String) -> Bool {
    hasSuffix("*") ? name.hasPrefix(dropLast()) : self == name
  }
}
