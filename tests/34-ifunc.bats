#!/usr/bin/env bats
# A function that is chosen at the start (ifunc) is chosen once, by a resolver
# that may use everything but the chosen functions.

load helper
load start/ways

setup_file()
{
	build ifunc ifunc.c
	WAYS="gcc-bfd clang-lld"	# each compiler and each linker, once
	build protected ifunc.c -fstack-protector-all
}

@test "called, and called through each kind of pointer" {
	each_way ifunc
	[ "$status" -eq 0 ]
	expect '2 3 2 3 3 3'
}

@test "a resolver may be protected" {
	each_way protected
	[ "$status" -eq 0 ]
	expect '2 3 2 3 3 3'
}

@test "the choice is read-only afterwards, by one mprotect" {
	keeps ifunc "$BATS_FILE_TMPDIR/ifunc/gcc-bfd-static"
}

# patch PROGRAM: the first IRELATIVE entry becomes a TPOFF64; where it lies is
# left in $place.
patch()
{
	local offset
	# shellcheck disable=SC2046 # four words: section, offset, size, place
	set -- "$1" $(readelf -rW "$1" | awk '
		/^Relocation section/ { offset = $6; n = -1 }
		/^[0-9a-f]+ +[0-9a-f]+ R_X86_64_/ {
			n++
			if ($3 ~ /IRELATIV/) { print offset, n, $1; exit }
		}')
	offset=$(($2 + 24 * $3 + 8))
	place=$(sed 's/^0*//' <<<"$4")
	printf '\x12' |
		dd of="$1" bs=1 seek="$offset" conv=notrunc status=none
}

@test "an entry of another type among them is refused by its name" {
	local way program=$BATS_TEST_TMPDIR/program count=0
	for way in "$BATS_FILE_TMPDIR"/ifunc/*; do
		cp "$way" "$program"
		patch "$program"
		run --separate-stderr -127 "$program"
		expect ''
		[ "$stderr" = "premain: unsupported relocation$(
			) R_X86_64_TPOFF64 at 0x$place" ] ||
			{ echo "$way: $stderr" >&2; return 1; }
		count=$((count + 1))
	done
	[ "$count" -ge 4 ]
}
