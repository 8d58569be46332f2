#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// What the operating systems we run on do differently.
enum Platform {
    /// Bytes of a socket's path, without its final NUL (unix(7): `sun_path`).
    #if canImport(Darwin)
        static let socketPathBytesMax = 103
    #else
        static let socketPathBytesMax = 107
    #endif

    /// A character type that knows Hangul. Collation stays `C`, so that an index never depends on
    /// the version of the C library; without a UTF-8 character type, trigrams, `upper` and
    /// regular expressions would see letters in ASCII only.
    #if canImport(Darwin)
        static let characterType = "UTF-8"
    #else
        static let characterType = "C.UTF-8"
    #endif

    static let libraryExtension = {
        #if canImport(Darwin)
            "dylib"
        #else
            "so"
        #endif
    }()

    static let installAdvice = {
        #if canImport(Darwin)
            "Install it with: brew install postgresql@17"
        #else
            "Install it with: sudo apt-get install postgresql"
        #endif
    }()

    /// The text of `errno`, taken at once, before another call overwrites it.
    static func lastError() -> String {
        String(cString: strerror(errno))
    }

    static var isRoot: Bool { geteuid() == 0 }

    static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
