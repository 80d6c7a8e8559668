import Diagnostics
import StageKit
import StageTestKit
import Stages
import Testing

/// The area of a household is that of its commune on the day of its review, by which its line is.
@Suite struct HouseholdAreaTests {
  /// A commune of the country that became a ward under the same code, and one that is there from that day on only.
  private static let units = """
    id,code,name,level,type,parent,valid_from,valid_to,area,source
    vn,vn,Cả nước,country,cả nước,,2016-01-01,,,bịa
    98@2016-01-01,98,Tỉnh Ví Dụ,province,tỉnh,vn,2016-01-01,,,bịa
    981@2016-01-01,981,Huyện Hoa Sen,district,huyện,98,2016-01-01,,,bịa
    90001@2016-01-01,90001,Xã Một,commune,xã,981,2016-01-01,2025-07-01,rural,bịa
    90001@2025-07-01,90001,Phường Một,commune,phường,981,2025-07-01,,urban,bịa
    90005@2025-07-01,90005,Xã Năm,commune,xã,981,2025-07-01,,rural,bịa

    """
  private func run(_ cells: [String: String]) async throws -> RowRun {
    var files = try RuleRows.household.files([cells])
    files["u/units.csv"] = Self.units
    files["u/successors.csv"] = "from,to,extent,source\n90001@2016-01-01,90001@2025-07-01,full,bịa\n"
    return try await RowRun(
      RuleRows.household.reading("a") + RuleRows.household.validating("out"), files,
      defaults: "reference_date: 2025-12-14")
  }

  @Test(
    arguments: [
      // The commune, the area that is written, the day of the review, and whether the area is wrong.
      ("90001", "rural", "2025-03-10", false), ("90001", "urban", "2025-03-10", true),
      ("90001", "rural", "2025-06-30", false), ("90001", "urban", "2025-07-01", false),
      ("90001", "urban", "2025-10-10", false), ("90001", "rural", "2025-10-10", true),
      // Without a day, or where there was no such code, it is that of the reference date.
      ("90001", "urban", "", false), ("90001", "rural", "", true),
      ("90005", "rural", "2025-03-10", false), ("90005", "urban", "2025-03-10", true),
    ]) func `the area is asked on the day of the review`(
      _ commune: String, _ area: String, _ day: String, _ isWrong: Bool
    ) async throws
  {
    let found = try await run(["commune": commune, "area": area, "review_date": day])
    #expect(found.failure == nil, "\(found.failure ?? "")")
    #expect(found.findings.contains("a.csv:2 validate.area area") == isWrong, "\(found.messages)")
    #expect(!found.findings.contains { $0.contains("validate.unit ") })
  }
  @Test func `which day the area is of is told`() async throws {
    let found = try await run(["area": "urban", "review_date": "2025-03-10"])
    #expect(
      found.messages.contains { $0.contains("Xã Một (90001@2016-01-01) is 'rural' on 2025-03-10") },
      "\(found.messages)")
    #expect(found.balance == [1, 0, 1, 0])
  }
}
