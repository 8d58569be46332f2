import Hometown
import Testing

@Suite struct DonationColumnsTests {
    private static let today = SampleRegistry.day("2026-11-20")
    private static let header = ["접수 구분", "기부자 번호", "받는 지자체", "금액(원)", "기부일", "접수 경로"]

    private func keyed(_ key: String) -> Identifier {
        Identifier(high: UInt64(key.utf8.count), low: 7)
    }

    private func draft(_ header: [String], _ cells: [String]) throws -> DonationDraft {
        let columns = try DonationColumns(header: header)
        let reading = try #require(read(cells, columns))
        guard case .draft(let draft) = reading.outcome else {
            Issue.record("\(reading.outcome)")
            throw Missing()
        }
        return draft
    }

    private func read(
        _ cells: [String], _ columns: DonationColumns
    ) -> DonationColumns.Reading? {
        var memory = DonationColumns.Memory()
        return columns.read(
            cells, today: DonationColumnsTests.today, keyed: keyed, remembering: &memory)
    }

    private struct Missing: Error {}

    @Test func `no word names two columns, and each field has its own name too`() {
        for column in DonationColumn.allCases {
            #expect(DonationColumn.named(column.title.korean) == column)
            #expect(DonationColumn.named(column.name) == column)
        }
    }

    @Test(arguments: [
        ("일자", "donated_on"), ("날짜", "donated_on"), ("기부일", "donated_on"),
        ("Donated On", "donated_on"), ("donated_on", "donated_on"), ("금액", "amount"),
        ("기부액 (원)", "amount"), ("AMOUNT", "amount"), ("받는지자체 *", "recipient"),
        ("행 식별자", "row_id"), ("오류", "error"), ("성명", "donor_name"), ("주소", "residence"),
    ])
    func `columns are found by the words people write`(word: String, name: String) {
        #expect(DonationColumn.named(word)?.name == name)
    }

    @Test(arguments: [Channel.bankCounter.title.korean, "금융기관 창구", "은행 창구", "농협"])
    func `a counter is read by whatever it is called`(word: String) throws {
        let draft = try draft(
            DonationColumnsTests.header, ["공표", "홍-1", "세종", "10만 원", "2026. 3. 2.", word])
        #expect(draft.channel == .bankCounter)
    }

    @Test func `a row becomes the draft that the API would make of it`() throws {
        let draft = try draft(
            DonationColumnsTests.header,
            ["접수", "홍-1", "세종", "10만 원", "2026. 3. 2.", "고향사랑e음"])
        var fields = DonationFields()
        fields[.origin] = "intake"
        fields[.donorKey] = "홍-1"
        fields[.recipient] = "세종"
        fields[.amount] = "100000"
        fields[.donatedOn] = "2026-03-02"
        fields[.channel] = "state_system"
        #expect(fields.draft(today: DonationColumnsTests.today, keyed: keyed) == .draft(draft))
    }

    @Test func `a row is read alike whatever was read before it`() throws {
        let columns = try DonationColumns(header: DonationColumnsTests.header + ["확인 사항"])
        var memory = DonationColumns.Memory()
        for day in [2, 3, 2, 2, 31] {
            for origin in ["접수", "공개", "intake", "아무"] {
                let cells = [
                    origin, "7", "세종", "10", "2026-03-02", "농협", "적합 서류 2026-03-\(day)",
                ]
                let remembered = columns.read(
                    cells, today: DonationColumnsTests.today, keyed: keyed,
                    remembering: &memory)
                #expect(remembered == read(cells, columns))
            }
        }
    }

    @Test(arguments: ["적합 서류 확인 2026-03-02", "부적합, 행정정보 공동이용, 2026. 3. 2."])
    func `a cell tells of the checks as the console does`(cell: String) throws {
        let header = DonationColumnsTests.header + ["확인 사항", "주소지", "소속 지자체"]
        let draft = try draft(
            header, ["접수", "7", "세종", "10", "2026-03-02", "농협", cell, "없음", "없음"])
        let check = draft.checks?.resident
        let result: Check.Result = cell.hasPrefix("적합") ? .passed : .failed
        #expect(check?.result == result)
        #expect(check?.on == SampleRegistry.day("2026-03-02"))
        #expect(draft.residence?.place == .noneInKorea && draft.employer == .noGovernment)
    }

    @Test func `what may stand in a cell is told in its words and in the codes`() throws {
        let columns = try DonationColumns(header: DonationColumnsTests.header)
        let reading = try #require(
            read(["기타", "7", "세종", "10", "2026-03-02", "농협"], columns))
        guard case .problems(let problems) = reading.outcome else {
            Issue.record("\(reading.outcome)")
            return
        }
        let text = problems.first?.text
        #expect(text?.korean.hasSuffix("접수(intake), 공표(reported)") == true)
        #expect(text?.english == "Choose one of: intake, reported.")
    }

    @Test func `what is needed and what the file has are both named`() {
        let problem = #expect(throws: DonationColumns.Problem.self) {
            try DonationColumns(header: ["이름", "금액", "비고"])
        }
        #expect(problem?.code == "column_missing")
        #expect(
            problem?.text.korean
                == "필요한 열이 없습니다: 접수 구분, 받는 지자체, 기부일, 기부자 번호. "
                + "파일에 있는 열: 이름, 금액, 비고")
    }

    @Test func `a column that stands twice is refused with both words`() {
        let problem = #expect(throws: DonationColumns.Problem.self) {
            try DonationColumns(header: DonationColumnsTests.header + ["기부액"])
        }
        #expect(problem?.code == "column_repeated")
        #expect(
            problem?.text.korean == "금액 열이 여러 개입니다('금액(원)', '기부액'). 하나만 남기십시오.")
    }

    @Test func `a default stands in for a column and for empty cells`() throws {
        let columns = try DonationColumns(
            header: ["기부자 번호", "받는 지자체", "금액", "기부일"],
            defaults: [.origin: "reported", .channel: "bank_counter"])
        let reading = try #require(read(["k", "36110", "1", "2026-01-02"], columns))
        guard case .draft(let draft) = reading.outcome else {
            Issue.record("\(reading.outcome)")
            return
        }
        #expect(draft.origin == .reported && draft.channel == .bankCounter)
    }

    @Test func `rows without anything are passed over, unknown columns are not looked at`() throws {
        let columns = try DonationColumns(header: DonationColumnsTests.header + ["비고"])
        #expect(columns.ignored == ["비고"])
        let empty = ["", " ", "", "\u{00A0}", "", "", "메모"]
        #expect(read(empty, columns) == nil)
    }

    @Test func `a cell under no column is a sign that cells have shifted`() throws {
        let columns = try DonationColumns(header: DonationColumnsTests.header)
        let cells = ["접수", "1", "세종", "1", "2026-01-02", "고향사랑e음", "x"]
        let reading = read(cells, columns)
        guard case .problems(let problems)? = reading?.outcome else {
            Issue.record("no problem")
            return
        }
        #expect(problems.map(\.code) == ["cell_without_column"])
    }

    @Test func `the opaque reference of an export stands for the donor's key`() throws {
        let donor = Identifier(high: 1, low: 2)
        let draft = try draft(
            ["접수 구분", "기부자 참조", "받는 지자체", "금액", "기부일", "행 식별자"],
            ["공표", donor.description, "36110", "미공개", "2023-04", ""])
        #expect(draft.donor == .keyed(donor))
        #expect(draft.amount == nil && draft.donatedOn.precision == .month)
    }
}
