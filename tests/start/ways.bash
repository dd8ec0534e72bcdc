# tests/start/ways.bash - one program, in every way to build and to run it
#
# `load start/ways` after `load helper`.

# How to build: the compiler and the linker. A file of tests may take fewer.
WAYS="gcc-bfd gcc-lld clang-bfd clang-lld"

# build NAME SOURCE FLAGS...: builds tests/start/SOURCE in each of these ways
# that there is here, as $BATS_FILE_TMPDIR/NAME/WAY-{static,static-pie}, each
# also with -hardened. A flag for one linker only is in $flags_bfd or $flags_lld.
build()
{
	local name=$1 source=$PREMAIN_TOP/tests/start/$2 way compiler linker
	local kind layout flag object folder=$BATS_FILE_TMPDIR/$1
	shift 2
	mkdir -p "$folder"
	for way in $WAYS; do
		compiler=${way%-*} linker=${way#*-} flag=flags_$linker
		command -v "$compiler" >/dev/null || continue
		command -v "ld.$linker" >/dev/null || continue
		for kind in static static-pie; do
			# One object for all linkers and layouts.
			object=$folder.$compiler-$kind.o
			[ -e "$object" ] || premain-$compiler -O1 -g "-$kind" \
				"$@" -c "$source" -o "$object"
			for layout in '' -hardened; do
				premain-$compiler "-$kind" \
					${layout:+-$layout} "-fuse-ld=$linker" \
					${!flag:+"${!flag}"} "$@" "$object" \
					-o "$folder/$way-$kind$layout"
			done
		done
	done
}

# each_way NAME ARGUMENTS...: runs the program of each way, and some of them on
# each machine (helper.bash); all must end and print as the first one does,
# which is then in $status and $output. $BY is a command that runs a program.
each_way()
{
	local folder=$BATS_FILE_TMPDIR/$1 program first='' count=0
	shift
	for program in "$folder"/*; do
		case $program in
		*/gcc-bfd-static | */clang-lld-static-pie-hardened)
			everywhere "${BY[@]}" "$program" "$@" || return ;;
		*)
			status=0
			output=$("${BY[@]}" "$program" "$@" 2>&1) || status=$? ;;
		esac
		if [ "$count" -gt 0 ] && [ "$status $output" != "$first" ]; then
			printf '%s: status %s\nand before: %s\n' \
				"$program" "$status $output" "$first" >&2
			return 1
		fi
		first="$status $output"
		count=$((count + 1))
	done
	[ "$count" -ge 4 ]
}
BY=()

# steps_of PROGRAM: the steps that it has, in the order of their addresses, in
# $output. nm knows them by their names; what holds tables does not count.
steps_of()
{
	output=$(nm -n "$1" | awk '$2 ~ /[Tt]/ &&
		$3 ~ /^__premain_(start|exit)_[a-z]+$/ {
			sub(/__premain_/, "", $3); print $3 }' | xargs)
}

# compile NAME FLAGS... <SOURCE: a program of a few lines.
compile()
{
	local name=$1
	shift
	premain-gcc -O1 -x c "$@" - -o "$BATS_TEST_TMPDIR/$name"
}
