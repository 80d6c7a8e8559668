/// The project that `init` writes.
enum ExampleProject {
  /// One file of it.
  struct File: Sendable {
    /// The path inside the project folder.
    let path: String
    /// What stands in it.
    let text: String
  }

  /// The path of the pipeline file.
  static let pipeline = "vi-du/pipeline.yaml"

  /// The files, in the order of writing.
  static let files: [File] =
    [
      File(
        path: ".minhbach.yaml",
        text: """
          # Thư mục dự án của MinhBach: đường dẫn trong các tệp pipeline không ra ngoài thư mục chứa tệp này.

          """),
      File(path: pipeline, text: pipelineText),
      File(path: "vi-du/cac-cot.yaml", text: schemaText),
      File(path: "vi-du/ke-hoach.yaml", text: planText),
      File(path: "vi-du/so-lieu.csv", text: figuresText),
    ] + unitFiles
}
