#!/usr/bin/env bats
# ld-premain.so.1 is run by hand, too: it lists like ldd, starts programs as the
# kernel would, and finds libraries with few calls.

load helper
load dynamic/helper
LOADERS=premain

loader=$PREMAIN_BUILD/lib/ld-premain.so.1
glibc=/lib64/ld-linux-x86-64.so.2

# without_addresses: $output without what differs from run to run.
without_addresses()
{
	output=$(sed -E 's/ \(0x[0-9a-f]{16}\)$//' <<<"$output")
}

@test "Debian's own programs are listed as glibc lists them" {
	local file ours count=0
	[ -x "$glibc" ] || skip 'glibc is not there'
	cd /usr/bin
	for file in *; do
		[ $((count += 1)) -le 2000 ] || break
		# One in fifty, and those that everybody has.
		case $file in
		bash | ls | gcc | ld | gdb | perl | python3 | as | git) ;;
		*) [ $((count % 50)) -eq 0 ] || continue ;;
		esac
		[ "$(head -c 4 "$file" | tail -c 3)" = ELF ] || continue
		readelf -lW "$file" | grep -q "$glibc" || continue
		ours=$("$loader" --list "./$file")
		run -0 env LD_TRACE_LOADED_OBJECTS=1 "$glibc" "./$file"
		without_addresses
		theirs=$output
		output=$ours
		without_addresses
		expect "$theirs" || { echo "$file" >&2; return 1; }
		listed+=("$file")
	done
	[ "${#listed[@]}" -ge 10 ]
}

@test "each line is ldd's, to the letter" {
	library a </dev/null
	library here </dev/null
	gcc -nostdlib -shared -x c /dev/null -o libgone.so
	program main -la -lgone ./libhere.so </dev/null 2>/dev/null ||
		program main -la -lgone ./libhere.so <<<'int main(void) { return 0; }'
	rm libgone.so
	run -0 "$loader" --list "$PWD/main.premain"
	[[ ${lines[0]} =~ ^$'\t'linux-vdso\.so\.1\ \(0x0000[0-9a-f]{12}\)$ ]]
	[[ ${lines[1]} =~ ^$'\t'liba\.so\ =\>\ "$PWD/"liba\.so\ \(0x0000[0-9a-f]{12}\)$ ]]
	[ "${lines[2]}" = $'\tlibgone.so => not found' ]
	[[ ${lines[3]} =~ ^$'\t'\./libhere\.so\ \(0x0000[0-9a-f]{12}\)$ ]]
	list=$output
	without_addresses
	expect "	linux-vdso.so.1
	liba.so => $PWD/liba.so
	libgone.so => not found
	./libhere.so
	libpremain.so.1 => $loader"
	run -0 env LD_TRACE_LOADED_OBJECTS=1 ./main.premain
	without_addresses
	plain=$output
	output=$list
	without_addresses
	expect "$plain"
}

@test "a static program, an empty list, a preloaded library" {
	run -0 "$loader" --list "$PREMAIN_BUILD/bin/premain"
	expect $'\tstatically linked'
	premain-gcc -static-pie -x c - -o static-pie <<<'int main(void) { return 0; }'
	run -0 "$loader" --list ./static-pie
	expect $'\tstatically linked'
	library a </dev/null
	mkdir lib
	mv liba.so lib
	library b </dev/null
	run -0 "$loader" --library-path lib --preload liba.so --list ./libb.so
	without_addresses
	expect "	linux-vdso.so.1
	liba.so => lib/liba.so
	$loader"
}

@test "a program is as if the kernel had started it" {
	local direct
	program main <<-'C'
	#include <stdio.h>
	#include <sys/auxv.h>
	#include <elf.h>
	extern const Elf64_Ehdr __ehdr_start;
	extern char **environ;
	void _start(void);
	int main(int argc, char **argv)
	{
		const Elf64_Ehdr *loader = (const void *)getauxval(AT_BASE);
		for (int i = 0; i <= argc; i++)
			printf("<%s> ", argv[i] ? argv[i] : "NULL");
		printf("%d %d %d %c%c%c %s %s\n",
			getauxval(AT_PHDR) == (unsigned long)&__ehdr_start
				+ __ehdr_start.e_phoff,
			getauxval(AT_PHNUM) == __ehdr_start.e_phnum,
			getauxval(AT_ENTRY) == (unsigned long)_start,
			loader->e_ident[1], loader->e_ident[2],
			loader->e_ident[3], (char *)getauxval(AT_EXECFN),
			environ[0]);
		return 5;
	}
	C
	run -5 env -i A=b ./main.premain one 'two three'
	expect '<./main.premain> <one> <two three> <NULL> 1 1 1 ELF ./main.premain A=b'
	direct=$output
	run -5 env -i A=b "$loader" ./main.premain one 'two three'
	expect "$direct"
	run -5 env -i A=b "$loader" main.premain
	expect '<main.premain> <NULL> 1 1 1 ELF main.premain A=b'
	run -5 env -i A=b "$loader" --library-path '' --argv0 name \
		./main.premain --list
	expect '<name> <--list> <NULL> 1 1 1 ELF ./main.premain A=b'
}

# refused LINE ARGUMENTS...: what the loader says to them.
refused()
{
	run -127 "$loader" "${@:2}"
	expect "ld-premain: $1"
}

@test "what is no dynamic program is refused with a line" {
	mkdir folder
	echo '#!/bin/sh' >script
	printf 'plain text, long enough to be taken for a header of sixty-four bytes' >text
	: >empty
	premain-gcc -static-pie -x c - -o static-pie <<<'int main(void) { return 0; }'
	library a </dev/null
	refused "$PREMAIN_BUILD/bin/premain: is a static program: run it by itself" \
		"$PREMAIN_BUILD/bin/premain"
	refused './static-pie: is a static program: run it by itself' ./static-pie
	refused './script: is a script: run it by itself' ./script
	refused './text: e_ident 0x706c6169 is not 0x7f454c46: no ELF file' ./text
	refused "./empty: the file's size 0 is less than an ELF header's" ./empty
	# Whatever standard input is.
	refused 'folder: the file is not a regular one' folder <script
	refused './gone: open fails with ENOENT (2)' ./gone <script
	refused './text/file: open fails with ENOTDIR (20)' ./text/file
	ln -s loop loop
	refused './loop: open fails with ELOOP (40)' ./loop
	refused './liba.so: e_entry lies outside every executable segment' \
		./liba.so
}

@test "options that are wrong, and those that there are" {
	refused '--lost: no such option (--help)' --lost /bin/true
	refused '--argv0: a word is missing behind it' --argv0
	refused 'a PROGRAM is missing (--help)'
	refused 'a PROGRAM is missing (--help)' --list
	run -0 "$loader" --help
	expect 'usage: ld-premain.so.1 [--list] [--explain] [--dry-run] [--stand-in] [--library-path PATH] [--preload FILES] [--argv0 NAME] PROGRAM...'
	run -1 sh -c '"$0" --help >/dev/full' "$loader"
}

@test "where it looked is said, in order" {
	library b </dev/null
	mkdir own rpath
	library a -lb '-Wl,-rpath,$ORIGIN/own:/no/$LIB/${PLATFORM}' </dev/null
	rm libb.so
	printf '\177ELF\1\1\1' >own/libb.so
	truncate -s 64 own/libb.so
	program main -la -Wl,--allow-shlib-undefined \
		<<<'int main(void) { return 0; }'
	run -127 env LD_LIBRARY_PATH=/first:/second ./main.premain
	expect "ld-premain: $PWD/liba.so: libb.so is not found; LD_LIBRARY_PATH: /first /second; DT_RUNPATH: $PWD $PWD/own /no/lib/x86_64-linux-gnu/x86_64; the loader's folder: $PREMAIN_BUILD/lib; /etc/ld.so.cache: has none; standard folders: /lib/x86_64-linux-gnu /usr/lib/x86_64-linux-gnu /lib64 /usr/lib64 /lib /usr/lib; passed over: $PWD/own/libb.so: EI_CLASS 1 is not 2: no 64-bit object"
	echo 'GROUP ( libc.so.6 )' >own/libb.so
	run -127 ./main.premain
	expect "ld-premain: $PWD/own/libb.so: the file's size 20 is less than an ELF header's"
}

# many COUNT FOLDERS [HERE]: main.premain needs so many libraries, and looks
# into so many other folders before it comes to theirs.
many()
{
	local number folder path='' here=${3-$PWD}
	mkdir -p all
	object empty <<<'int empty;'
	for ((number = 0; number < $1; number++)); do
		gcc -shared -nostdlib empty.o -o all/libm$number.so
		needed+=("-lm$number")
	done
	for ((folder = 0; folder < $2; folder++)); do
		mkdir other$folder
		(cd other$folder && touch file{0..99})
		path+=$here/other$folder:
	done
	compiles main.o <<<'int main(void) { return 0; }'
	premain-gcc -dynamic main.o -Wl,--no-as-needed -Lall "${needed[@]}" \
		"-Wl,-rpath,$path$here/all" -o main.premain
}

@test "many libraries behind many folders take few calls" {
	many 40 30
	calls_of ./main.premain
	# 3 for each folder, and what its segments need for each library.
	[ "$(grep -c '^open' <<<"$output")" -le $((32 + 42)) ]
	[ "$(grep -c '^getdents' <<<"$output")" -le $((2 * 32)) ]
	[ "$(grep -c '^close' <<<"$output")" -le 3 ]
	run -0 ./main.premain
	# The same, with a descriptor in the way that is not the loader's.
	run -0 sh -c 'exec 9</dev/null; "$0" && read nothing <&9; test $? -eq 1' \
		./main.premain
}

@test "a few libraries do not have folders read" {
	many 2 1
	calls_of ./main.premain
	[[ $output != *getdents* ]]
	[ "$(grep -c '^open' <<<"$output")" -eq $((2 * 2)) ]
}

@test "few descriptors are enough for many libraries" {
	many 20 3
	# Whatever else is open here: of six, one is free; of four, one is.
	run -0 sh -c 'exec 3</dev/null 4<&3 5<&-; ulimit -n 6; exec ./main.premain'
	run -0 sh -c 'exec 3<&-; ulimit -n 4; exec ./main.premain'
}

@test "a folder that may be searched but not read goes on being asked" {
	[ "$(id -u)" -eq 0 ] || skip 'only root can become another'
	command -v setpriv >/dev/null || skip 'setpriv is not there'
	many 25 2 .
	chmod 711 other0 other1 all
	chmod 755 . "$BATS_TEST_TMPDIR"
	nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups)
	"${nobody[@]}" test -x main.premain -a -x "$loader" ||
		skip 'others cannot come here'
	run -0 "${nobody[@]}" ./main.premain
}

@test "a damaged ld.so.cache is not believed" {
	[ -r /etc/ld.so.cache ] || skip 'there is none'
	premain-gcc -O1 -D_GNU_SOURCE -I"$PREMAIN_TOP" \
		"$PREMAIN_TOP/tests/dynamic/cache.c" -o cache
	run -0 ./cache /etc/ld.so.cache 3000
	[ "$output" -ge 2 ]
}

@test "folders of /etc/ld-premain.so.conf; what glibc's loader would do is told" {
	[ "$(id -u)" -eq 0 ] || skip 'only root can change the root'
	mkdir -p root/etc root/loader root/one root/two root/lib
	library a <<<'int a(void) { return 1; }'
	library b <<<'int b(void) { return 2; }'
	compiles main.o <<<'int a(void), b(void);
		int main(void) { return a() + b(); }'
	premain-gcc -dynamic main.o -L. -la -lb -o root/main \
		-Wl,--dynamic-linker=/loader/ld-premain.so.1
	cp "$loader" "$PREMAIN_BUILD"/lib/ld-premain-explain.so.1 \
		"$PREMAIN_BUILD"/lib/libpremain.so.1 root/loader
	cp liba.so root/one
	cp libb.so root/two
	chroot root /loader/ld-premain.so.1 --help >help 2>&1 ||
		skip 'the root cannot be changed here'
	run -127 chroot root /main
	printf '%s\n' '# folders' '/one' 'two' '/gone' '/two' \
		>root/etc/ld-premain.so.conf
	run -3 chroot root /main
	rm root/two/libb.so
	run -127 chroot root /main
	[[ $output == *'; /etc/ld-premain.so.conf: /one /gone /two; '* ]]
	printf '/lib/libevil.so\n/lib/other.so\n' >root/etc/ld.so.preload
	run -127 env LD_PREMAIN=explain chroot root /main
	output=$(grep -a 'glibc .*preload' <<<"$output")
	expect 'glibc       glibc would load what /etc/ld.so.preload names before all others, in every program: /lib/libevil.so /lib/other.so; here it is passed over'
}
