/*
 * crt/secure.c - reopens descriptors 0 to 2 where a privileged start lacks them
 *
 * Whoever starts a set-user-ID program may close its standard descriptors. The
 * first file that it opens then becomes, say, its standard error, and an error
 * message lands in that file. POSIX.1-2024 allows the system to open them
 * (exec, DESCRIPTION); here it is done when AT_SECURE is set, or missing: who
 * cannot know is careful. /dev/null takes the place.
 *
 * The functions of std/ that make a descriptor ask for this step. Those of
 * syscalls/ are the kernel as it is: who calls sys_open and the like directly
 * in a privileged program links it with -Wl,-u,__premain_start_secure.
 */
#include <elf.h>
#include <linux/errno.h>
#include <linux/fcntl.h>

#include <premain/syscalls.h>

#include "crt/die.h"
#include "crt/stack.h"

void __premain_secure(const struct initial_stack *stack);

void __premain_secure(const struct initial_stack *stack)
{
	const struct auxv_entry *secure = __premain_auxv_find(
		envp_auxv(stack_envp(stack)), AT_SECURE);

	if (secure && !secure->a_val)
		return;
	/* open gives the lowest free descriptor: the one just found closed. */
	for (int descriptor = 0; descriptor <= 2; descriptor++)
		if (sys_fcntl((unsigned int)descriptor, F_GETFD, 0) == -EBADF
		    && sys_open("/dev/null", O_RDWR, 0) != descriptor)
			__premain_die("premain: cannot open /dev/null in place"
				      " of a closed standard descriptor\n");
}
