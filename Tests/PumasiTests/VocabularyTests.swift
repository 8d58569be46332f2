import Foundation
import Hometown
import Ledger
import Testing
import Timetable
import Web

@testable import pumasi

/// Codes are for programs: whoever reads a table at a terminal reads words.
@Suite struct VocabularyTests {
    private static let ofHometown: [any Vocabulary.Type] = [
        AgreementDraft.Kind.self, AgreementStanding.self, AgreementStatusDraft.State.self,
        Channel.self, Check.Result.self, ChoiceDraft.Attribute.self, CorrectionAction.self,
        DocumentDraft.Kind.self, DonationQuery.Status.self, DonorKind.self, Entry.Kind.self,
        EventDate.Precision.self, ExchangeDraft.Occasion.self, Facts.Kind.self,
        Facts.Correction.Kind.self, FourEyes.self, FundFigure.self, Government.Level.self,
        Interest.Relation.self, Nomination.State.self, OnOff.self, Origin.self,
        Receiver.Kind.self, Reciprocity.Balance.self, Reciprocity.State.self,
        Residence.Basis.self, ReturnGift.Kind.self, TaxCredit.Region.self, YesNo.self,
    ]

    private static let ofLedger: [any Vocabulary.Type] = [
        Access.Action.self, AccountChange.Action.self, ApprovalAction.self, Author.Kind.self,
        CheckupLine.State.self, DeliveryState.self, Job.self, LedgerSchema.Step.State.self,
        RecordedApproval.State.self, RecordedCorrection.State.self, RecordedDonation.Status.self,
        RecordedPeriod.State.self, RecordedReceiverChange.Action.self,
        RecordedSchedule.Standing.self, RecordedScheduleChange.Action.self,
        RunAttempt.Outcome.self, RunOrigin.self, RunState.self, Worklist.Code.self,
    ]

    private static let others: [any Vocabulary.Type] = [
        Cadence.self, Role.self, Schedule.Misfire.self, Schedule.Overlap.self, SkipCause.self,
    ]

    private static let all = ofHometown + ofLedger + others

    @Test func `every code has a Korean word and an English one`() {
        for vocabulary in Self.all {
            for (code, word) in vocabulary.words {
                #expect(word.korean.contains { ("가"..."힣").contains($0) }, "\(code)")
                #expect(!word.english.isEmpty && !word.english.contains("_"), "\(code)")
                #expect(vocabulary.title(of: code) == word, "\(code)")
            }
            #expect(vocabulary.title(of: "no code") == nil)
        }
    }

    @Test func `a table has words for people and codes for programs`() throws {
        for vocabulary in Self.all {
            for language in Language.allCases {
                var table = TextTable([("상태", "STATE"), ("표", "MARK")], in: language)
                for (code, word) in vocabulary.words {
                    table.add([code, "x"], said: ["STATE": word])
                }
                let codes = vocabulary.words.map { $0.code }
                #expect(table.plain == codes.map { "\($0)\tx" }.joined(separator: "\n"))
                let csv = String(decoding: try table.csv(), as: UTF8.self)
                #expect(csv.hasSuffix(codes.map { "\($0),x\r\n" }.joined()), "\(csv)")
                let lines = table.aligned().components(separatedBy: "\n").dropFirst()
                let cells = lines.map { $0.components(separatedBy: "  ")[0] }
                #expect(cells == vocabulary.words.map { $0.word.text(in: language) })
                #expect(Set(lines.map { TextWidth().columns($0) }).count == 1, "\(lines)")
            }
        }
    }

    @Test func `a code without a word stands for itself`() {
        var table = TextTable([("역할", "ROLE"), ("표", "MARK")], in: .korean)
        table.add(["owner", "x"], said: ["ROLE": Role.title(of: "owner")])
        table.add(["clerk", "x"], said: ["ROLE": Role.title(of: "clerk")])
        #expect(table.aligned() == "역할    표\nowner   x\n담당자  x")
    }

    static let shown: [(FieldWords, String, [String])] = [
        (
            FieldWords.donation,
            #"{"status":"standing","channel":"bank_counter","date_precision":"day","#
                + #""gift":{"kind":"cash","wanted":false},"#
                + #""corrections":[{"action":"amend","state":"pending"}]}"#,
            ["유효", "지정 금융기관 창구", "일", "현금", "아니요", "정정", "승인 대기"]
        ),
        (
            FieldWords.foresight,
            #"{"dry_run":true,"action":"reverse","waits_for":["closed_period"],"#
                + #""before":{"origin":"intake"},"exchanges":[{"after":{"state":"one_sided"}}]}"#,
            ["예", "취소", "마감된 기간", "접수", "한쪽"]
        ),
        (
            FieldWords.agreement,
            #"{"kind":"sports","standing":"in_force","statuses":[{"state":"suspended"}],"#
                + #""documents":[{"kind":"photo"}]}"#,
            ["생활체육 교류 협약", "유효", "중단", "사진"]
        ),
        (
            FieldWords.schedule,
            #"{"name":"daily","job":"relay_state","rule":"weekly","misfire":"none","is_on":true}"#,
            ["daily", "릴레이 현황", "주간", "만들지 않음", "켜짐"]
        ),
        (FieldWords.receiver, #"{"kind":"mail","is_on":false}"#, ["전자우편", "꺼짐"]),
        (FieldWords(), #"{"kind":"mail","count":7}"#, ["mail", "7"]),
    ]

    @Test(arguments: VocabularyTests.shown)
    func `what one thing is shown as has its words, too`(
        words: FieldWords, document: String, values: [String]
    ) throws {
        let document = try JSONReader.read(Array(document.utf8))
        let lines = words.table(of: [document], in: .korean).aligned()
            .components(separatedBy: "\n").dropFirst()
        let shown = lines.map { line in
            line.drop { $0 != " " }.trimmingCharacters(in: .whitespaces)
        }
        #expect(shown == values)
    }

    @Test func `programs read the codes of what one thing is shown as`() throws {
        let document = try JSONReader.read(Array(#"{"status":"standing","x":true}"#.utf8))
        let table = FieldWords.donation.table(of: [document], in: .korean)
        #expect(table.plain == "status\tstanding\nx\ttrue")
    }
}

extension Vocabulary {
    fileprivate static var words: [(code: String, word: Bilingual)] {
        allCases.map { ($0.rawValue, $0.title) }
    }
}
