import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 주장 채택. `/relays/{id}/claims/{cid}`: which of several claims about a run or a nomination is
/// followed, and why.
struct ClaimEntryRoutes: Sendable {
    let desk: EntryDesk

    private var ledger: Ledger { desk.ledger }
    private static let path = "/relays/{id}/claims/{cid}"
    private static let field = "claim"

    /// Where the form about a run or a nomination of a relay stands.
    static func path(_ relay: Identifier, about subject: Identifier) -> String {
        "/relays/\(relay)/claims/\(subject)"
    }

    var routes: [Route] {
        desk.action(
            Self.path, roles: Role.coordinators, "claimChoice",
            Bilingual("주장 채택", "Follow one of several claims"), needsKey: true
        ) { turn in
            page(try await Subject(turn, ledger), turn)
        } perform: { turn in
            let subject = try await Subject(turn, ledger)
            guard let chosen = subject.chosen(turn.form.text(Self.field)?.tidied) else {
                turn.problems.add(
                    Self.field,
                    turn.say("어느 주장을 따를지 고르십시오.", "Choose the claim that is to be followed."))
                return .refused
            }
            let reason = turn.form.text("reason") ?? ""
            let object = JSONObject([
                .init(name: "subject", value: .string("\(subject.id)")),
                .init(name: "attribute", value: .string(chosen.attribute)),
                .init(name: "claim", value: .string(chosen.claim?.description ?? "")),
                .init(name: "reason", value: .string(reason)),
            ])
            let today = turn.today
            let draft = try await turn.attempt {
                try ChoiceForm.draft(FormBody(object: object), today: today)
            }
            guard let draft else { return .refused }
            let answer = try await ledger.record(draft, request: turn.context.writing)
            let receipt = desk.receipt(of: answer, &turn.problems) {
                $0 == "reason" ? $0 : Self.field
            }
            return receipt == nil ? .refused : .done(subject.back)
        }
    }

    private func page(_ subject: Subject, _ turn: ActionTurn) -> ActionPage {
        let say = turn.say
        let claims = subject.claims
        return ActionPage(
            title: say("주장 고르기", "Follow a claim"), kind: subject.no,
            lead: say(
                "고르지 않은 주장도 남고, 나중에 다시 고를 수 있습니다.",
                "The other claims stay on record, and the choice can be made anew."),
            before: claims.isEmpty
                ? [Empty(say("값을 말한 주장이 없습니다.", "No claim says a value."))]
                : [subject.wording.table(claims)],
            fields: claims.isEmpty
                ? []
                : [
                    turn.field(
                        Self.field, say("따를 주장", "The claim to follow"),
                        .radios(subject.options)), turn.reason(),
                ], button: say("채택 기록", "Record the choice"), back: subject.back)
    }

    /// A run or a nomination, and what is claimed of it.
    private struct Subject {
        let id: Identifier
        let no: String
        let back: String
        let wording: ClaimWording

        /// - Throws: what says that nothing is there, where the relay has no such thing.
        init(_ turn: ActionTurn, _ ledger: Ledger) async throws {
            let relay = try await ledger.relay(turn.id()).found()
            let id = try turn.id("cid")
            let nomination = relay.nominations.first { $0.id == id }
            let run = try relay.participations
                .first { $0.id == nomination?.participation ?? id }.found()
            self.id = id
            no = nomination?.no ?? run.no
            back = "/relays/\(relay.relay.id)/participations/\(run.id)"
            wording = try await ClaimWording(
                relay, strangers: ledger.strangers(in: relay),
                for: ledger.naming(turn.visitor))
        }

        var claims: [RecordedClaim] { wording.claims(about: id) }

        private var attributes: [String] {
            claims.compactMap(\.attribute).reduce(into: []) { all, name in
                if !all.contains(name) { all.append(name) }
            }
        }

        /// A claim by its place; an attribute by its name, for what was recorded first.
        var options: [(value: String, text: String)] {
            let say = wording.say
            return attributes.flatMap { name -> [(value: String, text: String)] in
                let title = wording.attribute(name)
                let said = claims.filter { $0.attribute == name }.map { claim in
                    (
                        value: "\(claim.place)",
                        text: "\(title): \(wording.value(claim)) (\(wording.source(claim)))"
                    )
                }
                return said + [
                    (value: name, text: say("\(title): 처음 기록대로", "\(title): as first recorded"))
                ]
            }
        }

        func chosen(_ text: String?) -> (attribute: String, claim: ChoiceDraft.ClaimPlace?)? {
            guard let text else { return nil }
            if let claim = claims.first(where: { "\($0.place)" == text }) {
                return claim.attribute.map { ($0, claim.place) }
            }
            return attributes.contains(text) ? (text, nil) : nil
        }
    }
}
