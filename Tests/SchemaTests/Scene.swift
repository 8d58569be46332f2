/// A small ledger in plain SQL: enough things that every rule has something to look at.
enum Scene {
    /// Ids of things; the last two digits tell them apart.
    static func id(_ digits: String) -> String { "'00000000-0000-7000-8000-0000000000\(digits)'" }

    /// The clock of the scene: nine in the morning in Korea on New Year's Day 2024.
    static let recordedAt = "'2024-01-01 00:00:00+00'"

    /// Ninety-nine entries, six governments, three people, and a relay in which the first names
    /// the second, the second the third, and the third, still unanswered, the first.
    static let script = """
        INSERT INTO entry (id, kind, recorded_at, bytes, leaf_hash)
        SELECT no, 'test', \(recordedAt), bytes, sha256('\\x00'::bytea || bytes)
        FROM (
            SELECT no, convert_to('{"no":' || no || '}', 'UTF8') AS bytes
            FROM generate_series(1, 99) AS no
        ) AS drafts;
        INSERT INTO personal (entry_id, fields, salts)
        VALUES (10, '{"name_ko": "가"}', decode(repeat('00', 32), 'hex'));
        INSERT INTO author (id, kind, name) VALUES (\(id("01")), 'account', 'tester');
        INSERT INTO idempotency (id, fingerprint, entry_id)
        VALUES (\(id("02")), \(id("00")), 1), (\(id("03")), \(id("00")), 1000);
        INSERT INTO unsealed (entry_ids) VALUES ('{1,2}');
        INSERT INTO government (
            id, code, name_ko, name_en, level, parent_id, valid_from, valid_to, edition)
        VALUES
            (1, '11000', '서울특별시', 'Seoul', 'metropolitan', NULL, '1988-04-23', NULL, 1),
            (2, '11110', '종로구', 'Jongno-gu', 'basic', 1, '1988-04-23', NULL, 1),
            (3, '36110', '세종특별자치시', 'Sejong', 'metropolitan', NULL, '2012-07-01', NULL, 1),
            (4, '47720', '군위군', 'Gunwi-gun', 'basic', 5, '1988-04-23', '2023-07-01', 1),
            (5, '47000', '경상북도', 'Gyeongbuk', 'metropolitan', NULL, '1988-04-23', NULL, 1),
            (6, '47110', '포항시', 'Pohang-si', 'basic', 5, '1995-01-01', NULL, 1);
        INSERT INTO bar (entry_id, id, government_id, valid_from, valid_to, reason, recorded_at)
        VALUES (3, \(id("04")), 6, '2023-06-01', '2023-09-01', '모금 제한', \(recordedAt));
        INSERT INTO person (entry_id, id, donor_id, recorded_at)
        VALUES
            (10, \(id("a1")), \(id("d1")), \(recordedAt)),
            (11, \(id("a2")), \(id("d2")), \(recordedAt)),
            (12, \(id("a3")), \(id("d3")), \(recordedAt));
        INSERT INTO relay (entry_id, id, name_ko, name_en, recorded_at)
        VALUES
            (13, \(id("b1")), '챌린지', 'Challenge', \(recordedAt)),
            (25, \(id("b2")), '챌린지 둘', 'Challenge two', \(recordedAt));
        \(participation(14, "c1", of: "a1", on: "2023-03-01"))
        \(participation(15, "c2", of: "a2", on: "2023-04-01"))
        \(participation(16, "c3", of: "a3", on: "2023-05-01"))
        \(nomination(17, "e1", from: "c1", of: "a2"))
        \(nomination(18, "e2", from: "c2", of: "a3"))
        \(nomination(19, "e3", from: "c3", of: "a1"))
        \(answer("e1", by: "c2"))
        \(answer("e2", by: "c3"))
        INSERT INTO exchange (
            entry_id, id, occasion, happened_on, date_precision, recorded_at)
        VALUES (20, \(id("f1")), 'signing', '2023-04-10', 'day', \(recordedAt));
        \(leg(21, "f2", from: 1, to: 3))
        INSERT INTO agreement (entry_id, id, kind, signed_on, signed_precision, recorded_at)
        VALUES (22, \(id("f3")), 'exchange', '2023-04-10', 'day', \(recordedAt));
        INSERT INTO agreement_party (agreement_id, position, government_id)
        VALUES (\(id("f3")), 0, 1), (\(id("f3")), 1, 3);
        INSERT INTO project (
            entry_id, id, government_id, name_ko, name_en, purpose, open_from, recorded_at)
        VALUES
            (4, \(id("b3")), 3, '도서관', 'Library', 1, '2024-03-02', \(recordedAt)),
            (5, \(id("b4")), 3, '공원', 'Park', 1, '2024-02-20', \(recordedAt));
        INSERT INTO project_ending (entry_id, id, project_id, ends_on, reason, recorded_at)
        VALUES (6, \(id("b5")), \(id("b4")), '2024-02-29', '목표 달성', \(recordedAt));
        INSERT INTO donor_year (donor_id, year, total, undisclosed)
        VALUES (\(id("d1")), 2023, 4900000, 0);
        \(Gift(entry: 30, id: "f5", to: 3).script)
        \(correction(31, "d5", "'reverse'"))
        \(correction(32, "d6", "'restore'", corrects: "d5"))
        INSERT INTO settlement (
            donation_id, step, outcome, correction_id, entry_id, recorded_at)
        VALUES
            (\(id("f5")), 1, 'reversed', \(id("d5")), 31, \(recordedAt)),
            (\(id("f5")), 2, 'open', \(id("d6")), 32, \(recordedAt));
        """

    /// A correction of the one donation.
    static func correction(
        _ entry: Int, _ id: String, _ action: String, corrects: String? = nil,
        ground: String = "NULL", donated: String = "NULL", gift: String = "NULL",
        amount: String = "NULL"
    ) -> String {
        """
        INSERT INTO correction (
            entry_id, id, donation_id, action, corrects_id, pending, ground, donated, gift_value,
            amount, returned_on, author_id, recorded_at)
        VALUES (
            \(entry), \(Scene.id(id)), \(Scene.id("f5")), \(action),
            \(corrects.map { Scene.id($0) } ?? "NULL"), false, \(ground), \(donated), \(gift),
            \(amount), '2023-05-01', \(Scene.id("01")), \(recordedAt));
        """
    }

    /// A step in the life of the one donation.
    static func settlement(
        _ step: Int, _ outcome: String, replacement: String? = nil
    ) -> String {
        """
        INSERT INTO settlement (
            donation_id, step, outcome, correction_id, entry_id, replacement_id, recorded_at)
        VALUES (
            \(id("f5")), \(step), '\(outcome)', \(id("d5")), 31,
            \(replacement.map(id) ?? "NULL"), \(recordedAt));
        """
    }

    static func participation(
        _ entry: Int, _ id: String, of person: String, on date: String, in relay: String = "b1"
    ) -> String {
        """
        INSERT INTO participation (
            entry_id, id, relay_id, person_id, happened_on, date_precision, implied, origin,
            recorded_at)
        VALUES (
            \(entry), \(Scene.id(id)), \(Scene.id(relay)), \(Scene.id(person)), '\(date)', 'day',
            false, false, \(recordedAt));
        """
    }

    static func nomination(
        _ entry: Int, _ id: String, from participation: String, of nominee: String
    ) -> String {
        """
        INSERT INTO nomination (
            entry_id, id, relay_id, participation_id, nominee_id, recorded_at)
        VALUES (
            \(entry), \(Scene.id(id)), \(Scene.id("b1")), \(Scene.id(participation)),
            \(Scene.id(nominee)), \(recordedAt));
        """
    }

    static func answer(_ nomination: String, by participation: String) -> String {
        """
        INSERT INTO nomination_answer (nomination_id, relay_id, participation_id, entry_id)
        VALUES (\(id(nomination)), \(id("b1")), \(id(participation)), 15);
        """
    }

    static func leg(
        _ entry: Int, _ id: String, from giver: Int, to recipient: Int, exchange: String = "f1"
    ) -> String {
        """
        INSERT INTO leg (
            entry_id, id, exchange_id, giver_id, recipient_id, happened_on, date_precision,
            recorded_at)
        VALUES (
            \(entry), \(Scene.id(id)), \(Scene.id(exchange)), \(giver), \(recipient),
            '2023-04-10', 'day', \(recordedAt));
        """
    }
}

/// A donation in plain SQL, lawful unless told otherwise.
struct Gift {
    var entry = 40
    var id = "f6"
    var to: Int
    /// The government of the donor's office.
    var from: Int?
    var residence: String? = "11110"
    var amount: Int? = 10_000
    var on = "2023-04-10"
    var precision = "day"
    var origin = "intake"
    var isNaturalPerson = true
    var isInOwnName = true
    var disputed: String?
    /// Further columns, as SQL writes their values.
    var receiving: [String: String] = [:]

    /// Four checks by the records of other offices, or by papers.
    static func checks(shared consent: String? = nil) -> String {
        let basis = consent == nil ? "document_submitted" : "shared_administrative_information"
        return """
            '{"all":{"basis":"\(basis)","on":"2023-04-10","result":"passed"},\
            "consent":\(consent ?? "null"),"pledge":"1"}'
            """
    }

    /// Four checks, of which that of the residence failed.
    static let failedResident = """
        '{"annual_total":{"result":"passed"},"gift_wish":{"result":"passed"},\
        "person":{"result":"passed"},"pledge":"1","resident":{"result":"failed"}}'
        """

    /// The same donation as the world reports it against a rule.
    func disputed(_ rule: String) -> Gift {
        var gift = self
        gift.origin = "reported"
        gift.disputed = rule
        return gift
    }

    var script: String {
        let opening = """
            INSERT INTO personal (entry_id, fields, salts)
            VALUES (
                \(entry), '{"residence": "\(residence ?? "")"}', decode(repeat('00', 32), 'hex'));
            """
        let further = [
            "channel": "'bank_counter'", "checks": Gift.checks(),
        ].merging(receiving) { $1 }.sorted { $0.key < $1.key }
        let row = """
            INSERT INTO donation (
                entry_id, id, donor_id, amount, recorded_at, donated_on, recipient_id, giver_id,
                natural_person, own_name, date_precision, origin, disputed,
                \(further.map(\.key).joined(separator: ", ")))
            VALUES (
                \(entry), \(Scene.id(id)), \(Scene.id("d1")), \(text(amount)),
                \(recordedAt), '\(on)', \(to), \(text(from)), \(isNaturalPerson),
                \(isInOwnName), '\(precision)', '\(origin)',
                \(disputed.map { "'\($0)'" } ?? "NULL"),
                \(further.map(\.value).joined(separator: ", ")));
            """
        return residence == nil ? row : opening + "\n" + row
    }

    /// On New Year's Day 2024, and a year later what happened after it.
    private var recordedAt: String {
        on < "2024-01-03" ? Scene.recordedAt : "'2025-01-01 00:00:00+00'"
    }

    private func text(_ number: Int?) -> String {
        number.map(String.init) ?? "NULL"
    }
}
