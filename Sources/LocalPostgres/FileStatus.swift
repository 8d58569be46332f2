#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// What lstat(2) says of a path: a symbolic link is never followed, since some of these
/// directories belong to an account that we do not trust with root's hand.
struct FileStatus {
    let userID: UInt32
    let isDirectory: Bool
    /// Permission bits, such as `0o700`.
    let permissions: UInt32
    let sizeBytes: Int

    /// Nil when there is nothing at `path`, or nothing that we may see.
    init?(of path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        userID = status.st_uid
        isDirectory = status.st_mode & S_IFMT == S_IFDIR
        permissions = UInt32(status.st_mode) & 0o777
        sizeBytes = Int(status.st_size)
    }
}
