package import Hometown

/// Why no PDF came, as callers are told of it.
extension PrintFailure: ProblemConvertible {
    package var problem: Problem { Problem(.printing, text) }
}
