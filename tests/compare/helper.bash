# tests/compare/helper.bash - what the test files of `premain compare` share
#
# Every test gets a TMPDIR of its own, which must be empty again in the end:
# compare leaves nothing behind, whatever happens to it.

unset COLUMNS CC
TMPDIR=$BATS_TEST_TMPDIR/tmp
WORK=$BATS_TEST_TMPDIR/work
export TMPDIR

compare_setup()
{
	mkdir -p "$TMPDIR" "$WORK"
	cd "$WORK" || return 1
}

compare_teardown()
{
	[ -z "$(ls -A "$TMPDIR")" ] || {
		echo "left behind: $(ls -A "$TMPDIR")" >&2
		return 1
	}
}

# only TOOLS...: a PATH with nothing else in it than these.
only()
{
	local tool
	rm -rf "$BATS_TEST_TMPDIR/tools"
	mkdir "$BATS_TEST_TMPDIR/tools"
	for tool; do
		ln -s "$(type -P "$tool")" "$BATS_TEST_TMPDIR/tools/$tool" ||
			return 1
	done
}

# What gcc needs to link, under the names it looks for.
# shellcheck disable=SC2034 # the test files use it
COMPILER=(gcc as ld)

# What premain-gcc needs besides.
# shellcheck disable=SC2034
WRAPPER=(sh readlink sed awk rm readelf)

# What counts steps or time takes long: only its own tests ask for it.
premain()
{
	[ "$1" != compare ] || set -- compare --steps=0 --rounds=0 "${@:2}"
	command premain "$@"
}

# compare_only ARGUMENTS...: premain with that PATH, and no premain-gcc.
compare_only()
{
	env PATH="$BATS_TEST_TMPDIR/tools" \
		"$PREMAIN_BUILD/bin/premain" compare --steps=0 --rounds=0 \
		--premain-gcc=/none "$@"
}

# needs_strace: skips a test about strace's own traces where it sees nothing.
needs_strace()
{
	strace -o /dev/null true 2>/dev/null ||
		skip "strace is not there, or may not trace here"
}

# strace_if_here: its name, for a test that holds with it and without it.
strace_if_here()
{
	strace -o /dev/null true 2>/dev/null && echo strace
	return 0
}

# fake NAME: a program of that name in the PATH of `only`, from stdin.
fake()
{
	rm -f "$BATS_TEST_TMPDIR/tools/$1"
	cat >"$BATS_TEST_TMPDIR/tools/$1"
	chmod +x "$BATS_TEST_TMPDIR/tools/$1"
}

# program NAME: a program from the C on stdin, built by gcc.
program()
{
	cat >"$1.c" && gcc -w -O1 "$1.c" -o "$1"
}

# column N [ROW]: the Nth column of the CSV in $output, of the rows whose
# variant or file is ROW. Only for CSV without quotes.
column()
{
	awk -F, -v n="$1" -v row="${2-}" '{ sub(/\r$/, "") }
		NR > 1 && (row == "" || $1 == row || $2 == row) { print $n }' \
		<<<"$output"
}

# one_line TEXT: whether $stderr is this one line.
one_line()
{
	[ "$stderr" = "$1" ] && return
	printf 'stderr:\n%s\nexpected:\n%s\n' "$stderr" "$1" >&2
	return 1
}
