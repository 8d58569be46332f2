/// 스키마. The files of this folder as the binary carries them. A resource's name loses its first
/// digit when it becomes a Swift name; the number stands beside it here.
package enum Schema {
    /// One step of the schema: applied once, in order, never changed once landed.
    package struct Migration: Sendable {
        package let number: Int
        package let name: String
        package let sql: String
    }

    package static let migrations: [Migration] = [
        migration(1, "role", PackageResources._001_role_sql),
        migration(2, "author", PackageResources._002_author_sql),
        migration(3, "entry", PackageResources._003_entry_sql),
        migration(4, "government", PackageResources._004_government_sql),
        migration(5, "person", PackageResources._005_person_sql),
        migration(6, "agreement", PackageResources._006_agreement_sql),
        migration(7, "exchange", PackageResources._007_exchange_sql),
        migration(8, "relay", PackageResources._008_relay_sql),
        migration(9, "donation", PackageResources._009_donation_sql),
        migration(10, "claim", PackageResources._010_claim_sql),
        migration(11, "schedule", PackageResources._011_schedule_sql),
        migration(12, "project", PackageResources._012_project_sql),
        migration(13, "interest", PackageResources._013_interest_sql),
        migration(14, "receiving", PackageResources._014_receiving_sql),
        migration(15, "import", PackageResources._015_import_sql),
        migration(16, "reciprocity", PackageResources._016_reciprocity_sql),
        migration(17, "checkpoint", PackageResources._017_checkpoint_sql),
        migration(18, "correction", PackageResources._018_correction_sql),
        migration(19, "reply", PackageResources._019_reply_sql),
        migration(20, "timetable", PackageResources._020_timetable_sql),
        migration(21, "document", PackageResources._021_document_sql),
        migration(22, "fund", PackageResources._022_fund_sql),
        migration(23, "delivery", PackageResources._023_delivery_sql),
        migration(24, "takings", PackageResources._024_takings_sql),
        migration(25, "period", PackageResources._025_period_sql),
        migration(26, "account", PackageResources._026_account_sql),
        migration(27, "lookup", PackageResources._027_lookup_sql),
        migration(28, "import_reversal", PackageResources._028_import_reversal_sql),
        migration(29, "erasure", PackageResources._029_erasure_sql),
        migration(30, "access", PackageResources._030_access_sql),
        migration(31, "label", PackageResources._031_label_sql),
        migration(32, "donor_joining", PackageResources._032_donor_joining_sql),
        migration(33, "import_upload", PackageResources._033_import_upload_sql),
        migration(34, "job", PackageResources._034_job_sql),
        migration(35, "closing_order", PackageResources._035_closing_order_sql),
        migration(36, "donor_parting", PackageResources._036_donor_parting_sql),
        migration(37, "takings_human", PackageResources._037_takings_human_sql),
        migration(38, "summary_approval", PackageResources._038_summary_approval_sql),
        migration(39, "failed_checks", PackageResources._039_failed_checks_sql),
        migration(40, "takings_day", PackageResources._040_takings_day_sql),
        migration(41, "token_change", PackageResources._041_token_change_sql),
        migration(42, "account_change", PackageResources._042_account_change_sql),
        migration(43, "government_version", PackageResources._043_government_version_sql),
        migration(44, "ordinary_donation", PackageResources._044_ordinary_donation_sql),
        migration(45, "platform", PackageResources._045_platform_sql),
        migration(46, "publication_reminder", PackageResources._046_publication_reminder_sql),
        migration(47, "token_use", PackageResources._047_token_use_sql),
        migration(48, "kept_answer", PackageResources._048_kept_answer_sql),
        migration(49, "fund_target", PackageResources._049_fund_target_sql),
        migration(50, "many_donations", PackageResources._050_many_donations_sql),
        migration(51, "rule_cost", PackageResources._051_rule_cost_sql),
        migration(52, "rules_together", PackageResources._052_rules_together_sql),
        migration(53, "definer_rights", PackageResources._053_definer_rights_sql),
        migration(54, "import_mapping", PackageResources._054_import_mapping_sql),
        migration(55, "donation_with_receipt", PackageResources._055_donation_with_receipt_sql),
        migration(56, "bar_reading", PackageResources._056_bar_reading_sql),
        migration(57, "second_factor", PackageResources._057_second_factor_sql),
        migration(58, "endings", PackageResources._058_endings_sql),
    ]

    /// 지자체 등록부. The edition of the registry that this version knows; `id` is ours and stays.
    package static let governments = String(
        decoding: PackageResources.governments_tsv, as: UTF8.self)

    /// The facts of the two founding articles, for the sample.
    package static let sample = PackageResources.sample_json

    /// 흔한 비밀번호. What is chosen most often of eight characters and more, in small letters and
    /// most often first; source and licence stand in the file.
    package static let commonPasswords = String(
        decoding: PackageResources.passwords_txt, as: UTF8.self
    )
    .split(separator: "\n").filter { !$0.hasPrefix("#") }
    .flatMap { $0.split(separator: " ") }.map(String.init)

    private static func migration(_ number: Int, _ name: String, _ sql: [UInt8]) -> Migration {
        Migration(number: number, name: name, sql: String(decoding: sql, as: UTF8.self))
    }
}
