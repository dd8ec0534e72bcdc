# tests/dynamic/helper.bash - one program, two dynamic loaders
#
# `load dynamic/helper` after `load helper`. A test builds libraries and a
# program in its own folder, and runs the program under glibc's loader and
# under ours. What they load, the host's gcc has made, once: the two programs
# are the same object, linked by gcc and by premain-gcc -dynamic.

# How the program is linked, and so who loads it; the first one is the oracle.
LOADERS=${LOADERS:-glibc premain}
link_glibc="gcc"
link_musl="musl-gcc"
link_premain="premain-gcc -dynamic"

# Every object says so itself where its libraries are: beside it.
BESIDE=('-Wl,-rpath,$ORIGIN')

setup()
{
	cd "$BATS_TEST_TMPDIR" || return 1
}

# compiles OBJECT FLAGS... <SOURCE: those of the flags that are for a compiler.
# $LANGUAGE is C, or what -x has a name for. What was compiled last is not again.
compiles()
{
	local object=$1 flag flags=(-x "${LANGUAGE:-c}") source
	shift
	for flag; do
		case $flag in
		-fuse-ld=*) ;;
		-[fmOgDIw]* | -std=*) flags+=("$flag") ;;
		esac
	done
	mapfile -d '' source
	[ "$compiled" = "$object ${flags[*]} ${source[*]}" ] && return
	gcc -O1 "${flags[@]}" -c - -o "$object" <<<"${source[*]}" || return
	compiled="$object ${flags[*]} ${source[*]}"
}
compiled=''

# object NAME FLAGS... <SOURCE: NAME.o, for a library or a program to name.
object()
{
	compiles "$1.o" -fpic "${@:2}"
}

# assemble NAME <SOURCE: the same from NASM.
assemble()
{
	cat >"$1.asm"
	nasm -w+all -f elf64 "$1.asm" -o "$1.o"
}

# library NAME FLAGS... <SOURCE: libNAME.so. It needs the C library only where
# -lc says so.
library()
{
	local name=$1
	shift
	compiles "lib$name.o" -fpic "$@"
	gcc -shared -nostdlib "lib$name.o" "${BESIDE[@]}" -Wl,--no-as-needed -L. \
		"$@" -o "lib$name.so"
}

# program NAME FLAGS... <SOURCE: NAME.glibc and NAME.premain.
program()
{
	local name=$1 loader link
	shift
	compiles "$name.o" "$@"
	for loader in $LOADERS; do
		link=link_$loader
		# shellcheck disable=SC2086 # a command with flags
		${!link} "$name.o" "${BESIDE[@]}" -Wl,--no-as-needed -L. "$@" \
			-o "$name.$loader"
	done
}

# with VARIABLE=VALUE... PROGRAM ARGUMENTS...: the program alone has these.
with()
{
	while [[ $1 == *=* ]]; do
		export "${1?}"
		shift
	done
	exec "$@"
}

# both VARIABLE=VALUE... NAME ARGUMENTS...: runs the program under each loader;
# it must end and print the same, and that is then in $status and $output. What
# it says on standard error is the loader's own word: it is in $stderr.
both()
{
	local loader result first='' variables=() name
	while [[ $1 == *=* ]]; do
		variables+=("$1")
		shift
	done
	name=$1
	shift
	for loader in $LOADERS; do
		status=0
		output=$(with "${variables[@]}" "./$name.$loader" "$@" \
			2>stderr) || status=$?
		stderr=$(<stderr)
		result="status $status: $output"
		if [ "$first" ] && [ "$result" != "$first" ]; then
			printf 'oracle: %s\n%s: %s\n%s\n' "$first" "$loader" \
				"$result" "$stderr" >&2
			return 1
		fi
		first=$result
	done
}

# prints TEXT VARIABLE=VALUE... NAME ARGUMENTS...: under each loader the program
# ends with status 0, and has printed that.
prints()
{
	# Behind || nothing stops at a command that fails.
	both "${@:2}" && expect "$1" || return
	[ "$status" -eq 0 ] || {
		printf 'status %s: %s\n' "$status" "$stderr" >&2
		return 1
	}
}

# prints_everywhere TEXT NAME ARGUMENTS...: under our loader, on each machine
# (helper.bash), and silently.
prints_everywhere()
{
	everywhere "./$2.premain" "${@:3}" && expect "$1" || return
	[ "$status $stderr" = '0 ' ] || {
		printf 'status %s: %s\n' "$status" "$stderr" >&2
		return 1
	}
}

# offset FILE SECTION: where in the file it begins.
offset()
{
	# shellcheck disable=SC2046 # words of a line
	set -- $(readelf -SW "$1" | sed -n "s/.* \($2 .*\)/\1/p")
	echo $((16#$4))
}

# patch FILE OFFSET BYTES: writes these over it.
patch()
{
	# shellcheck disable=SC2059 # escapes are what is asked for
	printf "$3" | dd of="$1" bs=1 seek="$2" conv=notrunc status=none
}

# escapes NUMBER: the eight bytes of it, for patch.
escapes()
{
	local i
	for i in 0 8 16 24 32 40 48 56; do
		printf '\\x%02x' $(($1 >> i & 255))
	done
}

# say: writes at once, whatever stdio does; for a part of a source.
say='#include <string.h>
#include <unistd.h>
static void say(const char *text)
{
	(void)!write(1, text, strlen(text));
}
'
# A library, or a program, that says when it begins and ends.
speaks="$say"'
__attribute__((constructor)) static void begin(void) { say("+" NAME " "); }
__attribute__((destructor)) static void end(void) { say("-" NAME " "); }
'
