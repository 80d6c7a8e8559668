public import Diagnostics

/// The words of this module's codes, for `minhbach explain`.
public let formatsExplanations: [Explanation] =
  schemaExplanations + csvExplanations + csvRowExplanations + jsonExplanations

private let mendFile = Phrase(
  vi: "Sửa tệp ở dòng được chỉ ra, hoặc gửi trả nơi lập tệp.",
  en: "Mend the file at the line shown, or send it back to those who made it.")
private let mendSchema = Phrase(
  vi: "Sửa mô tả cột ở chỗ được chỉ ra.", en: "Mend the schema at the place shown.")

private let schemaExplanations = [
  Explanation(
    "schema.empty",
    Phrase(vi: "Mô tả cột không khai cột nào.", en: "The schema declares no column."),
    remedy: Phrase(
      vi: "Khai dưới 'columns' các cột cần đọc.", en: "Declare the columns to read under 'columns'.")),
  Explanation(
    "schema.scale",
    Phrase(
      vi: "Số chữ số thập phân chỉ có nghĩa với kiểu decimal.",
      en: "Decimal places make sense only for the type decimal."), remedy: mendSchema),
  Explanation(
    "schema.digits",
    Phrase(
      vi: "Chỉ mã dạng chữ mới có số chữ số; đọc mã thành số thì mất số 0 ở đầu.",
      en: "Only codes kept as text have a number of digits; a code read as a number loses its leading zeros."),
    remedy: mendSchema),
  Explanation(
    "schema.rate",
    Phrase(
      vi:
        "Tỷ lệ được tính lại từ tử số và mẫu số, nên phải khai cả hai, hoặc không khai cái nào khi tỷ lệ được công bố sẵn.",
      en:
        "A rate is made again from its numerator and denominator, so both are declared, or neither for a published rate."
    ), remedy: mendSchema),
  Explanation(
    "schema.twice",
    Phrase(
      vi: "Hai cột cùng đọc một cột của tệp, thường là do chép nhầm.",
      en: "Two columns are read from one column of the file, mostly by a slip."), remedy: mendSchema),
]

private let csvExplanations = [
  Explanation(
    "csv.separator",
    Phrase(
      vi: "Dấu tách phải là một ký tự ASCII, không phải dấu ngoặc kép.",
      en: "The separator must be one ASCII character other than a quote."),
    remedy: Phrase(
      vi: "Viết separator: \";\" hoặc separator: tab.", en: "Write separator: \";\" or separator: tab.")),
  Explanation(
    "csv.title-lines",
    Phrase(
      vi: "Số dòng trước dòng tên cột phải từ 0 đến 1000.",
      en: "The number of lines before the header must be from 0 to 1000."),
    remedy: Phrase(
      vi: "Đếm lại các dòng, hoặc bỏ tùy chọn này để chương trình tự tìm.",
      en: "Count the lines again, or leave the option out to have the header looked for.")),
  Explanation(
    "csv.header-rows",
    Phrase(
      vi: "Số dòng tên cột phải từ 1 đến 9.", en: "The number of rows of names must be from 1 to 9."),
    remedy: Phrase(
      vi: "Đếm lại, hoặc bỏ tùy chọn này để chương trình tự nhận ra.",
      en: "Count again, or leave the option out to have a second one recognised.")),
  Explanation(
    "csv.guessed",
    Phrase(
      vi: "Dấu tách hoặc số dòng tiêu đề không được khai nên chương trình đã đoán từ đầu tệp.",
      en:
        "The separator or the number of title lines was not declared and has been guessed from the head of the file."
    ),
    remedy: Phrase(
      vi: "Khai 'separator' và 'title_lines' nếu đoán sai hoặc để khỏi phải đoán.",
      en: "Say 'separator' and 'title_lines' if the guess is wrong, or not to have one.")),
  Explanation(
    "csv.mixed-line-ends",
    Phrase(
      vi: "Tệp có nhiều cách xuống dòng, thường là do ghép nhiều tệp; các dòng vẫn được đọc đủ.",
      en: "Lines end in several ways, mostly since files were joined; all rows are read."), remedy: mendFile),
  Explanation(
    "csv.no-rows",
    Phrase(
      vi: "Tệp chỉ có dòng tên cột.", en: "The file has a header and nothing else."), remedy: mendFile),
  Explanation(
    "csv.second-header",
    Phrase(
      vi:
        "Dưới dòng tên cột có một dòng tên nữa, bằng lời cho người đọc; dòng ấy không phải số liệu và được bỏ qua.",
      en: "Under the names stands a second row of names, for people; it is no data and is left out."),
    remedy: Phrase(
      vi: "Khai header_rows: 2 nếu đúng như vậy, header_rows: 1 nếu dòng ấy là số liệu.",
      en: "Say header_rows: 2 if it is so, header_rows: 1 if the row is data.")),
  Explanation(
    "csv.extra-column",
    Phrase(
      vi: "Tệp có cột mà mô tả cột không khai; cột đó không được đọc.",
      en: "The file has a column that the schema does not declare; it is not read."),
    remedy: Phrase(
      vi: "Khai cột đó, hoặc bỏ extra_columns: report.", en: "Declare it, or drop extra_columns: report.")),
]

private let csvRowExplanations = [
  Explanation(
    "csv.lost-zero",
    Phrase(
      vi:
        "Mã ngắn hơn số chữ số đã khai, như khi bảng tính coi mã là số và bỏ số 0 ở đầu. Ô giữ nguyên, không đoán.",
      en:
        "A code has fewer digits than declared, as when a spreadsheet took it for a number. It stays as written, and nothing is guessed."
    ),
    remedy: Phrase(
      vi: "Xuất lại tệp với cột ấy ở dạng chữ (Text), hoặc loại các dòng đó bằng quy tắc kiểm tra.",
      en: "Export the file again with the column as text, or reject the rows by a rule.")),
  Explanation(
    "csv.code",
    Phrase(
      vi: "Ô không phải là mã gồm đúng số chữ số đã khai; ô giữ nguyên.",
      en: "The cell is no code of as many digits as declared; it stays as written."), remedy: mendFile),
  Explanation(
    "csv.quote",
    Phrase(
      vi: "Có chữ giữa dấu ngoặc kép đóng và dấu tách, nên không rõ ô kết thúc ở đâu; dòng bị loại.",
      en:
        "Text stands between a closing quote and the separator, so the end of the field is unclear; the row is rejected."
    ), remedy: mendFile),
  Explanation(
    "csv.encoding",
    Phrase(
      vi: "Dòng có byte không phải UTF-8; đoán bảng mã có thể làm sai tên riêng, nên dòng bị loại.",
      en: "The row has bytes that are not UTF-8; guessing could spoil names, so the row is rejected."),
    remedy: Phrase(
      vi: "Lưu lại tệp thành CSV UTF-8.", en: "Save the file again as CSV UTF-8.")),
  Explanation(
    "csv.empty-row",
    Phrase(
      vi: "Mọi ô của dòng đều trống, như bảng tính để lại khi xóa nội dung.",
      en: "Every field of the row is blank, as spreadsheets leave rows that were cleared."), remedy: mendFile),
  Explanation(
    "csv.fields",
    Phrase(
      vi: "Số ô của dòng khác số cột, nên không biết ô nào thuộc cột nào; dòng bị loại.",
      en: "The row has another number of fields than the header, so none can be trusted; it is rejected."),
    remedy: mendFile),
  Explanation(
    "csv.cut-off",
    Phrase(
      vi:
        "Bản ghi cuối của tệp CSV thiếu ô và không xuống dòng, như khi tệp bị cắt lúc tải về; dòng bị loại.",
      en:
        "The last record of a CSV file has too few fields and no line end, as when the file was cut off; the row is rejected."
    ),
    remedy: Phrase(vi: "Tải hoặc xuất lại tệp.", en: "Fetch or export the file again.")),
  Explanation(
    "csv.repeated-header",
    Phrase(
      vi: "Dòng tên cột lặp lại giữa các dòng số liệu; dòng này được bỏ qua.",
      en: "The header stands again among the rows; it is left out."), remedy: mendFile),
  Explanation(
    "csv.required",
    Phrase(
      vi: "Một cột bắt buộc không có giá trị; dòng bị loại.",
      en: "A required column has no value; the row is rejected."), remedy: mendFile),
  Explanation(
    "csv.value",
    Phrase(
      vi: "Ô không đúng kiểu của cột; ô được coi là không có giá trị, dòng vẫn giữ.",
      en: "The cell is not of its column's type; it counts as missing, and the row is kept."),
    remedy: Phrase(
      vi: "Sửa ô, hoặc khai number_style, date_style hay missing cho đúng với tệp.",
      en: "Mend the cell, or say number_style, date_style or missing as the file has it.")),
]

private let jsonExplanations = [
  Explanation(
    "json.cut-off",
    Phrase(
      vi: "Dòng cuối của tệp NDJSON dừng giữa một đối tượng; dòng bị loại.",
      en: "The last line of an NDJSON file ends within its object; the row is rejected."),
    remedy: Phrase(vi: "Tải hoặc xuất lại tệp.", en: "Fetch or export the file again.")),
  Explanation(
    "json.lost-zero",
    Phrase(
      vi:
        "Mã ngắn hơn số chữ số đã khai, như khi bảng tính coi mã là số và bỏ số 0 ở đầu. Ô giữ nguyên, không đoán.",
      en:
        "A code has fewer digits than declared, as when a spreadsheet took it for a number. It stays as written, and nothing is guessed."
    ),
    remedy: Phrase(
      vi: "Xuất lại tệp với cột ấy ở dạng chữ (Text), hoặc loại các dòng đó bằng quy tắc kiểm tra.",
      en: "Export the file again with the column as text, or reject the rows by a rule.")),
  Explanation(
    "json.code",
    Phrase(
      vi: "Ô không phải là mã gồm đúng số chữ số đã khai; ô giữ nguyên.",
      en: "The cell is no code of as many digits as declared; it stays as written."), remedy: mendFile),
  Explanation(
    "json.syntax",
    Phrase(
      vi: "Đối tượng không đúng cú pháp JSON (RFC 8259); dòng bị loại.",
      en: "The object is not JSON by RFC 8259; the row is rejected."), remedy: mendFile),
  Explanation(
    "json.duplicate-key",
    Phrase(
      vi: "Một tên có hai lần trong một đối tượng, không biết giá trị nào đúng; dòng bị loại.",
      en: "A name stands twice in one object, and neither can be preferred; the row is rejected."),
    remedy: mendFile),
  Explanation(
    "json.not-object",
    Phrase(
      vi: "Phần tử của danh sách không phải là đối tượng; bị loại.",
      en: "An item of the list is not an object; it is rejected."), remedy: mendFile),
  Explanation(
    "json.missing-member",
    Phrase(
      vi: "Đối tượng thiếu một tên mà mô tả cột cần; dòng bị loại.",
      en: "The object lacks a name that the schema needs; the row is rejected."), remedy: mendFile),
  Explanation(
    "json.required",
    Phrase(
      vi: "Một cột bắt buộc không có giá trị; dòng bị loại.",
      en: "A required column has no value; the row is rejected."), remedy: mendFile),
  Explanation(
    "json.value",
    Phrase(
      vi: "Giá trị không đúng kiểu của cột; ô được coi là không có giá trị, dòng vẫn giữ.",
      en: "The value is not of its column's type; it counts as missing, and the row is kept."),
    remedy: mendFile),
  Explanation(
    "json.no-rows",
    Phrase(vi: "Danh sách trong tệp không có phần tử nào.", en: "The list in the file is empty."),
    remedy: mendFile),
]
