#!/usr/bin/env bats
# A debugger knows each library as long as it is there, stops in one that is
# not there yet, and finds the way back through the loader to _start.

load helper

setup_file()
{
	local name library=(gcc -g -O1 -fno-optimize-sibling-calls -nostdlib
		-shared -fpic debugged-library.c) program=(premain-gcc -g
		-dynamic debugged-main.c -L. -lfirst '-Wl,-rpath,$ORIGIN')
	cd "$BATS_FILE_TMPDIR" || return
	cp "$BATS_TEST_DIRNAME"/dynamic/debugged-*.c .
	"${library[@]}" -o libfirst.so
	cp libfirst.so liblater.so
	"${program[@]}" -Wl,-z,lazy -o lazy
	# As it is shipped: the loader has the symbols that others may see.
	mkdir shipped
	strip -o shipped/ld-premain.so.1 "$PREMAIN_BUILD/lib/ld-premain.so.1"
	"${program[@]}" -o stripped \
		"-Wl,--dynamic-linker=$PWD/shipped/ld-premain.so.1"
}

# debug PROGRAM COMMANDS...: what gdb prints is in the file `log`, what it
# complains of in $stderr.
debug()
{
	local program=$1 command commands=()
	command -v gdb >/dev/null || skip 'gdb is not there'
	shift
	for command; do
		commands+=(-ex "$command")
	done
	cd "$BATS_FILE_TMPDIR"
	# tests/39-debugger.bats says why
	HOME=${HOME:-/} run --separate-stderr gdb -nx -batch \
		-ex 'set startup-with-shell off' \
		-ex 'set disable-randomization off' \
		-ex 'set breakpoint pending on' \
		-ex 'set backtrace past-main on' "${commands[@]}" "$program"
	[[ "$stderr$output" != *[Pp]trace* ]] || skip 'nothing may be traced'
	[[ "$output" != *[Ss]topped* ]] # "Backtrace stopped: ..."
	printf '%s\n' "$output" >"$BATS_TEST_TMPDIR/log"
}

# libraries: what each `info sharedlibrary` has listed, a line each, without
# folders and sorted; "?" stands before one whose file gdb has not found.
libraries()
{
	local line
	output=$(awk '/^From / { if (list) print list; list = "-" }
		list && /(Yes|No) / { name = $NF; sub(/.*\//, "", name)
			list = list " " (/^0x.*Yes/ ? "" : "?") name }
		END { print list }' "$BATS_TEST_TMPDIR/log" |
		while read -r line; do
			tr ' ' '\n' <<<"$line" | sort | paste -sd ' '
		done)
}

# ways: the functions of each backtrace, a line each; what is between the first
# and the last ones of the loader's own is "..."
ways()
{
	output=$(awk '/^#0/ { if (way) print way; way = "" }
		/^#/ { sub(/^#[0-9]+ +(0x[0-9a-f]+ in )?/, "")
			own = / at loader\/dynamic\/.*\.c:/
			sub(/ \(.*/, "")
			if (own && !/^(dlopen|dlclose|load_process)$/) {
				if (way !~ /\.\.\.$/) way = way " ..."
				next
			}
			way = way (way ? " " : "") $0 }
		END { print way }' "$BATS_TEST_TMPDIR/log")
}

@test "all libraries are known when main begins, the loader among them" {
	debug lazy 'break main' run 'info sharedlibrary'
	libraries
	expect '- ld-premain.so.1 libfirst.so'
	[ -z "$stderr" ]
}

@test "a library comes and goes by dlopen and dlclose" {
	debug lazy 'break opened' 'break closed' run 'info sharedlibrary' \
		continue 'info sharedlibrary'
	libraries
	expect '- ld-premain.so.1 libfirst.so liblater.so
- ld-premain.so.1 libfirst.so'
	[ -z "$stderr" ]
}

@test "a breakpoint waits for its library, and stops in its constructors" {
	debug lazy 'break stop' run backtrace continue backtrace
	ways
	expect 'stop begin ... load_process _start
stop begin ... dlopen main __libc_start_main _start'
	[[ "$stderr" == 'Function "stop" not defined.' ]]
}

@test "it stops in destructors" {
	debug lazy 'break opened' run 'break end' continue backtrace
	ways
	expect 'end ... dlclose main __libc_start_main _start'
}

@test "the way back leads through the PLT's trampoline" {
	debug lazy 'break main' run 'break choose' continue backtrace
	ways
	expect 'choose ... outside ... lazy main __libc_start_main _start'
	[ -z "$stderr" ]
}

@test "so it does from each instruction of the trampoline" {
	local steps=() count
	for count in {1..24}; do
		steps+=(backtrace nexti)
	done
	debug lazy 'break closed' run 'break lazy' continue "${steps[@]}"
	ways
	[ "$(sort -u <<<"$output")" = 'lazy main __libc_start_main _start' ]
	[ "$(wc -l <<<"$output")" -eq 24 ]
}

@test "libraries and breakpoints are found in a loader without symbols too" {
	debug stripped 'break stop' run continue 'info sharedlibrary' continue
	libraries
	expect '- ld-premain.so.1 libfirst.so liblater.so'
	[ "$(grep -c '^Breakpoint .*, stop ' "$BATS_TEST_TMPDIR/log")" -eq 3 ]
}

@test "so they are where the loader has been run by itself" {
	debug "$PREMAIN_BUILD/lib/ld-premain.so.1" 'set args ./lazy' \
		'break stop' run backtrace 'info sharedlibrary'
	ways
	expect 'stop begin ... load_process _start'
	libraries
	expect '- ld-premain.so.1 libfirst.so'
}
