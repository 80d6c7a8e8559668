public import StageKit

/// A kind of area, as rules and lines know it.
public enum Area: String, OptionValue, CaseIterable {
  /// Wards and townships.
  case urban
  /// Communes.
  case rural
}
/// The column of the area, where the file has other words for it.
public struct AreaFields: StageOptions {
  @Option(vi: "Cột khu vực.", en: "The column of the area.") var column: ColumnName
  @Option(
    vi: "Các từ trong cột và khu vực của chúng, như { thành thị: urban }.",
    en: "The words of the column and their area, such as { town: urban }.")
  var words: Mapping<Area>
  /// Nothing read yet.
  public init() {}
}
/// The column of the income.
public struct IncomeFields: StageOptions {
  /// What a number of the column counts, per person.
  public enum Unit: String, OptionValue, CaseIterable {
    /// Đồng a month.
    case dong
    /// Thousands of đồng a month.
    case thousandDong = "thousand_dong"
    /// Đồng a year.
    case dongPerYear = "dong_per_year"
    /// Thousands of đồng a year.
    case thousandDongPerYear = "thousand_dong_per_year"
  }
  @Option(
    vi: "Cột thu nhập bình quân đầu người, một tháng hay một năm như chuẩn tính.",
    en: "The column of income per person, of a month or a year as the standard has it.")
  var column: ColumnName
  @Option(vi: "Đơn vị của cột.", en: "The unit of the column.") var unit: Unit
  /// Nothing read yet.
  public init() {}
}
/// The columns of points.
public struct PointsFields: StageOptions {
  @Option(vi: "Cột điểm phiếu B1.", en: "The column of the points of form B1.") var b1: ColumnName
  @Option(vi: "Cột điểm phiếu B2.", en: "The column of the points of form B2.") var b2: ColumnName
  /// Nothing read yet.
  public init() {}
}
/// The options of `households.classify`.
public struct ClassifyOptions: StageOptions {
  @Option(
    vi: "Mã chuẩn nghèo; không khai thì là chuẩn áp dụng vào reference_date.",
    en: "Id of the standard; unless said, the one that is valid on `reference_date`.")
  var standard: String?
  @Option(
    vi: "Cột khu vực với hai từ urban, rural; hoặc { column, words }.",
    en: "The column of the area with the words urban and rural; or { column, words }.")
  var area: OneOf<ColumnName, AreaFields>
  @Option(vi: "Cột thu nhập và đơn vị.", en: "The column of the income and its unit.")
  var income: IncomeFields?
  @Option(
    vi: "Mỗi chỉ số của chuẩn: biểu thức nói hộ có thiếu hụt không, hoặc tên cột có sẵn.",
    en:
      "For each indicator of the standard an expression that says whether it is deprived, or a ready column.")
  var deprivations: Mapping<ExpressionText>?
  @Option(
    vi: "Chỉ số không có trong deprivations thì dùng điều kiện của chuẩn, trên các cột của phiếu hộ.",
    en: "Indicators that are not in `deprivations` are asked by the standard's own conditions.",
    default: false)
  var conditions: Bool
  @Option(vi: "Điểm B1, B2, thay cho thu nhập.", en: "Points B1 and B2, instead of the income.")
  var points: PointsFields?
  @Option(
    vi: "Cột loại hộ đã khai trong tệp và các từ của nó, để đối chiếu với loại tính lại.",
    en: "The column of the class that the file declares and its words, held against the one worked out.")
  var declared: DeclaredFields?
  @Option(
    vi: "Tên cột loại hộ.", en: "Name of the column of the class.", default: "class", limit: .notEmpty)
  var `class`: String
  @Option(
    vi: "Chữ đứng trước tên mọi cột được thêm, khi phân loại hai lần.",
    en: "What stands before the name of every column that is added, where rows are classified twice.",
    default: "")
  var prefix: String
  @Option(
    vi: "Mã tỉnh của số liệu, cần cho chuẩn của một tỉnh.",
    en: "The province of the rows, which a standard of a province needs.")
  var province: String?
  @Option(
    vi: "Cho dùng những phần chưa chắc chắn của chuẩn.",
    en: "Lets parts of the standard be used that are not certain.", default: false)
  var allowProvisional: Bool
  /// Options not yet read.
  public init() {}
}
