/*
 * premain/cost/cost_shipping.c
 *
 * The program and each file that it cannot start without: its bytes as it is,
 * and after strip, where that is installed and knows the file.
 */
#include "premain/cost/cost.h"
#include "premain/run/run.h"
#include "premain/shipping/shipping.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LIMIT = 30000 };		/* ms, for an interpreter */

static void add(struct ledger *ledger, const char *name,
		unsigned long long bytes, bool stripped,
		unsigned long long after)
{
	size_t owner = ledger_owner(ledger, name);

	if (ledger->lost)
		return;
	ledger->owners[owner].own[0] = bytes;
	ledger->owners[owner].own[1] = stripped ? after : COST_UNKNOWN;
}

/* A file without section headers has nothing that strip could take. */
static void add_program(struct ledger *ledger, struct shipping *shipping,
			const char *program, const struct elf_facts *facts)
{
	unsigned long long bytes = facts->file_size;
	bool stripped = !facts->sections ||
			strip_size(shipping, program, &bytes);

	add(ledger, "program", facts->file_size, stripped, bytes);
}

static const char *find(struct ledger *ledger, struct shipping *shipping,
			const char *program, const struct elf_facts *facts)
{
	struct needs needs = {0};
	const char *wrong = shipping_find(shipping, program, facts, &needs);

	if (!wrong)
		add_program(ledger, shipping, program, facts);
	for (size_t i = 0; !wrong && i < needs.count; i++) {
		const struct shipped_file *file =
			&shipping->files[needs.files[i]];

		add(ledger, text_string(&file->path), file->file_size,
		    file->stripped, file->bytes);
	}
	free(needs.files);
	return wrong ? wrong : ledger->lost ? "no memory for its list" : NULL;
}

static const char *read_facts(const char *program, struct elf_facts *facts)
{
	int fd = open(program, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	const char *wrong;

	if (fd < 0)
		return strerror(errno);
	wrong = elf_read_facts(fd, facts);
	close(fd);
	return wrong;
}

static const char *look_at(const char *program, struct ledger *ledger,
			   struct shipping *shipping)
{
	struct elf_facts facts;
	const char *wrong = read_facts(program, &facts);

	return wrong ? wrong : find(ledger, shipping, program, &facts);
}

/* What strip makes lies in a folder of ours, which goes as it came. */
bool cost_shipping(const char *program, struct ledger *ledger,
		   struct text *why)
{
	struct text folder = {0}, copy = {0}, path = {0};
	char *strip = run_find("strip");
	struct shipping shipping = {.limit = LIMIT, .strip = strip};
	const char *wrong, *parent;

	if (strip && run_make_folder(&folder, &parent)) {
		text_format(&copy, "%s/stripped", folder.bytes);
		shipping.copy = copy.bytes;
	}
	if (*program == '-' || !strchr(program, '/'))
		text_put(&path, "./");	/* no option, and not looked for */
	text_put(&path, program);
	wrong = path.lost ? strerror(ENOMEM) :
			    look_at(path.bytes, ledger, &shipping);
	if (folder.length) {
		unlink(text_string(&copy));
		rmdir(folder.bytes);
	}
	if (wrong)
		text_put(why, wrong);
	shipping_free(&shipping);
	text_free(&folder);
	text_free(&copy);
	text_free(&path);
	free(strip);
	return !wrong;
}
