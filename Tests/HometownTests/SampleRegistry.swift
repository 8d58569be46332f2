import Hometown

/// A part of the registry: every metropolitan government and the basic ones the tests name, with
/// the codes and dates they really have. Ids are the table's own.
enum SampleRegistry {
    static let registry = read()

    /// The government in force, or once in force, under that code.
    static func unit(_ code: String) -> Government {
        guard let government = registry[code: code] else {
            preconditionFailure("the sample has no government \(code)")
        }
        return government
    }

    static func day(_ text: String) -> CivilDate {
        guard let date = CivilDate(text) else { preconditionFailure("no date: \(text)") }
        return date
    }

    /// The table, its cells parted by commas here to be legible.
    static let table = String(commas.map { $0 == "," ? "\t" : $0 })

    private static func read() -> GovernmentRegistry {
        do {
            return try GovernmentRegistry(tsv: table)
        } catch {
            preconditionFailure("the sample does not read: \(error)")
        }
    }

    private static let commas = """
        id,code,name_ko,name_en,level,parent_code,valid_from,valid_to,successor_codes,iso3166_2
        1,11000,서울특별시,Seoul,metropolitan,,1988-04-23,,,KR-11
        2,11140,중구,Jung-gu,basic,11000,1988-04-23,,,
        3,11500,강서구,Gangseo-gu,basic,11000,1988-04-23,,,
        4,11680,강남구,Gangnam-gu,basic,11000,1988-04-23,,,
        5,11710,송파구,Songpa-gu,basic,11000,1988-04-23,,,
        6,12000,전남광주통합특별시,Jeonnam-Gwangju Integrated Special City,metropolitan,,2026-07-01,,,
        7,12110,목포시,Mokpo-si,basic,12000,2026-07-01,,,
        8,12210,동구,Dong-gu,basic,12000,2026-07-01,,,
        9,12240,서구,Seo-gu,basic,12000,2026-07-01,,,
        10,12330,광산구,Gwangsan-gu,basic,12000,2026-07-01,,,
        11,12740,고흥군,Goheung-gun,basic,12000,2026-07-01,,,
        12,26000,부산광역시,Busan,metropolitan,,1995-01-01,,,KR-26
        13,26110,중구,Jung-gu,basic,26000,1995-01-01,,,
        14,26170,동구,Dong-gu,basic,26000,1995-01-01,,,
        15,26440,강서구,Gangseo-gu,basic,26000,1995-01-01,,,
        16,27000,대구광역시,Daegu,metropolitan,,1995-01-01,,,KR-27
        17,27110,중구,Jung-gu,basic,27000,1995-01-01,,,
        18,27170,서구,Seo-gu,basic,27000,1995-01-01,,,
        19,27720,군위군,Gunwi-gun,basic,27000,2023-07-01,,,
        20,28000,인천광역시,Incheon,metropolitan,,1995-01-01,,,KR-28
        21,28110,중구,Jung-gu,basic,28000,1995-01-01,2026-07-01,28125|28155,
        22,28125,제물포구,Jemulpo-gu,basic,28000,2026-07-01,,,
        23,28140,동구,Dong-gu,basic,28000,1995-01-01,2026-07-01,28125,
        24,28155,영종구,Yeongjong-gu,basic,28000,2026-07-01,,,
        25,28260,서구,Seo-gu,basic,28000,1995-01-01,2026-07-01,28275|28290,
        26,28275,서해구,Seohae-gu,basic,28000,2026-07-01,,,
        27,28290,검단구,Geomdan-gu,basic,28000,2026-07-01,,,
        28,29000,광주광역시,Gwangju,metropolitan,,1995-01-01,2026-07-01,12000,KR-29
        29,29110,동구,Dong-gu,basic,29000,1995-01-01,2026-07-01,12210,
        30,29140,서구,Seo-gu,basic,29000,1995-01-01,2026-07-01,12240,
        31,29200,광산구,Gwangsan-gu,basic,29000,1995-01-01,2026-07-01,12330,
        32,30000,대전광역시,Daejeon,metropolitan,,1995-01-01,,,KR-30
        33,30110,동구,Dong-gu,basic,30000,1995-01-01,,,
        34,30140,중구,Jung-gu,basic,30000,1995-01-01,,,
        35,30170,서구,Seo-gu,basic,30000,1995-01-01,,,
        36,30200,유성구,Yuseong-gu,basic,30000,1995-01-01,,,
        37,30230,대덕구,Daedeok-gu,basic,30000,1995-01-01,,,
        38,31000,울산광역시,Ulsan,metropolitan,,1997-07-15,,,KR-31
        39,31110,중구,Jung-gu,basic,31000,1997-07-15,,,
        40,31140,남구,Nam-gu,basic,31000,1997-07-15,,,
        41,36110,세종특별자치시,Sejong,metropolitan,,2012-07-01,,,KR-50
        42,41000,경기도,Gyeonggi-do,metropolitan,,1988-04-23,,,KR-41
        43,41110,수원시,Suwon-si,basic,41000,1988-04-23,,,
        44,41130,성남시,Seongnam-si,basic,41000,1988-04-23,,,
        45,41280,고양시,Goyang-si,basic,41000,1992-05-04,,,
        46,41360,남양주시,Namyangju-si,basic,41000,1995-01-01,,,
        47,41480,파주시,Paju-si,basic,41000,1996-03-01,,,
        48,41610,광주시,Gwangju-si,basic,41000,2001-03-21,,,
        49,41630,양주시,Yangju-si,basic,41000,2003-10-19,,,
        50,42000,강원도,Gangwon-do,metropolitan,,1988-04-23,2023-06-11,51000,KR-42
        51,42110,춘천시,Chuncheon-si,basic,42000,1988-04-23,2023-06-11,51110,
        52,42820,고성군,Goseong-gun,basic,42000,1988-04-23,2023-06-11,51820,
        53,43000,충청북도,Chungcheongbuk-do,metropolitan,,1988-04-23,,,KR-43
        54,43110,청주시,Cheongju-si,basic,43000,1988-04-23,,,
        55,44000,충청남도,Chungcheongnam-do,metropolitan,,1988-04-23,,,KR-44
        56,44200,아산시,Asan-si,basic,44000,1995-01-01,,,
        57,45000,전라북도,Jeollabuk-do,metropolitan,,1988-04-23,2024-01-18,52000,KR-45
        58,45110,전주시,Jeonju-si,basic,45000,1988-04-23,2024-01-18,52110,
        59,46000,전라남도,Jeollanam-do,metropolitan,,1988-04-23,2026-07-01,12000,KR-46
        60,46110,목포시,Mokpo-si,basic,46000,1988-04-23,2026-07-01,12110,
        61,46770,고흥군,Goheung-gun,basic,46000,1988-04-23,2026-07-01,12740,
        62,47000,경상북도,Gyeongsangbuk-do,metropolitan,,1988-04-23,,,KR-47
        63,47720,군위군,Gunwi-gun,basic,47000,1988-04-23,2023-07-01,27720,
        64,48000,경상남도,Gyeongsangnam-do,metropolitan,,1988-04-23,,,KR-48
        65,48820,고성군,Goseong-gun,basic,48000,1988-04-23,,,
        66,50000,제주특별자치도,Jeju-do,metropolitan,,2006-07-01,,,KR-49
        67,51000,강원특별자치도,Gangwon State,metropolitan,,2023-06-11,,,KR-42
        68,51110,춘천시,Chuncheon-si,basic,51000,2023-06-11,,,
        69,51820,고성군,Goseong-gun,basic,51000,2023-06-11,,,
        70,52000,전북특별자치도,Jeonbuk State,metropolitan,,2024-01-18,,,KR-45
        71,52110,전주시,Jeonju-si,basic,52000,2024-01-18,,,
        """
}
