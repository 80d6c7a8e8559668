import Diagnostics

/// What `explain` says of the codes of `rows.write`.
let exportExplanations = [
  Explanation(
    "write.file",
    Phrase(
      vi: "Tệp nằm trong office/ của kết quả, không ra ngoài được.",
      en: "The file lies in office/ of the output and cannot leave it."),
    remedy: Phrase(
      vi: "Ghi một tên tệp, hoặc thư mục con và tên tệp, như huyen/ho.csv.",
      en: "Write the name of a file, with folders before it if need be, such as huyen/ho.csv.")),
  Explanation(
    "write.reserved",
    Phrase(
      vi: "run.json, findings.ndjson và rejected/ trong office/ là báo cáo do chương trình tự ghi.",
      en: "run.json, findings.ndjson and rejected/ in office/ are reports that the program writes itself."),
    remedy: Phrase(vi: "Chọn tên tệp khác.", en: "Choose another name.")),
  Explanation(
    "write.only-csv",
    Phrase(
      vi: "spreadsheet_safe và byte_order_mark dành cho bảng tính; NDJSON là tệp cho máy đọc.",
      en: "`spreadsheet_safe` and `byte_order_mark` are for spreadsheets; NDJSON is read by programs."),
    remedy: Phrase(vi: "Bỏ tùy chọn, hoặc ghi format: csv.", en: "Leave it out, or write `format: csv`.")),
  Explanation(
    "write.no-columns",
    Phrase(vi: "Danh sách columns trống.", en: "The list `columns` is empty."),
    remedy: Phrase(
      vi: "Nêu các cột, hoặc bỏ tùy chọn để ghi mọi cột.", en: "Name columns, or leave it out to write all.")),
  Explanation(
    "write.repeated",
    Phrase(
      vi: "Tệp có hai cột cùng tên thì không đọc lại được chắc chắn.",
      en: "A file with two columns of one name cannot be read again for certain."),
    remedy: Phrase(vi: "Bỏ lần thừa.", en: "Remove one of them.")),
]
