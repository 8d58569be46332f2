import Hometown

extension Ledger {
    /// 표본 등록. Records the facts of the two founding articles, as a clerk would who has read them:
    /// with the same requests and the same rules. Every request has a fixed id, so that loading
    /// again changes nothing, and loading that broke off goes on where it stopped.
    /// - Throws: `LedgerFailure`; `SampleError`.
    package func loadSample(author: Author) async throws -> SampleReport {
        var loading = SampleLoading(
            ledger: self, author: author, sample: Sample(try SampleFacts.embedded()))
        try await loading.run()
        return loading.report
    }
}

/// One loading of the sample: who is asked next, and what was answered so far.
private struct SampleLoading {
    let ledger: Ledger
    let author: Author
    var sample: Sample
    var report = SampleReport()

    mutating func run() async throws {
        for source in sample.facts.sources {
            let draft = try sample.draft(source)
            try await record(source.id) { try await $0.record(draft, request: $1) }
        }
        for person in sample.facts.people {
            let draft = try sample.draft(person)
            try await record(person.id) { try await $0.record(draft, request: $1) }
        }
        for agreement in sample.facts.agreements {
            let draft = try sample.draft(agreement)
            try await record(agreement.id) { try await $0.record(draft, request: $1) }
        }
        for relay in sample.facts.relays { try await record(relay) }
        for exchange in sample.facts.exchanges {
            let draft = try sample.draft(exchange)
            try await record(exchange.id) { try await $0.record(draft, request: $1) }
        }
        for donation in sample.donationsApart {
            let draft = try sample.draft(donation)
            try await record(donation.id) {
                try await $0.record(draft, content: draft.canonical.bytes, request: $1)
            }
        }
    }

    /// Each run and then its nominations, so that a later run can answer them.
    private mutating func record(_ relay: SampleFacts.Relay) async throws {
        let draft = try sample.draft(relay)
        try await record(relay.id) { try await $0.record(draft, request: $1) }
        for participation in relay.participations {
            let draft = try sample.draft(participation, in: relay)
            try await record(participation.id) { try await $0.record(draft, request: $1) }
            for nomination in relay.nominations
            where nomination.participation == participation.id {
                let draft = try sample.draft(nomination, in: relay)
                try await record(nomination.id) { try await $0.record(draft, request: $1) }
            }
        }
    }

    private mutating func record(
        _ local: String, _ body: (Ledger, Request) async throws -> Answer
    ) async throws {
        let request = Request(author: author, owner: Sample.owner, key: "sample/\(local)")
        let answer = try await body(ledger, request)
        switch answer {
        case .recorded(let receipt):
            report.recorded += 1
            sample.name(local, receipt.id)
        case .replayed(let receipt):
            report.replayed += 1
            sample.name(local, receipt.id)
        case .refused, .keyReused, .inFlight:
            throw SampleError.answered(id: local, answer)
        }
    }
}
