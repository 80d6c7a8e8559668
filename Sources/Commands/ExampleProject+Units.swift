extension ExampleProject {
  /// A register of units that do not exist.
  static let unitFiles: [File] = [
    File(
      path: "vi-du/don-vi/units.csv",
      text: """
        code,name,parent,valid_from,valid_to,area,source
        vn,Cả nước (giả định),,2016-01-01,,,bia
        98,Tỉnh Ví Dụ,vn,2016-01-01,,,bia
        981,Huyện Hoa Sen,98,2016-01-01,2025-07-01,,bia

        """),
    File(path: "vi-du/don-vi/sources.csv", text: "id,title\nbia,bịa ra để thử\n"),
    File(path: "vi-du/don-vi/successors.csv", text: "from,to,extent,source\n"),
    File(path: "vi-du/don-vi/regions.csv", text: "region,province,valid_from,valid_to,source\n"),
    File(path: "vi-du/don-vi/gaps.csv", text: "code,valid_from,valid_to,source\n"),
  ]
}
