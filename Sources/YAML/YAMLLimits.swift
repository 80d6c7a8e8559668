/// The limits of one YAML document; far above what people write by hand, far below what harms a machine.
public enum YAMLLimits {
  /// The most bytes of one file: 16 MiB.
  public static let bytes = 16 << 20
  /// The most collections one within the other, those that an alias brings included.
  public static let depth = 64
  /// The most values of one document, counting what an alias stands for at each place where it is used.
  public static let values = 1_000_000
}
