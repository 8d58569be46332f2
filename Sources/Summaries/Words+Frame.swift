import Hometown

/// What stands around the sections: title, 문서요지, keywords, 붙임 and provenance.
extension Words {
    var kindName: String { kind.title.text(in: language) }

    private var subject: String {
        switch kind {
        case .publication:
            say("고향사랑기부금 모금·사용 결과 공개", "Hometown donations: receipts and use")
        case .publicationReminder:
            say(
                "고향사랑기부금 모금·사용 결과 공개 기한 알림",
                "Hometown donations: publication of receipts and use is due")
        case .relayState:
            say("고향사랑기부 인증 챌린지 릴레이 현황", "Hometown donation relay: where it stands")
        case .unansweredExchanges:
            say("고향사랑 상호기부 답례 대기 현황", "Exchanges that wait for an answer")
        case .daily, .weekly, .monthly, .quarterly, .yearly:
            say(
                "고향사랑 상호기부·인증 챌린지 \(kindName) 현황",
                "Hometown donations, exchanges and relay: \(kindName) summary")
        }
    }

    func title(_ heading: Facts.Heading, isPublished: Bool) -> String {
        let period = Notation.range(heading.period, in: language)
        let state =
            heading.state == .final ? say("확정", "final") : say("잠정", "provisional")
        let edition = isPublished ? say(", 공개용", ", public edition") : ""
        return say(
            "\(subject)(\(period), \(state)\(edition))",
            "\(subject) (\(period), \(state)\(edition))")
    }

    var keywords: [String] {
        let donation = say("고향사랑기부", "hometown-love donation")
        let (exchange, relay) = (say("상호기부", "exchange"), say("인증 챌린지", "relay"))
        return switch kind {
        case .publication:
            [
                say("고향사랑기부금", "hometown-love donation"), say("모금·사용 결과", "receipts and use"),
                say("고향사랑기금", "fund"), say("법 제13조", "Article 13"),
            ]
        case .publicationReminder:
            [
                say("고향사랑기부금", "hometown-love donation"), say("모금·사용 결과", "receipts and use"),
                say("공개 기한", "due date"), say("법 제13조", "Article 13"),
            ]
        case .relayState: [donation, relay, say("열린 지명", "open nominations")]
        case .unansweredExchanges:
            [donation, exchange, say("답례 대기", "awaiting an answer")]
        case .daily, .weekly, .monthly, .quarterly, .yearly:
            [donation, exchange, relay, say("\(kindName) 현황", "\(kindName) summary")]
        }
    }

    /// 문서요지. At most three lines, the conclusion first.
    func gist(_ facts: Facts) -> [String] {
        switch kind {
        case .publication: publicationGist(facts)
        case .publicationReminder: reminderGist(facts)
        case .relayState: relayGist(facts)
        case .unansweredExchanges: unansweredGist(facts)
        case .daily, .weekly, .monthly, .quarterly, .yearly: summaryGist(facts)
        }
    }

    private func summaryGist(_ facts: Facts) -> [String] {
        let answered = facts.exchanges.count { $0.state == .answered }
        let waiting = facts.exchanges.count { $0.state == .oneSided }
        let runs = facts.relays.reduce(0) { $0 + $1.participations }
        let open = facts.relays.reduce(0) { $0 + $1.open.count }
        let donations = facts.donations
        return [
            say(
                "\(periodName) 기부 \(tally(donations.added)), 전체 누계 \(tally(donations.total))임",
                "Donations of \(periodName): \(tally(donations.added)); "
                    + "\(tally(donations.total)) in total"),
            say(
                "상호기부 교환 \(facts.exchanges.count)건"
                    + "(답례함 \(answered)건, 한쪽 \(waiting)건)임",
                "Exchanges: \(facts.exchanges.count) "
                    + "(\(answered) answered, \(waiting) one-sided)"),
            say(
                "챌린지 참여 \(number(runs))건, 열린 지명 \(open)건임",
                "Relay: participations \(number(runs)), open nominations \(open)"),
        ]
    }

    /// 붙임  1. 상세 내역 1부.  2. 정정 내역 1부.  끝.
    func end(_ attachments: [Summary.Attachment]) -> String {
        let titles = attachments.enumerated().map { place, attachment in
            say(
                "\(place + 1). \(attachment.title) 1부.",
                "\(place + 1). \(attachment.title).")
        }
        guard !titles.isEmpty else { return say("끝.", "End.") }
        return say("붙임  ", "Attached:  ") + titles.joined(separator: "  ") + say("  끝.", "  End.")
    }

    func footer(_ facts: Facts) -> [String] {
        let heading = facts.heading
        let asOf = moment(heading.asOf)
        let period = Notation.range(heading.period, in: language)
        let size = number(facts.log.size)
        return [
            say(
                "작성: 자동 생성(예약 작업 \(heading.schedule)), 기간 \(period), 기준 \(asOf)",
                "Made by the schedule \(heading.schedule) for \(period), as of \(asOf) (Korea)"),
            say(
                "원장 크기 \(size), 뿌리 해시 \(facts.log.root)",
                "Log size \(size), root hash \(facts.log.root)"),
            check(facts),
        ]
    }

    /// Where size and root hash are checked. The log is for everybody, whether pages are or not.
    private func check(_ facts: Facts) -> String {
        let heading = facts.heading
        guard heading.hasPublicPages else {
            let log = "\(heading.site ?? "")/log/consistency?from=\(facts.log.size)"
            return say(
                "확인: \(log)의 from_root를 뿌리 해시와 대조",
                "Check that from_root at \(log) is the root hash")
        }
        return heading.site.map {
            say("확인: \($0)/p/verify(QR)", "Check it at \($0)/p/verify (QR)")
        }
            ?? say(
                "확인: 이 원장의 검증 화면(/p/verify)에서 원장 크기와 뿌리 해시로 대조",
                "Check size and root hash on the page /p/verify of this ledger")
    }
}
