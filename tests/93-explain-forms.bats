#!/usr/bin/env bats
# premain explain: text fits its reader, and formats hold what they promise.

load helper

setup()
{
	cd "$BATS_TEST_TMPDIR"
	printf '%s\n' 'close(3) = 0' 'frobnicate(1) = 0' >log
	unset COLUMNS NO_COLOR
}

@test "without a terminal, lines are whole and have no colour" {
	run -0 premain explain log
	expect '   1 main   close(3) = 0
            closes descriptor 3
   2 main   frobnicate(1) = 0
            ? this line is not known here

2 lines: 1 observed, 0 inferred, 1 unknown; calls not known: frobnicate (line 2)'
}

@test "a width is kept, by --width and by COLUMNS" {
	run -0 premain explain --width=40 log
	expect '   1 main   close(3) = 0
            closes descriptor 3
   2 main   frobnicate(1) = 0
            ? this line is not known
            here

2 lines: 1 observed, 0 inferred, 1
  unknown; calls not known: frobnicate
  (line 2)'
	local folded=$output
	COLUMNS=40 run -0 premain explain log
	expect "$folded"
	run -2 premain explain --width=39 log
	expect 'premain: explain: --width=39: takes a number, 40..10000'
}

@test "colours are there when they are asked for" {
	run -0 premain explain --color=always log
	[[ $output = $'   1 \e[1mmain\e[0m   close(3) = 0\n'* ]]
	[[ $output = *$'\e[33m? \e[0mthis line'* ]]
	NO_COLOR=1 run -0 premain explain --color=always log
	[[ $output = *$'\e[1mmain\e[0m'* ]]
}

@test "colours are there on a terminal, if NO_COLOR is empty" {
	script -qec true /dev/null >/dev/null 2>&1 ||
		skip "script can make no terminal here"
	run -0 script -qec 'premain explain log' /dev/null
	[[ $output = *$'\e[1mmain\e[0m'* ]]
	NO_COLOR=1 run -0 script -qec 'premain explain log' /dev/null
	[[ $output != *$'\e['* ]]
	NO_COLOR= run -0 script -qec 'premain explain log' /dev/null
	[[ $output = *$'\e[1mmain\e[0m'* ]]
	run -0 script -qec 'premain explain --color=never log' /dev/null
	[[ $output != *$'\e['* ]]
}

@test "Markdown is a table, whose bars and stars are text" {
	echo 'open("a*b", O_RDWR|O_CREAT, 0600) = 3' >log
	run -0 premain explain --format=markdown log
	expect '| line | phase | event | what it does | known by |
| ---: | --- | --- | --- | --- |
| 1 | main | open("a\*b", O\_RDWR\|O\_CREAT, 0600) = 3 | opens a\*b to read and write, new if it is not there, as descriptor 3 | observed |'
}

@test "no byte of a log commands the terminal" {
	printf 'open("a\\33[31m\33[0m", O_RDONLY) = 3\n' >log
	run -0 premain explain log
	[[ $output != *$'\e'* ]]
	run -0 premain explain --format=json log
	[[ $output != *$'\e'* ]]
}

@test "what the program writes is not in the report" {
	strace -o /dev/null true 2>/dev/null ||
		skip "strace is not there, or may not trace here"
	run -0 --separate-stderr premain explain --format=json -- \
		echo beside
	[ "$stderr" = beside ]
	[[ $output = '{"schema": 1, "line": 1, '* ]]
	[[ $output != *$'\nbeside'* ]]
}

@test "without strace our own tracer is used, and says so" {
	run -0 --separate-stderr env PATH="$BATS_TEST_TMPDIR" \
		"$PREMAIN_BUILD/bin/premain" explain --format=json -- \
		"$PREMAIN_BUILD/examples/hello_world"
	[ "$stderr" = $'premain: explain: strace: not installed: premain trace is used, which shows no strings\nhello world!' ]
	[[ $output = '{"schema": 1, "line": 1, '*'"exec"'*"exit_group(0)"* ]]
}
