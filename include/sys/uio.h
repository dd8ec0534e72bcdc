/* sys/uio.h - reading and writing in pieces, POSIX.1-2024, linux/uio.h */
#ifndef _SYS_UIO_H
#define _SYS_UIO_H

#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

#define UIO_MAXIOV 1024

struct iovec {
	void *iov_base;
	size_t iov_len;
};

ssize_t readv(int file, const struct iovec *pieces, int count);
ssize_t writev(int file, const struct iovec *pieces, int count);

#ifdef __cplusplus
}
#endif

#endif
