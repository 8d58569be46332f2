import Hometown
import Postgres

struct InsertPerson: Statement {
    static let sql = """
        INSERT INTO person (entry_id, id, donor_id, recorded_at)
        VALUES ($1::bigint, $2::uuid, $3::uuid, $4::timestamptz)
        """
    let number: Int64
    let id: Identifier
    let donor: Identifier
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
        parameters.append(id)
        parameters.append(donor)
        parameters.append(recordedAt)
    }
}

struct InsertOffice: Statement {
    static let sql = """
        INSERT INTO office (
            entry_id, id, person_id, title_ko, title_en, government_id, constituency_ko,
            constituency_en, party_ko, party_en, held_from, held_to, known_on, recorded_at)
        VALUES (
            $1::bigint, $2::uuid, $3::uuid, $4::text, $5::text, $6::smallint, $7::text, $8::text,
            $9::text, $10::text, $11::date, $12::date, $13::date, $14::timestamptz)
        """
    let number: Int64
    let id: Identifier
    let person: Identifier
    let draft: OfficeDraft
    let government: Int16?
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
        parameters.append(id)
        parameters.append(person)
        parameters.append(draft.title.korean)
        parameters.append(draft.title.english)
        parameters.append(government)
        parameters.append(draft.constituency?.korean)
        parameters.append(draft.constituency?.english)
        parameters.append(draft.party?.korean)
        parameters.append(draft.party?.english)
        parameters.append(draft.heldFrom)
        parameters.append(draft.heldTo)
        parameters.append(draft.knownOn)
        parameters.append(recordedAt)
    }
}

struct InsertOfficeEnding: Statement {
    static let sql = """
        INSERT INTO office_ending (entry_id, id, office_id, ends_on, reason, recorded_at)
        VALUES ($1::bigint, $2::uuid, $3::uuid, $4::date, $5::text, $6::timestamptz)
        """
    let place: Book.Place
    let office: Identifier
    let draft: EndingDraft
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(place.number)
        parameters.append(place.id)
        parameters.append(office)
        parameters.append(draft.endsOn)
        parameters.append(draft.reason)
        parameters.append(recordedAt)
    }
}

/// The donor each of these people is, and every office they are known to have held.
struct ReadDonorOffices: Statement {
    static let sql = """
        SELECT person.id, person.donor_id,
            CASE WHEN \(OfficeTerm.wasHeld) THEN office.title_ko END, office.title_en,
            office.government_id, office.held_from, \(OfficeTerm.heldTo), office.known_on
        FROM person
        LEFT JOIN office ON office.person_id = person.id
        \(OfficeTerm.join())
        WHERE person.id = ANY ($1::uuid[])
        ORDER BY person.id, office.entry_id
        """
    let people: [Identifier]

    struct Row: Sendable {
        let person: Identifier
        let donor: Identifier
        let office: Office?
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(people)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        let person: Identifier = try row.next()
        let donor: Identifier = try row.next()
        let korean: String? = try row.next()
        let english: String? = try row.next()
        let government: Int16? = try row.next()
        let from: CivilDate? = try row.next()
        let to: CivilDate? = try row.next()
        let known: CivilDate? = try row.next()
        guard let korean, let english else { return Row(person: person, donor: donor, office: nil) }
        return Row(
            person: person, donor: donor,
            office: Office(
                title: Bilingual(korean, english), government: government, validFrom: from,
                validTo: to, knownOn: known))
    }
}

/// Public persons in pages, in the order they were recorded.
struct ReadPeople: Statement {
    static let sql = """
        \(columns)
        WHERE person.entry_id > $1::bigint
        ORDER BY person.entry_id
        LIMIT $2::int
        """

    fileprivate static let columns = """
        SELECT person.id, person.entry_id, person.recorded_at, leaf.log_index,
            personal.fields ->> 'name_ko', personal.fields ->> 'name_en'
        FROM person
        LEFT JOIN personal ON personal.entry_id = person.entry_id
        LEFT JOIN leaf ON leaf.entry_id = person.entry_id
        """
    let after: Int64
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(after)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedPerson {
        RecordedPerson(
            id: try row.next(), number: try row.next(), recordedAt: try row.next(),
            logIndex: try row.next(), nameKorean: try row.next(), nameEnglish: try row.next())
    }
}

/// Those of them who are known, in the same order.
struct ReadPeopleNamed: Statement {
    static let sql = """
        \(ReadPeople.columns)
        WHERE person.id = ANY ($1::uuid[])
        ORDER BY person.entry_id
        """
    let ids: [Identifier]

    func bind(to parameters: inout Parameters) {
        parameters.append(ids)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedPerson {
        try ReadPeople.decode(&row)
    }
}

struct ReadOffices: Statement {
    static let sql = """
        SELECT id, person_id, title_ko, title_en, government_id, constituency_ko, constituency_en,
            party_ko, party_en, held_from, \(OfficeTerm.heldTo), known_on
        FROM office
        \(OfficeTerm.joinWithinLog)
        WHERE person_id = ANY ($1::uuid[]) AND \(KeepToLog.holds("office.entry_id"))
            AND \(OfficeTerm.wasHeld)
        ORDER BY person_id, coalesce(held_from, known_on, held_to), entry_id
        """
    let people: [Identifier]

    func bind(to parameters: inout Parameters) {
        parameters.append(people)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedOffice {
        RecordedOffice(
            id: try row.next(), person: try row.next(),
            title: Bilingual(try row.next(), try row.next()), government: try row.next(),
            constituencyKorean: try row.next(), constituencyEnglish: try row.next(),
            partyKorean: try row.next(), partyEnglish: try row.next(), heldFrom: try row.next(),
            heldTo: try row.next(), knownOn: try row.next())
    }
}
