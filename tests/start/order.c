/* tests/start/order.c - says what runs before main, and with which arguments */
#include <stdio.h>

typedef void constructor(int argc, char **argv, char **envp);

static char **arguments;

static void say(const char *who, int argc, char **argv, char **envp)
{
	printf("%s %d %s %s\n", who, argc, argv[1],
	       envp == argv + argc + 1 ? "envp" : "?");
	arguments = argv;
}

static void earliest(int argc, char **argv, char **envp)
{
	say("an array", argc, argv, envp);
}

static void earliest_two(int argc, char **argv, char **envp)
{
	say("its second", argc, argv, envp);
}

__attribute__((used, section(".preinit_array"))) _Alignas(64)
static constructor *preinit[] = { earliest, earliest_two };

/* An array of one's own, at an alignment that leaves a hole before it. */
__attribute__((used, section(".init_array.500"))) _Alignas(64)
static constructor *by_hand[] = { earliest };

__attribute__((constructor))
static void plain(int argc, char **argv, char **envp)
{
	say("constructor", argc, argv, envp);
}

__attribute__((constructor(200)))
static void later(int argc, char **argv, char **envp)
{
	say("constructor 200", argc, argv, envp);
}

__attribute__((constructor(101)))
static void early(int argc, char **argv, char **envp)
{
	say("constructor 101", argc, argv, envp);
}

__attribute__((constructor(1000)))
static void thousand(int argc, char **argv, char **envp)
{
	say("constructor 1000", argc, argv, envp);
}

__attribute__((destructor)) static void last(void)
{
	printf("destructor\n");
}

__attribute__((destructor(101))) static void very_last(void)
{
	printf("destructor 101\n");
}

__attribute__((destructor(200))) static void nearly_last(void)
{
	printf("destructor 200\n");
}

int main(int argc, char **argv)
{
	printf("main %d %s\n", argc,
	       argv == arguments ? "the same arguments" : "others");
	return 7;
}
