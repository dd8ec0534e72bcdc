#!/usr/bin/env bats
# What lies at the thread pointer is there before any code of an object runs,
# nobody can foresee its secrets, and it does not grow with libraries that come
# and go.

load helper
load dynamic/helper

@test "the canary and the guard are the kernel's sixteen random bytes" {
	LOADERS=premain program main <<-'C'
	#include <stdio.h>
	#include <string.h>
	#include <sys/auxv.h>
	int main(void)
	{
		unsigned char random[16];
		unsigned long canary, guard, halves[2];
		__asm__("mov %%fs:0x28, %0" : "=r"(canary));
		__asm__("mov %%fs:0x30, %0" : "=r"(guard));
		memcpy(random, (void *)getauxval(AT_RANDOM), 16);
		random[0] = 0;
		memcpy(halves, random, 16);
		printf("%d %d %d\n", canary == halves[0], guard == halves[1],
			canary >> 8 != 0 && guard != 0);
		return 0;
	}
	C
	everywhere ./main.premain
	expect '1 1 1'
}

@test "a resolver may be protected by a canary, and read a variable" {
	library a -fstack-protector-all <<-'C'
	static __thread int own = 2;
	static int one(void) { return 1; }
	static int two(void) { return 2; }
	static void *choose(void)
	{
		volatile char text[8] = "canary";
		return own == 2 && text[0] == 'c' ? two : one;
	}
	int chosen(void) __attribute__((ifunc("choose")));
	int (*pointer)(void) = chosen;
	int __stack_chk_fail(void) { return 0; }
	C
	LOADERS=premain program main -la <<-'C'
	#include <stdio.h>
	extern int (*pointer)(void);
	int main(void) { printf("%d\n", pointer()); return 0; }
	C
	run -0 ./main.premain
	expect 2
}

@test "a resolver may call what its library's dependencies have resolved" {
	local order
	library b <<-'C'
	static int two(void) { return 2; }
	static void *choose(void) { return two; }
	int of_b(void) __attribute__((ifunc("choose")));
	int (*pointer)(void) = of_b;
	C
	library a -lb -Wl,-z,now <<-'C'
	extern int (*pointer)(void);
	static int one(void) { return 1; }
	static int three(void) { return 3; }
	static void *choose(void) { return pointer() == 2 ? three : one; }
	int of_a(void) __attribute__((ifunc("choose")));
	int a(void) { return of_a(); }
	C
	for order in '-la -lb' '-lb -la'; do
		# shellcheck disable=SC2086 # flags
		LOADERS=premain program main $order -Wl,-z,now <<-'C'
		#include <stdio.h>
		int a(void);
		int main(void) { printf("%d\n", a()); return 0; }
		C
		run -0 ./main.premain
		expect 3
	done
}

@test "a variable's first value may come from a resolver" {
	library a <<-'C'
	static int two(void) { return 2; }
	static void *choose(void) { return two; }
	int chosen(void) __attribute__((ifunc("choose")));
	__thread int (*pointer)(void) = chosen;
	int (*copied)(void) = chosen;
	C
	LOADERS=premain program main -la -fno-pie -no-pie <<-'C'
	#include <stdio.h>
	extern __thread int (*pointer)(void);
	extern int (*copied)(void);
	int main(void) { printf("%d %d\n", pointer(), copied()); return 0; }
	C
	run -0 ./main.premain
	expect '2 2'
}

@test "a thread that shares its parent's variables has them, by each model" {
	local flags
	for flags in -mtls-dialect=gnu -mtls-dialect=gnu2; do
		library a $flags <<-'C'
		static __thread int own = 3;
		__thread int all = 4;
		int a(void) { return own++ * 10 + all; }
		C
		library later $flags <<-'C'
		static __thread int own = 5;
		int later(void) { return own++; }
		C
		LOADERS=premain program main -la -ldl <<-'C'
		#define _GNU_SOURCE
		#include <dlfcn.h>
		#include <sched.h>
		#include <stdio.h>
		#include <sys/wait.h>
		#include <unistd.h>
		int a(void);
		long sys_clone(unsigned long flags, void *stack, int *parent,
			       int *child, unsigned long tls);
		static __thread int mine = 6;
		static int (*later)(void);
		static int result;
		__attribute__((noinline, noreturn)) static void thread(void)
		{
			result = a() + 100 * later() + 1000 * mine++;
			_exit(0);
		}
		int main(void)
		{
			static char stack[65536] __attribute__((aligned(16)));
			int status;
			long child;
			void *handle = dlopen("./liblater.so", RTLD_NOW);
			later = (int (*)(void))dlsym(handle, "later");
			child = sys_clone(CLONE_VM | CLONE_FILES | SIGCHLD,
				stack + sizeof stack - 64, NULL, NULL, 0);
			if (child == 0)
				thread();
			waitpid((int)child, &status, 0);
			printf("%d %d %d %d\n", result, a(), later(), mine);
			return 0;
		}
		C
		run -0 ./main.premain
		expect '6534 44 6 7'
	done
}

@test "libraries with variables come and go without a trace" {
	library small -ftls-model=initial-exec <<-'C'
	__thread char block[600] = "s";
	char get(void) { return block[0]++ + block[599]; }
	C
	library large <<-'C'
	__thread char block[6000] __attribute__((aligned(64))) = "l";
	char get(void) { return block[0]++ + block[5999]; }
	C
	LOADERS=premain program main -ldl <<-'C'
	#include <dlfcn.h>
	#include <fcntl.h>
	#include <stdio.h>
	#include <stdlib.h>
	#include <unistd.h>
	static unsigned long pages(void)
	{
		char text[100] = "";
		int fd = open("/proc/self/statm", O_RDONLY);
		read(fd, text, sizeof text - 1);
		close(fd);
		return strtoul(text, NULL, 10);
	}
	static int round(const char *path)
	{
		void *handle = dlopen(path, RTLD_NOW);
		char (*get)(void) = (char (*)(void))dlsym(handle, "get");
		int got = get();
		dlclose(handle);
		return got;
	}
	int main(void)
	{
		unsigned long before = 0;
		int bad = 0;
		for (int i = 0; i < 1000; i++) {
			bad += round("./libsmall.so") != 's';
			bad += round("./liblarge.so") != 'l';
			if (i == 10)
				before = pages();
		}
		printf("%d %ld\n", bad, (long)(pages() - before));
		return 0;
	}
	C
	run -0 ./main.premain
	expect '0 0'
}
