#!/usr/bin/env bats
# Every system call of the table has a C function that puts the right number
# and all its arguments where the kernel looks, through one instruction.

bats_require_minimum_version 1.5.0
load helper

table=$BATS_TEST_DIRNAME/../syscalls/syscalls.tbl
generator=$BATS_TEST_DIRNAME/../syscalls/generate.awk
archive=$PREMAIN_BUILD/lib/libpremain.a

# name and number of each call in the table, by number
calls_of_the_table() {
	awk -F '\t' '/^[0-9]/ { print $2, $1 }' "$table"
}

# Our headers and the compiler's own, and no others.
isolated() {
	local cc=$1
	shift
	"$cc" -nostdinc -isystem "$("$cc" -print-file-name=include)" \
		-isystem "$PREMAIN_BUILD/include" "$@"
}

# Of several tools one is always there; another may be missing.
is_there() {
	[ -n "$(command -v "$1")" ] && return
	echo "# skip $1: it is not installed" >&3
	return 1
}

empty_output_folder() {
	rm -rf "$1"
	mkdir -p "$1/syscalls" "$1/include/premain" "$1/include/sys"
}

compile_safe() {
	run -0 "$PREMAIN_BUILD/bin/$1" -std=c11 -O1 \
		-Wall -Wextra -Wmissing-prototypes -Wshadow -Werror \
		"$BATS_TEST_DIRNAME"/syscalls/*.c \
		-o "$BATS_TEST_TMPDIR/safe"
	[ "$output" = '' ]
	rm -rf "$BATS_TEST_TMPDIR/folder"
	mkdir "$BATS_TEST_TMPDIR/folder"
}

# Each name of the table once, none failed; what was skipped is printed.
each_call_was_answered() {
	local said=$BATS_TEST_TMPDIR/said
	printf '%s\n' "$output" >"$said"
	sed -n 's/^skip /# skip /p' "$said" >&3
	awk '$1 == "FAIL" { print; bad = 1 } END { exit bad }' "$said"
	[ "$status" -eq 0 ]
	awk '{ sub(/:$/, "", $2); print $2 }' "$said" | sort >"$said.names"
	calls_of_the_table | sed 's/ .*//' | sort >"$said.table"
	diff "$said.table" "$said.names"
}

@test "the table agrees with the installed asm/unistd_64.h, name by name" {
	cd "$BATS_TEST_TMPDIR"
	isolated gcc -E -dM -include asm/unistd_64.h -x c /dev/null -o macros
	awk '$2 ~ /^__NR_/ { sub(/__NR_/, "", $2); print $2, $3 }' macros |
		sort -k 2n >header
	[ "$(wc -l <header)" -gt 300 ]
	# Newer calls than the header's are wanted, and these two, which Linux
	# 6.11 and 6.18 put into a gap below its last number.
	last=$(sed -n '$s/.* //p' header)
	calls_of_the_table | awk -v last="$last" \
		'$2 <= last && !/^uretprobe 335$/ && !/^uprobe 336$/' >older
	sed -e '/^uretprobe 335$/d' -e '/^uprobe 336$/d' header >wanted
	diff wanted older
}

@test "the table has every call of Linux 7.3" {
	run -0 calls_of_the_table
	[ "${#lines[@]}" -eq 386 ]
	[ "${lines[0]}" = 'read 0' ]
	[ "${lines[336]}" = 'uprobe 336' ]
	[ "${lines[337]}" = 'pidfd_send_signal 424' ]
	[ "${lines[385]}" = 'fchroot 472' ]
}

@test "a wrong line in the table stops the build and is named" {
	cd "$BATS_TEST_TMPDIR"
	empty_output_folder out
	refused() {
		printf "$1" >wrong.tbl
		run -1 awk -f "$generator" -v out=out wrong.tbl
		echo "$output"
		[ "$output" = "wrong.tbl:$2" ]
	}
	refused '1 write int fd\n' \
		'1: wants number, name, arguments, separated by tabs'
	refused '2\topen\tvoid\n1\twrite\tvoid\n' '2: 1 does not come after 2'
	refused '1\twrite\tvoid\n2\twrite\tvoid\n' '2: write is there twice'
	refused '1\twrite\tint a, int b, int c, int d, int e, int f, int g\n' \
		'1: write has more than six arguments'
	refused '1\twrite\tvoid\tfast\n' \
		'1: `fast` is no word of the fourth column'
	refused '# nothing\n' '1: holds no system call'
}

@test "every awk on this machine makes the same files" {
	cd "$BATS_TEST_TMPDIR"
	empty_output_folder want
	awk -f "$generator" -v out=want "$table"
	[ "$(find want -type f | wc -l)" -eq 385 ]
	for awk in mawk gawk original-awk busybox; do
		is_there $awk || continue
		[ $awk = busybox ] && awk='busybox awk'
		empty_output_folder got
		$awk -f "$generator" -v out=got "$table"
		diff -r want got
	done
}

@test "each header of it is clean C11 and C++ for gcc and clang" {
	cd "$BATS_TEST_TMPDIR"
	printf '#include <%s>\n' premain/syscalls.h sys/syscall.h >face.c
	cp face.c face.cc
	for cc in gcc clang; do
		is_there $cc || continue
		isolated $cc -std=c11 -pedantic -Wall -Wextra -Wshadow \
			-Wmissing-prototypes -Wsystem-headers -Werror \
			-fsyntax-only face.c
	done
	for cxx in g++ clang++; do
		is_there $cxx || continue
		isolated $cxx -std=c++11 -pedantic -Wall -Wextra \
			-Wsystem-headers -Werror -fsyntax-only face.cc
	done
	[ "$(grep -c '^long sys_' \
		"$PREMAIN_BUILD/include/premain/syscalls.h")" -eq 386 ]
}

@test "each call is one object that sets its number, under two names" {
	cd "$BATS_TEST_TMPDIR"
	(cd "${archive%/*}" && nm -A -P --defined-only "${archive##*/}") >symbols
	# member, value: __sys_NAME is strong, sys_NAME weak, at one address
	awk '{ place = $1 $4 }
	$2 ~ /^__sys_/ && $3 == "T" { strong[place] = substr($2, 7) }
	$2 ~ /^sys_/ && $3 == "W" { weak[place] = substr($2, 5); n[$1]++ }
	END { for (p in weak) {
		split(p, member, ":")
		if (strong[p] == weak[p] && n[member[1] ":"] == 1)
			print weak[p] } }' symbols | sort >found
	calls_of_the_table | sed 's/ .*//' | sort >names
	diff names found

	objdump -d --no-show-raw-insn "$archive" >code
	awk '/^[0-9a-f]+ </ { name = $2; gsub(/^<(__)?|>:$/, "", name) }
	name ~ /^sys_/ && $2 == "mov" && $3 ~ /^\$0x[0-9a-f]+,%[er]ax$/ {
		sub(/^\$0x/, "", $3); sub(/,.*/, "", $3)
		print substr(name, 5), $3 }' code | sort >found
	calls_of_the_table | awk '{ printf "%s %x\n", $1, $2 }' | sort >wanted
	diff wanted found
}

@test "one syscall instruction serves all but the four that say why" {
	cd "$BATS_TEST_TMPDIR"
	objdump -d --no-show-raw-insn "$archive" "$PREMAIN_BUILD"/lib/*.o >code
	awk '/^[0-9a-f]+ </ { name = $2; gsub(/^<(__)?|>:$/, "", name) }
	$2 == "syscall" { print name }' code | sort >found
	printf '%s\n' sys_call sys_clone sys_clone3 sys_rt_sigreturn \
		sys_vfork | diff - found
}

@test "the signal return has the bytes by which unwinders know it" {
	cd "$BATS_TEST_TMPDIR"
	objdump -d "$archive" >code
	run -0 awk '/<(__)?sys_rt_sigreturn>:/ { on = 2; next }
		on-- > 0 { for (i = 2; $i ~ /^[0-9a-f][0-9a-f]$/; i++)
			printf "%s", $i }' code
	[ "$output" = '48c7c00f0000000f05' ]
}

@test "a program holds the calls that it makes and no more" {
	cd "$BATS_TEST_TMPDIR"
	printf '%s\n' 'extern __sys_getpid' 'extern sys_exit_group' \
		'global _start' '_start: call __sys_getpid wrt ..plt' \
		'mov edi, 7' 'call sys_exit_group wrt ..plt' \
		'section .note.GNU-stack noalloc noexec nowrite progbits' \
		>two.asm
	nasm -f elf64 two.asm -o two.o
	for ld in ld ld.gold ld.lld; do
		is_there $ld || continue
		# In a library the jump to the hidden symbol needs no PLT.
		for kind in -static -pie -shared; do
			$ld $kind --gc-sections two.o "$archive" -o two
			nm -P two >symbols
			awk '$1 ~ /sys_/ && $1 !~ /[.]end$/ && $2 != "a" {
				sub(/^__/, "", $1); print $1 }' symbols |
				sort -u >found
			printf '%s\n' sys_call sys_exit_group sys_getpid |
				diff - found
			readelf -rW two >relocations
			[ "$(grep -c __sys_call relocations)" -eq 0 ]
		done
	done
}

@test "each safe call, made for real, does what its manual says" {
	for cc in gcc clang; do
		is_there $cc || continue
		compile_safe premain-$cc
		run timeout -k 1 30 "$BATS_TEST_TMPDIR/safe" \
			"$BATS_TEST_TMPDIR/folder"
		each_call_was_answered
	done
}

@test "each safe call that qemu knows does the same on two processors" {
	compile_safe premain-gcc
	for cpu in qemu64 max; do
		run timeout -k 1 60 qemu-x86_64 -cpu $cpu \
			"$BATS_TEST_TMPDIR/safe" "$BATS_TEST_TMPDIR/folder" \
			qemu
		each_call_was_answered 3>"$BATS_TEST_TMPDIR/skipped.$cpu"
		echo "# skip $(wc -l <"$BATS_TEST_TMPDIR/skipped.$cpu")" \
			"calls under qemu -cpu $cpu: it does not know them" >&3
		rm -r "$BATS_TEST_TMPDIR/folder"
		mkdir "$BATS_TEST_TMPDIR/folder"
	done
}

@test "syscall(2) passes six arguments and sets errno" {
	cat >"$BATS_TEST_TMPDIR/any.c" <<'END'
#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
	static unsigned int word = 5, other;
	char two[2];
	long fd = syscall(SYS_memfd_create, "x", 0L);

	if (syscall(SYS_write, 1, "ok\n", 3L) != 3)
		return 1;
	/* Argument 4 is the offset. */
	if (syscall(SYS_write, fd, "abcdef", 6L) != 6)
		return 2;
	if (syscall(SYS_pread64, fd, two, 2L, 3L) != 2)
		return 3;
	if (two[0] != 'd' || two[1] != 'e')
		return 4;
	/* PR_GET_NO_NEW_PRIVS takes no argument 5 but 0. */
	if (syscall(SYS_prctl, 39, 0L, 0L, 0L, 0L) < 0)
		return 5;
	if (syscall(SYS_prctl, 39, 0L, 0L, 0L, 1L) != -1 || errno != EINVAL)
		return 6;
	/* FUTEX_CMP_REQUEUE: the word is compared with argument 6. */
	if (syscall(SYS_futex, &word, 4, 1, 0L, &other, 5) != 0)
		return 7;
	if (syscall(SYS_futex, &word, 4, 1, 0L, &other, 6) != -1)
		return 8;
	if (errno != EAGAIN)
		return 9;
	if (syscall(SYS_close, -1) != -1 || errno != EBADF)
		return 10;
	return 0;
}
END
	run -0 "$PREMAIN_BUILD/bin/premain-gcc" -O1 -Wall -Wextra \
		"$BATS_TEST_TMPDIR/any.c" -o "$BATS_TEST_TMPDIR/any"
	[ "$output" = '' ]
	everywhere "$BATS_TEST_TMPDIR/any"
	[ "$status" -eq 0 ]
	[ "$output" = 'ok' ]
}
