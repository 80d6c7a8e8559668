import Tables

/// For whom a sample is written.
enum Writing { case expressions, sqlite }

extension Sample {
  /// How tightly it binds, as it is written: 0 for `OR` to 7 for what stands alone.
  private var level: Int {
    switch self {
    case .any: 0
    case .all: 1
    case .not: 2
    case .compared, .between, .among, .like, .isNull: 3
    case .sum: 4
    case .product: 5
    case .negated: 6
    case .constant(.number(let number), _) where number < 0: 6
    default: 7
    }
  }
  /// It with no more brackets than its meaning needs.
  func text(_ writing: Writing) -> String {
    func part(_ sample: Sample, _ least: Int) -> String {
      sample.level < least ? "(\(sample.text(writing)))" : sample.text(writing)
    }
    func list(_ parts: [Sample]) -> String { parts.map { part($0, 0) }.joined(separator: ", ") }
    func not(_ isNegated: Bool) -> String { isNegated ? "NOT " : "" }
    switch self {
    case .column(let name, _): return name
    case .constant(let value, let kind): return Self.constant(value, kind)
    case .null: return "NULL"
    case .sum(let a, let b, let minus): return "\(part(a, 4)) \(minus ? "-" : "+") \(part(b, 5))"
    case .product(let a, let b): return "\(part(a, 5)) * \(part(b, 6))"
    case .negated(let a): return "-\(part(a, 7))"
    case .compared(let sign, let a, let b): return "\(part(a, 4)) \(sign) \(part(b, 4))"
    case .not(let a): return "NOT \(part(a, 2))"
    case .all(let parts): return parts.map { part($0, 2) }.joined(separator: " AND ")
    case .any(let parts): return parts.map { part($0, 1) }.joined(separator: " OR ")
    case .between(let a, let low, let high, let negated):
      return "\(part(a, 4)) \(not(negated))BETWEEN \(part(low, 4)) AND \(part(high, 4))"
    case .among(let a, let items, let negated): return "\(part(a, 4)) \(not(negated))IN (\(list(items)))"
    case .like(let a, let pattern, let negated):
      return "\(part(a, 4)) \(not(negated))LIKE \(Self.constant(.text(pattern), .text))"
    case .isNull(let a, let negated): return "\(part(a, 4)) IS \(not(negated))NULL"
    case .choice(let branches, let last):
      let whens = branches.map { "WHEN \($0.condition.text(writing)) THEN \($0.value.text(writing)) " }
        .joined()
      return "CASE \(whens)\(last.map { "ELSE \($0.text(writing)) " } ?? "")END"
    case .coalesce(let parts): return "coalesce(\(list(parts)))"
    case .extreme(let parts, let greatest): return "\(greatest ? "max" : "min")(\(list(parts)))"
    case .absolute(let a): return "abs(\(list([a])))"
    case .remainder(let a, let b) where writing == .sqlite:
      return "((\(a.text(writing))) % (\(b.text(writing))))"
    case .remainder(let a, let b): return "mod(\(list([a, b])))"
    case .length(let a): return "length(\(list([a])))"
    case .lower(let a): return "lower(\(list([a])))"
    case .trim(let a): return "trim(\(list([a])))"
    case .countTrue(let parts) where writing == .sqlite:
      return "(0 + \(parts.map { "(\($0.text(writing)))" }.joined(separator: " + ")))"
    case .countTrue(let parts): return "count_true(\(list(parts)))"
    case .year(let a): return "year(\(list([a])))"
    case .age(let a): return "age(\(list([a])))"
    case .ratio(let a, let b, let places): return "ratio(\(list([a, b])), \(places))"
    case .rate(let a, let b): return "rate(\(list([a, b])))"
    }
  }
  private static func constant(_ value: Value, _ kind: Kind) -> String {
    switch value {
    case .missing: "NULL"
    case .number(let number) where kind == .date: "date '\(Day(number: Int32(number)).iso)'"
    case .number(let number): FixedPoint(units: Int128(number), scale: kind.scale).plain
    case .text(let text):
      "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
    case .bool(let bool): bool ? "TRUE" : "FALSE"
    }
  }
}
