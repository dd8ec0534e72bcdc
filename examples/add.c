/*
 * examples/add.c
 * A program that only adds. Why does it load libc at all?
 *
 * 1. It calls no function. Yet `gcc add.c` gives a program that opens, reads
 *    and maps libc.so.6: some 30 system calls around one addition.
 * 2. Nothing in main asks for it. `_start` does: somebody has to call main, and
 *    then exit with its result. gcc takes both from libc, unasked: `gcc -v`
 *    shows crt1.o and -lc on the linker's line.
 * 3. With Premain that somebody is a few instructions in the program itself,
 *    and the only system call after execve is the exit.
 *
 * build   premain-gcc add.c -o add
 * look    ./add; echo $?; strace ./add; premain compare add.c
 * try     how many instructions are there from execve to exit?
 */

int main(void)
{
	int a = 1, b = 2;

	return a + b;
}
