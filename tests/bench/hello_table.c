/*
 * tests/bench/hello_table.c - hello_name.c with eight pointers to constants
 *
 * As static-PIE, the table has to be relocated before main may read it, and
 * is read-only afterwards (RELRO): what that costs.
 */
#include <stdio.h>

extern const char *const greetings[8];	/* else clang makes it relative */
const char *const greetings[8] = {
	"hello", "salut", "hallo", "hola", "ciao", "ahoj", "hei", "aloha",
};

int main(int argc, char **argv)
{
	printf("%s, %s! (%d)\n", greetings[argc & 7], argv[argc - 1], argc);
	return 0;
}
