#!/usr/bin/env bats
# premain cost --shipping: all that must be there before a program can start.

load helper

# listed PROGRAM: path, bytes and stripped bytes of each file, in $output.
listed()
{
	premain cost --shipping --format=csv "$@" >"$BATS_TEST_TMPDIR/csv"
	output=$(sed '1d; s/\r$//; s/,,$//' "$BATS_TEST_TMPDIR/csv" | sort)
}

# stripped FILE: its bytes after strip.
stripped()
{
	strip -o "$BATS_TEST_TMPDIR/stripped" "$1"
	stat -c %s "$BATS_TEST_TMPDIR/stripped"
}

@test "a static program is all that there is" {
	local program=$PREMAIN_BUILD/examples/hello_world
	listed "$program"
	expect "program,$(stat -c %s "$program"),$(stripped "$program")"
	# Without section headers nothing is to strip.
	listed "$PREMAIN_BUILD/examples/01-elf"
	expect 'program,164,164'
}

@test "a dynamic one has its interpreter and its libraries, each once" {
	local file wanted tool
	for file in /bin/ls "$PREMAIN_BUILD/examples/explore_plt"; do
		tool=ldd
		[ "$file" = /bin/ls ] || tool='premain ldd'
		listed "$file"
		wanted=$({
			echo "program,$(stat -Lc %s "$file"),$(stripped "$file")"
			$tool "$file" | sed -n 's/.* => //; s/^[ \t]*//; s/ (0x.*//; /^\//p' |
				while read -r file; do
					echo "$file,$(stat -Lc %s "$file"),$(stripped "$file")"
				done
		} | sort)
		expect "$wanted"
		[ "$(wc -l <<<"$output")" -ge 2 ]
	done
}

@test "where strip is not, what it would leave is not known" {
	mkdir "$BATS_TEST_TMPDIR/empty"
	PATH=$BATS_TEST_TMPDIR/empty run -0 "$PREMAIN_BUILD/bin/premain" cost \
		--shipping --format=json "$PREMAIN_BUILD/examples/hello_world"
	[[ $output = *'"name": "program", "bytes": '*', "stripped": null}'* ]]
	PATH=$BATS_TEST_TMPDIR/empty run -0 "$PREMAIN_BUILD/bin/premain" cost \
		--shipping "$PREMAIN_BUILD/examples/hello_world"
	[[ ${lines[2]} =~ ^'(all) '.*' -'$ ]]
}

@test "--against: files of both, and those of one only" {
	run -0 premain cost --shipping --format=csv --against=/bin/ls \
		"$PREMAIN_BUILD/examples/hello_world"
	[[ $output =~ program,[1-9][0-9]*,[1-9][0-9]*,[1-9][0-9]*,[1-9] ]]
	[[ $output =~ /libc.so.6,0,0,[1-9][0-9]*,[1-9] ]]
}

@test "what is not known has its reason" {
	cd "$BATS_TEST_TMPDIR"
	mkdir tmp
	export TMPDIR=$PWD/tmp
	run -1 premain cost --shipping "$PREMAIN_BUILD/lib/libpremain.so.1"
	[[ $output = *': no program: what it needs, the program decides' ]]
	gcc -x c - -o odd -Wl,--dynamic-linker=/nonexistent <<<'int main() {}'
	run -1 premain cost --shipping odd
	expect 'premain: cost: odd: its interpreter is not there'
	gcc -shared -fPIC -x c - -o libgone.so <<<'int gone;'
	gcc -x c - -o odd -Wl,--no-as-needed -L. -lgone <<<'int main() {}'
	rm libgone.so
	run -1 premain cost --shipping odd
	expect 'premain: cost: odd: its interpreter: ./odd: error while loading shared libraries: libgone.so: cannot open shared object file: No such file or directory'
	run -2 premain cost --shipping --symbols odd
	expect 'premain: cost: --symbols: does not go with the rest (premain cost --help)'
	[ -z "$(ls -A tmp)" ]
}
