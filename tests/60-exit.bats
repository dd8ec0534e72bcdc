#!/usr/bin/env bats
# A program leaves in order: atexit's functions, the last one first, then the
# destructors, then the system call; and _Exit leaves at once.

load helper
load start/ways
WAYS="gcc-bfd clang-lld"

setup_file()
{
	build leave ../exit/leave.c
}

destructors=$'destructor\nlast destructor'
handlers=$'second handler\nfirst handler\n'$destructors

# leaves STATUS OUTPUT WAY...: so does each program.
leaves()
{
	local wanted=$1 text=$2
	shift 2
	each_way leave "$@"
	expect "$text"
	[ "$status" -eq "$wanted" ] || {
		echo "status $status instead of $wanted" >&2
		return 1
	}
}

@test "main's return and exit run handlers and destructors, the last one first" {
	leaves 0 "$handlers" main
	leaves 42 "$handlers" main 42
	leaves 42 "$handlers" exit 42
}

@test "the status is what fits into 8 bits" {
	leaves 7 "$handlers" exit 263
	leaves 255 "$handlers" exit -1
	leaves 0 '' _Exit 256
}

@test "_Exit and _exit run none, quick_exit its own" {
	leaves 9 '' _Exit 9
	leaves 9 '' _exit 9
	leaves 9 'quick handler' quick_exit 9
}

@test "a handler that another registers at exit runs next" {
	leaves 0 $'second handler\nlate handler\nfirst handler\n'"$destructors" \
		register
}

@test "exit in a handler goes on with those that are left" {
	leaves 5 "$handlers" exit-in-handler
	leaves 6 'second handler' _Exit-in-handler
}

@test "exit in a constructor leaves main out" {
	leaves 3 $'first handler\n'"$destructors" exit-in-constructor
}

@test "exit in a destructor goes on with those that are left" {
	leaves 8 "$handlers" exit-in-destructor
}

@test "a handler that a destructor registers runs too" {
	leaves 0 "$handlers"$'\nlate handler' register-in-destructor
}

@test "32 handlers cost no system call, any number runs in reverse order" {
	local number
	leaves 0 $'0 left, 0 wrong\n'"$destructors" many 1000
	for number in 0 1 31 32 33 34 538 539 540 541; do
		run -0 "$BATS_FILE_TMPDIR/leave/gcc-bfd-static" many $number
		expect $'0 left, 0 wrong\n'"$destructors"
	done
	keeps atexit-31 "$BATS_FILE_TMPDIR/leave/gcc-bfd-static" many 31
	keeps atexit-32 "$BATS_FILE_TMPDIR/leave/gcc-bfd-static" many 32
}

@test "where there is no memory for more, atexit says so" {
	run --separate-stderr sh -c 'ulimit -v 300; exec "$0" many 100000' \
		"$BATS_FILE_TMPDIR/leave/gcc-bfd-static"
	[ "$status" -eq 1 ]
	[[ "$output" == '0 left, 0 wrong'* ]]
}

@test "abort runs none, and ends by SIGABRT" {
	run --separate-stderr -134 "$BATS_FILE_TMPDIR/leave/gcc-bfd-static" abort
	expect ''
	[ "$stderr" = '' ]
}
