import Hometown

/// What creating requests take. A date may also be written as people do (2023. 4. 10., 어제), a
/// government by its code or its name.
extension Schemas {
    static let drafts: [(String, JSONValue)] = [
        ("ClaimDraft", claimDraft), ("DonationDraft", donationDraft),
        ("AgreementDraft", agreementDraft), ("DocumentDraft", documentDraft),
        ("AgreementStatusDraft", agreementStatusDraft), ("LegDraft", legDraft),
        ("ExchangeDraft", exchangeDraft), ("LinkDraft", linkDraft), ("RelayDraft", relayDraft),
        ("ParticipationDraft", participationDraft), ("NominationDraft", nominationDraft),
        ("ReplyDraft", replyDraft), ("ClaimsDraft", claimsDraft), ("ChoiceDraft", choiceDraft),
        ("OfficeDraft", .request(officeMembers, required: ["title_ko", "title_en"])),
        ("PersonDraft", personDraft), ("SourceDraft", sourceDraft),
    ]

    private static let line = JSONValue.text(max: FormReader.charactersMax)
    private static let lineOrNull: JSONValue = [
        "type": ["string", "null"], "maxLength": .integer(Int64(FormReader.charactersMax)),
    ]
    private static let claimDrafts = (
        "claims", JSONValue.array(of: .schema("ClaimDraft"), max: ClaimDraft.claimsMax)
    )
    /// A code or a name, or an object with one of them.
    private static let governmentDraft: JSONValue = ["type": ["string", "object"]]
    /// Whole won, or as people write it: 10만원, 미공개.
    private static let amountDraft: JSONValue = ["type": ["integer", "string", "null"]]
    private static let when: [(String, JSONValue)] = [
        ("date_precision", precisionOrNull)
    ]

    private static func both(_ name: String) -> [(String, JSONValue)] {
        [("\(name)_ko", lineOrNull), ("\(name)_en", lineOrNull)]
    }

    private static let claimDraft = JSONValue.request(
        [("source", .id), ("quote", lineOrNull), ("attribute", lineOrNull), ("value", lineOrNull)],
        required: ["source"])

    /// Every field may stand flat; `donor`, `residence` and `recipient` may also be objects.
    private static let donationDraft = JSONValue.request(
        donationMembers + [claimDrafts], required: ["origin", "recipient", "donated_on"])

    static let donationMembers: [(String, JSONValue)] = {
        var members: [(String, JSONValue)] = DonationField.allCases.map { field in
            let type: JSONValue =
                switch field {
                case .origin: .words(Origin.self)
                case .donorKind: .wordsOrNull(DonorKind.self)
                case .residenceBasis: .wordsOrNull(Residence.Basis.self)
                case .channel: .wordsOrNull(Channel.self)
                case .datePrecision: precisionOrNull
                case .ownName, .interest, .giftWanted, .consent: .flagOrNull
                case .amount, .giftValue: amountDraft
                case .purpose, .receivedUnlawful: ["type": ["integer", "string", "null"]]
                case .giftKind: .wordsOrNull(ReturnGift.Kind.self)
                case .recipient, .residence, .checks: ["type": ["string", "object", "null"]]
                case .donorPerson, .exchange, .leg, .participation, .project, .lateApproval:
                    .idOrNull
                default: lineOrNull
                }
            return (field.rawValue, type)
        }
        members.append(
            (
                "donor",
                .request(
                    [
                        ("person", .idOrNull), ("key", lineOrNull), ("name", lineOrNull),
                        ("kind", .wordsOrNull(DonorKind.self)), ("own_name", .flagOrNull),
                        ("interest", .flagOrNull),
                    ], required: [])
            ))
        members.append(
            (
                "gift",
                .request(
                    [
                        ("kind", .wordsOrNull(ReturnGift.Kind.self)), ("value", amountDraft),
                        ("wanted", .flagOrNull),
                    ], required: [])
            ))
        return members
    }()

    private static let agreementDraft = JSONValue.request(
        [("kind", .words(AgreementDraft.Kind.self))] + both("title") + [
            (
                "parties",
                .array(
                    of: [
                        "type": "object",
                        "properties": ["government": governmentDraft, "signatory": .idOrNull],
                    ], max: AgreementDraft.partiesMax)
            ), ("signed_on", .text),
        ] + when + [("signed_at", .momentOrNull)] + both("place") + [
            (
                "fields",
                .array(
                    of: .request(
                        [
                            ("no", .wholeOrNull), ("name_ko", line), ("name_en", line),
                            ("note", .textOrNull),
                        ], required: ["name_ko", "name_en"]), max: AgreementDraft.fieldsMax)
            ), ("predecessor", .idOrNull), ("renewal", .flagOrNull), ("starts_on", .textOrNull),
            ("ends_on", .textOrNull),
            (
                "places",
                .array(
                    of: .request(both("place"), required: ["place_ko", "place_en"]),
                    max: AgreementDraft.placesMax)
            ),
            (
                "documents",
                .array(of: .schema("DocumentDraft"), max: AgreementDraft.documentsMax)
            ), ("status", .schemaOrNull("AgreementStatusDraft")), claimDrafts,
        ], required: ["kind", "parties", "signed_on"])

    private static let documentDraft = JSONValue.request(
        [
            ("kind", .words(DocumentDraft.Kind.self)), ("title_ko", line), ("title_en", line),
            ("link", .textOrNull), ("sha256", .textOrNull), ("credit", lineOrNull),
        ], required: ["kind", "title_ko", "title_en"])

    private static let agreementStatusDraft = JSONValue.request(
        [("state", .words(AgreementStatusDraft.State.self))] + both("text")
            + [("on", .textOrNull)] + when, required: ["state"])

    private static let legDraft = JSONValue.request(
        [
            ("from", governmentDraft), ("department", lineOrNull), ("to", governmentDraft),
            ("on", .textOrNull),
        ] + when + [
            ("people", .wholeOrNull), ("amount", amountDraft), ("amount_each", amountDraft),
            ("donation_ids", .ids), ("replaces", .idOrNull),
            (
                "donations",
                .array(of: .schema("DonationDraft"), max: ExchangeForm.legDonationsMax)
            ),
        ], required: ["from", "to"])

    private static let linkDraft = JSONValue.request(
        [
            ("donation_id", .id), ("leg_id", .idOrNull), ("linked", .flagOrNull),
            ("reason", .textOrNull),
        ], required: ["donation_id"])

    private static let exchangeDraft = JSONValue.request(
        [("occasion", .words(ExchangeDraft.Occasion.self)), ("on", .text)] + when + [
            ("agreement_id", .idOrNull), ("note", .textOrNull),
            ("legs", .array(of: .schema("LegDraft"), max: ExchangeDraft.legsMax)), claimDrafts,
        ], required: ["occasion", "on", "legs"])

    private static let relayDraft = JSONValue.request(
        [
            ("name_ko", line), ("name_en", line), ("started_by", .idOrNull),
            ("nominations_per_participation", .wholeOrNull), ("ends_on", .textOrNull),
            ("goal", .wholeOrNull), claimDrafts,
        ], required: ["name_ko", "name_en"])

    private static let participationDraft = JSONValue.request(
        mention("person") + [("participated_on", .textOrNull)] + when + [
            ("implied", .flagOrNull), ("origin", .flagOrNull), ("answers", .ids),
            (
                "proof",
                .request(
                    [
                        ("link", .textOrNull), ("sha256", .textOrNull),
                        ("captured_on", .textOrNull),
                    ], required: [])
            ), ("comment", .textOrNull),
            (
                "nominees",
                .array(
                    of: .request(
                        mention("person") + [("nominated_on", .textOrNull)] + when,
                        required: []), max: ParticipationDraft.nomineesMax)
            ),
            (
                "donations",
                .array(of: .schema("DonationDraft"), max: ParticipationDraft.donationsMax)
            ), claimDrafts,
        ], required: [])

    private static let nominationDraft = JSONValue.request(
        [("participation_id", .id)] + mention("nominee") + [("nominated_on", .textOrNull)] + when
            + [claimDrafts], required: ["participation_id"])

    /// Somebody by id, or by name or number with the office of the day.
    private static func mention(_ name: String) -> [(String, JSONValue)] {
        [(name, .idOrNull), ("\(name)_name", lineOrNull), ("\(name)_office", lineOrNull)]
    }

    private static let replyDraft = JSONValue.request(
        [
            ("nomination", .id), ("reply", .words(ReplyDraft.Kind.self)),
            ("participation", .idOrNull), ("replied_on", .textOrNull),
        ] + when + [claimDrafts], required: ["nomination", "reply"])

    private static let claimsDraft = JSONValue.request(
        [("subject", .id), claimDrafts], required: ["subject", "claims"])

    private static let choiceDraft = JSONValue.request(
        [
            ("subject", .id), ("attribute", line), ("claim", .textOrNull),
            ("reason", .text(max: FormReader.sentencesMax)),
        ], required: ["subject", "attribute", "reason"])

    private static let officeMembers: [(String, JSONValue)] =
        both("title") + [("government", ["type": ["string", "object", "null"]])]
        + both("constituency") + both("party") + [
            ("held_from", .textOrNull), ("held_to", .textOrNull), ("known_on", .textOrNull),
        ]

    private static let personDraft = JSONValue.request(
        [
            ("name_ko", line), ("name_en", line), ("donor_key", lineOrNull),
            ("offices", .array(of: .schema("OfficeDraft"), max: PersonForm.officesMax)),
            claimDrafts,
        ], required: ["name_ko", "name_en"])

    private static let sourceDraft = JSONValue.request(
        [
            ("outlet", line), ("headline", lineOrNull), ("language", .words(Language.self)),
            ("published_at", .momentOrNull), ("link", .textOrNull), ("sha256", .textOrNull),
        ], required: ["outlet", "language"])
}
