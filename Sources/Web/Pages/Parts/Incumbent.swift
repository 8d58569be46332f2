import Hometown
import Ledger

/// 재직자. Who somebody was on a day, as far as it is known.
struct Incumbent {
    let name: String
    /// Without the constituency; empty when no office is known.
    let title: String
    let constituency: String?
    /// Where the office is known of another day only: 2023. 4. 10. 당시.
    let asOf: String?

    /// Nobody in particular.
    init() {
        (name, title, constituency, asOf) = ("", "", nil, nil)
    }

    /// - Parameter day: `nil` when the day itself is not known.
    init(_ id: Identifier, in relay: RelayRecord, on day: CivilDate?, _ say: Phrases) {
        let record = relay.people[id]
        let offices = record?.offices ?? []
        name = relay.name(of: id, on: day)?.text(in: say.language) ?? say[.erased]
        let held = day.flatMap { offices.held(on: $0) }
        let possible = offices.filter { office in
            day.map { office.office.tenure(on: $0...$0) != .none } ?? true
        }
        let office = held ?? (possible.count == 1 ? possible.first : nil)
        let known = held == nil ? office?.knownOn : nil
        // An office that is neither certain nor dated is not said of anybody.
        guard let office, held != nil || known != nil else {
            title = ""
            constituency = nil
            asOf = nil
            return
        }
        title = office.title.text(in: say.language)
        constituency = office.constituency?.text(in: say.language)
        asOf = known.map { known in
            let date = Notation.date(known, in: say.language)
            return say.say("\(date) 당시", "as of \(date)")
        }
    }

    /// 국회의원(충남 아산시갑); 제주특별자치도지사(2023. 4. 10. 당시).
    func office(_ say: Phrases) -> String {
        let details = [constituency, asOf].compactMap(\.self).joined(separator: ", ")
        guard !details.isEmpty else { return title }
        return say.say("\(title)(\(details))", "\(title) (\(details))")
    }

    /// 최민호 세종특별자치시장; Choi Min-ho, Mayor of Sejong.
    func line(_ say: Phrases) -> String {
        guard !title.isEmpty else { return name }
        return say.say("\(name) \(office(say))", "\(name), \(office(say))")
    }

    static func text(of office: RecordedOffice, _ say: Phrases) -> String {
        let title = office.title.text(in: say.language)
        guard let seat = office.constituency?.text(in: say.language) else { return title }
        return say.say("\(title)(\(seat))", "\(title) (\(seat))")
    }
}
