import Hometown
import Postgres

/// Whether a joining is one of a person, and whether it was undone.
struct FindDonorJoining: Statement {
    static let sql = """
        SELECT EXISTS (SELECT FROM donor_parting WHERE joining_id = donor_joining.id)
        FROM donor_joining
        WHERE id = $1::uuid AND person_id = $2::uuid
        """
    let joining: Identifier
    let person: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(joining)
        parameters.append(person)
    }

    static func decode(_ row: inout RowReader) throws -> Bool {
        try row.next()
    }
}

struct InsertDonorParting: Statement {
    static let sql = """
        INSERT INTO donor_parting (entry_id, id, joining_id, recorded_at)
        VALUES ($1::bigint, $2::uuid, $3::uuid, $4::timestamptz)
        """
    let place: Book.Place
    let joining: Identifier
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(place.number)
        parameters.append(place.id)
        parameters.append(joining)
        parameters.append(recordedAt)
    }
}
