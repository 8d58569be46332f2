package import Hometown
package import Ledger

extension ExchangeRecord {
    /// - Parameter published: the donations whose donors are named in public; `nil` for readers to
    ///   whom everything is told.
    package func write(
        to writer: inout JSONWriter, _ registry: GovernmentRegistry,
        published: Set<Identifier>?, for reader: Reader
    ) {
        writer.object { writer in
            writer.identity(exchange.id, exchange.no)
            writer.field("occasion", exchange.occasion)
            writer.date("on", exchange.happenedOn)
            writer.field("agreement_id", exchange.agreement)
            write(
                standingTo: &writer, registry,
                isTold: (legs + mended).allSatisfy {
                    $0.isTold(published, reader.smallCounts)
                }, for: reader)
            writer.field("note", published == nil ? exchange.note : nil)
            for (name, legs) in [("legs", legs), ("mended_legs", mended)] {
                writer.array(name, legs) { leg, writer in
                    writer.object {
                        leg.write(to: &$0, governments, registry, published, for: reader)
                    }
                }
            }
            writer.claims(claims, for: reader)
            writer.recording(exchange.recordedAt, exchange.logIndex)
        }
    }

    /// The state and both balances with their reasons, and who has not answered.
    /// - Parameter isTold: whether the numbers of all legs are told; else the reasons for balances,
    ///   which name them, are not.
    private func write(
        standingTo writer: inout JSONWriter, _ registry: GovernmentRegistry, isTold: Bool,
        for reader: Reader
    ) {
        let reasons = [
            reciprocity.stateText(name, on: readOn),
            isTold ? reciprocity.peopleText(name) : nil,
            isTold ? reciprocity.amountText(name) : nil,
        ]
        writer.field("state", reciprocity.state.rawValue)
        writer.field("people_balance", reciprocity.people.rawValue)
        writer.field("amount_balance", reciprocity.amount.rawValue)
        writer.bilingual("state_reason", reasons[0], for: reader)
        writer.bilingual("people_reason", reasons[1], for: reader)
        writer.bilingual("amount_reason", reasons[2], for: reader)
        writer.array("unanswered", reciprocity.unanswered) { waiting, writer in
            writer.object { writer in
                let age = waiting.age(on: readOn)
                let (from, to) = (waiting.direction.from, waiting.direction.to)
                writer.government("from", governments[from], registry, for: reader)
                writer.government("to", governments[to], registry, for: reader)
                writer.date("since", waiting.since)
                writer.object("age_days") { writer in
                    writer.field("at_least", age?.leastDays)
                    writer.field("at_most", age?.mostDays)
                }
            }
        }
    }
}

extension RecordedLeg {
    /// How many people gave: as it is said of the leg, or as donations are linked to it.
    var givers: Int64 { people.map(Int64.init) ?? Int64(donations.count) }

    /// Whether its people and money are told. A leg of a few people whose names are not published
    /// says no more than that they are few.
    /// - Parameter published: the donations whose donors are named in public; `nil` for readers to
    ///   whom everything is told.
    func isTold(_ published: Set<Identifier>?, _ small: SmallCounts) -> Bool {
        guard let published, small.isSmall(givers) else { return true }
        return givers == donations.count && donations.allSatisfy(published.contains)
    }

    fileprivate func write(
        to writer: inout JSONWriter, _ governments: [Int16: Government],
        _ registry: GovernmentRegistry, _ published: Set<Identifier>?, for reader: Reader
    ) {
        let isTold = isTold(published, reader.smallCounts)
        writer.field("id", id)
        writer.government("from", governments[from], registry, for: reader)
        writer.field("department", isTold ? department : nil)
        writer.government("to", governments[to], registry, for: reader)
        writer.date("on", happenedOn)
        writer.field("people", isTold ? people : nil)
        writer.field("amount", isTold ? amount : nil)
        writer.field("replaces", replaces)
        writer.ids("donation_ids", donations.filter { published?.contains($0) ?? true })
    }
}
