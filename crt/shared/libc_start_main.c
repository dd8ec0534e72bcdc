/*
 * crt/shared/libc_start_main.c - from a dynamic program's _start to its main
 *
 * The name and the arguments are those of the convention, so that a start file
 * of another toolchain finds what it calls. `init` and `fini` are the program's
 * own constructors and destructors where the loader does not run them; ours
 * does, and hands over one function for all destructors.
 * Source: LSB core 10.7, __libc_start_main; psABI 3.4.1.
 */
#include <stdlib.h>

extern char **__environ;

typedef int main_function(int argc, char **argv, char **envp);

_Noreturn int __libc_start_main(main_function *main, int argc, char **argv,
				void (*init)(void), void (*fini)(void),
				void (*rtld_fini)(void), void *stack_end);

_Noreturn int __libc_start_main(main_function *main, int argc, char **argv,
				void (*init)(void), void (*fini)(void),
				void (*rtld_fini)(void), void *stack_end)
{
	(void)init;
	(void)fini;
	(void)stack_end;
	if (rtld_fini)
		atexit(rtld_fini);
	exit(main(argc, argv, __environ));
}
