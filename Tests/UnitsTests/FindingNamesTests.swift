import Diagnostics
import Foundation
import Tables
import Testing

@testable import Units

/// Names as people write them, on a small register of invented units.
struct FindingNamesTests {
  private let registry: UnitRegistry

  init() throws {
    var tables = Tables4()
    func add(_ code: String, _ name: String, _ level: String, _ type: String, in parent: String) {
      let area = level == "commune" ? (type == "xã" ? "rural" : "urban") : ""
      tables.units.append(
        "\(code)@2010-01-01,\(code),\(name),\(level),\(type),\(parent),2010-01-01,,\(area),s")
    }
    add("47", "Thành phố Bình Hòa", "province", "thành phố", in: "vn")
    for (code, name, type, parent) in [
      ("474", "Huyện Bến Xa", "huyện", "46"), ("475", "Huyện Đắk R'Lấp", "huyện", "46"),
      ("476", "Thị xã Hòa Thủy", "thị xã", "47"), ("477", "Quận 1", "quận", "47"),
    ] { add(code, name, "district", type, in: parent) }
    for (code, name, type, parent) in [
      ("10001", "Xã Quảng Phú", "xã", "474"), ("10002", "Xã Quảng Phú", "xã", "475"),
      ("10003", "Thị trấn Quảng Phú", "thị trấn", "475"), ("10004", "Xã Ia Mơ Nông", "xã", "474"),
      ("10005", "Xã Ea H'leo", "xã", "475"), ("10006", "Phường 1", "phường", "476"),
      ("10007", "Phường 10", "phường", "476"), ("10008", "Phường 1", "phường", "477"),
      ("10009", "Phường Thủy Hòa", "phường", "476"), ("10010", "Xã Đông Đô", "xã", "474"),
      ("10011", "Xã Kỳ Hoa", "xã", "474"), ("10012", "Xã Qui Mĩ", "xã", "474"),
      ("10013", "Xã Tây Hoa", "xã", "474"),
    ] { add(code, name, "commune", type, in: parent) }
    tables.units.append("vung:b,vung:b,Miền Bắc,region,vùng,vn,2016-01-01,,,s")
    tables.regions.append("vung:b,46,2016-01-01,,s")
    registry = try tables.load()
  }
  @Test(arguments: ["-1", " -1", "\u{2212}1", "-01", "-1, 476"]) func `a number below zero is no name`(
    _ name: String
  ) {
    #expect(codes(name) == [])
    #expect(Set(codes("1")) == ["10006", "10008", "477"])
    #expect(codes("- Phường 10") == ["10007"] && codes("-Phường 10") == ["10007"])
  }
  private func codes(_ name: String, _ parents: [String] = []) -> [String] {
    registry.candidates(named: name, within: parents, on: Day(iso: "2024-01-22")).map(\.code)
  }

  @Test(
    arguments: [
      ("Thành phố Bình Hoà", ["47"]), ("TP Bình Hòa", ["47"]), ("TP. Bình Hòa", ["47"]),
      ("Tp.Bình Hòa", ["47"]), ("tp bình hoà", ["47"]), ("T.P Bình Hòa", ["47"]), ("TX Hoà Thuỷ", ["476"]),
      ("TX.HÒA THỦY", ["476"]), ("T.xã Hòa Thủy", ["476"]), ("H.Bến Xa", ["474"]), ("H. Bến Xa", ["474"]),
      ("h bến xa", ["474"]), ("Q.1", ["477"]), ("Q1", ["477"]), ("Quận 01", ["477"]), ("T. A", ["46"]),
      ("Tỉnh A", ["46"]), ("TT Quảng Phú", ["10003"]), ("TT.Quảng Phú", ["10003"]),
      ("X. Quảng Phú", ["10001", "10002"]), ("Quảng Phú", ["10001", "10002", "10003"]),
      ("P.01", ["10006", "10008"]), ("Phường 1", ["10006", "10008"]), ("P1", ["10006", "10008"]),
      ("P.10", ["10007"]), ("P 010", ["10007"]), ("Phường 11", []), ("Phường", []), ("P.", []),
      ("P.Thuỷ Hoà", ["10009"]), ("Phường\u{A0}Thủy\u{202F}Hòa", ["10009"]), ("Xã   Đông  Đô", ["10010"]),
      ("Xã Ðông Ðô", ["10010"]), ("Xã ðông đô", ["10010"]), ("Xã Dông Đô", []), ("Huyện Đắk R’Lấp", ["475"]),
      ("H. Đắk RLấp", ["475"]), ("Ia Mơ-Nông", ["10004"]), ("Ea H`Leo", ["10005"]),
      ("Xã EA H'LEO", ["10005"]),
      ("Huyện Quảng Phú", []), ("Vùng Miền Bắc", ["vung:b"]), ("Miền Bắc", ["vung:b"]),
      ("Việt Nam", ["vn"]), ("toàn quốc", ["vn"]), ("CẢ NƯỚC", ["vn"]),
    ] as [(String, [String])]) func `a name is found however it is written, in NFC and NFD`(
      _ row: (String, [String])
    )
  {
    #expect(codes(row.0) == row.1)
    #expect(codes(row.0.decomposedStringWithCanonicalMapping) == row.1)
    #expect(codes(row.0.uppercased()) == row.1)
  }
  @Test(
    arguments: [
      ("xã Quảng Phú, huyện Bến Xa, tỉnh A", [], ["10001"]), ("xã Quảng Phú, H. Bến Xa", [], ["10001"]),
      ("xã Quảng Phú,Bến Xa,", [], ["10001"]), ("xã Quảng Phú (H. Bến Xa)", [], ["10001"]),
      ("xã Quảng Phú; Đắk R'Lấp; Việt Nam", [], ["10002"]), ("xã Quảng Phú", ["H. Bến Xa, T. A"], ["10001"]),
      ("xã Quảng Phú, tỉnh A", ["Bến Xa"], ["10001"]), ("xã Quảng Phú, tỉnh A", [], ["10001", "10002"]),
      ("xã Quảng Phú, Bình Hòa", [], []), ("xã Quảng Phú, huyện Không Có", [], []),
      (", huyện Bến Xa", [], []),
      ("xã Quảng Phú, Miền Bắc, Bến Xa", [], ["10001"]), ("P.1, Q.1", [], ["10008"]),
      ("P1, TX Hòa Thủy, TP Bình Hòa", [], ["10006"]), ("Tỉnh A, Miền Bắc, Việt Nam", [], ["46"]),
      ("xã Quảng Phú, xã Quảng Phú", [], []), ("TP Bình Hòa, Miền Bắc", [], []), (",", [], []),
      ("xã Quảng Phú, tỉnh A, tỉnh A", ["A"], ["10001", "10002"]),
    ] as [(String, [String], [String])]) func `units above may follow after commas or be named apart`(
      _ row: (String, [String], [String])
    )
  {
    #expect(codes(row.0, row.1) == row.2)
  }
  @Test func `a level narrows what is found`() {
    var search = UnitSearch(registry)
    #expect(search.units(named: "Quảng Phú", at: .district).isEmpty)
    #expect(search.units(named: "Quảng Phú", at: .commune).count == 3)
    #expect(search.units(named: "1").map(\.code) == ["477", "10006", "10008"])
    #expect(search.units(named: "1", at: .district).map(\.code) == ["477"])
  }
  @Test func `one search for many names gives what one for each gives`() {
    var search = UnitSearch(registry)
    for (name, parents) in [
      ("xã Quảng Phú", ["Bến Xa"]), ("P1", []), ("P1", ["Q1"]), ("xã Quảng Phú, Bến Xa", ["A"]), ("", []),
      ("xã Quảng Phú", []), ("xã Quảng Phú", ["Bến Xa"]),
    ] {
      #expect(search.units(named: name, within: parents) == registry.candidates(named: name, within: parents))
    }
  }
  @Test func `a great many parents are no trap`() {
    #expect(codes("xã Quảng Phú", [String](repeating: "A", count: 100)).isEmpty)
    #expect(codes("xã Quảng Phú" + String(repeating: ", A", count: 62)).count == 2)
  }
  @Test(
    arguments: [
      ("Quang Phu", ["10001", "10002", "10003"]), ("xa Quang Phu", ["10001", "10002"]),
      ("Quãng Phú", ["10001", "10002", "10003"]), ("Ia Monong", ["10004"]), ("", []), ("Bến Tre", []),
      ("thi xa hoa thuy, bình hòa", ["476"]), ("Kì Hoa", ["10011"]), ("xã Quy Mỹ", ["10012"]),
      // After a vowel y is a sound of its own.
      ("Tai Hoa", []), ("tay hoa", ["10013"]),
    ] as [(String, [String])]) func `names with the same letters are shown, never chosen`(
      _ row: (String, [String])
    )
  {
    #expect(SameLetters(registry).units(like: row.0).map(\.code) == row.1)
    if row.0 != "" { #expect(codes(row.0).isEmpty) }
  }
  @Test func `what cannot be decided is told with parents and days`() throws {
    let day = Day(iso: "2024-01-22")
    func hint(_ name: String, _ parents: [String] = []) -> (String, String) {
      do throws(Diagnostics) {
        _ = try registry.resolve(name: name, within: parents, on: day, at: nil)
        return ("none", "")
      } catch { return (error.all.first?.code.rawValue ?? "", error.all.first?.hint?.vi ?? "") }
    }
    let two = hint("xã Quảng Phú")
    #expect(two.0 == "units.ambiguous-name")
    #expect(
      two.1.contains("Xã Quảng Phú, Huyện Bến Xa, Tỉnh A (10001@2010-01-01), từ 01/01/2010; Xã Quảng Phú, "))
    let other = hint("xã Quảng Phú, Bình Hòa")
    #expect(other.0 == "units.unknown-name" && other.1.contains("Huyện Bến Xa"))
    let marks = hint("Bến Xá")
    #expect(marks.0 == "units.unknown-name" && marks.1.contains("khác dấu, không tự chọn: Huyện Bến Xa"))
    #expect(hint("Không Đâu").1 == "xem lại tên, hoặc dùng mã của đơn vị")
    #expect(hint("xã Đông Đô").0 == "units.needs-parent" && hint("xã Đông Đô,").0 == "units.needs-parent")
    #expect(hint("xã Đông Đô, tỉnh A").0 == "none" && hint("xã Đông Đô", ["A"]).0 == "none")
  }
}

/// Names on the register that the program brings.
struct FindingRealNamesTests {
  @Test(
    arguments: [
      ("Thành phố Huế", "2024-01-22", ["474@2004-08-31"]), ("Thành phố Huế", "2025-03-01", ["46@2025-01-01"]),
      ("TP. Hồ Chí Minh", "2024-01-22", ["79@2004-08-31"]), ("TPHCM", "2024-01-22", ["79@2004-08-31"]),
      ("TP.HCM", "2024-01-22", ["79@2004-08-31"]), ("tỉnh TT-Huế", "2024-01-22", ["46@2004-08-31"]),
      ("BR-VT", "2024-01-22", ["77@2004-08-31"]), ("Huyện Ia H’Drai", "2024-01-22", ["618@2015-03-12"]),
      ("Huyện Ea Hleo", "2024-01-22", ["645@2004-08-31"]), ("H. M’Ðrắk", "2024-01-22", ["652@2004-08-31"]),
      ("xã Quảng Phú, huyện Quảng Điền, tỉnh Thừa Thiên Huế", "2024-01-22", ["19897@2004-08-31"]),
      ("xã Quảng Phú, H.Quảng Điền, TP Huế", "2025-03-01", ["19897@2004-08-31"]),
      ("xã Quảng Phú, huyện Quảng Điền", "2025-07-01", []),
    ] as [(String, String, [String])]) func `a name means what it meant on the day`(
      _ row: (String, String, [String])
    ) throws
  {
    #expect(committed.candidates(named: row.0, on: try day(row.1)).map(\.id) == row.2)
  }
  @Test func `without a day the parents of any day of the unit are good`() {
    for parent in ["tỉnh Thừa Thiên Huế", "thành phố Huế"] {
      let found = committed.candidates(named: "xã Quảng Phú, huyện Quảng Điền, \(parent)")
      #expect(found.map(\.code) == ["19897"])
    }
    #expect(
      committed.candidates(named: "xã Quảng Phú, thành phố Huế, tỉnh Thừa Thiên Huế").isEmpty,
      "the two were never above it on one day")
  }
  @Test func `a commune name alone is refused`() throws {
    let found = code { () throws(Diagnostics) in
      _ = try committed.resolve(name: "Xã Quảng Phú", on: Day(iso: "2024-01-22"), at: nil)
    }
    #expect(["units.needs-parent", "units.ambiguous-name"].contains(found))
  }
  @Test(arguments: ["46", "474"]) func `a code that was used again is refused without a day`(_ code: String) {
    let found = UnitsTests.code { () throws(Diagnostics) in
      _ = try committed.resolve(code: code, on: nil, at: nil)
    }
    #expect(found == "units.needs-date")
  }
  @Test func `every unit is found by its name and those above it, in its own words and in others`() throws {
    var search = UnitSearch(committed)
    for day in try ["2018-05-05", "2024-01-22", "2025-03-01", "2025-08-01"].map(day) {
      for unit in committed.units where unit.isValid(on: day) && unit.level != .region {
        let above = committed.above(unit, on: day).map(\.name)
        let whole = ([unit.name] + above).joined(separator: ", ")
        let found = search.units(named: whole, on: day)
        // The lists have two communes Đông Khê in the city of Thanh Hóa in the first half of 2025: no text parts them.
        let isTwin = ["16387@2025-01-01", "16408@2025-01-01"].contains(unit.id)
        #expect(found.count == (isTwin ? 2 : 1) && found.contains(unit), "\(whole) on \(day.iso)")
        let short = whole.replacing("Thành phố ", with: "TP.").replacing("Huyện ", with: "H.").uppercased()
        #expect(search.units(named: short, on: day) == found, "\(short)")
      }
    }
  }
}
