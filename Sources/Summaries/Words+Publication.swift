import Hometown

/// What the yearly publication says beyond a summary of the year (Act 13, Decree 9(1)).
extension Words {
    func publicationGist(_ facts: Facts) -> [String] {
        let year = facts.heading.period.upperBound.year
        let whose = facts.publication?.government.map { $0.name.text(in: language) }
        let added = tally(facts.donations.added)
        let told = facts.publication
        let (use, rest) = (typed(told, .use), typed(told, .closingBalance))
        let costs = [
            ratio(
                told?.sum(of: .collectionCost), told?.collectionCostLimit,
                say("모집 비용", "Collection costs")),
            ratio(told?.sum(of: .giftCost), told?.giftCostLimit, say("답례품 비용", "gift costs")),
        ]
        return [
            say(
                "\(whose.map { $0 + " " } ?? "")\(year)년 모금 \(added)임",
                "\(whose.map { $0 + ": " } ?? "")Receipts of \(year): \(added)"),
            say(
                "기금 사용액 \(use), 다음 연도 이월액 \(rest)임",
                "Use of the fund \(use), closing balance \(rest)"),
            say("\(costs.joined(separator: ", "))임", costs.joined(separator: ", ")),
        ]
    }

    private func typed(_ publication: Facts.Publication?, _ figure: FundFigure) -> String {
        publication?.sum(of: figure).map { amount($0) } ?? say("입력 전", "not typed in yet")
    }

    /// 모집 비용 한도의 12.3%.
    private func ratio(_ cost: Won?, _ limit: Won?, _ name: String) -> String {
        guard let cost else { return say("\(name) 입력 전", "\(name) not typed in yet") }
        guard let limit, let tenths = Words.tenths(cost.amount, of: limit.amount) else {
            return "\(name) \(amount(cost))"
        }
        return say(
            "\(name) 한도의 \(percent(tenths))", "\(name) \(percent(tenths)) of the limit")
    }

    /// 공개 지자체. A newspaper's word of a gift is no receipt of the government's.
    func publisher(_ told: Facts.Publication) -> Summary.Section? {
        guard let government = told.government else { return nil }
        let name = government.name.text(in: language)
        var item = Summary.Item(
            text: say("\(name)(\(government.code))", "\(name) (\(government.code))"),
            details: [
                say(
                    "접수한 기부만 실적과 비용 한도에 포함함",
                    "Receipts and limits count what the government took in itself")
            ])
        if told.heard.count > 0 || told.heard.cover != nil {
            let heard = pieces(told.heard)
            item.notes = [
                say(
                    "언론 등의 공표로 알게 된 기부 \(heard)은 접수 기록이 아니므로 제외함",
                    "Known from others' word, and in no figure: \(heard)")
            ]
        }
        return Summary.Section(
            heading: say("공개 지자체", "Whose receipts"), items: [item])
    }

    /// 기금 사용과 비용 (Decree 9(1)2, 3).
    func fund(_ told: Facts.Publication, _ donations: Facts.Donations) -> Summary.Section {
        let use = Summary.Item(
            text: say("기금 사용액 \(typed(told, .use))", "Use of the fund: \(typed(told, .use))"),
            details: [
                say(
                    "전년도 이월액 \(typed(told, .openingBalance)),"
                        + " 다음 연도 이월액 \(typed(told, .closingBalance))",
                    "Opening balance \(typed(told, .openingBalance)), "
                        + "closing balance \(typed(told, .closingBalance))")
            ] + uses(told))
        return Summary.Section(
            heading: say("기금 사용과 비용", "Use of the fund and costs"),
            items: [
                use,
                cost(
                    told.sum(of: .collectionCost), limit: told.collectionCostLimit,
                    of: donations.previous?.tally ?? Facts.Tally(),
                    say("모집 비용", "Costs of collecting"),
                    say("전년도 모금액", "the receipts of the year before")),
                cost(
                    told.sum(of: .giftCost), limit: told.giftCostLimit, of: donations.added,
                    say("답례품 비용", "Costs of gifts"),
                    say("당해 연도 모금액", "the receipts of the year")),
                returned(told),
            ])
    }

    /// The use by purpose where there are several, and by project; each once.
    private func uses(_ told: Facts.Publication) -> [String] {
        let lines = told.lines.filter { $0.figure == .use }
        let purposes = sums(lines) { $0.name }
        let projects = sums(lines) { $0.project?.name }
        return (purposes.count > 1 ? purposes : [])
            + projects.map { say("지정기부 사업 \($0)", "Project \($0)") }
    }

    private func sums(
        _ lines: [Facts.Publication.Line], by key: (Facts.Publication.Line) -> Bilingual?
    ) -> [String] {
        let names = lines.compactMap(key).reduce(into: [Bilingual]()) { names, name in
            if !names.contains(name) { names.append(name) }
        }
        return names.map { name in
            let sum = lines.filter { key($0) == name }.compactMap(\.amount).reduce(.zero, +)
            return "\(name.text(in: language)) \(amount(sum))"
        }
    }

    /// A cost beside the limit of the law; over it is told and nothing more.
    private func cost(
        _ cost: Won?, limit: Won?, of receipts: Facts.Tally, _ name: String, _ basis: String
    ) -> Summary.Item {
        let most =
            limit.map { say("한도 \(amount($0))", "limit \(amount($0))") }
            ?? (receipts.cover == nil
                ? say("한도 없음", "no limit") : say("한도 비공개", "limit withheld"))
        guard let cost else {
            return Summary.Item(
                text: say("\(name) 입력 전(\(most))", "\(name): not typed in yet (\(most))"))
        }
        var item = Summary.Item(
            text: say("\(name) \(amount(cost))(\(most))", "\(name): \(amount(cost)) (\(most))"))
        if receipts.cover == nil,
            let share = Words.tenths(cost.amount, of: receipts.amount.amount)
        {
            item.details.append(
                say("\(basis)의 \(percent(share))", "\(percent(share)) of \(basis)"))
        }
        if let limit, cost > limit {
            item.notes.append(
                say(
                    "비용 한도 \(amount(limit)) 초과(\(amount(cost)))",
                    "Cost \(amount(cost)) above limit \(amount(limit))"))
        }
        return item
    }

    /// 반환 (Act 14), by ground.
    private func returned(_ told: Facts.Publication) -> Summary.Item {
        let title = say("법 제14조에 따른 반환", "Returned under Article 14")
        guard !told.returns.isEmpty else {
            return Summary.Item(text: say("\(title) 해당 없음", "\(title): none"))
        }
        let details = told.returns.map { part in
            let number = part.ground.rawValue
            let name = part.ground.title.text(in: language)
            return say(
                "제\(number)호 \(name) \(tally(part.tally))",
                "Item \(number), \(name): \(tally(part.tally))")
        }
        guard told.returns.allSatisfy({ $0.tally.cover == nil }) else {
            return Summary.Item(
                text: say("\(title) 있음", "\(title): some"), details: details)
        }
        let sum = tally(told.returns.reduce(Facts.Tally()) { $0 + $1.tally })
        return Summary.Item(text: say("\(title) \(sum)", "\(title): \(sum)"), details: details)
    }

    /// 기금 수치, each with the document that says so.
    func fundTable(_ facts: Facts) -> Summary.Table? {
        guard let lines = facts.publication?.lines, !lines.isEmpty else { return nil }
        return Summary.Table(
            name: say("기금 수치", "Fund figures"),
            caption: say(
                "기금 수치: 이월액, 사용액, 비용과 근거 문서",
                "Fund figures: balances, use, costs and the documents that say so"),
            unit: say("(단위: 원)", "(unit: KRW)"),
            columns: [
                .init(title: say("구분", "Figure")), .init(title: say("내용", "What")),
                .init(title: say("금액", "Amount"), isNumber: true),
                .init(title: say("근거 문서", "Document")), .init(title: say("비고", "Note")),
            ],
            rows: lines.map { line in
                [
                    .text(line.figure.name.text(in: language)),
                    .text(
                        [line.name, line.project?.name].compactMap { $0?.text(in: language) }
                            .joined(separator: ": ")),
                    line.amount.map { .number($0.amount) } ?? .said("-"),
                    .text(line.document), .text(line.note ?? ""),
                ]
            })
    }
}
