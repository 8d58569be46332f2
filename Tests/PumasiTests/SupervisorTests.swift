import Foundation
import Subprocess
import TestSupport
import Testing

/// What a supervisor hears: a socket like systemd's, and the daemon as a process of its own.
@Suite(.timeLimit(.minutes(2))) struct SupervisorTests {
    #if os(Linux)
        /// A datagram socket that somebody else writes to.
        private struct Ear {
            let descriptor: Int32

            /// - Parameter name: a path, or `@` and the name of an abstract socket.
            init(_ name: String) {
                descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
                var patience = timeval(tv_sec: 30, tv_usec: 0)
                setsockopt(
                    descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience,
                    socklen_t(MemoryLayout<timeval>.size))
                var address = sockaddr_un()
                address.sun_family = sa_family_t(AF_UNIX)
                var path = Array(name.utf8)
                if path[0] == UInt8(ascii: "@") { path[0] = 0 }
                withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
                let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
                let result = withUnsafePointer(to: &address) {
                    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                        bind(descriptor, $0, length)
                    }
                }
                #expect(result == 0)
            }

            /// The next words, `nil` after half a minute of silence.
            func hear() -> String? {
                var bytes = [UInt8](repeating: 0, count: 512)
                let count = recv(descriptor, &bytes, bytes.count, 0)
                return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
            }

            /// The next that is more than a sign of life.
            func hearAfterLife() -> String? {
                var words = hear()
                while words == "WATCHDOG=1" { words = hear() }
                return words
            }
        }

        @Test(arguments: ["path", "abstract"])
        func `it hears of readiness, of life and of the end`(kind: String) async throws {
            let directory = TestDirectory()
            let name =
                kind == "path" ? directory.path + "/notify" : "@pumasi" + directory.path
            let ear = Ear(name)
            defer { close(ear.descriptor) }
            let environment = ["NOTIFY_SOCKET": name, "WATCHDOG_USEC": "200000"]
            let served = try await Program.serve(
                ["--data", directory.path + "/data"], environment
            ) { daemon in
                #expect(ear.hearAfterLife() == "READY=1\nSTATUS=\(daemon.address)")
                #expect(ear.hear() == "WATCHDOG=1")
                #expect(ear.hear() == "WATCHDOG=1")
            }
            #expect(served.outcome.status == 0, "\(served.outcome.error)")
            #expect(ear.hearAfterLife() == "STOPPING=1\nEXTEND_TIMEOUT_USEC=30000000")
        }

        @Test func `who asks a second time to stop does not wait for an answer nobody reads`()
            async throws
        {
            let directory = TestDirectory()
            let served = try await Program.serve(["--data", directory.path + "/data"]) { daemon in
                let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
                var address = sockaddr_in()
                address.sin_family = sa_family_t(AF_INET)
                address.sin_port = try #require(in_port_t(daemon.port)).bigEndian
                address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
                let connected = withUnsafePointer(to: &address) {
                    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                    }
                }
                #expect(connected == 0)
                // A form of which one byte comes and the rest never does.
                let begun = """
                    POST /login HTTP/1.1\r
                    Host: pumasi\r
                    Origin: http://pumasi\r
                    Content-Type: application/x-www-form-urlencoded\r
                    Content-Length: 9\r
                    \r
                    a
                    """
                #expect(send(descriptor, begun, begun.utf8.count, 0) == begun.utf8.count)
                #expect(try await daemon.get("/livez").status == 200)
                try daemon.send(.terminate)
                #expect(await daemon.said.error.contains("draining"))
                // The second signal comes from `serve`, now.
            }
            #expect(served.outcome.status == 0)
            #expect(served.outcome.error.contains("a second signal"))
        }
    #endif

    @Test func `an address that others reach is refused without HTTPS before it`() async throws {
        let directory = TestDirectory()
        let arguments = ["--host", "0.0.0.0", "--port", "0", "--data", directory.path + "/data"]
        let refused = try await Program.run(["serve"] + arguments)
        #expect(refused.status == 2)
        #expect(refused.error.contains("http.behindTls"))
        #expect(!FileManager.default.fileExists(atPath: directory.path + "/data"))
        let served = try await Program.serve(
            arguments, ["PUMASI_HTTP_BEHIND_TLS": "true"]
        ) { _ in }
        #expect(served.outcome.status == 0, "\(served.outcome.error)")
    }

    @Test func `the metrics have an address of their own, where nothing else is answered`()
        async throws
    {
        let directory = TestDirectory()
        let (name, other) = ("PUMASI_METRICS_LISTEN", directory.path + "/other")
        let served = try await Program.serve(
            ["--data", directory.path + "/data"], [name: "127.0.0.1:0"]
        ) { daemon in
            #expect(await daemon.said.error.contains("telling the metrics"))
            let told = await daemon.said.error.text
            let pattern = /telling the metrics.*(http:\/\/127\.0\.0\.1:[0-9]+)/
            let found = try #require(told.firstMatch(of: pattern), "\(told)")
            let address = String(found.1)
            #expect(address != daemon.address)
            for path in ["/livez", "/readyz", "/metrics"] {
                #expect(try await daemon.get(path, at: address).status == 200, "\(path)")
            }
            let metrics = try await daemon.get("/metrics", at: address).text
            #expect(metrics.contains("pumasi_build_info"))
            for path in ["/", "/login", "/openapi.json", "/api/v1/donations"] {
                #expect(try await daemon.get(path, at: address).status == 404, "\(path)")
                #expect(try await daemon.get(path).status != 404, "\(path)")
            }
            let taken = try await Program.run(
                ["serve", "--port", "0", "--data", other], [name: "127.0.0.1:\(daemon.port)"])
            #expect(taken.status == 1, "\(taken.error)")
            #expect(taken.error.contains("metrics.listen"))
        }
        #expect(served.outcome.status == 0, "\(served.outcome.error)")
        let malformed = try await Program.run(
            ["serve", "--port", "0", "--data", directory.path + "/none"], [name: "9100"])
        #expect(malformed.status == 2)
        #expect(malformed.error.contains(name))
        #expect(!FileManager.default.fileExists(atPath: directory.path + "/none"))
    }

    @Test func `a credential of the supervisor is the setting of its name`() async throws {
        let directory = TestDirectory()
        let conninfo = "host=\(directory.path) dbname=nowhere"
        try Data((conninfo + "\n").utf8).write(
            to: URL(filePath: directory.path + "/database.url"))
        let shown = try await Program.run(
            ["config", "show", "--origin"], ["CREDENTIALS_DIRECTORY": directory.path])
        #expect(shown.status == 0)
        #expect(
            shown.output.split(separator: "\n").contains {
                $0.hasPrefix("database.url") && $0.contains("credential")
            })
        #expect(!shown.output.contains("nowhere"))
        let tried = try await Program.run(
            ["db", "status"], ["CREDENTIALS_DIRECTORY": directory.path])
        #expect(tried.status == 75, "\(tried.error)")
    }
}
