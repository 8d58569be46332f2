extension DonationDraft {
    /// The bytes of `canonical`, written straight in the order of their keys: the fingerprint of
    /// every donation that comes in is taken over them.
    package var canonicalBytes: [UInt8] {
        CanonicalWriter.object { writer in
            writer.append("amount", amount)
            writer.append("channel", channel?.rawValue)
            writer.append("channel_name", channelName)
            if let checks { writer.append("checks", object: checks.write) }
            write(claimsTo: &writer)
            writer.append(
                "donated_on",
                object: { writer in
                    writer.append("date", donatedOn)
                    writer.append("precision", donatedOn.precision.rawValue)
                })
            writer.append(
                "donor",
                object: { writer in
                    switch donor {
                    case .person(let person): writer.append("person", person)
                    case .keyed(let key): writer.append("key", key)
                    }
                })
            writer.append("donor_kind", donorKind?.rawValue)
            writer.append("donor_name", displayName)
            switch employer {
            case .noGovernment: writer.append("employer", "none")
            case .named(let name):
                writer.append("employer", object: { $0.append("name", name) })
            case nil: break
            }
            writer.append("exchange", exchange)
            if let gift { writer.append("gift", object: gift.write) }
            writer.append("interest", hasInterest)
            writer.append("late_approval", lateApproval)
            writer.append("leg", leg)
            writer.append("official_receipt", officialReceiptNo)
            writer.append("origin", origin.rawValue)
            writer.append("own_name", isInOwnName)
            writer.append("participation", participation)
            writer.append("project", project)
            writer.append("purpose", purpose.map { Int64($0.rawValue) })
            write(quotesTo: &writer)
            writer.append("received_unlawful", receivedUnlawful.map { Int64($0.rawValue) })
            writer.append("recipient", recipient)
            if let residence {
                writer.append("residence", object: { residence.write(to: &$0) })
            }
        }
    }

    private func write(claimsTo writer: inout CanonicalWriter) {
        guard !claims.isEmpty else { return }
        writer.append("claims", array: claims) { writer, claim in
            writer.object { writer in
                writer.append("attribute", claim.attribute)
                writer.append("source", claim.source)
                writer.append("value", claim.value)
            }
        }
    }

    /// `quote_10` stands before `quote_2`.
    private func write(quotesTo writer: inout CanonicalWriter) {
        guard !claims.isEmpty else { return }
        let quotes = claims.enumerated().map { ("quote_\($0)", $1.quote) }.sorted { $0.0 < $1.0 }
        writer.append(
            "quotes",
            object: { writer in
                for case (let name, let quote?) in quotes { writer.append(name: name, quote) }
            })
    }
}

extension Residence {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.append("basis", basis?.rawValue)
        writer.append("checked_on", checkedOn)
        switch place {
        case .government(let text): writer.append("place", text)
        case .noneInKorea: writer.append("place", object: { $0.append("none", true) })
        }
    }
}
