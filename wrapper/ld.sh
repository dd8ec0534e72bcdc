#!/bin/sh
# wrapper/ld.sh - the link step of premain-gcc, which finds it as its `ld`
#
# Adds the start, the layout and the archive to what the compiler asks for,
# links, adds the steps that the layout finds missing (premain-needs.ld), and
# checks what has come out: a program that would not run as it says it would
# is not handed out. -fuse-ld=lld comes here under the name ld.lld.

fail()
{
	printf 'premain-ld: %s\n' "$1" >&2
	exit 1
}

self=$(readlink -f -- "$0") || exit 1
lib=${self%/*}/..
linker=${0##*/}
[ -f "$lib/libpremain.a" ] ||
	fail "$lib/libpremain.a is not there: run make, or make install"

link=yes dynamic='' cxx='' start=crt1.o kind=EXEC archive=yes percent_n=''
script=linker.ld pages=noseparate-code stack=RW text='' interpreter=''
shared='' layout=premain-dynamic.ld
output=a.out previous=''
for argument do
	shift
	[ "$previous" != --premain-linker ] || {
		linker=$argument previous=''
		continue
	}
	case $argument in
	--premain-linker)
		previous=$argument
		continue ;;
	--premain-dynamic)
		dynamic=yes
		continue ;;
	--premain-c++)
		cxx=yes
		continue ;;
	--premain-hardened)
		script=linker-hardened.ld pages=separate-code
		continue ;;
	--premain-percent-n)
		percent_n=$lib/percent-n.o
		continue ;;
	--premain-nostartfiles)
		start=''
		continue ;;
	--premain-nodefaultlibs | --premain-nolibc)
		archive=''
		continue ;;
	--premain-nostdlib)
		start='' archive=''
		continue ;;
	# Parts of libc: what there is of them is in our archive. The host's
	# files of these names belong to its own libc.
	-lc | -lm | -lpthread | -ldl | -lrt | -lutil)
		continue ;;
	@?*) fail "$argument: a file of arguments is not read here" ;;
	esac
	# A flag is looked at together with its operand.
	case $previous$argument in
	-o?* | --output=*) output=${argument#-o} output=${output#--output=} ;;
	-zexecstack) stack=RWE ;;
	-znoexecstack) stack=RW ;;
	-znow) layout=${layout:+premain-dynamic-now.ld} ;;
	-zlazy) layout=${layout:+premain-dynamic.ld} ;;
	-zseparate-code | -znorelro | -z*-page-size=* | -N | -n | --omagic | \
	--nmagic | --section-start* | --image-base*) layout='' ;;
	-Ttext* | -Tdata* | -Tbss* | -Trodata* | -Tldata*) layout='' ;;
	-T?* | -dT?* | --script=*) script='' ;;
	-pie) start=${start:+rcrt1.o} kind=DYN ;;
	-shared) start='' kind=DYN shared=yes ;;
	-znotext) text=no ;;
	--dynamic-linker=* | -dynamic-linker=*) interpreter=${argument#*=} ;;
	-I?*) interpreter=${argument#-I} ;;
	--no-dynamic-linker) interpreter=none ;;
	-r | -i | --relocatable | --version | --help) link='' ;;
	esac
	case $argument in
	-[oz]) previous=$argument ;;
	-T | -dT | --script) previous='-T ' ;;
	-I | -dynamic-linker | --dynamic-linker) previous=-I ;;
	-[euLlmh] | -plugin) previous='operand ' ;;
	*) previous='' ;;
	esac
	set -- "$@" "$argument"
done
for tool in "$linker" readelf awk sed; do
	command -v "$tool" >/dev/null ||
		fail "$tool is not there: the package binutils or lld has it"
done
[ "$link" ] || exec "$linker" "$@"
# shellcheck source=wrapper/dynamic.sh
[ -z "$dynamic" ] || . "$lib/link/dynamic.sh"

if [ "$script" ]; then
	set -- -T "$lib/$script" "$@"
	# A symbol that a script reads is defined right in front of it: ld takes
	# it for undefined where another script lies between.
	[ $kind = DYN ] || set -- --defsym=__premain_base=0x400000 "$@"
	case $linker-$script in
	*lld-* | *-linker-hardened.ld) set -- -T "$lib/premain-rela.ld" "$@" ;;
	esac
fi
case $linker in
*lld)
	[ "$script" != linker.ld ] ||
		set -- --no-rosegment -T "$lib/premain-lld.ld" "$@"
	[ ! -t 2 ] || set -- --color-diagnostics=always "$@"
	set -- --defsym=__premain_lld=1 --pack-dyn-relocs=relr \
		-z nostart-stop-gc "$@" ;;
*) set -- -z pack-relative-relocs --spare-dynamic-tags=0 "$@" ;;
esac
set -- -L"$lib" -z "$pages" -z max-page-size=4096 -z relro -z text \
	--gc-sections ${start:+"$lib/$start"} "$@" --hash-style=sysv \
	${percent_n:+"$percent_n"} \
	${archive:+--start-group "$lib/libpremain.a" -lgcc --end-group}

# The layout names what is missing, a step or a table; each is asked for once.
# What the linker says is kept till the end, so that a warning is shown once.
asked=' '
while :; do
	{ said=$("$linker" "$@" 2>&1 >&3); status=$?; } 3>&1
	needed=''
	case $said in
	*'premain needs '*)
		needed=$(printf '%s\n' "$said" |
			sed -n 's/^.*premain needs \([a-z_.-]*\)$/\1/p' |
			sort -u) ;;
	esac
	[ "$needed" ] || break
	for step in $needed; do
		case $asked in
		*" $step "*) fail "$step was asked for and did not come" ;;
		esac
		asked="$asked$step "
		case $step in
		*.ld) set -- -T "$lib/$step" "$@" ;;
		*) set -- -u "$step" "$@" ;;
		esac
	done
done
[ -z "$said" ] || printf '%s\n' "$said" >&2
[ "$status" -eq 0 ] || exit "$status"
[ -f "$output" ] || exit 0	# /dev/null, say

# What has come out? readelf says it; awk holds it against what was asked for.
facts=$(LC_ALL=C readelf -dhlrW -- "$output" 2>&1) ||
	fail "cannot check $output: $facts"
lie=$(printf '%s\n' "$facts" | awk -v kind=$kind -v stack=$stack '
	function lie(sentence) { if (!said++) print sentence }
	function number(hex,    value, i) {
		for (i = 3; i <= length(hex); i++)
			value = value * 16 + index("123456789abcdef", \
				substr(hex, i, 1))
		return value }
	BEGIN { page = -1 }
	$1 == "Type:" && $2 != kind { lie("is of type " $2) }
	$1 == "INTERP" { lie("wants a program interpreter") }
	$2 == "(NEEDED)" { lie("wants a shared library: " $NF) }
	$2 == "(TEXTREL)" { lie("would have to write into its code") }
	$1 == "GNU_STACK" {
		found = 1
		if (/RWE/ && stack != "RWE")
			lie("has an executable stack: an object without" \
				" .note.GNU-stack, or a nested function") }
	$1 == "LOAD" && $6 !~ /^0x0*$/ {
		if (int(number($3) / 4096) <= page)
			lie("has two segments in one page of memory")
		page = int((number($3) + number($6) - 1) / 4096) }
	$1 == "LOAD" && kind == "EXEC" && $3 ~ /^0x0+$/ {
		lie("lies at address 0, which only root may map") }
	$1 == "LOAD" && / .WE / { lie("has a segment that is writable and" \
		" executable") }
	$3 ~ /^R_X86_64_/ && $3 !~ /_(NONE|RELATIVE|IRELATIVE?)$/ {
		lie("has a relocation that its start cannot do: " $3) }
	END { if (!found) lie("has no PT_GNU_STACK") }')
if [ "$lie" ]; then
	rm -f -- "$output"
	fail "$output $lie"
fi
