/// 참여. One run of one person in one year: a node of the relay.
package struct ParticipationDraft: Hashable, Sendable {
    package var relay: Identifier
    package var person: Identifier
    package var happenedOn: EventDate?
    /// Nobody said so, but it follows: whoever nominates has run.
    package var isImplied: Bool
    /// Known to have been nominated by nobody.
    package var isOrigin: Bool
    /// Nominations this run answers.
    package var answers: [Identifier]
    package var proof: Proof?
    /// 소감, in a few words.
    package var comment: String?
    /// Next runners, named with the run.
    package var nominees: [Nominee]
    /// Donations of the run, each judged alone; all are recorded or nothing is.
    package var donations: [DonationDraft]
    package var claims: [ClaimDraft]

    /// 인증. A link that is stored and never fetched, the hash of the picture, when it was taken.
    package struct Proof: Hashable, Sendable {
        package var link: String?
        package var sha256: [UInt8]?
        package var capturedOn: CivilDate?

        package init(link: String? = nil, sha256: [UInt8]? = nil, capturedOn: CivilDate? = nil) {
            self.link = link
            self.sha256 = sha256
            self.capturedOn = capturedOn
        }
    }

    package struct Nominee: Hashable, Sendable {
        package var person: Identifier
        package var happenedOn: EventDate?

        package init(person: Identifier, happenedOn: EventDate? = nil) {
            self.person = person
            self.happenedOn = happenedOn
        }
    }

    package static let nomineesMax = 100
    package static let answersMax = 100
    package static let donationsMax = 100

    package init(
        relay: Identifier, person: Identifier, happenedOn: EventDate? = nil,
        isImplied: Bool = false, isOrigin: Bool = false, answers: [Identifier] = [],
        proof: Proof? = nil, comment: String? = nil, nominees: [Nominee] = [],
        donations: [DonationDraft] = [], claims: [ClaimDraft] = []
    ) {
        self.relay = relay
        self.person = person
        self.happenedOn = happenedOn
        self.isImplied = isImplied
        self.isOrigin = isOrigin
        self.answers = answers
        self.proof = proof
        self.comment = comment
        self.nominees = nominees
        self.donations = donations
        self.claims = claims
    }
}
