// The only door to zlib, for reading compressed workbooks; what we write is stored.
#include <zlib.h>

// `inflateInit2` is a macro that passes the version and the size of the stream; Swift sees no
// macros with arguments.
static inline int pumasi_inflate_raw_init(z_stream *stream) {
    return inflateInit2(stream, -MAX_WBITS);
}
