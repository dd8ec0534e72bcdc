/*
 * examples/hello_name.c
 * Greet the one who is named on the command line.
 *
 * 1. argc counts the words of the command, the program's own name too: for
 *    `hello_name Ada` it is 2. So argv[1] is the first word after the name, and
 *    argc < 2 means that there is none.
 * 2. printf has to read its format now: `%s` stands for a string that is known
 *    only when the program runs.
 * 3. A trap, kept on purpose: main is void, so `return -1` returns nothing (the
 *    compiler says so). But exit takes its status from eax all the same, and
 *    finds there what printf left: the number of bytes it printed.
 *
 * build   premain-gcc hello_name.c -o hello_name
 * look    ./hello_name Ada; echo $?; ./hello_name; echo $?
 * try     make it `int main` and predict both statuses.
 * source  C11 5.1.2.2.1 (argc and argv), 7.21.6.1 (%s)
 */

#include <stdio.h>

void main(int argc, char **argv)
{
	if (argc < 2) {
		printf("hello: error with argc\n");
		return -1;
	}
	printf("hello, %s!\n", argv[1]);
}
