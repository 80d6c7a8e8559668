/// A type of unit; its raw value is the Vietnamese word before the name, in lower case.
public enum UnitType: String, Sendable, CaseIterable {
  /// The country.
  case country = "cả nước"
  /// A socio-economic region.
  case region = "vùng"
  /// A province.
  case province = "tỉnh"
  /// A city, of province or of district level.
  case city = "thành phố"
  /// An urban district.
  case urbanDistrict = "quận"
  /// A rural district.
  case ruralDistrict = "huyện"
  /// A town of district level.
  case town = "thị xã"
  /// A rural commune.
  case commune = "xã"
  /// A ward.
  case ward = "phường"
  /// A township of commune level, until 30 June 2025.
  case township = "thị trấn"
  /// A special zone (islands), since 1 July 2025.
  case specialZone = "đặc khu"

  /// The levels at which a unit of this type can stand.
  public var levels: [UnitLevel] {
    switch self {
    case .country: [.country]
    case .region: [.region]
    case .province: [.province]
    case .city: [.province, .district]
    case .urbanDistrict, .ruralDistrict, .town: [.district]
    case .commune, .ward, .township, .specialZone: [.commune]
    }
  }
  /// The short forms people write before a name, without stops.
  var abbreviations: [String] {
    switch self {
    case .country, .region: []
    case .province: ["t"]
    case .city: ["tp", "t p", "t phố", "th phố"]
    case .urbanDistrict: ["q"]
    case .ruralDistrict: ["h"]
    case .town: ["tx", "t x", "t xã", "th xã"]
    case .commune: ["x"]
    case .ward: ["p"]
    case .township: ["tt", "t t", "t trấn", "th trấn"]
    case .specialZone: ["đk", "đ k"]
    }
  }
}
