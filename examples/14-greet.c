/*
 * examples/14-greet.c
 * One library, two versions of a function: 14-versions.c says the rest.
 *
 * greet@ONE is kept for programs that were linked when there was no other;
 * greet@@TWO, with two @, is the default: what programs get that are linked
 * today. 14-greet.map names the versions.
 */

const char *greet_one(void);
const char *greet_two(void);

__asm__(".symver greet_one, greet@ONE");
const char *greet_one(void)
{
	return "good day";
}

__asm__(".symver greet_two, greet@@TWO");
const char *greet_two(void)
{
	return "hi";
}
