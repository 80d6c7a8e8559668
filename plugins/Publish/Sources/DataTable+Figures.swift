import Disclosure
import Figures
import Units
import struct Tables.Day
import struct Tables.FixedPoint

// The published figures, a row a figure.
extension DataTable {
  init(_ published: PublishedTable, units: UnitRegistry) {
    self.init(
      name: "so-lieu", title: "Số liệu đã công bố", columns: Self.figureColumns,
      rows: published.figures.map { Self.row($0, units) })
  }
  private static let figureColumns = [
    Column("id", .string, "Mã của dòng số liệu, giữ nguyên qua các lần công bố."),
    Column("unit", .string, "Mã đơn vị và ngày đầu hiệu lực; vn là cả nước, vung:… là vùng."),
    Column("unit_name", .string, "Tên đơn vị."),
    Column("as_of", .date, "Ngày chốt số liệu."),
    Column("measure", .string, "Số đo."),
    Column("group", .string, "Nhóm dân cư; all là tất cả."),
    Column("kind", .string, "count: số đếm; ratio: tỷ số của hai số đếm; rate: tỷ lệ đã in, tính bằng %."),
    Column("value", .number, "Giá trị; trống khi không có. Của ratio là tử số."),
    Column("denominator", .number, "Mẫu số của ratio."),
    Column("status", .string, "Tình trạng của giá trị."),
    Column("standard", .string, "Chuẩn nghèo."),
    Column("boundary", .string, "Địa giới mà số liệu được hiểu theo; trống khi không đổi."),
    Column("grade", .string, "Độ tin cậy: official, review, press, derived, simulated."),
    Column("precedence", .integer, "Thứ tự ưu tiên; 0 được dùng."),
    Column("source", .string, "Nguồn."),
    Column("decision", .string, "Quyết định."),
    Column("place", .string, "Chỗ trong nguồn."),
    Column("note", .string, "Ghi chú."),
    Column("edition", .string, "Lần công bố."),
  ]
  private static func row(_ figure: Figure, _ units: UnitRegistry) -> [Cell] {
    let value = parts(figure.value)
    return [
      .text(figure.id), .text(figure.unit), .optional(units.unit(id: figure.unit)?.name),
      .text(figure.asOf.iso), .text(figure.measure), .text(figure.group), .optional(value.kind), value.value,
      value.denominator, .text(figure.status.rawValue), .optional(figure.standard),
      .optional(figure.boundary),
      .text(figure.grade.rawValue), .whole(figure.precedence), .text(figure.source.title),
      .optional(figure.source.decision), .optional(figure.source.place), .optional(figure.note),
      .optional(figure.edition),
    ]
  }
  private static func parts(_ value: FigureValue?) -> (kind: String?, value: Cell, denominator: Cell) {
    switch value {
    case .amount(let amount)?: ("count", .number(amount), .missing)
    case .printed(let rate)?: ("rate", .number(rate), .missing)
    case .ratio(let part, let whole)?: ("ratio", .number(part), .number(whole))
    case nil: (nil, .missing, .missing)
    }
  }
}
