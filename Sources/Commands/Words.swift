public import Diagnostics

/// The codes of this module in words, for `explain`.
public let commandsExplanations: [Explanation] = [
  Explanation(
    "command.usage",
    Phrase(
      vi: "Dòng lệnh không đúng: sai tên lệnh, sai tùy chọn hay thiếu đối số.",
      en: "The command line is wrong: a command, an option or an argument."),
    remedy: Phrase(
      vi: "Xem `minhbach --help`, hoặc `minhbach LỆNH --help` của lệnh đó.",
      en: "See `minhbach --help`, or `minhbach COMMAND --help` of that command.")),
  Explanation(
    "command.unknown-name",
    Phrase(
      vi: "`minhbach explain` được hỏi một tên không phải công đoạn và cũng không phải mã.",
      en: "`minhbach explain` was asked for a name that is neither a stage nor a code."),
    remedy: Phrase(
      vi: "Chép đúng mã trong ngoặc vuông ở cuối thông báo, hoặc xem `minhbach stages`.",
      en: "Copy the code in brackets at the end of the message, or see `minhbach stages`.")),
  Explanation(
    "command.no-simulation",
    Phrase(
      vi:
        "`minhbach simulate` cần công đoạn households.simulate, với --what members là members.simulate, mà chương trình này được dựng không có nó.",
      en:
        "`minhbach simulate` needs the stage households.simulate, or members.simulate for --what members, which this program was built without."
    ),
    remedy: Phrase(
      vi: "Thêm các công đoạn của mô-đun Simulate vào danh sách của chương trình.",
      en: "Add the stages of the module Simulate to the list of the program.")),
  Explanation(
    "quarantine.folder",
    Phrase(
      vi: "`minhbach quarantine` cần thư mục kết quả của một lần chạy, trong đó có thư mục office.",
      en: "`minhbach quarantine` needs the folder of results of a run, with a folder office in it."),
    remedy: Phrase(
      vi: "Nêu thư mục đã ghi sau --output của `minhbach run`, hoặc thư mục của tệp pipeline.",
      en: "Name the folder given as --output to `minhbach run`, or the folder of the pipeline file.")),
  Explanation(
    "quarantine.group",
    Phrase(
      vi: "Không có dòng bị loại nào thuộc nhóm được hỏi.", en: "No rejected row belongs to the group."),
    remedy: Phrase(
      vi: "Chép tên nhóm từ `minhbach quarantine list`.",
      en: "Copy the name of the group from `minhbach quarantine list`.")),
  Explanation(
    "quarantine.row",
    Phrase(
      vi: "Không có dòng bị loại nào như được hỏi.", en: "There is no rejected row such as was asked for."),
    remedy: Phrase(
      vi: "Xem số bản ghi ở cột record của tệp .reasons.csv, hoặc bỏ --row.",
      en: "See the numbers in the column record of the .reasons.csv, or leave --row out.")),
  Explanation(
    "standards.day",
    Phrase(
      vi: "Ngày được hỏi có nhiều chuẩn quốc gia cùng áp dụng, hoặc không có chuẩn nào.",
      en: "On the day asked for several national standards are in force, or none is."),
    remedy: Phrase(
      vi: "Ghi standard: cho từng bước và từng số liệu; không có chuẩn thì xem lại ngày.",
      en: "Write `standard:` for each step and figure; where there is none, look at the day.")),
  Explanation(
    "diff.folder",
    Phrase(
      vi: "`minhbach diff` cần thư mục kết quả của một lần chạy, trong đó có sổ công bố (thư mục ledger).",
      en: "`minhbach diff` needs the folder of results of a run, with a ledger in it."),
    remedy: Phrase(
      vi: "Nêu thư mục đã ghi sau --output của `minhbach run`, hoặc thư mục của tệp pipeline.",
      en: "Name the folder given as --output to `minhbach run`, or the folder of the pipeline file.")),
  Explanation(
    "diff.edition",
    Phrase(
      vi: "Sổ công bố không có lần công bố được hỏi.", en: "The ledger has no edition such as was asked for."),
    remedy: Phrase(
      vi: "Chọn một trong những lần mà gợi ý nêu.", en: "Choose one of those that the hint names.")),
  Explanation(
    "diff.first",
    Phrase(
      vi: "Đây là lần công bố đầu tiên, nên không có lần nào để so sánh.",
      en: "This is the first edition, so that there is none to compare it with."),
    remedy: Phrase(
      vi: "Nêu hai thư mục, hoặc một lần khác bằng --from.",
      en: "Name two folders, or another edition by --from.")),
  Explanation(
    "withdraw.nothing",
    Phrase(
      vi: "Trong thư mục ấy không có lần công bố nào đang đứng ở public/.",
      en: "No edition stands in public/ of that folder."),
    remedy: Phrase(
      vi: "Nêu thư mục đã ghi sau --output của `minhbach run`, hoặc thư mục của tệp pipeline.",
      en: "Name the folder given as --output to `minhbach run`, or the folder of the pipeline file.")),
  Explanation(
    "withdraw.date",
    Phrase(
      vi: "Ngày gỡ ghi ở --date sớm hơn ngày của lần công bố; không gỡ gì.",
      en: "The day of --date is before that of the edition; nothing was taken down."),
    remedy: Phrase(vi: "Sửa --date, hoặc bỏ nó.", en: "Mend --date, or leave it out.")),
  Explanation(
    "withdraw.other",
    Phrase(
      vi: "Lần công bố muốn gỡ không phải lần đang đứng ở public/; không gỡ gì.",
      en: "The edition to take down is not the one in public/; nothing was taken down."),
    remedy: Phrase(
      vi: "Kiểm tra lại mã, hoặc bỏ --edition để gỡ lần đang công bố.",
      en: "Look at the id again, or leave --edition out to take down what is published.")),
  Explanation(
    "withdraw.unmarked",
    Phrase(
      vi:
        "public/ có trang nhưng lan-cong-bo.json đã mất hay hỏng, nên chương trình không biết đang đứng lần nào; không gỡ gì cho đến khi --edition nói rõ.",
      en:
        "public/ has a site, and its lan-cong-bo.json is gone or damaged: which edition it is must be said by --edition before it is taken down."
    ),
    remedy: Phrase(
      vi: "Mở trang xem đúng là trang cần gỡ, rồi chạy lại với --edition.",
      en: "Look at the site to be sure that it is the one, and run again with --edition.")),
  Explanation(
    "withdraw.stranger",
    Phrase(
      vi:
        "Gỡ trang là thay cả public/ bằng thông báo và không giữ gì; tệp do người khác đặt ở đó cũng mất, và lệnh nêu tên chúng.",
      en:
        "Taking a site down puts the notice in the place of all of public/ and keeps nothing: files that others put there go too, and are named."
    ),
    remedy: Phrase(
      vi: "Để tệp của riêng mình ngoài public/, và thêm vào máy chủ sau khi chép.",
      en: "Keep files of your own out of public/, and add them on the server after copying.")),
  Explanation(
    "withdraw.kept",
    Phrase(
      vi:
        "Thư mục giu-lai/ giữ những tệp mà một lần chạy không chắc là của mình, có khi là cả một trang cũ: khi provenance.json đã mất thì không có gì nói trang ấy gồm những tệp nào. Gỡ trang không xóa chúng.",
      en:
        "The folder giu-lai/ keeps files that a run was not sure to have made, which may be a whole site: once provenance.json is lost, nothing says what a site was made of. Taking a site down does not remove them."
    ),
    remedy: Phrase(
      vi: "Mở giu-lai/ và xóa những tệp của trang đã gỡ.",
      en: "Look into giu-lai/ and remove what is of the site that was taken down.")),
  Explanation(
    "withdraw.left",
    Phrase(
      vi:
        "public/ chỉ còn thông báo, nhưng trang đã gỡ còn tệp không xóa được trong thư mục .public.new bên cạnh, thường vì chúng thuộc tài khoản khác.",
      en:
        "public/ has the notice alone, and files of what was taken down are still in the folder .public.new beside it: mostly they are those of another account."
    ),
    remedy: Phrase(
      vi: "Xóa thư mục ấy bằng tài khoản có quyền, rồi chạy lại lệnh gỡ: lệnh nêu lại nếu vẫn còn.",
      en:
        "Remove that folder with an account that may, and run the command again: it says so if some are left."
    )
  ),
  Explanation(
    "withdraw.unrecorded",
    Phrase(
      vi: "Trang đã được gỡ, nhưng ledger/ không phải thư mục nên sổ công bố không ghi được việc ấy.",
      en: "The site was taken down, and the ledger does not have it: ledger/ is no folder."),
    remedy: Phrase(
      vi: "Khôi phục thư mục ledger/ từ bản sao lưu, rồi chạy lại lệnh gỡ.",
      en: "Restore the folder ledger/ from a backup, and run the command again.")),
  Explanation(
    "run.failed",
    Phrase(
      vi:
        "Lần chạy dừng vì máy: đĩa đầy, thiếu quyền, tệp biến mất. Không có gì được công bố và bản trước đó vẫn nguyên.",
      en:
        "The run stopped for a failure of the environment: a full disk, a missing right, a file that is gone. Nothing was published."
    ),
    remedy: Phrase(
      vi: "Sửa điều mà thông báo nêu rồi chạy lại.", en: "Mend what the message names and run again.")),
  Explanation(
    "run.gate",
    Phrase(
      vi:
        "Số liệu không qua một điều kiện mà pipeline hay công đoạn đặt ra. Không có gì được công bố và bản trước đó vẫn nguyên.",
      en: "The data did not pass a condition that the pipeline or a stage sets. Nothing was published."),
    remedy: Phrase(
      vi:
        "Sửa điều mà thông báo nêu rồi chạy lại. office/run.json ghi mỗi bước nhận, giữ và loại bao nhiêu dòng; nếu có phát hiện về từng dòng thì office/findings.ndjson nêu tệp, dòng, cột và lý do.",
      en:
        "Mend what the message names and run again. office/run.json has how many rows each step was given, kept and rejected; findings about single rows, if there are any, are in office/findings.ndjson with file, line, column and reason."
    )),
  Explanation(
    "units.no-register",
    Phrase(
      vi: "Thư mục nêu sau --units không có, hoặc không có tệp nào trong đó.",
      en: "The folder after --units is not there, or has no file in it."),
    remedy: Phrase(
      vi: "Nêu thư mục có tệp units.csv; bỏ --units để dùng danh mục đi kèm chương trình.",
      en: "Name the folder with a file units.csv; leave --units out for the register that the program brings."
    )),
  Explanation(
    "units.names-file",
    Phrase(
      vi: "Tệp tên nêu sau --names không đọc được, hoặc không phải văn bản UTF-8.",
      en: "The file after --names cannot be read, or is no text in UTF-8."),
    remedy: Phrase(
      vi: "Lưu tệp thành văn bản UTF-8, mỗi dòng một tên.", en: "Save it as text in UTF-8, a name a line.")),
  Explanation(
    "units.no-names",
    Phrase(vi: "Tệp tên nêu sau --names không có tên nào.", en: "The file after --names has no name in it."),
    remedy: Phrase(vi: "Ghi vào tệp mỗi dòng một tên.", en: "Write a name a line into it.")),
]
