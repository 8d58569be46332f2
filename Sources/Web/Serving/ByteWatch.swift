import NIOCore

/// Stands before the decoder, which says nothing until a header block is whole.
final class ByteWatch: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let conversation: Conversation

    init(_ conversation: Conversation) {
        self.conversation = conversation
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        conversation.bytesCame()
        context.fireChannelRead(data)
    }
}
