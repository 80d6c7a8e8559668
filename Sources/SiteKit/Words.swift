public import Diagnostics

/// What `explain` says of the codes of templates, words and sites.
public let siteKitExplanations: [Explanation] = templateExplanations + wordExplanations + siteExplanations

private let templateExplanations: [Explanation] = [
  Explanation(
    "template.unclosed-tag",
    Phrase(vi: "Một thẻ {{ của mẫu không được đóng.", en: "A tag {{ of a template is not closed."),
    remedy: Phrase(vi: "Thêm }} và kiểm tra dấu ngoặc kép.", en: "Add }} and check the quotes.")),
  Explanation(
    "template.syntax",
    Phrase(
      vi:
        "Một thẻ của mẫu không đọc được: mẫu có các lệnh for, if, else, end, include, layout, content, t, link, icon, hoặc tên một giá trị.",
      en:
        "A tag of a template cannot be read: there are for, if, else, end, include, layout, content, t, link, icon, or the name of a value."
    ), remedy: Phrase(vi: "Viết thẻ theo dạng thông báo nêu.", en: "Write the tag as the message shows.")),
  Explanation(
    "template.stray-tag",
    Phrase(
      vi: "Thẻ end, else hoặc content đứng ngoài khối của nó.",
      en: "A tag end, else or content stands outside its block."),
    remedy: Phrase(vi: "Bỏ thẻ, hoặc thêm thẻ mở.", en: "Remove it, or add the tag that opens the block.")),
  Explanation(
    "template.unclosed-block",
    Phrase(vi: "Một khối for hoặc if không có end.", en: "A block for or if has no end."),
    remedy: Phrase(vi: "Thêm {{ end }}.", en: "Add {{ end }}.")),
  Explanation(
    "template.unknown-template",
    Phrase(
      vi: "Mẫu gọi một mẫu khác không có trong templates/.",
      en: "A template takes another that is not in templates/."),
    remedy: Phrase(vi: "Sửa tên, hoặc thêm tệp.", en: "Correct the name, or add the file.")),
  Explanation(
    "template.recursive",
    Phrase(
      vi: "Một mẫu gọi lại chính nó, nên trang không bao giờ hết.",
      en: "A template includes itself, so that the page would never end."),
    remedy: Phrase(vi: "Bỏ một lần gọi trong vòng.", en: "Remove one of the includes of the circle.")),
  Explanation(
    "template.link-needed",
    Phrase(
      vi: "Địa chỉ phải viết bằng link, để liên kết là tương đối và không ai chèn được mã chạy.",
      en: "An address is written with link, so that it is relative and nobody can slip in a script."),
    remedy: Phrase(vi: "Đổi {{ x }} thành {{ link x }}.", en: "Turn {{ x }} into {{ link x }}.")),
  Explanation(
    "template.unquoted",
    Phrase(
      vi: "Giá trị thuộc tính không có dấu ngoặc kép thì dấu cách làm hỏng trang.",
      en: "An attribute without quotes breaks at the first space."),
    remedy: Phrase(vi: "Thêm dấu ngoặc kép quanh thẻ.", en: "Put double quotes around the tag.")),
  Explanation(
    "template.unknown-field",
    Phrase(
      vi: "Mẫu dùng một giá trị mà trang không có.",
      en: "A template uses a value that the page does not have."),
    remedy: Phrase(vi: "Sửa tên theo gợi ý.", en: "Correct the name as suggested.")),
  Explanation(
    "template.not-text",
    Phrase(
      vi: "Mẫu in ra một danh sách, một nhóm giá trị hoặc một điều kiện.",
      en: "A template writes a list, a group of values or a condition."),
    remedy: Phrase(vi: "Dùng for, if, hoặc một mục bên trong.", en: "Use for, if, or a part of it.")),
  Explanation(
    "template.not-list",
    Phrase(vi: "Lệnh for cần một danh sách.", en: "The command for needs a list."),
    remedy: Phrase(vi: "Dùng tên một danh sách.", en: "Use the name of a list.")),
  Explanation(
    "template.unknown-icon",
    Phrase(vi: "Không có tệp biểu tượng ấy trong icons/.", en: "There is no such file in icons/."),
    remedy: Phrase(vi: "Thêm tệp SVG, hoặc sửa tên.", en: "Add the SVG file, or correct the name.")),
]

private let wordExplanations: [Explanation] = [
  Explanation(
    "template.unknown-word",
    Phrase(
      vi: "Mẫu dùng một từ không có trong tệp từ của ngôn ngữ này.",
      en: "A template uses a word that is not in the file of this language."),
    remedy: Phrase(
      vi: "Thêm từ vào cả words.vi.yaml và words.en.yaml.",
      en: "Add it to both words.vi.yaml and words.en.yaml.")),
  Explanation(
    "template.unknown-parameter",
    Phrase(
      vi: "Mẫu đưa cho từ một giá trị mà từ không dùng.",
      en: "A template gives a word a value that the word does not take."),
    remedy: Phrase(vi: "Bỏ giá trị ấy, hoặc sửa tên.", en: "Remove the value, or correct its name.")),
  Explanation(
    "template.missing-parameter",
    Phrase(
      vi: "Từ có {tên} nhưng mẫu không đưa giá trị.",
      en: "A word has {name} and the template gives no value for it."),
    remedy: Phrase(vi: "Thêm tên=giá_trị vào thẻ.", en: "Add name=value to the tag.")),
  Explanation(
    "words.not-text",
    Phrase(
      vi: "Tệp từ chỉ chứa chữ và các nhóm chữ.", en: "A file of words holds texts and groups of texts."),
    remedy: Phrase(vi: "Thay danh sách bằng chữ.", en: "Replace the list by a text.")),
  Explanation(
    "words.bad-parameter",
    Phrase(
      vi: "Dấu ngoặc nhọn trong một từ không đủ cặp hoặc không chứa tên.",
      en: "The braces in a word do not pair or hold no name."),
    remedy: Phrase(
      vi: "Viết {tên}, hoặc {{ và }} cho chính dấu ngoặc.", en: "Write {name}, or {{ and }} for braces.")),
]

private let siteExplanations: [Explanation] = [
  Explanation(
    "theme.missing-template",
    Phrase(
      vi: "Giao diện thiếu một mẫu trang mà trang web cần.",
      en: "The theme lacks a page template that the site needs."),
    remedy: Phrase(
      vi: "Chép mẫu ấy từ giao diện đi kèm chương trình.",
      en: "Copy it from the theme that comes with the program.")),
  Explanation(
    "theme.missing-word",
    Phrase(
      vi: "Tệp từ thiếu một từ mà chương trình dùng.",
      en: "The file of words lacks one that the program uses."),
    remedy: Phrase(vi: "Thêm từ ấy vào cả hai tệp.", en: "Add it to both files.")),
  Explanation(
    "theme.unknown-parameter",
    Phrase(
      vi:
        "Một từ có {tên} của một giá trị mà chương trình không đưa ở chỗ ấy, nên người đọc sẽ thấy dấu ngoặc.",
      en:
        "A word has a {name} for which the program gives no value there, so that readers would see the braces."
    ),
    remedy: Phrase(
      vi: "Sửa tên trong ngoặc như tệp từ đi kèm chương trình.",
      en: "Mend the name in braces as in the words that come with the program.")),
  Explanation(
    "site.duplicate-page",
    Phrase(vi: "Hai trang có cùng địa chỉ.", en: "Two pages have one address."),
    remedy: Phrase(
      vi: "Đổi mã của một kế hoạch, chỉ tiêu hoặc đơn vị.", en: "Change the id of a plan, target or unit.")),
  Explanation(
    "site.broken-link",
    Phrase(
      vi: "Một liên kết nội bộ không dẫn tới đâu; trang không được công bố.",
      en: "An internal link leads nowhere; the site is not published."),
    remedy: Phrase(vi: "Sửa địa chỉ trong mẫu.", en: "Mend the address in the template.")),
  Explanation(
    "site.broken-anchor",
    Phrase(
      vi: "Một liên kết trỏ tới chỗ không có trên trang đích.",
      en: "A link points to a place that its page does not have."),
    remedy: Phrase(
      vi: "Thêm id ở trang đích, hoặc sửa phần sau dấu #.",
      en: "Add the id to that page, or correct what follows #.")),
  Explanation(
    "site.duplicate-id",
    Phrase(
      vi: "Hai chỗ trên một trang cùng id, nên liên kết tới đó không rõ.",
      en: "Two places of a page share an id, so that a link to it is unclear."),
    remedy: Phrase(vi: "Đổi id của một chỗ trong mẫu.", en: "Change one of them in the template.")),
]
