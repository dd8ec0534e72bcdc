/*
 * std/cxx/new.c - C++'s operator new and operator delete, over malloc and free
 *
 * For static programs, which are compiled without exceptions: where there is
 * no memory, the process aborts. With premain-g++ -dynamic the compiler's own
 * take their place, which throw. The names are those of the Itanium C++ ABI.
 * Source: ISO/IEC 14882 [new.delete]; Itanium C++ ABI 5.1.5.3.
 */
#include <stddef.h>
#include <stdlib.h>

void *_Znwm(size_t size);
void *_Znam(size_t size);
void _ZdlPv(void *memory);
void _ZdlPvm(void *memory, size_t size);
void _ZdaPv(void *memory);
void _ZdaPvm(void *memory, size_t size);

void *_Znwm(size_t size)
{
	void *memory = malloc(size);

	if (memory == NULL)
		abort();
	return memory;
}

void *_Znam(size_t size)
{
	return _Znwm(size);
}

void _ZdlPv(void *memory)
{
	free(memory);
}

void _ZdlPvm(void *memory, size_t size)
{
	(void)size;
	free(memory);
}

void _ZdaPv(void *memory)
{
	free(memory);
}

void _ZdaPvm(void *memory, size_t size)
{
	(void)size;
	free(memory);
}
