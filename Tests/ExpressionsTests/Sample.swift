/// An expression of the random tests, built from the inside so that its meaning needs no parser.
indirect enum Sample {
  /// What a sample gives.
  enum Kind: Hashable {
    case number(scale: Int)
    case text, bool, date
    static let int = Kind.number(scale: 0)
    var scale: Int { if case .number(let scale) = self { scale } else { 0 } }
  }
  case column(String, Kind)
  case constant(Value, Kind)
  case null(Kind)
  case sum(Sample, Sample, minus: Bool)
  case product(Sample, Sample)
  case negated(Sample)
  case compared(String, Sample, Sample)
  case not(Sample)
  case all([Sample])
  case any([Sample])
  case between(Sample, Sample, Sample, negated: Bool)
  case among(Sample, [Sample], negated: Bool)
  case like(Sample, String, negated: Bool)
  case isNull(Sample, negated: Bool)
  case choice([(condition: Sample, value: Sample)], Sample?)
  case coalesce([Sample])
  case extreme([Sample], greatest: Bool)
  case absolute(Sample)
  case remainder(Sample, Sample)
  case length(Sample)
  case lower(Sample)
  case trim(Sample)
  case countTrue([Sample])
  case year(Sample)
  case age(Sample)
  case ratio(Sample, Sample, Int)
  case rate(Sample, Sample)

  /// What it gives.
  var kind: Kind {
    switch self {
    case .null(.number): .int
    case .column(_, let kind), .constant(_, let kind), .null(let kind): kind
    case .sum(let a, let b, _), .remainder(let a, let b): .number(scale: max(a.kind.scale, b.kind.scale))
    case .product(let a, let b): .number(scale: a.kind.scale + b.kind.scale)
    case .negated(let a), .absolute(let a): a.kind
    case .compared, .not, .all, .any, .between, .among, .like, .isNull: .bool
    case .choice(let branches, let last): Self.kind(branches.map(\.value) + (last.map { [$0] } ?? []))
    case .coalesce(let parts), .extreme(let parts, _): Self.kind(parts)
    case .length, .countTrue, .year, .age: .int
    case .lower, .trim: .text
    case .ratio(_, _, let places): .number(scale: places)
    case .rate: .number(scale: 2)
    }
  }
  var isNull: Bool { if case .null = self { true } else { false } }
  private static func kind(_ parts: [Sample]) -> Kind {
    let known = parts.filter { !$0.isNull }
    guard case .number? = known.first?.kind else { return known.first?.kind ?? .int }
    return .number(scale: known.map(\.kind.scale).max() ?? 0)
  }
}

/// A cell of the random tests; a number in units of its kind's scale, a day as its number.
enum Value: Hashable {
  case missing
  case number(Int64)
  case text(String)
  case bool(Bool)
}
