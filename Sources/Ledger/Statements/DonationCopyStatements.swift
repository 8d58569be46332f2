import Hometown
import Postgres
import Transparency

// The same rows by COPY: about half the cost, where there are many and they are all new.

/// Says that rows come by the thousand until the transaction ends: the rules that are held by
/// trigger are then asked of all rows of a statement together.
struct ExpectManyRows: Statement {
    static let sql = "SELECT set_config('pumasi.rows', 'many', true)"

    static func decode(_ row: inout RowReader) throws -> String {
        try row.next()
    }
}

extension InsertEntries {
    static let copySQL = """
        COPY entry (id, kind, recorded_at, bytes, leaf_hash) FROM STDIN (FORMAT binary)
        """

    static func copy(
        kind: String, recordedAt: Instant, numbers: [Int64], bytes: [PostgresBytes],
        leafHashes: [Hash256]
    ) -> [UInt8] {
        var rows = CopyRows(capacity: numbers.count * 700)
        for index in numbers.indices {
            rows.begin(fieldCount: 5)
            rows.append(numbers[index])
            rows.append(kind)
            rows.append(recordedAt)
            rows.append(bytes[index])
            rows.append(leafHashes[index])
        }
        return rows.finished()
    }
}

extension InsertPersonal {
    static let copySQL = """
        COPY personal (entry_id, fields, salts) FROM STDIN (FORMAT binary)
        """

    static func copy(
        numbers: [Int64], fields: [PostgresJSON], salts: [PostgresBytes]
    ) -> [UInt8] {
        var rows = CopyRows(capacity: numbers.count * 220)
        for index in numbers.indices {
            rows.begin(fieldCount: 3)
            rows.append(numbers[index])
            rows.append(fields[index])
            rows.append(salts[index])
        }
        return rows.finished()
    }
}

extension InsertDonations {
    static let copySQL = """
        COPY donation (
            entry_id, id, donor_id, amount, recorded_at, donated_on, recipient_id, giver_id,
            cap_year, natural_person, own_name, date_precision, origin, channel, channel_name,
            disputed, interest, purpose, project_id, gift_kind, gift_value, gift_wanted, checks,
            official_receipt_no, unlawful_ground)
        FROM STDIN (FORMAT binary)
        """

    var copy: [UInt8] {
        var rows = CopyRows(capacity: numbers.count * 320)
        for index in numbers.indices {
            rows.begin(fieldCount: 25)
            rows.append(numbers[index])
            rows.append(ids[index])
            rows.append(donors[index])
            rows.append(amounts[index])
            rows.append(recordedAt)
            rows.append(dates[index])
            rows.append(recipients[index])
            rows.append(givers[index])
            rows.append(capYears[index])
            rows.append(naturalPersons[index])
            rows.append(ownNames[index])
            rows.append(precisions[index])
            rows.append(origins[index])
            rows.append(channels[index])
            rows.append(channelNames[index])
            rows.append(disputes[index])
            rows.append(interests[index])
            rows.append(purposes[index])
            rows.append(projects[index])
            rows.append(giftKinds[index])
            rows.append(giftValues[index])
            rows.append(giftsWanted[index])
            // The binary form of json is its text.
            rows.append(checks[index])
            rows.append(officialReceipts[index])
            rows.append(grounds[index])
        }
        return rows.finished()
    }
}

extension AddToDonorYears {
    static let copySQL = """
        COPY donor_year (donor_id, year, total, undisclosed) FROM STDIN (FORMAT binary)
        """

    /// Sends the rows, so many at a time: while the server writes some, the next are made.
    func copy(to writer: CopyWriter, rowsAtOnceMax: Int) async throws {
        var rows = CopyRows()
        for index in donors.indices {
            rows.begin(fieldCount: 4)
            rows.append(donors[index])
            rows.append(years[index])
            rows.append(totals[index])
            rows.append(undisclosed[index])
            if (index + 1).isMultiple(of: rowsAtOnceMax) { try await writer.write(rows.taken()) }
        }
        try await writer.write(rows.finished())
    }
}
