#!/usr/bin/env bats
# The loader tells what it does, to those who ask for it, and only to them.

load helper
load dynamic/helper
LOADERS=premain

# start NAME LIBRARIES... <SOURCE: the program NAME, without a C library. Its C
# function `run` is all that it does, and its result the exit status.
start()
{
	local name=$1
	shift
	assemble start <<-'ASM'
	        section .text
	        global  _start
	        extern  run
	_start: and     rsp, -16
	        call    run
	        mov     edi, eax
	        mov     eax, 60
	        syscall
	        section .note.GNU-stack
	ASM
	compiles "$name.o" -fpie
	gcc -nostdlib -pie start.o "$name.o" "$BESIDE" \
		-Wl,--no-as-needed -Wl,-z,noseparate-code -L. "$@" \
		-Wl,--dynamic-linker="$PREMAIN_BUILD/lib/ld-premain.so.1" \
		-o "$name"
}

# told WORDS PROGRAM: what LD_PREMAIN=WORDS lets the loader say, in $output;
# numbers that differ from run to run are ADDRESS, this test's folder is HERE.
told()
{
	status=0
	LD_PREMAIN=$1 "$2" >said 2>&1 || status=$?
	output=$(sed -E 's/0x[0-9a-f]{7,}/ADDRESS/g
		'"s|$BATS_TEST_TMPDIR|HERE|g; s|$PREMAIN_BUILD|BUILD|g" said)
}

# events EVENT...: only the lines of these, in their order.
events()
{
	output=$(grep -E "^($(IFS='|'; echo "$*")) " <<<"$output")
}

@test "each file that is tried, and by which rule" {
	mkdir near far
	library b </dev/null
	library a -lb '-Wl,-rpath,$ORIGIN/../far' </dev/null
	start main -la '-Wl,-rpath,$ORIGIN/near' <<<'int run(void) { return 3; }'
	mv liba.so near
	mv libb.so far
	told explain ./main
	[ "$status" -eq 3 ]
	events search
	expect 'search      main needs liba.so: HERE/liba.so: No such file or directory (DT_RUNPATH)
search      main needs liba.so: HERE/near/liba.so is there (DT_RUNPATH)
search      liba.so needs libb.so: HERE/near/libb.so: No such file or directory (DT_RUNPATH)
search      liba.so needs libb.so: HERE/near/../far/libb.so is there (DT_RUNPATH)'
}

@test "each object, and each segment with its program header" {
	local segments
	library a <<<'int a = 1, zeros[5000]; int get(void) { return a; }'
	start main -la <<<'int get(void); int run(void) { return get(); }'
	told explain ./main
	[ "$status" -eq 1 ]
	events object
	expect 'object      main is ./main at ADDRESS
object      liba.so is HERE/liba.so at ADDRESS, needed by main
object      libpremain.so.1 is BUILD/lib/ld-premain.so.1 at ADDRESS'
	told explain ./main
	output=$(grep '^segment     liba.so' <<<"$output")
	segments=$(readelf -lW liba.so | awk '{ header = NR }
		/^  Type/ { first = NR + 1 }
		$1 == "LOAD" { print NR - first, $5, $6 }' |
		while read -r header bytes memory; do
			echo "$header $((bytes)) $((memory - bytes))"
		done)
	[ "$(wc -l <<<"$segments")" -ge 2 ]
	[ "$(sed -E 's/.*header ([0-9]+):.* ([0-9]+) bytes .* ([0-9]+) zeros/\1 \2 \3/' \
		<<<"$output")" = "$segments" ]
}

@test "relocations by type, bindings with losers, slots before and after" {
	library a <<<'int value = 1; int which(void) { return 1; }'
	library b <<<'int value = 2; int which(void) { return 2; }'
	start main -Wl,-z,lazy -Wl,-z,nocopyreloc -la -lb <<-'C'
	extern int value;
	int which(void);
	int *pointer = &value;
	int run(void) { return which() + *pointer; }
	C
	told explain ./main
	[ "$status" -eq 2 ]
	events relocate binding bind relro entry
	expect 'relocate    main: 1 R_X86_64_64
relocate    main: 1 R_X86_64_JUMP_SLOT
binding     main: value, R_X86_64_64 at ADDRESS (0x0, now ADDRESS) is liba.so'"'"'s; also in libb.so
binding     main: which, R_X86_64_JUMP_SLOT at ADDRESS (0x'"$(plt main)"', now ADDRESS) waits for its first call; now it would be liba.so'"'"'s; also in libb.so
relro       main: ADDRESS to ADDRESS is read-only from now on (PT_GNU_RELRO)
relro       liba.so: ADDRESS to ADDRESS is read-only from now on (PT_GNU_RELRO)
relro       libb.so: ADDRESS to ADDRESS is read-only from now on (PT_GNU_RELRO)
entry       main: its entry, ADDRESS, is next
bind        main calls which for the first time: liba.so'"'"'s, at ADDRESS; the slot at ADDRESS leads there now'
}

# plt PROGRAM: what the file has in its first slot, as hexadecimal digits.
plt()
{
	objdump -sj .got.plt "$1" | awk '/^ [0-9a-f]+ / { words = words $2 $3 $4 $5 }
		END { word = substr(words, 49, 16)
			for (i = 15; i > 0; i -= 2)
				digits = digits substr(word, i, 2)
			sub(/^0*/, "", digits)
			print digits }'
}

@test "constructors in order, and why" {
	local say='static volatile int done;
		__attribute__((constructor)) static void made(void) { done = 1; }'
	library deep <<<"$say"
	library b -ldeep <<<"$say"
	library a -lb <<<"$say"
	start main -la <<<'int run(void) { return 0; }'
	told explain ./main
	events construct
	expect 'construct   1. libdeep.so (functions: 1): before who needs it: libb.so
construct   2. libb.so (functions: 1): before who needs it: liba.so
construct   3. liba.so (functions: 1): before who needs it: main'
}

@test "why: order, weak, protected, versions" {
	library a <<<'__attribute__((weak)) int f(void) { return 1; }'
	library b <<-'C'
	__attribute__((visibility("protected"))) int f(void) { return 2; }
	int b(void) { return f(); }
	int (*volatile pointer)(void) = f;
	C
	library s <<<'int f(void) { return 3; }'
	echo 'OLD { f; }; NEW { f; } OLD;' >map
	library v -Wl,--version-script=map <<-'C'
	__asm__(".symver old, f@OLD");
	__asm__(".symver new, f@@NEW");
	int old(void) { return 4; }
	int new(void) { return 5; }
	C
	library n -lv <<<'int f(void); int n(void) { return f(); }'
	start main -la -lb -ls -lv -ln <<<'int f(void), b(void);
		int run(void) { return f() * 10 + b(); }'
	told why:f ./main
	[ "$status" -eq 12 ]
	expect "candidate   2. liba.so has f (weak, default): the first in the order
candidate   3. libb.so has f (global, protected): it comes later
candidate   4. libs.so has f (global, default): it comes later
candidate   5. libv.so has f, version OLD (global, default): not the default version: for who asks for it
candidate   5. libv.so has f, version NEW (global, default): it comes later
winner      main asks for f, and gets liba.so's: the first in the order; that it is weak counts for linkers only
winner      libb.so asks for f, and gets libb.so's: its own: protected
winner      libn.so asks for f, version NEW, and gets liba.so's: the first in the order that has this version"
}

@test "bind tells calls as they are bound, and nothing else" {
	library a <<<'int one(void) { return 1; } int two(void) { return 2; }'
	start main -la <<<'int one(void), two(void);
		int run(void) { return two() + one() + two(); }'
	told bind ./main
	[ "$status" -eq 5 ]
	output=$(sed 's/ADDRESS/A/g' <<<"$output")
	expect "bind        main calls two for the first time: liba.so's, at A; the slot at A leads there now
bind        main calls one for the first time: liba.so's, at A; the slot at A leads there now"
	LD_BIND_NOW=1 told bind ./main
	expect ''
}

@test "what dlopen loads is told as well, thread-local storage too" {
	library a <<<'int a(void) { return 1; }'
	library b -la -ftls-model=global-dynamic \
		<<<'__thread long b[1000] = { 2 }; long *get(void) { return b; }'
	program main -ldl <<-'C'
	#include <dlfcn.h>
	#include <unistd.h>
	int main(void)
	{
		write(2, "main\n", 5);
		return !dlopen("./libb.so", RTLD_NOW);
	}
	C
	told explain ./main.premain
	[ "$status" -eq 0 ]
	output=${output#*$'\n'main$'\n'}
	events search object tls construct entry
	expect 'search      main.premain needs ./libb.so: ./libb.so is there (path)
search      libb.so needs liba.so: HERE/./liba.so is there (DT_RUNPATH)
object      libb.so is ./libb.so at ADDRESS, needed by main.premain
tls         libb.so: PT_TLS of 8000 bytes is module 1, with memory of its own in each thread
object      liba.so is HERE/./liba.so at ADDRESS, needed by libb.so'
}

@test "JSON: an object a line, the first one with the schema's number" {
	command -v python3 >/dev/null || skip 'python3 is not there'
	library 'a"b' <<<'int one(void) { return 1; }'
	start main '-l:liba"b.so' <<<'int one(void); int run(void) { return one(); }'
	told explain,why:one,json ./main
	[ "$status" -eq 1 ]
	cp said lines
	run -0 python3 -c 'if 1:
		import json
		lines = [json.loads(line) for line in open("lines")]
		assert lines[0] == {"event": "narration", "schema": 1}, lines[0]
		print(sorted({line["event"] for line in lines}))
		for line in lines:
			if line["event"] == "search":
				print(line["name"], line["rule"], line["result"])
			if line["event"] == "winner":
				print(line["object"], line["answer"])'
	expect "['bind', 'binding', 'candidate', 'entry', 'glibc', 'narration', 'object', 'relocate', 'relro', 'search', 'segment', 'start', 'winner']
liba\"b.so DT_RUNPATH found
main liba\"b.so"
}

@test "a dry run relocates, and runs nothing of the objects" {
	library a <<-'C'
	static void die(void) { __builtin_trap(); }
	__attribute__((constructor)) static void made(void) { die(); }
	static void *resolve(void) { die(); return 0; }
	void f(void) __attribute__((ifunc("resolve")));
	void *pointer = f;
	C
	start main -la <<<'void f(void); int run(void) { f(); return 1; }'
	run -0 "$PREMAIN_BUILD/lib/ld-premain.so.1" --dry-run ./main
	expect ''
	run -0 "$PREMAIN_BUILD/lib/ld-premain.so.1" --dry-run --explain ./main
	[[ ${lines[-1]} == 'entry       main: its entry would be 0x'*'; nothing of it or its libraries has run' ]]
}

@test "who does not ask does not pay" {
	start main <<<'int run(void) { return 0; }'
	calls_of ./main
	[[ $output == execve*exit && $output != *open* ]]
	plain=$output
	LD_PREMAIN='' calls_of ./main
	expect "$plain"
}

@test "an unknown word is told, a narration that is not there too" {
	start main <<<'int run(void) { return 7; }'
	told 'loud' ./main
	[ "$status" -eq 7 ]
	expect 'narration   LD_PREMAIN has no word loud: there are explain, json, bind and why:NAME'
	cp "$PREMAIN_BUILD/lib/ld-premain.so.1" .
	run -7 env LD_PREMAIN=explain ./ld-premain.so.1 ./main
	expect "ld-premain: $BATS_TEST_TMPDIR/ld-premain-explain.so.1: open fails with ENOENT (2)"
}

@test "the narration is in no list of objects" {
	program main <<-'C'
	#define _GNU_SOURCE
	#include <link.h>
	#include <stdio.h>
	#include <string.h>
	static int show(struct dl_phdr_info *info, size_t size, void *data)
	{
		(void)size, (void)data;
		if (strstr(info->dlpi_name, "explain"))
			puts(info->dlpi_name);
		return 0;
	}
	int main(void) { dl_iterate_phdr(show, NULL); puts("end"); return 0; }
	C
	prints end LD_PREMAIN=why:nothing main
	expect end
	[ "$stderr" = 'candidate   nobody has nothing for others' ]
}
