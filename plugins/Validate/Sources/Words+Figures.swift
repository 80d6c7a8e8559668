import Diagnostics

/// What `explain` says of the codes of `figures.check`.
let figureExplanations =
  [
    Explanation(
      "figures.wrong",
      Phrase(
        vi:
          "Các số liệu trái với nhau theo một quy tắc, như số cuối kỳ khác số tính lại từ biến động. Không số nào được sửa.",
        en:
          "Figures contradict each other by a rule, as a closing number that the flows do not give. None is mended."
      ),
      remedy: Phrase(
        vi:
          "Đối chiếu với văn bản gốc; nếu chép sai thì sửa bảng, nếu văn bản ghi như vậy thì hỏi nơi lập biểu.",
        en:
          "Compare with the document; mend the table if it was copied wrongly, else ask those who made the form."
      )),
    Explanation(
      "figures.doubtful",
      Phrase(
        vi:
          "Một số liệu khác thường. Đây là điều cần xem lại, không phải là kết luận, và không đưa lên trang.",
        en:
          "A figure is out of the ordinary: something to look at, no conclusion, and not shown to everybody."),
      remedy: Phrase(
        vi: "Hỏi lại xã; giữ nguyên nếu số đúng.", en: "Ask the commune, and leave it when it is right.")),
    Explanation(
      "figures.not-checked",
      Phrase(
        vi:
          "Có ô mà quy tắc cần nhưng để trống; trống không phải là 0, nên chỗ ấy không được xét. Hoặc quá nhiều đơn vị giống nhau, nên không có mức phân tán để nói đơn vị nào khác xa.",
        en:
          "A cell that the rule needs is blank; blank is not 0, so that place was not checked. Or so many units are alike that there is no spread by which another would be far from them."
      ),
      remedy: Phrase(
        vi: "Bổ sung ô; nếu đúng là 0 thì ghi 0. Đơn vị khác các đơn vị giống nhau thì tự xem lại.",
        en: "Fill the cell in; if it is 0, write 0. Look yourself at the units that are unlike the others.")),
    Explanation(
      "figures.overflow",
      Phrase(
        vi:
          "Các số mà quy tắc cần đều có, nhưng số tính ra từ chúng vượt quá 64 bit nên không kết luận được.",
        en:
          "The numbers that the rule needs are there, but what is worked out of them does not fit in 64 bits, so nothing can be said."
      ),
      remedy: Phrase(
        vi: "Đối chiếu với văn bản gốc: không nơi nào có nhiều hộ như vậy.",
        en: "Compare with the document: there are nowhere so many households.")),
    Explanation(
      "figures.zero-whole",
      Phrase(
        vi: "Mẫu số của một quy tắc được ghi là 0, nên ở chỗ ấy không có tỷ lệ nào để xét.",
        en: "The number that a rule divides by is given as 0, so that there is no rate to be checked."),
      remedy: Phrase(
        vi: "Nếu nơi ấy có hộ thì sửa số 0; nếu không thì để trống tỷ lệ.",
        en: "Mend the 0 where there are households; where there are none leave the rate blank.")),
    Explanation(
      "figures.series-break",
      Phrase(
        vi:
          "Năm trước theo chuẩn nghèo khác, hoặc đơn vị có địa giới khác, nên hai năm không so được; đây không phải là lỗi.",
        en:
          "The year before is of another standard, or the unit had other boundaries, so the two cannot be compared; that is no mistake."
      ),
      remedy: Phrase(
        vi: "Không phải làm gì; nêu rõ chỗ ngắt khi trình bày.",
        en: "Nothing; say so where the series is shown.")),
    Explanation(
      "figures.idle-rule",
      Phrase(
        vi: "Quy tắc không xét số liệu nào, nên không thấy sai không có nghĩa là đúng.",
        en: "The rule has looked at no figure, so that nothing breaks it says nothing."),
      remedy: Phrase(
        vi: "Xem lại tên số đo; bỏ quy tắc nếu số liệu không có các số đo ấy.",
        en: "Look at the names of the measures; remove the rule when there are no such figures.")),
    Explanation(
      "validate.parts-level",
      Phrase(
        vi: "Các phần phải ở cấp dưới của tổng.", en: "Parts are of a level below that of their total."),
      remedy: Phrase(vi: "Sửa from hoặc to.", en: "Mend `from` or `to`.")),
    Explanation(
      "validate.unused-cell",
      Phrase(
        vi: "cells khai một tên mà không biểu thức nào dùng; thường là viết sai tên.",
        en: "`cells` declares a name that no expression uses, mostly a slip of the pen."),
      remedy: Phrase(vi: "Sửa tên, hoặc bỏ nó.", en: "Mend the name, or remove it.")),
  ]
