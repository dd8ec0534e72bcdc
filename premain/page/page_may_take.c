/*
 * premain/page/page_may_take.c
 *
 * A page takes the place of another page, and of nothing that somebody has
 * written: --html hello.c may be a slip.
 */
#include "premain/page/page.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool page_may_take(const char *path)
{
	static const char begin[] = "<!DOCTYPE html>";
	char bytes[sizeof begin - 1];
	struct stat status;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	bool may = true;

	if (fd < 0)
		return true;		/* who writes it will see */
	if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode) &&
	    status.st_size)
		may = read(fd, bytes, sizeof bytes) == sizeof bytes &&
		      memcmp(bytes, begin, sizeof bytes) == 0;
	close(fd);
	return may;
}
