#!/usr/bin/env bats
# The examples that meet their libraries when they run do what they say.

load helper

examples=$PREMAIN_BUILD/examples

unbound='before the first call, the slot holds an address in this program: not yet bound
hello world!
after the first call, the slot holds an address in the library: bound
hello world!'
bound=${unbound/this program: not yet bound/the library: bound}

@test "10-library: a function and a variable of a library are the program's too" {
	everywhere "$examples/10-library"
	[ "$status" -eq 0 ]
	expect $'area 42\narea 6\n2 calls'
}

@test "10-library: without its library, the line says where it was looked for" {
	mkdir -p "$BATS_TEST_TMPDIR/alone"
	cp "$examples/10-library" "$BATS_TEST_TMPDIR/alone"
	run -127 "$BATS_TEST_TMPDIR/alone/10-library"
	[[ $output = "ld-premain: $BATS_TEST_TMPDIR/alone/10-library: libarea.so "* ]]
	[[ $output = *"$BATS_TEST_TMPDIR/alone"*"/lib"* ]]
	[ "${#lines[@]}" -eq 1 ]
	run -0 env LD_LIBRARY_PATH="$examples" \
		"$BATS_TEST_TMPDIR/alone/10-library"
}

@test "explore_plt: the same line twice" {
	everywhere "$examples/explore_plt"
	[ "$status" -eq 0 ]
	expect $'hello world!\nhello world!'
}

@test "11-plt: a slot is bound by the first call, or before main" {
	everywhere "$examples/11-plt"
	[ "$status" -eq 0 ]
	expect "$unbound"
	everywhere "$examples/11-plt-now"
	[ "$status" -eq 0 ]
	expect "$bound"
	run -0 env LD_BIND_NOW=1 "$examples/11-plt"
	expect "$bound"
}

@test "11-plt: glibc's loader and library show the same" {
	gcc -O1 -Wl,-z,lazy "$PREMAIN_TOP/examples/11-plt.c" \
		-o "$BATS_TEST_TMPDIR/plt"
	run -0 "$BATS_TEST_TMPDIR/plt"
	expect "$unbound"
}

# answer PROGRAM: the exercise's answer, fed to it.
answer()
{
	run "$PREMAIN_TOP/examples/12-format.sh" "$1"
	output=${output##*[!a-z: ]}
	output=${output#"${output%%[! ]*}"}
}

@test "12-format: the answer wins where the slot can be written" {
	answer "$examples/12-format"
	[ "$status" -eq 0 ]
	[[ $output = *'code execution redirected: you win' ]]
	run -1 "$examples/12-format" <<<'no format at all'
	expect 'no format at all'
}

@test "12-format: full RELRO ends it by SIGSEGV, and without %n nothing happens" {
	answer "$examples/12-format-now"
	[ "$status" -eq 139 ]
	[[ $output != *'you win' ]]
	answer "$examples/12-format-safe"
	[ "$status" -eq 1 ]
	[[ $output != *'you win' ]]
	run -1 "$examples/12-format-safe" <<<'a number: %d%%'
	[[ $output = 'a number: '*% ]]
}

@test "13-preload: a preloaded puts comes before the library's" {
	run -0 env LD_PRELOAD="$examples/libloud.so" "$examples/11-plt"
	expect "${unbound//hello world!/HELLO WORLD!}"
}

@test "14-versions: the same library answers the old program and the new one" {
	everywhere "$examples/14-versions"
	[ "$status" -eq 0 ]
	expect 'hi from the library'
	everywhere "$examples/14-versions-old"
	[ "$status" -eq 0 ]
	expect 'good day from the library'
}

@test "14-versions: a version that the library has not is named" {
	sed 's/\x00ONE\x00/\x00SIX\x00/' "$examples/14-versions-old" \
		>"$BATS_TEST_TMPDIR/six"
	chmod +x "$BATS_TEST_TMPDIR/six"
	run -127 env LD_LIBRARY_PATH="$examples" "$BATS_TEST_TMPDIR/six"
	[[ $output = *libgreet.so.2*SIX* ]]
	[ "${#lines[@]}" -eq 1 ]
}

@test "15-order: what is needed comes first, and goes last" {
	everywhere "$examples/15-order"
	[ "$status" -eq 0 ]
	expect 'program has a word before all
ground opens
house opens
program opens
main
program closes
house closes
ground closes'
}

@test "10 to 15 do the same with glibc's compiler, loader and library" {
	local name
	cd "$BATS_TEST_TMPDIR"
	cp "$PREMAIN_TOP"/examples/1[0-5]-* .
	gcc -shared -fpic 10-area.c -o libarea.so
	gcc 10-library.c -L. -larea '-Wl,-rpath,$ORIGIN' -o 10-library
	gcc -shared -fpic 14-greet.c -o libgreet.so.2 \
		-Wl,-soname,libgreet.so.2 -Wl,--version-script=14-greet.map
	gcc 14-versions.c libgreet.so.2 '-Wl,-rpath,$ORIGIN' -o 14-versions
	gcc -DOLD 14-versions.c libgreet.so.2 '-Wl,-rpath,$ORIGIN' \
		-o 14-versions-old
	gcc -shared -fpic '-DPART="ground"' 15-order.c -o libground.so
	gcc -shared -fpic '-DPART="house"' 15-order.c \
		-Wl,--no-as-needed ./libground.so -o libhouse.so
	gcc -DPROGRAM '-DPART="program"' 15-order.c -Wl,--no-as-needed \
		./libhouse.so -o 15-order
	for name in 10-library 14-versions 14-versions-old 15-order; do
		run -0 "$examples/$name"
		local ours=$output
		run -0 "./$name"
		expect "$ours"
	done
}
