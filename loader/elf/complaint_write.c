/*
 * loader/elf/complaint_write.c - a complaint as one line of text
 *
 * A name is shown so that it can neither move the cursor nor begin a line of
 * its own; a long one is cut, so that the reason is always seen.
 * Source of the error names: errno(3), asm-generic/errno-base.h.
 */
#include "loader/elf/complaint.h"

struct line {
	char *at;
	char *end;		/* where the NUL must be, at the latest */
};

/* Each name is preceded by its number: no pointers, nothing to relocate. */
static const char error_names[] =
	"\001" "EPERM\0" "\002" "ENOENT\0" "\004" "EINTR\0" "\005" "EIO\0"
	"\006" "ENXIO\0" "\011" "EBADF\0" "\013" "EAGAIN\0" "\014" "ENOMEM\0"
	"\015" "EACCES\0" "\016" "EFAULT\0" "\021" "EEXIST\0" "\023" "ENODEV\0"
	"\024" "ENOTDIR\0" "\025" "EISDIR\0" "\026" "EINVAL\0" "\027" "ENFILE\0"
	"\030" "EMFILE\0" "\032" "ETXTBSY\0" "\033" "EFBIG\0" "\035" "ESPIPE\0"
	"\044" "ENAMETOOLONG\0" "\046" "ENOSYS\0" "\050" "ELOOP\0"
	"\113" "EOVERFLOW\0";

static void put(struct line *line, char character)
{
	if (line->at < line->end)
		*line->at++ = character;
}

static void put_text(struct line *line, const char *text)
{
	while (*text)
		put(line, *text++);
}

static void put_number(struct line *line, uint64_t number, unsigned int base)
{
	char digits[21], *digit = digits + sizeof digits - 1;

	*digit = '\0';
	do
		*--digit = "0123456789abcdef"[number % base];
	while (number /= base);
	put_text(line, digit);
}

static void put_escaped(struct line *line, unsigned char byte)
{
	put(line, '\\');
	put(line, 'x');
	put(line, "0123456789abcdef"[byte >> 4]);
	put(line, "0123456789abcdef"[byte & 15]);
}

static void put_name(struct line *line, const char *name, size_t most)
{
	const unsigned char *at = (const unsigned char *)name;
	const char *start = line->at;

	for (; *at; at++) {
		if ((size_t)(line->at - start) >= most) {
			put_text(line, "...");
			return;
		}
		if (!is_control((const char *)at)) {
			put(line, (char)*at);
			continue;
		}
		put_escaped(line, *at);
		if (*at == 0xc2)
			put_escaped(line, *++at);
	}
}

static void put_error(struct line *line, uint64_t error)
{
	const char *name = error_names;

	while (*name && (uint64_t)*name != error)
		while (*name++)
			;
	if (*name) {
		put_text(line, name + 1);
		put_text(line, " (");
	}
	put_number(line, error, 10);
	if (*name)
		put(line, ')');
}

static void put_reason(struct line *line, const struct complaint *complaint)
{
	put_text(line, complaint->field);
	put(line, ' ');
	if (complaint->form == AS_HEX) {
		put_text(line, "0x");
		put_number(line, complaint->value, 16);
		put(line, ' ');
	} else if (complaint->form == AS_COUNT) {
		put_number(line, complaint->value, 10);
		put(line, ' ');
	}
	put_text(line, complaint->sentence);
	if (complaint->form == AS_ERROR) {
		put(line, ' ');
		put_error(line, -complaint->value);
	}
}

size_t complaint_write(const struct complaint *complaint,
		       char *text, size_t size)
{
	struct line line = { text, text + size - 1 };

	put_name(&line, complaint->object, size / 2);
	put_text(&line, ": ");
	if (complaint->table) {
		put_text(&line, complaint->table);
		put(&line, ' ');
		put_number(&line, complaint->number, 10);
		put_text(&line, ": ");
	}
	put_reason(&line, complaint);
	*line.at = '\0';
	return (size_t)(line.at - text);
}
