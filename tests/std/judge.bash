# tests/std/judge.bash - the host's libc as a second judge of what std/ does
#
# `load std/judge` after `load helper`.

# compile SOURCE: $program by premain-gcc, and $oracle by the host's libc,
# from the same source.
compile() {
	program=$BATS_TEST_TMPDIR/$1
	oracle=$BATS_TEST_TMPDIR/$1-oracle
	run -0 premain-gcc -std=c11 -O1 -fno-builtin -Wall -Wextra -Werror \
		"$BATS_TEST_DIRNAME/std/$1.c" -o "$program"
	expect ''
	run -0 gcc -std=c11 -O1 -fno-builtin -Wall -Wextra -Werror \
		"$BATS_TEST_DIRNAME/std/$1.c" -o "$oracle"
	expect ''
}

# The program does everywhere what the host's libc makes of it: the last line
# says that no check failed.
agrees() {
	run -0 "$oracle"
	local expected=$output
	[[ $expected =~ [1-9][0-9]+\ checks,\ 0\ failed$ ]]
	everywhere "$program"
	[ "$status" -eq 0 ]
	[ "$stderr" = '' ]
	expect "$expected"
}
