import ArgumentParser
import Diagnostics
import Glibc
import StageKit

/// Writes a small project that works: a pipeline, a plan and data of an invented place.
struct InitCommand: Subcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "init",
      abstract: Speech.say(
        "Tạo một dự án mẫu chạy được ngay, với một địa phương giả định.",
        "Writes an example project that runs as it is, of an invented place."))
  }
  @Argument(
    help: .words(
      vi: "Thư mục của dự án; nếu không ghi thì là thư mục hiện tại.",
      en: "The project folder; the working directory when left out.",
      value: Phrase(vi: "thư_mục", en: "dir")))
  var folder = "."
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) async -> ExitStatus {
    let reporter = Reporter(context, common)
    do throws(StageError) {
      for file in ExampleProject.files { try write(file, reporter) }
    } catch {
      reporter.tell(error)
      return .environmentFailed
    }
    let pipeline = folder == "." ? ExampleProject.pipeline : "\(folder)/\(ExampleProject.pipeline)"
    reporter.say(
      Phrase(
        vi: "Tiếp theo: minhbach run \(pipeline)", en: "Next: minhbach run \(pipeline)"),
      json: ["next": .string("minhbach run \(pipeline)")])
    return .fine
  }

  /// Writes one file with its folders; one that is there already is left as it is.
  private func write(_ file: ExampleProject.File, _ reporter: Reporter) throws(StageError) {
    let path = folder == "." ? file.path : "\(folder)/\(file.path)"
    try makeFolder(path.folder)
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL, 0o644)
    if descriptor < 0, errno == EEXIST {
      reporter.say(
        Phrase(vi: "giữ nguyên \(path) (đã có)", en: "kept \(path) (it was there)"),
        json: ["kept": .string(path)])
      return
    }
    guard descriptor >= 0 else { throw .cannotWrite(path) }
    defer { close(descriptor) }
    let bytes = Array(file.text.utf8)
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw .cannotWrite(path) }
    reporter.say(
      Phrase(vi: "đã tạo \(path)", en: "wrote \(path)"), json: ["wrote": .string(path)])
  }
  private func makeFolder(_ path: String) throws(StageError) {
    guard path != ".", path != "/", access(path, F_OK) != 0 else { return }
    try makeFolder(path.folder)
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .cannotWrite(path) }
  }
}
