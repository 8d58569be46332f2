#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// 망 주소. An address of IPv4 or IPv6, and whether it lies on the public internet.
package struct NetworkAddress: Hashable, Sendable {
    /// Four bytes or sixteen, in network order.
    package let bytes: [UInt8]

    /// - Parameter text: `192.0.2.1` or `2001:db8::1`, as inet_pton(3) reads them.
    package init?(_ text: String) {
        var four = [UInt8](repeating: 0, count: 4)
        var sixteen = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = four
        } else if inet_pton(AF_INET6, text, &sixteen) == 1 {
            bytes = sixteen
        } else {
            return nil
        }
    }

    /// - Parameter text: the same of IPv4 as a name server's client reads it, inet_aton(3): in one
    ///   to four parts, in octal and hexadecimal, too. `2130706433` and `0x7f.1` are 127.0.0.1.
    package init?(loosely text: String) {
        var address = in_addr()
        guard inet_aton(text, &address) != 0 else { return nil }
        bytes = withUnsafeBytes(of: address.s_addr) { Array($0) }
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether a stranger's address may be asked to go there: not the machine itself, the office's
    /// own net, a cloud's metadata service, or anything the registries of special-purpose addresses
    /// (IANA, RFC 6890) do not call globally reachable.
    package var isPublic: Bool {
        if bytes.count == 4 { return !NetworkAddress.special4.contains { $0.holds(bytes) } }
        if let inner { return inner.isPublic }
        return !NetworkAddress.special6.contains { $0.holds(bytes) }
    }

    /// The IPv4 address that one of IPv6 stands for: mapped (RFC 4291), or translated (RFC 6052).
    private var inner: NetworkAddress? {
        let wrappings: [[UInt8]] = [
            [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF],
            [0x00, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8),
        ]
        guard wrappings.contains(where: { bytes.starts(with: $0) }) else { return nil }
        return NetworkAddress(bytes: Array(bytes.suffix(4)))
    }

    private struct Block {
        let prefix: [UInt8]
        let bits: Int

        init(_ prefix: [UInt8], _ bits: Int) {
            self.prefix = prefix
            self.bits = bits
        }

        func holds(_ bytes: [UInt8]) -> Bool {
            for bit in 0..<bits {
                let mask = UInt8(0x80) >> UInt8(bit % 8)
                let wanted = bit / 8 < prefix.count ? prefix[bit / 8] : 0
                if bytes[bit / 8] & mask != wanted & mask { return false }
            }
            return true
        }
    }

    private static let special4 = [
        Block([0], 8), Block([10], 8), Block([100, 64], 10), Block([127], 8),
        Block([169, 254], 16), Block([172, 16], 12), Block([192, 0, 0], 24),
        Block([192, 0, 2], 24), Block([192, 88, 99], 24), Block([192, 168], 16),
        Block([198, 18], 15), Block([198, 51, 100], 24), Block([203, 0, 113], 24),
        Block([224], 4), Block([240], 4),
    ]

    /// Beyond 2000::/3 nothing is given out; within it are tunnels (2001::/23, 2002::/16) and
    /// examples (2001:db8::/32, 3fff::/20).
    private static let special6 = [
        Block([0x00], 3), Block([0x40], 2), Block([0x80], 1), Block([0x20, 0x01, 0x00], 23),
        Block([0x20, 0x01, 0x0D, 0xB8], 32), Block([0x20, 0x02], 16), Block([0x3F, 0xFF], 20),
    ]
}

/// 이름 풀이. Addresses of a host, as the machine's resolver gives them.
enum NameResolution {
    /// Blocks until the resolver answers.
    /// - Returns: in the resolver's order; empty when it knows none.
    static func addresses(of host: String) -> [String] {
        var hints = addrinfo()
        hints.ai_socktype = NameResolution.stream
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var texts: [String] = []
        var next = list
        while let entry = next?.pointee {
            var buffer = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            let isRead = getnameinfo(
                entry.ai_addr, entry.ai_addrlen, &buffer, socklen_t(buffer.count), nil, 0,
                NI_NUMERICHOST)
            if isRead == 0 {
                let text = buffer.withUnsafeBufferPointer { buffer in
                    String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
                }
                if !texts.contains(text) { texts.append(text) }
            }
            next = entry.ai_next
        }
        return texts
    }

    #if canImport(Glibc)
        private static let stream = Int32(SOCK_STREAM.rawValue)
    #else
        private static let stream = SOCK_STREAM
    #endif
}
