import AsyncHTTPClient
import Dispatch
import Foundation
package import Hometown
import NIOCore
import NIOHTTP1

/// 웹훅. Posts a summary with its files to an address, signed after the Standard Webhooks
/// specification: `webhook-id`, `webhook-timestamp`, `webhook-signature`.
///
/// The address is somebody's wish, so it may not lead into the office's own net (server-side
/// request forgery): the host is resolved here, judged, and the connection goes to the address
/// that was judged. Redirects are not followed.
package struct Webhook: Sendable {
    private static let resolveSecondsMax = 5
    private static let connectSecondsMax: Int64 = 5
    private static let answerBytesMax = 64 * 1024
    /// Beside the nine for the answer's head: ten seconds in all.
    private static let bodySecondsMax = 1
    private static let queue = DispatchQueue(label: "pumasi.resolve", attributes: .concurrent)

    /// Hosts of the operator's own choice that may lie in a private net and speak plain HTTP, in
    /// small letters.
    let privateHosts: Set<String>
    /// 허용 목록. The only hosts beside those that anything is posted to, in small letters; `nil` where
    /// the operator set no list.
    let allowedHosts: Set<String>?
    /// From the first byte to the answer's head: whoever takes longer holds up others' reports.
    let answerSecondsMax: Int64
    let now: @Sendable () -> Instant

    package init(
        privateHosts: Set<String>, allowedHosts: Set<String>? = nil, answerSecondsMax: Int64 = 9,
        now: @escaping @Sendable () -> Instant
    ) {
        self.privateHosts = privateHosts
        self.allowedHosts = allowedHosts
        self.answerSecondsMax = answerSecondsMax
        self.now = now
    }

    /// - Parameter secret: the receiver's own, for the signature.
    /// - Returns: what the receiver answered, in short.
    package func post(
        _ parcel: Parcel, to address: String, secret: WebhookSecret
    ) async throws(DeliveryFailure) -> String {
        let (host, isPrivate) = try host(of: address)
        let target = try await self.target(host, isPrivate: isPrivate)
        let body = WebhookBody(parcel).bytes
        let signature = WebhookSignature(
            id: parcel.id.description, timestamp: now().microseconds / 1_000_000, secret: secret)
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.headers = signature.headers(of: body)
        request.headers.add(name: "Content-Type", value: "application/json")
        request.headers.add(name: "User-Agent", value: "Pumasi")
        request.body = .bytes(ByteBuffer(bytes: body))
        return try await send(request, host: host, target: target)
    }

    /// Why nothing would ever be posted to an address, as far as the address alone tells. Names are
    /// looked up when something is sent, for what they stand for may change.
    /// - Returns: `nil` when nothing speaks against it.
    package func refusal(of address: String) -> DeliveryFailure? {
        do throws(DeliveryFailure) {
            let (host, isPrivate) = try host(of: address)
            let name = host.lowercased()
            let isOurs = name == "localhost" || name.hasSuffix(".localhost")
            let address = NetworkAddress(host) ?? NetworkAddress(loosely: host)
            guard isPrivate || (!isOurs && address?.isPublic != false) else {
                throw privateHost(host)
            }
            return nil
        } catch {
            return error
        }
    }

    private func host(
        of address: String
    ) throws(DeliveryFailure) -> (host: String, isPrivate: Bool) {
        guard let url = URL(string: address), let host = url.host(percentEncoded: false),
            !host.isEmpty, url.user == nil, url.password == nil
        else { throw malformed }
        let name = host.lowercased()
        let isPrivate = privateHosts.contains(name)
        guard url.scheme == "https" || isPrivate else { throw unencrypted }
        if let allowedHosts, !isPrivate, !allowedHosts.contains(name) {
            throw unlisted(host)
        }
        return (host, isPrivate)
    }

    /// The address the connection will go to.
    private func target(
        _ host: String, isPrivate: Bool
    ) async throws(DeliveryFailure) -> String {
        let bare = host.trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        let found = try await Patience(seconds: Webhook.resolveSecondsMax).wait(
            on: Webhook.queue
        ) { .success(NameResolution.addresses(of: bare)) }
        guard let first = found.first else { throw unknownHost(host) }
        if isPrivate { return first }
        // One private address among public ones is a trap, not a choice.
        guard found.allSatisfy({ NetworkAddress($0)?.isPublic == true }) else {
            throw privateHost(host)
        }
        return first
    }

    private func send(
        _ request: HTTPClientRequest, host: String, target: String
    ) async throws(DeliveryFailure) -> String {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(Webhook.connectSecondsMax)))
        configuration.dnsOverride = [host: target]
        configuration.httpVersion = .http1Only
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let outcome: Result<HTTPResponseStatus, any Error>
        do {
            let answer = try await client.execute(
                request, timeout: .seconds(answerSecondsMax))
            await read(answer.body)
            outcome = .success(answer.status)
        } catch {
            outcome = .failure(error)
        }
        // It fails only when it was shut down before.
        try? await client.shutdown()
        switch outcome {
        case .success(let status): return try judge(status, host: host)
        case .failure(let error): throw unreachable(host, error)
        }
    }

    /// Read, so that the receiver sees its answer taken; what it says is its own affair, and so is
    /// how slowly it says it.
    private func read(_ body: HTTPClientResponse.Body) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { _ = try? await body.collect(upTo: Webhook.answerBytesMax) }
            group.addTask { try? await Task.sleep(for: .seconds(Webhook.bodySecondsMax)) }
            await group.next()
            group.cancelAll()
        }
    }

    private func judge(
        _ status: HTTPResponseStatus, host: String
    ) throws(DeliveryFailure) -> String {
        switch status.code {
        case 200..<300: return "HTTP \(status.code)"
        case 408, 425, 429, 500...: throw refused(host, status, isPermanent: false)
        default: throw refused(host, status, isPermanent: true)
        }
    }
}

extension Webhook {
    private var malformed: DeliveryFailure {
        DeliveryFailure(
            Bilingual(
                "웹훅 주소를 읽을 수 없습니다. https://host/path처럼 쓰고, 주소 안에 비밀번호를 넣지 마십시오.",
                "The address cannot be read. Write https://host/path, with no password in it."),
            isPermanent: true)
    }

    private var unencrypted: DeliveryFailure {
        DeliveryFailure(
            Bilingual(
                "웹훅은 https로만 보냅니다. 기관 안의 서버라면 delivery.privateHosts에 그 이름을 넣으십시오.",
                "Webhooks go by https only. Name a server of your own in delivery.privateHosts."),
            isPermanent: true)
    }

    private func unlisted(_ host: String) -> DeliveryFailure {
        DeliveryFailure(
            Bilingual(
                "\(host)은 허용한 웹훅 서버가 아닙니다. 보내려면 delivery.allowedHosts에 그 이름을 넣으십시오.",
                "\(host) is not among the hosts that webhooks may go to. Name it in "
                    + "delivery.allowedHosts if it should be."),
            isPermanent: true)
    }

    private func unknownHost(_ host: String) -> DeliveryFailure {
        DeliveryFailure(
            Bilingual(
                "\(host)의 주소를 찾지 못했습니다. 이름과 DNS 설정을 확인하십시오.",
                "No address was found for \(host). Check the name and the resolver."))
    }

    private func privateHost(_ host: String) -> DeliveryFailure {
        DeliveryFailure(
            Bilingual(
                "공인 인터넷 주소가 아닌 \(host)에는 보내지 않습니다. "
                    + "기관 안의 서버라면 delivery.privateHosts에 그 이름을 넣으십시오.",
                "\(host) does not lie on the public internet, and nothing is sent there. Name a "
                    + "server of your own in delivery.privateHosts."),
            isPermanent: true)
    }

    private func unreachable(_ host: String, _ error: any Error) -> DeliveryFailure {
        let late: [HTTPClientError] = [.deadlineExceeded, .readTimeout, .connectTimeout]
        if let error = error as? HTTPClientError, late.contains(error) {
            return DeliveryFailure(
                Bilingual(
                    "\(host)이 \(answerSecondsMax)초 안에 답하지 않았습니다. 받는 쪽 서버를 확인하십시오. 다시 시도합니다.",
                    "\(host) gave no answer within \(answerSecondsMax) s. Check the receiver's "
                        + "server. It is tried again."))
        }
        let cause = (error as? HTTPClientError)?.shortDescription ?? "\(type(of: error))"
        return DeliveryFailure(
            Bilingual(
                "\(host)에 보내지 못했습니다(\(cause)). 주소, 방화벽과 받는 쪽 서버를 확인하십시오. 다시 시도합니다.",
                "\(host) could not be reached (\(cause)). Check the address, the firewall and the "
                    + "receiver's server. It is tried again."))
    }

    private func refused(
        _ host: String, _ status: HTTPResponseStatus, isPermanent: Bool
    ) -> DeliveryFailure {
        DeliveryFailure(
            Bilingual(
                "\(host)이 HTTP \(status.code)로 답했습니다. 받는 쪽의 설정을 확인하십시오.",
                "\(host) answered HTTP \(status.code). Check the receiver."),
            isPermanent: isPermanent)
    }
}
