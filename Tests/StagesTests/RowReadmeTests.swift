import Diagnostics
import Foundation
import Pipelines
import StageKit
import StageTestKit
import Stages
import Testing

/// The example in the README of `Prepare` is a pipeline that runs, with the outcome it shows.
@Suite struct RowReadmeTests {
  private let text: String
  private let blocks: [String: String]
  init() throws {
    let file = StageContractTests.root.appending(path: "plugins/Prepare/README.md")
    text = try String(contentsOf: file, encoding: .utf8)
    var blocks: [String: String] = [:]
    for match in text.matches(of: /(?m)^```\w+ (\S+)\n((?s).*?)^```$/) {
      blocks[String(match.1)] = String(match.2)
    }
    self.blocks = blocks
  }
  private func checked(replacing old: String = "", with new: String = "") throws(Diagnostics) -> (
    CheckedPipeline, ProjectFiles
  ) {
    let files = ProjectFiles.memory(blocks.mapValues { old.isEmpty ? $0 : $0.replacing(old, with: new) })
    return (try checkPipeline("chuan-bi.yaml", stages: allStages, files: files), files)
  }

  @Test(arguments: [1, 2, 7]) func `the file that is written is the one shown`(_ workers: Int) async throws {
    let (pipeline, files) = try checked()
    let output = MemoryOutput()
    let report = await Runner(pipeline, files: files, width: workers).run(into: output.output)
    #expect(report.failure == nil)
    #expect(output["office/ket-qua.csv"] == blocks["ket-qua.csv"])
    let findings = ["gop", "co-nguoi", "co-huyen", "tinh", "loc"].flatMap {
      report.findings.steps[$0]?.kept ?? []
    }
    #expect(
      findings.map { "\($0.file):\($0.line) \($0.code)" } == [
        "ho.csv:4 join.unmatched", "ho.csv:5 join.unmatched",
      ])
    for finding in findings {
      #expect(text.contains("(`\(finding.code)`, `\(finding.file)` dòng \(finding.line))"))
    }
    #expect(output["office/rejected/ho.csv"]?.hasSuffix("H003,90002,30.00\n") == true)
  }
  @Test func `the mistake that is shown is told so`() throws {
    do throws(Diagnostics) {
      _ = try checked(replacing: "area_m2 <", with: "area_m <")
      Issue.record("an unknown column was accepted")
    } catch {
      let problem = try #require(error.all.first)
      let start = try #require(problem.range?.start)
      #expect(
        text.contains(
          "chuan-bi.yaml:\(start.line):\(start.column): lỗi: \(problem.message.vi) [\(problem.code.rawValue)]"
        ),
        "\(start)")
      #expect(text.contains("gợi ý: \(problem.hint?.vi ?? "")") && text.contains("*\(problem.message.en)*"))
    }
  }
}
