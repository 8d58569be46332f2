import Hometown

/// What a relay comes to, for machines. Shares are whole numbers of a fine unit: no reader rounds
/// them otherwise.
extension FactsDocument {
    static func relay(_ relay: Facts.Relay) -> CanonicalValue {
        object([
            "name": bilingual(relay.name),
            "new_participations": .integer(relay.addedParticipations),
            "participations": .integer(relay.participations),
            "nominations": .integer(relay.nominations),
            "answered": .integer(relay.answered), "ended": .integer(relay.ended),
            "open": .array(
                relay.open.map { nomination in
                    object([
                        "nominator": person(nomination.nominator),
                        "nominee": person(nomination.nominee),
                        "nominated_on": nomination.nominatedOn.map(date),
                        "age_days": nomination.age.map(age),
                    ])
                }),
            "figures": relay.figures.map(figures),
            "not_passed_on": .integer(relay.holderCount),
            "holders": relay.holders.isEmpty
                ? nil
                : .array(
                    relay.holders.map { holder in
                        object([
                            "person": person(holder.person), "ran_on": holder.ranOn.map(date),
                            "age_days": holder.age.map(age),
                        ])
                    }),
        ])
    }

    private static func age(_ age: Facts.Age) -> CanonicalValue {
        object([
            "at_least": .integer(Int64(age.leastDays)),
            "at_most": age.mostDays.map { .integer(Int64($0)) },
        ])
    }

    private static func figures(_ figures: RelayFigures) -> CanonicalValue {
        let counts = [
            "people": figures.people, "runners": figures.runners,
            "repeat_people": figures.repeatPeople, "origins": figures.origins,
            "multi_nominator": figures.multiNominator, "ends": figures.ends,
            "accepted": figures.count(.accepted), "declined": figures.count(.declined),
            "lapsed": figures.count(.lapsed), "depth": figures.depth,
            "longest_chain": figures.longestChain, "governments": figures.governments,
            "regions": figures.regions,
        ]
        let (runs, all) = (Int64(figures.participations), Int64(figures.nominations))
        let answered = Int64(figures.count(.answered))
        let shares = [
            "completion_per_mille": Words.ratio(answered, of: all, in: 1_000),
            "fan_out_hundredths": Words.ratio(all, of: runs, in: 100),
        ]
        var members: [String: CanonicalValue] = counts.mapValues { .integer(Int64($0)) }
        for (name, share) in shares { members[name] = share.map { .integer($0) } }
        members["interval_days"] = interval(figures.interval)
        members["open_by_age"] = ages(figures.openAges)
        members["generations"] = .array(figures.generations.map(generation))
        return .object(members)
    }

    private static func interval(_ interval: RelayFigures.Interval) -> CanonicalValue {
        object([
            "known": .number(interval.known), "p90": .number(interval.p90),
            "median_tenths": interval.medianTenths.map { .integer($0) },
        ])
    }

    private static func ages(_ ages: RelayFigures.OpenAges) -> CanonicalValue {
        object([
            "days_0_7": .number(ages.upTo7), "days_8_30": .number(ages.upTo30),
            "days_31_90": .number(ages.upTo90), "days_over_90": .number(ages.over90),
            "undetermined": .number(ages.undetermined),
        ])
    }

    private static func generation(_ generation: RelayFigures.Generation) -> CanonicalValue {
        object([
            "participations": .number(generation.participations),
            "nominations": .number(generation.nominations),
            "answered": .number(generation.answered),
        ])
    }
}

extension RelayFigures.Interval {
    /// The median in tenths of a day: that of two days is a half at the finest.
    var medianTenths: Int64? { median.map { Int64(($0 * 10).rounded()) } }
}
