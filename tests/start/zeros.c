/* tests/start/zeros.c - a thread-local variable that starts as zero, no more */
#include <stdio.h>

static _Thread_local int zero;

int main(void)
{
	printf("%d\n", zero++);
	return zero;
}
