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

        mutating func reserve(_ count: Int) {
            numbers.reserveCapacity(count)
            bytes.reserveCapacity(count)
            leafHashes.reserveCapacity(count)
        }

        /// - Returns: the leaf hash of the entry.
        mutating func append(number: Int64, bytes entry: [UInt8]) -> Hash256 {
            let hash = Hash256.leaf(entry)
            numbers.append(number)
            bytes.append(PostgresBytes(entry))
            leafHashes.append(hash)
            return hash
        }

        /// The leaf hashes one after another: what an import says of its rows.
        var leaves: [Hash256] { leafHashes }

        var copy: [UInt8] {
            InsertEntries.copy(
                kind: kind.rawValue, recordedAt: recordedAt, numbers: numbers, bytes: bytes,
                leafHashes: leafHashes)
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

        mutating func reserve(_ count: Int) {
            numbers.reserveCapacity(count)
            fields.reserveCapacity(count)
            salts.reserveCapacity(count)
        }

        /// Commits to each field that has a value, under a salt of its own.
        /// - Parameter fields: sorted by name, which is also the order of the salts.
        /// - Returns: the hashes in hexadecimal, `nil` where there is no value.
        mutating func append(
            number: Int64, fields personal: [(name: String, value: String?)],
            from stock: inout Randomness.Stock
        ) -> [String?] {
            var hashes: [String?] = []
            hashes.reserveCapacity(personal.count)
            var allSalts: [UInt8] = []
            allSalts.reserveCapacity(personal.count * Commitment.saltBytes)
            let json = CanonicalWriter.object(capacity: 160) { writer in
                for field in personal {
                    guard let value = field.value else {
                        hashes.append(nil)
                        continue
                    }
                    let salt = stock.bytes(Commitment.saltBytes)
                    allSalts += salt
                    writer.append(name: field.name, value)
                    let hash = Commitment.of(value, field: field.name, salt: salt)
                    hashes.append(hash.description)
                }
            }
            guard !allSalts.isEmpty else { return hashes }
            numbers.append(number)
            fields.append(PostgresJSON(String(decoding: json, as: UTF8.self)))
            salts.append(PostgresBytes(allSalts))
            return hashes
        }

        var copy: [UInt8] {
            InsertPersonal.copy(numbers: numbers, fields: fields, salts: salts)
        }

        var statement: InsertPersonal {
            InsertPersonal(numbers: numbers, fields: fields, salts: salts)
        }
    }
}
