import Spelling
public import Tables

/// An administrative unit during one stretch of validity: one code, name, type and parent.
public struct UnitVersion: Sendable, Hashable {
  /// The project's own id, `CODE@VALIDFROM` such as `96@2004-08-31`; for the country `vn`, for a region `vung:…`.
  public let id: String
  /// The official code as text: two digits for a province, three for a district, five for a commune.
  public let code: String
  /// The full name with its type, in NFC, such as `Tỉnh Cà Mau`.
  public let name: String
  /// The level it stands at.
  public let level: UnitLevel
  /// The type named before its name.
  public let type: UnitType
  /// The code of the unit above it, empty for the country; which version of that code depends on the day.
  public let parent: String
  /// The first day of validity.
  public let validFrom: Day
  /// The first day on which it is no longer valid; `nil` while it is.
  public let validTo: Day?
  /// Urban or rural, where the type says so; `nil` for special zones and everything above communes.
  public let area: AreaType?
  /// The list or resolution that the row was taken from.
  public let source: String

  /// Whether it is valid on a day.
  public func isValid(on day: Day) -> Bool {
    guard day >= validFrom else { return false }
    guard let validTo else { return true }
    return day < validTo
  }
  /// The name without its type, such as `Cà Mau`.
  public var bareName: String { Self.bareName(name, type) }
  static func bareName(_ name: String, _ type: UnitType) -> String {
    let prefix = type.rawValue.utf8.count + 1
    guard name.utf8.count > prefix, name.lowercased().utf8.starts(with: (type.rawValue + " ").utf8) else {
      return name
    }
    return String(decoding: name.utf8.dropFirst(prefix), as: UTF8.self)
  }
  /// The name for an address of a page: `tinh-ca-mau`.
  public var slug: String { VietnameseName.slug(name) }
}
