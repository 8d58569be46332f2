package import Hometown

/// 이상. The first thing that is wrong with a ledger, as far as it has a place.
package struct LedgerFault: Error, Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
        /// The bytes are not those the leaf hash was taken over.
        case bytesChanged
        /// A place in the log, and no entry stands there.
        case entryMissing
        /// A gap in the places, or a place beyond the log's end.
        case placesBroken
        /// Neither in the log nor waiting for its place, or both.
        case unplaced
        /// A kind of entry this ledger does not know.
        case kindUnknown(String)
        /// The bytes cannot be read as an entry.
        case unreadable(String)
        /// Another hash than the entries lead to, or none.
        case tileDiffers(level: Int)
        /// The stored head of the tree is not that of the entries.
        case headDiffers
        /// One is missing between two others.
        case checkpointMissing(no: Int64)
        /// Genuine, and published a second time or behind one of a larger log.
        case checkpointMisplaced(no: Int64)
        /// Its note is not signed by a key of this log, or says another size or root than its row.
        case checkpointForged(no: Int64)
        /// Properly signed, and not of this log: it says another root, or a larger log.
        case checkpointDiffers(no: Int64)
        /// The checkpoint kept outside says another root, or a larger log, or is not signed.
        case outsideDiffers(size: Int64)
        /// A row is not what its entry says, is missing, or belongs to no entry.
        case rowDiffers(table: String)
        /// What should open a commitment does not.
        case openingDiffers(field: String)
        /// A total is not the sum of what it counts.
        case totalDiffers(table: String, row: String)
        /// The governments are not those of the newest edition.
        case registryDiffers
    }

    package let cause: Cause
    /// The number of the entry; `nil` where no single one is to blame.
    package let entry: Int64?
    /// The place in the log.
    package let index: Int64?

    package init(_ cause: Cause, entry: Int64? = nil, index: Int64? = nil) {
        self.cause = cause
        self.entry = entry
        self.index = index
    }
}

extension LedgerFault {
    /// Stable; lower-case words joined by underscores.
    package var code: String {
        switch cause {
        case .bytesChanged: "bytes_changed"
        case .entryMissing: "entry_missing"
        case .placesBroken: "places_broken"
        case .unplaced: "unplaced"
        case .kindUnknown: "kind_unknown"
        case .unreadable: "unreadable"
        case .tileDiffers: "tile_differs"
        case .headDiffers: "head_differs"
        case .checkpointMissing: "checkpoint_missing"
        case .checkpointMisplaced: "checkpoint_misplaced"
        case .checkpointForged: "checkpoint_forged"
        case .checkpointDiffers: "checkpoint_differs"
        case .outsideDiffers: "outside_differs"
        case .rowDiffers: "row_differs"
        case .openingDiffers: "opening_differs"
        case .totalDiffers: "total_differs"
        case .registryDiffers: "registry_differs"
        }
    }

    package var text: Bilingual {
        switch cause {
        case .bytesChanged:
            Bilingual("항목의 내용이 봉인된 해시와 다릅니다.", "The entry is not what its hash says.")
        case .entryMissing: Bilingual("항목이 사라졌습니다.", "The entry is gone.")
        case .placesBroken:
            Bilingual("로그의 자리가 이어지지 않습니다.", "The places in the log do not follow.")
        case .unplaced:
            Bilingual("항목이 로그에 꼭 한 번 있지 않습니다.", "The entry is not exactly once in the log.")
        case .kindUnknown(let kind):
            Bilingual("모르는 종류의 항목입니다: \(kind)", "An entry of an unknown kind: \(kind)")
        case .unreadable(let why):
            Bilingual("항목을 읽을 수 없습니다: \(why)", "An entry cannot be read: \(why)")
        case .tileDiffers(let level):
            Bilingual(
                "\(level)층 타일이 항목들과 다릅니다.", "A tile of level \(level) is not that of the entries.")
        case .headDiffers:
            Bilingual("나무 머리가 항목들과 다릅니다.", "The head of the tree is not that of the entries.")
        case .checkpointMissing(let no):
            Bilingual("\(no)번 체크포인트가 없습니다.", "Checkpoint \(no) is gone.")
        case .checkpointMisplaced(let no):
            Bilingual(
                "\(no)번 체크포인트는 있을 자리가 아닙니다.", "Checkpoint \(no) is out of its place.")
        case .checkpointForged(let no):
            Bilingual(
                "\(no)번 체크포인트의 서명이나 내용이 맞지 않습니다.",
                "Checkpoint \(no) is not what this log's key signed.")
        case .checkpointDiffers(let no):
            Bilingual(
                "\(no)번 체크포인트는 이 로그의 것이 아닙니다.", "Checkpoint \(no) is of another log.")
        case .outsideDiffers(let size):
            Bilingual(
                "밖에 둔 체크포인트(\(size)건)와 맞지 않습니다. 항목이 빠졌거나 바뀌었습니다.",
                "The checkpoint kept outside, of \(size) entries, does not fit: some are gone or "
                    + "changed.")
        case .rowDiffers(let table):
            Bilingual(
                "\(table) 표가 항목과 다릅니다.", "The table \(table) is not what the entry says.")
        case .openingDiffers(let field):
            Bilingual(
                "\(field) 값이 항목의 약정값과 다릅니다.", "The value of \(field) is not what was committed to.")
        case .totalDiffers(let table, let row):
            Bilingual("\(table) 합계가 다릅니다: \(row)", "A total of \(table) is wrong: \(row)")
        case .registryDiffers:
            Bilingual(
                "지자체 등록부가 마지막 판과 다릅니다.", "The governments are not those of the newest edition.")
        }
    }
}
