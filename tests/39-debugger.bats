#!/usr/bin/env bats
# A debugger finds the way from any function back to the step that called it,
# and ends there: a step has no caller.

load helper

setup_file()
{
	local source=$PREMAIN_TOP/tests/start/frames.c
	cd "$BATS_FILE_TMPDIR" || return
	premain-gcc -g "$source" -o static
	premain-gcc -g -static-pie --hardened "$source" -o static-pie
	! command -v ld.lld >/dev/null ||
		premain-gcc -g -static-pie --hardened -fuse-ld=lld "$source" \
			-o lld
}

# frames PROGRAM COMMANDS...: the names of the functions on each way back that
# gdb prints, a way a line, in $output; what gdb complains of stays in $stderr.
frames()
{
	local program=$BATS_FILE_TMPDIR/$1 command commands=()
	command -v gdb >/dev/null || skip 'gdb is not there'
	[ -e "$program" ] || skip "$1 is not there"
	shift
	for command; do
		commands+=(-ex "$command")
	done
	# A shell that gdb starts, and address randomisation that it turns off,
	# may be forbidden; neither is needed.
	# gdb says so where there is no HOME.
	HOME=${HOME:-/} run --separate-stderr gdb -nx -batch \
		-ex 'set startup-with-shell off' \
		-ex 'set disable-randomization off' \
		-ex 'set backtrace past-main on' "${commands[@]}" "$program"
	[[ "$stderr$output" != *[Pp]trace* ]] || skip 'nothing may be traced'
	[[ "$output" != *[Ss]topped* ]] # "Backtrace stopped: ..."
	printf '%s\n' "$output" >"$BATS_TEST_TMPDIR/gdb"
	output=$(awk '/^#0/ { if (way) print way; way = "" }
		/^#/ { sub(/^#[0-9]+ +(0x[0-9a-f]+ in )?/, ""); sub(/ \(.*/, "")
			way = way (way ? " " : "") $0 }
		END { print way }' "$BATS_TEST_TMPDIR/gdb")
}

in_each_time_of_life='stop before __premain_constructors __premain_start_constructors
stop main __premain_start_main
stop after __premain_run_atexit __premain_exit_atexit'

look=('break stop' run backtrace continue backtrace continue backtrace)

@test "from a constructor, main and a handler the way back ends at its step" {
	frames static "${look[@]}"
	expect "$in_each_time_of_life"
	[ -z "$stderr" ]
}

@test "so it is in a static-PIE, in the other layout" {
	frames static-pie "${look[@]}"
	expect "$in_each_time_of_life"
	[ -z "$stderr" ]
}

@test "so it is where lld has linked" {
	frames lld "${look[@]}"
	expect "$in_each_time_of_life"
	[ -z "$stderr" ]
}

@test "a system call knows who called, at each of its instructions" {
	# mov, syscall and ret: gdb finds the way from the last one by itself
	frames static 'break __sys_call' run backtrace stepi backtrace \
		stepi backtrace
	expect '__sys_call __premain_relro __premain_start_relro
__sys_call __premain_relro __premain_start_relro
__sys_call __premain_relro __premain_start_relro'
	[ -z "$stderr" ]
}
