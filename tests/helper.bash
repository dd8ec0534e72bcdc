# tests/helper.bash - what the test files share
#
# `load helper` first. $PREMAIN_TOP is the checkout, $PREMAIN_BUILD what make
# has built there; a test writes into $BATS_TEST_TMPDIR and nowhere else.
#
# What a test costs, in milliseconds of a processor: a test 10, gcc 14 (and to
# link 10 more), clang 20 more, qemu 10, python3 75, premain compare of all its
# variants 500, a program of glibc step by step 700. So what several tests need
# is made once, in setup_file; what one compiler shows is not shown by all; and
# a word of a loop is bash's own, no pipeline.

bats_require_minimum_version 1.5.0

PREMAIN_TOP=${BATS_TEST_DIRNAME%/*}
PREMAIN_BUILD=${PREMAIN_BUILD:-$PREMAIN_TOP/build}
PATH=$PREMAIN_BUILD/bin:$PATH
# The same for make's O=, which takes no space, though a checkout may have one.
PREMAIN_O=${PREMAIN_BUILD#"$PREMAIN_TOP/"}
export PREMAIN_TOP PREMAIN_BUILD PREMAIN_O PATH LC_ALL=C

# Whose checkout it is does not matter to a test that asks git for file names.
export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0='*'

# bats looks at each command before it runs, to name the line that fails: 0.13 ms
# a command, a sixth of all the work. The trap of a failure knows the line, too.
if [ "${BATS_TRACE_LEVEL:-0}" -eq 0 ]; then
	bats_debug_trap()
	{
		trap - DEBUG
	}

	bats_error_trap()
	{
		bats_check_status_from_trap
		bats_capture_stack_trace
		BATS_DEBUG_LAST_STACK_TRACE_IS_VALID=1
	}
fi

# Where a program must do the same: on this processor, on the oldest x86-64
# that qemu knows, and on the newest.
MACHINES=("" "qemu-x86_64 -cpu qemu64" "qemu-x86_64 -cpu max")

# everywhere PROGRAM ARGUMENTS... runs the program on each machine. It must end
# with the same status and print the same on all of them; that is then in
# $status, $output and $stderr, as `run --separate-stderr` leaves it.
everywhere()
{
	local machine result first='' said=$BATS_TEST_TMPDIR/everywhere
	for machine in "${MACHINES[@]}"; do
		status=0
		# shellcheck disable=SC2086 # a machine is a command with flags
		output=$($machine "$@" 2>"$said") || status=$?
		stderr=$(<"$said")
		printf -v result 'status %s\n%s\n%s' \
			"$status" "$output" "$stderr"
		if [ "$first" ] && [ "$result" != "$first" ]; then
			printf '%s: %s\nand natively: %s\n' \
				"$machine $*" "$result" "$first" >&2
			return 1
		fi
		first=$result
	done
	IFS=$'\n' read -d '' -r -a lines <<<"$output" || true
	IFS=$'\n' read -d '' -r -a stderr_lines <<<"$stderr" || true
}

# expect TEXT: what the last run has printed, to the letter.
expect()
{
	[ "$output" = "$1" ] && return
	printf 'printed:\n%s\nexpected:\n%s\n' "$output" "$1" >&2
	return 1
}

# calls_of PROGRAM ARGUMENTS...: the names of the system calls that it makes,
# one a line, in $output. Skips the test where nothing may be traced.
calls_of()
{
	local log=$BATS_TEST_TMPDIR/strace.log
	strace -o "$log" true 2>/dev/null ||
		skip "strace is not there, or may not trace here"
	strace -o "$log" "$@" >/dev/null 2>&1 || true
	output=$(sed -n 's/^\([a-z0-9_]*\)(.*/\1/p' "$log")
}

# keeps CONTRACT PROGRAM ARGUMENTS...: its system calls are those that
# tests/contract/CONTRACT.contract wants, whoever shows them. Skips the test
# where nobody can.
keeps()
{
	local tracer shown=0 contract=$PREMAIN_TOP/tests/contract/$1.contract
	local mute=': (not installed|has seen nothing|nothing may be traced)'
	shift
	for tracer in strace premain qemu; do
		run premain contract --tracer=$tracer "$contract" -- "$@"
		[ "$status" -eq 2 ] && [[ $output =~ $mute ]] && continue
		if [ "$status" -ne 0 ]; then
			printf '%s\n' "$output" >&2
			return 1
		fi
		shown=$((shown + 1))
	done
	[ "$shown" -gt 0 ] || skip "nothing may be traced here"
}

# each_compiler COMMANDS: runs them with $cc set to each compiler's name.
each_compiler()
{
	local cc
	for cc in premain-gcc premain-clang; do
		command -v "${cc#premain-}" >/dev/null || continue
		echo "# $cc" >&2
		eval "$1"
	done
}

# linkers: the names of those that are here, for -fuse-ld.
linkers()
{
	local linker
	for linker in bfd gold lld mold; do
		! command -v "ld.$linker" >/dev/null || echo "$linker"
	done
}
