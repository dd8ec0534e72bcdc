/*
 * tests/printf/own-names.c - a program whose functions have the names that
 * printf's parts, or POSIX's functions, have: printf calls none of them
 */
#include <stdio.h>

#define OWN(name) int name(void); int name(void) { __builtin_trap(); }

OWN(write) OWN(read) OWN(sys_write) OWN(sys_read) OWN(flush) OWN(put)
OWN(number) OWN(argument) OWN(parse) OWN(parse_type) OWN(convert_integer)
OWN(format) OWN(full) OWN(print) OWN(pass) OWN(write_all) OWN(vdprintf)
OWN(dprintf) OWN(fileno) OWN(get) OWN(fail) OWN(result) OWN(sys_call)
OWN(_exit) OWN(strnlen) OWN(stpcpy) OWN(strchrnul) OWN(mempcpy)

int main(int argc, char **argv)
{
	char text[20];

	snprintf(text, sizeof text, "%s %d", argv[1], argc);
	printf("%s, %-5d|%x\n", text, argc, 255);
	fprintf(stdout, "%600d\n", 7);
	puts("puts");
	putchar('c');
	fputs("\n", stdout);
	return getchar() == 0 ? 0 : 1;	/* of /dev/zero */
}
