/*
 * std/sys/stat/stat.c - a file's status, of what a symbolic link points to
 *
 * Source: stat(2), POSIX.1-2024 stat; asm/stat.h.
 */
/* the kernel's structure, under another name, before our macros come */
#define stat kernel_stat
#include <asm/stat.h>
#undef stat

#include <stddef.h>
#include <sys/stat.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

#define SAME_PLACE(ours, kernels) \
	_Static_assert(offsetof(struct stat, ours) \
		== offsetof(struct kernel_stat, kernels), "asm/stat.h")

_Static_assert(sizeof(struct stat) == sizeof(struct kernel_stat),
	"asm/stat.h");
SAME_PLACE(st_dev, st_dev);
SAME_PLACE(st_ino, st_ino);
SAME_PLACE(st_nlink, st_nlink);
SAME_PLACE(st_mode, st_mode);
SAME_PLACE(st_uid, st_uid);
SAME_PLACE(st_gid, st_gid);
SAME_PLACE(st_rdev, st_rdev);
SAME_PLACE(st_size, st_size);
SAME_PLACE(st_blksize, st_blksize);
SAME_PLACE(st_blocks, st_blocks);
SAME_PLACE(st_atim.tv_nsec, st_atime_nsec);
SAME_PLACE(st_mtim.tv_nsec, st_mtime_nsec);
SAME_PLACE(st_ctim.tv_nsec, st_ctime_nsec);

int stat(const char *restrict path, struct stat *restrict status)
{
	return (int)__premain_result(sys_stat(path, status));
}
