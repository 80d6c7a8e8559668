public import Diagnostics

/// A level of the administrative hierarchy, widest first.
public enum UnitLevel: String, Sendable, CaseIterable, Comparable {
  /// The whole country.
  case country
  /// A socio-economic region: a group of provinces for statistics, not a level of government.
  case region
  /// A province or a city under the central government.
  case province
  /// A district, until 30 June 2025.
  case district
  /// A commune, ward, township or special zone.
  case commune

  /// The word for it in a message.
  public var phrase: Phrase {
    switch self {
    case .country: Phrase(vi: "cả nước", en: "country")
    case .region: Phrase(vi: "vùng", en: "region")
    case .province: Phrase(vi: "cấp tỉnh", en: "province")
    case .district: Phrase(vi: "cấp huyện", en: "district")
    case .commune: Phrase(vi: "cấp xã", en: "commune")
    }
  }
  /// Orders levels from the country down to the commune.
  public static func < (a: Self, b: Self) -> Bool { a.depth < b.depth }

  private var depth: Int {
    switch self {
    case .country: 0
    case .region: 1
    case .province: 2
    case .district: 3
    case .commune: 4
    }
  }
}
