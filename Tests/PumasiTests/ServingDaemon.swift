import Foundation
import Subprocess

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A daemon that listens.
struct ServingDaemon: Sendable {
    struct Answer: Sendable {
        let status: Int
        let text: String
    }

    let address: String
    let processID: pid_t
    let said: Said
    private let signal: @Sendable (Signal) throws -> Void

    /// - Throws: when it ends before it listens.
    init(
        _ said: Said, _ processID: pid_t, signal: @escaping @Sendable (Signal) throws -> Void
    ) async throws {
        guard let line = await said.output.line(beginning: "Pumasi "),
            let address = line.split(separator: " ").last
        else { throw CancellationError() }
        self.address = String(address)
        self.processID = processID
        self.said = said
        self.signal = signal
    }

    var port: String {
        address.split(separator: ":").last.map(String.init) ?? ""
    }

    func send(_ signal: Signal) throws {
        try self.signal(signal)
    }

    /// - Parameter address: another one of the daemon's.
    func get(
        _ path: String, token: String? = nil, at address: String? = nil
    ) async throws -> Answer {
        var request = URLRequest(url: try url(path, at: address))
        if let token { request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
        return try await ask(request)
    }

    /// - Parameter key: of idempotency.
    func post(
        _ path: String, _ body: String, token: String, key: String
    ) async throws -> Answer {
        var request = URLRequest(url: try url(path))
        request.httpMethod = "POST"
        request.httpBody = Data(body.utf8)
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
        request.setValue(key, forHTTPHeaderField: "Idempotency-Key")
        return try await ask(request)
    }

    /// How many items a list has.
    func count(_ path: String) async throws -> Int {
        let answer = try await get(path)
        let object = try JSONSerialization.jsonObject(with: Data(answer.text.utf8))
        let items = (object as? [String: Any])?["items"] as? [Any]
        return items?.count ?? -1
    }

    private func url(_ path: String, at other: String? = nil) throws -> URL {
        guard let url = URL(string: (other ?? address) + path) else { throw URLError(.badURL) }
        return url
    }

    private func ask(_ request: URLRequest) async throws -> Answer {
        let session = URLSession(configuration: .ephemeral)
        defer { session.invalidateAndCancel() }
        let (data, response) = try await session.data(for: request)
        return Answer(
            status: (response as? HTTPURLResponse)?.statusCode ?? 0,
            text: String(decoding: data, as: UTF8.self))
    }
}
