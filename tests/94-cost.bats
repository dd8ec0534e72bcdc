#!/usr/bin/env bats
# premain cost: each byte of a file, and of its memory, has one owner.

load helper

# sums FILE OPTIONS...: the bytes of all owners, in the file and in memory.
sums()
{
	local file=$1
	shift
	premain cost --format=csv "$@" "$file" >"$BATS_TEST_TMPDIR/csv"
	output=$(awk -F, 'NR > 1 { file += $(NF - 3); memory += $(NF - 2) }
		END { printf "%.0f %.0f\n", file, memory }' "$BATS_TEST_TMPDIR/csv")
}

# pages FILE: the bytes of the whole pages of its segments.
pages()
{
	readelf -lW "$1" | awk '$1 == "LOAD" { print $3, $6 }' | while read -r at size; do
		echo $(((at % 4096 + size + 4095) / 4096 * 4096))
	done | awk '{ sum += $1 } END { print sum + 0 }'
}

@test "the owners' bytes are the file's bytes, and its pages, to the last one" {
	local file option count=0
	for file in "$PREMAIN_BUILD"/examples/{hello_world,09-tls,07-static-pie} \
		"$PREMAIN_BUILD"/lib/*.so.1 "$PREMAIN_BUILD/bin/premain" \
		/bin/sh /bin/ls /usr/bin/awk /lib64/ld-linux-x86-64.so.2; do
		for option in --format=csv --symbols; do
			sums "$file" "$option"
			expect "$(stat -Lc %s "$file") $(pages "$file")"
			count=$((count + 1))
		done
	done
	[ "$count" -ge 16 ]
}

@test "sections, headers and symbols have the sizes that readelf and nm say" {
	local program=$PREMAIN_BUILD/examples/hello_name name size
	premain cost --format=csv "$program" >"$BATS_TEST_TMPDIR/csv"
	size=$((16#$(readelf -SW "$program" |
		sed -n 's/.* \.text  *PROGBITS  *[0-9a-f]* [0-9a-f]* \([0-9a-f]*\) .*/\1/p')))
	grep -qx $'.text,'"$size,$size"$',,\r' "$BATS_TEST_TMPDIR/csv"
	grep -qx $'ELF header,64,64,,\r' "$BATS_TEST_TMPDIR/csv"
	premain cost --symbols --format=csv "$program" >"$BATS_TEST_TMPDIR/csv"
	for name in main __premain_format __sys_write; do
		size=$((16#$(nm -S "$program" | awk -v name=$name '$4 == name { print $2 }')))
		grep -qx "$name,$size,$size,,"$'\r' "$BATS_TEST_TMPDIR/csv"
	done
}

@test "a file without section headers is its segments" {
	local program=$PREMAIN_BUILD/examples/01-elf
	run -0 premain cost --format=csv "$program"
	expect $'owner,file,memory,against_file,against_memory\r
ELF header,64,64,,\r
program headers,56,56,,\r
"segment 0, R-X",44,44,,\r
(rest of pages),0,3932,,\r'
}

@test "what nobody claims is said: zeros are padding, other bytes unowned" {
	cp "$PREMAIN_BUILD/examples/hello_world" "$BATS_TEST_TMPDIR/file"
	sums "$BATS_TEST_TMPDIR/file"
	head -c 100 /dev/zero >>"$BATS_TEST_TMPDIR/file"
	run -0 premain cost --format=csv "$BATS_TEST_TMPDIR/file"
	[[ $output =~ $'\n(padding: zeros),1'[0-9][0-9],0,, ]]
	printf 'left' >>"$BATS_TEST_TMPDIR/file"
	run -0 premain cost --format=csv "$BATS_TEST_TMPDIR/file"
	[[ $output = *$'\n(unowned),104,0,,'* ]]
}

@test "--against says what is more and what is less; with itself, nothing" {
	local small=$PREMAIN_BUILD/examples/hello_world
	local large=$PREMAIN_BUILD/examples/hello_name
	run -0 premain cost "$large" --against="$small"
	[[ $output =~ $'\n.text '[^+]*' +'[0-9,]+' '+'+'[0-9.]+' %' ]]
	run -0 premain cost "$small" --against="$large"
	[[ $output =~ $'\n.text '[^-]*' -'[0-9,]+' '+-[0-9.]+' %' ]]
	run -0 premain cost "$small" --against="$small"
	[[ $output != *[+]* ]]
}

@test "JSON and Markdown say the same" {
	local program=$PREMAIN_BUILD/examples/hello_world
	run -0 premain cost --format=json "$program"
	[[ $output = "{\"schema\": 1, \"file\": \"$program\", \"against\": null,"* ]]
	[[ $output = *'{"name": "ELF header", "file": 64, "memory": 64}'* ]]
	[[ $output = *$'\n ]}' ]]
	run -0 premain cost --format=markdown "$program"
	[[ $output = *'| ELF header | 64 |'* ]]
}

@test "a section that no segment brings into memory has none there" {
	cd "$BATS_TEST_TMPDIR"
	head -c 5000 /dev/zero | tr '\0' x >bytes
	objcopy --add-section .odd=bytes --set-section-flags .odd=alloc,readonly \
		"$PREMAIN_BUILD/examples/hello_name" file 2>/dev/null
	sums file
	expect "$(stat -c %s file) $(pages file)"
	grep -qx $'.odd,5000,0,,\r' csv
}

@test "a file that is mostly a hole is read to its end" {
	cp "$PREMAIN_BUILD/examples/hello_world" "$BATS_TEST_TMPDIR/file"
	truncate -s 4T "$BATS_TEST_TMPDIR/file" || truncate -s 100G \
		"$BATS_TEST_TMPDIR/file"
	sums "$BATS_TEST_TMPDIR/file"
	[ "${output% *}" = "$(stat -c %s "$BATS_TEST_TMPDIR/file")" ]
}

@test "what is no ELF file, or a wrong word, is one line" {
	cd "$BATS_TEST_TMPDIR"
	mkfifo fifo
	for file in /dev/zero fifo .; do
		run -1 premain cost "$file"
		expect "premain: cost: $file: no regular file"
	done
	run -1 premain cost "$PREMAIN_BUILD/lib/libpremain.a"
	[[ $output = *'.a: an archive: it has files, and is no ELF file itself' ]]
	run -1 premain cost /proc/self/mem
	expect 'premain: cost: /proc/self/mem: shorter than an ELF header'
	run -1 premain cost $'two\nlines'
	expect 'premain: cost: two\nlines: No such file or directory'
	run -1 premain cost --shipping /nonexistent
	expect 'premain: cost: /nonexistent: No such file or directory'
	run -2 premain cost
	expect 'premain: cost: FILE: is missing (premain cost --help)'
	run -2 premain cost --what
	expect 'premain: cost: --what: no such option (premain cost --help lists them)'
	run -2 premain cost --pages file
	expect 'premain: cost: --pages: does not go with the rest (premain cost --help)'
	run -2 premain cost --symbols -- true
	expect 'premain: cost: --symbols: does not go with the rest (premain cost --help)'
	run -2 premain cost --timeout=0 -- true
	expect 'premain: cost: --timeout=0: takes a number, 1..86400'
	run -127 premain cost -- /nonexistent
	expect 'premain: cost: /nonexistent: no such program'
}

@test "no mutant of a file kills it, or breaks its sums" {
	local i
	cd "$PREMAIN_TOP"
	premain-gcc -O1 -D_GNU_SOURCE -I. -x c - tests/elf/mutate.c \
		-o "$BATS_TEST_TMPDIR/mutate" <<-'C'
	#include <fcntl.h>
	#include <stdlib.h>
	#include "tests/elf/mutate.h"
	int main(int argc, char **argv)
	{
		mutate_load(argv[1]);
		mutate_write(strtoul(argv[2], NULL, 10), argc - 2);
		return 0;
	}
	C
	for ((i = 1; i <= 100; i++)); do
		"$BATS_TEST_TMPDIR/mutate" "$PREMAIN_BUILD/examples/hello_name" \
			$i 1<>"$BATS_TEST_TMPDIR/mutant"
		run premain cost --format=csv "$BATS_TEST_TMPDIR/mutant"
		[ "$status" -le 1 ]
		[ "$status" -eq 1 ] && continue
		output=$(awk -F, 'NR > 1 { sum += $(NF - 3) } END { print sum }' \
			<<<"$output")
		expect "$(stat -c %s "$BATS_TEST_TMPDIR/mutant")"
	done
}
