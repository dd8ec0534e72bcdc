# tests/start/ways.bash - one program, in every way to build and to run it
#
# `load start/ways` after `load helper`.

# build NAME SOURCE FLAGS...: builds tests/start/SOURCE in each way there is
# here, as $BATS_FILE_TMPDIR/NAME/{gcc,clang}-{bfd,lld}-{static,static-pie},
# each also with -hardened. A flag for one linker only is in $flags_bfd, or
# $flags_lld.
build()
{
	local name=$1 source=$PREMAIN_TOP/tests/start/$2 compiler linker way
	local kind layout flag folder=$BATS_FILE_TMPDIR/$1
	shift 2
	mkdir -p "$folder"
	for compiler in gcc clang; do
		command -v "$compiler" >/dev/null || continue
		for linker in bfd lld; do
			command -v "ld.$linker" >/dev/null || continue
			flag=flags_$linker
			for kind in static static-pie; do
				for layout in '' -hardened; do
					way=$compiler-$linker-$kind$layout
					premain-$compiler -O1 -g "-$kind" \
						${layout:+-$layout} \
						"-fuse-ld=$linker" \
						${!flag:+"${!flag}"} "$@" \
						"$source" -o "$folder/$way"
				done
			done
		done
	done
}

# each_way NAME ARGUMENTS...: runs the program of each way, everywhere; all must
# end and print as the first one does, which is then in $status and $output.
each_way()
{
	local folder=$BATS_FILE_TMPDIR/$1 program result first='' count=0
	shift
	for program in "$folder"/*; do
		everywhere "$program" "$@" || return
		printf -v result 'status %s\n%s\n%s' \
			"$status" "$output" "$stderr"
		if [ "$first" ] && [ "$result" != "$first" ]; then
			printf '%s: %s\nand before: %s\n' \
				"$program" "$result" "$first" >&2
			return 1
		fi
		first=$result
		count=$((count + 1))
	done
	[ "$count" -ge 4 ]
}

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
