import StageKit

/// The columns of the two forms.
struct FormFields: StageOptions {
  @Option(vi: "Các cột của phiếu hộ.", en: "The columns of the household form.", default: Mapping())
  var household: Mapping<FormColumnFields>
  @Option(vi: "Các cột của phiếu thành viên.", en: "The columns of the member form.", default: Mapping())
  var member: Mapping<FormColumnFields>

  /// All columns, of both.
  var columns: [Mapping<FormColumnFields>.Entry] { household.entries + member.entries }
}
/// A column of a form.
struct FormColumnFields: StageOptions {
  @Option(vi: "Kiểu.", en: "The type.") var type: FormColumn.Kind
  @Option(vi: "Ý nghĩa.", en: "What it says.") var meaning: PhraseOption
  @Option(
    vi: "Các từ của cột chữ, mỗi từ kèm ý nghĩa; từ khác coi như chưa biết và được báo.",
    en: "The words of a text column, each with its meaning; any other counts as not known and is told.")
  var words: Mapping<PhraseOption>?
  @Option(
    vi: "Số nhỏ nhất có thể có; số nhỏ hơn coi như chưa biết và được báo.",
    en: "The least that a number can be; one below it counts as not known and is told.",
    limit: .within(0...1000))
  var least: Int?
  @Option(
    vi:
      "Ngày cách ngày rà soát nhiều nhất bao nhiêu năm; ngày khác, và ngày sau ngày rà soát, coi như chưa biết.",
    en: "How many years before the review a day can be; others, and later days, count as not known.",
    limit: .within(1...150))
  var years: Int?
  @Option(vi: "Điều cột hỏi chưa chắc chắn.", en: "What it asks is not certain.", default: false)
  var provisional: Bool
  @Option(
    vi: "Điều khoản quy định điều cột hỏi, khi cột mang nội dung pháp lý.",
    en: "The clause that lays down what it asks, where that is law.")
  var clause: String?
  @Option(vi: "Đã đối chiếu với văn bản ra sao.", en: "How it was compared with the act.")
  var checked: Checked?
  @Option(
    vi: "false khi cột hỏi điều ai cũng thấy như nhau, không cần văn bản nào giải thích.",
    en: "`false` where all see alike what the column asks, so that no act needs to explain it.")
  var law: Bool?
}

extension FormColumn {
  init(_ name: String, _ fields: FormColumnFields) {
    self.init(
      name: name, kind: fields.type, meaning: fields.meaning.phrase,
      words: (fields.words?.entries ?? []).map { Word(id: $0.name, name: $0.value.phrase) },
      least: fields.least.map { Int64($0) }, years: fields.years,
      clause: fields.clause.flatMap { clause in fields.checked.map { Clause(clause, $0) } },
      isProvisional: fields.provisional)
  }
}
