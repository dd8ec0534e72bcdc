/* tests/start/arguments.c - prints all that a start was given */
#include <elf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>

extern char **environ;

int main(int argc, char **argv, char **envp)
{
	int count = 0;

	printf("%d:", argc);
	for (int i = 0; i < argc; i++)
		printf(" <%s>", i > 0 ? argv[i]
		       : strrchr(argv[i], '/') ? "name" : "");
	for (char **variable = envp; *variable; variable++)
		count += !strncmp(*variable, "PREMAIN_TEST=", 13);
	printf(" %s\nenvironment: %s, PREMAIN_TEST %d times: %s\n",
	       argv[argc] ? "unended" : "NULL",
	       envp == environ ? "the same" : "another", count,
	       count ? getenv("PREMAIN_TEST") : "none");
	printf("page: %lu, type 12345: %lu\n", getauxval(AT_PAGESZ),
	       getauxval(12345));
	return argc;
}
