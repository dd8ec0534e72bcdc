/*
 * loader/elf/complaint.h - why an object is refused, before it is said
 *
 * A check that fails fills this and returns false; nothing is printed here, so
 * that the loader, exec and a test can each say it in their own way.
 * Nothing is copied: the object's name belongs to the caller, and all the other
 * texts are constants.
 */
#ifndef LOADER_ELF_COMPLAINT_H
#define LOADER_ELF_COMPLAINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum complaint_form {
	AS_NOTHING,		/* the field has no value */
	AS_HEX,
	AS_COUNT,		/* decimal */
	AS_ERROR		/* -errno, from a system call */
};

struct complaint {
	const char *object;	/* the caller's name for the file */
	const char *table;	/* "program header", or NULL */
	uint64_t number;	/* which one there, from 0 */
	const char *field;	/* "p_align", "DT_SYMTAB", "mmap" */
	enum complaint_form form;
	uint64_t value;
	const char *sentence;	/* "lies outside every segment" */
};

/*
 * Fills a complaint; object, table and number stay as they are. Always false,
 * for `return complain(...)`.
 */
bool complain(struct complaint *complaint, const char *field,
	      enum complaint_form form, uint64_t value, const char *sentence);

/* The same for a system call and the -errno that it gave. */
bool complain_call(struct complaint *complaint, const char *call, long error);

/*
 * Writes it as one line without its end, `libbad.so: DT_SYMTAB 0x7f00 lies
 * outside every segment`, and a NUL: at most `size` bytes, size being at least
 * 1. Whatever characters the name has, the line has no control character.
 * Returns the length without the NUL.
 */
size_t complaint_write(const struct complaint *complaint,
		       char *line, size_t size);

/*
 * The control characters of ASCII, and those that UTF-8 writes as c2 80 to
 * c2 9f; the backslash too, for the text to have one reading.
 */
static inline bool is_control(const char *text)
{
	const unsigned char *at = (const unsigned char *)text;

	return *at < 0x20 || *at == 0x7f || *at == '\\' ||
	       (*at == 0xc2 && at[1] >= 0x80 && at[1] <= 0x9f);
}

#endif
