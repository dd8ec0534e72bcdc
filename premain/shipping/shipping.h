/*
 * premain/shipping/shipping.h
 *
 * What must be there before a program can start: itself, its interpreter and
 * its libraries, each with its bytes.
 */
#ifndef PREMAIN_SHIPPING_H
#define PREMAIN_SHIPPING_H

#include "premain/elf/facts.h"
#include "premain/text/text.h"

/* An interpreter or a library; programs share them. */
struct shipped_file {
	struct text path;
	unsigned long long device, inode;
	unsigned long long file_size;
	unsigned long long bytes;	/* after strip, where it can be */
	bool stripped;
};

/* All files that programs were found to need, each once. */
struct shipping {
	struct shipped_file *files;
	size_t count, room;
	long long limit;	/* ms that an interpreter may take */
	const char *strip;	/* a path; NULL: nothing is stripped */
	const char *copy;	/* where what was stripped last is */
	struct text why;	/* what an interpreter has said */
};

/* What one program needs besides itself: places in the list above. */
struct needs {
	size_t *files;
	size_t count, room;
};

/*
 * Fills in what a program needs. NULL, or why that is not known, until the
 * next call. Its interpreter is run for it, and only for whoever may run the
 * program.
 */
const char *shipping_find(struct shipping *shipping, const char *program,
			  const struct elf_facts *facts, struct needs *needs);
void shipping_free(struct shipping *shipping);

/* The size of a file after strip; false, and no bytes, where nothing could
 * strip it. */
bool strip_size(const struct shipping *shipping, const char *path,
		unsigned long long *bytes);

#endif
