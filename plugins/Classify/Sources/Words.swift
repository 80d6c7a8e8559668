import Diagnostics

/// What `explain` says of the codes of `households.classify`.
let classifyExplanations = [
  Explanation(
    "classify.standard",
    Phrase(
      vi: "Loại hộ phụ thuộc vào chuẩn nghèo. Cuối năm 2021 có hai chuẩn cùng dùng, nên không được đoán.",
      en: "The class depends on the standard. At the end of 2021 two were in use, so none is guessed."),
    remedy: Phrase(
      vi: "Ghi standard: của bước, hoặc reference_date của pipeline.",
      en: "Name the standard in the step, or give the pipeline a `reference_date`.")),
  Explanation(
    "classify.standard-then",
    Phrase(
      vi: "Bước nêu một chuẩn nghèo không áp dụng vào reference_date của pipeline.",
      en: "The step names a standard that is not valid on the reference date of the pipeline."),
    remedy: Phrase(vi: "Sửa standard hoặc reference_date.", en: "Mend `standard` or `reference_date`.")),
  Explanation(
    "classify.no-rules",
    Phrase(
      vi:
        "Tệp của chuẩn chỉ nêu tên chuẩn hoặc các mức, chưa có chỉ số hay quy tắc để phân loại từng hộ, vì những phần ấy chưa đối chiếu được với văn bản.",
      en:
        "The pack names the standard, or knows its lines alone, and does not say how a household is classified: those parts were not found in an act."
    ),
    remedy: Phrase(
      vi: "Thêm quy tắc vào tệp của chuẩn, mỗi quy tắc kèm điều khoản, hoặc dùng chuẩn khác.",
      en: "Add rules to the pack, each with its clause, or use another standard.")),
  Explanation(
    "classify.inputs",
    Phrase(
      vi: "Hộ được phân loại theo thu nhập và các thiếu hụt, hoặc theo điểm B1 và B2.",
      en: "Households are classified by income and deprivations, or by the points B1 and B2."),
    remedy: Phrase(
      vi: "Khai income và deprivations, hoặc points.",
      en: "Give `income` and `deprivations`, or `points`.")),
  Explanation(
    "classify.income-type",
    Phrase(
      vi: "Thu nhập được so chính xác với chuẩn, nên cột không thể là chữ hay số thực.",
      en: "Incomes are compared exactly, so the column cannot be text or floating-point."),
    remedy: Phrase(
      vi: "Khai cột là int hoặc decimal trong mô tả cột.", en: "Declare the column as int or decimal.")),
  Explanation(
    "classify.income-unit",
    Phrase(
      vi: "Đơn vị ghi ở mô tả cột khác đơn vị khai ở bước; sai đơn vị thì mọi hộ đều sai loại.",
      en: "The unit in the schema is another than that of the step; with a wrong unit every class is wrong."),
    remedy: Phrase(
      vi: "Đối chiếu với tệp, rồi sửa unit hoặc đổi cột về đồng/người/tháng.",
      en: "Look at the file, then mend `unit`, or convert the column to đồng per person and month.")),
  Explanation(
    "classify.indicator",
    Phrase(
      vi:
        "Mục deprivations phải có đúng các chỉ số của chuẩn: chỉ số thiếu không được coi là không thiếu hụt.",
      en:
        "`deprivations` must have the indicators of the standard: one that is lacking is not taken for \"no\"."
    ),
    remedy: Phrase(vi: "Thêm hoặc sửa tên chỉ số.", en: "Add the indicator, or mend its name.")),
  Explanation(
    "classify.column",
    Phrase(
      vi: "Các dòng đã có một cột cùng tên với cột sắp thêm.",
      en: "The rows have a column of the name of one that is to be added."),
    remedy: Phrase(vi: "Đổi tên một trong hai cột.", en: "Rename one of the two.")),
  Explanation(
    "classify.area",
    Phrase(
      vi: "Chuẩn thu nhập tùy khu vực; không biết khu vực thì không phân loại hộ.",
      en: "The income line depends on the area; without it the household has no class."),
    remedy: Phrase(
      vi: "Sửa ô khu vực, hoặc khai các từ của cột trong area.words.",
      en: "Mend the cell, or declare the words of the column in `area.words`.")),
  Explanation(
    "classify.income",
    Phrase(
      vi:
        "Hộ không có thu nhập trong tệp, hoặc thu nhập nhỏ hơn 0; thiếu không phải là 0, và số âm là ghi nhầm.",
      en:
        "The household has no income in the file, or one below 0; missing is not 0, and what is below 0 is a slip."
    ),
    remedy: Phrase(vi: "Bổ sung hoặc sửa thu nhập của hộ.", en: "Fill in or mend the income.")),
  Explanation(
    "classify.deprivation",
    Phrase(
      vi:
        "Ở mức thu nhập của hộ, quy tắc có hỏi số thiếu hụt mà một chỉ số chưa rõ, nên chưa biết hộ thuộc loại nào.",
      en: "At the income of the household a rule asks of deprivations, and an indicator is not known."
    ),
    remedy: Phrase(
      vi: "Bổ sung các cột mà biểu thức của chỉ số cần.", en: "Fill in the columns that its expression needs."
    )),
  Explanation(
    "classify.points",
    Phrase(
      vi: "Hộ thiếu điểm B1 hoặc B2 mà loại hộ phụ thuộc vào, hoặc điểm B1 nhỏ hơn 0.",
      en: "The household lacks points on which its class depends, or its points B1 are below 0."),
    remedy: Phrase(vi: "Bổ sung hoặc sửa điểm từ phiếu.", en: "Fill in or mend the points from the form.")),
  Explanation(
    "classify.b2-count",
    Phrase(
      vi:
        "Điểm B2 và các chỉ số của một hộ nói hai số thiếu hụt khác nhau. Loại hộ và deprivation_count theo điểm, các cột dep_ theo chỉ số; không bên nào bị sửa.",
      en:
        "The points B2 and the indicators of a household give two numbers of deprivations. Class and `deprivation_count` are those of the points, the columns `dep_` those of the indicators; neither is changed."
    ),
    remedy: Phrase(
      vi: "Xã xem lại phiếu B2 của hộ rồi sửa điểm hoặc chỉ số.",
      en: "The commune looks at form B2 and mends the points or the indicators.")),
  Explanation(
    "classify.income-flag",
    Phrase(
      vi:
        "Chuẩn lấy một mức thu nhập làm ngưỡng của một chỉ số, mà chỉ số đã ghi của hộ trái với thu nhập của chính hộ ấy. Một trong hai sai, nên chỉ số coi như chưa biết.",
      en:
        "A line of incomes is the threshold of an indicator, and what is given for the indicator of a household contradicts its own income. One of the two is wrong, so the indicator counts as not known."
    ),
    remedy: Phrase(
      vi:
        "Xã xem lại phiếu của hộ rồi sửa thu nhập hoặc chỉ số; hoặc khai chỉ số bằng phép so sánh trên chính cột thu nhập.",
      en:
        "The commune looks at the form and mends the income or the indicator; or give the indicator as a comparison of the column of the income itself."
    )),
  Explanation(
    "classify.word",
    Phrase(
      vi:
        "Một ô của phiếu có từ mà phiếu của chuẩn không có, nên câu trả lời coi như chưa biết; không từ lạ nào được coi là 'không thiếu hụt'.",
      en:
        "A cell has a word that the form of the standard does not have, so the answer counts as not known; no strange word is taken for \"not deprived\"."
    ),
    remedy: Phrase(
      vi: "Sửa ô, hoặc đổi từ của tệp thành từ của phiếu trước bước này; standards show in các từ.",
      en:
        "Mend the cell, or map the words of the file to those of the form before; `standards show` has them.")
  ),
  Explanation(
    "classify.number",
    Phrase(
      vi: "Một số nhỏ hơn mức nhỏ nhất có thể có, như hộ không có người nào, nên coi như chưa biết.",
      en: "A number is below the least there can be, such as a household of nobody: it counts as not known."),
    remedy: Phrase(vi: "Đối chiếu với phiếu rồi sửa số.", en: "Compare with the form and mend the number.")),
  Explanation(
    "classify.answers",
    Phrase(
      vi:
        "Các ô của phiếu, từng ô thì có thể, nhưng cùng đúng thì không, như số người phụ thuộc nhiều hơn số người trong hộ. Không biết ô nào sai, nên chỉ số coi như chưa biết.",
      en:
        "Cells of a form that can each be, but not together, such as more dependants than members. Nobody knows which is wrong, so the indicator counts as not known."
    ),
    remedy: Phrase(
      vi: "Đối chiếu với phiếu rồi sửa ô sai; điều kiện của chỉ số có ở standards show.",
      en: "Compare with the form and mend the wrong cell; `standards show` has the condition.")),
  Explanation(
    "classify.day",
    Phrase(
      vi:
        "Một ngày sau ngày rà soát, hoặc quá lâu trước ngày ấy, không thể là ngày sinh của thành viên, nên coi như chưa biết; tuổi không bao giờ âm.",
      en:
        "A day after the review, or too long before it, is no day of birth of a member: it counts as not known. No age is below 0."
    ),
    remedy: Phrase(
      vi: "Đối chiếu với giấy tờ rồi sửa ngày; xem cả reference_date.",
      en: "Compare with the papers and mend the day; look at `reference_date`, too.")),
  Explanation(
    "classify.declared-missing",
    Phrase(
      vi: "Hộ không có loại đã khai trong tệp, nên loại tính lại không có gì để đối chiếu.",
      en: "No class is declared for the household, so there is nothing to compare the one worked out with."),
    remedy: Phrase(
      vi: "Bổ sung loại hộ đã khai; cột trống hết thì bỏ declared.",
      en: "Fill in the declared class; where the whole column is blank, remove `declared`.")),
  Explanation(
    "classify.b2",
    Phrase(
      vi: "Điểm B2 là 10 điểm cho mỗi chỉ số thiếu hụt, nên điểm khác là ghi nhầm; hộ không được phân loại.",
      en:
        "Form B2 gives ten points for each deprivation, so any other number is a slip; the household has no class."
    ),
    remedy: Phrase(vi: "Đối chiếu với phiếu B2.", en: "Compare with the form.")),
  Explanation(
    "classify.rule",
    Phrase(
      vi: "Mọi quy tắc của chuẩn đều trả lời không, nên hộ không thuộc loại nào.",
      en: "Every rule of the standard says no, so the household is in no class."),
    remedy: Phrase(
      vi: "Xem lại các quy tắc trong tệp của chuẩn.", en: "Look at the rules in the pack of the standard.")),
  Explanation(
    "classify.scope",
    Phrase(
      vi: "Chuẩn của một tỉnh chỉ dùng cho số liệu của tỉnh ấy, và bước phải nói rõ số liệu của tỉnh nào.",
      en: "A standard of a province is for its rows alone, and the step must say of which province they are."),
    remedy: Phrase(
      vi: "Khai province, hoặc dùng chuẩn khác.", en: "Write `province`, or use another standard.")),
  Explanation(
    "classify.provisional",
    Phrase(
      vi: "Những phần chưa được đối chiếu với văn bản không dùng để phân loại, trừ khi pipeline cho phép.",
      en: "Parts that were not compared with the act do not classify anyone unless the pipeline lets them."),
    remedy: Phrase(
      vi: "Đối chiếu và sửa tệp chuẩn; chỉ để chạy thử mới ghi allow_provisional: true.",
      en: "Compare and mend the pack; write `allow_provisional: true` for trials only.")),
  Explanation(
    "classify.income-period",
    Phrase(
      vi: "Chuẩn tính theo năm mà thu nhập theo tháng, hoặc ngược lại; so như vậy thì mọi hộ đều sai loại.",
      en: "The lines are of a year and the income of a month, or the reverse: every class would be wrong."),
    remedy: Phrase(
      vi: "Dùng cột thu nhập cùng kỳ với chuẩn và sửa unit.",
      en: "Give an income of the same period, and mend `unit`.")),
  Explanation(
    "classify.declared",
    Phrase(
      vi: "Loại hộ ghi trong tệp khác loại tính lại theo chuẩn; cả hai được giữ, không bên nào bị sửa.",
      en: "The class in the file is another than the one worked out; both are kept, and neither is changed."),
    remedy: Phrase(
      vi: "Xã xem lại phiếu của hộ: điểm, thu nhập, thiếu hụt, khu vực, rồi quyết định.",
      en: "The commune looks at the form of the household, its points, income and area, and decides.")),
  Explanation(
    "classify.declared-word",
    Phrase(
      vi: "Cột loại hộ đã khai có một từ chưa được nói là loại nào, nên hộ ấy không đối chiếu được.",
      en: "The declared class has a word of which it is not said which class it is."),
    remedy: Phrase(
      vi: "Thêm từ ấy vào declared.words, hoặc sửa ô.", en: "Add it to `declared.words`, or mend the cell.")),
  Explanation(
    "classify.condition",
    Phrase(
      vi: "Điều kiện của chuẩn cho một chỉ số không hỏi được trên các dòng này.",
      en: "The standard's own condition of an indicator cannot be asked of these rows."),
    remedy: Phrase(
      vi: "Tạo cột mà điều kiện cần, hoặc khai chỉ số trong deprivations.",
      en: "Make the column that it needs, or give the indicator in `deprivations`.")),
]
