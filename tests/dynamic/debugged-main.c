/*
 * tests/dynamic/debugged-main.c - one library from the start, one for a while
 */
#include <dlfcn.h>
#include <unistd.h>

int twice(int number);

static void opened(void)
{
}

static void closed(void)
{
}

int main(void)
{
	void *later = dlopen("./liblater.so", RTLD_LAZY);
	int result;

	if (!later)
		return 1;
	opened();
	result = twice(4);
	dlclose(later);
	closed();
	return result != 8 || getpid() == 0;
}
