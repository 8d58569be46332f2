// The only door to zlib, for reading compressed workbooks and packing files that pages fetch; the
// workbooks we write are stored.
#include <zlib.h>

// `inflateInit2` and `deflateInit2` are macros that pass the version and the size of the stream;
// Swift sees no macros with arguments.
static inline int pumasi_inflate_raw_init(z_stream *stream) {
    return inflateInit2(stream, -MAX_WBITS);
}

// Sixteen more asks for the frame of gzip; eight is the memory zlib takes by itself.
static inline int pumasi_gzip_init(z_stream *stream) {
    return deflateInit2(
        stream, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
}
