import Diagnostics
import Figures
import StageKit
import Tables
import Testing

@testable import Disclosure

/// Numbers by which a person could be known, in texts for everybody.
@Suite struct PersonalNumberTests {
  @Test(arguments: [
    "012345678901", "CCCD 001203004567.", "số 012345678", "CMND012345678", "012 345 678 901",
    "012.345.678.901",
    "012-345-678", "０１２３４５６７８９０１", "٠١٢٣٤٥٦٧٨٩٠١", "012\u{200B}345678901", "https://x.vn/012345678901",
    "(123456789)",
    "12/012345678901/2",
  ]) func `an identity number is found`(text: String) { #expect(PersonalNumber.first(in: text) == .identity) }
  @Test(arguments: [
    "0912345678", "gọi 0912 345 678", "0912.345.678", "091-234-5678", "+84912345678", "+84 912 345 678",
    "84912345678",
    "02903812345", "0290 3812 345", "tel:0912345678",
  ]) func `a telephone number is found`(text: String) {
    #expect(PersonalNumber.first(in: text) == .telephone)
  }
  @Test(arguments: [
    "", "96@2004-08-31/2024-12-31/poor/all/vn-2022/simulated", "QĐ 217/QĐ-BLĐTBXH ngày 04/02/2025",
    "1.258.997 hộ",
    "94.277.123.456 đồng", "1 258 997 123", "20240106112654", "https://x.vn/con-1316-20240106112654.htm",
    "https://nld.com.vn/thanh-pho-hue-196251128155531057.htm", "01.02.2024 và 03.04.2025",
    "2020-2024, 2021-2025",
    "12345678", "Luật Tiếp cận thông tin 104/2016/QH13", "38,04 % và 11,11 % cộng lại là 49,15 %",
    "00001 00002 00003",
    "01@2008-08-01/2024-12-31", "sha 9f86d081884c7d65",
  ]) func `other numbers are none`(text: String) { #expect(PersonalNumber.first(in: text) == nil) }

  /// Ways in which a number gets into a figure.
  static let ways: [(String, @Sendable (inout Figure) -> Void)] = [
    ("id", { $0.id = "012345678901" }), ("unit", { $0.unit = "012345678901" }),
    ("group", { $0.group = "012345678901" }),
    ("measure", { $0.measure = "poor 012345678901" }), ("standard", { $0.standard = "012345678901" }),
    ("boundary", { $0.boundary = "0912345678" }), ("source", { $0.source.title = "Sổ 0912345678" }),
    ("decision", { $0.source.decision = "QĐ 012345678901" }),
    ("place", { $0.source.place = "dòng 012345678901" }),
    ("note", { $0.note = "Ông Đèo Văn Mẫu, 0912 345 678" }), ("edition", { $0.edition = "012345678901" }),
  ]
  private let open = [
    PublicGround(measures: ["poor*", "poor", "poor 012345678901"], groups: ["*"], reason: .init(same: "r"))
  ]

  @Test(arguments: ways.indices)
  func `a number in any text of a figure stops the release, and is not repeated`(
    index: Int
  ) throws {
    let (field, write) = Self.ways[index]
    var told = figure()
    write(&told)
    let (table, open) = (FigureTable([told]), open)
    let error = try #require(
      refusal { () throws(StageError) in
        _ = try Release([table], [], grounds: open, edition: "e", previous: nil)
      })
    #expect(error.message.en.hasPrefix("f.csv:2: '\(field)' of a figure has a number like "))
    #expect(error.cause == .data)
    for text in [error.message.en, error.message.vi] { #expect(!text.contains("345")) }
  }
  @Test func `a number in what is taken out of a withheld figure stops nothing`() throws {
    let hidden = figure("deprived_water", .amount(3), note: "012345678901", place: "0912345678")
    #expect(try release([[hidden]]).withheld.count == 1)
    let titled = [FigureTable([figure("deprived_water", .amount(3), id: "012345678901")])]
    #expect(
      refusal { () throws(StageError) in _ = try Release(titled, [], grounds: [], edition: "e", previous: nil)
      } != nil)
  }
  @Test(arguments: [
    Notice("a.b", Phrase(vi: "số 012345678901", en: "a number"), figures: ["a"]),
    Notice("a.b", Phrase(vi: "một số", en: "call 0912345678"), figures: ["a"]),
    Notice("a.b", Phrase(vi: "một số", en: "a number"), subject: "target:012345678901", figures: ["a"]),
    Notice("a.b", Phrase(vi: "một số", en: "a number"), unit: "012345678901", figures: ["a"]),
  ]) func `a number in a notice stops the release`(notice: Notice) throws {
    let error = try #require(
      refusal { () throws(StageError) in _ = try release([[figure(id: "a")]], [notice]) })
    #expect(error.message.en.hasPrefix("a notice 'a.b' has a number like "))
    #expect(try release([[figure("deprived_water", id: "a")]], [notice]).heldBack == 1)
  }
}
