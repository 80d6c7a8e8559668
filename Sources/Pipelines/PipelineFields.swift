import Diagnostics
import StageKit
import Tables
import YAML

/// The keys of a pipeline file.
///
/// What stands under `with:` is the stage's; all the rest is the engine's.
struct PipelineFields: StageOptions {
  @Option(vi: "Tên của pipeline.", en: "Name of the pipeline.", limit: .notEmpty) var pipeline: String
  @Option(vi: "Tham số, đổi được bằng --set.", en: "Parameters, which --set can change.")
  var params: Mapping<ParameterFields>?
  @Option(vi: "Các biến môi trường được phép dùng.", en: "Environment variables that may be used.")
  var env: [String]?
  @Option(vi: "Cơ quan công bố và tên trang.", en: "Who publishes, and the title of the site.")
  var site: SiteFields?
  @Option(vi: "Lần công bố.", en: "The edition.") var edition: EditionFields?
  @Option(vi: "Tài liệu và ngày dùng chung cho mọi bước.", en: "Documents and dates that steps share.")
  var defaults: Mapping<Node>?
  @Option(
    vi: "Cách xếp các dòng bị loại trong office/rejected.",
    en: "How rejected rows are laid out for the office.")
  var quarantine: QuarantineFields?
  @Option(vi: "Các bước.", en: "Steps.") var steps: [StepFields]
}

/// How rejected rows are laid out under `office/rejected/`.
struct QuarantineFields: StageOptions {
  @Option(
    vi: "Cột mà mỗi giá trị của nó có một thư mục riêng, như mã xã.",
    en: "Column whose values have a folder each, such as the code of the commune.")
  var by: ColumnName?
}

/// One parameter: its value when nobody sets it, and what it is for.
struct ParameterFields: StageOptions {
  @Option(vi: "Giá trị khi không đặt.", en: "Value when it is not set.") var `default`: Node
  @Option(vi: "Dùng để làm gì.", en: "What it is for.") var help: PhraseOption?
}

/// One step as it is written.
struct StepFields: StageOptions {
  @Option(
    vi: "Tên bước; để trống thì là tên công đoạn.",
    en: "Name by which other steps know it; the word after `use:` when left out.")
  var id: String?
  @Option(vi: "Tên công đoạn.", en: "Name of the stage.") var use: String
  @Option(
    vi: "Đầu vào: một bước, danh sách bước, hoặc tên đầu vào: bước hay tệp.",
    en: "Inputs: a step, a list of steps, or names of inputs, each with a step or a file.")
  var from: Node?
  @Option(vi: "Tùy chọn của công đoạn.", en: "Options of the stage.") var with: Node?
  @Option(vi: "Điều bước này phải có.", en: "What must hold of the step.") var expect: ExpectFields?
}

/// What must hold of a step when it has run.
struct ExpectFields: StageOptions {
  @Option(
    vi:
      "Số dòng ít nhất; 0 thì không có dòng nào cũng được. Không ghi thì 1 ở bước đọc hay lọc từng dòng, 0 ở bước khác.",
    en:
      "The least number of rows; 0 lets there be none. When left out, 1 for steps that rows go through, 0 for others.",
    limit: .atLeast(0))
  var minRows: Int?
  @Option(
    vi: "Số dòng mà bước được loại nhiều nhất, như 100 hoặc 2%; quá mức thì không công bố gì.",
    en: "The most rows that the step may reject, such as 100 or 2%; beyond it nothing is published.")
  var maxRejected: Allowance?
}
