import Hometown
import Postgres

/// 민간플랫폼. What platforms are called, by the numbers under which the roll-up counts them.
struct ReadPlatforms: Statement {
    static let sql = "SELECT number, name FROM platform WHERE number = ANY ($1::bigint[])"
    let numbers: [Int64]

    func bind(to parameters: inout Parameters) {
        parameters.append(numbers)
    }

    static func decode(_ row: inout RowReader) throws -> (number: Int64, name: String) {
        (try row.next(), try row.next())
    }
}

/// The same of donations that are in a log of some size and not in the fold.
struct ReadFreshPlatforms: Statement {
    static let sql = """
        SELECT DISTINCT platform_number(gift.channel_name), gift.channel_name
        FROM leaf
        CROSS JOIN LATERAL (
            SELECT donation.channel_name
            FROM donation
            WHERE donation.entry_id = leaf.entry_id AND donation.channel = 'private_platform'
            LIMIT 1
        ) AS gift
        WHERE leaf.log_index >= (SELECT log_size FROM takings_head)
            AND leaf.log_index < $1::bigint AND gift.channel_name IS NOT NULL
        """
    let logSize: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(logSize)
    }

    static func decode(_ row: inout RowReader) throws -> (number: Int64, name: String) {
        try ReadPlatforms.decode(&row)
    }
}
