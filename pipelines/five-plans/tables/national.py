"""national.csv: the country's own figures beside the ministry's tables, for the two national programmes.

Each was read on the page named with it. A rate that follows from two published numbers is derived, and its note says how.
"""
from .rows import fact, year_end

REVIEW_2015 = "Kết quả tổng điều tra hộ nghèo, hộ cận nghèo năm 2015 của Bộ Lao động - Thương binh và Xã hội, báo chí đưa lại"
REVIEW_2016 = "https://trangtinphapluat.com/blog/bai-viet-hay/gioi-thieu-van-ban-moi/ket-qua-ra-soat-ho-ngheo-can-ngheo-nam-2016/"
JOURNAL_2019 = "https://www.quanlynhanuoc.vn/2019/09/17/mot-so-giai-phap-nham-trien-khai-hieu-qua-chuong-trinh-muc-tieu-quoc-gia-giam-ngheo-ben-vung/"
SEARCHINA = "http://biz.searchina.net/id/1695265"
PARTY_2020 = "https://en.dangcongsan.vn/social-affairs/sustainable-poverty-reduction-vietnam-s-outstanding-success-and-humanitarian-significance-585272.html"
NGO_2020 = "https://ngocentre.org.vn/news/vietnam-spends-over-4b-sustainable-poverty-reduction-2016-2020-ministry"
HALF_WAY = "https://tayninh.dcs.vn/vi/news/thoi-su/ch-ng-tr-nh-m-c-ti-u-qu-c-gia-gi-m-ngh-o-b-n-v-ng-giai-o-n-2021-2025-nhi-u-k-t-qu-t-ch-c-c-sau-n-a-ch-ng--ng-4532.html"
DECEMBER_2023 = "https://en.vietnamplus.vn/multidimensional-poverty-rate-to-reduce-to-nearly-3-at-year-end/275025.vnp"
LABOUR_2025 = "https://news.laodong.vn/hoat-dong-mat-tran/ba-chuong-trinh-muc-tieu-quoc-gia-giai-doan-2021-2025-gat-hai-nhieu-thanh-qua-1538613.ldo"

POOR_DISTRICTS, MINORITY = "places:poor-districts", "ethnicity:minority"
OLD, NEW = "vn-2016", "vn-2022"
DECISION_2016 = "QĐ 945/QĐ-LĐTBXH ngày 22/06/2017"
# The sums behind the derived rates, in hundredths of a percent: (rate then, change) -> rate.
SUMS = {
    ("2017-12-31", "all"): (535, 135), ("2021-12-31", "all"): (403, 117),
    ("2021-12-31", POOR_DISTRICTS): (3862, 635),
}


def facts():
    def poor(year, rate, source, standard, **more):
        return fact(
            "vn", year_end(year), "poor_rate", rate, source=source, standard=standard,
            **({"grade": "press"} | more))

    def derived(year, source, note, standard, group="all"):
        then, change = SUMS[year_end(year), group]
        rate = then + change
        return poor(
            year, f"{rate // 100}.{rate % 100:02}", source, standard, grade="derived", note=note, group=group)

    def count(year, measure, value, source, **more):
        return fact(
            "vn", year_end(year), measure, value, source=source, standard=OLD, grade="press", **more)

    return [
        count(2015, "poor", 2338569, REVIEW_2015), count(2015, "near_poor", 1235784, REVIEW_2015),
        poor(2015, "9.88", REVIEW_2015, OLD),
        fact("vn", year_end(2015), "near_poor_rate", "5.22", source=REVIEW_2015, standard=OLD, grade="press"),
        poor(2015, "50.43", REVIEW_2015, OLD, group=POOR_DISTRICTS,
             note="64 huyện nghèo, 371.990 hộ nghèo"),
        count(2016, "poor", 1986697, REVIEW_2016, decision=DECISION_2016),
        count(2016, "near_poor", 1306928, REVIEW_2016, decision=DECISION_2016),
        poor(2016, "8.23", REVIEW_2016, OLD, decision=DECISION_2016),
        fact("vn", year_end(2016), "near_poor_rate", "5.41", source=REVIEW_2016, standard=OLD, grade="press",
             decision=DECISION_2016),
        derived(2017, JOURNAL_2019,
                "Khoảng 5,35 % cuối năm 2018 cộng mức giảm 1,35 điểm phần trăm, đều theo bài tạp chí; một trang "
                "về đo nghèo đa chiều (mppn.org) ghi 6,7 %", OLD),
        poor(2018, "5.35", JOURNAL_2019, OLD, status="estimate",
             note="Tạp chí viết: khoảng 5,35 %; số chính thức chưa tìm được nguồn"),
        poor(2019, "3.75", SEARCHINA, OLD),
        poor(2020, "2.75", PARTY_2020, OLD),
        poor(2020, "24", NGO_2020, OLD, group=POOR_DISTRICTS,
             note="Nguồn ghi số nguyên, 24 %; danh sách huyện nghèo đã sửa từ năm 2015"),
        derived(2021, HALF_WAY,
                "4,03 % cuối năm 2022 cộng mức giảm 1,17 điểm phần trăm, đều theo bài báo; rà soát đầu kỳ theo "
                "chuẩn mới", NEW),
        poor(2021, "25.91", HALF_WAY, NEW, group=MINORITY),
        derived(2021, HALF_WAY,
                "38,62 % cuối năm 2022 cộng mức giảm 6,35 điểm phần trăm, đều theo bài báo", NEW,
                POOR_DISTRICTS),
        poor(2022, "21.02", HALF_WAY, NEW, group=MINORITY),
        poor(2022, "38.62", HALF_WAY, NEW, group=POOR_DISTRICTS, note="74 huyện nghèo"),
        poor(2023, "17.82", DECEMBER_2023, NEW, group=MINORITY, status="estimate",
             note="Nêu ngày 17/12/2023, trước khi hết năm"),
        poor(2023, "33", DECEMBER_2023, NEW, group=POOR_DISTRICTS, status="estimate",
             note="Nêu ngày 17/12/2023: khoảng 33 %, giảm 5,62 điểm phần trăm"),
        poor(2024, "26", LABOUR_2025, NEW, group=POOR_DISTRICTS, status="estimate",
             note="Nguồn ghi: còn khoảng 26 %"),
        ratio(2024, "poor_districts_escaped_rate", 1, 74, LABOUR_2025,
              "Huyện A Lưới là huyện thoát nghèo mà nguồn nêu"),
        ratio(2024, "coastal_communes_escaped_rate", 17, 54,
              "Quyết định 576/QĐ-TTg ngày 28/06/2024 và Quyết định 1535/QĐ-TTg ngày 09/12/2024",
              "9 xã theo quyết định thứ nhất cộng 8 xã theo quyết định thứ hai; báo cáo tháng 6/2025 nêu 19 trên "
              "54 xã, hai xã chưa rõ quyết định", "derived"),
    ]


def ratio(year, measure, part, whole, source, note, grade="press"):
    return fact(
        "vn", year_end(year), measure, part, denominator=str(whole), kind="ratio", source=source, standard=NEW,
        grade=grade, note=note)
