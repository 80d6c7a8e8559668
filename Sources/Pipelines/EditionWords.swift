import Diagnostics

/// What `explain` says of the codes of editions: what one says of others, and what it changes of them.
let editionExplanations =
  editionOrderExplanations + [
    Explanation(
      "edition.no-predecessor",
      Phrase(
        vi:
          "edition.previous ghi một lần công bố không có trong sổ công bố (thư mục ledger/) của nơi ghi kết quả, nên không so sánh được.",
        en:
          "`edition.previous` names an edition that is not in the ledger (the folder ledger/) of the output, so that nothing can be compared with it."
      ),
      remedy: Phrase(
        vi: "Chạy với cùng --output như lần trước, hoặc sửa edition.previous.",
        en: "Run with the --output of that edition, or mend `edition.previous`.")),
    Explanation(
      "edition.own-predecessor",
      Phrase(
        vi: "edition.previous trùng với edition.id: một lần công bố không thể đứng trước chính nó.",
        en: "`edition.previous` is the id of the edition itself, which cannot come before itself."),
      remedy: Phrase(
        vi: "Ghi mã của lần trước, hoặc bỏ previous nếu đây là lần đầu.",
        en: "Write the id of the edition before, or leave `previous` out of a first one.")),
    Explanation(
      "edition.no-previous",
      Phrase(
        vi:
          "Nơi ghi kết quả đã có một lần công bố khác, mà pipeline không ghi previous: trang sẽ nói đây là lần đầu và không nêu thay đổi nào.",
        en:
          "The output has another edition and the pipeline names none before it: the site would call it the first, and tell of no change."
      ),
      remedy: Phrase(
        vi: "Ghi edition.previous, hoặc chọn thư mục khác bằng --output.",
        en: "Write `edition.previous`, or choose another folder by --output.")),
    Explanation(
      "edition.withdrawn",
      Phrase(
        vi:
          "Lần công bố này đã bị gỡ xuống bằng `minhbach withdraw`; chạy lại không được đưa nó trở lại.",
        en: "The edition was taken down by `minhbach withdraw`, and running again must not bring it back."),
      remedy: Phrase(
        vi: "Sửa điều đã khiến phải gỡ, đặt edition.id mới và ghi edition.previous là mã đã gỡ.",
        en: "Mend what it was taken down for, give the edition a new id, and name the old one as `previous`.")
    ),
    Explanation(
      "edition.published-before",
      Phrase(
        vi:
          "Mã lần công bố này đã được dùng, và nay số liệu hay đánh giá khác đi. Người đã trích dẫn lần ấy phải biết nó đã đổi.",
        en:
          "The id was used, and figures or verdicts are others now. Whoever quoted that edition must be able to know."
      ),
      remedy: Phrase(
        vi:
          "Đặt edition.id mới và ghi previous; hoặc phát hành lại cùng mã với --accept-changes \"lý do\". Danh sách ở office/changes.csv.",
        en:
          "Give the edition a new id and write `previous`; or issue it again with --accept-changes \"the reason\". The list is in office/changes.csv."
      )),
    Explanation(
      "edition.changes",
      Phrase(
        vi:
          "So với lần trước, số liệu đã công bố bị sửa, rút hay giữ lại, hoặc đánh giá đổi mà không do số liệu mới, nhiều hơn mức trong edition.changes (không khai: 5% số liệu, 0 đánh giá).",
        en:
          "More figures told before are revised, removed or withheld, or more verdicts are others for no new figure, than `edition.changes` lets pass (5% of the figures and no verdict when left out)."
      ),
      remedy: Phrase(
        vi:
          "Xem office/changes.csv. Nếu đúng, chạy lại với --accept-changes \"lý do\"; lý do được ghi vào sổ và hiện trên trang thay đổi.",
        en:
          "See office/changes.csv. If they are right, run again with --accept-changes \"the reason\", which the ledger keeps and the page of changes shows."
      )),
    Explanation(
      "ledger.damaged",
      Phrase(
        vi:
          "Một mục của sổ công bố (thư mục ledger/) trống, thiếu dòng hay đã bị sửa: nó không khớp dấu SHA-256 mà public/lan-cong-bo.json hoặc lần công bố sau đã ghi.",
        en:
          "An entry of the ledger (the folder ledger/) is empty, lacks lines or was edited: it has not the SHA-256 that public/lan-cong-bo.json or the edition after it has kept."
      ),
      remedy: Phrase(
        vi: "Khôi phục thư mục ledger/ từ bản sao lưu; không sửa tay tệp nào trong đó.",
        en: "Restore the folder ledger/ from a backup; none of its files is to be edited by hand.")),
    Explanation(
      "output.foreign",
      Phrase(
        vi:
          "Trong thư mục sau --output đã có public/ hay office/ với tệp mà chương trình này không làm ra. Một lần chạy sẽ thay cả hai thư mục ấy, nên nó dừng trước khi đụng đến gì.",
        en:
          "The folder after --output has a public/ or office/ with files that this program did not make. A run would replace both, so it stops before anything is touched."
      ),
      remedy: Phrase(
        vi: "Chọn thư mục khác bằng --output, hoặc tự chuyển các tệp ấy đi nơi khác.",
        en: "Choose another folder by --output, or move those files away yourself.")),
    Explanation(
      "output.linked",
      Phrase(
        vi:
          "public/ hay office/ của nơi ghi kết quả là một liên kết. Chương trình thay cả thư mục trong một bước; thay liên kết thì trang ở đích vẫn đứng đó, kể cả khi đã báo là gỡ.",
        en:
          "The public/ or office/ of the output is a link. The folder is replaced as a whole, in one step: with a link replaced, the site that it led to would stay, even when it is said to be taken down."
      ),
      remedy: Phrase(
        vi: "Chuyển thư mục thật về đó, và cho máy chủ web liên kết tới nó.",
        en: "Move the real folder there, and let the web server have a link to it.")),
    Explanation(
      "output.stranger",
      Phrase(
        vi:
          "public/ và office/ được thay toàn bộ: trang công bố chỉ gồm những gì lần chạy đã kiểm. Tệp do người khác đặt vào đó không còn ở chỗ cũ mà được giữ ở giu-lai/: tệp thì có bản sao; liên kết, ống và tệp không đọc được thì được chuyển sang đó. Tệp của chương trình mà người khác sửa tại chỗ không được giữ. Khi không còn gì cho biết lần trước đã ghi những tệp nào thì mọi tệp được giữ, trừ tệp chắc chắn do chương trình tự ghi.",
        en:
          "public/ and office/ are replaced as a whole: what is published is what the run has looked through. Files that others put there are no longer in their places and are kept in giu-lai/: files as copies, while links, pipes and files that cannot be read are moved there. A file of the program that somebody edited in its place is not kept. Where nothing says any more what the last run wrote, all is kept but what the program certainly writes itself."
      ),
      remedy: Phrase(
        vi: "Để tệp của riêng mình ngoài hai thư mục ấy, và thêm vào máy chủ sau khi chép.",
        en: "Keep files of your own out of both folders, and add them on the server after copying.")),
    Explanation(
      "output.left",
      Phrase(
        vi:
          "Một thư mục tạm của nơi ghi kết quả (.public.new, .office.new, .spill.new) không xóa hết được, thường vì có tệp của tài khoản khác. Nó có thể chứa trang đã bỏ hay đã gỡ, nên lần chạy dừng thay vì ghi trang mới vào đó.",
        en:
          "A folder for what is being made or was replaced (.public.new, .office.new, .spill.new) cannot be removed, mostly because another account has files in it. It may hold a site that was replaced or withdrawn, so a run stops rather than write the new site into it."
      ),
      remedy: Phrase(
        vi: "Xóa thư mục ấy bằng tài khoản có quyền rồi chạy lại; đừng chép nó lên máy chủ.",
        en: "Remove the folder with an account that may, and run again; do not copy it to the server.")),
    Explanation(
      "output.no-file",
      Phrase(
        vi:
          "Ở chỗ một tệp của nơi ghi kết quả có thư mục, ống hay thiết bị. Chương trình không mở thứ ấy: đọc một ống thì đợi mãi.",
        en:
          "A folder, a pipe or a device stands where a file of the output is to be read. It is not opened: a pipe would be waited for without end."
      ),
      remedy: Phrase(
        vi: "Chuyển nó đi nơi khác, và khôi phục tệp từ bản sao lưu nếu tệp ấy đã mất.",
        en: "Move it away, and restore the file from a backup if it is gone.")),
    Explanation(
      "output.mark",
      Phrase(
        vi: "public/lan-cong-bo.json thiếu hoặc không đọc được, nên không rõ đang công bố lần nào.",
        en:
          "public/lan-cong-bo.json is missing or cannot be read, so which edition is published is not known."),
      remedy: Phrase(
        vi: "Khôi phục tệp ấy từ bản đã chép lên máy chủ; hoặc gỡ trang bằng withdraw với --edition.",
        en: "Restore it from the copy on the server; or take the site down by `withdraw` with --edition.")),
  ]
