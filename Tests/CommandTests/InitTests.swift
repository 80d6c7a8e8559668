import Foundation
import Testing

@Suite struct InitTests {
  let project: TemporaryProject
  init() throws { project = try TemporaryProject() }

  @Test func `the example is accepted by check and by run`() throws {
    let made = try project.run("init du-an --lang en")
    #expect(made.status == 0 && made.err.isEmpty)
    #expect(made.out.contains("wrote du-an/.minhbach.yaml\n"))
    #expect(made.out.hasSuffix("Next: minhbach run du-an/vi-du/pipeline.yaml\n"))
    let checked = try project.run("check du-an/vi-du/pipeline.yaml --lang en")
    #expect(checked.status == 0, "\(checked.err)")
    #expect(checked.err.isEmpty)
    let run = try project.run("run du-an/vi-du/pipeline.yaml --output ra --lang en")
    #expect(run.status == 0, "\(run.err)")
    #expect(try project.read("ra/public/index.html").hasPrefix("<!doctype html>"))
  }
  @Test func `every page of the example says that its data are invented`() throws {
    #expect(try project.run("init .").status == 0)
    #expect(try project.run("run vi-du/pipeline.yaml --output ra").status == 0)
    let pages = try project.tree("ra/public").filter { $0.key.hasSuffix(".html") }
    #expect(pages.count > 3)
    for (path, bytes) in pages {
      let text = String(decoding: bytes, as: UTF8.self).lowercased()
      #expect(text.contains("giả lập") || text.contains("giả định"), "\(path) does not say it")
    }
  }
  @Test func `what is there is never written over`() throws {
    try project.write("của tôi\n", to: "vi-du/pipeline.yaml")
    let made = try project.run("init --lang vi")
    #expect(made.status == 0)
    #expect(made.out.contains("giữ nguyên vi-du/pipeline.yaml (đã có)\n"))
    #expect(try project.read("vi-du/pipeline.yaml") == "của tôi\n")
    let before = try project.tree(".")
    #expect(try project.run("init").status == 0)
    #expect(try project.tree(".") == before)
  }
  @Test func `a folder that cannot be made is told`() throws {
    try project.write("", to: "file")
    let made = try project.run("init file/du-an --lang en")
    #expect(made.status == 3)
    #expect(
      made.err == """
        error: cannot write 'file/du-an': Not a directory [run.failed]
        hint: choose a folder that can be written and has room

        1 error

        """)
  }
}
