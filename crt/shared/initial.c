/*
 * crt/shared/initial.c - environ and the auxiliary vector in a dynamic program
 *
 * A program that is not position-independent has a place of its own for environ
 * where it names it. So the library reaches it by a pointer: what names
 * __environ in the library is compiled as *__premain_environ (Makefile).
 * Source: POSIX.1-2024 XBD 8.1; psABI 4.4.1, R_X86_64_COPY.
 */
#include "crt/shared/initial.h"

extern char **environ;
extern char ***__premain_environ;
extern const struct auxv_entry *__premain_auxv;

char ***__premain_environ;

void __premain_initial(char **envp, const struct auxv_entry *auxv)
{
	environ = envp;
	__premain_environ = &environ;
	__premain_auxv = auxv;
}

void __premain_moved(const void *variable, void *place)
{
	if (variable == &environ)
		__premain_environ = place;
}
