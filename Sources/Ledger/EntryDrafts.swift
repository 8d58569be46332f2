import Hometown
import Postgres
import Transparency

extension InsertEntries {
    /// Entries of one kind being gathered.
    struct Draft {
        let kind: Entry.Kind
        let recordedAt: Instant
        private(set) var numbers: [Int64] = []
        private var bytes: [PostgresBytes] = []
        private var leafHashes: [Hash256] = []

        init(kind: Entry.Kind, recordedAt: Instant) {
            self.kind = kind
            self.recordedAt = recordedAt
        }

        /// - Returns: the leaf hash of the entry.
        mutating func append(number: Int64, bytes entry: [UInt8]) -> Hash256 {
            let hash = Hash256.leaf(entry)
            numbers.append(number)
            bytes.append(PostgresBytes(entry))
            leafHashes.append(hash)
            return hash
        }

        var statement: InsertEntries {
            InsertEntries(
                kind: kind.rawValue, recordedAt: recordedAt, numbers: numbers, bytes: bytes,
                leafHashes: leafHashes)
        }
    }
}

extension InsertPersonal {
    /// Openings of commitments being gathered.
    struct Draft {
        private var numbers: [Int64] = []
        private var fields: [PostgresJSON] = []
        private var salts: [PostgresBytes] = []

        /// Commits to each field that has a value, under a salt of its own.
        /// - Parameter fields: sorted by name, which is also the order of the salts.
        /// - Returns: the hashes in hexadecimal, `nil` where there is no value.
        mutating func append(
            number: Int64, fields personal: [(name: String, value: String?)],
            randomness: Randomness
        ) -> [String?] {
            var all: [UInt8] = []
            var object: [String: CanonicalValue] = [:]
            let hashes: [String?] = personal.map { field in
                guard let value = field.value else { return nil }
                let salt = randomness.bytes(Commitment.saltBytes)
                all += salt
                object[field.name] = .string(value)
                return Commitment.of(value, field: field.name, salt: salt).description
            }
            guard !object.isEmpty else { return hashes }
            numbers.append(number)
            let json = CanonicalValue.object(object).bytes
            fields.append(PostgresJSON(String(decoding: json, as: UTF8.self)))
            salts.append(PostgresBytes(all))
            return hashes
        }

        var statement: InsertPersonal {
            InsertPersonal(numbers: numbers, fields: fields, salts: salts)
        }
    }
}
