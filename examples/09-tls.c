/*
 * examples/09-tls.c
 * Variables of which every thread has its own.
 *
 * 1. `_Thread_local` variables do not lie in .data. The file holds one image of
 *    them, the segment PT_TLS: values (.tdata), then zeros (.tbss).
 * 2. Each thread gets a copy of that image, and a register that points to its
 *    end: fs. `mov eax, [fs:-12]` reads "my own" variable, whoever I am.
 * 3. The first thread is no exception. Before main somebody must find memory,
 *    copy the image and ask the kernel to set fs (arch_prctl): crt/tls.c. A
 *    library that forgets it gives you zeros, or a crash.
 *
 * build   premain-gcc 09-tls.c -o tls
 * look    readelf -l tls; objdump -d tls; strace ./tls
 * try     take `_Thread_local` away: which system calls are gone?
 * source  TLS 3.4.6 and 4.4.6 (local exec), C11 6.7.1
 */

#include <stdio.h>

static _Thread_local int apples = 3;
static _Thread_local int pears;
static _Thread_local char owner[] = "the first thread";

int main(void)
{
	printf("%s has %d apples and %d pears\n", owner, apples, pears);
	apples--;
	pears++;
	printf("%s has %d apples and %d pears\n", owner, apples, pears);
	return 0;
}
