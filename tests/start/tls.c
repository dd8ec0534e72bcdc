/* tests/start/tls.c - thread-local variables: values, zeros, alignment, size */
#include <stdint.h>
#include <stdio.h>

#ifndef ALIGNMENT
#define ALIGNMENT 1
#endif
#ifndef SIZE
#define SIZE 10
#endif

static int ordinary = 1;
static _Thread_local char odd = 'x';
_Thread_local int number = 3;
_Thread_local int *pointer = &ordinary;
static _Thread_local _Alignas(ALIGNMENT) char three[3] = { 1, 2, 3 };
static _Thread_local long zero;
static _Thread_local _Alignas(64) char aligned;
static _Thread_local _Alignas(ALIGNMENT) char zeros[SIZE];

static unsigned int misaligned(const void *variable, uintptr_t alignment)
{
	return (unsigned int)((uintptr_t)variable % alignment);
}

int main(void)
{
	int nonzero = 0;

	for (size_t i = 0; i < sizeof zeros; i++)
		nonzero += zeros[i] != 0;
	printf("%c %d %d %d%d%d %ld %d %d\n", odd, number,
	       pointer == &ordinary, three[0], three[1], three[2],
	       zero, aligned, nonzero);
	printf("%u%u%u%u\n", misaligned(three, ALIGNMENT),
	       misaligned(zeros, ALIGNMENT), misaligned(&aligned, 64),
	       misaligned(&pointer, sizeof pointer));
	odd = 'y', number++, zero--, aligned++;
	zeros[0] = zeros[SIZE - 1] = 5, three[2]++;
	printf("%c %d %d%d%d %ld %d %d %d\n", odd, number,
	       three[0], three[1], three[2], zero, aligned,
	       zeros[0], zeros[SIZE - 1]);
	return 0;
}
