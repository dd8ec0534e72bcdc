/*
 * premain/cost/ledger.c
 *
 * Owners and claims. Claims may lie in each other, as a table lies in its
 * segment: then the inner one, which begins later, has the byte.
 */
#include "premain/cost/cost.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PAGE = 4096 };		/* psABI 3.3.3 */

size_t ledger_owner(struct ledger *ledger, const char *name)
{
	struct owner *owner = list_grow(&ledger->owners, ledger->count,
				   &ledger->room, sizeof *owner);

	if (owner && (owner->name = strdup(name)))
		return ledger->count++;
	ledger->lost = true;
	return 0;
}

void ledger_claim(struct ledger *ledger, struct claims *claims, size_t owner,
		  unsigned long long start, unsigned long long size)
{
	unsigned long long end = claims == &ledger->file ?
		ledger->size : ~0ULL;

	struct claim *claim;

	if (ledger->lost || size == 0 || start >= end)
		return;
	claim = list_grow(&claims->list, claims->count, &claims->room,
		     sizeof *claim);
	if (!claim) {
		ledger->lost = true;
		return;
	}
	claims->count++;
	if (size > end - start)
		size = end - start;
	*claim = (struct claim){start, start + size, owner};
}

/* An object file has no memory yet. Zeros of thread-local storage are each
 * thread's, and not here. */
void ledger_claim_section(struct ledger *ledger, const struct elf_image *image,
			  const char *name, const Elf64_Shdr *section,
			  unsigned long long offset, unsigned long long size)
{
	size_t owner = ledger_owner(ledger, name);
	bool zeros = section->sh_type == SHT_NOBITS;

	if (!zeros)
		ledger_claim(ledger, &ledger->file, owner,
			     section->sh_offset + offset, size);
	if (image->header.e_type != ET_REL && section->sh_flags & SHF_ALLOC &&
	    !(zeros && section->sh_flags & SHF_TLS))
		ledger_claim(ledger, &ledger->memory, owner,
			     section->sh_addr + offset, size);
}

bool ledger_claim_pages(struct ledger *ledger, const struct elf_image *image)
{
	static const char rest[] = "(rest of pages)";
	size_t owner = ledger_owner(ledger, rest);

	ledger->pages = owner;
	for (unsigned int i = 0; i < image->header.e_phnum; i++) {
		unsigned long long before, size;
		Elf64_Phdr segment;

		if (!elf_read_segment(image, i, &segment))
			return false;
		if (segment.p_type != PT_LOAD || segment.p_memsz == 0 ||
		    segment.p_memsz > ~0ULL - 2 * PAGE)
			continue;
		before = segment.p_vaddr % PAGE;
		size = (before + segment.p_memsz + PAGE - 1) / PAGE * PAGE;
		ledger_claim(ledger, &ledger->memory, owner,
			     segment.p_vaddr - before, size);
	}
	return true;
}

/* Outer ones first. */
static int compare_claims(const void *left, const void *right)
{
	const struct claim *a = left, *b = right;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	return a->owner < b->owner ? -1 : a->owner > b->owner;
}

/* Where a file has bytes again: what lies before it was never written, and
 * may be far more than a disk can hold. Source: lseek(2), SEEK_DATA. */
static unsigned long long skip_hole(const struct elf_image *image,
				    unsigned long long at)
{
	off_t data = lseek(image->fd, (off_t)at, SEEK_DATA);

	if (data < 0)
		return errno == ENXIO ? image->size : at;
	return (unsigned long long)data;
}

/* Bytes that nobody claims: zeros fill up, others are somebody's. */
static void settle_gap(struct ledger *ledger, const struct elf_image *image,
		       unsigned long long start, unsigned long long end)
{
	static const char padding[] = "(padding: zeros)";
	static const char unowned[] = "(unowned)";
	unsigned long long at;
	const char *name = padding;
	size_t owner;
	static char piece[65536];

	for (at = start; at < end && name == padding; at += sizeof piece) {
		size_t size;

		at = skip_hole(image, at);
		if (at >= end)
			break;
		size = end - at < sizeof piece ? (size_t)(end - at) :
						 sizeof piece;

		if (!elf_read_at(image, piece, at, size))
			name = unowned;
		for (size_t i = 0; i < size && name == padding; i++)
			if (piece[i])
				name = unowned;
	}
	owner = ledger_owner(ledger, name);
	if (!ledger->lost)
		ledger->owners[owner].own[IN_FILE] += end - start;
}

/* The claims that are open at a place, outer ones first. */
struct stack {
	const struct claim **claims;
	size_t count;
	const struct elf_image *image;	/* NULL: it is memory */
	unsigned long long pages_end;	/* of the pages at hand */
};

/* Of memory only what is in pages: a section may lie in no segment. */
static void give(struct ledger *ledger, const struct stack *stack,
		 size_t owner, unsigned long long at, unsigned long long end)
{
	if (stack->image)
		ledger->owners[owner].own[IN_FILE] += end - at;
	else if (at < stack->pages_end)
		ledger->owners[owner].own[IN_MEMORY] +=
			(end < stack->pages_end ? end : stack->pages_end) - at;
}

/* [*at, until): what is open there, the innermost first. */
static void settle_until(struct ledger *ledger, struct stack *stack,
			 unsigned long long *at, unsigned long long until)
{
	while (*at < until) {
		const struct claim *inner;
		unsigned long long end;

		while (stack->count &&
		       stack->claims[stack->count - 1]->end <= *at)
			stack->count--;
		if (!stack->count) {
			if (stack->image)
				settle_gap(ledger, stack->image, *at, until);
			*at = until;
			return;
		}
		inner = stack->claims[stack->count - 1];
		end = inner->end < until ? inner->end : until;
		give(ledger, stack, inner->owner, *at, end);
		*at = end;
	}
}

/* All of [0, end); of memory only what is claimed. */
static void settle(struct ledger *ledger, struct claims *claims,
		   unsigned long long end, const struct elf_image *image)
{
	struct stack stack = {.image = image};
	unsigned long long at = 0;

	if (claims->count)
		qsort(claims->list, claims->count, sizeof *claims->list,
		      compare_claims);
	stack.claims = calloc(claims->count + 1, sizeof *stack.claims);
	if (!stack.claims) {
		ledger->lost = true;
		return;
	}
	for (size_t i = 0; i < claims->count; i++) {
		const struct claim *claim = &claims->list[i];

		settle_until(ledger, &stack, &at, claim->start);
		stack.claims[stack.count++] = claim;
		if (claim->owner == ledger->pages &&
		    claim->end > stack.pages_end)
			stack.pages_end = claim->end;
	}
	settle_until(ledger, &stack, &at, end);
	free(stack.claims);
}

static int compare_names(const void *left, const void *right)
{
	const struct owner *a = left, *b = right;

	return strcmp(a->name, b->name);
}

static bool is_empty(const struct owner *owner)
{
	for (size_t i = 0; i < OTHERS + COST_FIGURES; i++)
		if (owner->own[i])
			return false;
	return true;
}

static void add_up(struct owner *owner, const struct owner *more)
{
	for (size_t i = 0; i < OTHERS + COST_FIGURES; i++)
		owner->own[i] += more->own[i];
}

void ledger_merge(struct ledger *ledger)
{
	size_t kept = 0;

	if (ledger->count)
		qsort(ledger->owners, ledger->count, sizeof *ledger->owners,
		      compare_names);
	for (size_t i = 0; i < ledger->count; i++) {
		struct owner *owner = &ledger->owners[i], *last;

		last = kept ? &ledger->owners[kept - 1] : NULL;
		if (is_empty(owner)) {
			free(owner->name);
			continue;
		}
		if (!last || strcmp(last->name, owner->name) != 0) {
			ledger->owners[kept++] = *owner;
			continue;
		}
		add_up(last, owner);
		free(owner->name);
	}
	ledger->count = kept;
}

void ledger_settle(struct ledger *ledger, const struct elf_image *image)
{
	if (!ledger->lost)
		settle(ledger, &ledger->file, ledger->size, image);
	if (!ledger->lost)
		settle(ledger, &ledger->memory, ~0ULL, NULL);
	ledger_merge(ledger);
}

void ledger_join(struct ledger *ledger, const struct ledger *other)
{
	for (size_t i = 0; i < other->count; i++) {
		const struct owner *from = &other->owners[i];
		size_t owner = ledger_owner(ledger, from->name);

		if (ledger->lost)
			return;
		memcpy(ledger->owners[owner].own + OTHERS, from->own,
		       COST_FIGURES * sizeof from->own[0]);
	}
	ledger_merge(ledger);
}

/* The largest of its first two figures, here or there. */
static unsigned long long weight(const struct owner *owner)
{
	unsigned long long most = 0;

	for (size_t i = 0; i <= OTHERS + 1; i++)
		if (i % OTHERS < 2 && owner->own[i] > most)
			most = owner->own[i];
	return most;
}

/* The largest first; what has a bracket is no section and comes last. */
static int compare_owners(const void *left, const void *right)
{
	const struct owner *a = left, *b = right;
	int bracket = (a->name[0] == '(') - (b->name[0] == '(');

	if (bracket)
		return bracket;
	if (weight(a) != weight(b))
		return weight(a) > weight(b) ? -1 : 1;
	return strcmp(a->name, b->name);
}

void ledger_sort(struct ledger *ledger)
{
	if (ledger->count)
		qsort(ledger->owners, ledger->count, sizeof *ledger->owners,
		      compare_owners);
}

void ledger_free(struct ledger *ledger)
{
	for (size_t i = 0; i < ledger->count; i++)
		free(ledger->owners[i].name);
	free(ledger->owners);
	free(ledger->file.list);
	free(ledger->memory.list);
	*ledger = (struct ledger){0};
}
