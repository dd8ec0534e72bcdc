#!/usr/bin/env bats
# A library without a slash in its name is looked for in the folders that the
# objects, the environment and the options name, in this order; the first one
# that fits is taken.

load helper
load dynamic/helper

# where FOLDER...: a library libw.so in each, whose w() returns its number.
where()
{
	local folder number=0
	for folder; do
		number=$((number + 1))
		mkdir -p "$folder"
		library w <<<"int w(void) { return $number; }"
		mv libw.so "$folder"
	done
}

calls='int w(void); int main(void) { return w(); }'
BESIDE=()

# returns NUMBER ...: so does the program, under each loader, and is silent.
returns()
{
	both "${@:2}" && expect '' || return
	[ "$status" -eq "$1" ] || {
		printf 'status %s, %s\n' "$status" "$stderr" >&2
		return 1
	}
}

@test "RPATH, then LD_LIBRARY_PATH, then RUNPATH" {
	where old env new
	cp new/libw.so .
	program rpath -lw -Wl,--disable-new-dtags '-Wl,-rpath,$ORIGIN/old' \
		<<<"$calls"
	program runpath -lw -Wl,--enable-new-dtags '-Wl,-rpath,$ORIGIN/new' \
		<<<"$calls"
	rm libw.so
	returns 1 rpath
	returns 3 runpath
	returns 1 LD_LIBRARY_PATH="$PWD/env" rpath
	returns 2 LD_LIBRARY_PATH="$PWD/env" runpath
	returns 3 LD_LIBRARY_PATH="$PWD/none" runpath
	rm old/libw.so
	returns 2 LD_LIBRARY_PATH="$PWD/env" rpath
	rm new/libw.so
	returns 127 runpath
}

# A chain: the program needs liba.so, which needs libw.so.
chain='int a(void); int main(void) { return a(); }'
link='int w(void); int a(void) { return w(); }'

@test "RPATH is inherited by what the object needs, RUNPATH is not" {
	where sub
	cp sub/libw.so .
	library a -lw <<<"$link"
	program rpath -la -Wl,--disable-new-dtags \
		'-Wl,-rpath,$ORIGIN:$ORIGIN/sub' <<<"$chain"
	program runpath -la -Wl,--enable-new-dtags \
		'-Wl,-rpath,$ORIGIN:$ORIGIN/sub' <<<"$chain"
	rm libw.so
	returns 1 rpath
	returns 127 runpath
	# With a RUNPATH of its own, a library inherits none of the program's.
	cp sub/libw.so .
	library a -lw -Wl,--enable-new-dtags '-Wl,-rpath,$ORIGIN/none' \
		<<<"$link"
	rm libw.so
	returns 127 rpath
	cp sub/libw.so .
	library a -lw -Wl,--disable-new-dtags '-Wl,-rpath,$ORIGIN/none' \
		<<<"$link"
	rm libw.so
	returns 1 rpath
}

# both_paths FLAGS... <SOURCE: one-path.so has the RPATH first/, two-paths.so
# the RUNPATH second/ as well: its DT_SONAME, as a linker gives one of the two.
both_paths()
{
	local entry
	library a "$@" -Wl,--disable-new-dtags '-Wl,-rpath,$ORIGIN/first' \
		'-Wl,-soname,$ORIGIN/second'
	cp liba.so one-path.so
	entry=$(readelf -dW liba.so | awk '$2 == "(SONAME)" { print NR - 4 }')
	patch liba.so $(($(offset liba.so .dynamic) + 16 * entry)) \
		"$(escapes 29)"
	mv liba.so two-paths.so
}

@test "an RPATH beside a RUNPATH is none, and is not inherited" {
	where first second
	cp first/libw.so .
	library a -lw <<<"$link"
	program main -la '-Wl,-rpath,$ORIGIN' <<<"$chain"
	both_paths -lw <<<"$link"
	library x -lw <<<'int w(void); int x(void) { return w(); }'
	rm libw.so
	cp one-path.so liba.so
	returns 1 main
	cp two-paths.so liba.so
	returns 2 main
	cp libx.so first
	mv second/libw.so gone.so
	both_paths -lx <<<'int x(void); int a(void) { return x(); }'
	mv libx.so second
	cp one-path.so liba.so
	returns 1 main
	cp two-paths.so liba.so
	returns 127 main
}

@test "the library's own RPATH comes before that of who needs it" {
	where first second
	cp first/libw.so .
	library a -lw -Wl,--disable-new-dtags '-Wl,-rpath,$ORIGIN/second' \
		<<<"$link"
	program main -la -Wl,--disable-new-dtags \
		'-Wl,-rpath,$ORIGIN:$ORIGIN/first' <<<"$chain"
	rm libw.so
	returns 2 main
}

@test "LD_LIBRARY_PATH: colons and semicolons, empty entries, dots" {
	where one two here
	mv here/libw.so .
	program main -lw <<<"$calls"
	returns 1 LD_LIBRARY_PATH=one:two main
	returns 2 LD_LIBRARY_PATH=two:one main
	returns 2 'LD_LIBRARY_PATH=two;one' main
	returns 3 LD_LIBRARY_PATH=:two main
	returns 2 LD_LIBRARY_PATH=two: main
	returns 3 LD_LIBRARY_PATH=none: main
	returns 3 LD_LIBRARY_PATH=none::two main
	returns 3 LD_LIBRARY_PATH=. main
	returns 2 LD_LIBRARY_PATH=none:one/../two/ main
	returns 1 LD_LIBRARY_PATH=one////:two main
	returns 127 LD_LIBRARY_PATH= main
	returns 127 main
}

@test "\$ORIGIN, \${ORIGIN}, \$LIB and \$PLATFORM are written out" {
	local path
	where sub lib/x86_64-linux-gnu lib64 lib x86_64
	mkdir haswell xeon_phi
	cp x86_64/libw.so haswell
	cp x86_64/libw.so xeon_phi
	cp sub/libw.so .
	for path in '$ORIGIN/sub' '${ORIGIN}/sub' '$ORIGIN/./sub' \
		'$ORIGIN/none:${ORIGIN}/sub' '$ORIGIN/lib/../sub'; do
		program main -lw "-Wl,-rpath,$path" <<<"$calls"
		mv libw.so saved
		returns 1 main
		(cd sub && ../main.glibc) || [ $? -eq 1 ]
		mv saved libw.so
	done
	program main -lw '-Wl,-rpath,$ORIGIN/$LIB' <<<"$calls"
	program platform -lw '-Wl,-rpath,$ORIGIN/$PLATFORM' <<<"$calls"
	rm libw.so
	both main
	[ "$status" -ge 2 ] && [ "$status" -le 4 ]
	returns 5 platform
	# A word that only begins like one of them is none.
	where '$ORIGINAL'
	cp '$ORIGINAL/libw.so' .
	program main -lw '-Wl,-rpath,$ORIGINAL:$ORIGIN/sub' <<<"$calls"
	rm libw.so
	both main
	[ "$status" -eq 1 ]
}

@test "\$ORIGIN is where the file is, not where its link is" {
	where far/sub
	cp far/sub/libw.so .
	program main -lw '-Wl,-rpath,$ORIGIN/sub' <<<"$calls"
	rm libw.so
	for loader in $LOADERS; do
		mv "main.$loader" far
		ln -s "far/main.$loader" .
	done
	returns 1 main
}

@test "LD_LIBRARY_PATH and DT_NEEDED know \$ORIGIN too" {
	where sub
	cp sub/libw.so .
	program main -lw <<<"$calls"
	rm libw.so
	returns 1 'LD_LIBRARY_PATH=$ORIGIN/sub' main
	returns 1 'LD_LIBRARY_PATH=none:${ORIGIN}/sub' main
	library w -Wl,-soname,'$ORIGIN/sub/libw.so' \
		<<<'int w(void) { return 4; }'
	program main -lw <<<"$calls"
	rm libw.so
	returns 1 main
}

@test "a name with a slash is a path, and is not looked for" {
	where sub other
	cp sub/libw.so .
	library w -Wl,-soname,sub/libw.so <<<'int w(void) { return 9; }'
	program main -lw <<<"$calls"
	rm libw.so
	returns 1 main
	returns 1 LD_LIBRARY_PATH=other main
	mv sub gone
	returns 127 LD_LIBRARY_PATH=gone:other main
}

@test "a file that is no library for this machine is passed over" {
	where good
	mkdir bad text empty folder folder/libw.so
	cp good/libw.so bad/libw.so
	printf '\x03' | dd of=bad/libw.so bs=1 seek=18 conv=notrunc status=none
	cp good/libw.so .
	program main -lw <<<"$calls"
	rm libw.so
	returns 1 LD_LIBRARY_PATH=bad:good main
}

@test "folders in the way: links, loops, files, and what may not be read" {
	where good
	cp good/libw.so .
	program main -lw <<<"$calls"
	rm libw.so
	ln -s good link
	ln -s loop loop
	: >file
	returns 1 LD_LIBRARY_PATH=none:link main
	returns 1 "LD_LIBRARY_PATH=/:/dev/null:good" main
	returns 1 "LD_LIBRARY_PATH=$(printf 'deep/%.0s' {1..700}):good" main
	returns 1 "LD_LIBRARY_PATH=$(printf 'none%d:' {1..500})good" main
	# glibc looks no further than these.
	LOADERS=premain
	returns 1 LD_LIBRARY_PATH=loop:file:link main
	returns 1 "LD_LIBRARY_PATH=$(printf 'x%.0s' {1..300}):good" main
	returns 1 "LD_LIBRARY_PATH=$(printf 'deep/%.0s' {1..5000}):good" main
}

@test "the search is the same for dlopen, from the object that calls it" {
	where mine others
	cp others/libw.so .
	library a -ldl -Wl,--enable-new-dtags '-Wl,-rpath,$ORIGIN/mine' <<-'C'
	#include <dlfcn.h>
	int a(void)
	{
		void *w = dlopen("libw.so", RTLD_NOW);
		return w ? ((int (*)(void))dlsym(w, "w"))() : 0;
	}
	C
	rm libw.so
	program main -la -ldl -Wl,--enable-new-dtags \
		'-Wl,-rpath,$ORIGIN:$ORIGIN/others' <<-'C'
	#include <dlfcn.h>
	#include <stdio.h>
	int a(void);
	int main(int argc, char **argv)
	{
		(void)argv;
		if (argc > 1)
			printf("%d ", a());
		void *w = dlopen("libw.so", RTLD_NOW);
		printf("%d\n", w ? ((int (*)(void))dlsym(w, "w"))() : 0);
		return 0;
	}
	C
	prints 2 main
	# Once it is there under this name, it is not looked for again.
	prints '1 1' main library
	prints '1 1' LD_LIBRARY_PATH= main library
}

@test "hundreds of libraries behind each other's RUNPATH" {
	local i last=''
	object long <<<'int f(void) { return 150; }'
	for i in {1..150}; do
		mkdir "d$i"
		ld -shared -o "d$i/liblong$i.so" "--defsym=f$i=f" long.o \
			-rpath '$ORIGIN/../d'$((i - 1)) --no-as-needed \
			${last:+-L"d$((i - 1))" "-l$last"}
		last=long$i
	done
	program main -Ld150 -llong150 '-Wl,-rpath,$ORIGIN/d150' \
		<<<'int f150(void); int main(void) { return f150() != 150; }'
	returns 0 main
}
