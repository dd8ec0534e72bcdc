/*
 * examples/05-start.c
 * C from the start: no main, no library, no header.
 *
 * 1. C code needs only a stack and a jump to it. The five instructions of
 *    _start in 05-start.asm give the address of the kernel's stack to start(),
 *    as the first argument of an ordinary function. From here on it is C.
 * 2. What lies on that stack is an array of longs: argc, argc addresses, a 0,
 *    the addresses of the environment, a 0.
 * 3. A real start file does the same, then calls main and exit with what main
 *    returned. That is where main's arguments come from: see crt/.
 *
 * build   nasm -f elf64 05-start.asm -o entry.o
 *         gcc -O1 -ffreestanding -fno-stack-protector -fno-pie -c 05-start.c
 *         ld entry.o 05-start.o -o 05-start
 * look    ./05-start a b c; gdb -ex starti ./05-start
 * try     build it with -O2 and without -ffreestanding: ld misses strlen. Why?
 * source  psABI 3.4.1
 */

enum { SYS_write = 1, SYS_exit = 60, STDOUT = 1 };

long system_call(long number, long a, long b, long c);
void start(long *stack);

static long length(const char *text)
{
	long n = 0;

	while (text[n])
		n++;
	return n;
}

static void print(const char *text)
{
	system_call(SYS_write, STDOUT, (long)text, length(text));
}

void start(long *stack)
{
	long argc = stack[0];
	char **argv = (char **)(stack + 1);
	char **envp = argv + argc + 1;

	print("the last argument: ");
	print(argc > 0 ? argv[argc - 1] : "(none)");
	print(envp[0] ? "\nthere is an environment\n" :
			"\nthere is no environment\n");
	system_call(SYS_exit, 0, 0, 0);
}
