import Hometown

extension Identifier {
    /// The number of the advisory lock of a thing: of a relay, so that two writers cannot close a
    /// loop together; of a donor, with the year added. Two things that share a number merely wait
    /// for each other.
    var lockNumber: Int64 {
        Int64(bitPattern: low ^ high &* 0x9E37_79B9_7F4A_7C15)
    }
}
