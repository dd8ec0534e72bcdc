/*
 * premain/trace/is_note.c
 *
 * What strace says besides: its own messages ("strace: Process 12 attached",
 * without "strace: " before 4.13), the stack below a call (-k), the bytes that
 * a call has read or written (-e read, -e write).
 */
#include "premain/trace/cursor.h"

static bool is_path(char c)
{
	return is_name(c) || c == '/' || c == '.' || c == '-' || c == '+';
}

/* "strace: ", "/usr/bin/strace: ", "strace64: " */
static bool is_message(struct cursor c)
{
	const char *name = c.at;

	for (; c.at < c.end && is_path(*c.at); c.at++)
		if (*c.at == '/')
			name = c.at + 1;
	return starts(&c, ": ") && c.at - name >= 6 &&
	       memcmp(name, "strace", 6) == 0;
}

/* "Process 12 attached (waiting for parent)" */
static bool is_attachment(struct cursor c)
{
	size_t digits;

	if (!take(&c, "Process "))
		return false;
	digits = count_digits(&c);
	c.at += digits;
	return digits && starts_any(&c, " attached\0" " detached\0"
				    " resumed\0" " suspended\0");
}

/* "> /lib/libc.so.6(write+0x4d) [0xec9ed]" */
static bool is_frame(struct cursor c)
{
	return starts_any(&c, "> unexpected_backtracing_error\0"
			  "> no matching address range\0") ||
	       (starts(&c, "> ") && ends(&c, "]") &&
		memmem(c.at, left(&c), "[0x", 3));
}

/* " | 00000  68 65 6c 6c 6f 0a     hello.  |", " * 5 bytes in buffer 0",
 * " = 2 buffers in vector 0" */
static bool is_dump(struct cursor c)
{
	const char *from = c.at + strlen("| ");
	size_t digits;

	if (take(&c, "| ")) {
		if (starts(&c, "<Cannot fetch "))
			return true;
		take_name(&c);
		return c.at - from >= 5 && starts(&c, "  ");
	}
	if (!take(&c, "* ") && !take(&c, "= "))
		return false;
	digits = count_digits(&c);
	c.at += digits;
	return digits && starts_any(&c, " bytes in buffer \0"
				    " buffers in vector \0");
}

bool is_note(const struct cursor *c)
{
	return starts_any(c, "[ Process PID=\0" "System call usage s\0"
			  "umovestr: \0" "upeek: p\0" "ptrace: u\0"
			  "attach: p\0" "detach: p\0" "resume: p\0"
			  "PANIC: a\0" "VCPU:\0") ||
	       is_message(*c) || is_attachment(*c) || is_frame(*c) ||
	       is_dump(*c);
}
