#!/usr/bin/env bats
# One index of all names gives the answers of a walk through all objects, and
# those of glibc; it is made where it pays, and follows what dlopen changes.

load helper
load dynamic/helper

# tangle SEED: libraries that get in each other's way, and a program for each
# loader that prints what every name means to everyone (dynamic/tangle.awk).
tangle()
{
	local name versions words loader main=() link=(ld -pie -z now)
	rm -rf tangle
	mkdir tangle
	cd tangle
	awk -f "$PREMAIN_TOP/tests/dynamic/tangle.awk" -v seed="$1" \
		-v count=24 -v names=30
	for name in *.s; do
		as "$name" -o "${name%.s}.o"
	done
	premain-gcc -O1 -fPIC -fno-stack-protector -I. -c \
		"$PREMAIN_TOP/tests/dynamic/tangle.c" -o main.o
	while read -r name versions words; do
		ld -shared -soname "$name.so" "stand-in-$versions.o" \
			--version-script=versions -o "stand-in-$name.so"
	done <libraries
	while read -r name versions words; do
		[ "$versions" = none ] || words+=" --version-script=versions"
		# shellcheck disable=SC2086 # words for the linker
		ld -shared -soname "$name.so" "$name.o" $words -o "$name.so"
	done <libraries 2>ld.log
	mapfile -t main <order
	for loader in glibc=/lib64/ld-linux-x86-64.so.2 \
		"premain=$PREMAIN_BUILD/lib/ld-premain.so.1"; do
		"${link[@]}" main.o table.o "${main[@]}" \
			"$PREMAIN_BUILD/lib/libpremain_nonshared.a" -rpath . \
			--dynamic-linker "${loader#*=}" \
			-o "main.${loader%%=*}" 2>>ld.log
	done
}

@test "walk and index: the same answers as glibc, whoever gets in whose way" {
	local seed way
	for seed in 3 1234 2064 2068 56789 777777; do
		tangle "$seed"
		run -0 ./main.glibc
		[ "${#lines[@]}" -eq 25 ]
		[ "${#output}" -gt 2000 ]
		answers=$output
		for way in '' walk index; do
			LD_PREMAIN=$way run -0 ./main.premain
			expect "$answers"
		done
		cd ..
	done
}

# numbers NAME VALUE: a library of 600 functions that return the value.
numbers()
{
	printf "int f%d(void) { return $2; }\n" {1..600} | library "$1"
}

# asks: two tables of them.
asks()
{
	local table
	printf 'int f%d(void);\n' {1..600}
	for table in first table; do
		echo "int (*$table[])(void) = {"
		printf '\tf%d,\n' {1..600}
		echo '};'
	done
}

@test "the index follows what dlopen and dlclose make of the global scope" {
	numbers one 1
	numbers two 2
	library other <<<'int other(void) { return 3; }'
	{
		asks
		echo 'int asks(void) { return table[599](); }'
	} | library asks
	library more <<<'int other(void); int more(void) { return other(); }'
	program main <<-'C'
	#include <dlfcn.h>
	#include <stdio.h>
	static void *open_all(const char *name)
	{
		return dlopen(name, RTLD_NOW | RTLD_GLOBAL);
	}
	static int ask(const char *name, const char *function)
	{
		void *handle = dlopen(name, RTLD_NOW);
		int (*call)(void) = (int (*)(void))dlsym(handle, function);
		int result = call ? call() : -1;
		return handle ? dlclose(handle) : 0, result;
	}
	int main(void)
	{
		void *one = open_all("./libone.so");
		void *two = open_all("./libtwo.so");
		printf("%d ", ask("./libasks.so", "asks"));
		void *other = open_all("./libother.so");
		printf("%d ", ask("./libmore.so", "more"));
		dlclose(one);
		printf("%d ", ask("./libasks.so", "asks"));
		printf("%d ", ask("./libmore.so", "more"));
		dlclose(two);
		printf("%d ", dlopen("./libasks.so", RTLD_NOW) != NULL);
		printf("%d\n", other == dlopen("./libother.so", RTLD_NOW));
		return 0;
	}
	C
	prints '1 3 2 3 0 1' main
	prints '1 3 2 3 0 1' LD_PREMAIN=walk main
	prints '1 3 2 3 0 1' LD_PREMAIN=index main
}

@test "a copied variable lies behind the program's own, a lost one nowhere" {
	library a <<-'C'
	int copied[2] = { 4, 5 };
	int *place(void) { return copied; }
	C
	program main -fno-pie -no-pie -la <<-'C'
	#include <stdio.h>
	extern int copied[2], *place(void), nowhere __attribute__((weak));
	int main(void)
	{
		printf("%d %d %d %d\n", copied[0], copied[1],
		       place() == copied, &nowhere == NULL);
		return 0;
	}
	C
	prints '4 5 1 1' LD_PREMAIN=index main
}

# In one bucket a hash has no last bit; names that differ in their end have the
# same 31 bits of it.
@test "two names in one bucket whose stored hashes are the same" {
	local way
	library a <<<'int name0(void) { return 10; }'
	library b <<<'int name1(void) { return 11; }
		int name0(void) { return 12; }'
	program main -la -lb <<-'C'
	#include <stdio.h>
	int name0(void), name1(void);
	int main(void) { return printf("%d %d\n", name0(), name1()) < 0; }
	C
	for way in walk index; do
		prints '10 11' LD_BIND_NOW=1 LD_PREMAIN=$way main
	done
}

# mappings WAY COMMAND...: how many mmap calls it makes.
mappings()
{
	LD_PREMAIN=$1 calls_of "${@:2}"
	grep -cx mmap <<<"$output"
}

@test "few look-ups make no index, many make one" {
	local few many
	library few <<<'int few(void) { return 0; }'
	program few -lfew <<<'int few(void); int main(void) { return few(); }'
	numbers many 5
	{
		asks
		echo 'int main(void) { return table[599]() - 5; }'
	} | program many -fpic -lmany
	prints '' LD_BIND_NOW=1 few
	prints '' LD_BIND_NOW=1 many
	calls_of true
	few=$(mappings walk ./few.premain)
	many=$(mappings walk ./many.premain)
	[ "$few" -ge 2 ]
	[ "$(mappings '' ./few.premain)" -eq "$few" ]
	[ "$(mappings index ./few.premain)" -eq $((few + 1)) ]
	[ "$(mappings '' ./many.premain)" -eq $((many + 1)) ]
}

@test "a library that comes first need not look for its own names" {
	local walk
	{
		printf 'int f%d(void) { return 5; }\n' {1..600}
		asks
		echo 'int own(void) { return table[599](); }'
	} | library own
	cat >main.c <<-'C'
	#include <stdio.h>
	int own(void);
	int main(void) { printf("%d\n", own()); return 0; }
	C
	program main -lown <main.c
	prints 5 main
	walk=$(mappings walk ./main.premain)
	[ "$(mappings '' ./main.premain)" -eq "$walk" ]
	# Behind another one it must.
	library other <<<'int other;'
	program behind -lother -lown <main.c
	prints 5 behind
	walk=$(mappings walk ./behind.premain)
	[ "$(mappings '' ./behind.premain)" -eq $((walk + 1)) ]
}

# What nobody has: the line names those that were asked, as many as it holds.
@test "a missing name is refused with the objects that were looked into" {
	local i way flags=()
	library a <<<'int lost(void) { return 1; }'
	program few -la <<<'int lost(void); int main(void) { return lost(); }'
	for i in {10..49}; do
		library "number$i" <<<"int number$i(void) { return $i; }"
		flags+=("-lnumber$i")
	done
	program many -la "${flags[@]}" \
		<<<'int lost(void); int main(void) { return lost(); }'
	library a <<<'int kept(void) { return 1; }'
	for way in walk index; do
		LD_BIND_NOW=1 LD_PREMAIN=$way run -127 ./few.premain
		expect "ld-premain: ./few.premain: symbol lost, is in none of:\
 few.premain, liba.so, libpremain.so.1"
	done
	LD_BIND_NOW=1 run -127 ./many.premain
	[[ $output == *": many.premain, liba.so, libnumber10.so, "* ]]
	[[ $output == *", libnumber2"[0-9]".so, ..." ]]
	[ "${#output}" -lt 400 ]
}
