/* tests/std/heap-errors.c - what a program may do wrong with memory */
#include <stdlib.h>
#include <string.h>

int main(int count, char **arguments)
{
	char *one = malloc(40), *two = malloc(40), *three = malloc(40);

	if (count != 2 || one == NULL || two == NULL || three == NULL)
		return 2;
	switch (arguments[1][0]) {
	case 't':	/* twice */
		free(two);
		free(two);
		break;
	case 'm':	/* in the middle of two that are free */
		free(one);
		free(two);
		free(two);
		break;
	case 'b':	/* beyond the end */
		memset(one, 'x', 60);
		free(one);
		break;
	case 'r':	/* the same, met by realloc */
		memset(two, 'x', 60);
		two = realloc(two, 4000);
		break;
	case 'u':	/* used after free: a link of the list */
		free(two);
		*(void **)two = three;
		free(one);
		break;
	case 'i':	/* inside */
		free(one + 8);
		break;
	}
	return 0;
}
