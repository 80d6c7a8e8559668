/// An invented register of two provinces with five districts and ten communes, and invented households in it.
enum Land {
  /// The district and the province of each commune, which are not the first digits of its code.
  static let communes: [(code: String, district: String, province: String)] = (0..<10).map { number in
    ("9\((number * 37 + 1000))", "98\(number % 5)", number % 5 < 3 ? "97" : "98")
  }
  static var register: [String: String] {
    var lines = ["id,code,name,level,type,parent,valid_from,valid_to,area,source"]
    lines.append("vn,vn,Cả nước,country,cả nước,,2016-01-01,,,bịa")
    for code in ["97", "98"] {
      lines.append("\(code)@2016-01-01,\(code),Tỉnh \(code),province,tỉnh,vn,2016-01-01,,,bịa")
    }
    for (code, province) in Set(communes.map(\.district)).sorted().map({ code in
      (code, communes.first { $0.district == code }?.province ?? "")
    }) {
      lines.append("\(code)@2016-01-01,\(code),Huyện \(code),district,huyện,\(province),2016-01-01,,,bịa")
    }
    for one in communes {
      lines.append(
        "\(one.code)@2016-01-01,\(one.code),Xã \(one.code),commune,xã,\(one.district),2016-01-01,,rural,bịa")
    }
    return ["u/units.csv": lines.joined(separator: "\n") + "\n"]
  }
  static let indicators = [
    "employment", "dependants", "nutrition", "insurance", "adult_education", "child_schooling",
    "housing_quality",
    "housing_space", "water", "toilet", "telecom", "devices",
  ]
  static let head =
    "xa,lop,kv,dt,nk,tien," + indicators.map { "dep_\($0)" }.joined(separator: ",") + ",deprivation_count"
  static let columns =
    "xa: { role: code }, lop: {}, kv: {}, dt: {}, nk: { type: int, role: count }, tien: { type: decimal, scale: 1, role: amount }, "
    + indicators.map { "dep_\($0): { type: bool, role: flag }" }.joined(separator: ", ")
    + ", deprivation_count: { type: int, role: count }"
  /// Households of which nothing is missing, unless gaps are asked for.
  static func households(_ seed: Int, _ count: Int, gaps: Bool = false) -> [[String]] {
    var dice = Dice(seed)
    return (0..<count).map { _ in
      func gap(_ cell: String, _ dice: inout Dice) -> String { gaps && dice.below(60) == 0 ? "" : cell }
      let class_ = gap(dice.one(["poor", "poor", "near_poor", "average", "none"]), &dice)
      let lacking = indicators.map { _ in gap(dice.below(3) == 0 ? "1" : "0", &dice) }
      let count = lacking.contains("") ? "" : "\(lacking.count { $0 == "1" })"
      return [
        dice.one(communes).code, class_, gap(dice.one(["urban", "rural"]), &dice),
        gap(dice.one(["Kinh", "Tày", "Mông"]), &dice), gap("\(1 + dice.below(8))", &dice),
        gap("\(dice.below(900)).\(dice.below(10))", &dice),
      ] + lacking + [count]
    }
  }
}
