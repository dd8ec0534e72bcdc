/*
 * std/stdlib/secure_getenv.c - getenv, but NULL in a set-user-ID program,
 * where the environment is a stranger's. No AT_SECURE counts as secure.
 *
 * Source: secure_getenv(3), psABI 3.4.3.
 */
#include <elf.h>
#include <stdlib.h>
#include "crt/stack.h"

extern const struct auxv_entry *__premain_auxv;

char *secure_getenv(const char *name)
{
	const struct auxv_entry *secure =
		__premain_auxv_find(__premain_auxv, AT_SECURE);

	if (secure == NULL || secure->a_val != 0)
		return NULL;
	return getenv(name);
}
