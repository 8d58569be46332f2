import Hometown
import Postgres

/// 검색. A filter on its way to conditions: what other tables know (names, exchanges, imports,
/// corrections) is asked of them first, and what they find narrows the question.
struct DonationSearch: Sendable {
    /// Candidates that one look at another table may give; the next look goes on below them.
    static let candidatesMax = 10_000
    /// The same where everything is wanted at once, for totals and exports: eight megabytes.
    static let allCandidatesMax = 1_000_000

    let filter: DonationFilter
    let before: Int64?
    let candidatesMax: Int
    let transaction: Transaction

    private(set) var conditions = DonationConditions()
    /// Whether nothing can answer.
    private(set) var isEmpty = false
    /// Words that nobody's name holds and no government is called.
    private(set) var unknown: [String] = []
    private var publicDonors: [ReadPublicDonors.Row]?

    /// One more than are taken tells that there are more.
    private var rowsMax: Int32 { Int32(clamping: candidatesMax + 1) }

    init(
        _ filter: DonationFilter, before: Int64? = nil, candidatesMax: Int,
        in transaction: Transaction
    ) {
        self.filter = filter
        self.before = before
        self.candidatesMax = candidatesMax
        self.transaction = transaction
    }

    mutating func resolve() async throws {
        try await resolveTime()
        conditions.from = filter.from
        conditions.to = filter.to
        conditions.amountMin = filter.amountMin
        conditions.amountMax = filter.amountMax
        if filter.isPublished {
            let known = try await knownDonors()
            restrict(donors: known.map(\.donor))
            keepReported(of: known)
        }
        if let person = filter.person {
            let id = try await RecordedThing.identifier(of: person, .person, in: transaction)
            let theirs = try await knownDonors().filter { $0.person == id }
            restrict(donors: theirs.map(\.donor))
            // Asked for by the person, a gift that masks its donor would say who that is.
            if !filter.seesPrivateNames { keepReported(of: theirs) }
        }
        for term in filter.terms where !isEmpty {
            if term.isExcluded {
                try await exclude(term)
            } else {
                try await require(term)
            }
        }
        if let low = conditions.amountMin, let high = conditions.amountMax, low > high {
            isEmpty = true
        }
        guard !isEmpty else { return }
        try await narrow()
    }

    private mutating func resolveTime() async throws {
        switch filter.asOf {
        case .logSize(let size):
            // A log that is yet to grow says nothing: the answer names the size it is of.
            let head = try await transaction.run(ReadTreeHead())[0]
            conditions.logSize = min(size, head.size)
        case .time(let instant):
            conditions.logSize = try await transaction.run(ReadLogSize(instant: instant)).first ?? 0
        case nil: break
        }
    }

    // MARK: Terms

    private mutating func require(_ term: DonationQuery.Term) async throws {
        switch term.meaning {
        case .donation(let reference):
            restrict(numbers: [try await number(of: reference)].compactMap { $0 })
        case .word(let word, let units):
            try await require(word, units)
        case .donor(let word): try await require(word, [])
        case .givers(let units): restrict(\.givers, to: units)
        case .recipients(let units): restrict(\.recipients, to: units)
        case .days(let range):
            conditions.from = max(conditions.from ?? range.lowerBound, range.lowerBound)
            conditions.to = min(conditions.to ?? range.upperBound, range.upperBound)
        case .amount(let range): restrict(range)
        case .undisclosed: conditions.isUndisclosed = true
        case .status(let status): restrict(\.statuses, to: DonationSearch.words(of: status))
        case .origin(let origin): restrict(\.origins, to: [origin.rawValue])
        case .channel(let channel): restrict(\.channels, to: [channel.rawValue])
        case .part(let key, let reference): try await restrict(key, reference)
        }
    }

    private mutating func require(_ word: SearchWord, _ units: [Int16]) async throws {
        let finds = try await finds(of: word, units)
        if finds.isEmpty, conditions.floor == nil {
            unknown.append(word.text)
            isEmpty = true
        }
        conditions.words.append(finds)
    }

    private mutating func exclude(_ term: DonationQuery.Term) async throws {
        var excluded = conditions.excluded
        switch term.meaning {
        case .donation(let reference):
            if let number = try await number(of: reference) {
                excluded.finds = (excluded.finds ?? .init()).adding(.init(numbers: [number]))
            }
        case .word(let word, let units):
            excluded.finds = (excluded.finds ?? .init()).adding(try await finds(of: word, units))
        case .donor(let word):
            excluded.finds = (excluded.finds ?? .init()).adding(try await finds(of: word, []))
        case .givers(let units): excluded.givers = (excluded.givers ?? []) + units
        case .recipients(let units): excluded.recipients = (excluded.recipients ?? []) + units
        case .status(let status):
            excluded.statuses = (excluded.statuses ?? []) + DonationSearch.words(of: status)
        case .origin(let origin): excluded.origins = (excluded.origins ?? []) + [origin.rawValue]
        case .channel(let channel):
            excluded.channels = (excluded.channels ?? []) + [channel.rawValue]
        case .days, .amount, .undisclosed, .part: break
        }
        conditions.excluded = excluded
    }

    /// 취소 are those that were amended too: the amount was taken out of the totals either way.
    private static func words(of status: DonationQuery.Status) -> [String] {
        status == .reversed
            ? [status.rawValue, DonationQuery.Status.amended.rawValue] : [status.rawValue]
    }

    // MARK: Other tables

    private mutating func restrict(
        _ key: DonationQuery.Key, _ reference: Reference
    ) async throws {
        let kind: Entry.Kind =
            switch key {
            case .exchange: .exchange
            case .agreement: .agreement
            case .participation: .participation
            case .relay: .relay
            default: .listImport
            }
        guard
            let id = try await RecordedThing.identifier(of: reference, kind, in: transaction)
        else {
            isEmpty = true
            return
        }
        switch kind {
        case .exchange, .agreement:
            let (_, found) = try await transaction.pipeline(
                PlanForValues(),
                FindLegDonations(
                    exchange: kind == .exchange ? id : nil,
                    agreement: kind == .agreement ? id : nil, before: before, rowsMax: rowsMax))
            restrict(numbers: cut(found))
        case .participation, .relay:
            let (_, found) = try await transaction.pipeline(
                PlanForValues(),
                FindRelayDonations(
                    participation: kind == .participation ? id : nil,
                    relay: kind == .relay ? id : nil, before: before, rowsMax: rowsMax))
            let gifts = cut(found)
            restrict(numbers: try await shown(gifts))
        default:
            conditions.ranges = try await transaction.run(ReadImportRanges(id: id))
            isEmpty = isEmpty || conditions.ranges?.isEmpty == true
        }
    }

    /// Entries of gifts shown in runs: for a guest of those alone that are told of their runs.
    private func shown(_ numbers: [Int64]) async throws -> [Int64] {
        guard filter.isPublished else { return numbers }
        return try await Ledger.tiedGifts(ReadRunGifts(numbers: numbers), in: transaction)
            .map(\.number)
    }

    /// Under a donor's key a public person also gives in private: of these only that counts which
    /// was reported.
    private mutating func keepReported(of known: [ReadPublicDonors.Row]) {
        let keyed = known.filter(\.isKeyed).map(\.donor)
        conditions.reportedDonors = keyed.isEmpty ? nil : keyed
    }

    /// What stands in no index of donations is asked of `lookup`, unless something else that is
    /// asked for leaves few donations to look at.
    private mutating func narrow() async throws {
        let settled = ["reversed", "returned", "amended"]
        if let statuses = conditions.statuses, statuses.allSatisfy(settled.contains) {
            let found = try await transaction.run(FindSettled(before: before, rowsMax: rowsMax))
            restrict(numbers: cut(found))
        }
        let isNarrow =
            conditions.numbers != nil || conditions.recipients != nil || conditions.givers != nil
            || conditions.donors != nil || conditions.ranges != nil || conditions.from != nil
            || conditions.to != nil || !conditions.words.isEmpty
        let isAsked =
            conditions.amountMin != nil || conditions.amountMax != nil
            || conditions.isUndisclosed != nil || conditions.channels != nil
        guard isAsked, !isNarrow else { return }
        var question = LookupQuestion()
        question.amountMin = conditions.amountMin
        question.amountMax = conditions.amountMax
        question.isUndisclosed = conditions.isUndisclosed
        question.channels = conditions.channels
        restrict(numbers: try await lookUp(question) { _ in true })
    }

    private mutating func finds(
        of word: SearchWord, _ units: [Int16]
    ) async throws -> DonationConditions.Finds {
        let pattern = word.pattern
        var finds = DonationConditions.Finds()
        finds.units = units
        let named = try await knownDonors().filter { pattern.match($0.names) != nil }
        if filter.isPublished {
            finds.numbers = try await publishedGifts(of: named)
            return finds
        }
        guard filter.seesPrivateNames else {
            finds.donors = named.filter { !$0.isKeyed }.map(\.donor)
            finds.numbers = try await reportedGifts(of: named.filter(\.isKeyed).map(\.donor))
            return finds
        }
        finds.donors = named.map(\.donor)
        for spelling in word.spellings {
            var question = LookupQuestion()
            question.grams = SearchWord.grams(ofSpelling: spelling)
            finds.numbers += try await lookUp(question) { pattern.match($0) != nil }
        }
        return finds
    }

    /// Entries of gifts that show whose they are: a guest finds by name what he reads the name in,
    /// and nothing of days on which its bearer held no public office.
    private mutating func publishedGifts(
        of donors: [ReadPublicDonors.Row]
    ) async throws -> [Int64] {
        guard !donors.isEmpty else { return [] }
        let offices = try await RecordedOffice.read(of: donors.map(\.person), in: transaction)
        let terms: [Identifier: [RecordedOffice]] = donors.reduce(into: [:]) {
            $0[$1.donor] = offices[$1.person]
        }
        let (_, gifts) = try await transaction.pipeline(
            PlanForValues(),
            ReadGiftDays(donors: donors.map(\.donor), before: before, rowsMax: rowsMax))
        _ = cut(gifts.map(\.number))
        return gifts.filter { gift in
            terms[gift.donor]?.mayHoldOffice(on: gift.donatedOn.latest) == true
        }.map(\.number)
    }

    /// Entries of gifts under donors' keys that name the public person: who may not see a private
    /// name finds by it nothing in which it is masked.
    private mutating func reportedGifts(of donors: [Identifier]) async throws -> [Int64] {
        guard !donors.isEmpty else { return [] }
        let (_, gifts) = try await transaction.pipeline(
            PlanForValues(),
            ReadGiftDays(
                donors: donors, before: before, rowsMax: rowsMax, areReported: true))
        return cut(gifts.map(\.number))
    }

    /// First what `lookup` does not have yet, then what it has: what moves from one to the other in
    /// between is found twice rather than never.
    private mutating func lookUp(
        _ question: LookupQuestion, where isNamed: (String) -> Bool
    ) async throws -> [Int64] {
        var question = question
        question.before = before
        let (tail, _, rows) = try await transaction.pipeline(
            ReadLookupTail(before: before, rowsMax: rowsMax), PlanForValues(),
            ReadLookup(question: question, rowsMax: rowsMax))
        let asksForName = question.grams != nil
        _ = cut(tail.map(\.number))
        _ = cut(rows.map(\.number))
        let fresh = tail.filter { row in
            row.answers(to: question) && (!asksForName || row.name.map(isNamed) ?? false)
        }
        let known = rows.filter { !asksForName || $0.name.map(isNamed) ?? false }
        return Set(fresh.map(\.number) + known.map(\.number)).sorted(by: >)
    }

    /// Numbers, newest first, of which there may be more than were asked for: what lies below them
    /// is left to the next look.
    private mutating func cut(_ numbers: [Int64]) -> [Int64] {
        guard numbers.count > candidatesMax, let last = numbers.last else { return numbers }
        conditions.floor = max(conditions.floor ?? 0, last + 1)
        return Array(numbers.dropLast())
    }

    private mutating func knownDonors() async throws -> [ReadPublicDonors.Row] {
        if let publicDonors { return publicDonors }
        let rows = try await transaction.run(ReadPublicDonors())
        publicDonors = rows
        return rows
    }

    /// The entry of a donation.
    private func number(of reference: Reference) async throws -> Int64? {
        guard
            let id = try await RecordedThing.identifier(of: reference, .donation, in: transaction)
        else { return nil }
        return try await transaction.run(FindDonationEntry(id: id)).first
    }

    // MARK: Narrowing

    private mutating func restrict<Value: Hashable>(
        _ path: WritableKeyPath<DonationConditions, [Value]?>, to values: [Value]
    ) {
        let both = conditions[keyPath: path].map { $0.filter(values.contains) } ?? values
        conditions[keyPath: path] = both
        if both.isEmpty { isEmpty = true }
    }

    private mutating func restrict(donors: [Identifier]) { restrict(\.donors, to: donors) }

    private mutating func restrict(numbers: [Int64]) {
        let known = Set(numbers)
        let both = conditions.numbers.map { $0.filter(known.contains) } ?? numbers
        conditions.numbers = both
        if both.isEmpty, conditions.floor == nil { isEmpty = true }
    }

    private mutating func restrict(_ range: ClosedRange<Int64>) {
        conditions.amountMin = max(conditions.amountMin ?? range.lowerBound, range.lowerBound)
        conditions.amountMax = min(conditions.amountMax ?? range.upperBound, range.upperBound)
    }
}

extension DonationConditions.Finds {
    fileprivate func adding(_ other: Self) -> Self {
        var both = self
        both.add(other)
        return both
    }
}
