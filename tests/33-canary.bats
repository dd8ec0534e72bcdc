#!/usr/bin/env bats
# The stack protector has a secret before any protected function runs, and a
# smashed stack ends the program with a message and SIGABRT.

load helper
load start/ways
WAYS="gcc-bfd clang-lld"

setup_file()
{
	build canary canary.c -fstack-protector-all
}

@test "the secret is the kernel's, a zero byte in front, the same all the time" {
	local program count=0
	for program in "$BATS_FILE_TMPDIR"/canary/*; do
		for machine in "${MACHINES[@]}"; do
			# shellcheck disable=SC2086 # a command with flags
			run --separate-stderr -0 $machine "$program"
			expect '1 1 1 0 of AT_RANDOM'
			count=$((count + 1))
		done
	done
	[ "$count" -ge 12 ]
}

@test "it is another one in each run" {
	local program=$BATS_FILE_TMPDIR/canary/gcc-bfd-static first
	run --separate-stderr -0 "$program"
	first=$stderr
	[ "${#first}" -gt 8 ]
	run --separate-stderr -0 "$program"
	[ "$stderr" != "$first" ]
}

@test "it costs the thread register, and nothing else" {
	keeps canary "$BATS_FILE_TMPDIR/canary/gcc-bfd-static" 8
}

# smashed ARGUMENTS...: each way of the program must end by SIGABRT, with a
# message. qemu adds its own words to it.
smashed()
{
	local program machine count=0
	for program in "$BATS_FILE_TMPDIR"/canary/*; do
		for machine in "${MACHINES[@]}"; do
			# shellcheck disable=SC2086 # a command with flags
			run --separate-stderr -134 $machine "$program" "$@"
			expect ''
			[ "${stderr_lines[0]}" = \
				'*** stack smashing detected ***: terminated' ]
			count=$((count + 1))
		done
	done
	[ "$count" -ge 12 ]
}

@test "a smashed stack: one line, and SIGABRT" {
	each_way canary 8
	[ "$status" -eq 0 ]
	expect unharmed
	smashed 40
}

@test "also where the program ignores SIGABRT, or was started without it" {
	smashed 40 ignore
	# A shell says of a child that a signal has killed it, and which.
	local how
	for how in --ignore-signal=ABRT --block-signal=ABRT; do
		run --separate-stderr -134 bash -c '"$@"; exit $?' bash \
			env $how "$BATS_FILE_TMPDIR/canary/gcc-bfd-static" 40
		[[ "$stderr" == *Aborted* ]]
	done
}
