public import Diagnostics

/// What `explain` says of the codes of this module.
public let standardsExplanations = [
  Explanation(
    "standards.unknown",
    Phrase(
      vi: "Một con số hay kế hoạch nêu một chuẩn nghèo không có trong thư mục chuẩn.",
      en: "A figure or a plan names a poverty standard that is not in the folder of standards."),
    remedy: Phrase(
      vi: "Sửa mã chuẩn, hoặc thêm tệp của chuẩn ấy với căn cứ pháp lý.",
      en: "Mend the id, or add the file of that standard with its legal basis.")),
  Explanation(
    "standards.validity",
    Phrase(
      vi: "Thời gian áp dụng của chuẩn có ngày cuối trước ngày đầu.",
      en: "The validity of a standard ends before it begins."),
    remedy: Phrase(vi: "Sửa from hoặc to trong mục valid.", en: "Mend `from` or `to` under `valid:`.")),
  Explanation(
    "standards.duplicate",
    Phrase(
      vi: "Hai tệp có cùng mã chuẩn, nên không biết dùng tệp nào.",
      en: "Two files have one id, so it is not clear which to use."),
    remedy: Phrase(vi: "Bỏ một tệp, hoặc đổi mã.", en: "Remove one, or change its id.")),
  Explanation(
    "standards.incomplete",
    Phrase(
      vi: "Chuẩn có một phần quy tắc phân loại mà thiếu phần khác, nên không phân loại hộ được.",
      en: "A standard has some of its class rules and lacks others, so that no household could be classified."
    ),
    remedy: Phrase(
      vi:
        "Ghi income_lines và classes, và cả indicators lẫn cutoff khi chuẩn có chỉ số; chuẩn chưa rõ hết thì nói vì sao ở provisional.",
      en:
        "Write `income_lines` and `classes`, and both `indicators` and `cutoff` where there are indicators; say why in `provisional` where not all is known."
    )),
  Explanation(
    "standards.name",
    Phrase(
      vi: "Tên của ngưỡng được dùng trong điều kiện, nên phải viết được ở đó và không trùng tên khác.",
      en: "Conditions speak of limits by name, so a name must be one that can stand there and is not taken."),
    remedy: Phrase(vi: "Đổi tên ngưỡng.", en: "Choose another name.")),
  Explanation(
    "standards.cutoff",
    Phrase(
      vi: "Ngưỡng thiếu hụt nói về một số chỉ số khác với danh sách chỉ số.",
      en: "The cut-off speaks of another number of indicators than there are in the list."),
    remedy: Phrase(
      vi: "Đối chiếu với nghị định: bổ sung chỉ số còn thiếu hoặc sửa cutoff.",
      en: "Compare with the decree: add the indicator that is missing, or mend `cutoff`.")),
  Explanation(
    "standards.indicator-twice",
    Phrase(
      vi: "Một chỉ số được tính hai lần sẽ làm sai số thiếu hụt.",
      en: "An indicator that stands twice would be counted twice."),
    remedy: Phrase(vi: "Bỏ một chỉ số, hoặc đổi mã.", en: "Remove one, or change its id.")),
  Explanation(
    "standards.rule",
    Phrase(
      vi:
        "Mỗi quy tắc phân loại là một điều kiện đúng hoặc sai về một hộ: các phép so sánh, và tên dep_… của nhiều nhất sáu chỉ số; quy tắc theo điểm không hỏi chỉ số nào.",
      en:
        "A class rule is a condition that is true or false of a household: comparisons, and the flags dep_… of at most six indicators; a rule over points asks none of them."
    ),
    remedy: Phrase(
      vi: "Viết phép so sánh, như income <= line AND deprivations >= cutoff.",
      en: "Write a comparison, such as income <= line AND deprivations >= cutoff.")),
  Explanation(
    "standards.clause",
    Phrase(
      vi: "Mỗi phần của tệp chuẩn nêu văn bản quy định nó, và văn bản ấy phải có trong legal.",
      en: "Each part of a pack quotes the act that lays it down, and that act must stand in `legal`."),
    remedy: Phrase(
      vi: "Ghi văn bản, điều, khoản; thêm văn bản vào legal hoặc sửa số.",
      en: "Write act, article and clause; add the act to `legal`, or mend its number.")),
  Explanation(
    "standards.not-read",
    Phrase(
      vi:
        "Mỗi điều khoản ghi đã đối chiếu ra sao (checked): text là đã đọc văn bản; secondary là theo nguồn dẫn lại, số điều, khoản chưa đối chiếu với văn bản; not_read là chưa đối chiếu với đâu cả, nên phần ấy phải là tạm và không được nêu số điều, khoản.",
      en:
        "Each clause says how it was compared (`checked`): `text` was read in the act; `secondary` in a page that reports it, so that articles and clauses were not compared with the act; `not_read` nowhere, so that the part is provisional and names no article."
    ),
    remedy: Phrase(
      vi: "Đọc văn bản rồi ghi checked: text; nếu chưa, ghi provisional: true và chỉ nêu văn bản.",
      en:
        "Read the act and write `checked: text`; until then write `provisional: true` and name the act alone."
    )),
  Explanation(
    "standards.overlap",
    Phrase(
      vi:
        "Một mức thu nhập không cao hơn mức đứng trước nó, hoặc hai quy tắc cùng đúng với một hộ mà cho hai loại khác nhau: các khoảng chồng lên nhau.",
      en:
        "An income line is not above the one before it, or two rules are true of one household and give it two classes: the bands overlap."
    ),
    remedy: Phrase(
      vi: "Đối chiếu với văn bản, ghi các mức từ thấp lên cao, và cả hai đầu khoảng của mỗi loại.",
      en: "Compare with the act, write the lines from the lowest up, and both ends of the band of each class."
    )),
  Explanation(
    "standards.gap",
    Phrase(
      vi:
        "Không quy tắc nào của chuẩn nói về một hộ, nên hộ như vậy sẽ không có loại; hoặc gap nêu những hộ mà quy tắc có nói tới, hay không hộ nào.",
      en:
        "No rule of the standard speaks of some household, which would have no class; or `gap` names households of which a rule speaks, or none at all."
    ),
    remedy: Phrase(
      vi: "Thêm quy tắc còn thiếu; nếu chính văn bản bỏ trống những hộ ấy thì nêu đúng các hộ ấy ở gap.",
      en:
        "Add the rule that is lacking; where the act itself leaves households out, name just them in `gap`.")
  ),
  Explanation(
    "standards.amount",
    Phrase(
      vi:
        "Quy tắc phân loại có một con số hay phép tính của riêng nó, hoặc so những thứ không cùng loại: người đối chiếu với văn bản sẽ không thấy mức ấy ở đâu cả.",
      en:
        "A class rule has a number or a sum of its own, or compares things that are not alike: who checks the pack against the act would find that amount nowhere."
    ),
    remedy: Phrase(
      vi:
        "Ghi mức vào income_lines hoặc points.lines với tên và điều khoản; so deprivations với cutoff hoặc với một số nguyên không quá số chỉ số.",
      en:
        "Write the amount in `income_lines` or `points.lines` with name and clause; compare deprivations with cutoff, or with a whole number of at most all indicators."
    )),
  Explanation(
    "standards.line",
    Phrase(
      vi:
        "Một mức thu nhập nhỏ tới mức không thể tính bằng đồng, thường do ghi bằng nghìn đồng; hoặc mức ấy nêu một chỉ số mà chuẩn không có.",
      en:
        "An income line is so small that it cannot be in đồng; mostly thousands were written. Or it names an indicator that the standard does not have."
    ),
    remedy: Phrase(
      vi: "Ghi mức bằng đồng; sửa indicator của mức.",
      en: "Write the line in đồng; mend the `indicator` of the line.")),
  Explanation(
    "standards.form",
    Phrase(
      vi:
        "Cột của phiếu không nói đủ điều kiện cần gì: cột chữ phải có các từ, giới hạn phải hợp kiểu, cột nêu điều khoản đi với checked hoặc ghi law: false, và điều kiện chỉ hỏi cột về từ mà chính cột ấy có.",
      en:
        "A column of the form does not say what conditions need: words of a text, limits that fit the type, a clause with `checked` or `law: false`; and conditions ask a column only for words of its own."
    ),
    remedy: Phrase(
      vi: "Sửa cột ấy trong form của tệp chuẩn.", en: "Mend that column in the `form` of the pack.")),
  Explanation(
    "standards.province",
    Phrase(
      vi: "Phạm vi của chuẩn nêu một mã không phải của tỉnh nào, nên chuẩn sẽ không bao giờ được dùng.",
      en: "The scope of a standard has a code that no province has, so that it would never be used."),
    remedy: Phrase(vi: "Ghi mã tỉnh, từ 01 đến 96.", en: "Write the code of the province, 01 to 96.")),
  Explanation(
    "standards.english",
    Phrase(
      vi: "Tên của chuẩn, chiều, chỉ số, đường, từ của phiếu hay khoảng trống chỉ có tiếng Việt.",
      en:
        "The name of a standard, dimension, indicator, branch, word of the form or gap is in Vietnamese alone."
    ),
    remedy: Phrase(vi: "Ghi { vi: …, en: … }.", en: "Write { vi: …, en: … }.")),
  Explanation(
    "standards.period",
    Phrase(
      vi: "Các mức thu nhập của một chuẩn phải cùng tính theo tháng hoặc cùng theo năm.",
      en: "The income lines of a standard are all of months, or all of years."),
    remedy: Phrase(
      vi: "Ghi per: year cho mọi mức, hoặc không mức nào.", en: "Write `per: year` for all of them, or none.")
  ),
  Explanation(
    "standards.condition",
    Phrase(
      vi: "Điều kiện của chỉ số được hỏi về hộ hoặc về từng thành viên, không cả hai.",
      en: "The condition of an indicator is asked of the household or of each member, not of both."),
    remedy: Phrase(vi: "Giữ household hoặc member.", en: "Keep `household` or `member`.")),
  Explanation(
    "standards.branch",
    Phrase(
      vi:
        "Mục branches và các quy tắc không khớp: một đường không quy tắc nào dẫn tới, một đường không có tên, hoặc một quy tắc không nêu đường khi loại ấy có nhiều đường.",
      en:
        "`branches` and the rules do not agree: a way that no rule leads to, one without a name, or a rule without a way where the class has several."
    ),
    remedy: Phrase(
      vi: "Sửa tên đường ở branches hoặc ở quy tắc.", en: "Mend the name in `branches` or in the rule.")),
]
