import Hometown
import Postgres

/// The entries that tell the life of one thing, in the order they were recorded. `story` says
/// which, with the day in the world where there is one; head and place of each come with it.
private enum Story {
    /// - Parameter story: SQL of rows (entry_id, happened_on, date_precision).
    static func sql(_ story: String) -> String {
        """
        WITH story (entry_id, happened_on, date_precision) AS MATERIALIZED (
            SELECT DISTINCT ON (entry_id) entry_id, happened_on, date_precision
            FROM (\(story)) AS told
            WHERE entry_id IS NOT NULL AND entry_id > $2::bigint
            ORDER BY entry_id, happened_on NULLS LAST
            LIMIT $3::int
        )
        SELECT entry.id, entry.kind, (said.j ->> 'id')::uuid, entry.recorded_at, leaf.log_index,
            entry.leaf_hash, author.name, said.j ->> 'action', story.happened_on,
            story.date_precision
        FROM story
        JOIN entry ON entry.id = story.entry_id
        CROSS JOIN LATERAL (SELECT convert_from(entry.bytes, 'UTF8')::json AS j) AS said
        LEFT JOIN author ON author.id = (said.j ->> 'author')::uuid
        LEFT JOIN leaf ON leaf.entry_id = story.entry_id
        ORDER BY story.entry_id
        """
    }

    /// What sources say of a thing, and which of them is followed.
    static let claims = """
        SELECT entry_id, NULL::date, NULL::text FROM claim WHERE subject_id = $1::uuid
        UNION ALL
        SELECT entry_id, NULL, NULL FROM claim_choice WHERE subject_id = $1::uuid
        """

    static let donation = """
        SELECT entry_id, donated_on AS happened_on, date_precision
        FROM donation
        WHERE id = $1::uuid
        UNION ALL
        SELECT entry_id, returned_on, 'day' FROM correction WHERE donation_id = $1::uuid
        UNION ALL
        SELECT settlement.entry_id, NULL, NULL FROM settlement WHERE donation_id = $1::uuid
        UNION ALL
        SELECT replacement.entry_id, replacement.donated_on, replacement.date_precision
        FROM settlement
        JOIN donation AS replacement ON replacement.id = settlement.replacement_id
        WHERE settlement.donation_id = $1::uuid
        UNION ALL
        SELECT entry_id, NULL, NULL FROM leg_donation WHERE donation_id = $1::uuid
        UNION ALL
        SELECT entry_id, issued_on, 'day' FROM official_receipt WHERE donation_id = $1::uuid
        UNION ALL
        SELECT entry_id, recalled_on, 'day'
        FROM official_receipt_recall
        WHERE donation_id = $1::uuid
        UNION ALL
        SELECT part.import_entry, NULL, NULL
        FROM donation
        CROSS JOIN LATERAL (
            SELECT import_entry, last_entry
            FROM import_range
            WHERE import_range.first_entry <= donation.entry_id
            ORDER BY import_range.first_entry DESC
            LIMIT 1
        ) AS part
        WHERE donation.id = $1::uuid AND part.last_entry >= donation.entry_id
        UNION ALL
        \(claims)
        """

    static let exchange = """
        SELECT entry_id, happened_on, date_precision FROM exchange WHERE id = $1::uuid
        UNION ALL
        SELECT entry_id, happened_on, date_precision FROM leg WHERE exchange_id = $1::uuid
        UNION ALL
        SELECT link.entry_id, NULL, NULL
        FROM leg
        JOIN leg_donation AS link ON link.leg_id = leg.id
        WHERE leg.exchange_id = $1::uuid
        UNION ALL
        SELECT settlement.entry_id, NULL, NULL
        FROM leg
        JOIN leg_donation AS link ON link.leg_id = leg.id
        JOIN settlement ON settlement.donation_id = link.donation_id
        WHERE leg.exchange_id = $1::uuid
        UNION ALL
        SELECT agreement.entry_id, agreement.signed_on, agreement.signed_precision
        FROM exchange
        JOIN agreement ON agreement.id = exchange.agreement_id
        WHERE exchange.id = $1::uuid
        UNION ALL
        \(claims)
        """

    /// - Parameter gifts: SQL, whether a donation under the person's key is told.
    static func person(where gifts: String) -> String {
        """
        SELECT entry_id, NULL::date AS happened_on, NULL::text AS date_precision
        FROM person
        WHERE id = $1::uuid
        UNION ALL
        SELECT entry_id, coalesce(held_from, known_on, held_to), 'day'
        FROM office
        WHERE person_id = $1::uuid
        UNION ALL
        SELECT office_ending.entry_id, office_ending.ends_on, 'day'
        FROM office
        JOIN office_ending ON office_ending.office_id = office.id
        WHERE office.person_id = $1::uuid
        UNION ALL
        SELECT donation.entry_id, donation.donated_on, donation.date_precision
        FROM person
        JOIN donation ON donation.donor_id = person.donor_id
        WHERE person.id = $1::uuid AND \(gifts)
        UNION ALL
        SELECT settlement.entry_id, NULL, NULL
        FROM person
        JOIN donation ON donation.donor_id = person.donor_id
        JOIN settlement ON settlement.donation_id = donation.id
        WHERE person.id = $1::uuid AND \(gifts)
        UNION ALL
        SELECT entry_id, happened_on, date_precision
        FROM participation
        WHERE person_id = $1::uuid
        UNION ALL
        SELECT entry_id, happened_on, date_precision FROM nomination WHERE nominee_id = $1::uuid
        UNION ALL
        \(claims)
        """
    }

    static let government = """
        SELECT government_edition.entry_id, government.valid_from AS happened_on,
            'day' AS date_precision
        FROM government
        JOIN government_edition ON government_edition.entry_id = government.edition
        WHERE government.id = $1::smallint
        UNION ALL
        SELECT agreement.entry_id, agreement.signed_on, agreement.signed_precision
        FROM agreement_party
        JOIN agreement ON agreement.id = agreement_party.agreement_id
        WHERE agreement_party.government_id = $1::smallint
        UNION ALL
        SELECT entry_id, happened_on, date_precision
        FROM leg
        WHERE giver_id = $1::smallint OR recipient_id = $1::smallint
        UNION ALL
        SELECT entry_id, valid_from, 'day' FROM bar WHERE government_id = $1::smallint
        UNION ALL
        SELECT bar_publication.entry_id, bar_publication.published_on, 'day'
        FROM bar
        JOIN bar_publication ON bar_publication.bar_id = bar.id
        WHERE bar.government_id = $1::smallint
        UNION ALL
        SELECT bar_ending.entry_id, bar_ending.ends_on, 'day'
        FROM bar
        JOIN bar_ending ON bar_ending.bar_id = bar.id
        WHERE bar.government_id = $1::smallint
        UNION ALL
        SELECT entry_id, open_from, 'day' FROM project WHERE government_id = $1::smallint
        UNION ALL
        SELECT project_ending.entry_id, project_ending.ends_on, 'day'
        FROM project
        JOIN project_ending ON project_ending.project_id = project.id
        WHERE project.government_id = $1::smallint
        UNION ALL
        SELECT entry_id, coalesce(held_from, known_on, held_to), 'day'
        FROM office
        WHERE government_id = $1::smallint
        UNION ALL
        SELECT office_ending.entry_id, office_ending.ends_on, 'day'
        FROM office
        JOIN office_ending ON office_ending.office_id = office.id
        WHERE office.government_id = $1::smallint
        """

    static let agreement = """
        SELECT entry_id, signed_on AS happened_on, signed_precision AS date_precision
        FROM agreement
        WHERE id = $1::uuid
        UNION ALL
        SELECT entry_id, signed_on, signed_precision
        FROM agreement
        WHERE predecessor_id = $1::uuid
        UNION ALL
        SELECT entry_id, happened_on, date_precision
        FROM agreement_status
        WHERE agreement_id = $1::uuid
        UNION ALL
        SELECT entry_id, NULL, NULL FROM document WHERE agreement_id = $1::uuid
        UNION ALL
        SELECT entry_id, happened_on, date_precision FROM exchange WHERE agreement_id = $1::uuid
        UNION ALL
        \(claims)
        """

    static let participation = """
        SELECT entry_id, happened_on, date_precision FROM participation WHERE id = $1::uuid
        UNION ALL
        SELECT entry_id, happened_on, date_precision
        FROM nomination
        WHERE participation_id = $1::uuid
        UNION ALL
        SELECT nomination.entry_id, nomination.happened_on, nomination.date_precision
        FROM nomination_answer AS answer
        JOIN nomination ON nomination.id = answer.nomination_id
        WHERE answer.participation_id = $1::uuid
        UNION ALL
        SELECT answer.entry_id, NULL, NULL
        FROM nomination_answer AS answer
        WHERE answer.participation_id = $1::uuid
        UNION ALL
        SELECT reply.entry_id, reply.happened_on, reply.date_precision
        FROM nomination
        JOIN nomination_reply AS reply ON reply.nomination_id = nomination.id
        WHERE nomination.participation_id = $1::uuid
        UNION ALL
        SELECT link.entry_id, donation.donated_on, donation.date_precision
        FROM participation_donation AS link
        JOIN donation ON donation.id = link.donation_id
        WHERE link.participation_id = $1::uuid
        UNION ALL
        \(claims)
        """

    static let listImport = """
        SELECT entry_id, NULL::date AS happened_on, NULL::text AS date_precision
        FROM import
        WHERE id = $1::uuid
        UNION ALL
        SELECT entry_id, NULL, NULL FROM import_reversal WHERE import_id = $1::uuid
        """
}

/// The story of a thing with an id, and of which kind of thing it is.
protocol StoryStatement: Statement where Row == TimelineItem {
    init(asked: StoryPart)
    var asked: StoryPart { get }
}

/// Which part of a story.
struct StoryPart: Sendable {
    let id: Identifier
    /// The number of the entry the part begins after.
    let after: Int64
    let rowsMax: Int32
}

extension StoryStatement {
    init(of id: Identifier, after: Int64, rowsMax: Int32) {
        self.init(asked: StoryPart(id: id, after: after, rowsMax: rowsMax))
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(asked.id)
        parameters.append(asked.after)
        parameters.append(asked.rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> TimelineItem {
        try TimelineItem(row: &row)
    }
}

struct ReadDonationStory: StoryStatement {
    static let sql = Story.sql(Story.donation)
    let asked: StoryPart
}

struct ReadExchangeStory: StoryStatement {
    static let sql = Story.sql(Story.exchange)
    let asked: StoryPart
}

struct ReadAgreementStory: StoryStatement {
    static let sql = Story.sql(Story.agreement)
    let asked: StoryPart
}

struct ReadParticipationStory: StoryStatement {
    static let sql = Story.sql(Story.participation)
    let asked: StoryPart
}

struct ReadPersonStory: StoryStatement {
    static let sql = Story.sql(Story.person(where: "true"))
    let asked: StoryPart
}

/// The same without what the person gave in private, under a donor's key: told here, it would say
/// whom the gift masks.
struct ReadOpenPersonStory: StoryStatement {
    static let sql = Story.sql(
        Story.person(
            where: NamedGift.holds))
    let asked: StoryPart
}

struct ReadImportStory: StoryStatement {
    static let sql = Story.sql(Story.listImport)
    let asked: StoryPart
}

/// Of a government under one of its names. Its donations are a list of their own.
struct ReadGovernmentStory: Statement {
    static let sql = Story.sql(Story.government)
    let unit: Int16
    let after: Int64
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(unit)
        parameters.append(after)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> TimelineItem {
        try TimelineItem(row: &row)
    }
}

extension TimelineItem {
    init(row: inout RowReader) throws {
        number = try row.next()
        kind = Entry.Kind(rawValue: try row.next()) ?? .claim
        id = try row.next()
        recordedAt = try row.next()
        logIndex = try row.next()
        leafHash = try row.next()
        author = try row.next()
        action = try row.next()
        happenedOn = try EventDate.optional(in: &row)
    }
}

/// The days of a donation, in the world and in the ledger, and its place in the log.
struct ReadDonationPlace: Statement {
    static let sql = """
        SELECT donation.donated_on, donation.recorded_at, leaf.log_index
        FROM donation
        LEFT JOIN leaf ON leaf.entry_id = donation.entry_id
        WHERE donation.id = $1::uuid
        """
    let id: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
    }

    static func decode(
        _ row: inout RowReader
    ) throws -> (days: [CivilDate], logIndex: Int64?) {
        ([try row.next(), try row.next(Instant.self).koreanDate], try row.next())
    }
}

/// Filed summaries that counted a donation: of the periods in which it was given and recorded, out
/// of a log beyond its place.
struct ReadCountingSummaries: Statement {
    static let sql = """
        SELECT summary.entry_id, summary.id, summary.recorded_at, leaf.log_index,
            (SELECT entry.leaf_hash FROM entry WHERE entry.id = summary.entry_id),
            summary.title_ko, summary.title_en
        \(ReadSummariesOfPeriods.counting)
            AND summary.entry_id > $3::bigint
        ORDER BY summary.entry_id
        LIMIT $4::int
        """
    let periods: [String]
    let logIndex: Int64
    let after: Int64
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(periods)
        parameters.append(logIndex)
        parameters.append(after)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> TimelineItem {
        let (number, id): (Int64, Identifier) = (try row.next(), try row.next())
        var item = TimelineItem(
            number: number, kind: .summary, id: id, recordedAt: try row.next(),
            logIndex: try row.next(), leafHash: try row.next())
        item.title = Bilingual(try row.next(), try row.next())
        return item
    }
}
