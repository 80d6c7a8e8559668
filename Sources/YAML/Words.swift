public import Diagnostics

/// What every code of this module means, for `minhbach explain`.
public let yamlExplanations: [Explanation] = [
  Explanation(
    "yaml.syntax",
    Phrase(
      vi: "Tệp không đúng cú pháp YAML, nên không đọc tiếp được từ chỗ đó.",
      en: "The file is not correct YAML, so nothing after that place could be read."),
    remedy: Phrase(
      vi:
        "Xem dòng được chỉ và dòng ngay trước: thường là thụt đầu dòng sai, thiếu ngoặc đóng, hoặc chữ có dấu ':' mà không đặt trong ngoặc kép.",
      en:
        "Look at the line shown and the one before: mostly the indentation is wrong, a bracket or quotation is not closed, or text with ':' is not in quotes."
    )),
  Explanation(
    "yaml.duplicate-key",
    Phrase(
      vi: "Một khóa đứng hai lần trong cùng một mục, nên không rõ giá trị nào là đúng.",
      en: "One key stands twice in the same mapping, so it is not clear which value is meant."),
    remedy: Phrase(
      vi: "Xóa một trong hai chỗ được chỉ, hoặc đổi tên khóa.",
      en: "Remove one of the two shown, or rename a key.")),
  Explanation(
    "yaml.merge-key",
    Phrase(
      vi: "Khóa gộp '<<' bị từ chối, vì nó tạo ra những mục mà không ai viết ở chỗ đó.",
      en: "The merge key '<<' is refused, because it makes entries that nobody wrote there."),
    remedy: Phrase(
      vi: "Viết các mục ra đầy đủ, hoặc dùng bí danh (*tên) cho cả một giá trị.",
      en: "Write the entries out, or use an alias (*name) for a whole value.")),
  Explanation(
    "yaml.tag",
    Phrase(
      vi: "Thẻ kiểu như '!!int' bị từ chối, vì kiểu của giá trị do tùy chọn quyết định.",
      en: "Tags such as '!!int' are refused, because the option decides what type its value has."),
    remedy: Phrase(
      vi: "Xóa thẻ; nếu dấu '!' thuộc về chữ, đặt cả giá trị trong ngoặc kép.",
      en: "Remove the tag; if the '!' belongs to the text, put the whole value in quotes.")),
  Explanation(
    "yaml.unknown-alias",
    Phrase(
      vi: "Bí danh '*tên' phải có neo '&tên' đứng trước trong cùng tệp.",
      en: "An alias '*name' needs an anchor '&name' before it in the same file."),
    remedy: Phrase(
      vi: "Sửa tên bí danh, thêm neo, hoặc đặt chữ bắt đầu bằng '*' trong ngoặc kép.",
      en: "Mend the name, add the anchor, or put text that starts with '*' in quotes.")),
  Explanation(
    "yaml.recursive-alias",
    Phrase(
      vi: "Một giá trị chứa chính nó qua bí danh thì không bao giờ đọc hết được.",
      en: "A value that holds itself through an alias has no end."),
    remedy: Phrase(
      vi: "Viết giá trị ra thay cho bí danh.", en: "Write the value out in place of the alias.")),
  Explanation(
    "yaml.several-documents",
    Phrase(
      vi: "Mỗi tệp chỉ được có một tài liệu YAML; phần sau dòng '---' thứ hai sẽ bị bỏ sót nếu không báo.",
      en:
        "A file holds one YAML document; what follows another '---' would be overlooked if this were not said."
    ),
    remedy: Phrase(
      vi: "Chia tệp ra, mỗi tài liệu một tệp.", en: "Put each document in a file of its own.")),
  Explanation(
    "yaml.too-deep",
    Phrase(
      vi: "Tài liệu lồng nhau quá 64 tầng; tệp do người viết không bao giờ cần đến thế.",
      en: "The document is nested more than 64 levels deep; no file written by people needs that."),
    remedy: Phrase(
      vi: "Kiểm tra các dấu ngoặc đã đóng đủ chưa, rồi bớt số tầng.",
      en: "Check that every bracket is closed, then use fewer levels.")),
  Explanation(
    "yaml.too-large",
    Phrase(vi: "Tệp YAML lớn hơn 16 MiB.", en: "The YAML file is larger than 16 MiB."),
    remedy: Phrase(
      vi: "Để số liệu trong tệp CSV; YAML chỉ dùng để khai báo.",
      en: "Keep data in a CSV file; YAML is for declarations.")),
  Explanation(
    "yaml.too-many-values",
    Phrase(
      vi: "Tài liệu có hơn 1.000.000 giá trị, tính cả những giá trị do bí danh lặp lại.",
      en: "The document has more than 1,000,000 values, those repeated by aliases included."),
    remedy: Phrase(
      vi: "Bớt bí danh, hoặc để số liệu trong tệp CSV.", en: "Use fewer aliases, or keep data in a CSV file.")
  ),
  Explanation(
    "yaml.too-many-mistakes",
    Phrase(
      vi: "Tệp có quá nhiều lỗi, nên việc đọc dừng ở đó.",
      en: "The file has so many mistakes that reading stopped there."),
    remedy: Phrase(
      vi: "Sửa những lỗi đã báo rồi chạy lại.", en: "Mend the mistakes shown and run again.")),
  Explanation(
    "yaml.not-utf8",
    Phrase(
      vi: "Tệp không được lưu bằng bảng mã UTF-8, nên chữ có dấu không đọc được.",
      en: "The file is not saved as UTF-8, so its letters cannot be read."),
    remedy: Phrase(
      vi: "Mở tệp bằng trình soạn thảo rồi lưu lại, chọn bảng mã UTF-8.",
      en: "Open the file in an editor and save it again as UTF-8.")),
  Explanation(
    "yaml.control-character",
    Phrase(
      vi: "Tệp có ký tự điều khiển không nhìn thấy, thường do chép từ chương trình khác.",
      en: "The file has an invisible control character, mostly copied from another program."),
    remedy: Phrase(
      vi: "Xóa ký tự ở chỗ được chỉ.", en: "Remove the character at the place shown.")),
]
