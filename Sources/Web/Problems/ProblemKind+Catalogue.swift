import HTTPTypes
import Hometown

/// What the interface itself refuses, by status. The ledger's refusals bring their own codes
/// with status 422.
extension ProblemKind {
    package static let malformedRequest = ProblemKind(
        "malformed-request", .badRequest,
        Bilingual("읽을 수 없는 요청입니다", "The request cannot be read"))
    package static let malformedJSON = ProblemKind(
        "malformed-json", .badRequest,
        Bilingual("JSON을 읽을 수 없습니다", "The JSON cannot be read"))
    package static let invalidUTF8 = ProblemKind(
        "invalid-utf8", .badRequest, Bilingual("UTF-8이 아닙니다", "Not valid UTF-8"))
    package static let invalidFields = ProblemKind(
        "invalid-fields", .badRequest,
        Bilingual("항목을 읽을 수 없습니다", "Some fields cannot be read"))
    package static let invalidParameter = ProblemKind(
        "invalid-parameter", .badRequest,
        Bilingual("조회 조건을 읽을 수 없습니다", "A query parameter cannot be read"))
    package static let idempotencyKeyRequired = ProblemKind(
        "idempotency-key-required", .badRequest,
        Bilingual("Idempotency-Key가 필요합니다", "An Idempotency-Key is required"))
    package static let idempotencyKeyInvalid = ProblemKind(
        "idempotency-key-invalid", .badRequest,
        Bilingual("Idempotency-Key가 잘못되었습니다", "The Idempotency-Key is not valid"))
    package static let authenticationRequired = ProblemKind(
        "authentication-required", .unauthorized,
        Bilingual("토큰이 필요합니다", "A token is required"))
    package static let tokenUnknown = ProblemKind(
        "token-unknown", .unauthorized,
        Bilingual("쓸 수 없는 토큰입니다", "The token is not valid"))
    package static let forbidden = ProblemKind(
        "forbidden", .forbidden,
        Bilingual("이 역할로는 할 수 없습니다", "This role may not do that"))
    package static let signedOut = ProblemKind(
        "signed-out", .unauthorized,
        Bilingual("로그인이 끝났습니다", "You are signed out"))
    package static let linkSpent = ProblemKind(
        "link-spent", .gone, Bilingual("쓸 수 없는 링크입니다", "The link no longer works"))
    package static let accountState = ProblemKind(
        "account-state", .conflict,
        Bilingual("지금은 할 수 없습니다", "Not as the accounts stand now"))
    package static let forgedForm = ProblemKind(
        "csrf", .forbidden,
        Bilingual("이 화면에서 보낸 양식이 아닙니다", "The form is not from this page"))
    package static let notFound = ProblemKind(
        "not-found", .notFound, Bilingual("없는 주소입니다", "Nothing is here"))
    package static let proofPending = ProblemKind(
        "proof-pending", .notFound, Bilingual("아직 봉인되지 않았습니다", "Not sealed yet"))
    package static let methodNotAllowed = ProblemKind(
        "method-not-allowed", .methodNotAllowed,
        Bilingual("쓸 수 없는 메서드입니다", "This method is not offered here"))
    package static let requestTimeout = ProblemKind(
        "request-timeout", .requestTimeout,
        Bilingual("요청이 너무 느립니다", "The request came too slowly"))
    package static let idempotencyInFlight = ProblemKind(
        "idempotency-in-flight", .conflict,
        Bilingual("같은 요청을 처리하고 있습니다", "The same request is being handled"))
    package static let scheduleState = ProblemKind(
        "schedule-state", .conflict,
        Bilingual("지금은 할 수 없습니다", "Not as the schedule stands now"))
    package static let printing = ProblemKind(
        "printing", .serviceUnavailable,
        Bilingual("PDF를 만들 수 없습니다", "No PDF can be made"))
    package static let preconditionFailed = ProblemKind(
        "precondition-failed", .preconditionFailed,
        Bilingual("그 사이에 바뀌었습니다", "It changed in the meantime"))
    package static let bodyTooLarge = ProblemKind(
        "body-too-large", .contentTooLarge,
        Bilingual("본문이 너무 큽니다", "The body is too large"))
    package static let addressTooLong = ProblemKind(
        "address-too-long", .uriTooLong,
        Bilingual("주소가 너무 깁니다", "The address is too long"))
    package static let unsupportedMediaType = ProblemKind(
        "unsupported-media-type", .unsupportedMediaType,
        Bilingual("받지 않는 형식입니다", "This content type is not taken"))
    package static let periodUnfinished = ProblemKind(
        "period-unfinished", .unprocessableContent,
        Bilingual("아직 끝나지 않은 기간입니다", "The period has not ended yet"))
    package static let idempotencyKeyReused = ProblemKind(
        "idempotency-key-reused", .unprocessableContent,
        Bilingual("이미 쓴 Idempotency-Key입니다", "The Idempotency-Key was used before"))
    package static let preconditionRequired = ProblemKind(
        "precondition-required", .preconditionRequired,
        Bilingual("If-Match가 필요합니다", "If-Match is required"))
    package static let tooManyRequests = ProblemKind(
        "too-many-requests", .tooManyRequests,
        Bilingual("요청이 너무 많습니다", "Too many requests"))
    package static let headersTooLarge = ProblemKind(
        "headers-too-large", .requestHeaderFieldsTooLarge,
        Bilingual("머리글이 너무 큽니다", "The header fields are too large"))
    package static let internalError = ProblemKind(
        "internal-error", .internalServerError,
        Bilingual("처리하지 못했습니다", "Something went wrong here"))
    package static let overloaded = ProblemKind(
        "overloaded", .serviceUnavailable,
        Bilingual("요청이 몰려 있습니다", "Too busy at the moment"))
    package static let draining = ProblemKind(
        "draining", .serviceUnavailable,
        Bilingual("서비스를 멈추는 중입니다", "The service is stopping"))
    package static let databaseUnavailable = ProblemKind(
        "database-unavailable", .serviceUnavailable,
        Bilingual("데이터베이스에 닿지 않습니다", "The database cannot be reached"))
    package static let commitUnknown = ProblemKind(
        "commit-unknown", .serviceUnavailable,
        Bilingual("기록 여부를 확인 중입니다", "Whether it was recorded is not known yet"))
    package static let timeLimit = ProblemKind(
        "time-limit", .serviceUnavailable,
        Bilingual("정해진 시간을 넘었습니다", "It took longer than it may"))

    package static let all: [ProblemKind] = [
        malformedRequest, malformedJSON, invalidUTF8, invalidFields, invalidParameter,
        idempotencyKeyRequired, idempotencyKeyInvalid, authenticationRequired, tokenUnknown,
        forbidden, signedOut, forgedForm, linkSpent, accountState, notFound, proofPending,
        methodNotAllowed, requestTimeout,
        idempotencyInFlight,
        scheduleState, printing, preconditionFailed, bodyTooLarge, addressTooLong,
        unsupportedMediaType,
        periodUnfinished, idempotencyKeyReused, preconditionRequired, tooManyRequests,
        headersTooLarge, internalError, overloaded, draining, databaseUnavailable,
        commitUnknown, timeLimit,
    ]
}
