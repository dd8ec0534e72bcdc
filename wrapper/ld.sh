#!/bin/sh
# wrapper/ld.sh - the link step of premain-gcc, which finds it as its `ld`
#
# Adds the start, the layout and the archive to what the compiler asks for,
# links, adds the steps that the linker script finds missing (layout/premain-needs.ld), and
# checks what has come out: a program that would not run as it says it would
# is not handed out. -fuse-ld=lld and the like work as ever.

fail()
{
	printf 'premain-gcc: %s\n' "$1" >&2
	exit 1
}

self=$(readlink -f -- "$0") || exit 1
lib=${self%/*}/..
linker=${0##*/}

link=yes start=crt1.o base=--defsym=__premain_base=0x400000
script=linker.ld pages=noseparate-code percent_n='' archive=yes
stack=RW output=a.out previous=''
for argument do
	shift
	case $argument in
	--premain-hardened) script=linker-hardened.ld pages=separate-code ;;
	--premain-percent-n) percent_n=$lib/percent-n.o ;;
	--premain-nostartfiles) start='' ;;
	--premain-nostdlib) start='' archive='' ;;
	-lc) ;;
	*)
		set -- "$@" "$argument"
		case $argument in
		-pie) start=${start:+rcrt1.o} base='' ;;
		-r | -i | -v | -V | --version | --help) link='' ;;
		-T) script='' ;;
		-o?*) output=${argument#-o} ;;
		execstack) [ "$previous" != -z ] || stack=RWE ;;
		esac
		[ "$previous" != -o ] || output=$argument
		previous=$argument ;;
	esac
done
[ "$link" ] || exec "$linker" "$@"

if [ "$script" ]; then
	set -- $base -T "$lib/$script" "$@"
fi
case $linker in
*lld)
	[ "$script" != linker.ld ] ||
		set -- --no-rosegment -T "$lib/premain-lld.ld" "$@"
	set -- --defsym=__premain_lld=1 --pack-dyn-relocs=relr "$@" ;;
*) set -- -z pack-relative-relocs --spare-dynamic-tags=0 "$@" ;;
esac
set -- -L"$lib" -z "$pages" -z max-page-size=4096 -z relro --gc-sections \
	${start:+"$lib/$start"} "$@" --hash-style=sysv \
	${percent_n:+"$percent_n"} ${archive:+"$lib/libpremain.a"}

# The linker script names each step that is missing (lld more than once a
# link); each is asked for once.
asked=' '
while :; do
	{ said=$("$linker" "$@" 2>&1 >&3); status=$?; } 3>&1
	needed=''
	for step in $(printf '%s\n' "$said" |
		sed -n 's/^.*: premain needs \(__premain_[a-z_]*\)$/\1/p' |
		sort -u); do
		case $asked in
		*" $step "*) fail "$step was asked for and did not come" ;;
		esac
		asked="$asked$step "
		needed=yes
		set -- -u "$step" "$@"
	done
	[ "$needed" ] || break
done
[ -z "$said" ] || printf '%s\n' "$said" >&2
[ "$status" -eq 0 ] || exit "$status"

# What has come out? readelf says it; awk holds it against what was asked for.
facts=$(readelf -hlrW -- "$output") || fail "cannot check $output"
lie=$(printf '%s\n' "$facts" | awk -v pie="${base:+no}" -v stack="$stack" '
	function lie(sentence) { if (!said++) print sentence }
	$1 == "Type:" && $2 != (pie == "no" ? "EXEC" : "DYN") {
		lie("is of type " $2) }
	$1 == "INTERP" { lie("wants a program interpreter") }
	$1 == "GNU_STACK" {
		found = 1
		if ($0 ~ /RWE/ && stack != "RWE")
			lie("has an executable stack: an object without" \
				" .note.GNU-stack, or a nested function") }
	$1 == "LOAD" && $0 ~ / RWE / { lie("has a segment that is writable" \
		" and executable") }
	$3 ~ /^R_X86_64_/ && $3 !~ /_(NONE|RELATIVE|IRELATIVE?)$/ {
		lie("has a relocation that its start cannot do: " $3) }
	END { if (!found) lie("has no PT_GNU_STACK") }')
if [ "$lie" ]; then
	rm -f -- "$output"
	fail "$output $lie"
fi
exit 0
