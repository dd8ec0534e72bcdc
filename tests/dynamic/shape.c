/*
 * tests/dynamic/shape.c - an object whose every byte can be checked
 *
 * Built with different sizes by different linkers, so that its segments end
 * and begin at every kind of place. CODE, DATA and ZEROS are bytes.
 */
#ifndef ZEROS
#define ZEROS 1
#endif
#ifndef DATA
#define DATA 8
#endif
#ifndef ALIGNMENT
#define ALIGNMENT 1
#endif

static const char constants[DATA] = { 1, [DATA - 1] = 2 };
static char data[DATA] __attribute__((aligned(ALIGNMENT))) = {
	3, [DATA - 1] = 4
};
static char zeros[ZEROS];
static char *volatile pointers[] = { data, &data[DATA - 1], zeros };

/* 0, or the number of the first thing that is not as it should be. */
int shape(void)
{
	/* A compiler that saw data here would know the remainder. */
	if ((unsigned long)pointers[0] % ALIGNMENT != 0)
		return 1;
	if (constants[0] != 1 || constants[DATA - 1] != 2)
		return 2;
	if (*pointers[0] != 3 || *pointers[1] != 4)
		return 3;
	for (unsigned long i = 0; i < ZEROS; i++) {
		if (pointers[2][i] != 0)
			return 4;
		zeros[i] = 5;
	}
	for (unsigned long i = 0; i < ZEROS; i++)
		if (pointers[2][i] != 5)
			return 5;
	for (unsigned long i = 1; i < DATA - 1; i++) {
		if (constants[i] != 0 || data[i] != 0)
			return 6;
		data[i] = 7;
	}
	for (unsigned long i = 0; i < ZEROS; i++)
		if (zeros[i] != 5)
			return 8;
	return 0;
}
