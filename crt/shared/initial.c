/*
 * crt/shared/initial.c - the first constructor of a dynamic program
 *
 * It is libpremain.so.1's DT_INIT. Other constructors may call getenv, so
 * environ is there before the first of them: -z initfirst. The auxiliary
 * vector starts behind the environment's end.
 * Source: gABI ch. 5, Initialization and Termination Functions; psABI 3.4.1.
 */
#include "crt/shared/initial.h"

void __premain_initial(int argc, char **argv, char **envp);

void __premain_initial(int argc, char **argv, char **envp)
{
	(void)argc;
	(void)argv;
	__environ = envp;
	__premain_auxv = envp_auxv(envp);
}
