package import Hometown

extension RelayFigures {
    package func write(to writer: inout JSONWriter) {
        writer.object { $0.members(of: self) }
    }
}

extension JSONWriter {
    fileprivate mutating func members(of figures: RelayFigures) {
        field("participations", figures.participations)
        field("people", figures.people)
        field("runners", figures.runners)
        field("nominations", figures.nominations)
        for state in Nomination.State.allCases { field(state.rawValue, figures.count(state)) }
        field("origins", figures.origins)
        field("multi_nominator", figures.multiNominator)
        field("repeat_people", figures.repeatPeople)
        field("depth", figures.depth)
        field("longest_chain", figures.longestChain)
        ratio("fan_out_mean", figures.fanOutMean)
        ratio("completion", figures.completion)
        object("interval_days") { writer in
            writer.ratio("median", figures.interval.median)
            writer.field("p90", figures.interval.p90)
            writer.field("known", figures.interval.known)
        }
        field("ends", figures.ends)
        field("governments", figures.governments)
        field("regions", figures.regions)
        object("open_by_age") { writer in
            writer.field("days_0_7", figures.openAges.upTo7)
            writer.field("days_8_30", figures.openAges.upTo30)
            writer.field("days_31_90", figures.openAges.upTo90)
            writer.field("days_over_90", figures.openAges.over90)
            writer.field("undetermined", figures.openAges.undetermined)
        }
        array("generations", figures.generations.enumerated()) { item, writer in
            let (number, generation) = item
            writer.object { writer in
                writer.field("generation", number)
                writer.field("participations", generation.participations)
                writer.field("nominations", generation.nominations)
                writer.field("answered", generation.answered)
                writer.ratio("reproduction", generation.reproduction)
            }
        }
    }

    /// A quotient as the shortest decimal that reads back as the same number; a whole one without
    /// a point.
    fileprivate mutating func ratio(_ name: String, _ value: Double?) {
        self.name(name)
        guard let value else { return null() }
        if let whole = Int64(exactly: value) { return self.value(whole) }
        self.value(JSONValue.number("\(value)"))
    }
}
