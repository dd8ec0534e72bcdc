#!/usr/bin/env bats
# Every program of examples/ does what its comment says: natively and under
# qemu with the oldest and the newest processor, to the last system call.

load helper

examples=$PREMAIN_BUILD/examples

size_of() {
	stat -c %s "$1"
}

@test "01-elf: a file written by hand runs, and has 164 bytes" {
	everywhere "$examples/01-elf"
	[ "$status" -eq 0 ]
	expect 'hello world!'
	[ "$(size_of "$examples/01-elf")" -eq 164 ]
}

@test "01-elf-smallest: 103 bytes do the same, on the kernel and under qemu" {
	everywhere "$examples/01-elf-smallest"
	[ "$status" -eq 0 ]
	expect 'hello world!'
	[ "$(size_of "$examples/01-elf-smallest")" -eq 103 ]
}

@test "01-elf-smallest: no memory is both writable and executable" {
	# p_flags, at byte 51 of the file: R and X, 4 + 1
	run -0 od -An -tu1 -j51 -N1 "$examples/01-elf-smallest"
	expect '   5'
}

@test "02-exit: nothing is said, and the status is 42" {
	everywhere "$examples/02-exit"
	[ "$status" -eq 42 ]
	expect ''
}

@test "03-write: a text is written, and a status of 0 left" {
	everywhere "$examples/03-write"
	[ "$status" -eq 0 ]
	expect 'hello world!'
}

@test "03-write: a full device is ENOSPC, 28; a closed output EBADF, 9" {
	local processor
	# shellcheck disable=SC2016 # the inner shell expands its own arguments
	for processor in '' 'qemu-x86_64 -cpu qemu64' 'qemu-x86_64 -cpu max'; do
		run -28 sh -c '"$@" >/dev/full' sh $processor "$examples/03-write"
		run -9 sh -c '"$@" >&-' sh $processor "$examples/03-write"
	done
}

@test "04-arguments: each argument stands on a line, an empty one too" {
	everywhere "$examples/04-arguments" one 'two words' '' end
	[ "$status" -eq 0 ]
	expect "$examples/04-arguments
one
two words

end"
}

@test "05-start: C reads the arguments and the environment off the stack" {
	everywhere "$examples/05-start" first last
	[ "$status" -eq 0 ]
	expect 'the last argument: last
there is an environment'
}

@test "05-start: an empty environment is noticed" {
	run -0 env -i "$examples/05-start" last
	expect 'the last argument: last
there is no environment'
}

@test "hello_world: main and printf say hello" {
	everywhere "$examples/hello_world"
	[ "$status" -eq 0 ]
	expect 'hello world!'
}

@test "hello_world: where nothing can be written, it ends without a crash" {
	local processor
	# shellcheck disable=SC2016 # the inner shell expands its own arguments
	for processor in '' 'qemu-x86_64 -cpu qemu64' 'qemu-x86_64 -cpu max'; do
		run -0 sh -c '"$@" >/dev/full' sh $processor \
			"$examples/hello_world"
		run -0 sh -c '"$@" >&-' sh $processor "$examples/hello_world"
	done
}

@test "07-static-pie: the table of pointers is relocated" {
	everywhere "$examples/07-static-pie"
	[ "$status" -eq 0 ]
	expect '1. the kernel maps the program somewhere
2. the program relocates itself
3. main reads four pointers that are right now
4. exit'
}

@test "07-static-pie: it can lie anywhere, and needs no interpreter" {
	run -0 readelf -hlrW "$examples/07-static-pie"
	[[ $output == *'Type: '*'DYN ('* ]]
	[[ $output == *'GNU_RELRO'* ]]
	[[ $output != *'INTERP'* ]]
	# one for each pointer: packed (DT_RELR), or one by one (DT_RELA)
	# readelf says "4 offsets" of the former, and since 2.43 "4 locations"
	[[ $output == *'4 offsets'* || $output == *'relocate 4 loc'* ]] ||
		[ "$(grep -c R_X86_64_RELATIVE <<<"$output")" -eq 4 ]
}

@test "08-constructors: before main upwards, after main the way back" {
	everywhere "$examples/08-constructors"
	[ "$status" -eq 0 ]
	expect 'before main: constructor 101
before main: constructor 102
before main: constructor without a number
main
after main: noted last by atexit
after main: noted first by atexit
after main: destructor without a number
after main: destructor 102
after main: destructor 101'
}

@test "09-tls: the first thread has its variables, with their first values" {
	everywhere "$examples/09-tls"
	[ "$status" -eq 0 ]
	expect 'the first thread has 3 apples and 0 pears
the first thread has 2 apples and 1 pears'
}

@test "hello_name: it greets, and its void main leaves printf's 12 as status" {
	everywhere "$examples/hello_name" Ada
	[ "$status" -eq 12 ]
	expect 'hello, Ada!'
}

@test "hello_name: without a name the status is 23, and not the -1 returned" {
	everywhere "$examples/hello_name"
	[ "$status" -eq 23 ]
	expect 'hello: error with argc'
}

@test "hello_world_skeptic: without a return main gives 0 now" {
	everywhere "$examples/hello_world_skeptic"
	[ "$status" -eq 0 ]
	expect 'hello world!'
}

@test "hello_world_skeptic: in C89 it gives what puts or printf returned" {
	everywhere "$examples/hello_world_skeptic89"
	[ "$status" -eq 13 ]
	expect 'hello world!'
	"$PREMAIN_BUILD/bin/premain-gcc" -O1 -std=gnu89 -fno-builtin -w \
		"$PREMAIN_TOP/examples/hello_world_skeptic.c" \
		-o "$BATS_TEST_TMPDIR/printf89"
	everywhere "$BATS_TEST_TMPDIR/printf89"
	[ "$status" -eq 13 ]
	expect 'hello world!'
}

@test "hello_world_skeptic: the compiler warns of each thing left out" {
	run -0 "$PREMAIN_BUILD/bin/premain-gcc" -Wno-error=implicit-int \
		-Wno-error=implicit-function-declaration \
		"$PREMAIN_TOP/examples/hello_world_skeptic.c" \
		-o "$BATS_TEST_TMPDIR/skeptic"
	[[ $output == *'[-Wimplicit-int]'* ]]
	[[ $output == *'[-Wimplicit-function-declaration]'* ]]
}

@test "hello_name: the compiler warns of the value that void returns" {
	# an error for gcc 14, which -fpermissive turns into the warning it was
	run -0 "$PREMAIN_BUILD/bin/premain-gcc" -fpermissive \
		"$PREMAIN_TOP/examples/hello_name.c" -o "$BATS_TEST_TMPDIR/name"
	[[ $output == *'with a value, in function returning void'* ]]
}

@test "add: the sum is the status" {
	everywhere "$examples/add"
	[ "$status" -eq 3 ]
	expect ''
}

@test "each rung asks the kernel for what its contract names, and no more" {
	keeps 03-write "$examples/01-elf"
	keeps 03-write "$examples/01-elf-smallest"
	keeps 02-exit "$examples/02-exit"
	keeps 03-write "$examples/03-write"
	cd "$examples"
	keeps 04-arguments ./04-arguments one ''
	keeps 05-start ./05-start last
}

@test "hello_world makes three system calls, execve among them" {
	keeps hello_world "$examples/hello_world"
}

@test "07-static-pie protects its pointers, then writes once a line" {
	keeps 07-static-pie "$examples/07-static-pie"
}

@test "09-tls sets fs, then protects the image it has copied" {
	keeps 09-tls "$examples/09-tls"
}

@test "hello_name writes once, whatever its format holds" {
	keeps hello_name "$examples/hello_name" Samir
}

@test "add makes no system call but its exit" {
	keeps add "$examples/add"
}

# The lines of a comment from the word `build` to the next word of its kind.
build_lines() {
	sed -n -e 's/^\( \*\|;\)//' -e '/^ build  /,/^ look/{
		/^ look/d
		s/^ build  //
		p
	}' "$PREMAIN_TOP/examples/$1"
}

# Builds a copy of a rung by the lines in its comment, in a folder of its own.
build_by_its_comment() {
	mkdir "$BATS_TEST_TMPDIR/$1"
	cp "$PREMAIN_TOP"/examples/*.asm "$PREMAIN_TOP"/examples/*.c \
		"$BATS_TEST_TMPDIR/$1"
	cd "$BATS_TEST_TMPDIR/$1" || return
	build_lines "$1" >commands
	[ -s commands ]
	PATH=$PREMAIN_BUILD/bin:$PATH run -0 sh -e commands
}

@test "01 to 05 can be built by hand as their comments say" {
	build_by_its_comment 01-elf.asm
	cmp 01-elf "$examples/01-elf"
	build_by_its_comment 01-elf-smallest.asm
	cmp 01-elf-smallest "$examples/01-elf-smallest"
	build_by_its_comment 02-exit.asm
	run -42 ./02-exit
	build_by_its_comment 03-write.asm
	run -0 ./03-write
	build_by_its_comment 04-arguments.asm
	run -0 ./04-arguments
	build_by_its_comment 05-start.c
	run -0 ./05-start
}

@test "the programs in C can be built by hand as their comments say" {
	build_by_its_comment hello_world.c
	run -0 ./hello_world
	build_by_its_comment 07-static-pie.c
	run -0 ./static-pie
	build_by_its_comment 08-constructors.c
	run -0 ./constructors
	build_by_its_comment 09-tls.c
	run -0 ./tls
	build_by_its_comment add.c
	run -3 ./add
}

# What gcc's program says, clang's has to say as well.
same_with_clang() {
	local name=$1
	shift
	"$PREMAIN_BUILD/bin/premain-clang" -O1 "$@" \
		"$PREMAIN_TOP/examples/$name.c" -o "$BATS_TEST_TMPDIR/$name"
	run -0 "$examples/$name"
	local expected=$output
	everywhere "$BATS_TEST_TMPDIR/$name"
	[ "$status" -eq 0 ]
	expect "$expected"
}

@test "the rungs in C do the same when clang compiles them" {
	command -v clang || skip "clang is not installed"
	same_with_clang hello_world
	same_with_clang 07-static-pie -static-pie
	same_with_clang 08-constructors
	same_with_clang 09-tls
}

@test "the table in examples/README.md names every program, and no other" {
	cd "$PREMAIN_TOP/examples"
	run -0 ls -- *.asm *.c
	local files=$output
	run -0 grep -oE '^\| .*\.(asm|c)` \|' README.md
	run -0 grep -oE '[a-z0-9_-]+\.(asm|c)' <<<"$output"
	run -0 env LC_ALL=C sort <<<"$output"
	[ "$output" = "$(LC_ALL=C sort <<<"$files")" ]
}
