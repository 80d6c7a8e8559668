import Diagnostics
import Tables
import Units

/// What a name that is no unit where it was looked for may stand for.
struct OtherUnits {
  /// What the units have in common with the name.
  enum Kind { case code, unknownCode, name, letters }
  let kind: Kind
  /// The units, as places in the register.
  let units: [Int]
  /// What the units of a code had become on the day asked for.
  var became: [UnitVersion] = []
  /// Whether it is a code or an id that is not valid on the day asked for.
  var isOutOfDay = false

  /// Why there is no unit, between the name and the list of the others.
  func why(on day: Day?) -> Phrase {
    let none = Phrase(vi: "không có đơn vị nào", en: "no unit")
    switch kind {
    case .unknownCode: return Phrase(vi: "danh mục không có mã này", en: "the register has no such code")
    case .code:
      let why =
        day.flatMap { isOutOfDay ? $0 : nil }.map {
          Phrase(vi: "không có hiệu lực tại ngày \($0.vietnamese)", en: "not valid on \($0.iso)")
        } ?? none
      return Phrase(vi: "\(why.vi); mã này có:", en: "\(why.en); this code has been:")
    case .name, .letters:
      guard !units.isEmpty else { return none }
      return kind == .name
        ? Phrase(vi: "\(none.vi); ở ngày khác hoặc nơi khác:", en: "\(none.en); on another day or elsewhere:")
        : Phrase(
          vi: "\(none.vi); cùng chữ cái, khác dấu:", en: "\(none.en); the same letters with other marks:")
    }
  }
  /// The key of the units for programs.
  var key: String { kind == .letters || kind == .unknownCode ? "same_letters" : "elsewhere" }
}
