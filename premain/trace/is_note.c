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
	static const char *const words[] = {
		" attached", " detached", " resumed", " suspended"
	};
	size_t digits;

	if (!take(&c, "Process "))
		return false;
	digits = count_digits(&c);
	c.at += digits;
	for (size_t i = 0; digits && i < sizeof words / sizeof words[0]; i++)
		if (starts(&c, words[i]))
			return true;
	return false;
}

/* "> /lib/libc.so.6(write+0x4d) [0xec9ed]" */
static bool is_frame(struct cursor c)
{
	const char *at = c.end;

	if (starts(&c, "> unexpected_backtracing_error") ||
	    starts(&c, "> no matching address range"))
		return true;
	if (!starts(&c, "> ") || !ends(&c, "]"))
		return false;
	while (c.end - at < 24 && at > c.at && *--at != '[')
		;
	c.at = at;
	return starts(&c, "[0x");
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
	return digits && (starts(&c, " bytes in buffer ") ||
			  starts(&c, " buffers in vector "));
}

bool is_note(const struct cursor *c)
{
	static const char *const words[] = {
		"[ Process PID=", "System call usage summary", "umovestr: ",
		"upeek: ptrace(", "ptrace: umoven: ", "attach: ptrace(",
		"detach: ptrace(", "resume: ptrace(", "PANIC: attached pid ",
		"VCPU:"
	};

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (starts(c, words[i]))
			return true;
	return is_message(*c) || is_attachment(*c) || is_frame(*c) ||
	       is_dump(*c);
}
