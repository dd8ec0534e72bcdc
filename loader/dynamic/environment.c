/*
 * loader/dynamic/environment.c - LD_*, which a privileged program must not obey
 *
 * Nothing of it is looked at before AT_SECURE is known; a kernel that does not
 * say is not trusted. What is not obeyed is not handed on either: a program
 * that this one starts could. Source: ld.so(8), Secure-execution mode.
 */
#include <linux/errno.h>
#include <linux/fcntl.h>
#include <string.h>

#include <premain/syscalls.h>

#include "loader/dynamic/fail.h"
#include "loader/dynamic/options.h"
#include "loader/dynamic/process.h"

void take_away(void *from, void *behind)
{
	uint64_t *to = from, *word = behind, *end = (uint64_t *)process.auxv;

	while (((struct auxv_entry *)end)->a_type != AT_NULL)
		end += 2;
	process.auxv = (struct auxv_entry *)
		((char *)process.auxv - ((char *)behind - (char *)from));
	for (end += 2; word < end; word++)
		*to++ = *word;
}

/* What follows `name=`, or NULL: another variable. */
static const char *value_of(const char *variable, const char *name)
{
	while (*name)
		if (*variable++ != *name++)
			return NULL;
	return *variable == '=' ? variable + 1 : NULL;
}

static void obey(const char *variable)
{
	const char *value;

	if ((value = value_of(variable, "LD_LIBRARY_PATH")))
		process.library_path = value;
	else if ((value = value_of(variable, "LD_PRELOAD")))
		process.preload[0] = value;
	else if ((value = value_of(variable, "LD_BIND_NOW")))
		process.bind_now = *value != '\0';
	else if ((value = value_of(variable, "LD_TRACE_LOADED_OBJECTS")))
		process.list = *value != '\0';
	else if ((value = value_of(variable, "LD_PREMAIN")) &&
		 (!strcmp(value, "index") || !strcmp(value, "walk")))
		process.look_up = *value;
	else if (value && *value)
		process.narrate = value;
}

static bool is_ours(const char *variable)
{
	return variable[0] == 'L' && variable[1] == 'D' && variable[2] == '_';
}

/* As crt/secure.c does, before any file is opened: see there. */
static void open_standard(void)
{
	for (int descriptor = 0; descriptor <= 2; descriptor++)
		if (sys_fcntl(descriptor, F_GETFD, 0) == -EBADF
		    && sys_open("/dev/null", O_RDWR, 0) != descriptor)
			fail("/dev/null cannot be opened", NULL), fail_start();
}

void read_environment(struct initial_stack *stack)
{
	char **from, **to;

	process.argc = (int)stack->argc;
	process.argv = stack->argv;
	process.envp = stack_envp(stack);
	read_auxv((struct auxv_entry *)envp_auxv(process.envp));
	process.secure = auxv_value(AT_SECURE) != 0;
	if (process.secure)
		open_standard();
	for (from = to = process.envp; *from; from++) {
		if (is_ours(*from)) {
			if (process.secure)
				continue;
			obey(*from);
		}
		*to++ = *from;
	}
	if (to < from)
		take_away(to, from);
}
