#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The few acts on files that this room needs, each a call of the operating system.
enum File {
    static func isExecutable(_ path: String) -> Bool {
        access(path, X_OK) == 0 && FileStatus(of: path)?.isDirectory == false
    }

    /// The paths that a pattern of glob(3) matches, in order.
    static func matches(_ pattern: String) -> [String] {
        var found = glob_t()
        defer { globfree(&found) }
        guard glob(pattern, 0, nil, &found) == 0 else { return [] }
        return (0..<Int(found.gl_pathc)).compactMap { place in
            found.gl_pathv[place].map { String(cString: $0) }
        }
    }

    /// At most the last `bytesMax` bytes from `offset` on, or nil if the file cannot be read.
    static func text(of path: String, from offset: Int = 0, bytesMax: Int) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let end = Int(lseek(descriptor, 0, SEEK_END))
        // Files of /proc have no size, and are read from their start.
        let start = end > 0 ? max(offset, end - bytesMax) : 0
        guard lseek(descriptor, off_t(start), SEEK_SET) >= 0 || end <= 0 else { return nil }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while bytes.count < bytesMax {
            let count = read(descriptor, &chunk, min(chunk.count, bytesMax - bytes.count))
            guard count > 0 else { break }
            bytes += chunk[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Puts `text` in the place of `path` in one step: a reader sees the old or the new whole.
    static func replace(_ path: String, with text: String) throws {
        let draft = "\(path).\(getpid())"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw failure("could not be written", path) }
        var text = text
        let written = text.withUTF8 { bytes in
            write(descriptor, bytes.baseAddress, bytes.count) == bytes.count
        }
        // Whatever our umask, the server's account must be able to read it.
        let complete = written && fchmod(descriptor, 0o644) == 0 && fsync(descriptor) == 0
        guard close(descriptor) == 0, complete, rename(draft, path) == 0 else {
            let error = failure("could not be written", path)
            unlink(draft)
            throw error
        }
    }

    /// Renames, in one step. False if it cannot be done; `errno` says why.
    static func move(_ path: String, to target: String) -> Bool {
        rename(path, target) == 0
    }

    /// Removes a file, or a link, if it is there.
    static func remove(_ path: String) {
        unlink(path)
    }

    /// Removes a directory if it is there and empty.
    static func removeDirectory(_ path: String) {
        rmdir(path)
    }

    /// Makes the names in a directory durable, or what a file holds.
    static func synchronize(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }

    static func failure(_ what: String, _ path: String) -> LocalPostgresError {
        let full = errno == ENOSPC || errno == EDQUOT
        return LocalPostgresError(
            full ? .diskFull : .system, "\(path) \(what): \(Platform.lastError()).",
            hint: full
                ? "Free some space on that disk, then start again."
                : "Run as its owner, or choose another directory (--data).")
    }
}

extension File {
    /// The names in a directory, without `.` and `..`; none if it cannot be read.
    static func names(in directory: String) -> [String] {
        guard let stream = opendir(directory) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(
                    to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)
                ) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
