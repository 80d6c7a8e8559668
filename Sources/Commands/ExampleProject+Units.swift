extension ExampleProject {
  /// A register of units that do not exist.
  static let unitFiles: [File] = [
    File(
      path: "vi-du/don-vi/units.csv",
      text: """
        id,code,name,level,type,parent,valid_from,valid_to,area,source
        vn,vn,Cả nước (giả định),country,cả nước,,2016-01-01,,,bịa ra để thử
        98@2016-01-01,98,Tỉnh Ví Dụ,province,tỉnh,vn,2016-01-01,,,bịa ra để thử
        981@2016-01-01,981,Huyện Hoa Sen,district,huyện,98,2016-01-01,2025-07-01,,bịa ra để thử

        """),
    File(path: "vi-du/don-vi/successors.csv", text: "from,to,extent,source\n"),
    File(path: "vi-du/don-vi/regions.csv", text: "region,province,valid_from,valid_to,source\n"),
    File(path: "vi-du/don-vi/gaps.csv", text: "code,valid_from,valid_to,source\n"),
  ]
}
