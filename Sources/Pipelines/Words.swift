public import Diagnostics

/// What `minhbach explain` says of the codes of pipeline files, and of the report of a run.
public let pipelinesExplanations: [Explanation] =
  fileExplanations + editionExplanations + inputExplanations + privacyExplanations + parameterExplanations + [
    Explanation(
      "findings.capped",
      Phrase(
        vi: "Một bước phát hiện quá nhiều lỗi số liệu; tệp chỉ giữ những lỗi đầu, còn số đếm thì đủ.",
        en: "A step found too much wrong with the data; the file keeps the first, and the counts are whole."),
      remedy: Phrase(
        vi: "Sửa những lỗi đã nêu rồi chạy lại; thường chúng có chung một nguyên nhân.",
        en: "Mend what is shown and run again; mostly there is one cause."))
  ]

private let fileExplanations = [
  Explanation(
    "pipeline.empty",
    Phrase(
      vi: "Tệp pipeline không có nội dung, hoặc chỉ có chú thích.",
      en: "The pipeline file is empty, or has comments alone."),
    remedy: Phrase(
      vi: "Kiểm tra xem có đúng tệp không, hoặc chạy `minhbach init` để có một tệp mẫu.",
      en: "Check that it is the right file, or have an example written by `minhbach init`.")),
  Explanation(
    "pipeline.no-steps",
    Phrase(
      vi: "Danh sách dưới steps: trống, nên pipeline không làm gì.",
      en: "The list under `steps:` is empty, so the pipeline does nothing."),
    remedy: Phrase(
      vi: "Thêm các bước; `minhbach stages` liệt kê các công đoạn dùng được.",
      en: "Add steps; `minhbach stages` lists the stages that there are.")),
  Explanation(
    "pipeline.unknown-stage",
    Phrase(
      vi: "Sau use: là tên một công đoạn không có trong chương trình này.",
      en: "After `use:` stands the name of a stage that this program does not have."),
    remedy: Phrase(
      vi: "Sửa tên theo gợi ý; `minhbach stages` liệt kê các công đoạn dùng được.",
      en: "Mend the name as suggested; `minhbach stages` lists the stages that there are.")),
  Explanation(
    "pipeline.same-id",
    Phrase(
      vi:
        "Hai bước cùng tên, nên không rõ from: lấy từ bước nào. Không ghi id: thì tên bước là tên công đoạn.",
      en:
        "Two steps have one name, so a `from:` is unclear. Without `id:` a step is named after its stage."
    ),
    remedy: Phrase(
      vi: "Ghi id: khác nhau cho mỗi bước.", en: "Give each of them an `id:` of its own.")),
  Explanation(
    "pipeline.cycle",
    Phrase(
      vi: "Các bước lấy kết quả của nhau thành một vòng, nên không bước nào chạy trước được.",
      en: "Steps take from one another in a circle, so none of them can run first."),
    remedy: Phrase(
      vi: "Sửa một chỗ from: để cắt vòng. Bước không có from: thì lấy kết quả của bước viết ngay trước nó.",
      en: "Break the circle at one `from:`. A step without `from:` takes from the step written before it.")),
  Explanation(
    "pipeline.defaults",
    Phrase(
      vi: "Dưới defaults: có một mục mà không công đoạn nào dùng đến, có thể do gõ sai.",
      en: "Under `defaults:` stands an entry that no stage asks for, perhaps by a slip."),
    remedy: Phrase(
      vi: "Sửa tên theo gợi ý, hoặc xóa mục đó.", en: "Mend the name as suggested, or remove it.")),
  Explanation(
    "pipeline.resource",
    Phrase(
      vi: "Công đoạn cần một tài liệu dùng chung mà defaults: chưa nêu và chương trình không kèm sẵn.",
      en: "The stage needs a document that `defaults:` does not name and the program does not bring along."),
    remedy: Phrase(
      vi: "Thêm dưới defaults: mục mà thông báo nêu, với đường dẫn của tài liệu.",
      en: "Add the entry that the message names under `defaults:`, with the path of the document.")),
  Explanation(
    "pipeline.unused",
    Phrase(
      vi: "Không bước nào lấy kết quả của bước này. Pipeline vẫn chạy, nhưng có thể thiếu một chỗ from:.",
      en: "No step takes what this step gives. The pipeline runs, but a `from:` may be missing."),
    remedy: Phrase(
      vi: "Thêm bước này vào from: của bước cần nó, hoặc bỏ bước.",
      en: "Name it in the `from:` of a step that needs it, or remove it.")),
]

private let inputExplanations = [
  Explanation(
    "pipeline.unknown-step",
    Phrase(
      vi: "from: nêu một bước không có trong tệp này.", en: "A `from:` names a step that is not in this file."
    ),
    remedy: Phrase(
      vi: "Sửa tên theo gợi ý. Tên bước là id: của bước, hoặc tên công đoạn khi không ghi id:.",
      en: "Mend the name as suggested. A step is known by its `id:`, or by its stage when it has none.")),
  Explanation(
    "pipeline.missing-input",
    Phrase(
      vi: "Một đầu vào bắt buộc của công đoạn chưa được nối với bước hay tệp nào.",
      en: "An input that the stage needs is joined to no step and no file."),
    remedy: Phrase(
      vi: "Thêm vào from: một bước cho kết quả thuộc loại ghi trong ngoặc.",
      en: "Add to `from:` a step that gives what the message names in brackets.")),
  Explanation(
    "pipeline.unknown-input",
    Phrase(
      vi: "from: nêu một đầu vào mà công đoạn không có.",
      en: "A `from:` names an input that the stage does not have."),
    remedy: Phrase(
      vi: "Sửa tên theo gợi ý; `minhbach explain` với tên công đoạn liệt kê các đầu vào.",
      en: "Mend the name as suggested; `minhbach explain` with the name of the stage lists its inputs.")),
  Explanation(
    "pipeline.no-output",
    Phrase(
      vi: "Bước được nêu chỉ ghi ra tệp, hoặc không có kết quả mang tên sau dấu chấm.",
      en: "The step named only writes files, or has no output of the name after the dot."),
    remedy: Phrase(
      vi: "Lấy kết quả của một bước khác, hoặc sửa tên sau dấu chấm theo gợi ý.",
      en: "Take from another step, or mend the name after the dot as suggested.")),
  Explanation(
    "pipeline.ambiguous-input",
    Phrase(
      vi: "Kết quả của một bước hợp với nhiều đầu vào của công đoạn; chương trình không tự chọn.",
      en: "What a step gives fits several inputs of the stage, and the program does not choose."),
    remedy: Phrase(
      vi: "Ghi rõ từng đầu vào, dạng from: { tên đầu vào: bước }.",
      en: "Name each input, as `from: { input: step }`.")),
  Explanation(
    "pipeline.input-kind",
    Phrase(
      vi:
        "Kết quả của bước không thuộc loại mà đầu vào nhận, như số liệu chưa bảo vệ thay cho đã bảo vệ.",
      en:
        "What the step gives is not what the input takes, such as figures that are not yet protected."
    ),
    remedy: Phrase(
      vi: "Lấy kết quả của một bước khác, hoặc thêm ở giữa một bước biến loại này thành loại kia.",
      en: "Take from another step, or put a step between that makes the one into the other.")),
]

private let privacyExplanations = [
  Explanation(
    "pipeline.not-released",
    Phrase(
      vi:
        "Bước ghi ra cho mọi người xem mà đầu vào chưa qua bảo vệ: một số quá nhỏ có thể làm lộ một hộ.",
      en:
        "The step writes for everybody what has not been protected: a small number may reveal a family."
    ),
    remedy: Phrase(
      vi:
        "Đưa số liệu qua figures.protect rồi lấy kết quả của bước đó. Không thể tắt kiểm tra này.",
      en: "Send the figures through figures.protect and take from that step. This check cannot be turned off."
    )),
  Explanation(
    "pipeline.personal",
    Phrase(
      vi:
        "Một cột thông tin cá nhân sẽ đến mọi người; cột được tính từ nó cũng bị coi là thông tin cá nhân.",
      en: "A column of personal data would reach everybody; columns made from it count as personal too."),
    remedy: Phrase(
      vi: "Tổng hợp thành số đếm, hoặc bỏ cột ở một bước trước; gợi ý cho biết cột đã đi qua những bước nào.",
      en: "Add it up into counts, or drop the column in a step before; the hint shows the way it took.")),
]

private let parameterExplanations = [
  Explanation(
    "params.set",
    Phrase(
      vi: "--set trên dòng lệnh phải có dạng TÊN=GIÁ_TRỊ, với tên đã khai dưới params:.",
      en: "A --set of the command line is NAME=VALUE, with a name declared under `params:`."),
    remedy: Phrase(
      vi: "Sửa tên theo gợi ý, hoặc khai tham số dưới params: kèm giá trị mặc định.",
      en: "Mend the name as suggested, or declare the parameter under `params:` with a default.")),
  Explanation(
    "params.unknown",
    Phrase(
      vi: "{param: tên} dùng một tham số chưa khai dưới params:.",
      en: "A {param: name} uses a parameter that is not declared under `params:`."),
    remedy: Phrase(
      vi: "Sửa tên theo gợi ý, hoặc khai tham số kèm giá trị mặc định.",
      en: "Mend the name as suggested, or declare the parameter with a default.")),
  Explanation(
    "params.environment",
    Phrase(
      vi: "{env: TÊN} chỉ dùng được biến môi trường đã liệt kê dưới env: và đang có giá trị.",
      en: "An {env: NAME} uses only environment variables that `env:` lists and that have a value."),
    remedy: Phrase(
      vi: "Thêm tên biến vào env:, và đặt giá trị cho nó trước khi chạy.",
      en: "Add the name to `env:`, and give the variable a value before running.")),
  Explanation(
    "pipeline.one-input",
    Phrase(
      vi: "Đầu vào này nhận kết quả của một bước; nhiều bước thì không biết dùng bước nào.",
      en: "This input takes what one step gives; of several it would not be clear which."),
    remedy: Phrase(
      vi: "Chỉ nêu một bước cho đầu vào ấy.", en: "Name one step for that input.")),
  Explanation(
    "pipeline.expect",
    Phrase(
      vi:
        "expect: đòi điều mà bước không có: min_rows cần bước cho các dòng, max_rejected cần bước đọc hay kiểm tra từng dòng.",
      en:
        "`expect:` asks for what the step does not have: `min_rows` needs a step that gives rows, `max_rejected` one that reads or checks them."
    ),
    remedy: Phrase(
      vi: "Bỏ mục ấy ở bước này, hoặc đặt ở bước đọc hay kiểm tra các dòng.",
      en: "Remove it here, or write it at the step that reads or checks the rows.")),
  Explanation(
    "pipeline.quarantine",
    Phrase(
      vi: "quarantine: { by: … } nêu một cột mà không bước nào cho, nên không xếp được các dòng bị loại.",
      en: "`quarantine: { by: … }` names a column that no step gives, so rejected rows cannot be laid out."),
    remedy: Phrase(
      vi: "Sửa tên cột theo gợi ý, hoặc bỏ mục này: khi đó mọi dòng bị loại nằm chung trong office/rejected.",
      en: "Mend the name as suggested, or leave the entry out: all rejected rows then lie in office/rejected."
    )
  ),
  Explanation(
    "pipeline.same-column",
    Phrase(
      vi: "Bước này cho hai cột cùng tên; các bước sau chỉ tìm thấy cột thứ nhất.",
      en: "This step gives two columns of one name; later steps would only ever find the first."),
    remedy: Phrase(
      vi: "Đặt tên khác cho cột mới trong with: của bước.",
      en: "Give the new column another name under `with:` of the step.")),
]
