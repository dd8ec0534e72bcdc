/*
 * examples/13-preload.c
 * Another's function in the place of the library's, without touching either.
 *
 * 1. The dynamic loader looks for a name in the objects in the order in which
 *    it has loaded them: the program, then its libraries. The first one that
 *    has it wins.
 * 2. LD_PRELOAD names libraries that are loaded right behind the program,
 *    before all others. So this puts is found, and libc's is not.
 * 3. RTLD_NEXT means: the next one in that order. So this one can still call
 *    the one that it hides.
 * 4. It works for calls between objects. Inside libc, functions call each
 *    other directly; and a static program has no names left to look for.
 *
 * build   premain-gcc -shared -fpic 13-preload.c -o libloud.so
 *         premain-gcc -dynamic 11-plt.c -o plt
 * look    LD_PRELOAD=./libloud.so ./plt
 * try     LD_PREMAIN=why:puts LD_PRELOAD=./libloud.so ./plt
 * source  ld.so(8), dlsym(3), gABI ch. 5 (Shared Object Dependencies)
 */
#define _GNU_SOURCE
#include <ctype.h>
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

int puts(const char *text)
{
	int (*next)(const char *) =
		(int (*)(const char *))dlsym(RTLD_NEXT, "puts");
	char loud[64];
	size_t i;

	for (i = 0; text[i] && i < sizeof loud - 1; i++)
		loud[i] = (char)toupper((unsigned char)text[i]);
	loud[i] = '\0';
	return next(loud);
}
