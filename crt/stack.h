/*
 * crt/stack.h - the initial stack: what the kernel hands to a program
 *
 *	rsp ->	argc			8 bytes
 *		argv[0] ... argv[argc-1], NULL
 *		envp[0] ... NULL
 *		auxv[0] ... { AT_NULL, 0 }
 *		(the strings, somewhere above)
 *
 * crt/ reads a stack through this header, and whoever starts a program without
 * the kernel's help writes one through it.
 * Source: psABI 3.4.1, figure 3.9; Linux fs/binfmt_elf.c, create_elf_tables.
 */
#ifndef CRT_STACK_H
#define CRT_STACK_H

#include <elf.h>
#include <stddef.h>
#include <stdint.h>

struct initial_stack {
	uint64_t argc;
	char *argv[];
};

struct auxv_entry {
	uint64_t a_type;
	uint64_t a_val;
};

_Static_assert(sizeof(struct auxv_entry) == 16, "psABI 3.4.3");
_Static_assert(sizeof(struct initial_stack) == 8, "psABI 3.4.1");

/* Where envp starts: behind the NULL that ends argv. */
static inline char **stack_envp(const struct initial_stack *stack)
{
	return (char **)&stack->argv[stack->argc + 1];
}

/* Where the auxiliary vector starts: behind the NULL that ends envp. */
static inline const struct auxv_entry *envp_auxv(char *const *envp)
{
	while (*envp)
		envp++;
	return (const struct auxv_entry *)(envp + 1);
}

/* How many bytes stack_write will write: lists end with NULL, or AT_NULL. */
static inline size_t stack_size(char *const *argv, char *const *envp,
				const struct auxv_entry *auxv)
{
	size_t words = 3, entries = 1;	/* argc, two NULLs, AT_NULL */

	while (*argv++)
		words++;
	while (*envp++)
		words++;
	while (auxv++->a_type != AT_NULL)
		entries++;
	return words * sizeof(uint64_t) + entries * sizeof *auxv;
}

/* Writes an initial stack; the strings stay where they are. */
static inline void stack_write(struct initial_stack *stack, char *const *argv,
			       char *const *envp,
			       const struct auxv_entry *auxv)
{
	char **word = stack->argv;
	struct auxv_entry *entry;

	for (stack->argc = 0; (*word++ = *argv); argv++)
		stack->argc++;
	while ((*word++ = *envp++))
		;
	entry = (struct auxv_entry *)word;
	while ((*entry++ = *auxv++).a_type != AT_NULL)
		;
}

/* The entry of this type, or NULL where the kernel gave none. */
const struct auxv_entry *__premain_auxv_find(const struct auxv_entry *auxv,
					     uint64_t type);

#endif
