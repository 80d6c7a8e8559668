import Diagnostics
import Testing

@testable import Commands

@Suite struct HelpTests {
  /// Words that only the English help has.
  static let english = [
    "OVERVIEW", "USAGE", "ARGUMENTS", "OPTIONS", "SUBCOMMANDS", "Show ", "See '", "default:",
    "values:",
  ]
  static let lines =
    ["--help"]
    + RootCommand.commandNames.flatMap {
      ["\($0) --help", "help \($0)"]
    }

  @Test(arguments: lines) func `help is all in one language`(line: String) async {
    let vi = await outcome("\(line) --lang vi")
    let en = await outcome("--lang en \(line)")
    #expect(vi.status == 0 && en.status == 0)
    #expect(vi.err.isEmpty && en.err.isEmpty)
    for word in Self.english { #expect(!vi.out.contains(word), "'\(word)' stands in the Vietnamese help") }
    #expect(en.out.contains("OVERVIEW: ") && en.out.contains("USAGE: minhbach"))
    #expect(!en.out.unicodeScalars.contains { $0.value > 0x2FF }, "the English help has Vietnamese in it")
  }
  @Test func `the command alone gives its help`() async {
    #expect(await outcome("").out == outcome("--help").out)
  }
  @Test func `the help of the command is this`() async {
    #expect(
      await outcome("--help --lang vi").out == """
        GIỚI THIỆU: Biến số liệu rà soát nghèo thành trang công khai, từng chỉ tiêu của kế hoạch một.

        Mã kết thúc: 0 tốt; 1 số liệu không qua kiểm tra; 2 pipeline, kế hoạch, chuẩn nghèo hay giao diện
        sai; 3 lỗi của máy; 64 dòng lệnh sai.

        CÁCH DÙNG: minhbach [--lang <ngôn_ngữ>] [--format <dạng>] [--quiet] <lệnh>

        TÙY CHỌN:
          --lang <ngôn_ngữ>       Ngôn ngữ của lời nhắn. (giá trị: vi, en)
          --format <dạng>         Dạng của kết quả. (giá trị: text, json; mặc định: text)
          -q, --quiet             Chỉ nói khi có lỗi.
          --version               In số phiên bản.
          -h, --help              In trợ giúp.

        CÁC LỆNH:
          init                    Tạo một dự án mẫu chạy được ngay, với một địa phương giả định.
          check                   Kiểm tra tệp pipeline và mọi tài liệu nó nêu, chưa đọc số liệu.
          run                     Chạy một pipeline và công bố kết quả trong một bước.
          stages                  Liệt kê các công đoạn dùng được.
          explain                 Giải thích một công đoạn, một mã lỗi, hay một quy tắc.
          schema                  In JSON Schema của tệp pipeline, để trình soạn thảo gợi ý và kiểm tra.
          simulate                Bịa ra một tệp hộ của một tỉnh không có thật, để thử.
          infer                   Đề xuất mô tả cột cho một tệp CSV, JSON hay NDJSON, kèm căn cứ của từng
                                  phỏng đoán.
          quarantine              Xem các dòng bị loại của một lần chạy: bao nhiêu, vì sao, nguyên văn.
          units                   Tra đơn vị hành chính theo tên hay mã, ở một ngày: tìm, xem, lịch sử.
          standards               Xem các chuẩn nghèo, từng mức, chỉ số, quy tắc kèm điều khoản; so hai
                                  chuẩn.
          diff                    So hai lần công bố: số liệu và đánh giá nào đã đổi, trước và nay, vì sao.
          withdraw                Gỡ trang đã công bố trong một bước và để lại thông báo vì sao.

          Xem 'minhbach help <lệnh>' để biết chi tiết.

        """)
  }
  @Test func `the version is one word`() async {
    let version = await outcome("--version")
    #expect(version.status == 0)
    #expect(version.out.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }
}
