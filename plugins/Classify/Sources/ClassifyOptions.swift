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
  /// What a number of the column counts, per person and month.
  public enum Unit: String, OptionValue, CaseIterable {
    /// Đồng.
    case dong
    /// Thousands of đồng.
    case thousandDong = "thousand_dong"
  }
  @Option(vi: "Cột thu nhập bình quân đầu người một tháng.", en: "The column of income per person and month.")
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
  @Option(vi: "Điểm B1, B2, thay cho thu nhập.", en: "Points B1 and B2, instead of the income.")
  var points: PointsFields?
  @Option(
    vi: "Tên cột loại hộ.", en: "Name of the column of the class.", default: "class", limit: .notEmpty)
  var `class`: String
  /// Options not yet read.
  public init() {}
}
