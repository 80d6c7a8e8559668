import Diagnostics
import StageKit
import Units

/// Where a cell of a rule on figures is looked up.
struct FigureCell: StageOptions {
  /// What is made of several measures.
  enum Take: String, OptionValue, CaseIterable {
    case sum, largest
  }
  /// The review that is meant.
  enum Period: String, OptionValue, CaseIterable {
    /// That of the row.
    case same
    /// The last one of the year before, of the same unit and standard.
    case last
  }
  /// The figures that are meant.
  enum Source: String, OptionValue, CaseIterable {
    case figures, others
  }
  @Option(vi: "Một hay nhiều số đo.", en: "One measure or several.") var measures: [String]
  @Option(
    vi: "Lấy tổng, khi có đủ mọi số, hay số lớn nhất trong các số có.",
    en: "Their sum, where all are there, or the largest of those that are.", default: .sum)
  var take: Take
  @Option(vi: "Nhóm; bỏ trống thì là nhóm đang xét.", en: "The group; that of the row when left out.")
  var group: String?
  @Option(
    vi: "Kỳ này, hay kỳ cuối của năm trước.", en: "This review, or the last of the year before.",
    default: .same)
  var at: Period
  @Option(
    vi: "Số liệu ở cổng figures, hay ở cổng others.",
    en: "The figures of the port `figures`, or of `others`.",
    default: .figures)
  var from: Source
}

/// A rate that must follow from two counts.
struct RateOptions: StageOptions {
  @Option(vi: "Tỷ lệ như đã in.", en: "The rate as printed.") var rate: String
  @Option(vi: "Phần.", en: "The part.") var part: String
  @Option(
    vi: "Các số đếm cộng thành phần, dùng khi không có chính số ấy.",
    en: "The counts that make the part, for where it is not there itself.")
  var sum: [String]?
  @Option(vi: "Toàn bộ.", en: "The whole.") var whole: String
  @Option(
    vi: "Nhóm của toàn bộ; bỏ trống thì là nhóm của tỷ lệ.",
    en: "The group of the whole; that of the rate when left out.")
  var wholeGroup: String?
}

/// Rates that must add up to another, as far as they were rounded.
struct RateSumOptions: StageOptions {
  @Option(vi: "Tỷ lệ chung.", en: "The rate of all of them.") var whole: String
  @Option(vi: "Các tỷ lệ được cộng.", en: "The rates that are added up.") var parts: [String]
}

/// Rates that must be of one number of households, with the counts they are of.
struct ImpliedOptions: StageOptions {
  @Option(vi: "Mỗi tỷ lệ và số đếm của nó: tỷ lệ: số đếm.", en: "Each rate with its count: rate: count.")
  var rates: Mapping<String>
  @Option(
    vi: "Tổng số; có tổng số của ngày ấy thì quy tắc này không xét.",
    en: "The whole; where that of the day is given, this rule asks nothing.") var whole: String
}

/// What comes in and what goes out, of which the difference is added up.
struct NetOptions: StageOptions {
  @Option(vi: "Các số tăng.", en: "What comes in.") var plus: [String]
  @Option(vi: "Các số giảm.", en: "What goes out.") var less: [String]
}

/// Counts of units that must add up to those of the unit above.
struct PartsOptions: StageOptions {
  /// A level of units.
  enum Level: String, OptionValue, CaseIterable {
    case country, province, district, commune

    var unitLevel: UnitLevel {
      switch self {
      case .country: .country
      case .province: .province
      case .district: .district
      case .commune: .commune
      }
    }
  }
  @Option(vi: "Các số đếm.", en: "The counts.") var measures: [String]?
  @Option(
    vi: "Các hiệu, mỗi hiệu có tên: các số tăng trừ các số giảm.",
    en: "Differences, each with a name: what comes in less what goes out.")
  var nets: Mapping<NetOptions>?
  @Option(vi: "Cấp của các phần.", en: "The level of the parts.") var from: Level
  @Option(vi: "Các cấp có tổng.", en: "The levels of the totals.") var to: [Level]
}

/// A number of one unit that is far from those of the others.
struct OutlierOptions: StageOptions {
  /// How far is judged.
  enum Method: String, OptionValue, CaseIterable {
    /// |x - median| / (1.4826 MAD) > 3.5.
    case robustZ = "robust_z"
    /// Hidiroglou and Berthelot: the ratio to the year before, weighed by the root of the size.
    case ratio
    /// p ± 3.09 √(p (1 - p) / n).
    case funnel
  }
  @Option(vi: "Cách xét.", en: "How it is judged.") var method: Method
  @Option(vi: "Số đếm.", en: "The count.") var measure: String
  @Option(
    vi: "Số mà số đếm là phần của nó; funnel phải có.", en: "What the count is a part of; `funnel` needs it.")
  var per: String?
  @Option(vi: "Cấp của các đơn vị được so.", en: "The level of the units.", default: .commune)
  var level: PartsOptions.Level
}

/// One rule on figures as it is written.
struct FigureRuleOptions: WrittenRule {
  static let sheet = Phrase(vi: "bộ quy tắc về số liệu", en: "a sheet of rules on figures")
  static let sheetKey = "figure_rules"
  @Option(
    vi: "Mã quy tắc, không trùng nhau.", en: "The id of the rule, one of a kind.",
    limit: .pattern("[A-Za-z0-9][A-Za-z0-9._-]*"))
  var id: String
  @Option(
    vi: "error là sai, warning là cần xem lại.", en: "`error` is wrong, `warning` is to be looked at.",
    default: .error)
  var severity: Severity
  @Option(
    vi: "Điều kiện về các số đếm của một đơn vị, ngày, chuẩn và nhóm.",
    en: "A condition on the counts of one unit, day, standard and group.")
  var check: ExpressionText?
  @Option(vi: "Số tính lại được, để nêu trong lời báo.", en: "What is worked out, to be told.") var computed:
    ExpressionText?
  @Option(vi: "Chỉ xét khi điều kiện này đúng.", en: "It is asked only where this holds.") var when:
    ExpressionText?
  @Option(
    vi: "Các tên trong điều kiện không phải là số đo của dòng.",
    en: "Names in the condition that are no measure of the row.")
  var cells: Mapping<FigureCell>?
  @Option(
    vi: "Nhóm được xét; bỏ trống thì là mọi nhóm.",
    en: "The group that `check` or `rate` looks at; every one when left out.")
  var group: String?
  @Option(
    vi: "Các chuẩn nghèo được xét; bỏ trống thì là mọi chuẩn.",
    en: "The poverty standards whose counts `check` looks at; every one when left out.")
  var standards: [String]?
  @Option(vi: "Tỷ lệ phải đúng với hai số đếm.", en: "A rate that must follow from two counts.") var rate:
    RateOptions?
  @Option(vi: "Các tỷ lệ phải cộng thành tỷ lệ chung.", en: "Rates that must add up to that of all.")
  var rates: RateSumOptions?
  @Option(
    vi: "Các tỷ lệ phải tính được từ cùng một tổng số.", en: "Rates that must be of one and the same whole.")
  var implied: ImpliedOptions?
  @Option(vi: "Các phần phải cộng thành tổng.", en: "Parts that must add up to the total.") var parts:
    PartsOptions?
  @Option(vi: "Số khác xa các đơn vị khác.", en: "A number far from those of other units.") var outlier:
    OutlierOptions?
  @Option(vi: "Căn cứ pháp lý.", en: "The legal basis.") var legal: PhraseOption?
  @Option(vi: "Lời báo.", en: "What is said.") var message: PhraseOption?
  @Option(vi: "Điều quy tắc đòi hỏi, cho người đọc.", en: "What the rule asks for, for readers.")
  var about: PhraseOption?
  @Option(vi: "Các phép kiểm tra khác mà quy tắc thực hiện.", en: "Other edits that the rule carries out.")
  var also: [String]?
  @Option(vi: "Cách xử lý, đi sau lời báo.", en: "What to do, told after the message.")
  var remedy: PhraseOption?
}

/// Rules written in place, in a document, or some of both.
typealias FigureRuleSource = WrittenRules<FigureRuleOptions>
