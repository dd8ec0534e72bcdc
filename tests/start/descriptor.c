/* tests/start/descriptor.c - its status is the first descriptor it gets */
#include <fcntl.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	char target[32];
	ssize_t length;

	(void)argv;
	if (argc > 1) {	/* what is behind descriptor 1? */
		length = readlink("/proc/self/fd/1", target, sizeof target);
		return length == 9 && target[5] == 'n' ? 0 : 1;
	}
	return open("/", O_RDONLY);
}
