#!/usr/bin/env bats
# libpremain.so.1: the runtime as a shared library, what it gives and costs

load helper

setup()
{
	library=$PREMAIN_BUILD/lib/libpremain.so.1
	cd "$BATS_TEST_TMPDIR"
}

@test "two segments, and what is zero at first fits into the file's last page" {
	readelf -lW "$library" >headers
	output=$(awk '$1 == "LOAD" {
		print $7 $8 == "RE" ? "RE" : "RW"
		end = strtonum($2) + strtonum($5)
		memory = strtonum($2) + strtonum($6) }
		END { print int((end - 1) / 4096) == int((memory - 1) / 4096) }' \
		headers)
	expect $'RE\nRW\n1'
	run -0 grep -c 'GNU_STACK .* RW ' headers
	expect 1
	run -0 grep -c 'GNU_RELRO' headers
	expect 1
}

@test "it needs no other library, has no PLT, no text relocations, no versions" {
	readelf -dW "$library" >dynamic
	output=$(sed -n 's/^ 0x[0-9a-f]* (\([A-Z0-9_]*\)).*/\1/p' dynamic)
	expect 'SONAME
INIT_ARRAY
INIT_ARRAYSZ
GNU_HASH
STRTAB
SYMTAB
STRSZ
SYMENT
RELA
RELASZ
RELAENT
FLAGS
FLAGS_1
RELR
RELRSZ
RELRENT
NULL'
	run -0 grep -c 'Flags: NOW INITFIRST' dynamic
	expect 1
}

@test "only what others may replace is looked up by name" {
	readelf -rW "$library" >relocations
	output=$(awk '$3 == "R_X86_64_GLOB_DAT" { print $5; next }
		$3 ~ /^R_X86_64_/ { print $3 }' relocations | sort)
	expect '__environ
__premain_percent_n
free
malloc
optarg
opterr
optind
optopt
realloc'
}

@test "it gives each function of the public headers, and no other name of ours" {
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
	nm -D --defined-only "$library" | awk '{ print $3 }' | sort >given
	output=$(comm -23 declared given)
	expect atexit			# libpremain_nonshared.a has it
	# Start files, compilers, variables and the headers' own words.
	output=$(comm -13 declared given)
	expect '__cxa_atexit
__cxa_finalize
__environ
__libc_start_main
__premain_percent_n
__premain_stderr
__premain_stdin
__premain_stdout
__stack_chk_fail
environ
optarg
opterr
optind
optopt'
}
