/* tests/start/table.c - pointers in data, at even and at odd places */
#include <stdio.h>

static const char *const words[] = { "one", "two", "three", "four" };

struct __attribute__((packed)) odd {
	char odd;
	const char *word;
};
static const volatile struct odd odds[] = { { 1, "five" }, { 2, "six" } };

/* More than 63 words: a DT_RELR bitmap holds so many. */
static const char *const *pointers[200] = {
	[0] = words, [1] = words + 1, [63] = words, [64] = words + 1,
	[65] = words + 2, [127] = words + 3, [199] = words,
};

int main(void)
{
	for (int i = 0; i < 4; i++)
		printf("%s ", words[i]);
	for (int i = 0; i < 2; i++)
		printf("%s ", odds[i].word);
	for (int i = 0; i < 200; i++)
		if (pointers[i])
			printf("%d:%s ", i, *pointers[i]);
	printf("\n");
	return 0;
}
