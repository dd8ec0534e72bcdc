/*
 * std/stdio/fwrite.c - size_t fwrite(const void *, size_t, size_t, FILE *)
 *
 * One write(2) for any size. Returns the members written: all, or 0 after an
 * error, with write's errno, or EOVERFLOW where size * count is no size at all.
 * Source: C11 7.21.8.2.
 */
#include <linux/errno.h>

#include "std/errno/result.h"
#include "std/stdio/stream.h"

size_t fwrite(const void *restrict members, size_t size, size_t count,
	      FILE *restrict stream)
{
	size_t bytes;

	if (__builtin_mul_overflow(size, count, &bytes)) {
		__premain_result(-EOVERFLOW);
		return 0;
	}
	if (!bytes
	    || __premain_write_all(stream->descriptor, members, bytes) < 0)
		return 0;
	return count;
}
