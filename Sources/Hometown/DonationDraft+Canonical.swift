extension DonationDraft {
    /// What a request asks for, for its fingerprint: every field as given.
    package var canonical: CanonicalValue {
        let donorMember: CanonicalValue? =
            switch donor {
            case .person(let person): .members(["person": .id(person)])
            case .keyed(let key): .members(["key": .id(key)])
            }
        let employerMember: CanonicalValue? =
            switch employer {
            case .noGovernment: .string("none")
            case .named(let name): .members(["name": .string(name)])
            case nil: nil
            }
        return .members([
            "amount": .won(amount), "channel": .text(channel?.rawValue),
            "channel_name": .text(channelName), "checks": checks?.canonical,
            "claims": claims.canonical,
            "donated_on": .date(donatedOn),
            "donor": donorMember, "donor_kind": .text(donorKind?.rawValue),
            "donor_name": .text(displayName), "employer": employerMember,
            "exchange": .id(exchange), "gift": gift?.canonical,
            "interest": hasInterest.map(CanonicalValue.bool),
            "late_approval": .id(lateApproval), "leg": .id(leg),
            "official_receipt": .text(officialReceiptNo), "origin": .string(origin.rawValue),
            "own_name": isInOwnName.map(CanonicalValue.bool),
            "participation": .id(participation), "project": .id(project),
            "purpose": .number(purpose?.rawValue),
            "quotes": claims.isEmpty ? nil : claims.quotes.canonical,
            "received_unlawful": .number(receivedUnlawful?.rawValue),
            "recipient": .string(recipient),
            "residence": residence?.canonical,
        ])
    }
}

extension DonationDraft {
    /// What is wrong with what stands beside the donation; the donation itself is judged.
    package var problems: [Refusal] { claims.problems }
}

extension ReturnGift {
    package var canonical: CanonicalValue {
        .members([
            "kind": .text(kind?.rawValue), "value": .won(value),
            "wanted": isWanted.map(CanonicalValue.bool),
        ])
    }

    /// As in an entry.
    func write(to writer: inout CanonicalWriter) {
        writer.append("kind", kind?.rawValue)
        writer.append("value", value)
        writer.append("wanted", isWanted)
    }
}

extension Residence {
    fileprivate var canonical: CanonicalValue {
        let placeMember: CanonicalValue =
            switch place {
            case .government(let text): .string(text)
            case .noneInKorea: .members(["none": .bool(true)])
            }
        return .members([
            "basis": .text(basis?.rawValue), "checked_on": .date(checkedOn),
            "place": placeMember,
        ])
    }
}
