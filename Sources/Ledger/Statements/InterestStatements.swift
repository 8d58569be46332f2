import Hometown
import Postgres

/// What is declared of these donors, each tie up to its earliest end. While nothing is declared at
/// all, nothing is looked up.
struct ReadInterests: Statement {
    static let sql = """
        SELECT asked.donor_id, declared.government_id, declared.relation, declared.valid_from,
            declared.valid_to
        FROM unnest(
            CASE WHEN EXISTS (SELECT FROM interest) THEN $1::uuid[] ELSE '{}'::uuid[] END
        ) AS asked (donor_id)
        CROSS JOIN LATERAL (
            SELECT government_id, relation, valid_from,
                least(valid_to, (
                    SELECT min(ends_on) FROM interest_ending
                    WHERE interest_ending.interest_id = interest.id)) AS valid_to
            FROM interest
            WHERE interest.donor_id = asked.donor_id
            ORDER BY entry_id
            LIMIT 1000
        ) AS declared
        """
    let donors: [Identifier]

    struct Row: Sendable {
        let donor: Identifier
        let interest: Interest
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(donors)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        let donor: Identifier = try row.next()
        let government: Int16 = try row.next()
        let relation = Interest.Relation(rawValue: try row.next()) ?? .other
        return Row(
            donor: donor,
            interest: Interest(
                government: government, relation: relation, validFrom: try row.next(),
                validTo: try row.next()))
    }
}
