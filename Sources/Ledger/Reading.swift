import Postgres

/// 한자리에서 읽기. The transaction in which everything is read that one page shows.
struct Reading: Sendable {
    @TaskLocal static var current: Reading?

    let pool: Pool
    let transaction: Transaction
}
