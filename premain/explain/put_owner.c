/*
 * premain/explain/put_owner.c
 *
 * Who owns an address, by the mappings and the heap of a process.
 */
#include "premain/explain/explain.h"

void put_owner(struct text *text, const struct traced *process,
	       uint64_t address)
{
	const struct mapping *mapping = process_mapping(process, address);

	if (process->pid)
		text_format(text, "process %u: ", process->pid);
	text_format(text, "%#llx ", (unsigned long long)address);
	if (mapping)
		put_told(text, "is in %s, %llu bytes behind the beginning of "
			 "what line %llu has mapped (%s)", mapping->path[0] ?
			 mapping->path : "memory of no file",
			 (unsigned long long)(address - mapping->origin),
			 mapping->line, mapping->rights);
	else if (process->heap && address < process->heap &&
		 process->heap_start && address >= process->heap_start)
		put_told(text, "is on the heap, %llu bytes behind its "
			 "beginning", (unsigned long long)
			 (address - process->heap_start));
	else
		put_told(text, process->mapping_count == MAPPINGS ?
			 "is not known: too much is mapped" :
			 "is in nothing that a line has mapped: the program, "
			 "its loader or the stack, which execve brings, or "
			 "nowhere");
}
