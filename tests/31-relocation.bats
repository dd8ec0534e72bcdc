#!/usr/bin/env bats
# A static-PIE moves itself, in whichever form the linker has listed what must
# move, and makes it read-only; what it cannot do it says, and ends.

load helper
load start/ways

setup_file()
{
	build table table.c
	local flags_bfd=-Wl,-z,nopack-relative-relocs
	local flags_lld=-Wl,--pack-dyn-relocs=none
	build unpacked table.c
	unset flags_bfd flags_lld
	build relro relro.c
	WAYS="gcc-bfd clang-lld"	# each compiler and each linker, once
	build relro-pic relro.c -fpie
}

words='one two three four five six 0:one 1:two 63:one 64:two 65:three'
words+=' 127:four 199:one '

@test "pointers in data are moved: packed ones, odd ones, more than a bitmap" {
	each_way table
	[ "$status" -eq 0 ]
	expect "$words"
	steps_of "$BATS_FILE_TMPDIR/table/gcc-bfd-static-pie"
	expect 'start_relr start_rela start_relro start_main'
}

@test "so they are where the linker packs none" {
	each_way unpacked
	[ "$status" -eq 0 ]
	expect "$words"
	steps_of "$BATS_FILE_TMPDIR/unpacked/gcc-bfd-static-pie"
	expect 'start_rela start_relro start_main'
}

@test "what relocation has written is read-only, and so are code and constants" {
	each_way relro
	[ "$status" -eq 1 ]
	for place in table init_array relro-end constant code; do
		each_way relro "$place"
		[ "$status" -eq 11 ] || { echo "$place: $status" >&2; return 1; }
		each_way relro-pic "$place"
		[ "$status" -eq 11 ] || { echo "$place: $status" >&2; return 1; }
	done
}

@test "variables stay writable" {
	for place in variable bss; do
		each_way relro "$place"
		[ "$status" -eq 0 ] || { echo "$place: $status" >&2; return 1; }
		each_way relro-pic "$place"
		[ "$status" -eq 0 ] || { echo "$place: $status" >&2; return 1; }
	done
}

@test "no segment is both writable and executable, no stack executable" {
	local program count=0
	for program in "$BATS_FILE_TMPDIR"/*/*; do
		readelf -lW "$program" >"$BATS_TEST_TMPDIR/headers"
		output=$(awk '$1 == "LOAD" && / RWE / ||
			$1 == "GNU_STACK" && !/ RW /' "$BATS_TEST_TMPDIR/headers")
		expect ''
		[[ "$(<"$BATS_TEST_TMPDIR/headers")" == *GNU_STACK* ]]
		count=$((count + 1))
	done
	[ "$count" -ge 16 ]
}

# patch PROGRAM NUMBER: the second entry of .rela.dyn gets this type.
patch()
{
	local offset
	offset=$(readelf -SW "$1" | awk '{ for (i = 1; i < NF; i++)
		if ($i == ".rela.dyn") print $(i + 3) }')
	[ "$offset" ]
	# r_info is 8 bytes into an entry of 24; its lower half is the type.
	printf "\\x$(printf %02x $(($2 & 255)))\\x$(printf %02x $(($2 >> 8)))" |
		dd of="$1" bs=1 seek=$((0x$offset + 24 + 8)) conv=notrunc \
		status=none
}

types=(1:64 2:PC32 3:3 4:PLT32 5:COPY 6:GLOB_DAT 7:JUMP_SLOT 9:9 10:32 16:DTPMOD64
	17:DTPOFF64 18:TPOFF64 24:PC64 32:SIZE32 33:SIZE64 36:TLSDESC 42:42 200:200
	258:258)

@test "a type that needs a dynamic loader ends the start with its name" {
	local way type place program=$BATS_TEST_TMPDIR/program count=0
	for way in "$BATS_FILE_TMPDIR"/unpacked/gcc-*-static-pie; do
		place=$(readelf -rW "$way" |
			awk '/R_X86_64_/ && ++n == 2 { print $1 }' |
			sed 's/^0*//')
		for type in "${types[@]}"; do
			cp "$way" "$program"
			patch "$program" "${type%:*}"
			run --separate-stderr -127 "$program"
			expect ''
			[ "$stderr" = "premain: unsupported relocation$(
				) R_X86_64_${type#*:} at 0x$place" ] ||
				{ echo "$type: $stderr" >&2; return 1; }
			count=$((count + 1))
		done
	done
	[ "$count" -ge 19 ]
	run --separate-stderr -127 qemu-x86_64 "$program"
	[ "$stderr" = "premain: unsupported relocation R_X86_64_258 at 0x$place" ]
}

@test "an ifunc's entry ends a start that has no step for it" {
	local program=$BATS_TEST_TMPDIR/program
	cp "$BATS_FILE_TMPDIR/unpacked/gcc-bfd-static-pie" "$program"
	patch "$program" 37
	run --separate-stderr -127 "$program"
	[[ $stderr == "premain: unsupported relocation R_X86_64_IRELATIVE at 0x"* ]]
	run --separate-stderr -127 qemu-x86_64 "$program"
	[[ $stderr == "premain: unsupported relocation R_X86_64_IRELATIVE at 0x"* ]]
}
