/*
 * loader/dynamic/environment.c - LD_*, which a privileged program must not obey
 *
 * Nothing of it is looked at before AT_SECURE is known; a kernel that does not
 * say is not trusted. Source: ld.so(8), Secure-execution mode.
 */
#include <string.h>

#include "loader/dynamic/options.h"
#include "loader/dynamic/process.h"

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
		process.preload = value;
	else if ((value = value_of(variable, "LD_BIND_NOW")))
		process.bind_now = *value != '\0';
	else if ((value = value_of(variable, "LD_TRACE_LOADED_OBJECTS")))
		process.list = *value != '\0';
	else if ((value = value_of(variable, "LD_PREMAIN")) && *value)
		process.narrate = value;
}

static bool is_ours(const char *variable)
{
	return variable[0] == 'L' && variable[1] == 'D' && variable[2] == '_';
}

void read_environment(struct initial_stack *stack)
{
	char **from, **to;

	process.argc = (int)stack->argc;
	process.argv = stack->argv;
	process.envp = stack_envp(stack);
	read_auxv((struct auxv_entry *)envp_auxv(process.envp));
	process.secure = auxv_value(AT_SECURE) != 0;
	for (from = to = process.envp; *from; from++) {
		if (is_ours(*from)) {
			if (process.secure)
				continue;
			obey(*from);
		}
		*to++ = *from;
	}
	while (to < from)	/* the auxv stays where it is: pad with empty */
		*to++ = (char *)"";
}
