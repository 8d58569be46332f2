/// 접속 계정. Whom the ledger's sessions log in as in a server of our own: a member of the ledger's
/// role and nothing more. The owner's sessions could put the role off again.
enum SessionRole {
    static let name = "pumasi_session"

    /// Makes it where there is none yet.
    static let creation = """
        DO $$ BEGIN
            CREATE ROLE \(name) LOGIN IN ROLE \(LedgerDatabase.role);
        EXCEPTION
            WHEN duplicate_object OR unique_violation THEN NULL;
        END $$
        """
}
