/*
 * examples/11-plt.c
 * The first call of a library's function finds it; the second one knows.
 *
 * 1. A call of puts goes to a piece of code in the program, its entry in the
 *    procedure linkage table (PLT): `jmp [slot]`. The slot lies in the global
 *    offset table (GOT).
 * 2. Lazy binding: at first the slot leads back to the next instruction of the
 *    entry, which calls the dynamic loader. That looks for puts, writes its
 *    address into the slot and jumps there. So only what is called is looked
 *    for, at its first call.
 * 3. Built with -z now, all slots are filled before main, and the table is
 *    read-only then (RELRO): nobody can lead a call elsewhere, as 12-format.c
 *    does.
 * 4. This program reads its own slot: it walks its relocations (DT_JMPREL) to
 *    the one that names puts, whose r_offset is the slot's place.
 *
 * build   premain-gcc -dynamic 11-plt.c -o plt
 *         premain-gcc -dynamic -Wl,-z,now 11-plt.c -o plt-now
 * look    ./plt; ./plt-now; LD_BIND_NOW=1 ./plt; objdump -d -j .plt plt
 * try     LD_PREMAIN=bind ./plt tells of the moment
 * source  psABI 5.2 (Procedure Linkage Table), gABI ch. 5 (Dynamic Section)
 */

#include <elf.h>
#include <link.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Where the program begins in memory and where it ends: the linker knows. */
extern const char __ehdr_start[], _end[];

/*
 * An address of the file as one in memory. Some loaders (glibc's) have changed
 * those of the dynamic section already, others have not.
 */
static const void *in_memory(uintptr_t address)
{
	uintptr_t start = (uintptr_t)__ehdr_start;

	return (const void *)(address < start ? start + address : address);
}

/* What the dynamic section says under a tag. */
static uintptr_t value_of(Elf64_Sxword tag)
{
	const Elf64_Dyn *entry = _DYNAMIC;

	while (entry->d_tag != tag && entry->d_tag != DT_NULL)
		entry++;
	return entry->d_un.d_val;
}

/* The slot of a function that is called; NULL: there is none. */
static void *const *slot_of(const char *name)
{
	const Elf64_Rela *rela = in_memory(value_of(DT_JMPREL));
	size_t count = value_of(DT_PLTRELSZ) / sizeof *rela;
	const Elf64_Sym *symbols = in_memory(value_of(DT_SYMTAB));
	const char *strings = in_memory(value_of(DT_STRTAB));

	for (; count; count--, rela++) {
		const Elf64_Sym *symbol =
			&symbols[ELF64_R_SYM(rela->r_info)];

		if (strcmp(strings + symbol->st_name, name) == 0)
			return in_memory(rela->r_offset);
	}
	return NULL;
}

static void show(const char *when, void *const *slot)
{
	const char *address = *slot;
	int own = address >= __ehdr_start && address < _end;

	printf("%s, the slot holds an address in %s\n", when,
	       own ? "this program: not yet bound" : "the library: bound");
}

int main(void)
{
	void *const *slot = slot_of("puts");

	if (!slot) {
		printf("%s has no slot for %s\n", "the PLT", "puts");
		return 1;
	}
	show("before the first call", slot);
	puts("hello world!");
	show("after the first call", slot);
	puts("hello world!");
	return 0;
}
