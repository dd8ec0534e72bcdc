/*
 * crt/shared/initial.c - the first constructor of a dynamic program
 *
 * Other constructors may call getenv, so environ is there before the first of
 * them: libpremain.so.1 is linked with -z initfirst. The auxiliary vector
 * starts behind the environment's end.
 * Source: gABI ch. 5, Initialization and Termination Functions; psABI 3.4.1.
 */
#include "crt/shared/initial.h"

static __attribute__((constructor))
void keep(int argc, char **argv, char **envp)
{
	(void)argc;
	(void)argv;
	__environ = envp;
	__premain_auxv = envp_auxv(envp);
}
