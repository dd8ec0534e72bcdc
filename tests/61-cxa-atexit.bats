#!/usr/bin/env bats
# __cxa_atexit: functions with an argument, kept for each object, in one order

load helper

setup()
{
	cd "$BATS_TEST_TMPDIR"
	cat >cxa.h <<-'END'
		#include <stdint.h>
		#include <stdio.h>
		#include <stdlib.h>
		int __cxa_atexit(void (*)(void *), void *, const void *);
		void __cxa_finalize(const void *);
		static char one, two;
		static void say(void *argument)
		{
			printf("%ld ", (long)(intptr_t)argument);
		}
	END
}

# each_kind SOURCE: compiles it for each kind of program, and runs it there.
each_kind()
{
	local kind first='' count=0
	for kind in -static -static-pie -dynamic; do
		premain-gcc -O1 $kind "$1" -o program
		run -0 ./program
		[ "$count" -eq 0 ] || [ "$output" = "$first" ]
		first=$output
		count=$((count + 1))
	done
	[ "$count" -eq 3 ]
}

@test "they run in one order with atexit's, the last one first" {
	cat >order.c <<-'END'
		#include "cxa.h"
		static void plain(void) { printf("plain "); }
		static void again(void *argument)
		{
			say(argument);
			if (argument)
				__cxa_atexit(again, NULL, &two);
		}
		int main(void)
		{
			__cxa_atexit(say, (void *)1, &one);
			atexit(plain);
			__cxa_atexit(again, (void *)2, &two);
			atexit(plain);
			__cxa_atexit(say, (void *)3, NULL);
			return 0;
		}
	END
	each_kind order.c
	expect '3 plain 2 0 plain 1 '
}

@test "a thousand of them, over pages, each with its own argument" {
	cat >many.c <<-'END'
		#include "cxa.h"
		static long next = 999;
		static void count(void *argument)
		{
			if ((long)(intptr_t)argument != next--)
				printf("wrong ");
			if (next == -1)
				printf("all in order\n");
		}
		int main(void)
		{
			for (long i = 0; i < 1000; i++)
				if (__cxa_atexit(count, (void *)i, &one) != 0)
					return 1;
			return 0;
		}
	END
	each_kind many.c
	expect 'all in order'
}

@test "an object's functions run when it goes, others' stay, and none runs twice" {
	cat >objects.c <<-'END'
		#include "cxa.h"
		static void adds(void *argument)
		{
			say(argument);
			__cxa_atexit(say, (void *)7, &two);
		}
		int main(void)
		{
			__cxa_atexit(say, (void *)1, &one);
			__cxa_atexit(say, (void *)2, &two);
			__cxa_atexit(say, (void *)3, &one);
			__cxa_atexit(adds, (void *)4, &two);
			__cxa_atexit(say, (void *)5, &one);
			__cxa_finalize(&two);
			printf("| ");
			__cxa_finalize(&two);
			printf("| ");
			__cxa_atexit(say, (void *)6, &two);
			return 0;
		}
	END
	each_kind objects.c
	expect '4 7 2 | | 6 5 3 1 '
}

@test "objects that come and go a hundred thousand times take no memory" {
	cat >memory.c <<-'END'
		#include "cxa.h"
		#include <sys/resource.h>
		static void nothing(void *argument) { (void)argument; }
		int main(void)
		{
			struct rlimit limit = { 64 << 20, 64 << 20 };

			setrlimit(RLIMIT_AS, &limit);
			for (int i = 0; i < 150; i++)
				__cxa_atexit(nothing, NULL, &one);
			for (int i = 0; i < 100000; i++) {
				for (int j = 0; j < 8; j++)
					if (__cxa_atexit(nothing, NULL, &two) != 0)
						return 1;
				__cxa_finalize(&two);
			}
			printf("done\n");
			return 0;
		}
	END
	each_kind memory.c
	expect 'done'
}

@test "where there is no memory for one, none of its words is left behind" {
	cat >full.c <<-'END'
		#include "cxa.h"
		#include <sys/resource.h>
		static void plain(void) { printf("plain"); }
		int main(void)
		{
			struct rlimit limit = { 0, 0 };
			int kept = 0;

			atexit(plain);	/* so that there is room for 7, and a bit */
			setrlimit(RLIMIT_AS, &limit);
			while (__cxa_atexit(say, (void *)(intptr_t)kept, &one) == 0)
				kept++;
			printf("%d: ", kept);
			return 0;
		}
	END
	premain-gcc -O1 full.c -o full
	run -0 ./full
	expect '7: 6 5 4 3 2 1 0 plain'
}

@test "a library's atexit runs when it is closed, not after it is gone" {
	cat >library.c <<-'END'
		#include <stdio.h>
		#include <stdlib.h>
		static void leaves(void) { puts("leaves"); }
		void enters(void);
		void enters(void) { puts("enters"); atexit(leaves); }
	END
	cat >main.c <<-'END'
		#include <dlfcn.h>
		#include <stdio.h>
		int main(void)
		{
			void *library = dlopen("./liblibrary.so", RTLD_NOW);
			void (*enters)(void);

			*(void **)&enters = dlsym(library, "enters");
			enters();
			dlclose(library);
			puts("closed");
			return 0;
		}
	END
	premain-gcc -shared library.c -o liblibrary.so
	premain-gcc -dynamic main.c -o main
	run -0 ./main
	expect 'enters
leaves
closed'
}
