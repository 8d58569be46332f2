import Hometown
import Postgres
import Transparency

struct KeepSecretProof: Statement {
    static let sql =
        "INSERT INTO installation (secret_proof) VALUES ($1::bytea) ON CONFLICT DO NOTHING"
    let proof: Hash256

    func bind(to parameters: inout Parameters) {
        parameters.append(proof)
    }
}

struct ReadSecretProof: Statement {
    static let sql = "SELECT secret_proof FROM installation"

    static func decode(_ row: inout RowReader) throws -> Hash256 {
        try row.next()
    }
}

struct InsertAuthor: Statement {
    static let sql = """
        INSERT INTO author (id, kind, name)
        VALUES ($1::uuid, $2::text, $3::text)
        ON CONFLICT (kind, name) DO NOTHING
        """
    let author: Author

    func bind(to parameters: inout Parameters) {
        parameters.append(author.id)
        parameters.append(author.kind.rawValue)
        parameters.append(author.name)
    }
}

struct FindAuthor: Statement {
    static let sql = "SELECT id, kind, name FROM author WHERE kind = $1::text AND name = $2::text"
    let kind: Author.Kind
    let name: String

    func bind(to parameters: inout Parameters) {
        parameters.append(kind.rawValue)
        parameters.append(name)
    }

    static func decode(_ row: inout RowReader) throws -> Author {
        try Author(row: &row)
    }
}

extension Author {
    /// Reads id, kind and name.
    init(row: inout RowReader) throws {
        let id: Identifier = try row.next()
        let kind = Kind(rawValue: try row.next()) ?? .daemon
        self.init(id: id, kind: kind, name: try row.next())
    }
}
