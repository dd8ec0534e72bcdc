#!/bin/sh
# wrapper/cc.sh - installed as premain-gcc and premain-clang
#
# gcc or clang for this runtime: its headers instead of libc's, and a link step
# (ld.sh, beside the library) that adds its start and its archive. -static is
# the default, -static-pie the other choice. What is said here besides:
#   --hardened     the page-separated layout (linker-hardened.ld)
#   --percent-n    printf's %n stores; without it, %n is refused
# Every other flag goes to the compiler as it is. $PREMAIN_CC names another
# compiler than the one in the script's name.

fail()
{
	printf '%s: %s\n' "$name" "$1" >&2
	exit 1
}

self=$(readlink -f -- "$0") || exit 1
name=${self##*/}
home=${self%/*}/..
[ -d "$home/lib/premain" ] && home=$home/lib/premain	# installed
compiler=${PREMAIN_CC:-${name#premain-}}
command -v "$compiler" >/dev/null ||
	fail "$compiler is not there: install it, or set PREMAIN_CC"
[ -f "$home/lib/libpremain.a" ] ||
	fail "$home/lib/libpremain.a is not there: run make, or make install"

# Each argument is taken from the front and put at the back, so that any
# character in it survives; our own flags become flags of the link step.
code=-fno-pie link=-static
for argument do
	shift
	case $argument in
	--hardened | --percent-n)
		argument=-Wl,--premain-${argument#--} ;;
	-static-pie)
		code=-fpie link='' ;;
	-nostdlib | -nostartfiles)
		set -- "$@" "-Wl,--premain$argument" ;;
	-shared | -pie | -dynamic | -rdynamic)
		fail "$argument: only -static and -static-pie are made here" ;;
	esac
	set -- "$@" "$argument"
done

# clang warns of flags for the link step where there is none; gcc aligns
# arrays for a speed that a small program does not look for.
case ${compiler##*/} in
*clang*) extra=-Wno-unused-command-line-argument ;;
*) extra=-malign-data=abi ;;
esac

own=$("$compiler" -print-file-name=include) || exit 1
# shellcheck disable=SC2086 # $code, $extra and $link are a word or nothing
exec "$compiler" -nostdinc -isystem "$home/include" -isystem "$own" \
	-fno-asynchronous-unwind-tables -fcf-protection=none \
	-falign-functions=1 $code $extra \
	-nostdlib -B"$home/lib/link" $link -Wl,--build-id=none "$@" -lgcc
