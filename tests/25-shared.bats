#!/usr/bin/env bats
# libpremain.so.1 and libpremain_posix.so.1: what they give, and what they cost

load helper

setup()
{
	cd "$BATS_TEST_TMPDIR"
	libraries=("$PREMAIN_BUILD/lib/libpremain.so.1"
		"$PREMAIN_BUILD/lib/libpremain_posix.so.1")
}

# segments_of LIBRARY: what of it is mapped and protected how; then 1 where what
# is zero at first ends in the last page of the file's part.
segments_of()
{
	local type offset address physical size memory flags end=0 zero=0
	readelf -lW "$1" >headers
	output=''
	while read -r type offset address physical size memory flags; do
		case $type in
		LOAD)
			output+=${flags% 0x*}$'\n'
			end=$((address + size - 1)) zero=$((address + memory - 1)) ;;
		DYNAMIC | GNU_*)
			output+="$type ${flags% 0x*}"$'\n' ;;
		esac
	done < <(grep ' 0x' headers)
	output=$(sed 's/ *$//' <<<"$output$((end / 4096 == zero / 4096))")
}

@test "two segments; what is zero at first needs no mapping of its own" {
	# The first one has nothing to protect when it has been relocated.
	segments_of "${libraries[0]}"
	expect $'R E\nRW\nDYNAMIC R\nGNU_STACK RW\n1'
	segments_of "${libraries[1]}"
	expect $'R E\nRW\nDYNAMIC RW\nGNU_STACK RW\nGNU_RELRO R\n1'
}

@test "they are bound at their start, by one hash table, and need nothing else" {
	local common=$'GNU_HASH\nSTRTAB\nSYMTAB\nSTRSZ\nSYMENT\nRELA\nRELASZ
RELAENT\nFLAGS\nFLAGS_1\nNULL'
	readelf -dW "${libraries[0]}" >dynamic
	output=$(sed -n 's/^ 0x[0-9a-f]* (\([A-Z0-9_]*\)).*/\1/p' dynamic)
	expect $'SONAME\nINIT\n'"$common"
	run -0 grep -c 'Flags: NOW INITFIRST' dynamic
	expect 1
	readelf -dW "${libraries[1]}" >dynamic
	output=$(sed -n 's/^ 0x[0-9a-f]* (\([A-Z0-9_]*\)).*/\1/p' dynamic)
	expect $'NEEDED\nSONAME\n'"${common/NULL/RELACOUNT$'\n'NULL}"
	run -0 grep -cF 'NEEDED)             Shared library: [libpremain.so.1]' \
		dynamic
	expect 1
}

@test "only what others may replace is looked up by name" {
	readelf -rW "${libraries[0]}" >relocations
	output=$(awk '$3 ~ /^R_X86_64_/ {
		print $3 ($5 ? " " $5 : "") }' relocations | sort)
	expect 'R_X86_64_GLOB_DAT __environ'
	# Of its own names, the second one asks for variables only.
	readelf -rW "${libraries[1]}" >relocations
	output=$(awk '$3 ~ /^R_X86_64_/ && $4 !~ /^0+$/ {
		print $3 ($5 ? " " $5 : "") }' relocations | sort)
	expect 'R_X86_64_GLOB_DAT optarg
R_X86_64_GLOB_DAT opterr
R_X86_64_GLOB_DAT optind
R_X86_64_GLOB_DAT optopt
R_X86_64_RELATIVE
R_X86_64_RELATIVE
R_X86_64_RELATIVE'
}

@test "stripped, the first one is at most 14 kB, the second one 33 kB" {
	strip -o first "${libraries[0]}"
	strip -o second "${libraries[1]}"
	stat -c %s first second
	[ "$(stat -c %s first)" -le 14336 ]
	[ "$(stat -c %s second)" -le 33792 ]
}

@test "together they give each function of the public headers, and no other" {
	local header
	for header in $(cd "$PREMAIN_TOP/include" && ls -- *.h sys/*.h); do
		case $header in dlfcn.h | link.h) continue ;; esac
		printf '#include <%s>\n' "$header"
	done >all.c
	premain-gcc -dynamic -D_GNU_SOURCE -c -aux-info prototypes all.c
	# One a line: `extern int name (...);` or `extern void (*name (...)) (...);`
	sed -n '/<built-in>\|premain\/syscalls.h/d
		s/^.* extern [a-z0-9_* ]*(\*\([A-Za-z0-9_]*\) (.*/\1/p;t
		s/^.* extern [^(]*[ *]\([A-Za-z0-9_]*\) (.*/\1/p' prototypes |
		sort -u >declared
	[ "$(wc -l <declared)" -gt 250 ]
	for header in "${libraries[@]}"; do nm -D --defined-only "$header"; done |
		awk '{ print $3 }' | sort >given
	output=$(uniq -d given)
	expect ''
	output=$(comm -23 declared given)
	expect atexit			# libpremain_nonshared.a has it
	# Start files, compilers, variables, and what other headers say instead.
	comm -13 declared given >more
	output=$(sed '/^__.*_chk$\|^__open.*_2$\|^__ctype_.*_loc$\|^__isoc23_/d' more)
	expect '__chk_fail
__cxa_atexit
__cxa_finalize
__environ
__libc_start_main
__premain_allow_percent_n
__premain_stderr
__premain_stdin
__premain_stdout
__sigsetjmp
__stack_chk_fail
environ
optarg
opterr
optind
optopt
stderr
stdin
stdout'
}
