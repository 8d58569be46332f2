import Testing
import Transparency

@Suite struct CheckpointTests {
    private let forest = Forest(size: 7)

    @Test func `A checkpoint is three lines`() throws {
        let checkpoint = try #require(
            Checkpoint(origin: TestKeys.origin, size: 7, root: forest.root(7)))
        #expect(
            checkpoint.text
                == "pumasi.example/log/test\n7\nY8/IODH+QRXruIFXYCZdRDB/WuK2XlUU13zGtUOvc+I=\n")
        #expect(Checkpoint(text: checkpoint.text) == checkpoint)
        #expect(Checkpoint(origin: "o", size: 0, root: .emptyTree) != nil)
        #expect(Checkpoint(origin: "o", size: 0, root: forest.root(7)) == nil)
        #expect(Checkpoint(origin: "o", size: -1, root: forest.root(7)) == nil)
        #expect(Checkpoint(origin: "", size: 7, root: forest.root(7)) == nil)
    }

    @Test(
        arguments: [
            "", "o\n7\n", "o\n7\nY8/IODH+QRXruIFXYCZdRDB/WuK2XlUU13zGtUOvc+I=",
            "o\n07\nY8/IODH+QRXruIFXYCZdRDB/WuK2XlUU13zGtUOvc+I=\n",
            "o\n+7\nY8/IODH+QRXruIFXYCZdRDB/WuK2XlUU13zGtUOvc+I=\n",
            "o\n-7\nY8/IODH+QRXruIFXYCZdRDB/WuK2XlUU13zGtUOvc+I=\n",
            "o\n99999999999999999999\nY8/IODH+QRXruIFXYCZdRDB/WuK2XlUU13zGtUOvc+I=\n",
            "o\n7\nY8/IODH+QRXruIFXYCZdRDB/WuK2XlUU13zGtUOvc+J=\n",
            "o\n7\nY8/IODH+QRXruIFXYCZdRDB/WuK2XlUU13zGtUOvc+I\n",
            "o\n7\nY8/IODH+QRXruIFXYCZdRDB/WuK2XlUU13zGtUOvcw==\n",
            "o\n7\nY8/IODH+QRXruIFXYCZdRDB/WuK2XlUU13zGtUOvc+I=\nextension\n",
            "o\n0\nY8/IODH+QRXruIFXYCZdRDB/WuK2XlUU13zGtUOvc+I=\n",
            "\n7\nY8/IODH+QRXruIFXYCZdRDB/WuK2XlUU13zGtUOvc+I=\n",
        ])
    func `A checkpoint in any other form is none`(text: String) {
        #expect(Checkpoint(text: text) == nil)
    }

    @Test func `Its note verifies with the log's key`() throws {
        let key = try #require(TestKeys.log)
        let checkpoint = try #require(
            Checkpoint(origin: TestKeys.origin, size: 7, root: forest.root(7)))
        let note = try checkpoint.signed(with: key)
        #expect(try note.verified(by: [key.verifier]).count == 1)
        #expect(Checkpoint(text: note.text) == checkpoint)
    }
}
