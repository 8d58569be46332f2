import Hometown
import Ledger
import NIOCore

extension WebContext {
    /// Who writes, and the caller's id. A route that writes takes roles and a key; one that calls
    /// this and does not is a bug.
    var writing: Request {
        guard let idempotencyKey else { preconditionFailure("a route that writes has a key") }
        return Request(author: author, key: idempotencyKey.text)
    }

    /// Who asks. Only a route that takes roles calls this.
    var author: Author {
        guard let principal else { preconditionFailure("a route with roles has a principal") }
        return principal.author
    }

    /// The same for what goes before it, under an id of its own.
    func writing(as key: String) -> Request {
        Request(author: writing.author, key: key)
    }

    /// What somebody at the console asks for under an id that is known beforehand.
    func request(as key: String, by viewer: Viewer) -> Request {
        Request(author: viewer.author, key: key)
    }

    /// Who reads.
    var reader: Reader {
        Reader(language: language, role: principal?.role, smallCounts: smallCounts)
    }

    /// The body as an object without resident numbers.
    func formBody() throws(Problem) -> FormBody {
        try FormBody(Array(body.readableBytesView))
    }

    /// The path's `{id}`.
    /// - Throws: `Problem` 404 for what is no id: nothing is there either.
    func id(_ name: String = "id") throws(Problem) -> Identifier {
        guard let id = Identifier(pathParameter(name)) else { throw WebContext.nothingThere }
        return id
    }

    static let nothingThere = Problem(
        .notFound,
        Bilingual("찾는 것이 없습니다. 식별자를 확인해 주십시오.", "There is no such thing. Check the id."))
}

extension Optional {
    /// - Throws: `Problem` 404 when nothing was found.
    func found() throws(Problem) -> Wrapped {
        guard let self else { throw WebContext.nothingThere }
        return self
    }
}
