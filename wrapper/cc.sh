#!/bin/sh
# wrapper/cc.sh - installed as premain-gcc and premain-clang
#
# gcc or clang for this runtime: its headers instead of libc's, and a link step
# (ld.sh, beside the library) that adds its start and its archive. -static is
# the default, -static-pie the other choice; the last one counts. Besides:
#   --hardened     the page-separated layout (linker-hardened.ld)
#   --percent-n    printf's %n stores; without it, %n is refused
# Other flags go to the compiler as they are, but for those that would make
# what we cannot: they are refused. $PREMAIN_CC names another compiler than the
# one in the script's name.

fail()
{
	printf '%s: %s\n' "$name" "$1" >&2
	exit 1
}

self=$(readlink -f -- "$0") || exit 1
name=${self##*/}
home=${self%/*}/..
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
code=-fno-pie link=-static headers=yes previous=''
for argument do
	shift
	case $previous in
	# The operand of a flag is not looked at, whatever it looks like.
	-[oxILlDUABTuez] | -M[FTQ] | -include | -imacros | -isystem | \
	-isysroot | -iquote | -idirafter | -iprefix | -iwithprefix | \
	-Xlinker | -Xassembler | -Xpreprocessor | -Xclang | -mllvm | \
	-target | --param | -aux-info | -wrapper)
		previous=''
		set -- "$@" "$argument"
		continue ;;
	esac
	previous=$argument
	case $argument in
	-static | -no-pie | -nopie)
		code=-fno-pie link=-static
		continue ;;
	-static-pie)
		code=-fpie link=-static-pie
		continue ;;
	--hardened | --percent-n)
		argument=-Wl,--premain-${argument#--} ;;
	-nostdlib | -nodefaultlibs | -nolibc | -nostartfiles)
		set -- "$@" "-Wl,--premain$argument" ;;
	-nostdinc)
		headers='' ;;
	-shared | -pie | -dynamic | -rdynamic)
		fail "$argument: only -static and -static-pie are made here" ;;
	-m32 | -mx32 | -m16)
		fail "$argument: only 64-bit programs are made here" ;;
	-fuse-ld=bfd | -fuse-ld=lld) ;;
	-fuse-ld=* | --ld-path=*)
		fail "$argument: GNU ld (bfd) and lld understand linker.ld" ;;
	@?*)
		fail "$argument: a file of arguments is not read here" ;;
	--version | --help)
		printf '%s: %s for programs of Premain, without libc\n' \
			"$name" "$compiler" ;;
	esac
	set -- "$@" "$argument"
done

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

exec "$compiler" -fno-asynchronous-unwind-tables -fcf-protection=none \
	-falign-functions=1 $code $extra \
	-nostdlib -B"$home/lib/link" $link -Wl,--build-id=none "$@"
