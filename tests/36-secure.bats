#!/usr/bin/env bats
# A privileged program never gets a standard descriptor's number for a file of
# its own; another program gets what it asks for.

load helper
load start/ways
WAYS="gcc-bfd clang-lld"

setup_file()
{
	build descriptor descriptor.c
	nasm -f elf64 -w+all "$PREMAIN_TOP/tests/start/jump.asm" \
		-o "$BATS_FILE_TMPDIR/jump.o"
	premain-gcc -static-pie -I"$PREMAIN_TOP" -D_GNU_SOURCE \
		"$PREMAIN_TOP/tests/start/launcher.c" \
		"$BATS_FILE_TMPDIR/jump.o" -o "$BATS_FILE_TMPDIR/launcher"
}

# shellcheck disable=SC2016 # the inner shell expands its own arguments
closed='exec "$0" "$@" <&- >&- 2>&- 3>&- 4>&-'

AT_SECURE=23

@test "an ordinary program's first file is 0 where 0 to 2 are closed" {
	run -0 sh -c "$closed" "$BATS_FILE_TMPDIR/descriptor/gcc-bfd-static"
	run -0 sh -c "$closed" "$BATS_FILE_TMPDIR/launcher" \
		"$BATS_FILE_TMPDIR/descriptor/gcc-bfd-static"
	run -3 "$BATS_FILE_TMPDIR/descriptor/gcc-bfd-static" 3>&-
	keeps descriptor "$BATS_FILE_TMPDIR/descriptor/gcc-bfd-static"
}

@test "where AT_SECURE is set, or missing, it is 3, and /dev/null is below" {
	local program option count=0
	for program in "$BATS_FILE_TMPDIR"/descriptor/*; do
		for option in --secure=1 --without=$AT_SECURE --no-auxv; do
			run -3 sh -c "$closed" "$BATS_FILE_TMPDIR/launcher" \
				$option "$program"
			run -3 sh -c "$closed" qemu-x86_64 \
				"$BATS_FILE_TMPDIR/launcher" $option "$program"
			run -0 sh -c "$closed" "$BATS_FILE_TMPDIR/launcher" \
				$option "$program" look
			count=$((count + 1))
		done
	done
	[ "$count" -ge 12 ]
}

@test "so it is in a set-user-ID program" {
	local program=$BATS_FILE_TMPDIR/set-user-id
	[ "$(id -u)" -eq 0 ] || skip 'only root can make one'
	command -v setpriv >/dev/null || skip 'setpriv is not there'
	! grep -q '^NoNewPrivs:.*1' /proc/self/status ||
		skip 'no program gets new rights here'
	cp "$BATS_FILE_TMPDIR/descriptor/gcc-bfd-static" "$program"
	chmod 4755 "$program"
	nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups)
	# The folders above may be closed to others: through a descriptor.
	run "${nobody[@]}" sh -c 'exec /proc/self/fd/4 3>&-' 4<"$program"
	[ "$status" -ne 126 ] || skip 'this program may not be run by others'
	run -3 "${nobody[@]}" sh -c 'exec /proc/self/fd/4 <&- >&- 2>&- 3>&-' \
		4<"$program"
}

@test "a file that is already there is left alone" {
	run -1 sh -c 'exec "$0" --secure=1 "$1" look <&- >/dev/zero' \
		"$BATS_FILE_TMPDIR/launcher" \
		"$BATS_FILE_TMPDIR/descriptor/gcc-bfd-static"
}

@test "who calls the kernel itself may ask for the step by name" {
	compile plain <<<'#include <premain/syscalls.h>
		int main(void) { return sys_open("/", 0, 0) < 0; }'
	steps_of "$BATS_TEST_TMPDIR/plain"
	expect start_main
	compile careful -Wl,-u,__premain_start_secure <<<'
		#include <premain/syscalls.h>
		int main(void) { return sys_open("/", 0, 0) < 0; }'
	steps_of "$BATS_TEST_TMPDIR/careful"
	expect 'start_secure start_main'
}
