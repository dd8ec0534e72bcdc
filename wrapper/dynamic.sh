# shellcheck shell=sh
# wrapper/dynamic.sh - the link step of a dynamic program or shared library
#
# ld.sh, which reads this file, has looked at the arguments: they are in "$@".
# Any linker does, with its own layout; but GNU ld would fill up the file of a
# program by half a page, so it gets ours where nothing else is asked for. The
# defaults are the linkers' too, but for segments that are pages apart.

for file in libpremain.so.1 libpremain_posix.so.1 libpremain_nonshared.a \
	ld-premain.so.1; do
	[ -f "$lib/$file" ] ||
		fail "$lib/$file is not there: run make, or make install"
done

case $script$pages$start in
linker.ldnoseparate-code?*) ;;
*) layout='' ;;
esac
base=''
[ $kind = DYN ] || base=-Ttext-segment=0x400000
case $("$linker" --version) in
*gold*) ;;	# does not know the flag, nor the habit
'GNU ld'*)
	set -- -z "$pages" ${layout:+-L"$lib" -T "$lib/$layout" $base \
		--spare-dynamic-tags=1} "$@" ;;
*) set -- -z "$pages" "$@" ;;
esac
set -- -z relro -z text ${start:+"$lib/Scrt1.o"} "$@" \
	${percent_n:+"$lib/percent-n-ask.o"} ${archive:+--start-group \
	"$lib/libpremain.so.1" "$lib/libpremain_nonshared.a" \
	${cxx:+-lsupc++} -lgcc_eh -lgcc \
	--push-state --as-needed "$lib/libpremain_posix.so.1" \
	--pop-state --end-group}

# Links, and looks at what has come out.
link()
{
	{ said=$("$linker" "$@" 2>&1 >&3); status=$?; } 3>&1
	if [ "$status" -ne 0 ] || [ ! -f "$output" ]; then # /dev/null, say
		[ -z "$said" ] || printf '%s\n' "$said" >&2
		exit "$status"
	fi
	facts=$(LC_ALL=C readelf -dhlSW -- "$output" 2>&1) ||
		fail "cannot check $output: $facts"
}

[ -z "$shared" ] || interpreter=none

# Two things are seen afterwards only. Pieces of code in .init or .fini stand
# between two files of ours. And an object that forgets to say that it needs no
# executable stack needs none, as gold, lld and mold have it; but one that asks
# for it by its note gets it, and a line says so.
link "$@"
again=''
case $facts in
*' .init  '* | *' .fini  '*)
	[ -z "$archive" ] || again=yes
	[ -z "$archive" ] || set -- "$lib/crti.o" "$@" "$lib/crtn.o" ;;
esac
case "$stack $facts $said" in
RWE\ * | *'.note.GNU-stack section is executable'*) ;;
*GNU_STACK*RWE*)
	again=yes
	set -- "$@" -z noexecstack ;;
esac
[ -z "$again" ] || link "$@"
[ -z "$said" ] || printf '%s\n' "$said" >&2

lie=$(printf '%s\n' "$facts" | awk -v kind="$kind" -v stack="$stack" \
	-v text="$text" -v interpreter="$interpreter" -v output="$output" '
	function lie(sentence) { if (!said++) print sentence }
	$1 == "Type:" && $2 != kind { lie("is of type " $2) }
	/Requesting program interpreter: / {
		sub(/^.*interpreter: /, "")
		sub(/\]$/, "")
		found = $0 }
	$2 == "(TEXTREL)" && text != "no" {
		lie("would have to write into its code") }
	$2 == "(NEEDED)" { needed = 1 }
	$1 == "GNU_STACK" && /RWE/ && stack != "RWE" {
		print "premain-ld: " output " has an executable stack:" \
			" a nested function, or an object that asks for" \
			" one" >"/dev/stderr" }
	END {	# A program that needs nobody is its own business.
		if (interpreter != "none" && found != interpreter \
		    && (found || needed))
			lie("is started by " (found ? found : "no loader") \
				", not by " interpreter) }')
if [ "$lie" ]; then
	rm -f -- "$output"
	fail "$output $lie"
fi
exit 0
