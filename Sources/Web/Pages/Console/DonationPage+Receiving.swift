import Hometown
import Ledger

// What is to be known before the facts, and the facts that few donations have.
extension DonationPage {
    /// 반환 대상 (Act 14(1)).
    var returnDue: Notice? {
        guard let ground = donation.returnGround, donation.status == .returnDue else { return nil }
        let text = say.text(ground.title)
        return Notice(
            kind: "warning", title: say("반환 대상", "To be returned"),
            text: say(
                "법 제14조제1항제\(ground.rawValue)호(\(text)). 반환할 때까지 합계에 넣지 않습니다.",
                "Act 14(1)\(ground.rawValue): \(text). In no total; it has to go back."))
    }

    /// 주의. What was found in recording it.
    var warned: Notice? {
        let warnings = proof.warnings
        guard !warnings.isEmpty else { return nil }
        return Notice(
            kind: "warning", title: say("등록할 때의 주의", "Noted when it was recorded"),
            items: warnings.map { say[$0] })
    }

    var further: [Label?] {
        let receiving = donation.receiving
        let path = visit.visitor.path
        return [
            donation.returnGround.map {
                Label(
                    say("반환 사유", "Ground for its return"),
                    "\($0.rawValue). \(say.text($0.title))")
            },
            run.map {
                Label(
                    say("챌린지 참여", "Relay run"), $0.no,
                    href: path("/relays/\($0.relay)/participations/\($0.id)"),
                    note: say.text($0.relayName))
            },
            project.map {
                Label(say("지정기부 사업", "Designated project"), say.text($0.name), note: $0.no)
            }, receiving.gift.map { Label(say("답례품", "Gift in return"), say[$0]) },
            receiving.hasInterest.map {
                Label(
                    say("이해관계", "Interest"),
                    say.interest($0))
            },
            receiving.checks?.hasConsent.map {
                Label(
                    say("공동이용 동의", "Consent to look up records"),
                    say.consent($0))
            },
        ] + receipts
    }

    /// 영수증. Recorded after the donation, and come back.
    private var receipts: [Label?] {
        guard let receipt else { return [] }
        return [
            donation.receiving.officialReceiptNo == nil
                ? Label(
                    say("영수증 번호", "Receipt no."), receipt.receiptNo,
                    note: receipt.issuedOn.map { say("\(say.day($0)) 발급", "issued \(say.day($0))") }
                )
                : nil,
            receipt.recalledOn.map {
                Label(
                    say("영수증 회수", "Receipt recalled"), say.day($0),
                    note: visit.reader.seesPrivateNames ? receipt.recallReason : nil)
            },
        ]
    }
}
