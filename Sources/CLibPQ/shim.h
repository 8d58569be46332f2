// The only door to C: libpq as `libpq-dev` installs it.
#include <libpq-fe.h>
