extension Facts {
    /// 공개용. The same facts for everybody: small counts are covered, and so is whatever would
    /// betray them. What is covered is gone from the value, so that no file can let it out. What
    /// holders of public office gave, exchanges and relays are facts of public life and stay.
    package var published: Facts {
        let small = heading.smallCounts
        var facts = Facts(
            heading: heading, log: log, donations: donations.published(small),
            agreements: agreements, exchanges: exchanges, relays: relays.map(\.published),
            corrections: Facts.published(corrections, small),
            hasEarlierReport: hasEarlierReport)
        let year = facts.donations.added.cover == nil
        let before = facts.donations.previous.map { $0.tally.cover == nil } ?? true
        facts.publication = publication?.published(year: year, before: before, small)
        return facts
    }

    /// By month and kind: a single donation is nobody's business.
    private static func published(
        _ corrections: [Correction], _ small: SmallCounts
    ) -> [Correction] {
        var sums: [[String]: Correction] = [:]
        for correction in corrections {
            let date = correction.donatedOn.date
            let precision: EventDate.Precision =
                [.day, .month].contains(correction.donatedOn.precision) ? .month : .year
            let month = EventDate(date, precision: precision)
            let key = [month.text, correction.kind.rawValue]
            let sum = sums[key]
            sums[key] = Correction(
                kind: correction.kind, donation: nil,
                donatedOn: month,
                change: (sum?.change ?? Tally()) + correction.change,
                donations: (sum?.donations ?? 0) + correction.donations,
                cases: (sum?.cases ?? 0) + correction.cases)
        }
        return sums.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { _, sum in
            guard small.isSmall(sum.donations) || small.isSmall(sum.cases) else {
                return sum
            }
            return Correction(
                kind: sum.kind, donation: nil, donatedOn: sum.donatedOn,
                change: Tally(covered: .small), donations: 0)
        }
    }
}

extension Facts.Publication {
    /// A limit is a share of receipts: where these are covered it would betray them.
    fileprivate func published(
        year: Bool, before: Bool, _ small: SmallCounts
    ) -> Facts.Publication {
        var published = self
        published.heard = heard.alone(small)
        if !year { published.giftCostLimit = nil }
        if !before { published.collectionCostLimit = nil }
        let covers = small.covers(returns.map(\.tally.count))
        published.returns = zip(returns, covers).map { part, cover in
            Return(ground: part.ground, tally: part.tally.covered(cover))
        }
        return published
    }
}

extension Facts.Relay {
    /// Who has not passed the baton on is counted, and named to nobody outside. Who was named and
    /// holds no public office is masked.
    fileprivate var published: Facts.Relay {
        var published = self
        published.holders = []
        published.open = open.map { nomination in
            var published = nomination
            published.nominator = nomination.nominator.published
            published.nominee = nomination.nominee.published
            return published
        }
        return published
    }
}

extension Facts.Tally {
    /// Covered where it is small by itself.
    fileprivate func alone(_ small: SmallCounts) -> Facts.Tally {
        small.isSmall(count) ? Facts.Tally(covered: .small) : self
    }

    fileprivate func covered(_ cover: SmallCounts.Cover?) -> Facts.Tally {
        cover.map { Facts.Tally(covered: $0) } ?? self
    }

    /// Parts of a whole; all are withheld where the whole is covered.
    fileprivate static func published(
        _ parts: [Facts.Tally], of whole: Facts.Tally, _ small: SmallCounts
    ) -> [Facts.Tally] {
        guard whole.cover == nil else { return parts.map { _ in Facts.Tally(covered: .withheld) } }
        return zip(parts, small.covers(parts.map(\.count))).map { $0.covered($1) }
    }
}

extension Facts.Standing {
    fileprivate func published(_ small: SmallCounts) -> Facts.Standing {
        Facts.Standing(tally: tally.alone(small), donors: donors.published(small))
    }
}

extension Facts.Donors {
    fileprivate func published(_ small: SmallCounts) -> Facts.Donors {
        var donors = self
        donors.count = count.alone(small)
        let parts = Facts.Tally.published([new, repeating], of: donors.count, small)
        donors.new =
            parts[1].cover == nil
            ? parts[0] : Facts.Tally(covered: parts[0].cover ?? .withheld)
        // Everybody at the cap is a donor, and the rest of them are not.
        let capped = Facts.Tally.published(
            [atCap, Facts.Tally(count: count.count - atCap.count)], of: donors.count, small)
        donors.atCap =
            capped[1].cover == nil
            ? capped[0] : Facts.Tally(covered: capped[0].cover ?? .withheld)
        return donors
    }
}

extension Facts.Donations {
    fileprivate func published(_ small: SmallCounts) -> Facts.Donations {
        var published = Facts.Donations(
            period: period.published(small), total: total.alone(small),
            disputed: 0, flows: flows.map { $0.published(small) })
        published.disputed = disputed.alone(small)
        published.previous = previous?.published(small)
        published.yearBefore = yearBefore?.published(small)
        // A period and the one before may add up to the year so far, and months to all three.
        let parts = [published.period.tally, published.previous?.tally].compactMap(\.?.cover)
        published.yearToDate =
            parts.isEmpty ? yearToDate.alone(small) : Facts.Tally(covered: .withheld)
        published.target = target?.published(of: yearToDate, published.yearToDate, small)
        published.undated = undated.alone(small)
        // What is known by its year alone is what the months lack of it.
        let rest = yearToDate.count - months.reduce(0) { $0 + $1.count }
        let covers = Facts.Tally.published(
            months + [Facts.Tally(count: rest)], of: published.yearToDate, small)
        published.months =
            covers.contains { $0.cover != nil }
            ? months.map { _ in Facts.Tally(covered: .withheld) } : months
        let whole = published.period.tally
        published.divisions = divisions.filter { $0.facet.channel == nil }
            .map { $0.published(of: period.tally, whole, small) }
        // Parts of one channel are withheld with it.
        published.divisions += divisions.filter { $0.facet.channel != nil }
            .map {
                $0.published(
                    of: self.whole(of: $0.facet), published.whole(of: $0.facet), small)
            }
        published.projects = projectsPublished(published, small)
        published.recipients = recipientsPublished(whole, small)
        return published
    }

    /// What names no project is a part of everything, too. The whole time beside a period tells the
    /// time before it: it is withheld with the period, and where that would be few.
    private func projectsPublished(
        _ published: Facts.Donations, _ small: SmallCounts
    ) -> [Facts.Project] {
        let now = parts(projects.map(\.period), of: added, published.added, small)
        let ever = parts(projects.map(\.total), of: total, published.total, small)
        return zip(projects, zip(now, ever)).map { project, tallies in
            let before = project.total.count - project.period.count
            let betrays = tallies.0.cover != nil || small.isSmall(before)
            return project.saying(
                period: tallies.0,
                total: betrays && tallies.1.cover == nil
                    ? Facts.Tally(covered: .withheld) : tallies.1)
        }
    }

    /// Parts of something that has others, too.
    private func parts(
        _ tallies: [Facts.Tally], of all: Facts.Tally, _ whole: Facts.Tally,
        _ small: SmallCounts
    ) -> [Facts.Tally] {
        let rest = all.count - tallies.reduce(0) { $0 + $1.count }
        return Facts.Tally.published(
            tallies + [Facts.Tally(count: max(0, rest))], of: whole, small
        ).dropLast()
    }

    private func recipientsPublished(
        _ whole: Facts.Tally, _ small: SmallCounts
    ) -> [Facts.Recipient] {
        let now = Facts.Tally.published(recipients.map(\.period.tally), of: whole, small)
        let before = Facts.Tally.published(
            recipients.map(\.previous), of: (previous?.tally ?? Facts.Tally()).alone(small),
            small)
        let year = Facts.Tally.published(
            recipients.map(\.yearBefore), of: (yearBefore?.tally ?? Facts.Tally()).alone(small),
            small)
        return recipients.indices.map { place in
            Facts.Recipient(
                party: recipients[place].party,
                period: Facts.Standing(
                    tally: now[place],
                    donors: now[place].cover == nil
                        ? recipients[place].period.donors.published(small)
                        : Facts.Donors(covered: .withheld)),
                previous: before[place], yearBefore: year[place])
        }
    }
}

extension Facts.Flow {
    /// What holders of public office gave is a fact of public life. Others give along a leg, too:
    /// where these are few, now or in the time before, nothing is told of what was given with them.
    fileprivate func published(_ small: SmallCounts) -> Facts.Flow {
        let unnamed = [unnamedAdded, unnamedTotal, unnamedTotal - unnamedAdded]
        guard unnamed.contains(where: small.isSmall) else { return self }
        let cover = Facts.Tally(covered: .withheld)
        return Facts.Flow(giver: giver, recipient: recipient, added: cover, total: cover)
    }
}

extension Facts.Donors {
    fileprivate init(covered cover: SmallCounts.Cover) {
        self.init()
        count = Facts.Tally(covered: cover)
        new = count
        atCap = count
    }
}

extension Facts.Division {
    /// - Parameters:
    ///   - all: what is divided, uncovered.
    ///   - whole: the same as everybody reads it.
    fileprivate func published(
        of all: Facts.Tally, _ whole: Facts.Tally, _ small: SmallCounts
    ) -> Facts.Division {
        // What is in no share is a part, too: donations that name no project or gift.
        let rest = all.count - shares.reduce(0) { $0 + $1.tally.count }
        let tallies = Facts.Tally.published(
            shares.map(\.tally) + [Facts.Tally(count: rest)], of: whole, small)
        return Facts.Division(
            facet: facet,
            shares: zip(shares, tallies).map { share, tally in
                Facts.Share(key: share.key, name: share.name, tally: tally)
            })
    }
}
