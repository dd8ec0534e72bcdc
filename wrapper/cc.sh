#!/bin/sh
# wrapper/cc.sh - installed as premain-gcc, premain-g++, premain-clang, ...
#
# gcc or clang for this runtime: its headers instead of libc's, and a link step
# (ld.sh, beside the library) that adds its start and its library. -static is
# the default, -static-pie and -dynamic the other choices; the last one counts.
# -dynamic is a PIE, unless -no-pie follows; -pie and -shared imply it. Besides:
#   --hardened     the page-separated layout (linker-hardened.ld)
#   --percent-n    printf's %n stores; without it, %n is refused
# Other flags go to the compiler as they are, but for those that would make
# what we cannot: they are refused. $PREMAIN_CC names another compiler than the
# one in the script's name.
#
# C++ is there as far as its library is not needed: a static program without
# exceptions and run-time types, a dynamic one with both.

fail()
{
	printf '%s: %s\n' "$name" "$1" >&2
	exit 1
}

self=$(readlink -f -- "$0" 2>/dev/null) || self=$0
name=${self##*/}
home=${self%/*/*}
[ -d "$home/lib/premain" ] && home=$home/lib/premain	# installed
case $home in
*:*) fail "$home: compilers search no folder with a colon in its name" ;;
esac
compiler=${PREMAIN_CC:-${name#premain-}}
command -v "$compiler" >/dev/null ||
	fail "$compiler is not there: install it, or set PREMAIN_CC"
case $* in
'' | -v) exec "$compiler" "$@" ;;
esac

# Each argument is taken from the front and put at the back, so that any
# character in it survives. Our own flags become flags of the link step.
kind=static pie='' shared='' exported='' linker=''
language='' prefix='' headers=yes previous=''
for argument do
	shift
	case $previous in
	# The operand of a flag is not looked at, whatever it looks like.
	-[oxILlDUABTuez] | -M[FTQ] | -include | -imacros | -isystem | \
	-isysroot | -iquote | -idirafter | -iprefix | -iwithprefix | \
	-Xlinker | -Xassembler | -Xpreprocessor | -Xclang | -mllvm | \
	-target | --param | -aux-info | -wrapper)
		case $previous in
		-x) language=$argument ;;
		-B) prefix=${prefix:-$argument} ;;
		esac
		previous=''
		set -- "$@" "$argument"
		continue ;;
	esac
	previous=$argument
	case $argument in
	-static)
		kind=static pie=''
		continue ;;
	-static-pie)
		kind=static pie=-static-pie
		continue ;;
	-dynamic)
		kind=dynamic pie=-pie
		continue ;;
	-pie)
		kind=dynamic pie=-pie
		continue ;;
	-no-pie | -nopie)
		pie=''
		continue ;;
	-shared)
		shared=yes
		continue ;;
	-rdynamic)
		exported=-rdynamic
		continue ;;
	--hardened | --percent-n)
		argument=-Wl,--premain-${argument#--} ;;
	-nostdlib | -nodefaultlibs | -nolibc | -nostartfiles)
		set -- "$@" "-Wl,--premain$argument" ;;
	-x?*)
		language=${argument#-x} ;;
	-B?*)
		prefix=${prefix:-${argument#-B}} ;;
	-nostdinc)
		headers='' ;;
	-m32 | -mx32 | -m16)
		fail "$argument: only 64-bit programs are made here" ;;
	-fuse-ld=*)
		linker=$argument ;;
	--ld-path=*)
		linker=$argument
		continue ;;
	@?*)
		fail "$argument: a file of arguments is not read here" ;;
	--version | --help)
		printf '%s: %s for programs of Premain, without libc\n' \
			"$name" "$compiler" ;;
	esac
	set -- "$@" "$argument"
done

# What is linked, and how code is compiled for it. A dynamic program's linker
# may be any; a static one's must understand linker.ld.
[ -z "$shared" ] || kind=dynamic pie=-shared
case $kind$pie in
static) code=-fno-pie link=-static ;;
static-static-pie) code=-fpie link=-static-pie ;;
dynamic) code=-fno-pie link=-no-pie ;;
dynamic-pie) code=-fpie link=-pie ;;
dynamic-shared) code=-fPIC link=-shared ;;
esac
case $kind$linker in
static | static-fuse-ld=bfd | static-fuse-ld=lld | dynamic*) ;;
*) fail "$linker: GNU ld (bfd) and lld understand linker.ld" ;;
esac

# A linker that is named by its path, or in a folder of -B, is run by ld.sh.
own=''
case $kind$linker in
dynamic--ld-path=*) own=${linker#*=} ;;
dynamic) [ ! -x "$prefix/ld" ] || own=$prefix/ld ;;
esac
[ -z "$own" ] || set -- -Wl,--premain-linker -Xlinker "$own" "$@"

# C++'s headers, those of them that need no libc, come behind ours. Only the
# compiler knows where they are: it says so, each folder on a line.
case ${compiler##*/}-$language in
*++*-c | *++*-assembler*)
	set -- "$@" -Wl,--premain-c++ ;;
*++*)
	[ $kind = dynamic ] || set -- -fno-exceptions -fno-rtti \
		-fno-threadsafe-statics "$@"
	[ -z "$headers" ] || {
		IFS='
'
		set -f
		# shellcheck disable=SC2046 # a line is a word
		set -- $("$compiler" -E -v -x c++ /dev/null 2>&1 |
			sed -n 's:^ \(/.*c++.*\):-isystem\n\1:p') "$@"
	}
	set -- "$@" -Wl,--premain-c++ ;;
esac

# The compiler's own headers follow ours, and libc's are out of reach. clang
# warns of flags for the link step where there is none; gcc aligns arrays for a
# speed that a small program does not look for.
case ${compiler##*/} in
*clang*)
	extra=-Wno-unused-command-line-argument
	[ -z "$headers" ] ||
		set -- -nostdlibinc -isystem "$home/include" "$@" ;;
*)
	extra=-malign-data=abi
	[ -z "$headers" ] || set -- -nostdinc -isystem "$home/include" \
		-iwithprefix include "$@" ;;
esac

# A static program pays for each byte of its file. A dynamic one keeps what
# debuggers and its loader expect of one; its own flags come after these.
if [ $kind = static ]; then
	set -- -fno-asynchronous-unwind-tables -fcf-protection=none \
		-falign-functions=1 "$code" "$extra" "$link" \
		-Wl,--build-id=none "$@"
else
	set -- -D__PREMAIN_DYNAMIC__ -fcf-protection=none "$code" "$extra" \
		"$link" ${exported:+"$exported"} \
		-Wl,--premain-dynamic,--hash-style=gnu,--build-id=none \
		-Xlinker --dynamic-linker -Xlinker "$home/lib/ld-premain.so.1" \
		"$@"
fi
exec "$compiler" -nostdlib -B"$home/lib/link" "$@"
