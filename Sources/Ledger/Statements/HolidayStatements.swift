import Hometown
import Postgres

struct ReadHolidays: Statement {
    static let sql = "SELECT on_date, name FROM holiday ORDER BY on_date"

    static func decode(_ row: inout RowReader) throws -> Holiday {
        Holiday(on: try row.next(), name: try row.next())
    }
}

/// Takes out the years that are loaded anew.
struct DeleteHolidays: Statement {
    static let sql = """
        DELETE FROM holiday WHERE extract(year FROM on_date)::int = ANY ($1::int[])
        """
    let years: [Int32]

    func bind(to parameters: inout Parameters) {
        parameters.append(years)
    }
}

struct InsertHolidays: Statement {
    static let sql = """
        INSERT INTO holiday (on_date, name, author_id)
        SELECT on_date, name, $3::uuid
        FROM unnest($1::date[], $2::text[]) AS added (on_date, name)
        """
    let holidays: [Holiday]
    let author: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(holidays.map(\.on))
        parameters.append(holidays.map(\.name))
        parameters.append(author)
    }
}
