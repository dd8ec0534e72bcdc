#!/usr/bin/env bats
# docs/seeds.md is true: each command on it runs and prints what the page says.

load helper

# A command is a line `    $ COMMAND`, what it prints are the indented lines
# behind it; `...` stands for any lines. $T is a folder to write in. Prints each
# command that does otherwise; in $count, how many there were.
run_page()
{
	local line command='' expected=''
	count=0 wrong=0 T=$BATS_TEST_TMPDIR
	export T
	# The checkout, with what is tested under the name that the page uses.
	mkdir -p "$T/top"
	ln -s "$PREMAIN_TOP"/* "$T/top"
	ln -sfn "$PREMAIN_BUILD" "$T/top/build"
	cd "$T/top"
	while IFS= read -r line; do
		case $line in
		"    $ "*)
			check
			command=${line#"    $ "} expected='' ;;
		"    "*)
			expected+=${line#"    "}$'\n' ;;
		*)
			check
			command='' ;;
		esac
	done <"$1"
	check
}

check()
{
	local printed
	[ "$command" ] || return 0
	count=$((count + 1))
	printed=$(bash -c "$command" 2>&1) || true
	printed=${printed//"$PREMAIN_BUILD/"/build/}
	case $expected in
	$'...\n') [ "$printed" ] && return ;;
	*) [ "$printed" = "${expected%$'\n'}" ] && return ;;
	esac
	wrong=$((wrong + 1))
	printf '$ %s\nprinted:\n%s\nbut the page says:\n%s\n' \
		"$command" "$printed" "$expected" >&2
}

@test "every command of docs/seeds.md prints what the page says" {
	strace -o /dev/null true 2>/dev/null ||
		skip "nothing may be traced here, and the page shows traces"
	command -v gdb >/dev/null || skip "gdb is not there, and the page uses it"
	run_page docs/seeds.md
	[ "$count" -ge 25 ]
	[ "$wrong" -eq 0 ]
}

@test "a page that is wrong is found out" {
	printf '    $ echo one\n    two\n\n    $ true\n' \
		>"$BATS_TEST_TMPDIR/page"
	run_page "$BATS_TEST_TMPDIR/page" 2>"$BATS_TEST_TMPDIR/errors"
	[ "$count" -eq 2 ]
	[ "$wrong" -eq 1 ]
	grep -qx '$ echo one' "$BATS_TEST_TMPDIR/errors"
}
