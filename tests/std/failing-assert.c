/* tests/std/failing-assert.c - one promise that is kept, one that is not */
#include <assert.h>

#line 1234 "place.c"
int main(void)
{
	assert(1 + 1 == 2);
	assert(1 + 1 == 3);
	return 0;
}
