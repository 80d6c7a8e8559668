public import Diagnostics

/// What `minhbach explain` says of the codes of options, columns and files, which every stage can show.
public let stageKitExplanations: [Explanation] =
  optionExplanations + columnExplanations + fileExplanations

private let optionExplanations = [
  Explanation(
    "options.not-mapping",
    Phrase(
      vi: "Chỗ này phải là các mục dạng 'tên: giá trị', nhưng lại là một giá trị đơn hoặc một danh sách.",
      en: "Here must be a mapping, `name: value`, and there is a single value or a list."),
    remedy: Phrase(
      vi: "Viết mỗi mục trên một dòng, thụt vào so với khóa ở trên; sau dấu ':' phải có dấu cách.",
      en: "Write each entry on a line of its own, indented below its key, with a space after the ':'.")),
  Explanation(
    "options.unknown",
    Phrase(
      vi: "Không có tùy chọn mang tên này. Nếu bỏ qua, một lỗi gõ sẽ làm đổi kết quả mà không ai biết.",
      en: "There is no option of this name. Were it passed over, a slip would change results unseen."),
    remedy: Phrase(
      vi: "Sửa tên theo gợi ý. `minhbach explain` với tên công đoạn cho biết mọi tùy chọn của công đoạn đó.",
      en: "Mend the name as suggested. `minhbach explain` with the name of a stage lists its options.")),
  Explanation(
    "options.missing",
    Phrase(
      vi: "Thiếu một tùy chọn bắt buộc; chương trình không tự đoán giá trị của nó.",
      en: "A required option is missing, and the program does not guess its value."),
    remedy: Phrase(
      vi: "Thêm tùy chọn; dòng gợi ý cho biết nó dùng để làm gì.",
      en: "Add it; the hint says what it is for.")),
  Explanation(
    "options.value",
    Phrase(
      vi: "Giá trị không đúng kiểu hoặc nằm ngoài giới hạn của tùy chọn. Kiểu do tùy chọn quyết định.",
      en: "The value is not of the option's type, or outside its bounds. The option decides the type."),
    remedy: Phrase(
      vi: "Viết giá trị theo dạng mà thông báo nêu; số, true và false thì không đặt trong ngoặc kép.",
      en: "Write it in the form that the message names; numbers, true and false are not quoted.")),
]

private let columnExplanations = [
  Explanation(
    "plan.unknown-column",
    Phrase(
      vi: "Đầu vào của bước không có cột mang tên này.",
      en: "The input of the step has no column of this name."),
    remedy: Phrase(
      vi: "Sửa tên theo gợi ý, hoặc khai cột đó ở bước đọc số liệu.",
      en: "Mend the name as suggested, or declare the column where the data are read.")),
  Explanation(
    "plan.column-type",
    Phrase(
      vi: "Cột có trong đầu vào nhưng không đúng kiểu mà công đoạn cần.",
      en: "The input has the column, but not of the type that the stage needs."),
    remedy: Phrase(
      vi: "Chọn cột khác, hoặc sửa kiểu của cột trong mô tả cột.",
      en: "Choose another column, or mend its type in the schema.")),
  Explanation(
    "plan.sum-of-rate",
    Phrase(
      vi: "Không được cộng hay lấy trung bình các tỷ lệ: xã có 100 hộ sẽ nặng bằng xã có 5.000 hộ.",
      en:
        "Rates are not added or averaged: a commune of 100 households would weigh as much as one of 5,000."
    ),
    remedy: Phrase(
      vi: "Cộng riêng tử số và mẫu số mà gợi ý nêu; tỷ lệ được tính lại từ hai tổng đó.",
      en:
        "Add up the numerator and the denominator that the hint names; the rate is made again from the sums.")
  ),
  Explanation(
    "plan.not-summable",
    Phrase(
      vi: "Chỉ cộng những cột đếm được hoặc đo được và giữ số chính xác; mã, chữ và số thực thì không cộng.",
      en:
        "Only counts and amounts that are exact are added up; codes, texts and floating-point numbers not."
    ),
    remedy: Phrase(
      vi: "Chọn cột khác. Nếu cột đúng là số đếm hay số lượng, khai kiểu int hoặc decimal trong mô tả cột.",
      en: "Choose another column. If it is a count or an amount, declare it as int or decimal in the schema.")
  ),
  Explanation(
    "plan.key-type",
    Phrase(
      vi:
        "Hai cột dùng làm khóa để đối chiếu hai bảng phải cùng kiểu; số 1 và chữ '01' không bao giờ bằng nhau.",
      en:
        "Two columns by which tables are matched must have one type; the number 1 never equals the text '01'."
    ),
    remedy: Phrase(
      vi: "Khai hai cột cùng kiểu (và cùng số chữ số thập phân) trong mô tả cột.",
      en: "Declare both with one type, and one number of decimals, in their schemas.")),
]

private let fileExplanations = [
  Explanation(
    "files.outside",
    Phrase(
      vi:
        "Đường dẫn ra ngoài thư mục dự án; mọi tệp dùng để công bố phải nằm trong đó để kiểm tra lại được.",
      en:
        "The path leaves the project folder; what is published is made of files inside, to be checked again."
    ),
    remedy: Phrase(
      vi: "Chép tệp vào dự án (thư mục có tệp .minhbach.yaml), hoặc đưa đường dẫn vào bằng --set.",
      en: "Copy the file into the project, the folder with .minhbach.yaml, or give the path by --set.")),
  Explanation(
    "files.unreadable",
    Phrase(
      vi: "Tệp hoặc thư mục được nêu không có, hoặc không đọc được.",
      en: "The file or folder named is not there, or cannot be read."),
    remedy: Phrase(
      vi: "Kiểm tra chữ hoa, chữ thường và quyền đọc. Đường dẫn được tính từ thư mục của tệp viết ra nó.",
      en:
        "Check capitals and the right to read. A path is relative to the folder of the file it is written in."
    )
  ),
  Explanation(
    "files.no-match",
    Phrase(
      vi: "Không tệp nào có tên khớp với đường dẫn có dấu '*', nên bước sẽ không có số liệu để đọc.",
      en: "No file has a name that fits the path with '*', so the step would have nothing to read."),
    remedy: Phrase(
      vi: "Sửa đường dẫn hoặc thêm tệp. Dấu '*' chỉ dùng được trong tên tệp, không dùng trong tên thư mục.",
      en: "Mend the path or add the files. A '*' works in the name of the file alone, not in folders.")),
]
